/** What a row of this folder makes of a claim. */
import type { Factuality } from '../types.ts';

export type Stated = {
  /** Turns what is claimed into its opposite; in "no evidence", "not true" the second of two that cancel out, beside the denial. */
  readonly isNegative: boolean;
  readonly factuality: Factuality | null;
};

export const NEGATIVE: Stated = { isNegative: true, factuality: null };
export const as = (factuality: Factuality): Stated => ({ isNegative: false, factuality });
