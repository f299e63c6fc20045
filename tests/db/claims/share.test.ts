import { beforeAll, expect, test } from 'vitest';
import { planShare } from '#lib/claims/data-share.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { shareOut } from '#lib/claims/mutations-share.ts';
import type { SharePlanDTO } from '#lib/claims/types.ts';
import { readNeeds } from '#lib/needs/data.ts';
import { article, type Cast, cast, claimOn, judge } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../trust/desk.ts';
import { need } from '../trust/scene.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

async function opened(more: Parameters<typeof article>[2] = {}) {
  const bench = await article(database.db, people.editor, more);
  const added = [];
  for (const words of ['£48.6 million budget', '4.5 per cent', 'one in five berths', '£14 million and £17 million'])
    added.push(await claimOn(database.db, people.first, bench, words));
  return { articleId: bench.article.id, added };
}
const plan = (articleId: string, ...ids: string[]) =>
  planShare(database.db, people.editor, { articleId, personIds: ids });
const sharesOf = ({ shares }: SharePlanDTO) =>
  shares.map(({ personId, claims }) => ({
    personId,
    claims: claims.map(({ id, version }) => ({ id, version })),
  }));
const give = (found: SharePlanDTO) => shareOut(database.db, people.editor, { shares: sharesOf(found) });
const assigned = (articleId: string) =>
  database.db.claim.findMany({
    where: { articleId, assigneeId: { not: null } },
    select: { id: true, assigneeId: true, assignedById: true, version: true },
    orderBy: { number: 'asc' },
  });

test('unassigned claims go to the chosen by what they have to check, each a stretch of the text, and are taken back as one', async () => {
  const { articleId, added } = await opened();
  const [judged, excluded] = added;
  await judge(database.db, people.first, need(judged).id);
  await excludeClaims(database.db, people.editor, {
    claims: [{ id: need(excluded).id, version: need(excluded).version }],
    reason: 'Not ours',
  });
  const nobody = await plan(articleId);
  expect(nobody).toMatchObject({ shares: [], left: { judged: 1, excluded: 1, assigned: 0 } });
  expect(nobody.people.map(({ name }) => name)).toEqual(['Ada', 'Edda', 'Ruben', 'Sanne', 'Tove']);
  const found = await plan(articleId, people.second.id, people.third.id, people.viewer.id);
  const numbers = found.shares.map(({ claims }) => claims.length);
  expect(found.shares.map(({ personId }) => personId)).toEqual([people.second.id, people.third.id]);
  expect([numbers[0], numbers[1]]).toEqual([Math.ceil(found.count / 2), Math.floor(found.count / 2)]);
  const events = () => database.db.event.count({ where: { chainId: articleId, action: 'claim.assigned' } });
  const given = await give(found);
  expect(await events()).toBe(found.count);
  expect((await assigned(articleId)).every(({ assignedById }) => assignedById === people.editor.id)).toBe(true);
  const { items } = await readNeeds(database.db, people.second, 'now');
  expect(items.filter(({ kind }) => kind === 'assigned')).toMatchObject([
    { by: ['Edda'], parts: { length: numbers[0] } },
  ]);
  // Whoever has some already gets the less.
  const next = await opened();
  const again = await plan(next.articleId, people.second.id, people.first.id);
  expect(again.people.find(({ id }) => id === people.second.id)?.load).toBe(numbers[0]);
  expect(again.shares[0]?.claims.length).toBeGreaterThan(again.shares[1]?.claims.length ?? 0);
  await assignClaims(database.db, people.editor, {
    claims: given.claims.map(({ id, version }) => ({ id, version })),
    assigneeId: null,
  });
  expect(await assigned(articleId)).toEqual([]);
});

test('it is all of it or none: where a claim was changed, taken or judged meanwhile, nobody gets any', async () => {
  const { articleId, added } = await opened();
  const found = await plan(articleId, people.second.id, people.third.id);
  const { id, version } = need(added[0]);
  await editClaim(database.db, people.first, { id, version, statement: 'Otherwise' });
  expect(await refusal(give(found))).toBe('stale-version');
  const fresh = await plan(articleId, people.second.id);
  await assignClaims(database.db, people.first, {
    claims: [{ id, version: version + 1 }],
    assigneeId: people.first.id,
  });
  const claims = need(sharesOf(fresh)[0]).claims.map((claim) =>
    claim.id === id ? { id, version: version + 2 } : claim,
  );
  const taken = shareOut(database.db, people.editor, { shares: [{ personId: people.second.id, claims }] });
  expect(await refusal(taken)).toBe('conflict');
  expect((await assigned(articleId)).map(({ assigneeId }) => assigneeId)).toEqual([people.first.id]);
});

test('nobody gets claims of what they may not read, nor gives any', async () => {
  const { articleId } = await opened({
    access: 'named',
    memberIds: [people.editor.id, people.first.id, people.viewer.id],
  });
  const found = await plan(articleId, people.first.id, people.second.id, people.admin.id);
  expect(found.people.map(({ name }) => name)).toEqual(['Edda', 'Ruben']);
  expect(found.shares.map(({ personId }) => personId)).toEqual([people.first.id]);
  for (const { id: personId } of [people.second, people.admin, people.viewer]) {
    const shares = sharesOf(found).map((share) => ({ ...share, personId }));
    expect(await refusal(shareOut(database.db, people.editor, { shares }))).toBe('invalid');
  }
  expect(await refusal(planShare(database.db, people.admin, { articleId, personIds: [] }))).toBe('not-found');
  expect(await refusal(shareOut(database.db, people.admin, { shares: sharesOf(found) }))).toBe('not-found');
  expect(await refusal(planShare(database.db, people.first, { articleId, personIds: [] }))).toBe('forbidden');
  expect(await refusal(shareOut(database.db, people.first, { shares: sharesOf(found) }))).toBe('forbidden');
  expect(await assigned(articleId)).toEqual([]);
});
