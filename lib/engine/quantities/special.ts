/**
 * Quantities that are not plain figures: ranks ("third-largest"), factors ("doubled", "twice"), and none at all ("no deaths").
 */

import { NOT_COUNTED, PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { COUNTED_AFTER_NO, FACTORS } from '../lexicon/number-words.ts';
import { isPlural, nounPhrase } from './nouns.ts';
import { readNumber, readOrdinal } from './numbers.ts';
import { isCapital, isDash, type Word } from './scan.ts';

type Words = readonly Word[];

/** A finding with no figure of its own: its words, its value, and the noun it goes with. */
export type Special = {
  readonly next: number;
  readonly value: number;
  readonly unit: string | null;
  readonly change: 'up' | 'down' | null;
  readonly rank: boolean;
};

const NOT_RANKED: ReadonlySet<string> = new Set(
  'lady amendment world class hand party person degree place aid responder responders floor avenue street th century name names time-out half quarter cousin base minister glance sight nation nations step thought thoughts nature'.split(
    ' ',
  ),
);
const UNITS_OF_ARMIES =
  /^(?:legion|fleet|division|brigade|regiment|battalion|airborne|infantry|cavalry|squadron|wing|corps|army|panzer|precinct|district|circuit|congress|ward|arrondissement|republic)$/;
const NOT_RANK_BEFORE: ReadonlySet<string> = new Set(['at', 'a', 'per', 'every', 'split', 'one', 'two', 'half']);

/** "Third-largest", "the second meeting", "its first missile". Sentence adverbs ("First, …") and dates are none. */
export function readRank(text: string, words: Words, at: number): Special | null {
  const ordinal = readOrdinal(words, at);
  if (ordinal === null) return null;
  let i = ordinal.next;
  const dash = isDash(words[i]) && words[i]?.spaced === false;
  if (dash) i++;
  const noun = words[i];
  const before = words[at - 1];
  if (noun === undefined || noun.kind !== 'word' || noun.spaced === dash) return null;
  if (NOT_RANKED.has(noun.lower) || (PHRASE_ENDS.has(noun.lower) && noun.lower !== 'in') || noun.lower === 'time')
    return null;
  if (NOT_RANK_BEFORE.has(before?.lower ?? '') && !dash) return null;
  // "the first two years"
  if (
    /^(?:two|three|four|five|six|seven|eight|nine|ten|few|couple|half|hundred|thousand|million|billion|dozen)$/.test(
      noun.lower,
    ) &&
    !isDash(words[i + 1])
  )
    return null;
  // "First Blood", the film; "it first appeared"
  if (at > 0 && isCapital(words[at]) && isCapital(noun)) return null;
  if (
    ordinal.value === 1 &&
    /^(?:appeared|came|began|became|went|met|won|took|ran|told|said|saw|made|heard)$/.test(noun.lower)
  )
    return null;
  // "was first elected"
  if (/^(?:was|were|is|are|been|be)$/.test(before?.lower ?? '') && /[a-z]{3}ed$/.test(noun.lower)) return null;
  // "Carla Mendes, an accountant, first reported it"
  if (ordinal.value === 1 && /[a-z]{3}ed$/.test(noun.lower) && (before?.text === ',' || isCapital(before))) return null;
  // "the 501st Legion", "the 7th Fleet": a name
  if (isCapital(noun) && UNITS_OF_ARMIES.test(noun.lower)) return null;
  if (isCapital(words[at]) && at > 0 && isCapital(before)) return null;
  // "first-home buyers", "second-hand" rank nothing
  if (dash && !/est$|^(?:most|least|placed|ranked|seeded|worst|best)$/.test(noun.lower)) return null;
  if (noun.lower === 'in') return { next: ordinal.next, value: ordinal.value, unit: null, change: null, rank: true };
  // "the world's third-largest maker of blades"
  const superlative = dash && /est$|^(?:most|least)$/.test(noun.lower) && words[i + 1]?.kind === 'word';
  const phrase = nounPhrase(words, superlative ? i + 1 : i, true, null);
  const start = words[phrase?.from ?? i]?.start ?? 0;
  const unit = phrase === null ? noun.text : text.slice(start, words[phrase.next - 1]?.end ?? start);
  return { next: dash ? i + 1 : ordinal.next, value: ordinal.value, unit, change: null, rank: true };
}

const DOUBLE_BEFORE: ReadonlySet<string> = new Set(
  'the its their his her that what as from over since , . previous last in this those and by'.split(' '),
);

/** "would double exports" */
const MODAL = /^(?:will|would|could|may|might|can|should|must|shall|to|not|nearly|almost|more)$/;

/** "Doubled", "twice the", "double the", "threefold". */
export function readFactor(words: Words, at: number): Special | null {
  const word = words[at];
  const factor = word?.kind === 'word' ? FACTORS.get(word.lower) : undefined;
  if (word === undefined || factor === undefined) return null;
  const next = words[at + 1];
  if (isDash(next) && next?.spaced === false) return null;
  // "Saturday's doubles": a match
  if (word.lower === 'doubles' && /^(?:'s|the|mixed|of|in|men|women)$/.test(words[at - 1]?.lower ?? '')) return null;
  const plain = word.lower === 'double' || word.lower === 'triple' || word.lower === 'quadruple';
  const isVerb = MODAL.test(words[at - 1]?.lower ?? '');
  if (plain && !isVerb && next !== undefined && !DOUBLE_BEFORE.has(next.lower)) return null;
  const change = plain && isVerb ? 'up' : factor.change;
  return { next: at + 1, value: factor.value, unit: 'time', change, rank: false };
}

/** Plurals that "no" denies rather than counts. */
const VAGUE_AFTER_NO: ReadonlySet<string> = new Set(
  'doubts signs circumstances conditions longer means words terms regrets hopes plans ideas matters times thanks words reasons'.split(
    ' ',
  ),
);

/** "None of the passengers", "no deaths", "zero cases" is a plain figure. */
export function readNone(text: string, words: Words, at: number): Special | null {
  const word = words[at]?.lower;
  // "one of the four no votes"
  if (word === 'no' && readNumber(words, at - 1, false) !== null) return null;
  if (word === 'no' && words[at + 1]?.lower === 'one') return null;
  if (word === 'no') {
    for (let i = at + 1; i < at + 4; i++) {
      const noun = words[i];
      if (noun?.kind !== 'word' || PHRASE_ENDS.has(noun.lower)) return null;
      if (
        COUNTED_AFTER_NO.has(noun.lower) ||
        (isPlural(noun) && !NOT_COUNTED.has(noun.lower) && !VAGUE_AFTER_NO.has(noun.lower))
      ) {
        return {
          next: i + 1,
          value: 0,
          unit: text.slice(words[at + 1]?.start ?? 0, noun.end),
          change: null,
          rank: false,
        };
      }
    }
    return null;
  }
  if (word !== 'none') return null;
  const verb = /^(?:was|were|is|are|has|have|had|died|survived)$/.test(words[at + 1]?.lower ?? '');
  if (verb) return { next: at + 1, value: 0, unit: null, change: null, rank: false };
  if (words[at + 1]?.lower !== 'of') return null;
  const phrase = nounPhrase(words, at + 1, false, null);
  if (phrase === null) return null;
  const start = words[phrase.from]?.start ?? 0;
  return {
    next: at + 1,
    value: 0,
    unit: text.slice(start, words[phrase.next - 1]?.end ?? start),
    change: null,
    rank: false,
  };
}
