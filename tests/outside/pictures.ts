/**
 * node tests/outside/pictures.ts: the pictures of a report in docs/images, of the samples' finished article: pages of its PDF, the writer's copy in
 * LibreOffice, and its page for the public. Needs poppler-utils, libreoffice-writer and pngquant.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { commandActor } from '#lib/access/gate-command.ts';
import { closeMakers } from '#lib/exports/apart/apart.ts';
import { renderReport } from '#lib/exports/render.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { reportFile } from '#lib/publishing/data-pages.ts';
import { readReport } from '#lib/reports/data.ts';
import { publishSample } from '#tests/bench/site/published.ts';
import { BROWSER_FLAGS, findBrowser } from '#tests/browser.ts';
import { reader } from '#tests/db/publishing/reader.ts';
import { cloneTemplate, startTestServer } from '#tests/db/server.ts';
import { sharedSamples } from '#tests/e2e/samples.ts';
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

/** One page of a PDF, counted from 1. */
function page(pdf: string, number: number, name: string): void {
  const to = join(folder, name.replace(/\.png$/, ''));
  said('pdftoppm', ['-r', String(DOTS), '-f', String(number), '-l', String(number), '-singlefile', '-png', pdf, to]);
  keep(`${to}.png`, name);
}

async function papers(db: Db, reportId: string): Promise<void> {
  const report = await readReport(db, commandActor(), reportId);
  if (!report) throw new Error('The report is not there');
  const pdf = join(folder, 'report.pdf');
  writeFileSync(pdf, await renderReport(report, 'pdf', ''));
  page(pdf, 1, 'report-summary.png');
  page(pdf, 2, 'report-proof.png');
  page(pdf, 3, 'report-claims.png');
  const docx = join(folder, 'copy.docx');
  writeFileSync(docx, await renderReport(report, 'docx', ''));
  // LibreOffice 7.4 prints no comments in the margin without a screen, and signs for them would lie over the words.
  const filter = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  said('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', folder, docx]);
  page(join(folder, 'copy.pdf'), 1, 'report-copy.png');
}

async function publicPage(db: Db, slug: string): Promise<void> {
  const file = await reportFile(db, reader(), slug, null);
  const { executablePath, env } = await findBrowser();
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]);
  const browser = await chromium.launch({
    executablePath,
    env: { ...Object.fromEntries(environment), ...env },
    args: [...BROWSER_FLAGS],
  });
  const opened = await browser.newPage({ viewport: { width: 820, height: 1000 } });
  await opened.setContent(String(file?.body));
  const to = join(folder, 'public.png');
  await opened.screenshot({ path: to });
  await browser.close();
  keep(to, 'report-public.png');
}

const server = await startTestServer();
const { template, accounts } = await sharedSamples(server.url);
const clone = await cloneTemplate(server.url, template);
const db = connect(clone.url, 3);
try {
  const { slug, reportId } = await publishSample(db, accounts);
  await papers(db, reportId);
  await publicPage(db, slug);
} finally {
  await db.$disconnect();
  await closeMakers();
  await clone.drop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
