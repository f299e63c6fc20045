import type { RobotsRule } from './robots-rules.ts';

/** What a link led to. */
export type Fetched = {
  /** The link as it was given. */
  readonly askedFor: string;
  /** The address that answered, without its fragment. */
  readonly address: string;
  /** 200, or 203 where something on the way has changed the answer. */
  readonly status: number;
  /** Lower case, without parameters; of what was named as no type in particular, the one that its bytes are. */
  readonly mediaType: string;
  /** As the answer names it, in lower case. */
  readonly charset: string | null;
  /** Those that say something of the page, names in lower case, in the order they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As they were before they were packed for the way. */
  readonly bytes: Uint8Array;
  /** Every address that was asked, one after another; the last is `address`. */
  readonly hops: readonly string[];
  /** When the answer was there in full. */
  readonly at: Date;
};

/** What sites have said in their robots.txt, by origin, for a while. */
export type RobotsCache = {
  get(origin: string): readonly RobotsRule[] | null;
  set(origin: string, rules: readonly RobotsRule[]): void;
};

export type Known = { readonly etag: string | null; readonly lastModified: string | null };

export type FetchPolicy = {
  /** What of an intranet may be reached, as `reachOf` reads it. */
  readonly allow: readonly string[];
  /** The networks this machine stands in, as ranges: not reached unless allowed. */
  readonly own: readonly string[];
  /** Media types that are taken. */
  readonly types: readonly string[];
  readonly userAgent: string;
  /** Of a body, as it comes and as it is once unpacked. */
  readonly mostBytes: number;
  /** Of the head of an answer, in bytes. */
  readonly mostHeadBytes: number;
  /** How many times a link may lead on. */
  readonly mostRedirects: number;
  /** Milliseconds for everything, robots.txt and looking up names included. */
  readonly wholeMs: number;
  /** Milliseconds for one connection and the head of its answer. */
  readonly headMs: number;
  /** In every stretch of so many milliseconds at least so many bytes of a body come. */
  readonly pace: { readonly bytes: number; readonly ms: number };
  /** The addresses that a host name has. Rejects with the codes of `node:dns`. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly robots: RobotsCache;
  /** What the site said of the version that is here: where it is that still, the answer is `fetch-unchanged`. */
  readonly known?: Known;
  /** Certificates (PEM) trusted in place of those that Node trusts. */
  readonly certificates?: string;
  /** Ends the work; `fetchLink` then rejects with the signal's own reason. */
  readonly signal?: AbortSignal;
};

/** What runs while one link is fetched: whoever has a reason to end it aborts `stop` with that. */
export type Run = {
  readonly policy: FetchPolicy;
  readonly stop: AbortController;
};
