/** What two claims have in common: names, words, and what only one of them has. */
import { GENERIC } from './families.ts';
import { sameName } from './names.ts';
import type { Signature } from './signature.ts';

/** A noun or adjective in `a` that is not in `b`, and is neither a unit nor one that says nothing. */
const hasThing = (a: Signature, b: Signature): boolean =>
  [...a.things].some(
    (key) =>
      a.words.get(key) === 1 && !b.words.has(key) && !GENERIC.has(key) && !a.figures.some(({ unit }) => unit === key),
  );

/** What two claims have in common, and what each has for itself. */
export type Likeness = {
  readonly score: number;
  readonly words: number;
  readonly names: number;
  readonly sharedWords: readonly string[];
  readonly sharedNames: readonly string[];
  /** Names that only one of the two has. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** Weight of the words that the other has not. */
  readonly left: { readonly a: number; readonly b: number };
  /** Each says something of its own that the other does not: "killed" beside "injured". */
  readonly otherDeed: boolean;
  /** Each names a thing of its own, the units of figures left out: "for buses" beside "for trams". */
  readonly otherThing: boolean;
};

/** Words of a family in `a` that are not in `b`; of those it is known that they are no synonyms of anything there. */
const hasOwn = (a: Signature, b: Signature): boolean =>
  [...a.words].some(([key, weight]) => weight === 1 && key.endsWith('*') && !b.words.has(key));

export function likeness(a: Signature, b: Signature): Likeness {
  const sharedWords: string[] = [];
  let shared = 0;
  let inA = 0;
  let inB = 0;
  for (const weight of b.words.values()) inB += weight;
  for (const [key, weight] of a.words) {
    inA += weight;
    if (!b.words.has(key)) continue;
    shared += weight;
    sharedWords.push(key);
  }
  const sharedNames = a.names.filter((name) => b.names.some((other) => sameName(name, other)));
  const foundInA = b.names.filter((name) => a.names.some((other) => sameName(name, other)));
  const named = a.names.length > 0 && b.names.length > 0;
  const words = inA + inB === 0 ? 0 : (2 * shared) / (inA + inB);
  const names = named ? (sharedNames.length + foundInA.length) / (a.names.length + b.names.length) : 0;
  return {
    // Where one of them names nobody, the words alone count, and a little less.
    score: named ? 0.6 * words + 0.4 * names : 0.85 * words,
    words,
    names,
    sharedWords,
    sharedNames,
    onlyA: a.names.length - sharedNames.length,
    onlyB: b.names.length - foundInA.length,
    left: { a: inA - shared, b: inB - shared },
    otherDeed: hasOwn(a, b) && hasOwn(b, a),
    otherThing: hasThing(a, b) && hasThing(b, a),
  };
}
