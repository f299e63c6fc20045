/**
 * What stands around a figure: how it is softened or bounded, which way it moved, and what it measures.
 */

import { CHANGE_WORDS, MEASURE_VERBS, NEAR_ONLY } from '../lexicon/change-words.ts';
import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { MODIFIER_SIGNS, MODIFIERS_AFTER, MODIFIERS_BEFORE } from '../lexicon/modifiers.ts';
import type { Modifier } from '../types.ts';
import type { TagAt } from './nouns.ts';
import { isDash, phraseAt, phraseTable, type Word } from './scan.ts';
import type { UnitKind } from './units.ts';

type Words = readonly Word[];

const BEFORE = phraseTable(MODIFIERS_BEFORE);
const AFTER = phraseTable(MODIFIERS_AFTER);

/** Modifiers that start at `at`, one after another: "up to about". The first bound wins over "about". */
export function modifiersAt(words: Words, at: number): { modifier: Modifier; next: number } | null {
  let modifier: Modifier | null = null;
  let i = at;
  for (let n = 0; n < 3; n++) {
    const word = words[i];
    const sign = word?.kind === 'mark' ? MODIFIER_SIGNS.get(word.text) : undefined;
    const found = sign === undefined ? phraseAt(BEFORE, words, i) : { value: sign, next: i + 1 };
    if (found === null) break;
    if (modifier === null || modifier === 'approximately') modifier = found.value;
    i = found.next;
  }
  return modifier === null ? null : { modifier, next: i };
}

/** A modifier behind the figure: "or more", "-odd", "+". */
export function modifierBehind(words: Words, at: number): { modifier: Modifier; next: number } | null {
  const word = words[at];
  if (word?.text === '+' && !word.spaced) return { modifier: 'at least', next: at + 1 };
  const i = isDash(word) && word?.spaced === false ? at + 1 : at;
  const found = phraseAt(AFTER, words, i);
  if (found === null) return null;
  if (words[i]?.lower === 'plus' && words[i + 1]?.kind === 'number') return null;
  return { modifier: found.value, next: found.next };
}

const STOPS: ReadonlySet<string> = new Set([';', ':', '“', '”', '"', '—', '(', ')', '.', '!', '?']);
/** Between a word of movement and its figure these may stand without cutting them apart. */
const BETWEEN: ReadonlySet<string> = new Set(
  'by to from about around nearly almost roughly more than over at least as much many an a the another some up only just of in even further'.split(
    ' ',
  ),
);
/** Movement of money or people between hands, unless the figure is a share. */
const SHARE_ONLY: ReadonlySet<string> = new Set(
  'raised raise raising raises lost lose loses losing loss losses add adds added adding gain gained gains gaining recover recovered shed sheds shedding lift lifts lifted advance advanced more less fewer cut cuts cutting reach expand weak slide shot shoot'.split(
    ' ',
  ),
);

const REACH = 9;
/** With "up" behind them these say what something is or does, and not which way it moves. */
const MADE_UP =
  /^(?:made|makes?|making|set|sets|setting|end|ends|ended|ending|signed|opened|picked|summed|put|puts|putting|bought|snapped|stumped|coughed|gave|give|giving|took|taken|taking)$/;

/** "The tank holds", "declined to pay", "drop-in centres", "seats up for election": words of movement that move no figure. */
function standsStill(words: Words, at: number): boolean {
  const word = words[at]?.lower ?? '';
  const next = words[at + 1];
  if (isDash(next) && next?.spaced === false) return true;
  if (/^declin/.test(word)) return next?.lower === 'to' && words[at + 2]?.kind === 'word';
  return word === 'tank' && /^(?:the|a|an|its|this|each|every|water|fuel|oil|gas)$/.test(words[at - 1]?.lower ?? '');
}

/** Which way the figure moved, by the words next to it. `next` is the word behind its unit. */
export function changeOf(words: Words, at: number, next: number, kind: UnitKind): 'up' | 'down' | null {
  const share = kind === 'share';
  // behind a counted noun stands its verb: "25 ships sank" is no fall
  const reach = kind === 'count' ? 1 : 3;
  for (let i = next; i < next + reach; i++) {
    const word = words[i];
    if (word === undefined || word.kind !== 'word') break;
    const change = CHANGE_WORDS.get(word.lower);
    if (change !== undefined) {
      const near = NEAR_ONLY.has(word.lower);
      if (standsStill(words, i) || (near && /^(?:in|for|to)$/.test(words[i + 1]?.lower ?? '') && kind === 'count'))
        break;
      if (kind === 'count' && !near) break;
      if (near && i > next) break;
      if (!share && SHARE_ONLY.has(word.lower)) break;
      return change;
    }
    if (PHRASE_ENDS.has(word.lower)) break;
  }
  // "increased the party's share of the council by 25 seats"
  const isLinked = /^(?:by|to|from)$/.test(words[at - 1]?.lower ?? '');
  let gap = 0;
  for (let i = at - 1; i >= 0 && i > at - 1 - REACH; i--) {
    const word = words[i];
    if (word === undefined || STOPS.has(word.text)) break;
    if (word.text === ',' && gap > 1) break;
    if (
      word.lower === 'and' ||
      word.lower === 'while' ||
      word.lower === 'but' ||
      word.lower === 'that' ||
      word.lower === 'which'
    )
      break;
    // "growth will be 2%", "it made up 22 percent" move nothing
    const noun =
      /^contracts?$/.test(word.lower) && !/^(?:to|will|would|could|may|might)$/.test(words[i - 1]?.lower ?? '');
    const still =
      noun ||
      standsStill(words, i) ||
      word.lower === 'growth' ||
      (word.lower === 'up' && MADE_UP.test(words[i - 1]?.lower ?? ''));
    const change = still ? undefined : CHANGE_WORDS.get(word.lower);
    if (
      change !== undefined &&
      (share || !SHARE_ONLY.has(word.lower)) &&
      !(NEAR_ONLY.has(word.lower) && (gap > 1 || words[i + 1]?.lower === 'than' || words[i + 1]?.lower === 'to'))
    )
      return change;
    if (!BETWEEN.has(word.lower)) gap++;
    // "dropped the threat of legal action against five banks"
    if (kind === 'count' && gap > 3 && !isLinked) break;
  }
  return null;
}

const isClauseEdge = (word: Word): boolean =>
  STOPS.has(word.text) ||
  word.text === ',' ||
  /^(?:and|but|that|which|who|while|as|because|when|if|where|said|says)$/.test(word.lower);

/** The end of a short noun phrase from `from`: up to a clause's edge or a verb of the lists, at most `most` words. */
function phraseTo(words: Words, from: number, most: number): number {
  let i = from;
  for (; i < from + most; i++) {
    const word = words[i];
    if (word === undefined || word.kind === 'number' || (word.kind === 'mark' && !isDash(word))) break;
    if (isClauseEdge(word) || MEASURE_VERBS.has(word.lower) || CHANGE_WORDS.has(word.lower)) break;
    if (
      i > from &&
      PHRASE_ENDS.has(word.lower) &&
      !/^(?:of|the|its|in|for|on|a|an|and|their|with|his|her)$/.test(word.lower)
    )
      break;
  }
  while (i > from && PHRASE_ENDS.has(words[i - 1]?.lower ?? '')) i--;
  return i;
}

/** What is measured, as a stretch of words: "of its trade", the noun behind a sum, or the subject of the verb that leads to the figure. */
export function measured(
  words: Words,
  at: number,
  next: number,
  noun: { readonly from: number; readonly next: number } | null,
  tagAt: TagAt | null,
): { from: number; next: number } | null {
  if (words[next]?.lower === 'of') {
    const to = phraseTo(words, next + 1, 8);
    if (to > next + 1) return { from: next + 1, next: to };
  }
  if (noun !== null && !acts(words[noun.from], tagAt)) return { from: noun.from, next: noun.next };
  const thing = tagAt === null ? null : (nounBefore(words, at, tagAt) ?? objectOf(words, at, tagAt));
  if (thing !== null) return thing;
  const behind = words[next];
  const attributive =
    /^(?:an?|the|this|its|their|his|her)$/.test(words[at - 1]?.lower ?? '') && behind?.kind === 'word';
  const subject = attributive ? null : subjectOf(words, at);
  const isThing = (word: Word): boolean => word.kind !== 'number' && !acts(word, tagAt);
  if (subject?.next !== undefined && words.slice(subject.from, subject.next).every(isThing)) return subject;
  const names = behind?.kind === 'word' && !PHRASE_ENDS.has(behind.lower) && !CHANGE_WORDS.has(behind.lower);
  if (names && !acts(behind, tagAt) && tagAt?.(behind.start) !== 'NUM') {
    const to = phraseTo(words, next, 6);
    const verb = words.slice(next + 1, to).findIndex((word) => acts(word, tagAt));
    if (to > next) return { from: next, next: verb < 0 ? to : next + 1 + verb };
  }
  return null;
}

/** Whether the word is a verb here, and so nothing that is measured: "62 per cent *opposed* any closure". */
function acts(word: Word | undefined, tagAt: TagAt | null): boolean {
  const tag = word === undefined ? undefined : tagAt?.(word.start);
  return (tag === 'VERB' && !/ing$/.test(word?.lower ?? '')) || tag === 'AUX' || tag === 'PRON';
}

/** No noun with what describes it has more words. */
const NOUN_WORDS = 5;

/** The noun phrase that ends before `end`, without its article; null where none does. */
function phraseBefore(words: Words, end: number, tagAt: TagAt): { from: number; next: number } | null {
  const last = words[end - 1];
  if (last === undefined || !/^(?:NOUN|PROPN)$/.test(tagAt(last.start) ?? '')) return null;
  let from = end - 1;
  while (from > 0 && end - from < NOUN_WORDS && /^(?:NOUN|PROPN|ADJ)$/.test(tagAt(words[from - 1]?.start ?? -1) ?? ''))
    from--;
  return { from, next: end };
}

/** "growth *of* 7%", "a tax of £4": what the figure is the size of. */
const nounBefore = (words: Words, at: number, tagAt: TagAt): { from: number; next: number } | null =>
  words[at - 1]?.lower === 'of' ? phraseBefore(words, at - 1, tagAt) : null;

/** "cut *capital spending* by 200 million", "put the likely *increase* at 0.4 percent": what is moved, or put at so much. */
function objectOf(words: Words, at: number, tagAt: TagAt): { from: number; next: number } | null {
  if (!/^(?:by|at|to|from)$/.test(words[at - 1]?.lower ?? '')) return null;
  const object = phraseBefore(words, at - 1, tagAt);
  if (object === null) return null;
  const article = /^(?:the|its|their|his|her|our|a|an)$/.test(words[object.from - 1]?.lower ?? '');
  const verb = words[object.from - (article ? 2 : 1)];
  const moves =
    verb !== undefined &&
    (CHANGE_WORDS.has(verb.lower) ||
      /^(?:puts?|putting|sets?|estimat(?:es?|ed)|lower(?:s|ed)|keeps?|kept)$/.test(verb.lower));
  return moves && tagAt(verb.start) !== 'NOUN' ? object : null;
}

function subjectOf(words: Words, at: number): { from: number; next: number } | null {
  let verb = -1;
  for (let i = at - 1; i >= 0 && i > at - 6; i--) {
    const word = words[i];
    if (word === undefined || isClauseEdge(word)) return null;
    if (MEASURE_VERBS.has(word.lower) || (CHANGE_WORDS.has(word.lower) && !NEAR_ONLY.has(word.lower))) {
      verb = i;
      break;
    }
  }
  if (verb <= 0) return null;
  while (
    verb > 0 &&
    (MEASURE_VERBS.has(words[verb - 1]?.lower ?? '') ||
      /^(?:will|would|could|may|might|to|expected|set|not|also|already)$/.test(words[verb - 1]?.lower ?? ''))
  )
    verb--;
  let from = verb;
  while (from > 0 && from > verb - 12) {
    const word = words[from - 1];
    if (
      word === undefined ||
      STOPS.has(word.text) ||
      word.text === ',' ||
      /^(?:but|that|which|who|while|because|when|if|said|says)$/.test(word.lower)
    )
      break;
    from--;
  }
  let next = verb;
  if (words[from]?.lower === 'and' || words[from]?.lower === 'or') from++;
  for (let i = from + 1; i < next; i++) {
    const word = words[i]?.lower ?? '';
    if (MEASURE_VERBS.has(word) || (CHANGE_WORDS.has(word) && !NEAR_ONLY.has(word))) next = i;
  }
  const pronoun = next === from + 1 && PHRASE_ENDS.has(words[from]?.lower ?? '');
  return from < next && !pronoun ? { from, next } : null;
}
