import type { TransactionSql } from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { eraseDetail } from '#lib/history/mutations-erase.ts';
import type { ChainHead } from '#lib/history/rules.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { article, type Cast, cast, claimOn, judge } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

/** An article with a few events, and the end of its chain as a report would keep it. */
async function chain(): Promise<{ id: string; head: ChainHead }> {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await judge(database.db, people.first, claim.id);
  const [head] = await sql()<
    ChainHead[]
  >`select id as chain, sequence, hash from chains where id = ${bench.article.id}`;
  if (!head) throw new Error('The article has no chain');
  return { id: bench.article.id, head };
}

/** What somebody with the owner's keys to the database could do: the guards off, then on again. */
async function tamper(work: (tx: TransactionSql) => Promise<unknown>): Promise<void> {
  await database.owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await work(tx);
  });
}

const verify = (seen: readonly ChainHead[] = []) => verifyHistory(sql(), seen);
const breaksOf = async (id: string, seen: readonly ChainHead[] = []) =>
  (await verify(seen)).breaks.filter((found) => found.chain === id && !found.record);

test('a history that nobody touched is whole; the role that works has no right to change it, and not even its owner does by chance', async () => {
  const { id, head } = await chain();
  expect(await breaksOf(id, [head])).toEqual([]);
  const changes = [
    [`update events set action = 'x' where chain = '${id}'`, /written once/],
    [`delete from events where chain = '${id}'`, /nothing is removed/],
    ['truncate events cascade', /nothing is removed/],
    [`update event_details set detail = 'x' where chain = '${id}'`, /erased or left alone/],
  ] as const;
  for (const [change, guard] of changes) {
    await expect(sql().unsafe(change)).rejects.toThrow(/permission denied|erased or left alone/);
    await expect(database.owner.unsafe(change)).rejects.toThrow(guard);
  }
});

test('an edited event is found', async () => {
  const { id } = await chain();
  await tamper((tx) => tx`update events set action = 'claim.accepted' where chain = ${id} and sequence = 2`);
  expect(await breaksOf(id)).toEqual([{ chain: id, sequence: 2, because: 'hash' }]);
});

test('an edited detail is found', async () => {
  const { id } = await chain();
  await tamper(
    (tx) => tx`update event_details set detail = replace(detail, 'True', 'False') where chain = ${id} and sequence = 3`,
  );
  expect(await breaksOf(id)).toEqual([{ chain: id, sequence: 3, because: 'detail' }]);
});

test('a deleted event is found', async () => {
  const { id } = await chain();
  await tamper(async (tx) => {
    await tx`delete from event_details where chain = ${id} and sequence = 2`;
    await tx`delete from events where chain = ${id} and sequence = 2`;
  });
  expect(await breaksOf(id)).toEqual([{ chain: id, sequence: 2, because: 'missing' }]);
});

test('an inserted event is found', async () => {
  const { id, head } = await chain();
  await tamper(
    (tx) => tx`
    insert into events (chain, sequence, at, actor_kind, action, subject_type, subject_id, detail_hash, previous_hash, hash)
    select chain, ${head.sequence + 1}, at, actor_kind, action, subject_type, subject_id, detail_hash, ${head.hash}, repeat('a', 64)
    from events where chain = ${id} and sequence = 1`,
  );
  expect(await breaksOf(id)).toEqual([{ chain: id, sequence: head.sequence + 1, because: 'hash' }]);
});

test('a cut tail is found where the kept end gives it away, and where that is forged too, by a report', async () => {
  const { id, head } = await chain();
  await tamper(async (tx) => {
    await tx`delete from event_details where chain = ${id} and sequence = ${head.sequence}`;
    await tx`delete from events where chain = ${id} and sequence = ${head.sequence}`;
  });
  expect(await breaksOf(id)).toEqual([{ chain: id, sequence: head.sequence, because: 'head' }]);
  await tamper(
    (tx) => tx`
    update chains set sequence = ${head.sequence - 1}, hash = (select hash from events where chain = ${id} and sequence = ${head.sequence - 1})
    where id = ${id}`,
  );
  expect(await breaksOf(id)).toEqual([]);
  expect(await breaksOf(id, [head])).toEqual([{ chain: id, sequence: head.sequence, because: 'shorter' }]);
});

test('a chain hashed anew from end to end is found by a report alone', async () => {
  const { id, head } = await chain();
  await tamper(async (tx) => {
    await tx`update events set actor_kind = 'command' where chain = ${id} and sequence = 2`;
    await tx`
      do $$ declare row events%rowtype; last text := ''; begin
        for row in select * from events where chain = '${tx.unsafe(id)}' order by sequence loop
          last := encode(sha256(convert_to(concat_ws(e'\n', row.chain, row.sequence,
            to_char(row.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(row.actor_id::text, ''), row.actor_kind, row.action,
            row.subject_type, row.subject_id, row.detail_hash, last, row.records_hash), 'UTF8')), 'hex');
          update events set hash = last, previous_hash = coalesce((select hash from events where chain = row.chain and sequence = row.sequence - 1), '')
            where chain = row.chain and sequence = row.sequence;
        end loop;
        update chains set hash = last where id = '${tx.unsafe(id)}';
      end $$`;
  });
  expect(await breaksOf(id)).toEqual([]);
  expect(await breaksOf(id, [head])).toEqual([{ chain: id, sequence: head.sequence, because: 'rewritten' }]);
});

test('an erased detail leaves the chain whole, where its erasure is on record', async () => {
  const { id, head } = await chain();
  await eraseDetail(database.db, people.admin, { chain: id, sequence: 3, reason: 'Asked for' });
  expect(await breaksOf(id, [head])).toEqual([]);
});
