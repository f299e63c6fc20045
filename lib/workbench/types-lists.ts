import type { Access } from '#lib/articles/types.ts';
import type { NeedsDTO } from '#lib/needs/types.ts';
import type { Coverage } from '#lib/standing/types.ts';

/** One page of articles; `next` leads on from its last row, where there is more. */
export type ArticlePage = { readonly rows: readonly ArticleRowDTO[]; readonly next: string | null };

/** An article by name alone, for going to it. */
export type ArticleNameDTO = { readonly id: string; readonly headline: string; readonly outlet: string | null };

/** A wording that a verdict suggests and nobody has decided on. */
export type OpenFixDTO = {
  readonly id: string;
  readonly articleId: string;
  readonly headline: string;
  readonly claimNumber: number;
  /** The words as they stand; null where they are lost. */
  readonly quote: string | null;
  readonly replacement: string;
};

/** The home page of one person. What they may not do is empty. */
export type DeskDTO = {
  readonly articles: ArticlePage;
  /** What needs them now. */
  readonly needs: NeedsDTO;
  readonly fixes: { readonly rows: readonly OpenFixDTO[]; readonly more: boolean };
};

/** A row of the lists: the desk's, and all articles. */
export type ArticleRowDTO = {
  readonly id: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly publishedOn: string | null;
  readonly dueAt: string | null;
  readonly access: Access;
  readonly archived: boolean;
  /** Null while its first text is still to come. */
  readonly revisionNumber: number | null;
  readonly coverage: Coverage;
  readonly claims: {
    readonly total: number;
    readonly open: number;
    readonly inReview: number;
    readonly awaiting: number;
    readonly disputed: number;
    readonly settled: number;
    readonly stale: number;
    readonly held: number;
  };
};
