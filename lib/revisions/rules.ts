import { fold } from '#lib/anchor/fold.ts';
import type { Placement, Span, SplitText } from '#lib/anchor/reanchor.ts';
import { isLike } from '#lib/claims/rules-wording.ts';
import type { EngineClaim } from '#lib/engine/types.ts';

/** A claim as carrying it to another revision needs it. */
export type CarriedClaim = {
  readonly id: string;
  /** Where it stands in the old revision; null where its words are lost already. */
  readonly span: Span | null;
  /** Wordings suggested for it that have not been refused or applied. */
  readonly fixes: readonly { readonly id: string; readonly replacement: string }[];
};

export type CarriedPlace = Placement & {
  readonly id: string;
  /** The suggested wording that now stands in the text where the claim's words were. */
  readonly appliedFixId: string | null;
};

export type RevisionPlan<C extends EngineClaim = EngineClaim> = {
  readonly claims: readonly CarriedPlace[];
  /** For every mark, where its sentence stands now; null where it is no longer there as it was. */
  readonly marks: readonly (Span | null)[];
  /** Of each stretch that somebody speaks of and that had a place, where it stands now. */
  readonly stretches: readonly Placement[];
  /** What the engine proposes on sentences that are new or were changed. */
  readonly fresh: readonly C[];
};

const NOT_THERE: Placement = { state: 'lost', span: null, proposal: null };

const isPlaced = (claim: CarriedClaim): claim is CarriedClaim & { span: Span } => claim.span !== null;

/** What of the old text is looked for in the new one: claims that have a place in it, marks, every sentence, and what is spoken of, in this order. */
export const carriedSpans = (
  before: SplitText,
  carried: readonly CarriedClaim[],
  marks: readonly Span[],
  stretches: readonly (Span | null)[],
): readonly Span[] => [
  ...carried.filter(isPlaced).map((claim) => claim.span),
  ...marks,
  ...before.sentences,
  ...stretches.filter((stretch) => stretch !== null),
];

/**
 * What a new text does to what hangs on the old one, out of where `carriedSpans` stand in it. Nothing that was there is
 * proposed again: a fresh claim stands on a sentence that is not one of the old ones, and not where a carried claim stands.
 */
export function planRevision<C extends EngineClaim>(
  before: SplitText,
  after: SplitText,
  places: readonly Placement[],
  carried: readonly CarriedClaim[],
  marks: readonly Span[],
  proposed: readonly C[],
): RevisionPlan<C> {
  const placed = carried.filter(isPlaced);
  const byId = new Map(placed.map((claim, i) => [claim.id, places[i] ?? NOT_THERE]));
  const claims = carried.map((claim) => withFix(before, after, claim, byId.get(claim.id) ?? NOT_THERE));
  const sentences = placed.length + marks.length;
  const stretches = sentences + before.sentences.length;
  const kept = places.slice(sentences, stretches).filter(isSame);
  const keptPlaces = kept.flatMap((place) => (place.span ? [place.span] : [])).sort((a, b) => a.start - b.start);
  const taken = claims.flatMap((claim) => (claim.span ? [claim.span] : []));
  return {
    claims,
    marks: places
      .slice(placed.length, placed.length + marks.length)
      .map((place) => (isSame(place) ? place.span : null)),
    stretches: places.slice(stretches),
    fresh: proposed.filter(
      (claim) => !keptPlaces.some((place) => overlaps(place, claim)) && !taken.some((place) => isLike(place, claim)),
    ),
  };
}

const isSame = (place: Placement): boolean => place.state === 'unchanged' || place.state === 'moved';
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A claim that a person has had a hand in: what it says, and where it stands; null where its words, `exact`, last stood elsewhere. */
export type Touched = { readonly span: Span | null; readonly exact: string; readonly statement: string };

/**
 * Whether what the engine proposes would say a touched claim again: on much the same words, on some of them with the same
 * statement, or, of a claim that has no place in the text any more, with its statement or its words. Typography aside.
 */
export function wouldRestate(
  touched: readonly Touched[],
): (claim: Span & { quote: string; statement: string }) => boolean {
  const placed = touched.flatMap(({ span, statement }) => (span ? [{ span, statement: fold(statement) }] : []));
  const said = new Set(touched.flatMap(({ span, exact, statement }) => (span ? [] : [fold(exact), fold(statement)])));
  return (claim) => {
    const statement = fold(claim.statement);
    return (
      said.has(statement) ||
      said.has(fold(claim.quote)) ||
      placed.some(
        (other) => isLike(other.span, claim) || (other.statement === statement && overlaps(other.span, claim)),
      )
    );
  };
}

/** A claim and where it stands in a text. */
export type Placed = { readonly id: string; readonly span: Span };

/**
 * Whether a sentence that stands around a span of one text stands around a span of another, letter for letter, with the span at
 * the same place in it.
 */
export function standsAlike(sentence: string, [before, was]: [string, Span], [after, is]: [string, Span]): boolean {
  const start = sentence === '' ? -1 : before.lastIndexOf(sentence, was.start);
  if (start === -1 || start + sentence.length < was.end) return false;
  const at = is.start - (was.start - start);
  return at >= 0 && after.startsWith(sentence, at);
}

/** A claim whose words are no longer there as they were, where a suggested wording now stands instead. */
function withFix(before: SplitText, after: SplitText, claim: CarriedClaim, place: Placement): CarriedPlace {
  if (!isSame(place)) {
    for (const fix of claim.fixes) {
      const span = onlyPlaceOf(after.text, fix.replacement);
      if (span && !fold(before.text).includes(fold(fix.replacement))) {
        return { id: claim.id, state: 'changed', span, proposal: span, appliedFixId: fix.id };
      }
    }
  }
  return { id: claim.id, ...place, appliedFixId: null };
}

/** Where a wording stands, if in one place alone. Exact, for a wording that somebody wrote to be taken over as it is. */
function onlyPlaceOf(text: string, words: string): Span | null {
  const start = text.indexOf(words);
  if (start === -1 || text.indexOf(words, start + 1) !== -1) return null;
  return { start, end: start + words.length };
}

/** How many claims came out how; `same` counts the unchanged and the moved. */
export function countPlaces(
  plan: RevisionPlan,
): Record<'unchanged' | 'moved' | 'context_changed' | 'changed' | 'lost' | 'fresh', number> {
  const counts = { unchanged: 0, moved: 0, context_changed: 0, changed: 0, lost: 0, fresh: plan.fresh.length };
  for (const claim of plan.claims) counts[claim.state]++;
  return counts;
}
