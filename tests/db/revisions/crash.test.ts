import type { TransactionSql } from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { rounds } from '#tests/rounds.ts';
import { article, type Cast, cast, claimOn, judge, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { kill, startVictim, until, type Victim } from '../victim.ts';

/* A process of its own takes a revision, and is killed on the way. What is there then is all of the revision, or nothing of it. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const DRAFT = `${TEXT.replace('one in five', 'one in six')}\n\nThe port handled 436 million tonnes in 2024.`;

async function checked() {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await judge(database.db, people.first, claim.id);
  return {
    articleId: bench.article.id,
    basedOn: bench.revision.id,
    claimId: claim.id,
    claims: bench.claims.length + 1,
  };
}
type Made = Awaited<ReturnType<typeof checked>>;

function startReviser({ articleId, basedOn }: Made): Promise<Victim> {
  const { id, name, email, role } = people.editor;
  const task = { url: database.url, person: { id, name, email, role }, articleId, basedOn, text: DRAFT };
  return startVictim('tests/db/revisions/reviser.ts', task);
}

/** What there is of the revision: its row, places in it, new claims, its event, and the standing of a claim that it changes. */
async function traces({ articleId, basedOn, claimId, claims }: Made) {
  const { db } = database;
  const others = { articleId, id: { not: basedOn } };
  return {
    revisions: await db.revision.count({ where: others }),
    anchored: (await db.anchor.count({ where: { revision: others } })) > 0,
    fresh: (await db.claim.count({ where: { articleId } })) > claims,
    events: await db.event.count({ where: { chainId: articleId, action: 'article.revised' } }),
    stale: (await db.claim.findUniqueOrThrow({ where: { id: claimId } })).stale,
  };
}

const NOTHING = { revisions: 0, anchored: false, fresh: false, events: 0, stale: false };
const ALL = { revisions: 1, anchored: true, fresh: true, events: 1, stale: true };

type Holding = (tx: TransactionSql, made: Made) => Promise<unknown>;
const POINTS: readonly (readonly [string, Holding])[] = [
  ['before it has the article', (tx, { articleId }) => tx`select 1 from articles where id = ${articleId} for update`],
  [
    'after its rows, before its event',
    (tx, { articleId }) => tx`select 1 from chains where id = ${articleId} for update`,
  ],
  [
    'after its event, before the standing',
    (tx, { claimId }) => tx`select 1 from claims where id = ${claimId} for update`,
  ],
];

test('left alone, it takes the revision', async () => {
  const made = await checked();
  const reviser = await startReviser(made);
  expect(await reviser.says()).toBe('done');
  await kill(reviser);
  expect(await traces(made)).toEqual(ALL);
});

test.each(POINTS)('killed %s, nothing of the revision is there, and it can be taken again', async (_, hold) => {
  const made = await checked();
  await database.owner.begin(async (tx) => {
    await hold(tx, made);
    const reviser = await startReviser(made);
    await until('waiting', 1);
    await kill(reviser);
  });
  await until('gone', 0);
  expect(await traces(made)).toEqual(NOTHING);
  const { articleId, basedOn } = made;
  await revise(database.db, people.editor, { articleId, basedOn, text: typedText(DRAFT), origin: 'paste' });
  expect(await traces(made)).toEqual(ALL);
});

test('killed at any moment, it is there in whole or not at all', async () => {
  for (let round = 0; round < rounds(4); round++) {
    const made = await checked();
    const reviser = await startReviser(made);
    await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 30) % 120)));
    await kill(reviser);
    await until('gone', 0);
    expect([NOTHING, ALL]).toContainEqual(await traces(made));
  }
  expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
});
