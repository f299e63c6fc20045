/** One piece that a feed tells of: a page to fetch. */
export type FeedItem = {
  /** What the feed calls it, the same each time; its link where it calls it nothing. */
  readonly key: string;
  /** Absolute, http or https. */
  readonly link: string;
  /** Its link where it has none. */
  readonly title: string;
  readonly byline: string | null;
  /** Local date, YYYY-MM-DD: the day that the feed itself writes. */
  readonly publishedOn: string | null;
  /** The first words of what the feed says of it, without marks; empty where it says nothing. */
  readonly snippet: string;
};

export type ReadFeed = {
  /** Empty where it has none. */
  readonly title: string;
  /** In the feed's order, each key and each link once. */
  readonly items: readonly FeedItem[];
};

export type FeedInput = {
  readonly bytes: Uint8Array;
  readonly charset: string | null;
  /** Where it was taken from: what relative links in it are relative to. */
  readonly address: string;
};

/** A feed's item as it stands there, before it is looked at. */
export type RawItem = {
  readonly key: string | null;
  readonly link: string | null;
  readonly title: string;
  readonly byline: string | null;
  readonly date: string | null;
  /** Plain, or in HTML. */
  readonly words: string;
};
export type RawFeed = { readonly title: string; readonly items: readonly RawItem[] };
