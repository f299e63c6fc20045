import { beforeAll, expect, test } from 'vitest';
import { hashOf } from '#lib/history/rules.ts';
import { connect } from '#lib/platform/db.ts';
import { closeSql, sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readHeads } from '#lib/proof/data-heads.ts';
import { coverageNow } from '#lib/standing/data-coverage.ts';
import { article, type Cast, cast, claimOn, detail, judge } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { chainOf, putChain } from '../trust/chains.ts';
import { tamper } from '../trust/desk.ts';

/*
 * What stands around the records: the functions and tables that a name may mean, the clock, and which chain an event is on.
 */

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});
const breaks = async () => (await verifyHistory(sql(), [])).breaks;

async function judged() {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await judge(database.db, people.first, claim.id);
  return { articleId: bench.article.id, claimId: claim.id };
}

/** Has new connections look for names in these schemas first, as the owner of the database may. */
async function lookingIn(path: string, work: () => Promise<void>): Promise<void> {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  await database.owner.unsafe(`alter database "${name}" set search_path = ${path}`);
  await closeSql();
  try {
    await work();
  } finally {
    await database.owner.unsafe(`alter database "${name}" reset search_path`);
    await closeSql();
  }
}

test('a function that stands before Postgres’s own is not asked', async () => {
  const { claimId } = await judged();
  const [said] = await database.owner<{ digest: string }[]>`
    select split_part(line, ' ', 3) as digest
    from event_records r cross join lateral string_to_table(r.records, e'\n') line
    where line like ${`claims ${claimId} %`} order by r.sequence desc limit 1`;
  await database.owner.unsafe(`
    create function public.sha256(bytea) returns bytea language sql as $$
      select case when convert_from($1, 'UTF8') like '%"id": "${claimId}"%' then decode('${said?.digest}', 'hex')
        else pg_catalog.sha256($1) end
    $$`);
  await tamper((tx) => tx`update claims set kind = 'event' where id = ${claimId}`);
  await lookingIn('public, pg_catalog', async () =>
    expect(await breaks()).toMatchObject([{ because: 'record-changed', record: { table: 'claims', key: claimId } }]),
  );
  await database.owner.unsafe('drop function public.sha256(bytea)');
  await tamper((tx) => tx`update claims set kind = 'quantity' where id = ${claimId}`);
  expect(await breaks()).toEqual([]);
});

test('nor is a table that stands before the desk’s own', async () => {
  const { claimId } = await judged();
  await database.owner.unsafe(`
    create schema before; grant usage on schema before to public;
    create table before.verdicts as select * from public.verdicts; grant select on before.verdicts to public`);
  await tamper((tx) => tx`update public.verdicts set rationale = 'Forged.' where claim_id = ${claimId}`);
  await lookingIn('before, public', async () =>
    expect(await breaks()).toMatchObject([{ because: 'record-changed', record: { table: 'verdicts' } }]),
  );
  await tamper((tx) => tx`update public.verdicts set rationale = 'The accounts say so.' where claim_id = ${claimId}`);
  await database.owner.unsafe('drop schema before cascade');
  expect(await breaks()).toEqual([]);
});

test('nor is what claims and marks come to counted out of others', async () => {
  const { articleId } = await judged();
  const { sentencesRead } = (await coverageNow(database.db, articleId)).now;
  await database.owner.unsafe(`
    create schema before; grant usage on schema before to public;
    create table before.claims as select * from public.claims; grant select on before.claims to public;
    update before.claims set excluded_at = now()`);
  await lookingIn('before, public', async () => {
    const db = connect(database.url, 2);
    const fooled = (await coverageNow(db, articleId)).now.sentencesRead;
    expect(fooled).toBeGreaterThan(sentencesRead);
    await tamper((tx) => tx`update public.articles set sentences_read = ${fooled} where id = ${articleId}`);
    expect((await verifyHistory(sql(), [], db)).breaks).toMatchObject([
      { because: 'record-derived', record: { table: 'articles', key: articleId }, columns: ['sentences_read'] },
    ]);
    await db.$disconnect();
  });
  await tamper((tx) => tx`update public.articles set sentences_read = ${sentencesRead} where id = ${articleId}`);
  await database.owner.unsafe('drop schema before cascade');
  expect(await breaks()).toEqual([]);
});

test('a table that shows the desk other rows than it shows verify is named', async () => {
  const { claimId } = await judged();
  const named = (table: string) => [{ because: 'table-other', record: { table, key: '*' } }];
  // The desk reads what is committed now, verify as of one moment: a policy can tell them apart.
  await database.owner.unsafe(`
    alter table verdicts enable row level security;
    create policy hides on verdicts using (claim_id <> '${claimId}' or current_setting('transaction_isolation') <> 'read committed')`);
  expect((await detail(database.db, people.first, claimId)).verdicts).toEqual([]);
  expect(await breaks()).toMatchObject(named('verdicts'));
  await database.owner.unsafe('drop policy hides on verdicts; alter table verdicts disable row level security');
  expect(await breaks()).toEqual([]);

  await database.owner.unsafe(`
    alter table fixes rename to fixes_kept; create view fixes as select * from fixes_kept; grant select on fixes to public`);
  expect(await breaks()).toMatchObject(named('fixes'));
  await database.owner.unsafe('drop view fixes; alter table fixes_kept rename to fixes');
  await database.owner.unsafe('create rule never as on delete to blobs do instead nothing');
  expect(await breaks()).toMatchObject(named('blobs'));
  await database.owner.unsafe('drop rule never on blobs');
  expect(await breaks()).toEqual([]);
});

test('heads for somebody else to keep are the desk’s own chains', async () => {
  const { articleId } = await judged();
  const { head } = await chainOf(articleId);
  await database.owner.unsafe(`
    create schema before; grant usage on schema before to public;
    create table before.chains as select id, sequence, repeat('0', 64) as hash from public.chains;
    grant select on before.chains to public`);
  await lookingIn('before, public', async () => {
    const { heads } = await readHeads(sql());
    expect(heads).toContainEqual({ chain: articleId, sequence: head.sequence, hash: head.hash });
  });
  await database.owner.unsafe('drop schema before cascade');
});

test('a clock that was set back makes no forger of anybody', async () => {
  const { articleId } = await judged();
  const { links, head } = await chainOf(articleId);
  const last = links.at(-1);
  if (!last) throw new Error('The chain is empty');
  const back = { ...last, at: '2020-01-01T00:00:00.000Z' };
  const link = { ...back, hash: hashOf(back) };
  await putChain({ links: [...links.slice(0, -1), link], head: { ...head, hash: link.hash } });
  expect(await breaks()).toEqual([]);
});

test('an erasure is on record on the desk’s chain, or it is none', async () => {
  const { articleId } = await judged();
  const { head } = await chainOf(articleId);
  const { sequence } = head;
  await tamper(async (tx) => {
    await tx`update event_details set detail = null, salt = null, erased_at = now() where chain = ${articleId} and sequence = ${sequence}`;
    const detail = JSON.stringify({ chain: articleId, reason: 'The law', sequence });
    await tx`select stet_append_event(${articleId}, null, 'machine', 'history.erased', 'event', ${`${articleId}/${sequence}`}, ${detail})`;
  });
  expect(await breaks()).toMatchObject([{ chain: articleId, sequence, because: 'erasure' }]);
});
