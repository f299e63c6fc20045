/** "The bill", "this plan", "that town": where a sentence points to what it may not name, and whether anything behind the noun tells which is meant. */
import { findClauses } from '../clauses/clauses.ts';
import { startsSmall } from '../sentence/letters.ts';
import { once } from '../sentence/once.ts';
import type { Span, Token } from '../types.ts';
import { NOMINAL } from './phrase.ts';

const GOES_ON: ReadonlySet<string> = new Set(
  'of for to that who whose where between into against about behind from in at on with over by whom'.split(' '),
);
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'you']);

/** "by 40 votes", "in May": what stands behind the noun tells of the deed. */
const isOfDeed = (token: Token | undefined): boolean =>
  token?.marks.has('time') === true || token?.marks.has('figure') === true || token?.tag === 'NUM';

/** A noun behind which nothing tells which is meant. */
export function standsBare(tokens: readonly Token[], at: number): boolean {
  const [noun, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (noun?.tag !== 'NOUN' || !startsSmall(noun.text) || noun.marks.has('time')) return false;
  if (next === undefined) return true;
  // "accused the governor of raising taxes"
  const isAccused =
    (next.lower === 'of' || next.lower === 'for') && third?.tag === 'VERB' && third.lower.endsWith('ing');
  // "the country he leads"
  if (PRONOUNS.has(next.lower)) return false;
  if (NOMINAL.has(next.tag) || (GOES_ON.has(next.lower) && !isOfDeed(third) && !isAccused)) return false;
  // "the bill passed by the House"
  if (next.tag !== 'VERB' || !/(?:ed|ing|wn|en)$/.test(next.lower) || third?.tag !== 'ADP') return true;
  // "when the company balked at it": what the clause is about, and no "bill passed by the House"
  return findClauses(tokens).some(({ verb, subject }) => verb.from === at + 1 && subject !== null && subject[1] > at);
}

export type Pointer = {
  /** Token index of `the`. */
  readonly at: number;
  /** "The", "this" or "that". */
  readonly the: Token;
  /** The word right behind it. */
  readonly noun: Token;
  /** Whether that is a noun behind which nothing tells which is meant. */
  readonly isBare: boolean;
};

const POINTS: ReadonlySet<string> = new Set(['the', 'this', 'that']);

const pointersOf = once((tokens) => {
  const found: Pointer[] = [];
  tokens.forEach((the, at) => {
    const noun = tokens[at + 1];
    if (noun !== undefined && POINTS.has(the.lower)) found.push({ at, the, noun, isBare: standsBare(tokens, at + 1) });
  });
  return found;
});

/** Where the words of a span point to something. */
export const pointersIn = (tokens: readonly Token[], { start, end }: Span): readonly Pointer[] =>
  pointersOf(tokens).filter(({ the, noun }) => the.start >= start && noun.end <= end);
