import { fold } from '#lib/anchor/fold.ts';
import type { SecondReaderMode } from '#lib/articles/types.ts';
import type { Progress, SettledBy } from '#lib/claims/types.ts';
import type { Quantity, Time } from '#lib/engine/types.ts';
import type { Json } from '#lib/platform/canonical.ts';
import type { AttributionFinding, BasisChange, BasisPart } from './types.ts';

// ---- where a claim stands ----

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
  readonly verdicts: readonly VerdictFact[];
};

export type Standing = {
  readonly progress: Progress;
  readonly settledBy: SettledBy | null;
  readonly settledVerdictId: string | null;
  readonly stale: boolean;
};

const notSettled = (progress: Progress, stale: boolean): Standing => ({
  progress,
  settledBy: null,
  settledVerdictId: null,
  stale,
});
const settled = (settledBy: SettledBy, verdict: VerdictFact, stale: boolean): Standing => ({
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
export const SAYS_OTHERWISE =
  'You have given another verdict on this claim. Give a new one in its place, or withdraw yours first.';

/** The one rule of where a claim stands, out of its records alone. */
export function standing(facts: ClaimFacts): Standing {
  const verdicts = inForce(facts.verdicts);
  const lead = verdicts[0];
  if (!lead) return notSettled(facts.assigned || facts.evidence > 0 ? 'in_review' : 'open', false);
  const stale = verdicts.some((verdict) => verdict.staleOpenly);
  // An override given in the face of the others, not one that another was given in the face of: it may be by somebody
  // who has edited what they rest on, and counts for one whatever it says.
  const last = latest(verdicts);
  if (verdicts.length > 1 && last?.overridden) return settled('one', last, stale);
  const third = verdicts.find((verdict) => verdict.seat === 3);
  if (third) return settled('third', third, third.stale);
  const second = verdicts.find((verdict) => verdict !== lead);
  if (second) return agree(lead, second) ? settled('two', lead, stale) : notSettled('disputed', stale);
  if (lead.signedOff) return settled('two', lead, stale);
  if (lead.mode === 'one' || lead.overridden) return settled('one', lead, stale);
  return notSettled('awaiting_second_reader', stale);
}

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

// ---- what a verdict is given on ----

export type BasisEvidence = {
  readonly number: number;
  readonly source: string;
  readonly stance: string | null;
  readonly aspect: string;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly withdrawn: boolean;
};

export type Basis = {
  readonly statement: string;
  readonly quote: string;
  readonly sentence: string;
  readonly claimant: string;
  readonly figures: readonly string[];
  readonly times: readonly string[];
  readonly evidence: readonly BasisEvidence[];
};

const numbersOf = ({ range, tally, value }: Quantity): string => {
  if (tally) return `${tally[0]}-${tally[1]}`;
  return range ? `${range[0] ?? '?'} to ${range[1] ?? '?'}` : String(value);
};

/** A figure in one line, offsets left out: they move with every edit of the text. */
export const figureLine = (figure: Quantity): string =>
  [
    figure.text,
    '=',
    figure.modifier,
    numbersOf(figure),
    figure.unit,
    figure.per && `per ${figure.per}`,
    figure.of && `of ${figure.of}`,
    figure.change,
    figure.rank && 'rank',
  ]
    .filter(Boolean)
    .join(' ');

export const timeLine = (time: Time): string => `${time.text} = ${time.from ?? '?'} to ${time.to ?? '?'}`;

export type BasisSource = {
  readonly statement: string;
  readonly quote: string;
  readonly sentence: string;
  readonly claimant: { readonly name: string; readonly kind: string };
  readonly via: string | null;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
};

/** The basis in the form that is kept and compared. Quote and sentence are folded: typography alone makes nothing stale. */
export function basisOf(claim: BasisSource, evidence: readonly BasisEvidence[]): Basis {
  return {
    statement: claim.statement,
    quote: fold(claim.quote),
    sentence: fold(claim.sentence),
    claimant: [
      claim.claimant.kind === 'author' ? 'the article itself' : claim.claimant.name,
      claim.via && `through ${claim.via}`,
    ]
      .filter(Boolean)
      .join(', '),
    figures: claim.figures.map(figureLine),
    times: claim.times.map(timeLine),
    evidence: [...evidence].sort((a, b) => a.number - b.number),
  };
}

/** Basis as plain JSON, for canonicalJson. */
export const basisJson = (basis: Basis): Json => ({
  ...basis,
  evidence: basis.evidence.map((item) => ({ ...item })),
});

const EVIDENCE_PARTS = ['source', 'stance', 'aspect', 'quote', 'locator', 'note'] as const;

/** What differs between what a verdict was given on and what stands now, in the order a reader would look. */
export function basisChanges(before: Basis, after: Basis): BasisChange[] {
  const changes: BasisChange[] = [];
  const compare = (what: BasisPart, a: string, b: string, evidence: number | null = null) => {
    if (a !== b) changes.push({ what, evidence, before: a, after: b });
  };
  compare('statement', before.statement, after.statement);
  compare('quote', before.quote, after.quote);
  // The sentence holds the quote: say only what the quote has not said already.
  if (before.quote === after.quote) compare('sentence', before.sentence, after.sentence);
  compare('claimant', before.claimant, after.claimant);
  compare('figures', before.figures.join('; '), after.figures.join('; '));
  compare('times', before.times.join('; '), after.times.join('; '));
  for (const old of before.evidence) {
    const now = after.evidence.find((item) => item.number === old.number);
    if (!now || (now.withdrawn && !old.withdrawn)) {
      changes.push({ what: 'withdrawn', evidence: old.number, before: old.quote ?? old.source, after: '' });
      continue;
    }
    for (const part of EVIDENCE_PARTS)
      compare(part === 'quote' ? 'evidenceQuote' : part, old[part] ?? '', now[part] ?? '', old.number);
  }
  return changes;
}

/** Numbers of the evidence that a rationale names in brackets: "[1]", "[2, 3]". */
export function citedNumbers(rationale: string): number[] {
  const found = new Set<number>();
  for (const match of rationale.matchAll(/\[(\d{1,4}(?:\s?,\s?\d{1,4})*)\]/g)) {
    for (const part of (match[1] ?? '').split(',')) found.add(Number(part.trim()));
  }
  return [...found].filter((number) => number > 0).sort((a, b) => a - b);
}
