import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle } from '#lib/articles/mutations.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { readDesk } from '#lib/workbench/data-desk.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import type { QueueDTO } from '#lib/workbench/types-lists.ts';
import { article, type Cast, cast, claimOn, judge, lead, plant, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;

beforeEach(async () => {
  const { db } = database;
  people ??= await cast(db);
  // Each test has the desk to itself.
  await plant(db, (tx) => tx.article.updateMany({ data: { archivedAt: new Date() } }));
});

const desk = (actor: PersonActor) => readDesk(database.db, actor);
const statements = (queue: QueueDTO) =>
  queue.groups.flatMap((group) => group.claims.map((claim) => `${group.article.headline}: ${claim.number}`));
const inQueue = (bench: WorkbenchDTO, ...claims: ClaimDTO[]) =>
  claims.map((claim) => `${bench.article.headline}: ${claim.number}`);

async function opened(mode: 'open' | 'blind' | 'one' = 'open') {
  const bench = await article(database.db, people.editor, { mode });
  const budget = await claimOn(database.db, people.first, bench, '£48.6 million budget');
  const berths = await claimOn(database.db, people.first, bench, 'one in five berths');
  return { bench, budget, berths };
}

/** Gives a claim a new statement, which makes verdicts on it stale. */
async function reword(actor: PersonActor, bench: WorkbenchDTO, claim: ClaimDTO) {
  const now = (await reopen(database.db, actor, bench.article.id)).claims.find((item) => item.id === claim.id);
  await editClaim(database.db, actor, { id: claim.id, version: now?.version ?? 0, statement: 'Quite another matter' });
}

describe('what is theirs', () => {
  test('claims assigned to somebody wait for them until the first verdict, in the order of the text', async () => {
    const { db } = database;
    const { bench, budget, berths } = await opened();
    const claims = [berths, budget].map(({ id, version }) => ({ id, version }));
    await assignClaims(db, people.editor, { claims, assigneeId: people.second.id });
    expect(statements((await desk(people.second)).assigned)).toEqual(inQueue(bench, budget, berths));
    expect((await desk(people.first)).assigned.count).toBe(0);
    await judge(db, people.second, budget.id);
    expect(statements((await desk(people.second)).assigned)).toEqual(inQueue(bench, berths));
  });

  test('of one article the first three are shown, and all are counted', async () => {
    const { db } = database;
    const { bench } = await opened();
    const { claims } = await reopen(db, people.editor, bench.article.id);
    await assignClaims(db, people.editor, {
      claims: claims.map(({ id, version }) => ({ id, version })),
      assigneeId: people.second.id,
    });
    const { assigned } = await desk(people.second);
    expect(assigned.groups.map((group) => [group.claims.length, group.count])).toEqual([[3, claims.length]]);
    expect(assigned.count).toBe(claims.length);
  });

  test('a viewer has no queue', async () => {
    const { db } = database;
    const { bench, budget } = await opened();
    await judge(db, people.first, budget.id, 'true', { fix: 'a £49 million budget' });
    const { articles, ...queues } = await desk(people.viewer);
    expect(articles.rows.map((row) => row.headline)).toEqual([bench.article.headline]);
    for (const queue of [queues.assigned, queues.awaiting, queues.stale, queues.disputed]) {
      expect(queue).toEqual({ groups: [], count: 0, more: false });
    }
    expect(queues.fixes.rows).toEqual([]);
  });
});

describe('what waits for a second reader', () => {
  test('everybody who may judge but the authors finds it, until it is signed off', async () => {
    const { db } = database;
    const { bench, budget } = await opened();
    await judge(db, people.first, budget.id);
    expect(statements((await desk(people.first)).awaiting)).toEqual([]);
    for (const actor of [people.second, people.editor, people.admin]) {
      expect(statements((await desk(actor)).awaiting)).toEqual(inQueue(bench, budget));
    }
    const verdict = await lead(db, people.second, budget.id);
    await signOff(db, people.second, {
      verdictId: verdict.id,
      basisDigest: verdict.basisDigest ?? '',
      seen: verdict.seen,
    });
    expect((await desk(people.third)).awaiting.count).toBe(0);
  });

  test('whoever has edited what the verdict rests on is an author of it', async () => {
    const { db } = database;
    const { bench, budget } = await opened();
    await judge(db, people.first, budget.id);
    await reword(people.second, bench, budget);
    expect((await desk(people.second)).awaiting.count).toBe(0);
    // Open and stale: it asks its author for a fresh look, not another for a second reading.
    expect((await desk(people.third)).awaiting.count).toBe(0);
    expect(statements((await desk(people.first)).stale)).toEqual(inQueue(bench, budget));
    expect((await desk(people.third)).stale.count).toBe(0);
  });

  test('two who disagree are a dispute', async () => {
    const { db } = database;
    const { bench, budget } = await opened();
    await judge(db, people.first, budget.id, 'true');
    await judge(db, people.second, budget.id, 'false');
    const { awaiting, disputed, articles } = await desk(people.third);
    expect(awaiting.count).toBe(0);
    expect(statements(disputed)).toEqual(inQueue(bench, budget));
    expect(articles.rows[0]?.claims).toMatchObject({ disputed: 1, awaiting: 0 });
  });
});

describe('a blind first verdict', () => {
  test('shows that a second reader is wanted, and nothing else', async () => {
    const { db } = database;
    const { bench, budget } = await opened('blind');
    await judge(db, people.first, budget.id, 'false', { fix: 'a £49 million budget' });
    for (const actor of [people.second, people.editor, people.admin]) {
      const seen = await desk(actor);
      expect(statements(seen.awaiting)).toEqual(inQueue(bench, budget));
      expect(seen.awaiting.groups[0]?.claims[0]?.mark).toBe('await');
      expect(seen.fixes).toEqual({ rows: [], more: false });
    }
    await judge(db, people.second, budget.id, 'false');
    expect((await desk(people.editor)).fixes.rows.map((fix) => [fix.quote, fix.replacement])).toEqual([
      ['£48.6 million budget', 'a £49 million budget'],
    ]);
  });

  test('does not tell others that it has become stale, which would tell what it rests on', async () => {
    const { db } = database;
    const { bench, budget } = await opened('blind');
    await judge(db, people.first, budget.id);
    await reword(people.third, bench, budget);
    await assignClaims(db, people.editor, {
      claims: [
        {
          id: budget.id,
          version:
            (await reopen(db, people.editor, bench.article.id)).claims.find((c) => c.id === budget.id)?.version ?? 0,
        },
      ],
      assigneeId: people.second.id,
    });
    const [author, other] = [await desk(people.first), await desk(people.second)];
    expect(statements(author.stale)).toEqual(inQueue(bench, budget));
    expect(author.articles.rows[0]?.claims.stale).toBe(1);
    expect(other.stale.count).toBe(0);
    expect(other.articles.rows[0]?.claims.stale).toBe(0);
    expect(other.awaiting.groups[0]?.claims.map((claim) => claim.mark)).toEqual(['await']);
  });
});

describe('suggested wordings', () => {
  test('wait for who decides on them', async () => {
    const { db } = database;
    const { bench, budget } = await opened();
    await judge(db, people.first, budget.id, 'false', { fix: 'a £49 million budget' });
    expect((await desk(people.editor)).fixes.rows).toMatchObject([
      { articleId: bench.article.id, claimNumber: budget.number, replacement: 'a £49 million budget' },
    ]);
    expect((await desk(people.second)).fixes.rows).toEqual([]);
  });
});

describe('what does not show', () => {
  test('an article for named people, in no queue of anybody else', async () => {
    const { db } = database;
    const bench = await article(db, people.editor, { access: 'named', memberIds: [people.first.id, people.second.id] });
    const claims = [];
    for (const words of ['£48.6 million budget', 'one in five berths', '4.5 per cent']) {
      claims.push(await claimOn(db, people.first, bench, words));
    }
    const [waits, disputed, suggested] = claims;
    if (!waits || !disputed || !suggested) throw new Error('Three claims are needed');
    await judge(db, people.first, waits.id);
    await judge(db, people.first, disputed.id, 'true');
    await judge(db, people.second, disputed.id, 'false');
    await judge(db, people.first, suggested.id, 'false', { fix: 'five per cent' });
    for (const actor of [people.third, people.admin]) {
      const seen = await desk(actor);
      expect([seen.awaiting.count, seen.disputed.count, seen.fixes.rows.length, seen.articles.rows.length]).toEqual([
        0, 0, 0, 0,
      ]);
    }
    const named = await desk(people.editor);
    expect([named.awaiting.count, named.disputed.count, named.fixes.rows.length]).toEqual([2, 1, 1]);
  });

  test('an archived article', async () => {
    const { db } = database;
    const { bench, budget } = await opened();
    await judge(db, people.first, budget.id);
    await archiveArticle(db, people.editor, { id: bench.article.id, version: 1, archived: true });
    const seen = await desk(people.second);
    expect([seen.awaiting.count, seen.articles.rows.length]).toEqual([0, 0]);
  });
});
