/** Events of an article's chain that speak of what the public reads. */
export type PublishingEvents = {
  /** It is on the public page, or will be from that time on. `noteStays`: what was withdrawn there before stays so, as does the note on it, which earlier events took away. */
  'report.published': { number: number; slug: string; publicAt: string; noteStays?: true };
  /** The public page says that it was withdrawn, and why. */
  'report.withdrawn': { note: string };
  /** A verdict was changed after it was published, and asks for no correction: which claims, and why. */
  'report.correctionDeclined': { number: number; claims: readonly number[]; reason: string };
  'report.linkMade': { number: number; label: string; expiresAt: string };
  'report.linkRevoked': { number: number; label: string };
};
