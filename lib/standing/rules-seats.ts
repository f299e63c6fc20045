import type { PlainCode } from '#lib/platform/result.ts';
import type { SecondReaderMode } from '#lib/settings/types.ts';
import { agree, inForce, saysOtherwise, type VerdictFact } from './rules.ts';
import { isHiddenFrom } from './rules-hidden.ts';

export type SeatPlan =
  | {
      readonly seat: 1 | 2 | 3;
      /** Verdicts that the new one ends; the first of them is the one it supersedes by name. */
      readonly ends: readonly string[];
      readonly mode: SecondReaderMode;
    }
  | { readonly seat: null; readonly because: SeatRefusal };
export type SeatRefusal = 'edited-basis' | 'settled-by-two' | 'settled-by-third';

/** What the person is told of why a seat is not to be had. */
export const SEAT_REFUSALS: Readonly<Record<SeatRefusal, PlainCode>> = {
  'edited-basis': 'seat-edited-basis',
  'settled-by-two': 'seat-settled-by-two',
  'settled-by-third': 'seat-settled-by-third',
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

// ---- who may sign ----

type Signable = VerdictFact & { readonly authorIds: readonly string[] };
/** Why a verdict is not somebody's to sign off, and what they are told. */
export const SIGN_OFF_REFUSALS = {
  'no-verdict': 'sign-off-nothing',
  'not-in-force': 'verdict-ended',
  'signed-off': 'sign-off-done',
  own: 'sign-off-own-waits',
  'edited-basis': 'sign-off-edited-basis',
  hidden: 'first-is-blind',
  'says-otherwise': 'says-otherwise',
  stale: 'sign-off-stale',
  unworded: 'wording-undecided',
  held: 'sign-off-held',
  unmet: 'sign-off-unmet',
} as const satisfies Readonly<Record<string, PlainCode>>;
export type SignOffRefusal = keyof typeof SIGN_OFF_REFUSALS;

/** Why a verdict is not signed off together with others, beside what keeps somebody from signing it at all. */
export const TOGETHER_REFUSALS = {
  unopened: 'sign-off-unopened',
  'too-short': 'sign-off-too-short',
} as const satisfies Readonly<Record<string, PlainCode>>;
export type TogetherRefusal = keyof typeof TOGETHER_REFUSALS;

/**
 * Why a verdict that somebody may sign off is left out of several that they sign off together, or null: they must have had the claim open as it is
 * now, and for as long as reading it takes. Times in milliseconds.
 */
export function togetherRefusal(openedAt: number | null, now: number, leastMs: number): TogetherRefusal | null {
  if (openedAt === null) return 'unopened';
  return now - openedAt < leastMs ? 'too-short' : null;
}

/**
 * Why a person may not sign a verdict off, or null where they may. `isUnworded`: nobody has decided on the claim's wording since its words changed; `held`: an
 * open query holds the claim; `unmet`: a rule of the desk that refuses.
 */
export function signOffRefusal(
  personId: string,
  verdict: Signable | undefined,
  verdicts: readonly Signable[],
  { isUnworded, held, unmet }: Readonly<{ isUnworded: boolean; held: boolean; unmet: boolean }>,
): SignOffRefusal | null {
  if (!verdict) return 'no-verdict';
  if (!verdict.inForce) return 'not-in-force';
  if (verdict.authorId === personId) return verdict.signedOff ? 'signed-off' : 'own';
  if (isHiddenFrom(verdict, personId)) return verdict.authorIds.includes(personId) ? 'edited-basis' : 'hidden';
  if (verdict.signedOff) return 'signed-off';
  if (verdict.authorIds.includes(personId)) return 'edited-basis';
  if (saysOtherwise(verdicts, verdict, personId)) return 'says-otherwise';
  if (verdict.stale) return 'stale';
  if (isUnworded) return 'unworded';
  if (held) return 'held';
  return unmet ? 'unmet' : null;
}
