import { beforeAll, expect, test } from 'vitest';
import { eraseDetail } from '#lib/history/mutations-erase.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { articleHistory } from '#lib/workbench/data-history.ts';
import { article, type Cast, cast, claimOn, judge } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal, tamper } from './desk.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

async function judged() {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await judge(database.db, people.first, claim.id, 'true', { rationale: 'Marisol Quant told us so.' });
  const { id } = bench.article;
  const history = await articleHistory(database.db, people.admin, { articleId: id, kind: 'verdict' });
  const event = history?.events[0];
  if (!event) throw new Error('There is no verdict in the history');
  return { id, sequence: event.sequence };
}

const seen = async (id: string, sequence: number) =>
  (await articleHistory(database.db, people.first, { articleId: id }))?.events.find(
    (event) => event.sequence === sequence,
  );

test('an erased detail is gone for good, on record, and the chain is whole', async () => {
  const { id, sequence } = await judged();
  expect(JSON.stringify(await seen(id, sequence))).toContain('Marisol');
  await eraseDetail(database.db, people.admin, { chain: id, sequence, reason: 'Request under article 17' });
  expect(await seen(id, sequence)).toMatchObject({ detail: null, hidden: 'erased', action: 'verdict.given' });
  const left = await sql()`select * from event_details where detail like '%Marisol%'`;
  expect(left).toEqual([]);
  const { breaks, erased } = await verifyHistory(sql(), []);
  expect(breaks).toEqual([]);
  expect(erased).toBeGreaterThan(0);
  const [record] = await sql()`
    select e.actor_id as by, d.detail from events e join event_details d using (chain, sequence)
    where e.action = 'history.erased' and e.subject_id = ${`${id}/${sequence}`}`;
  expect(record?.by).toBe(people.admin.id);
  expect(JSON.parse(record?.detail)).toEqual({ chain: id, sequence, reason: 'Request under article 17' });
});

test('it is an admin’s alone, done once, and never to its own record', async () => {
  const { id, sequence } = await judged();
  const input = { chain: id, sequence, reason: 'Asked for' };
  for (const actor of [people.viewer, people.first, people.editor])
    expect(await refusal(eraseDetail(database.db, actor, input))).toBe('forbidden');
  expect(await refusal(eraseDetail(database.db, people.admin, { ...input, sequence: 999 }))).toBe('not-found');
  await eraseDetail(database.db, people.admin, input);
  expect(await refusal(eraseDetail(database.db, people.admin, input))).toBe('conflict');
  const [record] = await sql()<{ sequence: number }[]>`
    select sequence from events where action = 'history.erased' and subject_id = ${`${id}/${sequence}`}`;
  const itself = { chain: 'desk', sequence: record?.sequence ?? 0, reason: 'To hide it' } as const;
  expect(await refusal(eraseDetail(database.db, people.admin, itself))).toBe('forbidden');
});

test('two who erase the same detail at once: one does, one is told', async () => {
  const { id, sequence } = await judged();
  const input = { chain: id, sequence, reason: 'Asked for' };
  const outcomes = await Promise.all([0, 1].map(() => refusal(eraseDetail(database.db, people.admin, input))));
  expect(outcomes.sort()).toEqual(['conflict', 'done']);
});

test('an erasure past the code, without its record, is found', async () => {
  const { id, sequence } = await judged();
  await sql()`
    update event_details set detail = null, salt = null, erased_at = now() where chain = ${id} and sequence = ${sequence}`;
  const own = async () => (await verifyHistory(sql(), [])).breaks.filter(({ chain }) => chain === id);
  expect(await own()).toEqual([{ chain: id, sequence, because: 'erasure' }]);
  await tamper((tx) => tx`update event_details set erased_at = null where chain = ${id} and sequence = ${sequence}`);
  expect(await own()).toEqual([{ chain: id, sequence, because: 'detail' }]);
});
