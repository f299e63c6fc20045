import type { TransactionSql } from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { rounds } from '#tests/rounds.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { kill, startVictim, until, type Victim } from '../victim.ts';
import { need } from './scene.ts';

/*
 * A process of its own signs a verdict off, and is killed on the way: where it waits in the midst of its transaction for a
 * row that the test holds, or at any moment. What is in the database then is all of the sign-off, or nothing of it.
 */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

async function judged() {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await attach(database.db, people.first, claim.id, 'Berth list');
  await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the list [1].' });
  return { articleId: bench.article.id, id: claim.id, verdict: await lead(database.db, people.first, claim.id) };
}
type Made = Awaited<ReturnType<typeof judged>>;

const signOffOf = ({ verdict: { id, seen, basisDigest } }: Made) => ({
  verdictId: id,
  basisDigest: need(basisDigest),
  seen,
});

/** Starts a process that signs the verdict off as the second person. */
function startSigner(made: Made): Promise<Victim> {
  const { id, name, email, role } = people.second;
  const task = { url: database.url, person: { id, name, email, role }, ...signOffOf(made) };
  return startVictim('tests/db/trust/signer.ts', task);
}

const NOTHING = { rows: 0, events: 0, settled: false };
const ALL = { rows: 1, events: 1, settled: true };

/** What there is of the sign-off: its row, its event, and the standing that it gives the claim. */
async function traces({ articleId, id, verdict }: Made) {
  const { claim } = await detail(database.db, people.admin, id);
  return {
    rows: await database.db.signOff.count({ where: { verdictId: verdict.id } }),
    events: await database.db.event.count({ where: { chainId: articleId, action: 'verdict.signedOff' } }),
    settled: claim.progress === 'settled',
  };
}

type Holding = (tx: TransactionSql, made: Made) => Promise<unknown>;
const POINTS: readonly (readonly [string, Holding])[] = [
  ['before it has the article', (tx, { articleId }) => tx`select 1 from articles where id = ${articleId} for update`],
  ['before its row is checked', (tx, { verdict }) => tx`select 1 from verdicts where id = ${verdict.id} for update`],
  [
    'after its row, before its event',
    (tx, { articleId }) => tx`select 1 from chains where id = ${articleId} for update`,
  ],
  ['after its event, before the standing', (tx, { id }) => tx`select 1 from claims where id = ${id} for update`],
];

test('left alone, it signs the verdict off', async () => {
  const made = await judged();
  const signer = await startSigner(made);
  expect(await signer.says()).toBe('done');
  await kill(signer);
  expect(await traces(made)).toEqual(ALL);
});

test.each(POINTS)('killed %s, nothing of the sign-off is there, and it can be given again', async (_, hold) => {
  const made = await judged();
  let signer: Victim | undefined;
  await database.owner.begin(async (tx) => {
    await hold(tx, made);
    signer = await startSigner(made);
    await until('waiting', 1);
    await kill(signer);
  });
  await until('gone', 0);
  expect(await traces(made)).toEqual(NOTHING);
  await signOff(database.db, people.second, signOffOf(made));
  expect(await traces(made)).toEqual(ALL);
});

test('killed at any moment, it is there in whole or not at all', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < rounds(5); round++) {
    const made = await judged();
    const signer = await startSigner(made);
    await new Promise((resolve) => setTimeout(resolve, (round * 12) % 60));
    await kill(signer);
    await until('gone', 0);
    const found = await traces(made);
    expect([NOTHING, ALL]).toContainEqual(found);
    outcomes.add(String(found.settled));
  }
  expect(outcomes.size).toBeGreaterThan(0);
  expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
});
