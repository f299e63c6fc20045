import { checkActor, holdActor, visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { askText } from './mutations-arrival.ts';
import { readArticle } from './mutations-extract.ts';
import { makeArticle, tellDesk, writeFirstText } from './mutations-first.ts';
import { isReadAtOnce } from './rules-arrival.ts';
import type { OriginalFile } from './rules-original.ts';
import type { AddArticleInput } from './schema.ts';

/** `claims`: how many were proposed; null where the text is still to be read, by a job. */
export type AddedArticle<Claims = number> = {
  readonly id: string;
  readonly headline: string;
  readonly claims: Claims;
};

/** Another article, of those the actor may see, with the very same text. */
export function findSameText(db: Db | Tx, actor: Actor, digest: string) {
  return db.article.findFirst({
    where: { AND: [visibleTo(actor), { revisions: { some: { sha256: digest } } }] },
    select: { id: true, headline: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** Refuses a text that is already here as `conflict` with the article in `present`, unless the adder says they know. */
async function assertNew(db: Db, actor: Actor, { text, evenIfKnown }: AddArticleInput): Promise<void> {
  await checkActor(db, actor, 'article.add');
  if (evenIfKnown) return;
  const known = await findSameText(db, actor, sha256(text));
  if (known) refuse('conflict', 'text-known', { values: { headline: known.headline }, present: known });
}

/** Brings an article in: its first revision and the claims that the engine proposes, in one transaction. Reads the text at once, however long. */
export async function addArticle(
  db: Db,
  actor: Actor,
  input: AddArticleInput,
  original: OriginalFile | null = null,
): Promise<AddedArticle> {
  await assertNew(db, actor, input);
  const read = await readArticle(input.text, input.publishedOn, input.outlet);
  const { headline, origin } = input;
  return transact(
    db,
    async (tx) => {
      await holdActor(tx, actor, 'article.add');
      const { id } = await makeArticle(tx, actor, input);
      await writeFirstText(tx, actor, id, { headline, read, origin, original });
      await tellDesk(tx, actor, id);
      return { id, headline, claims: read.claims.length };
    },
    60_000,
  );
}

/** The same for a page, which waits for a short text alone: a long one is there at once and read by a job. */
export async function bringArticle(
  db: Db,
  actor: Actor,
  input: AddArticleInput,
  original: OriginalFile | null = null,
): Promise<AddedArticle<number | null>> {
  if (isReadAtOnce(input.text)) return addArticle(db, actor, input, original);
  await assertNew(db, actor, input);
  return { ...(await askText(db, actor, input, original)), claims: null };
}
