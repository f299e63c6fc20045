/**
 * Rules as rows of data. A row says what it is called, where it holds, what it gives, and shows it in sentences; the tests run every example of every row.
 */
import type { Token } from '../types.ts';
import {
  type Captures,
  canMatch,
  compile,
  keyOf,
  matchAt,
  type Opening,
  openingOf,
  type Pattern,
  phraseEnd,
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
};

/** A table ready to be tried; rows go by their places in it. */
type Index = {
  readonly compiled: readonly Compiled<unknown>[];
  /** word → the rows that hold only where it, or another of their key, stands. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** 1 for a row that hangs on no word, and so is always tried. */
  readonly always: Uint8Array;
};

/** A table is compiled when the first sentence is held against it. */
const indexes = new WeakMap<readonly Row<unknown>[], Index>();

function indexOf(rows: readonly Row<unknown>[]): Index {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const compiled = rows.map((row) => {
    const pattern = compile(row.pattern);
    return {
      row,
      pattern,
      opening: openingOf(pattern),
      vetoes: (row.unless ?? []).map(compile),
    };
  });
  const byWord = new Map<string, number[]>();
  const always = new Uint8Array(rows.length);
  for (const [place, { pattern }] of compiled.entries()) {
    const key = keyOf(pattern);
    if (key === null) always[place] = 1;
    else for (const word of key) byWord.set(word, [...(byWord.get(word) ?? []), place]);
  }
  const index = { compiled, byWord, always };
  indexes.set(rows, index);
  return index;
}

/** The rows that can hold somewhere in the sentence, in the order of the table: most are done with at one look-up for each word. */
function possibleRows({ compiled, byWord, always }: Index, tokens: readonly Token[]): readonly Compiled<unknown>[] {
  const isTried = always.slice();
  for (const { lower } of tokens) for (const place of byWord.get(lower) ?? NONE) isTried[place] = 1;
  return compiled.filter(({ pattern }, place) => isTried[place] === 1 && canMatch(pattern, tokens));
}

const NONE: readonly number[] = [];

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
