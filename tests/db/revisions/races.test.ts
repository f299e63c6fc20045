import { beforeAll, describe, expect, test } from 'vitest';
import { splitClaim } from '#lib/claims/mutations-lineage.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, type Cast, cast, claimOn, detail, judge, lead, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { race } from '../trust/race.ts';
import { need } from '../trust/scene.ts';

/* A revision and another change at the same instant, each over a connection of its own, in both orders. */
const database = withDatabase();
let people: Cast;
let other: Db;
beforeAll(async () => {
  people = await cast(database.db);
  other = connect(database.url, 3);
  return () => other.$disconnect();
});

const WORDS = 'About one in five berths is closed for safety reasons';
const DRAFT = TEXT.replace('one in five', 'one in six');

async function open(judged = false) {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, WORDS);
  if (judged) await judge(database.db, people.first, claim.id);
  return { bench, claim: (await detail(database.db, people.first, claim.id)).claim };
}
type Opened = Awaited<ReturnType<typeof open>>;

const take = (db: Db, { bench }: Opened, text = DRAFT) =>
  revise(db, people.editor, {
    articleId: bench.article.id,
    basedOn: bench.revision.id,
    text: typedText(text),
    origin: 'paste',
  });
const now = async ({ claim }: Opened) => (await detail(database.db, people.admin, claim.id)).claim;

describe('a revision', () => {
  test('against a verdict: on the old words and stale, or refused with the difference', async () => {
    const seen = await race(
      () => open(),
      (made) => take(database.db, made),
      (made) => judge(other, people.first, made.claim.id),
      async (made, [revised, given]) => {
        expect(revised).toBe('done');
        // The new words ask for a wording: until that is decided nobody judges them.
        expect(['done', 'basis-moved', 'undecided-wording']).toContain(given);
        const claim = await now(made);
        expect(claim.anchorState).toBe('changed');
        const { verdicts, basisChanges } = await detail(database.db, people.admin, made.claim.id);
        expect(verdicts).toHaveLength(given === 'done' ? 1 : 0);
        // What was given was given on the old words.
        expect(claim.stale).toBe(given === 'done');
        expect(basisChanges.length > 0).toBe(given === 'done');
      },
    );
    // Both orders came about.
    expect(seen).toContain('done done');
    expect(seen).toContain('done undecided-wording');
  });

  test('against a sign-off: signed off and stale, or refused with the difference', async () => {
    await race(
      () => open(true),
      (made) => take(database.db, made),
      async (made) => {
        const verdict = await lead(other, people.second, made.claim.id);
        return signOff(other, people.second, {
          verdictId: verdict.id,
          basisDigest: need(verdict.basisDigest),
          seen: verdict.seen,
        });
      },
      async (made, [revised, signed]) => {
        expect(revised).toBe('done');
        expect(['done', 'basis-moved']).toContain(signed);
        const claim = await now(made);
        expect(claim.stale).toBe(true);
        expect(claim.progress).toBe(signed === 'done' ? 'settled' : 'awaiting_second_reader');
      },
    );
  });

  test('against a split: of the old words, or refused because the text has moved on', async () => {
    await race(
      () => open(),
      (made) => take(database.db, made),
      (made) => {
        const start = need(made.claim.start);
        const parts = [
          { start, end: start + 'About one in five berths'.length },
          { start: start + 'About one in five berths '.length, end: need(made.claim.end) },
        ].map((span) => ({ span }));
        return splitClaim(other, people.first, {
          id: made.claim.id,
          version: made.claim.version,
          revisionId: made.bench.revision.id,
          parts,
          evidence: [],
        });
      },
      async (made, [revised, divided]) => {
        expect(revised).toBe('done');
        expect(['done', 'stale-version']).toContain(divided);
        const live = await database.db.claim.findMany({
          where: { articleId: made.bench.article.id, replacedAt: null, withdrawnAt: null },
          select: { id: true, anchors: { where: { revision: { number: 2 } }, select: { id: true } } },
        });
        // Every claim that counts has its one place, or its loss, in the new revision.
        expect(live.every(({ anchors }) => anchors.length === 1)).toBe(true);
        expect(live.some(({ id }) => id === made.claim.id)).toBe(divided !== 'done');
      },
    );
  });

  test('against a comment: both are there', async () => {
    await race(
      () => open(),
      (made) => take(database.db, made),
      (made) =>
        writeComment(other, people.first, {
          articleId: made.bench.article.id,
          claimId: made.claim.id,
          threadId: null,
          kind: 'note',
          body: 'See page 4.',
          onVerdictId: null,
        }),
      async (made, outcomes) => {
        expect(outcomes).toEqual(['done', 'done']);
        expect(await database.db.comment.count({ where: { claimId: made.claim.id } })).toBe(1);
        expect((await now(made)).anchorState).toBe('changed');
      },
    );
  });

  test('against another revision: one is in, and the other is told', async () => {
    const seen = await race(
      () => open(),
      (made) => take(database.db, made, `${TEXT}\n\nOne.`),
      (made) => take(other, made, `${TEXT}\n\nTwo.`),
      async (made, outcomes) => {
        expect([...outcomes].sort()).toEqual(['done', 'stale-version']);
        expect(await database.db.revision.count({ where: { articleId: made.bench.article.id } })).toBe(2);
      },
    );
    expect(seen.size).toBeGreaterThan(0);
  });

  test('after all of it the history is whole', async () => {
    expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
  });
});
