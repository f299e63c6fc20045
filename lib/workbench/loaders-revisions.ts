import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import { listRevisions, readArticleHead, readRevisionText } from '#lib/articles/data.ts';
import type { RevisionRowDTO } from '#lib/articles/types.ts';
import { markFor } from '#lib/live/data-mark.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { claimsOfRevision } from '#lib/standing/data-claims.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { PlacedClaimDTO } from './types.ts';

export type LoadedRevisions = {
  readonly article: { readonly id: string; readonly headline: string };
  readonly reader: { readonly id: string };
  readonly mayRevise: boolean;
  readonly revisions: readonly RevisionRowDTO[];
  /** Where the page stands among all that moves. */
  readonly mark: string;
};

/** An article's revisions, newest first; 404 where it is not the reader's to see. */
export const loadRevisions = cache(async (articleId: string): Promise<LoadedRevisions> => {
  const actor = await requireActor('article.read');
  const mark = await markFor(database(), actor);
  const article = isId(articleId) ? await readArticleHead(database(), actor, articleId) : null;
  if (!article) notFound();
  return {
    article,
    mark,
    reader: { id: actor.id },
    mayRevise: may(actor, 'article.revise'),
    revisions: await listRevisions(database(), articleId),
  };
});

export type RevisionText = {
  readonly number: number;
  readonly text: string;
  readonly claims: readonly PlacedClaimDTO[];
};

/** The article's text as it is now, which a new one is written against. */
export async function loadPresentText({ article, revisions }: LoadedRevisions): Promise<string> {
  await requireActor('article.revise');
  const last = revisions[0]?.number;
  if (last === undefined) return '';
  return (await readRevisionText(database(), article.id, last)).text;
}

/** Two revisions by their numbers, each with its claims in place; what the address says wrongly becomes the last two. */
export async function loadTwoTexts(
  { article, revisions }: LoadedRevisions,
  from: number,
  to: number,
): Promise<{ before: RevisionText; after: RevisionText }> {
  const actor = await requireActor('article.read');
  const known = (number: number) => revisions.some((revision) => revision.number === number);
  const last = revisions[0]?.number ?? 1;
  const read = async (number: number): Promise<RevisionText> => {
    const { id, text } = await readRevisionText(database(), article.id, number);
    const claims = await claimsOfRevision(database(), actor, article.id, id);
    return { number, text, claims: claims.filter((claim) => !claim.excluded).flatMap(placed) };
  };
  const [before, after] = await Promise.all([
    read(known(from) ? from : Math.max(1, last - 1)),
    read(known(to) ? to : last),
  ]);
  return { before, after };
}

const placed = ({ number, mark, start, end }: ClaimDTO): PlacedClaimDTO[] =>
  start === null || end === null ? [] : [{ number, mark, start, end }];
