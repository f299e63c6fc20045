/**
 * "The bill", "the study", "the committee": which one is meant, in the words in which the article introduced it ("a bill on religious freedom", "a study of 220,000
 * adults", "Leeds council's planning committee"), where it has introduced one alone.
 */
import { findClauses } from '../clauses/clauses.ts';
import {
  CALLED_OTHERWISE,
  KNOWN_TO_ALL,
  PLACED_NOUNS,
  PURPOSED_NOUNS,
  TELLS_LITTLE,
  TOLD_ABOUT,
} from '../lexicon/definite.ts';
import { FIRMS } from '../lexicon/titles.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import { isPersonNoun } from './clause.ts';
import type { Edit } from './edits.ts';

/** How the article has told of a thing by one noun. */
type Introduction = {
  /** Where it was first named. */
  readonly at: number;
  /** What goes in place of "the" or between it and the noun, and what goes behind the noun. */
  owner: string;
  before: string;
  after: string;
  /** From where on another one that is called by the same noun has been named. */
  rivalAt: number;
};

/** By noun, in lower case, as it stands in the text: "bill" and "bills" are two. */
export type Introductions = Map<string, Introduction>;

const NOMINAL = /^(?:NOUN|PROPN)$/;
const DESCRIBES = /^(?:NOUN|PROPN|ADJ|NUM|SYM)$/;
/** Characters of what goes behind a noun. */
const LONGEST = 60;

export type Phrase = {
  readonly head: Token;
  readonly determiner: 'a' | 'the' | 'owner' | 'pronoun' | 'other' | 'none';
  readonly owner: string;
  readonly before: string;
  /** Token index behind the noun. */
  readonly end: number;
};

const textOf = (text: string, tokens: readonly Token[], from: number, to: number): string => {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined || to <= from
    ? ''
    : text.slice(first.start, last.end).replace(/\s+/g, ' ');
};

export const isDistinct = ({ tag, lower }: Token): boolean =>
  (NOMINAL.test(tag) || lower.includes('-')) && !TELLS_LITTLE.has(lower);

/** The noun phrase whose last word stands at `at`; null where that is no common noun that ends one. */
export function phraseAt({ text, tokens }: ReadSentence, at: number): Phrase | null {
  const head = tokens[at];
  if (head === undefined || head.tag !== 'NOUN' || !/^\p{Ll}/u.test(head.text)) return null;
  if (
    NOMINAL.test(tokens[at + 1]?.tag ?? '') ||
    head.marks.has('time') ||
    head.marks.has('figure') ||
    head.marks.has('quoted')
  )
    return null;
  let from = at;
  while (from > 0 && DESCRIBES.test(tokens[from - 1]?.tag ?? '') && !tokens[from - 1]?.marks.has('time')) from -= 1;
  const own = tokens.slice(from, at);
  // "the Democratic and Republican caucuses"
  const isHalf = tokens[from - 1]?.tag === 'CCONJ' && /^(?:ADJ|PROPN)$/.test(tokens[from - 2]?.tag ?? '');
  const before = !isHalf && own.some(isDistinct) ? withoutLittle(text, tokens, from, at) : '';
  const lead = tokens[from - 1];
  const phrase = { head, before, owner: '', end: at + 1 };
  if (
    own.some(({ lower }) =>
      /^(?:another|other|second|new|same|different|separate|next|last|previous|earlier)$/.test(lower),
    )
  )
    return { ...phrase, determiner: 'other' };
  const isOwned = lead !== undefined && /^['’]s?$/.test(lead.lower);
  if (lead === undefined || (!isOwned && !/^(?:DET|PRON)$/.test(lead.tag))) return { ...phrase, determiner: 'none' };
  if (/^an?$/.test(lead.lower)) return { ...phrase, determiner: 'a' };
  if (lead.lower === 'the') return { ...phrase, determiner: 'the' };
  if (/^(?:its|his|her|their|our|my)$/.test(lead.lower)) return { ...phrase, determiner: 'pronoun' };
  if (!isOwned) return { ...phrase, determiner: lead.lower === 'another' ? 'other' : 'none' };
  const owner = ownerOf(text, tokens, from - 1);
  return owner === '' ? { ...phrase, determiner: 'pronoun' } : { ...phrase, determiner: 'owner', owner };
}

/** "Leeds council's": the words of an owner by name, with the mark of the genitive; empty where no name is in them. */
function ownerOf(text: string, tokens: readonly Token[], genitive: number): string {
  let from = genitive;
  while (from > 0 && /^(?:NOUN|PROPN)$/.test(tokens[from - 1]?.tag ?? '') && !tokens[from - 1]?.marks.has('time'))
    from -= 1;
  const isNamed = tokens.slice(from, genitive).some(({ tag }) => tag === 'PROPN');
  if (!isNamed || tokens[from - 1]?.lower === 'of') return '';
  const the = tokens[from - 1]?.lower === 'the' ? from - 1 : from;
  return textOf(text, tokens, the, genitive + 1).replace(/^The /, 'the ');
}

/** The words between the determiner and the noun, from the first that tells something. */
function withoutLittle(text: string, tokens: readonly Token[], from: number, to: number): string {
  let start = from;
  while (start < to && (TELLS_LITTLE.has(tokens[start]?.lower ?? '') || tokens[start]?.tag === 'NUM')) start += 1;
  const words = textOf(text, tokens, start, to);
  // the first word of a headline has a capital and is no name
  return start === 0 && tokens[0]?.tag !== 'PROPN' ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

const JOINS = /^(?:for|against|into|about|on|over)$/;
const ENDS_PHRASE = /^(?:NOUN|PROPN)$/;

/** "of 220,000 adults", "between the two sides", "to cut bus routes": what tells which is meant, right behind the noun. */
export function complementOf({ text, tokens }: ReadSentence, { head, end }: Phrase): string {
  const link = tokens[end];
  if (link === undefined) return '';
  const isPurpose = link.lower === 'to' && tokens[end + 1]?.tag === 'VERB' && PURPOSED_NOUNS.has(head.lower);
  const isPlace = /^(?:in|at|near|off|on)$/.test(link.lower) && PLACED_NOUNS.has(head.lower);
  const isOf = /^(?:of|between)$/.test(link.lower) || (JOINS.test(link.lower) && TOLD_ABOUT.has(head.lower));
  if (!isPurpose && !isPlace && !isOf) return '';
  let to = end + (isPurpose ? 2 : 1);
  while (to < tokens.length && isInside(tokens, to)) to += 1;
  while (to > end + 1 && !ENDS_PHRASE.test(tokens[to - 1]?.tag ?? '')) to -= 1;
  const own = tokens.slice(end + 1, to);
  const isTimed = own.some(({ marks }) => marks.has('time'));
  const isNamed = own.some(({ tag }) => tag === 'PROPN');
  const words = textOf(text, tokens, end, to);
  if (own.length === 0 || isTimed || words.length > LONGEST || (isPlace && !isNamed)) return '';
  return own.some(
    ({ tag, lower }) => tag === 'PRON' || /^(?:his|her|its|their|our|my|this|that|these|those|other)$/.test(lower),
  )
    ? ''
    : words;
}

const isInside = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || token.marks.has('time')) return false;
  return /^(?:NOUN|PROPN|ADJ|NUM|DET|SYM)$/.test(token.tag) || /^(?:of|than|more|less|about|'s|')$/.test(token.lower);
};

const singularOf = (noun: string): string | null => (/[^s]s$/.test(noun) ? noun.slice(0, -1) : null);

/** Whether two tellings can be of one thing: one of them has nothing to say, or its words are among the other's. */
function agree(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  const all = new Set(many.toLowerCase().split(' '));
  return few
    .toLowerCase()
    .split(' ')
    .every((word) => all.has(word));
}

/** Notes how a sentence tells of its things. Changes `told`. */
export function introduce(sentence: ReadSentence, told: Introductions): void {
  const isHeadline = sentence.role === 'headline' || sentence.span.start < HEAD;
  sentence.tokens.forEach((_, at) => {
    const phrase = phraseAt(sentence, at);
    if (phrase === null) return;
    const { head, determiner, owner, before } = phrase;
    const noun = head.lower;
    const after = complementOf(sentence, phrase);
    const known = told.get(noun);
    const one = singularOf(noun);
    const single = one === null ? undefined : told.get(one);
    if (single !== undefined) single.rivalAt = Math.min(single.rivalAt, head.start);
    const tells = before !== '' || owner !== '' || after !== '';
    if (determiner === 'the' && !tells) return;
    if (known === undefined) {
      const isBare = determiner === 'none' && !isHeadline && before === '' && one === null;
      const isUnsure = determiner === 'other' || isBare;
      told.set(noun, {
        at: head.start,
        owner,
        before,
        after,
        rivalAt: isUnsure ? head.start : Number.POSITIVE_INFINITY,
      });
      return;
    }
    const same =
      (determiner === 'the' || determiner === 'owner' || isHeadlineAgain(known, sentence)) &&
      (agree(known.before, before) || isMeasured(determiner, before)) &&
      agree(known.after, after) &&
      agree(known.owner, owner);
    if (!same) {
      known.rivalAt = Math.min(known.rivalAt, head.start);
      return;
    }
    known.owner ||= owner;
    known.before ||= before;
    known.after ||= after;
  });
}

/** "The 131-page document": how long it is tells no other. */
const isMeasured = (determiner: Phrase['determiner'], before: string): boolean =>
  determiner === 'the' && before.split(' ').every((word) => /^\d[\d.,]*-\p{L}+$/u.test(word));

/** The first sentences tell again what the headline told. */
const isHeadlineAgain = ({ at }: Introduction, { span }: ReadSentence): boolean => at < HEAD && span.start < HEAD * 3;
const HEAD = 120;

const GOES_ON =
  /^(?:of|for|to|that|who|whose|where|between|into|against|about|behind|from|in|at|on|with|over|by|whom)$/;

/** "by 40 votes", "in May": what stands behind the noun tells of the deed. */
const isOfDeed = (token: Token | undefined): boolean =>
  token?.marks.has('time') === true || token?.marks.has('figure') === true || token?.tag === 'NUM';

/** A noun behind which nothing tells which is meant. */
export function standsBare(tokens: readonly Token[], at: number): boolean {
  const [noun, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (noun?.tag !== 'NOUN' || !/^\p{Ll}/u.test(noun.text) || noun.marks.has('time')) return false;
  if (next === undefined) return true;
  // "accused the governor of raising taxes"
  const isAccused = /^(?:of|for)$/.test(next.lower) && third?.tag === 'VERB' && third.lower.endsWith('ing');
  // "the country he leads"
  if (/^(?:he|she|it|they|we|i|you)$/.test(next.lower)) return false;
  if (NOMINAL.test(next.tag) || (GOES_ON.test(next.lower) && !isOfDeed(third) && !isAccused)) return false;
  // "the bill passed by the House"
  if (next.tag !== 'VERB' || !/(?:ed|ing|wn|en)$/.test(next.lower) || third?.tag !== 'ADP') return true;
  // "when the company balked at it": what the clause is about, and no "bill passed by the House"
  return findClauses(tokens).some(({ verb, subject }) => verb.from === at + 1 && subject !== null && subject[1] > at);
}

/** What tells which is meant, of each noun that the sentence before tells of once; null where it does so of two. */
export type LastTold = ReadonlyMap<string, (Telling & { readonly isNew: boolean }) | null>;
type Telling = Pick<Introduction, 'owner' | 'before' | 'after'>;

/** "Halden's campaign declined to comment.": for "the campaign" of the next sentence, whatever else is called so. */
export function lastTold(sentence: ReadSentence): LastTold {
  const last = new Map<string, (Telling & { readonly isNew: boolean }) | null>();
  if (sentence.role === 'headline') return last;
  sentence.tokens.forEach((_, at) => {
    const phrase = phraseAt(sentence, at);
    if (phrase === null) return;
    const { head, owner, determiner } = phrase;
    const before = isMeasured('the', phrase.before) ? '' : phrase.before;
    const after = complementOf(sentence, phrase);
    const isOne = determiner === 'a' || determiner === 'the' || determiner === 'owner';
    const isAgain = last.has(head.lower) || (isOne && owner === '' && before === '' && after === '');
    last.set(head.lower, isAgain || !isOne ? null : { owner, before, after, isNew: determiner === 'a' });
  });
  return last;
}

/** What tells which "the `noun`" at a place is meant; null where nothing tells, or more than one can be meant. */
function tellingOf(told: Introductions, last: LastTold, noun: Token, at: number): (Telling & { at: number }) | null {
  const near = last.get(noun.lower) ?? null;
  const known = told.get(noun.lower);
  const isSure = known !== undefined && known.at < at && known.rivalAt >= noun.start;
  if (isSure && !CALLED_OTHERWISE.has(noun.lower)) return known;
  // "Lund tabled a housing bill. Ruiz tabled a tax bill.": of two that were told of as new either may be meant
  const isOneOfTwo = near?.isNew === true && known !== undefined && !CALLED_OTHERWISE.has(noun.lower);
  return near === null || isOneOfTwo ? null : { ...near, at: -1 };
}

/** "The bill" → "the [religious-freedom] bill", the first time a claim names it. */
export function nounEdits({ tokens }: ReadSentence, span: Span, told: Introductions, last: LastTold): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  tokens.forEach((the, i) => {
    const noun = tokens[i + 1];
    if (the.lower !== 'the' || noun === undefined || !holds(span, the) || !holds(span, noun)) return;
    if (!standsBare(tokens, i + 1) || noun.marks.has('figure') || seen.has(noun.lower) || isPersonNoun(noun.lower))
      return;
    if (KNOWN_TO_ALL.has(noun.lower) || FIRMS.has(noun.lower)) return;
    seen.add(noun.lower);
    const known = tellingOf(told, last, noun, the.start);
    if (known === null) return;
    if (holds(span, { start: known.at, end: known.at })) return;
    const goesOn = /^['’]s?$/.test(tokens[i + 2]?.lower ?? '');
    // "[Ruiz's] bill … of Ruiz's"
    const isThere =
      known.owner !== '' &&
      tokens.some(
        (token) => token.tag === 'PROPN' && token !== noun && holds(span, token) && known.owner.includes(token.text),
      );
    if (isThere) return;
    if (known.owner !== '')
      edits.push({
        start: the.start,
        end: the.end,
        words: `${known.owner}${known.before === '' ? '' : ` ${known.before}`}`,
      });
    else if (known.before !== '') edits.push({ start: noun.start, end: noun.start, words: known.before });
    else if (known.after !== '' && !goesOn) edits.push({ start: noun.end, end: noun.end, words: known.after });
  });
  return edits;
}
