import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseDetail } from '#lib/history/mutations-erase.ts';
import { sql } from '#lib/platform/sql.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { stetHere } from '../command.ts';
import { article, attach, type Cast, cast, claimOn, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { tamper } from '../trust/desk.ts';

/*
 * What `stet verify`, as it is typed, says of records that somebody with the keys to the database has rewritten.
 */

const database = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'stet-records-'));
const reportFile = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let people: Cast;
let articleId: string;
beforeAll(async () => {
  people = await cast(database.db);
  const bench = await article(database.db, people.editor);
  articleId = bench.article.id;
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await attach(database.db, people.first, claim.id, 'Berth list');
  await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the list [1].' });
  const { id, basisDigest, seen } = await lead(database.db, people.second, claim.id);
  await signOff(database.db, people.second, { verdictId: id, basisDigest: basisDigest ?? '', seen });
  await freezeReport(database.db, people.editor, { articleId });
  expect(await stetHere(['export', articleId, '--out', reportFile])).toMatchObject({ code: 0 });
});

const verify = () => stetHere(['verify', '--against', reportFile]);

test('records that nobody has touched are whole', async () => {
  const { code, out, err } = await verify();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(
    /^\d+ events in 2 chains: whole; \d+ records as events left them\.\nHeld against \d+ heads kept in \S+report\.json\.\n$/,
  );
});

type Table = { readonly rows: readonly Record<string, unknown>[]; readonly name: string };

/** Changes the tables, looks, and puts every row of them back. */
async function forged(
  names: readonly string[],
  statements: readonly string[],
  look: () => Promise<void>,
): Promise<void> {
  const kept: Table[] = [];
  for (const name of names) kept.push({ name, rows: await sql().unsafe(`select to_jsonb(r) as row from ${name} r`) });
  await tamper(async (tx) => {
    for (const statement of statements) await tx.unsafe(statement);
  });
  try {
    await look();
  } finally {
    await tamper(async (tx) => {
      for (const { name, rows } of kept) {
        await tx.unsafe(`delete from ${name}`);
        await tx.unsafe(
          `insert into ${name} select (jsonb_populate_record(null::${name}, row -> 'row')).* from jsonb_array_elements($1::text::jsonb) row`,
          [JSON.stringify(rows)],
        );
      }
    });
  }
}

const FORGERIES: readonly [what: string, tables: readonly string[], statements: readonly string[], said: RegExp][] = [
  [
    'a verdict’s rating',
    ['verdicts'],
    [`update verdicts set rating_id = (select id from ratings where key = 'false')`],
    /\tverdicts [\w-]+ rating_id, rating is not as this event left it\n/,
  ],
  [
    'a verdict’s rationale',
    ['verdicts'],
    [`update verdicts set rationale = 'Nothing of it is so.'`],
    /\tverdicts [\w-]+ rationale is not as this event left it\n/,
  ],
  [
    'a verdict’s author',
    ['verdicts'],
    [`update verdicts set author_id = (select id from users where name = 'Tove')`],
    /\tverdicts [\w-]+ author_id is not as this event left it\n/,
  ],
  [
    'a sign-off given to another',
    ['sign_offs'],
    [`update sign_offs set user_id = (select id from users where name = 'Tove')`],
    /\tsign_offs [\w-]+ user_id is not as this event left it\n/,
  ],
  [
    'a revision’s text and its digest',
    ['revisions'],
    [
      `update revisions set text = replace(text, 'one in five', 'one in nine')`,
      `update revisions set sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')`,
    ],
    /\trevisions [\w-]+ is not as this event left it\n/,
  ],
  [
    'the engine of a reading',
    ['readings'],
    [`update readings set engine_version = '9.9.9'`],
    /\treadings [\w-]+\/1\/1 engine_version is not as this event left it\n/,
  ],
  [
    'a reading’s sentences',
    ['readings'],
    [`update readings set sentences = sentences - 0`],
    /\treadings [\w-]+ is not as this event left it\n/,
  ],
  [
    'a report’s snapshot and its digest',
    ['reports'],
    [
      `update reports set snapshot = replace(snapshot, 'So the list', 'So it is said')`,
      `update reports set digest = encode(sha256(convert_to(snapshot, 'UTF8')), 'hex')`,
    ],
    /\treports [\w-]+ digest, snapshot is not as this event left it\n/,
  ],
  [
    'what is worked out of the verdicts',
    ['claims'],
    [`update claims set progress = 'open', settled_by = null, settled_verdict_id = null where progress = 'settled'`],
    /\tclaims [\w-]+ progress, settled_by, settled_verdict_id is not what its records come to\n/,
  ],
  [
    'a sign-off taken away',
    ['sign_offs'],
    ['delete from sign_offs'],
    /\tsign_offs [\w-]+ is gone, and no event took it away\n/,
  ],
  [
    'a role',
    ['users'],
    [`update users set role = 'admin' where name = 'Vito'`],
    /^desk\t\d+\tusers [\w-]+ role is not as this event left it\n/m,
  ],
];

test.each(FORGERIES)('%s is found', async (_, tables, statements, said) => {
  await forged(tables, statements, async () => {
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toMatch(said);
  });
});

test('what can no longer be read stops nothing: it is found, and the rest is proven', async () => {
  await forged(
    ['claims', 'reports', 'event_details', 'sign_offs'],
    [
      `update claims set figures = '{"not": "figures"}' where id in (select claim_id from verdicts)`,
      `update reports set snapshot = 'no report', digest = encode(sha256(convert_to('no report', 'UTF8')), 'hex')`,
      `update event_details set detail = 'no detail' where (chain, sequence) in (select chain, sequence from events where action in ('verdict.given', 'desk.recordsKnown'))`,
      `update sign_offs set user_id = (select id from users where name = 'Tove')`,
    ],
    async () => {
      const { code, out, err } = await verify();
      expect({ code, err }).toEqual({
        code: 1,
        err: expect.stringMatching(/^stet: The history is broken in \d+ places\.\n$/),
      });
      for (const words of [
        'the detail of the event was changed or taken away',
        'the report of that number is not as it was frozen',
        'its standing cannot be worked out',
        'user_id is not as this event left it',
      ])
        expect(out).toContain(words);
    },
  );
});

test('an erased detail is no forgery, whatever it spoke of', async () => {
  const other = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, other, 'Lorry tolls will rise');
  await judge(database.db, people.first, claim.id);
  const { id } = other.article;
  const [last] = await sql()<{ sequence: number }[]>`select sequence from chains where id = ${id}`;
  for (let sequence = 1; sequence <= (last?.sequence ?? 0); sequence++)
    await eraseDetail(database.db, people.admin, { chain: id, sequence, reason: 'Asked for' });
  const { code, out } = await verify();
  expect(code).toBe(0);
  expect(out).toContain('; 3 details erased on record.');
});

test('a chain that is gone is found, of an article without a report too', async () => {
  const other = (await article(database.db, people.editor)).article.id;
  await tamper(async (tx) => {
    for (const table of ['event_records', 'event_details', 'events'])
      await tx`delete from ${tx(table)} where chain = ${other}`;
    await tx`delete from chains where id = ${other}`;
  });
  const { code, out } = await verify();
  expect(code).toBe(1);
  expect(out).toContain(`${other}\t0\tthe desk’s chain names this article, and its own chain is gone\n`);
});
