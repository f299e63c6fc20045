import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle } from '#lib/articles/mutations.ts';
import { withdrawClaim } from '#lib/claims/mutations-exclude.ts';
import { splitClaim } from '#lib/claims/mutations-lineage.ts';
import { attachEvidence, editEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { attachPassage } from '#lib/evidence/mutations-passage.ts';
import type { AttachPassageInput } from '#lib/evidence/schema.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { findJob } from '#lib/jobs/data.ts';
import { AppError } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { openForReader } from '#lib/sources/data-reader.ts';
import { archiveSource } from '#lib/sources/mutations.ts';
import { askFileCapture, eraseCapture } from '#lib/sources/mutations-captures.ts';
import { openLink } from '#lib/sources/mutations-open.ts';
import { bearingsOfCapture } from '#lib/workbench/data-bearings.ts';
import { besideOfClaim } from '#lib/workbench/data-figures.ts';
import { passagesForClaim } from '#lib/workbench/data-passages.ts';
import { runJob } from '#lib/worker/run.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, plant, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plainHandlers } from '../jobs/site.ts';
import { need } from '../trust/scene.ts';

/* Words of a capture: attached by their place, looked for where they were typed, and offered where they speak of a claim. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  readInThisProcess(TASKS);
  people = await cast(database.db);
});

const PAGE = `Accounts of the harbour

Lorry tolls rose by 4.6 per cent in June, as the board had decided.

Of 31 berths, 6 are closed for safety reasons. The fund for repairs holds £6.1 million.`;

const TOLLS = 'Lorry tolls rose by 4.6 per cent in June';
const BERTHS = 'Of 31 berths, 6 are closed for safety reasons.';

type Made = {
  readonly articleId: string;
  readonly claims: readonly string[];
  readonly sourceId: string;
  readonly captureId: string;
};

/** An article with two claims, and a source that is cited on the first and kept as it was brought. */
async function made(access: 'desk' | 'named' = 'desk', page = PAGE): Promise<Made> {
  const bench = await article(database.db, people.editor, {
    access,
    memberIds: access === 'named' ? [people.editor.id, people.first.id] : [],
  });
  const claims = [
    // As the engine reads it, with its figure.
    need(bench.claims.find(({ statement }) => statement.startsWith('Lorry tolls will rise by 4.5 per cent'))),
    await claimOn(database.db, people.first, bench, 'About one in five berths is closed'),
  ];
  await attach(database.db, people.first, need(claims[0]).id, `Accounts ${bench.article.id}`);
  const [piece] = (await detail(database.db, people.first, need(claims[0]).id)).evidence;
  const sourceId = need(piece).source.id;
  return {
    articleId: bench.article.id,
    claims: claims.map(({ id }) => id),
    sourceId,
    captureId: await capture(sourceId, page),
  };
}

async function capture(sourceId: string, page: string, who: PersonActor = people.first): Promise<string> {
  const file = { sourceId, fileName: 'accounts.txt', mediaType: 'text/plain' };
  const { jobId } = await askFileCapture(database.db, who, file, new TextEncoder().encode(page));
  await runJob(database.db, plainHandlers(), new Map(), jobId);
  return need(need(await findJob(database.db, people.admin, jobId)).result?.captureId);
}

const span = (words: string) => {
  const start = PAGE.indexOf(words);
  return { start, end: start + words.length };
};

const passage = (
  { captureId, claims }: Made,
  words: string,
  more: Partial<AttachPassageInput> = {},
): AttachPassageInput => ({
  captureId,
  reading: 1,
  passage: { span: span(words) },
  claims: [{ id: need(claims[0]), stance: 'supports', aspect: 'content' }],
  ...more,
});

const attachAs = (who: PersonActor, input: AttachPassageInput) => attachPassage(database.db, who, input);

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return `${error.refusal.reason} ${error.refusal.code}`;
    throw error;
  }
  return 'done';
}

const whole = async () => expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
const evidenceOf = async (claimId: string) => (await detail(database.db, people.first, claimId)).evidence;

describe('words attached by their place', () => {
  test('are the capture’s own, with where they stand and the day, on several claims as one change', async () => {
    const one = await made();
    const [first = '', second = ''] = one.claims;
    // Blanks that were dragged along are nobody's words.
    const { start, end } = span(BERTHS);
    const patch = await attachAs(people.first, {
      ...passage(one, BERTHS),
      passage: { span: { start: start - 1, end: end + 1 } },
      claims: [
        { id: first, stance: 'context', aspect: 'content' },
        { id: second, stance: 'supports', aspect: 'content' },
      ],
    });
    expect(patch.claims.map(({ id }) => id).sort()).toEqual([...one.claims].sort());
    expect(patch.source.id).toBe(one.sourceId);
    const [, context] = await evidenceOf(first);
    const [support] = await evidenceOf(second);
    expect(context).toMatchObject({
      number: 2,
      stance: 'context',
      quote: BERTHS,
      locator: 'para. 3',
      quoteCheck: 'exact',
    });
    expect(support).toMatchObject({ number: 1, stance: 'supports', quote: BERTHS, source: { id: one.sourceId } });
    expect(support?.place).toEqual({ captureId: one.captureId, ...span(BERTHS) });
    expect(support?.consultedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(patch.made).toEqual([context?.id, support?.id]);
    const events = await database.db.event.findMany({
      where: { chainId: one.articleId, action: 'evidence.attached', subjectId: { in: [...patch.made] } },
    });
    expect(events).toHaveLength(2);
    const opened = need(await openForReader(database.db, people.first, one.sourceId, null));
    expect(opened.opened?.evidence.map(({ evidenceId }) => evidenceId).sort()).toEqual([...patch.made].sort());
    await whole();

    // Taken back by what the answer names.
    for (const id of patch.made)
      await withdrawEvidence(database.db, people.first, { id, version: 1, reason: 'Taken back' });
    expect((await evidenceOf(second)).every(({ withdrawn }) => withdrawn !== null)).toBe(true);
    await whole();
  });

  test('are refused where the place holds none, lies beyond the text, cuts a letter, or is of another reading', async () => {
    const one = await made('desk', `${PAGE} 😀`);
    const at = (start: number, end: number) =>
      attachAs(people.first, { ...passage(one, TOLLS), passage: { span: { start, end } } });
    const blank = PAGE.indexOf('\n\n');
    expect(await codeOf(at(blank, blank + 2))).toBe('invalid passage-not-there');
    expect(await codeOf(at(0, PAGE.length + 500))).toBe('invalid passage-not-there');
    expect(await codeOf(at(PAGE.length + 4000, PAGE.length + 4010))).toBe('invalid passage-not-there');
    expect(await codeOf(at(0, PAGE.length + 2))).toBe('invalid passage-not-there');
    expect(await codeOf(attachAs(people.first, passage(one, TOLLS, { reading: 2 })))).toBe(
      'stale-version capture-read-anew',
    );
    const long = await made('desk', `${PAGE}\n\n${'Words of the accounts. '.repeat(300)}`);
    expect(
      await codeOf(attachAs(people.first, { ...passage(long, TOLLS), passage: { span: { start: 0, end: 6000 } } })),
    ).toBe('too-large passage-too-long');
    expect(await evidenceOf(need(one.claims[0]))).toHaveLength(1);
  });

  test('go to no claim that has ended, is of another article, or whose article is archived or hidden', async () => {
    const [one, other] = [await made(), await made()];
    const [first = '', second = ''] = one.claims;
    const on = (...ids: string[]) =>
      passage(one, TOLLS, { claims: ids.map((id) => ({ id, stance: 'supports', aspect: 'content' })) });
    expect(await codeOf(attachAs(people.first, on(first, need(other.claims[0]))))).toBe('not-found no-claim');
    expect(await codeOf(attachAs(people.first, on(one.articleId)))).toBe('not-found no-claim');
    expect(await codeOf(attachAs(people.viewer, on(first)))).toMatch(/^forbidden /);
    const { claim } = await detail(database.db, people.first, second);
    await withdrawClaim(database.db, people.first, { id: second, version: claim.version, reason: 'Gone' });
    // One that has ended takes the others with it: all or nothing.
    expect(await codeOf(attachAs(people.first, on(first, second)))).toBe('conflict claim-number-ended');
    expect(await evidenceOf(first)).toHaveLength(1);
    const bench = await reopen(database.db, people.editor, one.articleId);
    await archiveArticle(database.db, people.editor, {
      id: one.articleId,
      version: bench.article.version,
      archived: true,
    });
    expect(await codeOf(attachAs(people.first, on(first)))).toBe('conflict article-archived');

    const hidden = await made('named');
    expect(await codeOf(attachAs(people.second, passage(hidden, TOLLS)))).toBe('not-found no-article');
    // Of a source that only a hidden article cites, nobody else can take words to their own.
    const mine = await made();
    expect(await codeOf(attachAs(people.second, { ...passage(mine, TOLLS), captureId: hidden.captureId }))).toBe(
      'not-found no-capture',
    );
    expect(await openForReader(database.db, people.second, hidden.sourceId, null)).toBeNull();
    expect(await openForReader(database.db, people.second, mine.sourceId, hidden.captureId)).toBeNull();
  });

  test('are taken from no capture that was erased and from no source that is archived', async () => {
    const one = await made();
    await attachAs(people.first, passage(one, TOLLS));
    await eraseCapture(database.db, people.admin, { id: one.captureId, reason: 'Asked for' });
    expect(await codeOf(attachAs(people.first, passage(one, BERTHS)))).toBe('conflict capture-erased');
    const [, kept] = await evidenceOf(need(one.claims[0]));
    expect(kept).toMatchObject({ quote: TOLLS, quoteCheck: 'exact' });
    const two = await made();
    const { version } = await database.db.source.findUniqueOrThrow({ where: { id: two.sourceId } });
    await archiveSource(database.db, people.first, { id: two.sourceId, version, archived: true });
    expect(await codeOf(attachAs(people.first, passage(two, TOLLS)))).toBe('invalid source-gone');
  });

  test('keep their place where a claim is divided', async () => {
    const one = await made();
    const id = need(one.claims[0]);
    const {
      made: [piece = ''],
    } = await attachAs(people.first, passage(one, TOLLS));
    const bench = await reopen(database.db, people.first, one.articleId);
    const claim = need(bench.claims.find((item) => item.id === id));
    const start = need(claim.start);
    const { claims } = await splitClaim(database.db, people.first, {
      id,
      version: claim.version,
      revisionId: bench.revision.id,
      parts: [{ span: { start, end: start + 5 } }, { span: { start: start + 6, end: need(claim.end) } }],
      evidence: [{ id: piece, parts: [1] }],
    });
    const carried = await Promise.all(claims.filter((item) => item.id !== id).map((item) => evidenceOf(item.id)));
    expect(carried.flat()).toEqual([
      expect.objectContaining({ quote: TOLLS, place: { captureId: one.captureId, ...span(TOLLS) } }),
    ]);
    await whole();
  });
});

describe('words typed by hand', () => {
  const typed = ({ sourceId, claims }: Made, quote: string | null) =>
    attachEvidence(database.db, people.first, {
      claimId: need(claims[1]),
      source: { id: sourceId },
      stance: 'supports',
      aspect: 'content',
      quote,
      locator: null,
      note: null,
      means: null,
      consultedOn: null,
    });

  test('are looked for in the source’s newest capture, again when they change, and told in the report', async () => {
    const one = await made();
    const id = need(one.claims[1]);
    for (const quote of [
      BERTHS,
      'Of 31 berths … closed for safety reasons',
      'Of 31 berths, 7 are closed for safety reasons.',
      null,
    ])
      await typed(one, quote);
    const all = await evidenceOf(id);
    expect(all.map(({ quoteCheck }) => quoteCheck)).toEqual(['exact', 'broken', 'not_found', null]);
    expect(all.map(({ place }) => place && PAGE.slice(place.start, place.end))).toEqual([
      // A mark at its end is no part of what was found.
      BERTHS.slice(0, -1),
      BERTHS.slice(0, -1),
      null,
      null,
    ]);
    const wrong = need(all[2]);
    const { stance, aspect, locator, note, means, consultedOn } = wrong;
    const same = { stance: need(stance), aspect, locator, note, means, consultedOn };
    await editEvidence(database.db, people.first, {
      ...same,
      id: wrong.id,
      version: wrong.version,
      quote: 'The fund for repairs holds £6.1 million.',
    });
    const [, , right] = await evidenceOf(id);
    expect(right).toMatchObject({ quoteCheck: 'exact', place: { captureId: one.captureId } });
    await editEvidence(database.db, people.first, {
      ...same,
      id: wrong.id,
      version: need(right).version,
      quote: 'Nothing of the kind was said.',
    });
    expect((await evidenceOf(id))[2]).toMatchObject({ quoteCheck: 'not_found', place: null });
    const report = await freezeReport(database.db, people.editor, { articleId: one.articleId });
    const { model } = need(await readReport(database.db, people.editor, report.id));
    const printed = need(model.claims.find((item) => item.id === id));
    expect(printed.evidence.map(({ quoteCheck }) => quoteCheck)).toEqual(['exact', 'broken', 'not_found', null]);
    await whole();
  });

  test('and were typed before anything was kept are looked for when a capture comes: a machine’s finding that disturbs nobody', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
    const quote = 'Of 31 berths, 6 are closed for such reasons.';
    await attach(database.db, people.first, claim.id, 'Accounts, typed');
    const [piece] = await evidenceOf(claim.id);
    const { id, source, version } = need(piece);
    const words = { stance: 'supports', aspect: 'content', locator: null, note: null, means: null } as const;
    const edited = { id, version, quote, ...words, consultedOn: null };
    await editEvidence(database.db, people.first, edited);
    await judge(database.db, people.second, claim.id, 'true', { rationale: 'So it says [1].' });
    const captureId = await capture(source.id, PAGE);
    const after = await detail(database.db, people.first, claim.id);
    expect(after.claim.stale).toBe(false);
    expect(after.evidence[0]).toMatchObject({
      version: version + 1,
      quoteCheck: 'close',
      quoteDifference: [{ quote: 'such', source: 'safety' }],
      place: { captureId },
    });
    const [told] = await database.db.event.findMany({
      where: { chainId: bench.article.id, action: 'evidence.lookedFor' },
    });
    expect(told).toMatchObject({ actorKind: 'machine', actorId: null, subjectId: captureId });
    // The next capture has nothing to look for; and whoever is not sure of a finding sets the words right.
    await capture(source.id, `${PAGE} More.`);
    expect(await database.db.event.count({ where: { action: 'evidence.lookedFor', chainId: bench.article.id } })).toBe(
      1,
    );
    const frozen = async () => {
      const { id: reportId } = await freezeReport(database.db, people.editor, { articleId: bench.article.id });
      const { model } = need(await readReport(database.db, people.editor, reportId));
      return need(need(model.claims.find((item) => item.id === claim.id)).evidence[0]);
    };
    expect(await frozen()).toMatchObject({
      quoteCheck: 'close',
      quoteDifference: [{ quote: 'such', source: 'safety' }],
    });
    await whole();
    // The source's words go with an erasure; that some differed stays.
    await eraseCapture(database.db, people.admin, { id: captureId, reason: 'Asked for' });
    expect(await frozen()).toMatchObject({ quoteCheck: 'close', quoteDifference: [] });
    await whole();
  });

  test('a speaker’s words in the article are looked for in the recordings and documents among the evidence', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'Nobody in this trade was consulted', 'attribution');
    const beside = async () => need(await besideOfClaim(database.db, people.viewer, claim.id)).said;
    await attach(database.db, people.first, claim.id, 'Minutes of the meeting');
    expect(await beside()).toEqual([]);
    const [piece] = await evidenceOf(claim.id);
    const { source } = need(piece);
    await capture(source.id, 'Minutes\n\nMs Holt: Nobody in the trade was consulted.');
    const said = {
      evidence: 1,
      words: 'Nobody in this trade was consulted,',
      check: 'close',
      difference: [{ quote: 'this', source: 'the' }],
    };
    expect(await beside()).toMatchObject([said]);
    const { id } = await freezeReport(database.db, people.editor, { articleId: bench.article.id });
    const { model } = need(await readReport(database.db, people.editor, id));
    expect(need(model.claims.find((item) => item.id === claim.id)).said).toEqual([said]);
    // A page that somebody else made keeps nobody's words.
    await plant(database.db, (tx) =>
      tx.source.update({ where: { id: source.id }, data: { kind: 'page', tier: 'secondary' } }),
    );
    expect(await beside()).toEqual([]);
  });

  test('stay unchecked where nothing is kept of the source, and where it is not theirs to see', async () => {
    const one = await made();
    await attach(database.db, people.first, need(one.claims[1]), 'A book');
    expect((await evidenceOf(need(one.claims[1])))[0]).toMatchObject({ quoteCheck: null, place: null });
    expect(
      await codeOf(
        attachEvidence(database.db, people.viewer, {
          claimId: need(one.claims[1]),
          source: { id: one.sourceId },
          stance: 'supports',
          aspect: 'content',
          quote: BERTHS,
          locator: null,
          note: null,
          means: null,
          consultedOn: null,
        }),
      ),
    ).toMatch(/^forbidden /);
  });
});

describe('passages that bear on a claim', () => {
  test('are offered from what the reader may know of, with their place, and no more once they are attached', async () => {
    const one = await made();
    const hidden = await made('named', 'Lorry tolls rose by 9.9 per cent in June, a secret paper of the harbour says.');
    const id = need(one.claims[0]);
    const offered = need(await passagesForClaim(database.db, people.second, id, null));
    expect(offered.isPart).toBe(false);
    const [best] = offered.passages;
    expect(best).toMatchObject({
      bearing: 'differs',
      locator: 'para. 2',
      figures: [{ claim: '4.5 per cent', source: '4.6 per cent' }],
    });
    expect(best && PAGE.slice(best.start, best.end)).toContain('Lorry tolls rose by 4.6 per cent');
    expect(JSON.stringify(offered)).not.toMatch(/9\.9|secret/);
    // The same accounts are kept of many sources by now: the same words are offered once.
    const words = offered.passages.map((one) => one.words);
    expect(new Set(words).size).toBe(words.length);
    expect(JSON.stringify(await passagesForClaim(database.db, people.first, id, null))).toMatch(/9\.9/);
    expect(await passagesForClaim(database.db, people.second, need(hidden.claims[0]), null)).toBeNull();
    expect(await passagesForClaim(database.db, people.second, id, hidden.captureId)).toBeNull();
    const here = need(await passagesForClaim(database.db, people.second, id, one.captureId));
    expect(here.passages.every(({ captureId }) => captureId === one.captureId)).toBe(true);
    const { start, end } = need(here.passages[0]);
    await attachAs(people.second, { ...passage(one, TOLLS), passage: { span: { start, end } } });
    const after = need(await passagesForClaim(database.db, people.second, id, one.captureId));
    expect(after.passages.filter((other) => other.start < end && start < other.end)).toEqual([]);
  });

  test('tell of a source which claims of the article it speaks of, to who may know of both', async () => {
    const one = await made();
    const hidden = await made('named', PAGE);
    const bearings = (by: typeof people.first, on: typeof one, of: typeof one) =>
      bearingsOfCapture(database.db, by, on.articleId, of.captureId);
    const found = await bearings(people.second, one, one);
    expect(found.isPart).toBe(false);
    const tolls = need(found.bearings.find(({ claimId }) => claimId === one.claims[0]));
    expect(tolls.bearing).toBe('differs');
    expect(PAGE.slice(tolls.start, tolls.end)).toContain('Lorry tolls rose by 4.6 per cent');
    expect(await codeOf(bearings(people.second, hidden, one))).toMatch(/^not-found/);
    expect(await codeOf(bearings(people.second, one, hidden))).toMatch(/^not-found/);
  });

  test('are looked for part by part in a long source, until all of it has been read', async () => {
    const long = `${'The board met and talked of nothing that anybody wrote down. '.repeat(40)}\n\n`.repeat(20);
    const one = await made('desk', `${long}${PAGE}`);
    const id = need(one.claims[0]);
    const answers = [];
    for (let i = 0; i < 6; i++) {
      const answer = need(await passagesForClaim(database.db, people.first, id, one.captureId));
      answers.push(answer);
      if (!answer.isPart) break;
    }
    expect(answers.length).toBeGreaterThan(1);
    const last = need(answers.at(-1));
    expect(last.isPart).toBe(false);
    expect(last.passages[0]?.words).toContain('4.6 per cent');
    expect(last.passages[0]?.start).toBe(long.length + PAGE.indexOf('Lorry tolls'));
  });

  test('figures of evidence stand beside the claim’s, with the difference', async () => {
    const one = await made();
    const id = need(one.claims[0]);
    await attachAs(people.first, passage(one, TOLLS));
    const {
      figures: [figure],
    } = need(await besideOfClaim(database.db, people.viewer, id));
    expect(figure).toMatchObject({
      number: 2,
      claim: '4.5 per cent',
      evidence: '4.6 per cent',
      fit: 'apart',
      difference: { inPoints: true },
    });
    expect(figure?.difference?.absolute).toBeCloseTo(0.1);
    const hidden = await made('named');
    expect(await besideOfClaim(database.db, people.second, need(hidden.claims[0]))).toBeNull();
  });
});

test('a link is the source that is there, however it is written, and captured once; else a new one', async () => {
  const link = 'https://www.example.org/accounts?utm_source=mail';
  const first = await openLink(database.db, people.first, { link });
  expect(first).toMatchObject({ isNew: true, title: link });
  const again = await openLink(database.db, people.first, { link: 'http://example.org/accounts/' });
  expect(again).toMatchObject({ id: first.id, isNew: false, jobId: first.jobId });
  // What nobody has cited is nobody else's to know of.
  const other = await openLink(database.db, people.second, { link });
  expect(other.id).not.toBe(first.id);
  await capture(first.id, PAGE);
  expect((await openLink(database.db, people.first, { link })).jobId).toBeNull();
  expect(await codeOf(openLink(database.db, people.viewer, { link }))).toMatch(/^forbidden /);
  const opened = need(await openForReader(database.db, people.first, first.id, null));
  expect(opened).toMatchObject({ isOlder: false, opened: { capture: { number: 1 } } });
  await capture(first.id, `${PAGE} More.`);
  const older = need(await openForReader(database.db, people.first, first.id, need(opened.opened).capture.id));
  expect(older).toMatchObject({ isOlder: true, opened: { capture: { number: 1 } } });
  await plant(database.db, (tx) => tx.source.update({ where: { id: first.id }, data: { archivedAt: new Date() } }));
  expect((await openLink(database.db, people.first, { link })).id).not.toBe(first.id);
  await whole();
});
