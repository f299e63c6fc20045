import { beforeAll, expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import { mergeClaims, splitClaim } from '#lib/claims/mutations-lineage.ts';
import { rescopeClaim } from '#lib/claims/mutations-rescope.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, type Cast, cast, claimOn, detail } from '../desk.ts';
import { withDatabase } from '../harness.ts';

/*
 * What a person makes a claim of is said as the article says it there, and not as fact wherever the article denies it.
 */

const database = withDatabase();
const PORT = 'The port handled 4.2 million tonnes of cargo last year';
const FERRY = 'the ferry did not carry a single passenger in 2024';
const DENIED = 'the Harbour Authority doubled the repair fund to £6.1 million in 2025';
const TEXT = `Mayor says fund doubled

By A. Reporter

It is not true that ${DENIED}. ${PORT} and ${FERRY}. Lorry tolls may rise by 4.5 per cent from June.`;

let people: Cast;
let bench: WorkbenchDTO;
beforeAll(async () => {
  people = await cast(database.db);
  bench = await article(database.db, people.editor, { text: TEXT });
});

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const pick = (words: string) => claimOn(database.db, people.first, bench, words);
const see = (id: string) => detail(database.db, people.first, id);
const handle = async ({ id }: Pick<ClaimDTO, 'id'>) => ({ id, version: (await see(id)).claim.version });
const said = async (id = '') => {
  const { polarity, factuality } = await see(id);
  return `${polarity} ${factuality}`;
};

test.each([
  ['positive denied', DENIED],
  ['positive denied', 'the repair fund to £6.1 million'],
  ['negative asserted', 'carry a single passenger'],
  ['positive possible', 'Lorry tolls may rise by 4.5 per cent'],
  ['positive asserted', PORT],
  // Of two that are not said alike nothing is certain.
  ['positive asserted', `${PORT} and ${FERRY}`],
])('picked out by hand it is %s: %s', async (expected, words) => {
  expect(await said((await pick(words)).id)).toBe(expected);
});

test('split, each part is said as it is; what somebody has set of the whole stays', async () => {
  const split = async (whole: ClaimDTO) => {
    const parts = [{ span: at(PORT) }, { span: at(FERRY) }];
    const { claims } = await splitClaim(database.db, people.first, {
      ...(await handle(whole)),
      revisionId: bench.revision.id,
      parts,
      evidence: [],
    });
    const made = claims.filter(({ id }) => id !== whole.id).sort((a, b) => a.number - b.number);
    return Promise.all(made.map(({ id }) => said(id)));
  };
  expect(await split(await pick(`${PORT} and ${FERRY}`))).toEqual(['positive asserted', 'negative asserted']);
  const set = await pick(`${PORT} and ${FERRY}`);
  await editClaim(database.db, people.first, { ...(await handle(set)), factuality: 'denied' });
  expect(await split(set)).toEqual(['positive denied', 'negative denied']);
});

test('merged, it is not said as the first of them is', async () => {
  const merge = async (...claims: ClaimDTO[]) => {
    const made = await mergeClaims(database.db, people.first, {
      claims: await Promise.all(claims.map(handle)),
      revisionId: bench.revision.id,
      statement: 'All of it.',
      evidence: [],
    });
    return said(made.claims.find(({ id }) => !claims.some((claim) => claim.id === id))?.id);
  };
  expect(await merge(await pick(FERRY), await pick(PORT))).toBe('positive asserted');
  expect(await merge(await pick('the ferry did not carry'), await pick('a single passenger in 2024'))).toBe(
    'negative asserted',
  );
});

test('with other ends it is said as it is there: as its words are, or else after somebody was asked', async () => {
  const move = async (claim: ClaimDTO, words: string) =>
    rescopeClaim(database.db, people.first, {
      ...(await handle(claim)),
      revisionId: bench.revision.id,
      span: at(words),
    });
  const bare = await pick(PORT);
  await move(bare, FERRY);
  expect(await said(bare.id)).toBe('negative asserted');
  const worded = await pick('4.2 million tonnes');
  await editClaim(database.db, people.first, { ...(await handle(worded)), statement: 'It is so.' });
  await move(worded, FERRY);
  expect(await said(worded.id)).toBe('positive asserted');
  expect((await see(worded.id)).proposal?.said).toMatchObject({ polarity: 'negative' });
});

test('the history is whole', async () => {
  expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
});
