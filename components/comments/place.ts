import type { Span } from '#components/galley/text-selection.ts';
import type { CommentDTO } from '#lib/comments/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';

/** What one speaks of: a claim, with its evidence to choose from, or the article, with a stretch of its text where words were selected. */
export type TalkPlace = {
  readonly articleId: string;
  readonly claimId: string | null;
  /** An open question holds the claim. */
  readonly held: boolean;
  readonly evidence: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly stretch: { readonly revisionId: string; readonly span: Span; readonly quote: string } | null;
};

export const placeOfClaim = (claim: ClaimDTO, { evidence }: ClaimDetailDTO): TalkPlace => ({
  articleId: claim.articleId,
  claimId: claim.id,
  held: claim.held,
  evidence: evidence.flatMap(({ id, number, source, withdrawn }) =>
    withdrawn ? [] : [{ id, number, title: source.title }],
  ),
  stretch: null,
});

export const placeOfArticle = ({ article, revision }: WorkbenchDTO, span: Span | null): TalkPlace => ({
  articleId: article.id,
  claimId: null,
  held: false,
  evidence: [],
  stretch: span && { revisionId: revision.id, span, quote: revision.text.slice(span.start, span.end) },
});

/** Open threads about stretches that stand in a block, with where they stand. */
export const stretchesIn = (talk: readonly CommentDTO[], block: Span): (Span & { readonly id: string })[] =>
  talk.flatMap(({ id, stretch, resolved, withdrawn }) =>
    stretch?.place && !resolved && !withdrawn && stretch.place.start < block.end && stretch.place.end > block.start
      ? [{ ...stretch.place, id }]
      : [],
  );
