/**
 * Passages of sources that speak of what a claim says: agreeing, differing, or more precise. Offered to whoever checks, never attached by itself and never a
 * verdict. Ranked by the share of the claim's words that a passage has, rare words counting most, and by its figures.
 */
import { compareSignatures } from './compare.ts';
import { overlap } from './figures.ts';
import { type Comparison, figuresSideBySide } from './side-by-side.ts';
import { signatureOf } from './signature.ts';
import { figureKeys, keysOf, type SourcePassage, type SourceText } from './source-text.ts';
import type { Match, MatchClaim } from './types.ts';

export type { SourceInput, SourceText } from './source-text.ts';
export { readSource } from './source-text.ts';

/** How a passage bears on a claim, as far as words and figures tell. `speaks`: of the same thing, and neither of the others is certain. */
export type Bearing = 'agrees' | 'differs' | 'more precise' | 'speaks';

export type Passage = {
  readonly source: string;
  /** UTF-16 code units of the source's text. */
  readonly start: number;
  readonly end: number;
  readonly bearing: Bearing;
  /** 0 to 1: how much of the claim it speaks of. Not a probability. */
  readonly score: number;
  /** What decided, in words. */
  readonly because: readonly string[];
  readonly figures: readonly Comparison[];
};

/** From here on a passage is offered. */
const OFFERED = 0.3;
/** A passage that says much less than the claim's best is not offered beside it. */
const BESIDE = 0.75;
/** What a word counts that only the title or the sentence beside the passage has, and one of the head of its table. */
const NEARBY = 0.4;
const HEAD = 0.8;
/** What a figure that may be compared adds: one that fits says that it is the same fact, another only that it is of its kind. */
const FITS = 0.3;
const SAME_KIND = 0.1;
/** From here on what happened at one time is one fact. */
const SURE = 0.5;
/** A claim is looked up by so many of its rarest keys; one that stands in more passages than that finds nothing by itself. */
const RAREST = 12;
const COMMON = 400;

type Entry = { readonly source: string; readonly passage: SourcePassage };
type Index = { readonly entries: readonly Entry[]; readonly places: ReadonlyMap<string, readonly number[]> };

/**
 * For each claim, in the order given, the passages of the sources that bear on it, the best first.
 *
 * @param most how many for one claim
 * Work grows with the number of claims and of passages, not with their product: only passages that share one of a claim's rarest keys are compared.
 */
export function passagesFor(claims: readonly MatchClaim[], sources: readonly SourceText[], most = 4): Passage[][] {
  const index = indexOf(sources);
  return claims.map((claim) => offered(claim, index, most));
}

function indexOf(sources: readonly SourceText[]): Index {
  const entries = sources.flatMap(({ id, passages }) => passages.map((passage) => ({ source: id, passage })));
  const places = new Map<string, number[]>();
  for (const [i, { passage }] of entries.entries())
    for (const key of new Set([...passage.keys, ...passage.head])) {
      const held = places.get(key);
      if (held) held.push(i);
      else places.set(key, [i]);
    }
  return { entries, places };
}

function offered(claim: MatchClaim, index: Index, most: number): Passage[] {
  const keys = weighed(claim, index);
  const total = [...keys.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const scored = candidates(keys, index)
    .flatMap((i) => {
      const entry = index.entries[i];
      return entry ? [scoredAs(claim, entry, keys, total)] : [];
    })
    .sort((a, b) => b.score - a.score || a.entry.passage.start - b.entry.passage.start);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= OFFERED && score >= best * BESIDE)
    .slice(0, most)
    .map((one) => passageOf(claim, one));
}

/** The claim's keys with their weights: the rarer among the passages, the heavier. What no passage has counts as a rare one, but less. */
function weighed(claim: MatchClaim, { entries, places }: Index): Map<string, number> {
  const own = new Set([...keysOf(claim.quote), ...figureKeys(claim.quantities)]);
  const all = new Set([...own, ...keysOf(claim.statement.replace(/[[\]]/g, ' '))]);
  return new Map(
    [...all].map((key) => {
      const found = places.get(key)?.length ?? 0;
      const rarity = Math.log(1 + entries.length / (1 + found));
      return [key, rarity * (own.has(key) ? 1 : 0.6) * (found === 0 ? 0.5 : 1)];
    }),
  );
}

function candidates(keys: ReadonlyMap<string, number>, { places }: Index): number[] {
  const rare = [...keys.keys()]
    .filter((key) => places.has(key))
    .sort((a, b) => (places.get(a)?.length ?? 0) - (places.get(b)?.length ?? 0))
    .slice(0, RAREST);
  return [...new Set(rare.flatMap((key) => (places.get(key) ?? []).slice(0, COMMON)))];
}

type Scored = {
  readonly entry: Entry;
  readonly score: number;
  readonly shared: readonly string[];
  readonly figures: readonly Comparison[];
};

function scoredAs(claim: MatchClaim, entry: Entry, keys: ReadonlyMap<string, number>, total: number): Scored {
  const { passage } = entry;
  let sum = 0;
  const shared: string[] = [];
  for (const [key, weight] of keys) {
    if (passage.keys.has(key)) {
      sum += weight;
      shared.push(key);
    } else if (passage.head.has(key)) sum += weight * HEAD;
    else if (passage.context.has(key)) sum += weight * NEARBY;
  }
  const figures = figuresSideBySide(claim, passage);
  const fits = figures.some(({ fit }) => fit === 'equal' || fit === 'covered');
  const bonus = fits ? FITS : figures.some(({ fit }) => fit !== 'not-compared') ? SAME_KIND : 0;
  return { entry, shared, figures, score: Math.min(1, sum / total + bonus) };
}

function passageOf(claim: MatchClaim, { entry, score, shared, figures }: Scored): Passage {
  const { source, passage } = entry;
  const [own, other] = [signatureOf(claim), signatureOf(passage)];
  const match = compareSignatures(own, other);
  const isTurned = own.negated !== other.negated;
  const isSameTime = score >= SURE && own.times.some((one) => other.times.some((two) => overlap(one, two)));
  return {
    source,
    start: passage.start,
    end: passage.end,
    bearing: bearingOf(match, figures, isTurned, isSameTime),
    score: Math.round(score * 1000) / 1000,
    because: reasons(match, shared, figures),
    figures,
  };
}

/** @param isTurned one of the two holds a "not": their words then do not agree by being alike, nor do "more than" and "no more than" differ */
function bearingOf(
  { relation }: Match,
  figures: readonly Comparison[],
  isTurned: boolean,
  isSameTime: boolean,
): Bearing {
  const isApart = figures.some(({ fit, claim }) => fit === 'apart' && !(isTurned && claim.modifier !== null));
  if (relation === 'tension' || isApart) return 'differs';
  if (isTurned) return 'speaks';
  const isFiner = figures.some(({ fit, claim, evidence }) => fit === 'covered' && claim.text !== evidence.text);
  if (isFiner || relation === 'less precise') return 'more precise';
  const isEqual = figures.some(({ fit }) => fit === 'equal') || relation === 'same' || relation === 'more precise';
  return isEqual || (figures.length === 0 && isSameTime) ? 'agrees' : 'speaks';
}

function reasons(match: Match, shared: readonly string[], figures: readonly Comparison[]): string[] {
  const compared = figures.filter(({ fit }) => fit !== 'not-compared');
  return [
    ...compared.map(({ claim, evidence }) => `“${claim.text}” and “${evidence.text}”`),
    ...(shared.length > 0
      ? [
          `both speak of: ${shared
            .filter((key) => !key.startsWith('#'))
            .join(', ')
            .replaceAll('*', '')}`,
        ]
      : []),
    ...(match.relation === 'tension' ? match.because.slice(0, 1) : []),
  ];
}
