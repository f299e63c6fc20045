/** Why a plain sentence holds nothing to check: each is a key of its own, and its words stand in messages/…/galley.json. */
export const PLAIN_REASONS = ['nothing', 'opinion', 'question', 'link', 'boilerplate'] as const;
export type PlainReason = (typeof PLAIN_REASONS)[number];
