/**
 * Rules as rows of data. A row says what it is called, where it holds, what it gives, and shows it in sentences; the tests run every example of every row.
 */
import { once } from '../sentence/once.ts';
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
  tokensBefore,
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
  readonly table: readonly Row<unknown>[];
  /** Where it stands in its table. */
  readonly place: number;
  readonly pattern: Pattern;
  readonly opening: Opening;
  /** How many tokens may stand before the word the row hangs on. */
  readonly before: { readonly least: number; readonly most: number };
  readonly vetoes: readonly Pattern[];
};

/** A row with the places of the words it hangs on in a sentence; null where it hangs on none. */
type Met = { readonly compiled: Compiled<unknown>; readonly words: readonly number[] | null };

/** The tables that a sentence has been held against, each with those of its rows that need no word: it is compiled when that is first done. */
const wordless = new Map<readonly Row<unknown>[], readonly Met[]>();

/** word → the rows of all tables that need it, or another one in its stead: most rows hang on some word, and most sentences have none of theirs. */
const byWord = new Map<string, Compiled<unknown>[]>();

/** Words and marks that stand in nearly every sentence: that one of them is there says little. */
const COMMON =
  ', : the a an of to in on at by for with from as and or but that which who it its not is are was were be has have had would'.split(
    ' ',
  );

/** Of what a pattern cannot do without, the words that stand in the fewest sentences, as far as can be told; null where no word has to stand. */
function rarestWords({ needs }: Pattern): Test | null {
  const commonIn = ({ words }: Test): number => COMMON.filter((word) => words?.has(word)).length;
  const [rarest] = needs
    .filter(({ words }) => words !== null)
    .sort((a, b) => commonIn(a) - commonIn(b) || (a.words?.size ?? 0) - (b.words?.size ?? 0));
  return rarest ?? null;
}

function compileTable(table: readonly Row<unknown>[]): readonly Met[] {
  const own: Met[] = [];
  for (const [place, row] of table.entries()) {
    const pattern = compile(row.pattern);
    const rarest = rarestWords(pattern);
    const before = rarest === null ? { least: 0, most: 0 } : tokensBefore(pattern, rarest);
    const vetoes = (row.unless ?? []).map(compile);
    const compiled = { row, table, place, pattern, opening: openingOf(pattern), before, vetoes };
    if (rarest === null) own.push({ compiled, words: null });
    for (const word of rarest?.words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
  }
  return own;
}

const NONE: readonly Compiled<unknown>[] = [];

/** The rows of all tables whose words stand in a sentence, with where they do. */
function findMet(tokens: readonly Token[]): ReadonlyMap<Compiled<unknown>, readonly number[]> {
  const met = new Map<Compiled<unknown>, number[]>();
  for (const [at, { lower }] of tokens.entries())
    for (const compiled of byWord.get(lower) ?? NONE) {
      const words = met.get(compiled);
      if (words === undefined) met.set(compiled, [at]);
      else words.push(at);
    }
  return met;
}

/** Read once for all tables; anew where one is asked for the first time. */
let rowsMet = once(findMet);

/** The rows of a table that can hold somewhere in the sentence, in the order of the table. */
function possibleRows(table: readonly Row<unknown>[], tokens: readonly Token[]): readonly Met[] {
  let own = wordless.get(table);
  if (own === undefined) {
    own = compileTable(table);
    wordless.set(table, own);
    rowsMet = once(findMet);
  }
  const possible = [...own];
  for (const [compiled, words] of rowsMet(tokens)) if (compiled.table === table) possible.push({ compiled, words });
  return possible.sort((a, b) => a.compiled.place - b.compiled.place);
}

/** Whether a token of the sentence is what a pattern cannot do without. */
function stands({ takes }: Test, tokens: readonly Token[]): boolean {
  for (const token of tokens) if (takes(token)) return true;
  return false;
}

/** Whether a noun phrase is read from its start at a token: "all the rules" does not match as "the rules" too. */
function startsPhrase(tokens: readonly Token[], at: number): boolean {
  const end = phraseEnd(tokens, at);
  return end > at && (at === 0 || phraseEnd(tokens, at - 1) !== end);
}

/** Where a row may begin, in the order of the tokens. */
function startsOf({ compiled, words }: Met, tokens: readonly Token[]): readonly number[] {
  const { pattern, opening, before } = compiled;
  const { least, most } = before;
  if (words !== null && least === most)
    return least === 0 ? words : words.map((at) => at - least).filter((at) => at >= 0);
  const starts: number[] = [];
  if (!pattern.needs.every((need) => stands(need, tokens))) return starts;
  const end = words === null ? tokens.length : (words.at(-1) ?? 0) - least + 1;
  for (let at = words === null ? 0 : Math.max(0, (words[0] ?? 0) - most); at < end; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (opening === 'phrase' ? startsPhrase(tokens, at) : opening?.(token) !== false) starts.push(at);
  }
  return starts;
}

/** All places where rows hold, in the order of the tokens; rows of one place in the order of the table. */
export function hitsOf<Gives>(table: readonly Row<Gives>[], tokens: readonly Token[]): readonly Hit<Gives>[] {
  const hits: Hit<Gives>[] = [];
  for (const met of possibleRows(table, tokens)) {
    const { row, pattern, vetoes } = met.compiled as Compiled<Gives>;
    for (const at of startsOf(met, tokens)) {
      const captures = matchAt(pattern, tokens, at);
      if (captures === null || vetoes.some((veto) => matchAt(veto, tokens, at) !== null)) continue;
      hits.push({ rule: row, at, captures });
    }
  }
  return hits.length > 1 ? hits.sort((a, b) => a.at - b.at) : hits;
}
