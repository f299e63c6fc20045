/**
 * Stage 9: what the pass over a sentence holds in its hand while it looks for clauses.
 */

import type { Token } from '../types.ts';
import { hasNominal } from './phrases.ts';
import { type VerbGroup, verbGroups } from './verbs.ts';

/** The text of a token that stands in for somebody's words: the Unicode object replacement character. */
export const STAND_IN = '\uFFFC';

export type ClauseLink =
  | 'main'
  | 'coordinate'
  | 'shared subject'
  | 'relative'
  | 'restrictive'
  | 'adverbial'
  | 'bound'
  | 'that'
  | 'factive'
  | 'aside';

/** A clause under way; token indices throughout. */
export type Open = {
  link: ClauseLink;
  opener: number | null;
  from: number;
  to: number | null;
  subject: readonly [number, number] | null;
  verb: VerbGroup | null;
  antecedent: readonly [number, number] | null;
  parent: Open | null;
  /** A comma has come since a clause word, before any verb. */
  interrupted: number | null;
};

export type State = {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly done: Open[];
  stack: Open[];
  /** The coordinators, and the last comma and hard break (colon, semicolon) since the last finite verb. */
  coordinators: number[];
  comma: number | null;
  pause: number | null;
  /** Stacks to return to when a dash or bracket closes. */
  readonly asides: { readonly stack: Open[]; readonly at: number; readonly closes: string }[];
};

export const open = (link: ClauseLink, opener: number | null, from: number, parent: Open | null): Open => ({
  link,
  opener,
  from,
  to: null,
  subject: null,
  verb: null,
  antecedent: null,
  parent,
  interrupted: null,
});

export const top = (state: State): Open => state.stack.at(-1) as Open;

/** A fresh state over the tokens of one sentence or one stretch of speech. */
export const startState = (tokens: readonly Token[]): State => ({
  tokens,
  groups: verbGroups(tokens),
  done: [],
  stack: [open('main', null, 0, null)],
  coordinators: [],
  comma: null,
  pause: null,
  asides: [],
});

export const between = (state: State, from: number, to: number): boolean => hasNominal(state.tokens, from, to);

/** Closes clauses above `clause`, at the comma before its verb or at the verb itself. */
export function resume(state: State, clause: Open, group: VerbGroup, start = group.from): void {
  while (top(state) !== clause) {
    const closed = state.stack.pop();
    if (closed === undefined) break;
    if (closed.verb !== null)
      closed.to =
        state.comma !== null && state.comma > closed.verb.from
          ? firstCommaAfter(state, closed.verb.to, group.from)
          : start;
  }
}

function firstCommaAfter(state: State, from: number, before: number): number {
  for (let i = from; i < before; i += 1) if (state.tokens[i]?.lower === ',') return i;
  return before;
}
