import { beforeAll, expect, test } from 'vitest';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import type { Proof } from '#lib/proof/types.ts';
import { tamper } from '../trust/desk.ts';
import { withRelease } from './desk.ts';

/*
 * Records of release 0.1.0 that were forged before the desk was brought forward: its events, which kept no digests, still
 * say in words what the records were.
 */

const one = (table: string, where = 'true') =>
  `ctid = (select ctid from ${table} where ${where} order by ctid limit 1)`;
const FORGERIES: readonly [table: string, change: string, columns: readonly string[]][] = [
  [
    'verdicts',
    `rating_id = (select id from ratings where key = 'false') where ${one('verdicts', "rating_id = (select id from ratings where key = 'true')")}`,
    ['rating'],
  ],
  ['verdicts', `rationale = 'Other words' where ${one('verdicts', 'seat = 2')}`, ['rationale']],
  [
    'verdicts',
    `author_id = (select id from users where name = 'Vera Viewer') where ${one('verdicts', 'seat = 3')}`,
    ['author_id'],
  ],
  ['verdicts', `basis = basis || ' ' where ${one('verdicts', 'withdrawn_at is not null')}`, ['basis']],
  ['sign_offs', `user_id = (select id from users where name = 'Vera Viewer') where ${one('sign_offs')}`, ['user_id']],
  ['evidence', `quote = 'Other words' where ${one('evidence', 'withdrawn_at is null')}`, ['quote']],
  ['fixes', `state = 'accepted' where ${one('fixes', "state = 'refused'")}`, ['state']],
  ['comments', `body = 'Other words' where ${one('comments')}`, ['body']],
  [
    'claims',
    `statement = 'Other words' where ${one('claims', "origin = 'person' and statement like '%61 times%'")}`,
    ['statement'],
  ],
  ['revisions', `text = text || ' And more.' where ${one('revisions')}`, ['text']],
  [
    'reports',
    `snapshot = snapshot || ' ', digest = encode(sha256(convert_to(snapshot || ' ', 'UTF8')), 'hex') where ${one('reports')}`,
    ['digest', 'snapshot'],
  ],
  ['users', `role = 'admin' where name = 'Vera Viewer'`, ['role']],
  ['settings', `desk_name = 'Another desk'`, ['desk_name']],
  ['ratings', `description = 'Other words' where key = 'unsupported'`, ['description']],
];

const desk = withRelease(async () => {
  for (const [table, change] of FORGERIES) await tamper((tx) => tx.unsafe(`update ${table} set ${change}`));
  await tamper(
    (tx) => tx`insert into sign_offs (id, verdict_id, user_id, basis_digest, created_at, withdrawn_at)
      select '00000000-0000-7000-8000-00000000ffff', verdict_id, user_id, basis_digest, now(), now() from sign_offs limit 1`,
  );
});
let proof: Proof;
beforeAll(async () => {
  proof = await verifyHistory(sql(), [], desk.db);
});

test.each(FORGERIES)('%s: %s', (table, _, columns) => {
  expect(proof.breaks).toContainEqual(
    expect.objectContaining({
      because: 'record-changed',
      record: expect.objectContaining({ table }),
      columns: expect.arrayContaining([...columns]),
    }),
  );
});

test('a sign-off without an event', () => {
  expect(proof.breaks).toContainEqual(
    expect.objectContaining({
      because: 'record-unspoken',
      record: { table: 'sign_offs', key: '00000000-0000-7000-8000-00000000ffff' },
    }),
  );
});

test('and nothing else', () => {
  expect(proof.breaks.filter(({ because }) => because !== 'record-derived')).toHaveLength(FORGERIES.length + 1);
});
