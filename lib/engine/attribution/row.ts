/** What a row that says who says what gives. */

/** Where a row holds: in headlines alone, or everywhere. */
export type Reported = {
  readonly in: 'headline' | 'anywhere';
  readonly quoted: boolean;
  /** Of a cue that has been read already: whether the row reads it more exactly, gives way, or ends what was said before it. */
  readonly over: 'replaces' | 'gives way' | 'breaks';
};
