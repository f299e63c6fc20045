import type { Access } from '#lib/articles/types.ts';
import type { CommentKind } from '#lib/comments/types.ts';
import type { ClaimMark, Coverage } from '#lib/standing/types.ts';

/** One page of articles; `next` leads on from its last row, where there is more. */
export type ArticlePage = { readonly rows: readonly ArticleRowDTO[]; readonly next: string | null };

/** An article by name alone, for going to it. */
export type ArticleNameDTO = {
  readonly id: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly archived: boolean;
};

export type QueueClaimDTO = {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly mark: ClaimMark;
};

/** What one article holds for somebody, the first few in the order of the text. */
export type QueueGroupDTO = {
  readonly article: {
    readonly id: string;
    readonly headline: string;
    readonly dueAt: string | null;
    readonly access: Access;
  };
  /** All of them, of which `claims` are the first. */
  readonly count: number;
  readonly claims: readonly QueueClaimDTO[];
};
export type QueueDTO = {
  readonly groups: readonly QueueGroupDTO[];
  /** Claims in the groups shown. */
  readonly count: number;
  /** True where further articles hold some. */
  readonly more: boolean;
};

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

/** A comment that calls the reader by name. */
export type CallDTO = {
  readonly id: string;
  readonly body: string;
  readonly by: string;
  /** It is a guest's, who has answered by a link to the article. */
  readonly isGuest: boolean;
  /** ISO instant. */
  readonly at: string;
  readonly kind: CommentKind;
  readonly articleId: string;
  readonly headline: string;
  /** Null of one on the article as a whole. */
  readonly claimNumber: number | null;
};

/** The home page of one person. What they may not do is empty. */
export type DeskDTO = {
  readonly articles: ArticlePage;
  /** Assigned to them and without a verdict yet. */
  readonly assigned: QueueDTO;
  /** Waiting for a second reader who may be them. */
  readonly awaiting: QueueDTO;
  /** Theirs, and something under the verdict has changed. */
  readonly stale: QueueDTO;
  readonly disputed: QueueDTO;
  /** Comments that call them by name and that they have not answered. */
  readonly calls: { readonly rows: readonly CallDTO[]; readonly more: boolean };
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
