/**
 * Rules as rows of data. A row says what it is called, where it holds, what it gives, and shows it in sentences; the tests run every example of every row.
 */
import type { Token } from '../types.ts';
import {
  type Captures,
  compile,
  matchAt,
  type Opening,
  openingOf,
  type Pattern,
  phraseEnd,
  type Test,
} from './pattern.ts';

/**
 * - `right`: sentences in which the row holds, with what it captures as `shown` in {braces}.
 * - `wrong`: sentences that look like it, in which it does not.
 */
export type Examples = { readonly right: readonly string[]; readonly wrong: readonly string[] };

export type Row<Gives> = {
  readonly name: string;
  readonly pattern: string;
  readonly gives: Gives;
  /** Where one of these matches from the same token on, the row does not hold. */
  readonly unless?: readonly string[];
  readonly examples: Examples;
};

/** A row that holds from the token `at` on. */
export type Hit<Gives> = { readonly rule: Row<Gives>; readonly at: number; readonly captures: Captures };

/** The rows of a table. Throws where two have one name: the name is how the tests, the weights and the page of rules know a row. */
export function table<Gives>(rows: readonly Row<Gives>[]): readonly Row<Gives>[] {
  const names = new Set<string>();
  for (const { name } of rows) {
    if (names.has(name)) throw new Error(`Two rows are called “${name}”`);
    names.add(name);
  }
  return rows;
}

/** A row ready to be tried. */
type Compiled<Gives> = {
  readonly row: Row<Gives>;
  readonly pattern: Pattern;
  readonly opening: Opening;
  readonly vetoes: readonly Pattern[];
  /** What has to stand in a sentence for the row to hold there: places in the table's `needs`. */
  readonly needs: readonly number[];
};

/** A table ready to be tried. */
type Index = {
  readonly compiled: readonly Compiled<unknown>[];
  /** What rows of the table cannot do without, each once; first what hangs on words. */
  readonly needs: readonly Test[];
  /** word → the places in `needs` of what it can be. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
};

/** A table is compiled when the first sentence is held against it. */
const indexes = new WeakMap<readonly Row<unknown>[], Index>();

function indexOf(rows: readonly Row<unknown>[]): Index {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const patterns = rows.map(({ pattern }) => compile(pattern));
  const needs = [...new Set(patterns.flatMap((pattern) => pattern.needs))].sort(
    (a, b) => Number(a.words === null) - Number(b.words === null),
  );
  const byWord = new Map<string, number[]>();
  for (const [place, { words }] of needs.entries())
    for (const word of words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), place]);
  const compiled = rows.map((row, i) => {
    const pattern = patterns[i] ?? compile(row.pattern);
    return {
      row,
      pattern,
      opening: openingOf(pattern),
      vetoes: (row.unless ?? []).map(compile),
      needs: pattern.needs.map((need) => needs.indexOf(need)).sort((a, b) => a - b),
    };
  });
  const index = { compiled, needs, byWord };
  indexes.set(rows, index);
  return index;
}

const NONE: readonly number[] = [];

/** Tells what of a table's needs stands in a sentence: what hangs on words at one look-up for each word, all else once and when a row asks. */
function standingIn({ needs, byWord }: Index, tokens: readonly Token[]): (need: number) => boolean {
  const stands: (boolean | undefined)[] = needs.map(({ words }) => (words === null ? undefined : false));
  for (const token of tokens)
    for (const need of byWord.get(token.lower) ?? NONE) stands[need] ||= needs[need]?.takes(token) ?? false;
  return (need) => {
    stands[need] ??= tokens.some((token) => needs[need]?.takes(token) ?? false);
    return stands[need];
  };
}

/** The rows that can hold somewhere in the sentence, in the order of the table. */
function possibleRows(index: Index, tokens: readonly Token[]): readonly Compiled<unknown>[] {
  const stands = standingIn(index, tokens);
  return index.compiled.filter(({ needs }) => needs.every(stands));
}

/** All places where rows hold, in the order of the tokens; rows of one place in the order of the table. */
export function hitsOf<Gives>(rows: readonly Row<Gives>[], tokens: readonly Token[]): Hit<Gives>[] {
  const hits: Hit<Gives>[] = [];
  const possible = possibleRows(indexOf(rows), tokens) as readonly Compiled<Gives>[];
  if (possible.length === 0) return hits;
  for (const [at, token] of tokens.entries()) {
    // a noun phrase is read from its start: "all the rules" does not match as "the rules" too
    const end = phraseEnd(tokens, at);
    const isInside = end === at || (at > 0 && phraseEnd(tokens, at - 1) === end);
    for (const { row, pattern, opening, vetoes } of possible) {
      if (opening === 'phrase' ? isInside : opening?.(token) === false) continue;
      const captures = matchAt(pattern, tokens, at);
      if (captures === null || vetoes.some((veto) => matchAt(veto, tokens, at) !== null)) continue;
      hits.push({ rule: row, at, captures });
    }
  }
  return hits;
}
