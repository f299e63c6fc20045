import { type Alignment, alignSentences } from './align.ts';
import { fold, foldWithMap, type Span } from './fold.ts';
import { becameOf, type Likely, likeliest } from './propose.ts';
import { firstEndingAfter, type SplitText, surroundings, unitsOf } from './sentences.ts';
import { type Dictionary, findRun, lowerBound, type Words, wordsInside, wordsOf } from './words.ts';

export type { Span } from './fold.ts';
export type { SplitText } from './sentences.ts';

export type PlaceState = 'unchanged' | 'moved' | 'context_changed' | 'changed' | 'lost';

export type Placement = {
  readonly state: PlaceState;
  /** Where the words stand in the new text; null where they are lost. */
  readonly span: Span | null;
  /** For what is lost or changed: where it may have gone. Only a proposal, never acted on by itself. */
  readonly proposal: Span | null;
};

const LOST: Placement = { state: 'lost', span: null, proposal: null };

/**
 * Where spans of one revision stand in the next, in the order given. Offsets are UTF-16 code units, half-open.
 *
 * - `unchanged`: the words and the sentence around them are the same but for typography, in the same order as their neighbours.
 * - `moved`: the same, elsewhere.
 * - `context_changed`: the words are there, the sentence around them is another.
 * - `changed`: their sentence is there, the words in it are not the same. The span is where they stood in it.
 * - `lost`: not there, or not sure. A repeated sentence whose surroundings do not tell which one it is counts as not sure.
 *
 * A digit, a name or a negation that differs is never "the same": sameness is equality after folding, not likeness.
 * Near linear in both texts and in the spans. Throws a RangeError on a span that is empty or outside the old text.
 */
export function reanchor(before: SplitText, after: SplitText, spans: readonly Span[]): Placement[] {
  for (const { start, end } of spans) {
    if (!(start >= 0 && end <= before.text.length && start < end))
      throw new RangeError(`Invalid span ${start} to ${end} in a text of length ${before.text.length}`);
  }
  const old: Side = { ...before, units: unitsOf(before) };
  const now: Side = { ...after, units: unitsOf(after) };
  const keysOf = ({ text, units }: Side) => units.map((unit) => fold(text.slice(unit.start, unit.end)));
  const alignment = alignSentences(keysOf(old), keysOf(now));
  const touched = spans.map((span) => touchedBy(old.units, span));
  const placed = spans.map((span, i) => placeWithSentence(old, now, alignment, span, touched[i] ?? null));
  if (!placed.includes(null)) return placed.map((place) => place ?? LOST);
  const search = searchFor(
    old,
    now,
    alignment,
    touched.filter((_, i) => placed[i] === null),
  );
  return placed.map((place, i) => {
    const [span, range] = [spans[i], touched[i]];
    return place ?? (span && range ? placeByWords(search, span, range) : LOST);
  });
}

type Side = SplitText & { readonly units: readonly Span[] };
/** The first and the last sentence that a span touches. */
type Touched = { readonly first: number; readonly last: number };

function touchedBy(units: readonly Span[], span: Span): Touched | null {
  const first = firstEndingAfter(units, span.start);
  if ((units[first]?.start ?? Number.POSITIVE_INFINITY) >= span.end) return null;
  let last = first;
  while ((units[last + 1]?.start ?? Number.POSITIVE_INFINITY) < span.end) last++;
  return { first, last };
}

/** A span goes where its sentences went, if they all still follow one another and its words came along. */
function placeWithSentence(
  old: Side,
  now: Side,
  { toNew, moved }: Alignment,
  span: Span,
  touched: Touched | null,
): Placement | null {
  if (!touched) return null;
  const { first, last } = touched;
  const shift = (toNew[first] ?? -1) - first;
  for (let i = first; i <= last; i++) if (toNew[i] === -1 || (toNew[i] ?? -1) - i !== shift) return null;
  const start = follow(old, now, first, first + shift, span.start, 'start');
  const end = follow(old, now, last, last + shift, span.end, 'end');
  if (start === null || end === null || start >= end) return null;
  const place = { start, end };
  if (!saysTheSame(old, now, span, place)) return null;
  return { state: moved[first] ? 'moved' : 'unchanged', span: place, proposal: null };
}

/** A place in or just outside an old sentence, in the new one with the same folded text. */
function follow(old: Side, now: Side, i: number, j: number, at: number, side: 'start' | 'end'): number | null {
  const [from, to] = [old.units[i], now.units[j]];
  if (!from || !to) return null;
  const inside = Math.min(Math.max(at, from.start), from.end);
  if (old.text.slice(from.start, from.end) === now.text.slice(to.start, to.end)) return to.start + inside - from.start;
  const a = foldWithMap(old.text, from.start, from.end);
  const b = foldWithMap(now.text, to.start, to.end);
  if (side === 'start') return b.starts[lowerBound(a.ends, inside + 1)] ?? null;
  return b.ends[Math.min(lowerBound(a.ends, inside), b.ends.length - 1)] ?? null;
}

/** Whether words and sentence are the same after folding, which is what a verdict rests on. */
function saysTheSame(old: Side, now: Side, span: Span, place: Span): boolean {
  const words = (side: Side, { start, end }: Span) => fold(side.text.slice(start, end));
  return (
    words(old, span) === words(now, place) &&
    words(old, surroundings(old.sentences, span)) === words(now, surroundings(now.sentences, place))
  );
}

type Search = {
  readonly alignment: Alignment;
  readonly oldWords: Words;
  readonly newWords: Words;
  readonly likely: Map<number, Likely | null>;
  /** For every old sentence, the new ones that the nearest neighbours that kept their order have become. */
  readonly low: Int32Array;
  readonly high: Int32Array;
};

/** What looking for words needs: those of sentences that are not aligned, and of those that the spans in question touch. */
function searchFor(old: Side, now: Side, alignment: Alignment, touched: readonly (Touched | null)[]): Search {
  const { toNew, toOld, moved } = alignment;
  const isTouched = new Uint8Array(old.units.length);
  for (const range of touched) if (range) isTouched.fill(1, range.first, range.last + 1);
  const dictionary: Dictionary = new Map();
  const low = new Int32Array(toNew.length);
  const high = new Int32Array(toNew.length);
  const keeps = (i: number) => (toNew[i] ?? -1) !== -1 && !moved[i];
  for (let i = 0, last = -1; i < low.length; i++) {
    low[i] = last;
    if (keeps(i)) last = toNew[i] ?? -1;
  }
  for (let i = high.length - 1, next = toOld.length; i >= 0; i--) {
    high[i] = next;
    if (keeps(i)) next = toNew[i] ?? -1;
  }
  return {
    alignment,
    oldWords: wordsOf(old.text, old.units, (i) => toNew[i] === -1 || isTouched[i] === 1, dictionary),
    newWords: wordsOf(now.text, now.units, (j) => toOld[j] === -1 || isTouched[toOld[j] ?? -1] === 1, dictionary),
    likely: new Map(),
    low,
    high,
  };
}

/** The words looked for by themselves, their sentence being no longer as it was. */
function placeByWords(search: Search, span: Span, { first, last }: Touched): Placement {
  const { alignment, oldWords, newWords, low, high } = search;
  const claim = wordsInside(oldWords, span);
  if (claim.start >= claim.end) return LOST;
  // Sentences that are other sentences of the old text cannot be this one.
  const isOwn = (i: number) => i >= first && i <= last;
  const mayBeOld = (unit: number) => alignment.toNew[unit] === -1 || isOwn(unit);
  const isInGap = (unit: number) => unit > (low[first] ?? -1) && unit < (high[last] ?? 0);
  // A sentence that has twins is looked for between its neighbours alone: elsewhere it would be one of them.
  const hasTwins = alignment.repeated.subarray(first, last + 1).includes(1);
  const mayBeNew = (unit: number) =>
    (alignment.toOld[unit] === -1 && (!hasTwins || isInGap(unit))) || isOwn(alignment.toOld[unit] ?? -1);
  const isInOldGap = (unit: number) => low[unit] === low[first] && high[unit] === high[last];

  const run = oldWords.ids.subarray(claim.start, claim.end);
  const placesIn = (words: Words, may: (unit: number) => boolean) =>
    findRun(run, words, (at) => may(words.units[at] ?? -1) && may(words.units[at + run.length - 1] ?? -1), 2);
  const there = (at: number, end: number): Span => ({
    start: newWords.starts[at] ?? 0,
    end: newWords.ends[end - 1] ?? 0,
  });
  const onlyOne = (mayOld: (unit: number) => boolean, mayNew: (unit: number) => boolean): Placement | null => {
    const [at, another] = placesIn(newWords, mayNew);
    if (at === undefined || another !== undefined || placesIn(oldWords, mayOld).length !== 1) return null;
    return { state: 'context_changed', span: there(at, at + run.length), proposal: null };
  };

  const likely = likelyOf(search, first, last, mayBeNew, isInGap);
  const rangeOf = (unit: number) => unitRange(newWords, unit);
  // A sentence that nobody can tell from its twin is not found by its words either.
  if (alignment.unsure.subarray(first, last + 1).includes(1)) return becameSomething();
  return (
    (likely?.isSure ? onlyOne(isOwn, (unit) => unit === likely.unit) : null) ??
    onlyOne(
      (unit) => mayBeOld(unit) && isInOldGap(unit),
      (unit) => mayBeNew(unit) && isInGap(unit),
    ) ??
    onlyOne(mayBeOld, mayBeNew) ??
    becameSomething()
  );

  function becameSomething(): Placement {
    const became = likely && becameOf(likely, claim, rangeOf(likely.unit));
    if (!likely || !became) return LOST;
    const place = there(became.start, became.end);
    // The same words in several places are no change of words: which one it is nobody can say.
    const isRepeated = placesIn(newWords, mayBeNew).length > 0;
    return likely.isSure && !isRepeated
      ? { state: 'changed', span: place, proposal: place }
      : { state: 'lost', span: null, proposal: place };
  }
}

/** The new sentence most like an old one; looked for once, however many claims stand in it. */
function likelyOf(
  { oldWords, newWords, likely }: Search,
  first: number,
  last: number,
  mayCount: (unit: number) => boolean,
  isInPlace: (unit: number) => boolean,
): Likely | null {
  const key = first * 65536 + (last - first);
  const known = likely.get(key);
  if (known !== undefined) return known;
  const old = { words: oldWords, start: unitRange(oldWords, first).start, end: unitRange(oldWords, last).end };
  const found = likeliest(old, newWords, mayCount, isInPlace, (unit) => unitRange(newWords, unit));
  likely.set(key, found);
  return found;
}

/** The words of one sentence, as indexes. */
const unitRange = ({ units }: Words, unit: number): Span => ({
  start: lowerBound(units, unit),
  end: lowerBound(units, unit + 1),
});
