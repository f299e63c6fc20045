import type { Sayings } from '#lib/history/rules-said.ts';

/** What events say of sources: their own fields the desk's chain keeps to itself; what a merge moved an article's chain tells. */
export const SOURCE_SAYINGS: Sayings = {
  'source.merged': ({ detail: { into, evidence } }) =>
    evidence.map(({ id }) => ({ table: 'evidence', key: id, says: { source_id: into } })),
};
