import type { SecondReaderMode } from '#lib/settings/types.ts';
import { agree, inForce, type VerdictFact } from './rules.ts';

// ---- who may give which verdict ----

export type SeatPlan =
  | {
      readonly seat: 1 | 2 | 3;
      /** Verdicts that the new one ends; the first of them is the one it supersedes by name. */
      readonly ends: readonly string[];
      readonly mode: SecondReaderMode;
    }
  | { readonly seat: null; readonly because: SeatRefusal };
export type SeatRefusal = 'edited-basis' | 'settled-by-two' | 'settled-by-third';

/** Why a seat is not to be had, for the person. */
export const SEAT_REFUSALS: Readonly<Record<SeatRefusal, string>> = {
  'edited-basis': 'You have edited what the verdict rests on, so the second reading is somebody else’s.',
  'settled-by-two': 'Two people agree on this claim. Either of them can give a new verdict in place of their own.',
  'settled-by-third':
    'A third person has settled this claim. Its authors can give a new verdict in place of their own.',
};

/**
 * Which seat a person's verdict would take.
 *
 * One's own verdict in force is superseded in its seat. A stale one that everybody may read opens a new round in the
 * first seat. Otherwise the second and, after a disagreement, the third seat are for people who are no author of what
 * is in force, where author means its proposer or anybody who has edited its basis since.
 *
 * `verdicts` are all that were ever given on the claim. Once any of them could be read, whoever may read the article may
 * have read it, and reading cannot be undone: what is given from then on is open, whatever the article's mode.
 *
 * With `overrides`, for a verdict that settles without a second reader, having edited the basis keeps nobody out: on a small
 * desk everybody may have.
 */
export function seatFor(
  personId: string,
  verdicts: readonly (VerdictFact & { readonly authorIds: readonly string[] })[],
  articleMode: SecondReaderMode,
  overrides = false,
): SeatPlan {
  const present = inForce(verdicts);
  const wasRead = verdicts.some((verdict) => verdict.revealed);
  const honest = (mode: SecondReaderMode): SecondReaderMode => (mode === 'blind' && wasRead ? 'open' : mode);
  const lead = present[0];
  if (!lead) return { seat: 1, ends: [], mode: honest(articleMode) };
  const own = present.find((verdict) => verdict.authorId === personId);
  const allRevealed = present.every((verdict) => verdict.revealed);
  if (present.some((verdict) => verdict.stale) && allRevealed) {
    const first = own ?? lead;
    return {
      seat: 1,
      ends: [first.id, ...present.filter((verdict) => verdict !== first).map((verdict) => verdict.id)],
      mode: honest(first.mode === 'blind' ? 'blind' : articleMode),
    };
  }
  if (own) return { seat: own.seat as 1 | 2 | 3, ends: [own.id], mode: honest(own.mode) };
  if (present.some((verdict) => verdict.seat === 3)) return { seat: null, because: 'settled-by-third' };
  if (!overrides && present.some((verdict) => verdict.authorIds.includes(personId)))
    return { seat: null, because: 'edited-basis' };
  const second = present[1];
  if (!second) return { seat: lead.seat === 2 ? 1 : 2, ends: [], mode: honest(lead.mode) };
  return agree(lead, second)
    ? { seat: null, because: 'settled-by-two' }
    : { seat: 3, ends: [], mode: honest(lead.mode) };
}
