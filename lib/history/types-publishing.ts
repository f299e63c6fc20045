/** Events of an article's chain that speak of what the public reads. */
export type PublishingEvents = {
  /** It is on the public page, or will be from that time on. */
  'report.published': { number: number; slug: string; publicAt: string };
  /** The public page says that it was withdrawn, and why. */
  'report.withdrawn': { note: string };
  /** A verdict was changed after it was published, and asks for no correction: which claims, and why. */
  'report.correctionDeclined': { number: number; claims: readonly number[]; reason: string };
  'report.linkMade': { number: number; label: string; expiresAt: string };
  'report.linkRevoked': { number: number; label: string };
};
