import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderText } from '#lib/exports/render.ts';
import { eraseDetail } from '#lib/history/mutations-erase.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { stetHere } from '../command.ts';
import { article, type Cast, cast, claimOn, judge } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { tamper } from './desk.ts';

const database = withDatabase();
let people: Cast;
let folder: string;
beforeAll(async () => {
  people = await cast(database.db);
  folder = mkdtempSync(join(tmpdir(), 'stet-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `stet verify` as it is typed. */
const verify = (...args: string[]) => stetHere(['verify', ...args]);

const file = (name: string) => join(folder, name);

/** An article with a verdict, and its frozen report in a file. */
async function reported(name: string) {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await judge(database.db, people.first, claim.id);
  const { id } = await freezeReport(database.db, people.editor, { articleId: bench.article.id });
  const report = await readReport(database.db, people.editor, id);
  if (!report) throw new Error('The report is not there');
  writeFileSync(file(name), renderText(report, 'json', ''));
  const head = report.model.heads.find((item) => item.chain === bench.article.id);
  if (!head) throw new Error('The report saw no chain of its article');
  return { articleId: bench.article.id, reportId: id, head };
}

describe('a history’s file', () => {
  test('is verified without a database, and against a report', async () => {
    const { articleId } = await reported('a.json');
    await eraseDetail(database.db, people.admin, { chain: articleId, sequence: 2, reason: 'Asked for' });
    expect(await verify('--export', file('whole.jsonl'))).toMatchObject({ code: 0 });
    const whole = await verify('--file', file('whole.jsonl'), '--against', file('a.json'));
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toMatch(
      /^\d+ events in \d+ chains: whole; 1 detail erased on record\.\nHeld against 2 heads kept in \S+a\.json\.\n$/,
    );

    const lines = readFileSync(file('whole.jsonl'), 'utf8').trimEnd().split('\n');
    const at = lines.findIndex((line) => line.includes(articleId) && line.includes('"sequence":3'));
    const edited = lines.map((line, i) => (i === at ? line.replace('verdict.given', 'verdict.taken') : line));
    writeFileSync(file('edited.jsonl'), `${edited.join('\n')}\n`);
    const found = await verify('--file', file('edited.jsonl'));
    expect(found).toMatchObject({ code: 1, out: `${articleId}\t3\tthe event was changed\n` });
    expect(found.err).toContain('broken in 1 place.');

    writeFileSync(file('cut.jsonl'), `${lines.slice(0, -2).join('\n')}\n`);
    expect((await verify('--file', file('cut.jsonl'))).code).toBe(4);
    writeFileSync(file('short.jsonl'), `${lines.filter((_, i) => i !== at).join('\n')}\n`);
    expect((await verify('--file', file('short.jsonl'))).code).toBe(4);
    expect((await verify('--file', file('a.json'))).code).toBe(4);
    expect((await verify('--file', file('nowhere.jsonl'))).code).toBe(3);
    expect((await verify('--against', file('whole.jsonl'))).code).toBe(4);
    expect((await verify('--export', file('x'), '--file', file('whole.jsonl'))).code).toBe(2);
  });

  test('leaves out what a blind verdict hides, and is whole all the same', async () => {
    const bench = await article(database.db, people.editor, { mode: 'blind' });
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
    await judge(database.db, people.first, claim.id, 'false', { rationale: 'quokkaplanted in a verdict' });
    expect(await verify('--export', file('blind.jsonl'))).toMatchObject({ code: 0 });
    expect(readFileSync(file('blind.jsonl'), 'utf8')).not.toContain('quokkaplanted');
    const { code, out } = await verify('--file', file('blind.jsonl'));
    expect(code).toBe(0);
    expect(out).toMatch(/[1-9]\d* details? left out/);
  });
});

describe('the database', () => {
  test('is held against its own reports, and a report that was changed is found', async () => {
    const { articleId, reportId, head } = await reported('b.json');
    const own = async () =>
      (await verifyHistory(sql(), [])).breaks.filter(({ chain, record }) => chain === articleId && !record);
    expect(await own()).toEqual([]);
    // The end of the chain cut off, and the chain's own record of its end forged: the report in the database tells.
    await tamper(async (tx) => {
      await tx`delete from event_details where chain = ${articleId} and sequence >= ${head.sequence}`;
      await tx`delete from events where chain = ${articleId} and sequence >= ${head.sequence}`;
      await tx`update chains set sequence = ${head.sequence - 1},
        hash = (select hash from events where chain = ${articleId} and sequence = ${head.sequence - 1}) where id = ${articleId}`;
    });
    expect(await own()).toEqual([{ chain: articleId, sequence: head.sequence, because: 'shorter' }]);
    // That report forged too: it is no longer what its digest says.
    await tamper((tx) => tx`update reports set heads = '[]' where id = ${reportId}`);
    expect(await own()).toEqual([{ chain: articleId, sequence: 1, because: 'report' }]);
    await tamper(
      (tx) => tx`update reports set snapshot = s, digest = encode(sha256(convert_to(s, 'UTF8')), 'hex')
        from (select jsonb_set(snapshot::jsonb, '{heads}', '[]')::text as s from reports where id = ${reportId}) forged
        where id = ${reportId}`,
    );
    expect(await own()).toEqual([]);
    // The history alone is made to agree again; the report is not what an event has left, and the file in somebody's hands
    // does not agree either.
    expect((await verifyHistory(sql(), [])).breaks).toContainEqual(
      expect.objectContaining({ record: { table: 'reports', key: reportId } }),
    );
    const ran = await verify('--against', file('b.json'));
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(`${articleId}\t${head.sequence}\tthe chain ends before the head that was kept of it`);
  });

  test('is read as of one moment while others append', async () => {
    const bench = await article(database.db, people.editor);
    const appending = (async () => {
      for (let i = 0; i < 40; i++)
        await sql()`select stet_append_event(${bench.article.id}, null, 'machine', 'comment.resolved', 'comment', ${String(i)}, '{"claim":null}')`;
    })();
    for (let i = 0; i < 8; i++) {
      const { breaks } = await verifyHistory(sql(), []);
      expect(breaks.filter(({ chain }) => chain === bench.article.id)).toEqual([]);
    }
    await appending;
  });

  test('an inserted event in the middle and one with its detail row taken away are found', async () => {
    const { articleId } = await reported('c.json');
    const own = async () =>
      (await verifyHistory(sql(), [])).breaks.filter(({ chain, record }) => chain === articleId && !record);
    await tamper((tx) => tx`delete from event_details where chain = ${articleId} and sequence = 3`);
    expect((await own())[0]).toEqual({ chain: articleId, sequence: 3, because: 'detail' });
    await tamper(async (tx) => {
      await tx`update events set sequence = sequence + 1000 where chain = ${articleId} and sequence >= 2`;
      await tx`update event_details set sequence = sequence + 1000 where chain = ${articleId} and sequence >= 2`;
      await tx`insert into events select chain, 2, at, actor_id, 'command', action, subject_type, subject_id, detail_hash, hash, hash
        from events where chain = ${articleId} and sequence = 1`;
      await tx`insert into event_details select chain, 2, salt, detail from event_details where chain = ${articleId} and sequence = 1`;
      await tx`update events set sequence = sequence - 999 where chain = ${articleId} and sequence > 1000`;
      await tx`update event_details set sequence = sequence - 999 where chain = ${articleId} and sequence > 1000`;
    });
    expect((await own())[0]).toEqual({ chain: articleId, sequence: 2, because: 'hash' });
  });
});
