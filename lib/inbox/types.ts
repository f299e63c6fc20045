/** How often a feed may be read, in minutes. */
export const FEED_MINUTES = [15, 30, 60, 180, 720, 1440] as const;
/** So many feeds a desk has at most. */
export const MOST_FEEDS = 200;
/** So many of what a new feed holds wait for a decision: what stood behind them is of before. */
export const MOST_OF_NEW_FEED = 20;
/** So many are decided on at a time. */
export const MOST_AT_A_TIME = 100;

/** What a feed or the folder has brought, for somebody to decide on. */
export type InboxItemDTO = {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** Local date, YYYY-MM-DD. */
  readonly publishedOn: string | null;
  readonly link: string | null;
  readonly fileName: string | null;
  /** The first words of it; empty where nothing tells. */
  readonly snippet: string;
  /** ISO instant: when it came. */
  readonly cameAt: string;
  /** An article of the same link, where the reader may see one. */
  readonly known: { readonly id: string; readonly headline: string } | null;
};

export type FeedDTO = {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly minutes: number;
  readonly addedBy: string | null;
  /** ISO instants. */
  readonly readAt: string | null;
  readonly nextAt: string;
  /** Why it could not be read the last time, in words. */
  readonly error: string | null;
  /** How many of its items wait. */
  readonly waiting: number;
};

export type InboxDTO = {
  readonly items: readonly InboxItemDTO[];
  /** Leads on from the last item, where there is more. */
  readonly next: string | null;
  readonly waiting: number;
  readonly feeds: readonly FeedDTO[];
  /** Files are taken from a folder as well. */
  readonly hasFolder: boolean;
};
