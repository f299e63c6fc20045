/**
 * node tests/outside/formats.ts: a report in every format, and the public pages, in programs not of our making that `npm test` does not have. Throws where
 * one of them has something against a file, or reads of it what the report does not say. Writes docs/outside-formats.md.
 *
 * Needs default-jre-headless, qpdf, poppler-utils, python3-pikepdf, python3-openpyxl, python3-jsonschema, python3-feedparser and python3-docx.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { closeMakers } from '#lib/exports/apart/apart.ts';
import { atomFeed, jsonFeed, rssFeed } from '#lib/exports/public/feeds.ts';
import type { PublicFile } from '#lib/exports/public/page.ts';
import { reportPage } from '#lib/exports/public/report-page.ts';
import { type Format, renderReport } from '#lib/exports/render.ts';
import { COLUMNS, rowsIn } from '#lib/exports/tables.ts';
import { frozen } from '#tests/unit/exports/made.ts';
import { sample } from '#tests/unit/exports/sample.ts';
import { items, page, publicPages, site } from './public.ts';
import { fetchTools, nu, read, said, TOOLS, tool } from './tools.ts';

const ADDRESS = 'https://desk.example/reports/1';
const report = frozen(sample);
const folder = mkdtempSync(join(tmpdir(), 'stet-formats-'));
const at = (name: string) => join(folder, name);
const lines: { readonly what: string; readonly by: string; readonly came: string }[] = [];
function note(what: string, by: string, came: string): void {
  lines.push({ what, by, came });
  console.log(`${what} · ${by}: ${came}`);
}
/** Ends the run where a program found something. */
function none(what: string, found: readonly unknown[]): void {
  if (found.length > 0) throw new Error(`${what}:\n${found.map((one) => JSON.stringify(one)).join('\n')}`);
}

async function make(format: Format, ending: string): Promise<string> {
  const path = at(`report.${ending}`);
  writeFileSync(path, await renderReport(report, format, ADDRESS));
  return path;
}

async function pdf(): Promise<void> {
  const path = await make('pdf', 'pdf');
  if (!said('qpdf', ['--check', path]).includes('No syntax or stream encoding errors'))
    throw new Error('qpdf finds errors');
  const info = said('pdfinfo', [path]);
  const about = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(info)?.[1] ?? '';
  if (about('Tagged') !== 'yes' || about('Encrypted') !== 'no') throw new Error(`pdfinfo: ${info}`);
  const fonts = said('pdffonts', [path]).trim().split('\n').slice(2);
  // name, type, encoding, embedded, subset, has a map to Unicode
  none(
    'Fonts that are not in the file, or do not say their letters',
    fonts.filter((font) => !/\byes yes yes\b/.test(font)),
  );
  const ua = read(
    z.object({
      points: z.record(z.string(), z.boolean()),
      faults: z.array(z.string()),
      counts: z.record(z.string(), z.number()),
    }),
    'ua.py',
    path,
  );
  none('PDF/UA', ua.faults);
  const { pages = 0, links = 0, 'marked content': marked = 0 } = ua.counts;
  note('PDF', 'qpdf, pdfinfo, pdffonts', `no errors; tagged; ${fonts.length} fonts, each in the file with its letters`);
  note(
    'PDF',
    'pikepdf, by the Matterhorn protocol’s points that a program can check (`tests/outside/ua.py`)',
    `${Object.keys(ua.points).length} points on ${pages} pages, with ${marked} pieces of marked content and ${links} links: no fault`,
  );
}

async function html(pages: ReadonlyMap<string, PublicFile>): Promise<void> {
  const files = [await make('html', 'html')];
  for (const [name, { body }] of pages) {
    files.push(at(`${name}.html`));
    writeFileSync(at(`${name}.html`), body);
  }
  none('The Nu validator', nu(files));
  note(
    'HTML: the report, and the public pages',
    `Nu ${TOOLS['vnu-jar']}`,
    `${files.length} pages, no error and no warning: report, ${[...pages.keys()].join(', ')}`,
  );
}

/** The words of a cell: what is a number in one table is written out in the other. */
const cell = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).replace(/\r\n/g, '\n');
const due = rowsIn(report).map((row) => COLUMNS.map((column) => cell(row[column])));
/** An apostrophe keeps a text from being read as a formula. */
const freed = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((one) => cell(one).replace(/(^|[;\t\n|])'(?=["\s]*[=+\-@])/g, '$1')));

async function tables(): Promise<void> {
  const path = await make('csv', 'csv');
  const papa = z
    .object({ parse: z.function({ input: [z.string()], output: z.object({ data: z.array(z.array(z.string())) }) }) })
    .parse(tool('papaparse'));
  const text = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd();
  for (const [by, rows] of [
    ['Python’s csv', read(z.array(z.array(z.string())), 'readers.py', 'csv', path)],
    [`Papa Parse ${TOOLS.papaparse}`, papa.parse(text).data],
  ] as const) {
    const [heads, ...body] = freed(rows);
    if (!isDeepStrictEqual(heads, [...COLUMNS]) || !isDeepStrictEqual(body, freed(due)))
      throw new Error(`${by} reads another table`);
    note('CSV', by, `${body.length} rows of ${COLUMNS.length} columns, each cell as the report has it`);
  }
  const book = read(
    z.object({ formulas: z.array(z.string()), sheets: z.record(z.string(), z.array(z.array(z.unknown()))) }),
    'readers.py',
    'xlsx',
    await make('xlsx', 'xlsx'),
  );
  none('Formulas', book.formulas);
  let cells = 0;
  for (const [i, record] of ['claim', 'verdict', 'evidence', 'query', 'report'].entries()) {
    const [heads = [], ...rows] = Object.values(book.sheets)[i] ?? [];
    const own = rowsIn(report).filter((row) => row.record === record);
    const wanted = own.map((row) =>
      COLUMNS.filter((column) => heads.includes(column)).map((column) => cell(row[column])),
    );
    if (
      !isDeepStrictEqual(
        rows.map((row) => row.map(cell)),
        wanted,
      )
    )
      throw new Error(`openpyxl reads other ${record}s`);
    cells += rows.length * heads.length;
  }
  note(
    'XLSX',
    'openpyxl',
    `${Object.keys(book.sheets).join(', ')}: ${cells} cells as the report has them, none a formula`,
  );
}

async function json(): Promise<void> {
  none(
    'The schema',
    read(z.array(z.string()), 'readers.py', 'json', await make('json', 'json'), 'docs/report-2.schema.json'),
  );
  note('JSON', 'Python’s jsonschema (2020-12)', 'of the published schema');
}

async function docx(): Promise<void> {
  const shape = z.object({ paragraphs: z.array(z.string()), title: z.string(), tables: z.array(z.array(z.string())) });
  const { paragraphs, title, tables } = read(shape, 'readers.py', 'docx', await make('docx', 'docx'));
  const words = paragraphs.join('\n');
  none(
    'Words of the article that are not there',
    sample.article.text.split('\n').filter((line) => !isThere(words, line)),
  );
  if (title !== sample.article.headline) throw new Error(`The document calls itself ${title}`);
  note(
    'DOCX',
    'python-docx',
    `${paragraphs.length} paragraphs, the article’s among them, and a table of ${tables.length - 1} sources; in LibreOffice: [outside-copies.md](outside-copies.md)`,
  );
}
/** Of a line in which something is to be put in or taken out, what stands before it. */
const isThere = (words: string, line: string): boolean => words.includes(line) || words.includes(line.slice(0, 40));

type Judged = {
  readonly passed: readonly unknown[];
  readonly failed: readonly unknown[];
  readonly warnings: readonly unknown[];
};
const judged = z.object({ passed: z.array(z.unknown()), failed: z.array(z.unknown()), warnings: z.array(z.unknown()) });

async function claimReview(): Promise<void> {
  const graph = readFileSync(await make('claimreview', 'jsonld'), 'utf8');
  const tools = fetchTools();
  const typed = join(tools, 'graph.ts');
  writeFileSync(typed, `import type { Graph } from 'schema-dts';\nexport const graph: Graph = ${graph};\n`);
  said('node_modules/.bin/tsc', [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--ignoreConfig',
    typed,
  ]);
  const reviews = z.object({ '@graph': z.array(z.unknown()) }).parse(JSON.parse(graph))['@graph'].length;
  note(
    'ClaimReview',
    `schema-dts ${TOOLS['schema-dts']}, by TypeScript`,
    `${reviews} reviews, of schema.org’s types to the last field`,
  );
  const judge = z
    .object({ structuredDataTest: z.custom<(html: string, options: object) => Promise<unknown>>() })
    .parse(tool('structured-data-testing-tool'));
  const { ClaimReview } = z
    .object({ ClaimReview: z.unknown() })
    .parse(tool('structured-data-testing-tool/presets/google/schemas/ClaimReview.js'));
  // The tool knows lists and no graphs: each review of the graph in the page's head stands in a page of its own.
  const head =
    /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(String(reportPage(site, page).body))?.[1] ?? '';
  const { '@context': context, '@graph': graphOfPage } = z
    .object({ '@context': z.string(), '@graph': z.array(z.object({}).loose()) })
    .parse(JSON.parse(head));
  const list = JSON.stringify(graphOfPage.map((one) => ({ '@context': context, ...one }))).replaceAll('<', '\\u003c');
  const html = `<html><head><script type="application/ld+json">${list}</script></head></html>`;
  const found: Judged = await judge
    .structuredDataTest(html, { presets: [ClaimReview] })
    .then((told) => judged.parse(told))
    .catch((error: unknown) => judged.parse(Object(error).res));
  none('Google’s rules for ClaimReview', [...found.failed, ...found.warnings]);
  if (found.passed.length === 0) throw new Error('Nothing of ClaimReview was looked at');
  note(
    'ClaimReview in the public page’s head',
    `structured-data-testing-tool ${TOOLS['structured-data-testing-tool']}, Google’s rules`,
    `${graphOfPage.length} reviews, ${found.passed.length} tests passed, none failed, no warning`,
  );
}

function feeds(): void {
  const shape = z.object({
    bozo: z.string(),
    version: z.string(),
    title: z.string(),
    entries: z.array(z.object({ id: z.string(), title: z.string(), link: z.string(), at: z.string() })),
  });
  for (const [name, file] of [
    ['rss', rssFeed(site, items)],
    ['atom', atomFeed(site, items)],
  ] as const) {
    writeFileSync(at(name), file.body);
    const feed = read(shape, 'readers.py', 'feed', at(name));
    const { items: own } = z
      .object({ items: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })) })
      .parse(JSON.parse(String(jsonFeed(site, items).body)));
    const same = isDeepStrictEqual(
      feed.entries.map(({ id, title, link }) => ({ id, title, url: link })),
      own,
    );
    if (feed.bozo !== '' || !same) throw new Error(`${name}: ${JSON.stringify(feed)}`);
    note(
      name === 'rss' ? 'RSS' : 'Atom',
      'feedparser',
      `read as ${feed.version}: ${feed.entries.length} entries, the same as in the JSON feed`,
    );
  }
}

function written(): string {
  return [
    '# Reports in programs not of our making',
    '',
    `By \`node tests/outside/formats.ts\`, last on ${new Date().toISOString().slice(0, 10)}, beside what \`npm test\` has read by other programs at every run (pdf.js, read-excel-file, csv-parse, marked, linkedom, mammoth,`,
    'Ajv, dokieli’s Web Annotation, axe). The report is the one of the tests: a claim in every state, something in every field, and in them what markup takes for its own. Any finding ends the run. A validator of PDF/UA',
    'of others’ (veraPDF) is not to be had from npm or Debian; the points are checked by a script of ours on a library of others’.',
    '',
    '| what | by | what came of it |',
    '|---|---|---|',
    ...lines.map(({ what, by, came }) => `| ${what} | ${by} | ${came} |`),
    '',
  ].join('\n');
}

try {
  fetchTools();
  await pdf();
  await html(publicPages());
  await tables();
  await json();
  await docx();
  await claimReview();
  feeds();
  writeFileSync('docs/outside-formats.md', written());
} finally {
  await closeMakers();
  rmSync(folder, { recursive: true, force: true });
}
