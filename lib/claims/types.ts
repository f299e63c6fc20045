import type { LeftOut } from './rules-share.ts';

/** One person's part of what is shared out, in the order of the text. */
export type ShareDTO = {
  readonly personId: string;
  readonly claims: readonly { readonly id: string; readonly version: number; readonly number: number }[];
};

/** What sharing an article's claims out would do. */
export type SharePlanDTO = {
  /** Who may be given claims of the article, with how many they have to check, as far as the reader may know. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly load: number }[];
  readonly shares: readonly ShareDTO[];
  /** Claims that are there to be shared out. */
  readonly count: number;
  /** How many are not, and why. */
  readonly left: Readonly<Record<LeftOut, number>>;
};

/** What would come of a deed on a claim, as one of several. */
export type ManyPreviewDTO = {
  readonly id: string;
  readonly number: number;
  /** The version that this is said of: the deed is sent with it. */
  readonly version: number;
  /** What undoing it brings back: whose it was, and why it was excluded. */
  readonly assigneeId: string | null;
  readonly excludedReason: string | null;
  /** Why it is left out, in words; null where it is done to it. */
  readonly because: string | null;
};
