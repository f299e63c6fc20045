/** That a claim was before its second reader's eyes, long enough to be read: what was shown, and the server's word that it was handed out. */
export type ReadClaim = { readonly shown: string; readonly receipt: string; readonly verdictId: string };

/** What concerns several claims at once. */
export type ManyState = {
  /** The claims of a round of second readings, in its order; null outside one. */
  readonly round: readonly string[] | null;
  /** Claims that have been read, by id. */
  readonly read: ReadonlyMap<string, ReadClaim>;
  /** Where the taking of several began. */
  readonly from: string | null;
  /** What had been taken before that. */
  readonly base: readonly string[];
  /** Sign-offs given together that are to be taken back together. */
  readonly withdraws: readonly string[];
};

export const noMany: ManyState = { round: null, read: new Map(), from: null, base: [], withdraws: [] };
