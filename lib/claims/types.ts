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
