import { beforeAll, describe, expect, test } from 'vitest';
import { splitClaim } from '#lib/claims/mutations-lineage.ts';
import { attachEvidence, editEvidence } from '#lib/evidence/mutations.ts';
import { attachPassage } from '#lib/evidence/mutations-passage.ts';
import { onDocument, readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { findJob } from '#lib/jobs/data.ts';
import { AppError } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { openForReader } from '#lib/sources/data-reader.ts';
import { captureHandlers } from '#lib/sources/jobs.ts';
import { askFileCapture } from '#lib/sources/mutations-captures.ts';
import type { WorkingKind } from '#lib/sources/rules-working.ts';
import { besideOfClaim } from '#lib/workbench/data-figures.ts';
import { runJob } from '#lib/worker/run.ts';
import { article, type Cast, cast, detail, judge, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plainDoors } from '../jobs/site.ts';
import { need } from '../trust/scene.ts';

/* Figures of a source with what is made of them: kept by their places, worked out anew, and held against what the cells say later. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  readInThisProcess(TASKS);
  people = await cast(database.db);
});

const TABLE = 'Tolls,2023,2025\nLorry,41.20,47.00\nCoach,22.00,25.10\nNobody,0,none\n';

async function capture(sourceId: string, words: string, fileName = 'tolls.csv'): Promise<string> {
  const file = { sourceId, fileName, mediaType: '' };
  const { jobId } = await askFileCapture(database.db, people.first, file, new TextEncoder().encode(words));
  const handlers = captureHandlers({ ...plainDoors(), readDocument: onDocument });
  await runJob(database.db, handlers as Parameters<typeof runJob>[1], new Map(), jobId);
  return need(need(await findJob(database.db, people.admin, jobId)).result?.captureId);
}

async function made() {
  const bench = await article(database.db, people.editor);
  // As the engine reads it, with its figure.
  const claim = need(
    bench.claims.find(({ statement }) => statement.startsWith('Lorry tolls will rise by 4.5 per cent')),
  );
  const { source } = await attachEvidence(database.db, people.first, {
    claimId: claim.id,
    source: {
      fields: {
        title: `Tolls ${claim.id}`,
        kind: 'dataset',
        tier: 'primary',
        publisher: null,
        author: null,
        link: null,
        publishedOn: null,
        note: null,
      },
    },
    stance: 'context',
    aspect: 'content',
    quote: null,
    locator: null,
    note: null,
    means: null,
    consultedOn: null,
  });
  const captureId = await capture(source.id, TABLE);
  const text = need(need(await openForReader(database.db, people.first, source.id, null)).opened?.text).text;
  return { articleId: bench.article.id, claimId: claim.id, sourceId: source.id, captureId, text };
}
type Made = Awaited<ReturnType<typeof made>>;

const at = ({ text }: Made, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const work = (one: Made, working: WorkingKind, ...figures: readonly string[]) =>
  attachPassage(database.db, people.first, {
    captureId: one.captureId,
    reading: 1,
    passage: { working, figures: figures.map((words) => at(one, words)) },
    claims: [{ id: one.claimId, stance: 'refutes', aspect: 'content' }],
  });
const evidenceOf = async ({ claimId }: Made) => (await detail(database.db, people.second, claimId)).evidence;
const whole = async () => expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);

async function codeOf(task: Promise<unknown>): Promise<string> {
  try {
    await task;
  } catch (error) {
    if (error instanceof AppError) return `${error.refusal.reason} ${error.refusal.code}`;
    throw error;
  }
  return 'done';
}

describe('a working', () => {
  test('is kept with each of its figures and their places, worked out, set beside the claim’s, and told in the report', async () => {
    const one = await made();
    await work(one, 'change', '41.20', '47.00');
    const [, piece] = await evidenceOf(one);
    expect(piece).toMatchObject({
      quote: '41.20 … 47.00',
      locator: 'B2; C2',
      quoteCheck: 'broken',
      working: {
        kind: 'change',
        words: '(47.00 − 41.20) ÷ 41.20 = 14.1 %',
        now: null,
        inputs: [
          { words: '41.20', locator: 'B2', now: null, ...at(one, '41.20') },
          { words: '47.00', locator: 'C2', now: null, ...at(one, '47.00') },
        ],
      },
    });
    const opened = need(await openForReader(database.db, people.first, one.sourceId, null));
    // What stands between the figures is no part of what is quoted.
    expect(opened.opened?.evidence.map(({ start, end }) => one.text.slice(start, end))).toEqual(['41.20', '47.00']);
    const { figures } = need(await besideOfClaim(database.db, people.viewer, one.claimId));
    expect(figures).toMatchObject([{ number: 2, claim: '4.5 per cent', fit: 'apart', evidence: '14.1 per cent' }]);

    const { id } = await freezeReport(database.db, people.editor, { articleId: one.articleId });
    const { model } = need(await readReport(database.db, people.editor, id));
    expect(need(model.claims.find((claim) => claim.id === one.claimId)).evidence[1]?.working).toEqual({
      kind: 'change',
      words: '(47.00 − 41.20) ÷ 41.20 = 14.1 %',
      inputs: [
        { words: '41.20', locator: 'B2' },
        { words: '47.00', locator: 'C2' },
      ],
    });
    await whole();
  });

  test('says what its cells say in a newer capture, and what would come of it then', async () => {
    const one = await made();
    await work(one, 'share', '22.00', '41.20');
    await work(one, 'sum', '41.20', '47.00');
    // One cell of the first has changed, and another that no working takes.
    await capture(one.sourceId, TABLE.replace('22.00', '23.50').replace('25.10', '26.00'));
    const [, share, sum] = await evidenceOf(one);
    expect(share?.working).toMatchObject({
      words: '22.00 ÷ 41.20 = 53.4 %',
      now: '23.50 ÷ 41.20 = 57 %',
      inputs: [{ now: '23.50' }, { now: null }],
    });
    expect(sum?.working).toMatchObject({ now: null, inputs: [{ now: null }, { now: null }] });
    // A cell that holds no figure any more is said to, and nothing is made up in its place.
    await capture(one.sourceId, TABLE.replace('22.00', 'see note'));
    expect((await evidenceOf(one))[1]?.working).toMatchObject({ now: null, inputs: [{ now: '' }, { now: null }] });
  });

  test('goes along where a claim is divided, and ends where its words are typed anew', async () => {
    const one = await made();
    await work(one, 'difference', '41.20', '47.00');
    const [, piece] = await evidenceOf(one);
    await judge(database.db, people.second, one.claimId, 'false', { rationale: 'So the tolls [2].' });
    const { id, version } = need(piece);
    await editEvidence(database.db, people.first, {
      id,
      version,
      stance: 'refutes',
      aspect: 'content',
      quote: 'Lorry 41.20',
      locator: 'B2',
      note: null,
      means: null,
      consultedOn: null,
    });
    const after = await detail(database.db, people.second, one.claimId);
    expect(after.evidence[1]).toMatchObject({ quote: 'Lorry 41.20', working: null, quoteCheck: 'exact' });
    expect(after.claim.stale).toBe(true);

    const two = await made();
    const { made: ids } = await work(two, 'difference', '41.20', '47.00');
    const bench = await reopen(database.db, people.first, two.articleId);
    const claim = need(bench.claims.find((item) => item.id === two.claimId));
    const start = need(claim.start);
    const { claims } = await splitClaim(database.db, people.first, {
      id: claim.id,
      version: claim.version,
      revisionId: bench.revision.id,
      parts: [{ span: { start, end: start + 11 } }, { span: { start: start + 12, end: need(claim.end) } }],
      evidence: [{ id: need(ids[0]), parts: [0] }],
    });
    const parts = claims.filter(({ id: partId }) => partId !== claim.id);
    const pieces = await Promise.all(parts.map((part) => detail(database.db, people.first, part.id)));
    expect(pieces.flatMap(({ evidence }) => evidence.map(({ working }) => working?.words))).toEqual([
      '47.00 − 41.20 = 5.8',
    ]);
    await whole();
  });

  test('is refused where a place holds no figure, or nothing comes of it', async () => {
    const one = await made();
    expect(await codeOf(work(one, 'sum', '41.20', 'none'))).toBe('invalid working-no-figure');
    expect(await codeOf(work(one, 'sum', '41.20', '22.00\t25.10'))).toBe('invalid working-no-figure');
    expect(await codeOf(work(one, 'share', '22.00', '0\t'))).toBe('invalid working-nought');
    expect(await codeOf(work(one, 'change', '22.00'))).toBe('invalid working-count');
    expect(await evidenceOf(one)).toHaveLength(1);
  });
});

describe('a transcript', () => {
  const CUES = [
    [5, 'We were told in writing.'],
    [725, 'Six berths are closed. We were told in writing.'],
    [850, 'Nobody asked us.'],
  ] as const;
  const clock = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;
  const VTT = `WEBVTT\n\n${CUES.map(([at, words]) => `${clock(at)} --> ${clock(at + 4)}\n<v Maren Holt>${words}`).join('\n\n')}\n`;

  test('is asked at the second that was typed; words that stand at another are said to, also where it comes later', async () => {
    const one = await made();
    const typed = (quote: string, locator: string | null) =>
      attachEvidence(database.db, people.first, {
        claimId: one.claimId,
        source: { id: one.sourceId },
        stance: 'context',
        aspect: 'attribution',
        quote,
        locator,
        note: null,
        means: null,
        consultedOn: null,
      });
    const last = async () => need((await evidenceOf(one)).at(-1));
    await capture(one.sourceId, VTT, 'meeting.vtt');
    const { text } = need(need(await openForReader(database.db, people.first, one.sourceId, null)).opened?.text);
    await typed('We were told in writing.', '12:06');
    expect(await last()).toMatchObject({ quoteCheck: 'exact', standsAt: null, locator: '12:06' });
    expect((await last()).place?.start).toBe(text.lastIndexOf('We were told'));
    await typed('Nobody asked us.', '12:05');
    expect(await last()).toMatchObject({ quoteCheck: 'exact', standsAt: '14:10', locator: '12:05' });
    // Another place is another question.
    const { id, version, quote } = await last();
    const rest = { stance: 'context', aspect: 'attribution', note: null, means: null, consultedOn: null } as const;
    await editEvidence(database.db, people.first, { id, version, quote, locator: '14:12', ...rest });
    expect(await last()).toMatchObject({ standsAt: null, quoteCheck: 'exact' });

    await whole();
  });
});
