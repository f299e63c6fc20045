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
