import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { closeMakers } from '#lib/exports/apart/apart.ts';
import { outcomeWords, type ReportClaim } from '#lib/exports/model.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import { renderReport } from '#lib/exports/render.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { editSource } from '#lib/sources/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { readChanges, readComments } from '../../unit/exports/docx-read.ts';
import { bare, readPdf } from '../../unit/exports/pdf-read.ts';
import { printedIn } from '../../unit/exports/printed.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { misprinted } from '../trust/printed.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});
afterAll(closeMakers);

const bytesOf = (file: string | Uint8Array) => (typeof file === 'string' ? new TextEncoder().encode(file) : file);

test('of every way a claim can be settled or not, each format says what the workbench says', async () => {
  const { db } = database;
  const { editor, first, second, third, admin } = people;
  const bench = await article(db, editor);
  const on = async (words: string) => {
    const claim = await claimOn(db, first, bench, words);
    await attach(db, first, claim.id, `Source of “${words}”`);
    return claim;
  };
  const sign = async (who: PersonActor, claimId: string) => {
    const { id, basisDigest, seen } = await lead(db, who, claimId);
    await signOff(db, who, { verdictId: id, basisDigest: basisDigest ?? '', seen });
  };

  const byTwo = await on('approved a £48.6 million budget');
  await judge(db, first, byTwo.id, 'false', { rationale: 'It was less [1].', fix: 'approved a £46.8 million budget' });
  await sign(second, byTwo.id);
  const disputed = await on('doubled the sum set aside for repairs');
  await judge(db, first, disputed.id, 'true');
  await judge(db, second, disputed.id, 'half-true', { rationale: 'By four fifths [1].' });
  const byThird = await on('Lorry tolls will rise by 4.5 per cent');
  await judge(db, first, byThird.id, 'true');
  await judge(db, second, byThird.id, 'false');
  await judge(db, third, byThird.id, 'false', { rationale: 'The by-law has 5.4 [1].' });
  const alone = await on('Nobody in this trade was consulted');
  await judge(db, admin, alone.id, 'true', { overrideReason: 'Press time' });
  const awaiting = await on('who chairs the hauliers’ association');
  await judge(db, first, awaiting.id, 'true');
  const stale = await on('About one in five berths is closed');
  await judge(db, first, stale.id, 'true', { rationale: 'So the list [1].' });
  await sign(second, stale.id);
  const [piece] = (await detail(db, first, stale.id)).evidence;
  if (!piece) throw new Error('No evidence');
  await editSource(db, first, { ...piece.source, title: 'Another list' });
  await writeComment(db, editor, {
    articleId: bench.article.id,
    claimId: byTwo.id,
    threadId: null,
    kind: 'query',
    body: 'Is that with tax?',
    onVerdictId: null,
  });
  const left = await claimOn(db, first, bench, 'between £14 million and £17 million');
  await excludeClaims(db, first, { claims: [{ id: left.id, version: left.version }], reason: 'An estimate' });
  await claimOn(db, first, bench, 'The engineers put the cost of the quay');

  // The report, CSV, ClaimReview, HTML, Markdown and annotations against the database, claim by claim.
  expect(await misprinted(db, bench.article.id)).toEqual([]);

  const { id } = await freezeReport(db, editor, { articleId: bench.article.id });
  const report = await readReport(db, people.viewer, id);
  if (!report) throw new Error('The report is not there');
  const outcomes = new Map(report.model.claims.map((claim) => [claim.number, outcomeWords(claim)]));
  expect(new Set(outcomes.values())).toEqual(
    new Set([
      'False (a question is open)',
      'Disputed',
      'False',
      'True',
      'Awaiting a second reader',
      'True (asks for a fresh look)',
      'Excluded',
      'Unchecked',
    ]),
  );
  // What is set from the outline, and the tables: as other programs read them.
  const outline = outlineOf(report.model, report.digest);
  const pdf = await readPdf(bytesOf(await renderReport(report, 'pdf', '')));
  const text = [pdf.text, ...pdf.alts].join('\n');
  expect(printedIn(outline).filter((words) => !bare(text).includes(bare(words)))).toEqual([]);
  const [claims] = await readXlsxFile(Buffer.from(bytesOf(await renderReport(report, 'xlsx', ''))), { trim: false });
  const [heads = [], ...rows] = claims?.data ?? [];
  expect(new Map(rows.map((row) => [row[heads.indexOf('claim')], row[heads.indexOf('outcome')]]))).toEqual(outcomes);
  // In the writer's copy each claim says what came of it in the margin of its own words, and what must change is a change.
  const copy = bytesOf(await renderReport(report, 'docx', ''));
  const margin = readComments(copy).filter(({ text: words }) => words.startsWith('Claim '));
  const placed = report.model.claims.filter(({ start }) => start !== null);
  expect(margin.map(({ on, text: words }) => [on, words.split('\n')[0]])).toEqual(
    placed.map((claim) => [claim.quote, expect.stringContaining(headOf(claim))]),
  );
  expect(readChanges(copy).map(({ kind, author, text: words }) => [kind, author, words])).toEqual([
    ['ins', first.name, '46.8'],
    ['del', first.name, '48.6'],
  ]);
});

/** A claim that nobody has worked on is said to be so in the words of its mark, any other in those of its outcome. */
const headOf = (claim: ReportClaim): string =>
  claim.outcome === 'excluded'
    ? `Claim ${claim.number} · – left out`
    : claim.outcome === 'unchecked' && claim.evidence.length === 0
      ? `Claim ${claim.number} · ○ not checked`
      : outcomeWords(claim);
