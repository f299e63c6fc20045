/**
 * What a figure counts that stands without a noun behind it: "27 died", "a crowd of 12,000", "Employees: 8,400", "arrests rose from 40 to 52".
 */

import { CHANGE_WORDS, MEASURE_VERBS, NEAR_ONLY } from '../lexicon/change-words.ts';
import {
  GATHERINGS,
  NOT_COUNTED,
  PEOPLE_AFTER,
  PEOPLE_BEFORE,
  PEOPLE_DEEDS,
  PHRASE_ENDS,
} from '../lexicon/count-nouns.ts';
import { FACTORS } from '../lexicon/number-words.ts';
import type { Draft } from './figures.ts';
import { isPlural } from './nouns.ts';
import type { Word } from './scan.ts';

type Words = readonly Word[];

/** Words looked at before a figure. */
const REACH = 12;

const AUXILIARY = /^(?:were|was|are|is|had|have|has|been|being|more|others|still)$/;
const SAYING = /^(?:said|says|say|saying|that|claimed|reported|noted)$/;
const WHOLE = /^(?:number|total|count|tally)$/;
const STOPS: ReadonlySet<string> = new Set([';', ':', '“', '”', '"', '—', '(', ')', '.', '!', '?', ',']);

/** The unit of a figure without one: a noun of the sentence, "people" or "second" where only they can be meant; null where nobody can tell. */
export function countedBy(text: string, words: Words, draft: Draft): string | null {
  const { form } = draft.figure.number;
  if (form === 'fraction' || form === 'ratio' || draft.figure.tally !== null) return null;
  return (
    people(words, draft) ??
    toll(words, draft) ??
    clocked(words, draft) ??
    gathering(words, draft) ??
    labelled(text, words, draft) ??
    bounded(text, words, draft) ??
    movedSubject(text, words, draft)
  );
}

/** "Pushed cancelled trains over 4,000": the plural right before the bound. */
function bounded(text: string, words: Words, { at, figure }: Draft): string | null {
  const noun = words[at - 1];
  if (figure.at === at || !/^(?:over|above|past|below|under|beyond)$/.test(words[at]?.lower ?? '')) return null;
  if (
    noun === undefined ||
    !isPlural(noun) ||
    NOT_COUNTED.has(noun.lower) ||
    CHANGE_WORDS.has(noun.lower) ||
    MEASURE_VERBS.has(noun.lower)
  )
    return null;
  return text.slice(noun.start, noun.end);
}

/** "27 died", "14 were arrested", "killing 27": nothing but people does or suffers that in the news. */
function people(words: Words, { at, next, figure }: Draft): string | null {
  const { form } = figure.number;
  if (PEOPLE_BEFORE.has(words[at - 1]?.lower ?? '') && !isNoun(words[next])) return 'people';
  // "attracting thousands", "drew tens of thousands"
  if (
    form === 'vague' &&
    /^(?:attract|dr[ae]w|lur|stopp|strand|evacuat|kill)/.test(words[at - 1]?.lower ?? '') &&
    !isNoun(words[next])
  )
    return 'people';
  // "all of its 60 million population"
  if (words[next]?.lower === 'population') return 'people';
  // "among the 312 who took it"
  if (words[next]?.lower === 'who' || (words[next]?.text === ',' && words[next + 1]?.lower === 'who')) return 'people';
  let i = next;
  while (i < next + 3 && AUXILIARY.test(words[i]?.lower ?? '')) i++;
  const deed = words[i]?.lower ?? '';
  return PEOPLE_AFTER.has(deed) || (i === next && PEOPLE_DEEDS.has(deed)) ? 'people' : null;
}

/** "A death toll of 41", "the toll has risen to 41": the dead, and nothing else in between that could be counted. */
function toll(words: Words, { at, next, figure }: Draft): string | null {
  const before = words.slice(Math.max(0, at - TOLL_WORDS), at);
  const said = before.findLastIndex(({ lower }) => lower === 'toll');
  const between = before.slice(said + 1);
  if (
    said < 0 ||
    figure.number.value < 1 ||
    isNoun(words[next]) ||
    between.some((word) => word.kind !== 'word' || isPlural(word))
  )
    return null;
  return 'deaths';
}

/** "the death toll from the storm would have been more than": no more words stand between. */
const TOLL_WORDS = 10;

const RACING: ReadonlySet<string> = new Set(
  'ran run runs running swam swim swims won finished clocked lap laps metres meters hurdles relay sprint'.split(' '),
);

/** "Ran the final lap in 58.9": seconds and tenths. */
function clocked(words: Words, { at, next, figure }: Draft): string | null {
  const figures = words[figure.at]?.text ?? '';
  const after = words[next];
  const ends = after === undefined || after.kind === 'mark' || PHRASE_ENDS.has(after.lower);
  if (words[at - 1]?.lower !== 'in' || !ends || !/^\d{1,2}\.\d{1,2}$/.test(figures)) return null;
  return words.slice(Math.max(0, at - REACH), at).some(({ lower }) => RACING.has(lower)) ? 'second' : null;
}

const isNoun = (word: Word | undefined): boolean => word?.kind === 'word' && !PHRASE_ENDS.has(word.lower);

/** "A crowd of 12,000", "a population of 1.3 million". */
function gathering(words: Words, { at, next }: Draft): string | null {
  const noun = words[at - 2];
  if (words[at - 1]?.lower !== 'of' || noun === undefined || isPlural(words[next])) return null;
  return GATHERINGS.get(noun.lower) ?? null;
}

/** "Employees: 8,400": the label of a line is what its figure counts. */
function labelled(text: string, words: Words, { at }: Draft): string | null {
  if (words[at - 1]?.text !== ':' || at > 6) return null;
  const label = words.slice(0, at - 1).find((word) => isPlural(word) || GATHERINGS.has(word.lower));
  if (label === undefined) return null;
  return GATHERINGS.get(label.lower) ?? text.slice(label.start, label.end).toLowerCase();
}

/** "Rose", and "tripled". */
const moves = ({ lower }: Word): boolean =>
  (CHANGE_WORDS.has(lower) && !NEAR_ONLY.has(lower)) || (FACTORS.get(lower)?.change ?? null) !== null;

/** "Arrests rose from 40 to 52", "the number of murders from 61 to 48": the plural that moves, or the one right before "from". */
function movedSubject(text: string, words: Words, { at }: Draft): string | null {
  const from = words[at - 1]?.lower === 'from';
  if (from && isPlural(words[at - 2]) && !CHANGE_WORDS.has(words[at - 2]?.lower ?? ''))
    return plural(text, words, at - 1);
  let verb = -1;
  for (let i = at - 1; i >= 0 && i > at - REACH; i--) {
    const word = words[i];
    if (word === undefined || (STOPS.has(word.text) && !(from && i === at - 2))) return null;
    // "fell between 2018 and 2024, from 96,000"
    if (word.kind === 'number' && !(from && /^(?:19|20)\d\d$/.test(word.text))) return null;
    if (moves(word)) verb = i;
    else if (verb >= 0) break;
  }
  while (verb > 0 && (AUXILIARY.test(words[verb - 1]?.lower ?? '') || MEASURE_VERBS.has(words[verb - 1]?.lower ?? '')))
    verb--;
  return verb <= 0 ? null : plural(text, words, verb);
}

const MEANS_TO =
  /^(?:aims|plans|hopes|wants|intends|expects|seeks|promises|needs|vows|tries|agrees|threatens|pledges|starts|begins|continues|likes|has|is|was)$/;

/** The plural that ends before `end`, with the words that belong to it, where its things can be counted. */
function plural(text: string, words: Words, end: number): string | null {
  let start = end;
  while (start > 0 && end - start < REACH && !STOPS.has(words[start - 1]?.text ?? '')) start--;
  const said = words.findLastIndex((word, i) => i >= start && i < end - 1 && SAYING.test(word.lower));
  if (said >= 0) start = said + 1;
  // "the number of asylum seekers", "inquiries about redundancy pay"
  const of = words.findIndex((word, i) => i > start && i < end && word.lower === 'of');
  if (of > 0 && WHOLE.test(words[of - 1]?.lower ?? '')) start = of + 1;
  // "visits to the four branches": the plural that a phrase hangs on
  const link = words
    .slice(start + 1, Math.min(end, start + 4))
    .findIndex(({ lower }) => /^(?:to|at|in|from|by)$/.test(lower));
  const hangs = link < 0 ? -1 : start + 1 + link;
  // "the mill aims to increase sales"
  if (hangs > 0 && words[hangs]?.lower === 'to' && MEANS_TO.test(words[hangs - 1]?.lower ?? '')) return null;
  if (hangs > 0 && isPlural(words[hangs - 1])) return plural(text, words, hangs);
  let head = start;
  while (
    head < end &&
    words[head]?.kind === 'word' &&
    /^(?:the|its|their|all|and|but|new|total)$/.test(words[head]?.lower ?? '')
  )
    head++;
  const first = head;
  // "patients waiting longer than 18 weeks": behind the plural only what describes it
  const describes = (at: number): boolean =>
    at > first && isPlural(words[at - 1]) && /[a-z]{2}(?:ing|ed)$/.test(words[at]?.lower ?? '');
  while (head < end && words[head]?.kind === 'word' && !PHRASE_ENDS.has(words[head]?.lower ?? '') && !describes(head))
    head++;
  const noun = words[head - 1];
  if (head === first || noun === undefined || !isPlural(noun) || NOT_COUNTED.has(noun.lower)) return null;
  const told = text.slice(words[first]?.start ?? noun.start, noun.end);
  // "Arrests rose from 40 to 52": the capital is the sentence's
  return first === 0 && /^\p{Lu}\p{Ll}+(?: \p{Ll}+)*$/u.test(told) ? told.toLowerCase() : told;
}
