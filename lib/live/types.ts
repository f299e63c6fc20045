/** What has moved, and is to be asked for anew: no more is said of it. */
export type News = {
  /** Ids of articles; to a guest, who knows of none, the id of their link. */
  readonly articles: readonly string[];
  /** What belongs to no article: the desk's settings, its scale, its people. */
  readonly desk: boolean;
};

/** Somebody who has an article before them. */
export type PresentDTO = {
  readonly id: string;
  readonly name: string;
  /** The claim in their hand. */
  readonly claimId: string | null;
  /** They are writing a verdict on it; never told where it would be read blind. */
  readonly writes: boolean;
};

/** Everybody who has the article before them, the reader left out. */
export type HereDTO = { readonly articleId: string; readonly people: readonly PresentDTO[] };

/**
 * What a stream says. `mark` is where the browser stands once it has taken the message in: sealed, to be sent back as it is.
 */
export type LiveMessage =
  /** The first: what was missed since the mark that was sent; null where that cannot be told, and anything may have moved. */
  | { readonly kind: 'hello'; readonly mark: string; readonly news: News | null }
  | { readonly kind: 'moved'; readonly mark: string; readonly news: News }
  | { readonly kind: 'here'; readonly here: HereDTO }
  /** Nothing has happened; the line holds. */
  | { readonly kind: 'beat' }
  /** The last: the session has ended, and nothing more will come. */
  | { readonly kind: 'over' };

/** Where a stream's messages go. After `end` nothing is sent. */
export type Outlet = { readonly send: (message: LiveMessage) => void; readonly end: () => void };

/** What asking once answers, for who cannot have a stream. */
export type MissedDTO = { readonly mark: string; readonly news: News | null };
