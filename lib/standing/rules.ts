import type { Factuality, Polarity } from '#lib/engine/types.ts';
import type { SecondReaderMode } from '#lib/settings/types.ts';
import type { AttributionFinding, Progress, SettledBy } from './types.ts';

/** A verdict as the settling rule reads it. */
export type VerdictFact = {
  readonly id: string;
  readonly seat: number;
  readonly authorId: string;
  readonly ratingId: string;
  readonly attributionFinding: AttributionFinding | null;
  readonly mode: SecondReaderMode;
  readonly overridden: boolean;
  readonly signedOff: boolean;
  /** Its place in the order in which the claim's verdicts were given. */
  readonly given: number;
  /** Neither superseded nor withdrawn. */
  readonly inForce: boolean;
  /** Its basis is no longer the present one. */
  readonly stale: boolean;
  /**
   * The same as far as everybody may know: of a hidden verdict only changes of the claim itself, which any verdict rests
   * on. That it cites a piece of evidence would be told by its going stale when that piece is edited.
   */
  readonly staleOpenly: boolean;
  /** Others may read it, or may have. */
  readonly revealed: boolean;
};

export type ClaimFacts = {
  readonly assigned: boolean;
  readonly evidence: number;
  /** Queries that wait for their answer, that everybody may read, and that hold the claim meanwhile. */
  readonly holding: number;
  readonly verdicts: readonly VerdictFact[];
};

export type Standing = {
  readonly progress: Progress;
  readonly settledBy: SettledBy | null;
  readonly settledVerdictId: string | null;
  readonly stale: boolean;
  /** An open query keeps the claim from being dealt with, whatever its progress. */
  readonly held: boolean;
};
type Progressed = Omit<Standing, 'held'>;

const notSettled = (progress: Progress, stale: boolean): Progressed => ({
  progress,
  settledBy: null,
  settledVerdictId: null,
  stale,
});
const settled = (settledBy: SettledBy, verdict: VerdictFact, stale: boolean): Progressed => ({
  progress: 'settled',
  settledBy,
  settledVerdictId: verdict.id,
  stale,
});

export const inForce = <T extends VerdictFact>(verdicts: readonly T[]): T[] =>
  verdicts.filter((verdict) => verdict.inForce).sort((a, b) => a.seat - b.seat);

/** The one given last. */
const latest = (verdicts: readonly VerdictFact[]): VerdictFact | undefined =>
  verdicts.reduce<VerdictFact | undefined>((last, item) => (last && last.given > item.given ? last : item), undefined);

/** Same rating and same finding on who said it. */
export const agree = (
  a: Pick<VerdictFact, 'ratingId' | 'attributionFinding'>,
  b: Pick<VerdictFact, 'ratingId' | 'attributionFinding'>,
): boolean => a.ratingId === b.ratingId && a.attributionFinding === b.attributionFinding;

/** Whether a person has another verdict in force than this one, and it says something else: one person, one word. */
export const saysOtherwise = (
  verdicts: readonly VerdictFact[],
  verdict: VerdictFact | undefined,
  personId: string,
): boolean =>
  verdict !== undefined &&
  verdicts.some((other) => other.inForce && other.authorId === personId && !agree(other, verdict));

/** The one rule of where a claim stands, out of its records alone. */
export const standing = (facts: ClaimFacts): Standing => ({
  ...progressOf(facts),
  held: facts.holding > 0,
});

function progressOf(facts: ClaimFacts): Progressed {
  const verdicts = inForce(facts.verdicts);
  const lead = verdicts[0];
  if (!lead) return notSettled(facts.assigned || facts.evidence > 0 ? 'in_review' : 'open', false);
  const stale = verdicts.some((verdict) => verdict.staleOpenly);
  // An override given in the face of the others, not one that another was given in the face of: it may be by somebody
  // who has edited what they rest on, and counts for one whatever it says.
  const last = latest(verdicts);
  if (verdicts.length > 1 && last?.overridden) return settled('one', last, stale);
  const third = verdicts.find((verdict) => verdict.seat === 3);
  // Given as an override it is no third reader's, whatever the two have said since: it may be by somebody who has edited
  // what they rest on.
  if (third?.overridden) return settled('one', third, third.stale);
  const second = verdicts.find((verdict) => verdict !== lead && verdict !== third);
  // A third reader settles what the two differ on. Where one of them has come round to the other, nothing is left to settle.
  const isAgreed = second !== undefined && agree(lead, second);
  if (third && !isAgreed) return settled('third', third, third.stale);
  if (second) return agree(lead, second) ? settled('two', lead, stale) : notSettled('disputed', stale);
  if (lead.signedOff) return settled('two', lead, stale);
  if (lead.mode === 'one' || lead.overridden) return settled('one', lead, stale);
  return notSettled('awaiting_second_reader', stale);
}

/** Whether a claim is put forward as plain fact, which need not be pointed out. Where an older report does not say, nothing is pointed out. */
export const isPlainFact = (claim: Readonly<{ polarity: Polarity | null; factuality: Factuality | null }>): boolean =>
  (claim.polarity ?? 'positive') === 'positive' && (claim.factuality ?? 'asserted') === 'asserted';
