/**
 * node tests/outside/copies.ts: writers' copies in Debian's LibreOffice, driven by its own Python (writer.py): what it makes of one, and what comes back of what
 * a writer does in it. Writes docs/outside-copies.md; with --fixtures also the files that `npm test` reads.
 *
 * Needs libreoffice-writer and python3-uno.
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ReportModel } from '#lib/exports/model.ts';
import { renderReport } from '#lib/exports/render.ts';
import { returnedCopy } from '#lib/ingest/returned/index.ts';
import type { CameBack } from '#lib/ingest/returned/types.ts';
import { COPY_MARKS, sentCopy } from '#lib/reports/rules-copy.ts';
import { sent } from '#tests/fixtures/docx/sent.ts';
import { readChanges, readComments } from '#tests/unit/exports/docx-read.ts';
import { frozen } from '#tests/unit/exports/made.ts';
import { readPdf } from '#tests/unit/exports/pdf-read.ts';
import { sample } from '#tests/unit/exports/sample.ts';

const DEEDS = ['untouched', 'accepted', 'answered', 'worked', 'half', 'moved'] as const;
const FIXTURES = 'tests/fixtures/docx';
const folder = mkdtempSync(join(tmpdir(), 'stet-copies-'));
const lines: { readonly what: string; readonly came: string }[] = [];
const note = (what: string, came: string): void => {
  lines.push({ what, came });
  console.log(`${what}: ${came}`);
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

const port = await freePort();
const office = spawn(
  'soffice',
  [
    '--headless',
    '--norestore',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    `--accept=socket,host=127.0.0.1,port=${port};urp`,
  ],
  { stdio: 'ignore', detached: true },
);

/** Has LibreOffice do a deed to a file and save it as another. */
function edited(deed: string, from: string, to: string): Uint8Array {
  execFileSync('/usr/bin/python3', ['tests/outside/writer.py', String(port), deed, from, to], { timeout: 120_000 });
  return new Uint8Array(readFileSync(to));
}

async function copyOf(
  model: ReportModel,
  name: string,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  const made = await renderReport(frozen(model), 'docx', '');
  if (typeof made === 'string') throw new Error('Not bytes');
  const path = join(folder, name);
  writeFileSync(path, made);
  return { path, bytes: made };
}

function back(model: ReportModel, bytes: Uint8Array): CameBack {
  const { digest } = frozen(model);
  const read = returnedCopy({ bytes, marks: COPY_MARKS, sent: sentCopy(model, digest) });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

const counts = (bytes: Uint8Array) =>
  `${readComments(bytes).length} comments, ${readComments(bytes).filter(({ isDone }) => isDone).length} of them done, ${readChanges(bytes).length} tracked changes`;

/** What LibreOffice keeps of a copy that nobody has touched, straight and by way of ODT. */
async function kept(model: ReportModel, name: string): Promise<void> {
  const { path, bytes } = await copyOf(model, `${name}.docx`);
  const straight = edited('untouched', path, join(folder, `${name}-again.docx`));
  edited('untouched', path, join(folder, `${name}.odt`));
  const around = edited('untouched', join(folder, `${name}.odt`), join(folder, `${name}-around.docx`));
  for (const [way, file] of [
    ['DOCX to DOCX', straight],
    ['DOCX to ODT to DOCX', around],
  ] as const) {
    const read = back(model, file);
    const isSame = read.text === model.article.text && read.cameIn.length === 0 && read.takenOut.length === 0;
    if (!isSame) throw new Error(`${name}, ${way}: ${JSON.stringify(read)}`);
    if (counts(file) !== counts(bytes)) throw new Error(`${name}, ${way}: ${counts(file)} of ${counts(bytes)}`);
    note(`${name}, ${way}`, `the article to the letter; ${counts(file)}, each ours and none taken for another’s`);
  }
  const pdf = await readPdf(edited('untouched', path, join(folder, `${name}.pdf`)));
  const titles = ['What the desk checked', 'Sources', model.article.blocks.length > 0 ? 'To check this report' : ''];
  const missing = titles.filter((title) => !pdf.text.includes(title));
  if (missing.length > 0) throw new Error(`${name}, DOCX to PDF: no ${missing.join(', ')}`);
  note(
    `${name}, DOCX to PDF`,
    'opened and set; the article, then what the desk checked, the table of sources, the digests',
  );
}

/** What comes back of what a writer does: the same as of the files that the tests read, which LibreOffice wrote before. */
async function worked(): Promise<void> {
  const { path } = await copyOf(sent, 'sent.docx');
  for (const deed of DEEDS) {
    const to = join(folder, `${deed}-back.docx`);
    const read = back(sent, edited(deed, path, to));
    if (process.argv.includes('--fixtures')) copyFileSync(to, join(FIXTURES, `${deed}.docx`));
    const due = back(sent, new Uint8Array(readFileSync(join(FIXTURES, `${deed}.docx`))));
    if (!isDeepStrictEqual(read, due))
      throw new Error(`${deed}: ${JSON.stringify(read)} is not ${JSON.stringify(due)}`);
    note(`A writer: ${deed}`, told(read));
  }
}

const told = ({ text, fixes, cameIn, markedDone, takenOut }: CameBack): string =>
  [
    text === sent.article.text ? 'text as it went out' : 'another text',
    `suggestions ${fixes.map(({ fate }) => fate).join(', ')}`,
    `${cameIn.length} remarks, ${cameIn.filter(({ query }) => query !== null).length} of them the answer to a question`,
    ...(markedDone.length > 0 ? [`claim ${markedDone.join(', ')} marked as resolved`] : []),
    ...(takenOut.length > 0 ? [`the comment on claim ${takenOut.join(', ')} taken out`] : []),
  ].join('; ');

try {
  await kept(sent, 'The tests’ article');
  await kept(sample, 'A report with everything in it');
  await worked();
  const version = execFileSync('soffice', ['--version'], { encoding: 'utf8' }).trim();
  writeFileSync('docs/outside-copies.md', page(version));
} finally {
  // The office is a process of its own group, which its launcher does not end.
  if (office.pid !== undefined) process.kill(-office.pid);
  rmSync(folder, { recursive: true, force: true });
}

function page(version: string): string {
  return [
    '# Writers’ copies in LibreOffice',
    '',
    `By \`node tests/outside/copies.ts\`, last on ${new Date().toISOString().slice(0, 10)}, with ${version.replace(/\s+\S+\(.*$/, '')} of Debian’s, without a screen. What a writer does is done by LibreOffice itself, told by its`,
    'own Python (`tests/outside/writer.py`); the files it wrote are in `tests/fixtures/docx`, and `npm test` reads them.',
    '',
    '| what | came of it |',
    '|---|---|',
    ...lines.map(({ what, came }) => `| ${what} | ${came} |`),
    '',
    'A deed is: `untouched`, opened and saved; `accepted`, every suggestion taken; `half`, of one replacement the new words taken, of another the old words kept; `worked`, a suggestion taken, one refused, words changed with',
    'tracking and without, a paragraph moved, one added; `moved`, with tracking: a paragraph moved, two joined, the last taken out; `answered`, comments on claims and beside them, words added to a comment, one comment resolved, one taken out.',
    '',
    'LibreOffice 7.4 keeps no threads of comments: who answers whom is told by the words that both stand on.',
    '',
  ].join('\n');
}
