import { beforeAll, expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { reextract } from '#lib/revisions/mutations-reextract.ts';
import { article, type Cast, cast, detail, plant, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

test('reading again leaves alone what a person touched, proposes nothing that was excluded, withdraws what is gone', async () => {
  const bench = await article(database.db, people.editor);
  const [edited, excluded, gone] = bench.claims;
  if (!edited || !excluded || !gone) throw new Error('The engine proposes too little for this test');
  await editClaim(database.db, people.first, {
    id: edited.id,
    version: edited.version,
    statement: 'A person’s wording.',
  });
  await excludeClaims(database.db, people.first, {
    claims: [{ id: excluded.id, version: excluded.version }],
    reason: 'Not a claim',
  });
  // As an older engine would have left it: on words that the present one does not propose.
  await plant(database.db, (tx) =>
    tx.anchor.updateMany({ where: { claimId: gone.id }, data: { start: 0, end: 3, exact: 'Har' } }),
  );
  const counts = await reextract(database.db, people.editor, bench.article.id);
  expect(counts).toMatchObject({ added: 1, withdrawn: 1 });
  const after = await reopen(database.db, people.editor, bench.article.id);
  expect(after.claims.find((claim) => claim.id === edited.id)?.statement).toBe('A person’s wording.');
  expect(after.claims.filter((claim) => claim.start === excluded.start && claim.end === excluded.end)).toHaveLength(1);
  expect(after.claims.some((claim) => claim.id === gone.id)).toBe(false);
  expect((await detail(database.db, people.editor, gone.id)).withdrawnBecause).toContain('No longer proposed');
  expect(await reextract(database.db, people.editor, bench.article.id)).toMatchObject({ added: 0, withdrawn: 0 });
});
