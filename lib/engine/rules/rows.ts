/**
 * Rules as rows of data. A row says what it is called, where it holds, what it gives, and shows it in sentences; the tests run every example of every row.
 */
import type { Token } from '../types.ts';
import {
  type Captures,
  canMatch,
  compile,
  matchAt,
  mayOpen,
  opensWithPhrase,
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

export type Rule<Gives> = Row<Gives> & {
  readonly compiled: Pattern;
  readonly opensWithPhrase: boolean;
  readonly vetoes: readonly Pattern[];
};

/** A row that holds from the token `at` on. */
export type Hit<Gives> = { readonly rule: Rule<Gives>; readonly at: number; readonly captures: Captures };

/** Compiles the rows of a table. Throws where two have one name: the name is how the tests, the weights and the page of rules know a row. */
export function table<Gives>(rows: readonly Row<Gives>[]): readonly Rule<Gives>[] {
  const names = new Set<string>();
  return rows.map((row) => {
    if (names.has(row.name)) throw new Error(`Two rows are called “${row.name}”`);
    names.add(row.name);
    const compiled = compile(row.pattern);
    return {
      ...row,
      compiled,
      opensWithPhrase: opensWithPhrase(compiled),
      vetoes: (row.unless ?? []).map(compile),
    };
  });
}

/** All places where rows hold, in the order of the tokens; rows of one place in the order of the table. */
export function hitsOf<Gives>(rules: readonly Rule<Gives>[], tokens: readonly Token[]): Hit<Gives>[] {
  const hits: Hit<Gives>[] = [];
  const possible = rules.filter(({ compiled }) => canMatch(compiled, tokens));
  if (possible.length === 0) return hits;
  for (let at = 0; at < tokens.length; at += 1) {
    // a noun phrase is read from its start: "all the rules" does not match as "the rules" too
    const end = phraseEnd(tokens, at);
    const inPhrase = at > 0 && end > at && phraseEnd(tokens, at - 1) === end;
    const token = tokens[at];
    for (const rule of possible) {
      if (rule.opensWithPhrase ? inPhrase || end === at : token !== undefined && !mayOpen(rule.compiled, token))
        continue;
      const captures = matchAt(rule.compiled, tokens, at);
      if (captures === null || rule.vetoes.some((veto) => matchAt(veto, tokens, at) !== null)) continue;
      hits.push({ rule, at, captures });
    }
  }
  return hits;
}
