import type { VerdictDTO } from '#lib/verdicts/types.ts';

const rating = {
  id: 'r',
  key: 'false',
  label: 'False',
  description: '',
  position: 1,
  value: 1,
  stands: false,
  archived: false,
};
export const content = {
  rating,
  attributionFinding: null,
  rationale: '',
  cites: [],
  confirms: null,
  fix: null,
  overrideReason: null,
};

/** A verdict of somebody else's in force, open to be signed, unless said otherwise. */
export const verdict = (id: string, seat: 1 | 2 | 3, more: Partial<VerdictDTO> = {}): VerdictDTO => ({
  id,
  seat,
  author: { id: `author of ${id}`, name: id },
  mine: false,
  mode: 'open',
  createdAt: '2026-11-20T10:00:00.000Z',
  inForce: true,
  ended: null,
  stale: false,
  basisDigest: 'digest',
  content,
  signOff: null,
  authors: [{ id: `author of ${id}`, name: id, part: 'proposed' }],
  ...more,
});
