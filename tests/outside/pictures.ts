/**
 * node tests/outside/pictures.ts: the pictures of a report in docs/images, of the samples' finished article: pages of its PDF, the writer's copy in
 * LibreOffice, and its page for the public. Needs the pages to be built (`npm test -- build`), and poppler-utils, libreoffice-writer and pngquant.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandActor } from '#lib/access/gate-command.ts';
import { closePapers } from '#lib/exports/pdf/pdf.ts';
import { renderReport } from '#lib/exports/render.ts';
import { connect } from '#lib/platform/db.ts';
import { readReport } from '#lib/reports/data.ts';
import { publishSample } from '#tests/bench/site/published.ts';
import { openSite, type Site } from '#tests/bench/site/site.ts';
import { said } from './tools.ts';

const IMAGES = 'docs/images';
const DOTS = 84;
const COLOURS = 48;
const folder = mkdtempSync(join(tmpdir(), 'stet-pictures-'));

/** A picture of few colours under its name in the docs. */
function keep(picture: string, name: string): void {
  said('pngquant', ['--force', '--strip', '--nofs', '--output', join(IMAGES, name), String(COLOURS), picture]);
  console.log(join(IMAGES, name), readFileSync(join(IMAGES, name)).length);
}

/** One page of a PDF, by a heading of it that stands on no page before. */
function pageOf(pdf: string, heading: string, name: string): void {
  const pages = said('pdftotext', ['-layout', pdf, '-']).split('\f');
  const at = pages.findIndex((text) =>
    text
      .split('\n')
      .slice(2)
      .some((line) => line.trim().startsWith(heading)),
  );
  if (at === -1) throw new Error(`No page of ${pdf} has ${heading}`);
  const to = join(folder, name.replace(/\.png$/, ''));
  said('pdftoppm', ['-r', String(DOTS), '-f', String(at + 1), '-l', String(at + 1), '-singlefile', '-png', pdf, to]);
  keep(`${to}.png`, name);
}

async function papers({ stet }: Site, reportId: string): Promise<void> {
  const db = connect(stet.databaseUrl, 2);
  const report = await readReport(db, commandActor(), reportId);
  await db.$disconnect();
  if (!report) throw new Error('The report is not there');
  const pdf = join(folder, 'report.pdf');
  writeFileSync(pdf, await renderReport(report, 'pdf', stet.address));
  pageOf(pdf, report.model.article.headline.slice(0, 20), 'report-summary.png');
  pageOf(pdf, 'Marked proof', 'report-proof.png');
  pageOf(pdf, 'The claims', 'report-claims.png');
  const docx = join(folder, 'copy.docx');
  writeFileSync(docx, await renderReport(report, 'docx', stet.address));
  const filter = 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  said('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', folder, docx]);
  pageOf(join(folder, 'copy.pdf'), report.model.article.headline.slice(0, 20), 'report-copy.png');
}

async function publicPage({ page, stet }: Site, path: string): Promise<void> {
  await page.setViewportSize({ width: 820, height: 1000 });
  await page.goto(`${stet.address}${path}`);
  const to = join(folder, 'public.png');
  await page.screenshot({ path: to });
  keep(to, 'report-public.png');
}

const site = await openSite();
try {
  const { path, reportId } = await publishSample(site.stet);
  await papers(site, reportId);
  await publicPage(site, path);
} finally {
  await closePapers();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
