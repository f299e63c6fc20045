/**
 * The noun a figure counts, found from the shape of words and short lists; parts of speech are used where they are at hand, and not needed.
 */

import {
  ATTRIBUTIVE_S,
  BARE_PLURALS,
  COLLECTIVES,
  COUNTABLE_S,
  ED_ADJECTIVES,
  PEOPLE_AFTER,
  PHRASE_ENDS,
} from '../lexicon/count-nouns.ts';
import { STREETS } from '../lexicon/label-nouns.ts';
import { CARDINALS } from '../lexicon/number-words.ts';
import type { Tag } from '../types.ts';
import { readNumber } from './numbers.ts';
import { isCapital, isDash, type Word } from './scan.ts';

type Words = readonly Word[];
export type TagAt = (start: number) => Tag | undefined;

/** `from` to `next` are the noun with its adjectives; `taken` is where reading goes on. */
export type NounPhrase = { readonly from: number; readonly next: number; readonly taken: number };

const MAX_WORDS = 7;

const isAcronym = (word: Word): boolean => word.text.length >= 2 && word.text === word.text.toUpperCase();

const isEnd = (word: Word): boolean => PHRASE_ENDS.has(word.lower) && !isAcronym(word);

/** Whether a word looks like a plural noun. */
export function isPlural(word: Word | undefined): boolean {
  if (word === undefined || word.kind !== 'word') return false;
  const { lower } = word;
  if (BARE_PLURALS.has(lower)) return true;
  if (!lower.endsWith('s') || lower.length < 3 || isAcronym(word)) return false;
  if (lower.length === 3) return word.text.slice(0, 2) === word.text.slice(0, 2).toUpperCase();
  if (
    lower.endsWith('ss') ||
    lower.endsWith('us') ||
    lower.endsWith('is') ||
    lower.endsWith("'s") ||
    lower.endsWith('’s')
  )
    return false;
  return !ATTRIBUTIVE_S.has(lower);
}

const isParticiple = (word: Word): boolean =>
  ((word.lower.endsWith('ed') && word.lower.length > 3) || (word.lower.endsWith('ing') && word.lower.length > 5)) &&
  !ED_ADJECTIVES.has(word.lower);

const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'my',
  'your',
  'those',
  'these',
  'all',
]);
const SKIPPED: ReadonlySet<string> = new Set(
  'more other additional extra further fewer less different separate various individual distinct'.split(' '),
);

/** Past the "of the" of a part and a whole: "two of the three men", "one of the best speakers"; -1 where there is none. */
function afterOf(words: Words, at: number): number {
  if (words[at]?.lower !== 'of') return -1;
  const determiner = words[at + 1];
  if (determiner === undefined) return -1;
  if (determiner.kind === 'number') return readNumber(words, at + 1, false)?.next ?? -1;
  // "9 of the town's 20 libraries"
  if (DETERMINERS.has(determiner.lower) && words[at + 3]?.lower === "'s")
    return readNumber(words, at + 4, false)?.next ?? at + 4;
  const possessive = words[at + 2]?.lower === "'s";
  if (!possessive && !DETERMINERS.has(determiner.lower)) return -1;
  let i = possessive ? at + 3 : at + 2;
  while (DETERMINERS.has(words[i]?.lower ?? '') && i < at + 4) i++;
  if (/^(?:last|first|next|past|top|best|remaining)$/.test(words[i]?.lower ?? '')) {
    const after = readNumber(words, i + 1, false);
    if (after !== null) return after.next;
  }
  return pastModel(words, readNumber(words, i, false)?.next ?? i);
}

/** "500 of its 737-800LR planes": behind the name that looks like a number. */
function pastModel(words: Words, at: number): number {
  let i = at;
  while ((isDash(words[i]) || i > at) && words[i]?.kind !== undefined && words[i]?.spaced === false) i++;
  return i;
}

/** "Kia and Hyundai vehicles", "public and private schools": the "and" between two words before the noun. */
function joinsAdjectives(words: Words, at: number, from: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (
    (word?.lower !== 'and' && word?.lower !== 'or') ||
    at === from ||
    before?.kind !== 'word' ||
    after?.kind !== 'word'
  )
    return false;
  return !isParticiple(before) && !isEnd(after) && isCapital(before) === isCapital(after);
}

/** Verbs that are plural nouns right behind a figure: "350 runs for". */
const VERB_OR_PLURAL: ReadonlySet<string> = new Set('runs wins leads stands finds'.split(' '));
const BEHIND_PLURAL =
  /^(?:in|on|at|for|from|over|with|by|of|and|or|since|during|after|before|between|to|across|a|per|this|last|each|were|are|had|have|is|was)$/;

/** "4,000 operations over two decades", "350 runs for the loss of": a word that else describes or acts, where no noun comes behind it. */
function standsAsPlural(words: Words, at: number, from: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word?.kind !== 'word' || !/[^s]s$/.test(word.lower)) return false;
  const known = ATTRIBUTIVE_S.has(word.lower)
    ? COUNTABLE_S.has(word.lower)
    : at === from && VERB_OR_PLURAL.has(word.lower);
  return known && (next === undefined || (next.kind === 'mark' && !isDash(next)) || BEHIND_PLURAL.test(next.lower));
}

/** The end of a plural phrase that starts at `from`, or -1. */
function pluralEnd(words: Words, from: number): number {
  for (let i = from; i < from + MAX_WORDS; i++) {
    const word = words[i];
    if (word === undefined) return -1;
    if (word.kind === 'mark') {
      if ((isDash(word) && !word.spaced && words[i + 1]?.spaced === false) || word.lower === "'s") continue;
      return -1;
    }
    if (word.kind === 'number') {
      if ((isCapital(words[i + 1]) || (isDash(words[i - 1]) && !word.spaced)) && i > from) continue;
      return -1;
    }
    if (joinsAdjectives(words, i, from)) continue;
    if (standsAsPlural(words, i, from)) return i + 1;
    // "pop-up shops", "US-made jets"
    const joined = isDash(words[i - 1]) && word.spaced === false;
    if (isEnd(word) && !joined) return -1;
    const dash = isDash(words[i + 1]) && words[i + 1]?.spaced === false;
    if (!dash && words[i + 1]?.lower !== "'s" && isPlural(word)) {
      const next = words[i + 1];
      return next !== undefined && BARE_PLURALS.has(word.lower) && isPlural(next) && !isEnd(next) && next.spaced
        ? i + 2
        : i + 1;
    }
  }
  return -1;
}

/** The end of a singular phrase: up to the first word that looks like a verb, or ends a phrase. */
function singularEnd(words: Words, from: number, tagAt: TagAt | null): number {
  let i = from;
  for (let apart = 0; apart < 4 && i < from + 3 * MAX_WORDS; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (word.spaced) apart += 1;
    if (isDash(word) && !word.spaced && words[i + 1]?.spaced === false) continue;
    // "index-linked bond", "prototype T-46A"
    const runsOn = i > from && !word.spaced && (isDash(words[i - 1]) || words[i - 1]?.kind === 'number');
    if (runsOn && word.kind !== 'mark') continue;
    if (word.kind !== 'word' || isEnd(word)) break;
    if (i > from && (isParticiple(word) || word.lower.endsWith('ed') || isPlural(word))) break;
    const tag = tagAt?.(word.start);
    if (i > from && (tag === 'VERB' || tag === 'AUX' || tag === 'ADV')) break;
  }
  return i > from ? i : -1;
}

/**
 * The phrase counted by a figure that ends before `at`.
 * @param single whether the figure is one, so that the noun is singular
 */
export function nounPhrase(words: Words, at: number, single: boolean, tagAt: TagAt | null): NounPhrase | null {
  const whole = afterOf(words, at);
  if (whole >= 0) {
    const end = pluralEnd(words, whole);
    return end < 0 ? null : { from: whole, next: end, taken: at };
  }
  // "13-member panel": the word behind the hyphen is what is counted
  if (
    isDash(words[at]) &&
    words[at]?.spaced === false &&
    words[at + 1]?.kind === 'word' &&
    words[at + 1]?.spaced === false
  ) {
    const word = words[at + 1];
    // "its 33,000-strong workforce"
    if (word?.lower === 'strong') {
      const end = singularEnd(words, at + 2, tagAt);
      return end < 0 ? null : { from: at + 2, next: end, taken: at + 2 };
    }
    // "12,000-odd people": a modifier, read elsewhere
    if (word !== undefined && /^(?:odd|plus|something)$/.test(word.lower)) return null;
    return word === undefined || isEnd(word) ? null : { from: at + 1, next: at + 2, taken: at + 2 };
  }
  // "one of the four no votes"
  if (/^(?:no|yes)$/.test(words[at]?.lower ?? '') && /^votes?$/.test(words[at + 1]?.lower ?? ''))
    return { from: at, next: at + 2, taken: at + 2 };
  let from = at;
  while (SKIPPED.has(words[from]?.lower ?? '') && from < at + 2) from++;
  if (words[from]?.spaced === false) return null;
  // "up from 440,000 six months earlier": a figure of its own
  if (CARDINALS.has(words[from]?.lower ?? '') && words[from + 1]?.spaced === true) return null;
  const end = single ? singularEnd(words, from, tagAt) : pluralEnd(words, from);
  if (end >= 0) return { from, next: end, taken: end };
  const word = words[from];
  if (single || word === undefined || word.kind !== 'word' || isEnd(word) || isCapital(word)) return null;
  return PEOPLE_AFTER.has(word.lower) && word.lower.endsWith('ed') && words[from + 1]?.kind !== 'word'
    ? { from, next: from + 1, taken: from + 1 }
    : null;
}

/** The whole a fraction is part of, where it is a singular noun: "a third of the population lives". */
export function collective(words: Words, from: number): NounPhrase | null {
  for (let i = from; i < from + 4; i++) {
    const word = words[i];
    if (word === undefined || word.kind !== 'word' || isEnd(word)) return null;
    if (COLLECTIVES.has(word.lower)) return { from, next: i + 1, taken: i + 1 };
  }
  return null;
}

/** Whether the figure before `at` is a house number: "49 Zorro Ranch Road". */
export function isAddress(words: Words, at: number): boolean {
  for (let i = at; i < at + 5; i++) {
    const word = words[i];
    if (word === undefined || word.kind !== 'word' || (!isCapital(word) && i === at)) return false;
    if (i > at && isCapital(word) && STREETS.has(word.lower)) return true;
    if (!isCapital(word)) return false;
  }
  return false;
}
