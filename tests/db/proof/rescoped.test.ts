import { beforeAll, expect, test } from 'vitest';
import { rescopeClaim } from '#lib/claims/mutations-rescope.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { type ChainSays, hear, holdAgainst } from '#lib/proof/rules-said.ts';
import { article, type Cast, cast, claimOn } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

test('a statement that has followed its words is no forgery', async () => {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  const span = { start: need(claim.start), end: need(claim.end) - ' is closed'.length };
  const { id, version } = claim;
  const { claims } = await rescopeClaim(database.db, people.first, {
    id,
    version,
    revisionId: bench.revision.id,
    span,
  });
  expect(claims[0]?.statement).toBe('About one in five berths');
  expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
});

test('an event of 0.1.0 did not tell whether the statement followed: what was said of it before holds no longer', () => {
  const says: ChainSays = new Map();
  const event = (sequence: number, action: string, detail: object) =>
    hear(says, { chain: 'c', actorId: null, subjectId: 'k', sequence, action, detail: JSON.stringify(detail) });
  const held = (statement: string) =>
    holdAgainst(says, 'c', { table: 'claims', key: 'k', has: { number: 1, statement, excluded_reason: null } });
  event(2, 'claim.added', { number: 1, statement: 'One in five berths is closed' });
  expect(held('One in five')?.columns).toEqual(['statement']);
  event(3, 'claim.rescoped', { number: 1, changes: {} });
  expect(held('One in five')).toBeNull();
  event(4, 'claim.rescoped', { number: 1, changes: {}, statement: 'One in six' });
  expect(held('One in five')?.columns).toEqual(['statement']);
});
