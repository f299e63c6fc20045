/** Noun phrases: what stands before a noun and behind it, as far as that tells which thing is meant. */
import { COMES_FROM, PLACED_NOUNS, PURPOSED_NOUNS, TELLS_LITTLE, TOLD_ABOUT } from '../lexicon/definite.ts';
import { startsSmall } from '../sentence/letters.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import type { Token } from '../types.ts';

export const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);
export const DESCRIBES: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'SYM']);
/** Characters of what goes behind a noun. */
const LONGEST = 60;

export type Phrase = {
  readonly head: Token;
  readonly determiner: 'a' | 'the' | 'owner' | 'pronoun' | 'other' | 'none';
  readonly owner: string;
  readonly before: string;
  /** All words between the determiner and the noun. */
  readonly words: string;
  /** What tells which is meant, right behind the noun. */
  readonly after: string;
  /** Token index behind the noun. */
  readonly end: number;
};

export const textOf = (text: string, tokens: readonly Token[], from: number, to: number): string => {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined || to <= from
    ? ''
    : text.slice(first.start, last.end).replace(/\s+/g, ' ');
};

export const isDistinct = ({ tag, lower }: Token): boolean =>
  (NOMINAL.has(tag) || lower.includes('-')) && !TELLS_LITTLE.has(lower) && !LONG.test(lower);
/** "the three-day talks": how long something takes tells no other. */
const LONG =
  /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|one|half|all|multi|mid|long)-(?:day|hour|week|month|year|minute|night|term|way|part|page|sided|ever)$/;

/** The noun phrases of a sentence that end with a common noun, in order. */
export function phrasesOf(sentence: ReadSentence): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const [at, { tag }] of sentence.tokens.entries()) {
    const phrase = tag === 'NOUN' ? phraseAt(sentence, at) : null;
    if (phrase !== null) found.push(phrase);
  }
  return found;
}

const OF_ANOTHER: ReadonlySet<string> = new Set(
  'another other second new same different separate next last previous earlier'.split(' '),
);

/** The noun phrase whose last word stands at `at`; null where that is no common noun that ends one. */
function phraseAt({ text, tokens }: ReadSentence, at: number): Phrase | null {
  const head = tokens[at];
  if (head === undefined || !startsSmall(head.text)) return null;
  if (
    NOMINAL.has(tokens[at + 1]?.tag ?? '') ||
    head.marks.has('time') ||
    head.marks.has('figure') ||
    head.marks.has('quoted')
  )
    return null;
  let from = at;
  while (from > 0 && DESCRIBES.has(tokens[from - 1]?.tag ?? '') && !tokens[from - 1]?.marks.has('time')) from -= 1;
  const own = tokens.slice(from, at);
  // "the Democratic and Republican caucuses"
  const isHalf = tokens[from - 1]?.tag === 'CCONJ' && /^(?:ADJ|PROPN)$/.test(tokens[from - 2]?.tag ?? '');
  const before = !isHalf && own.some(isDistinct) ? withoutLittle(text, tokens, from, at) : '';
  const lead = tokens[from - 1];
  const found = own.some(({ lower }) => OF_ANOTHER.has(lower)) ? 'other' : determinerOf(lead);
  const owner = found === 'owner' ? ownerOf(text, tokens, from - 1) : '';
  const determiner = found === 'owner' && owner === '' ? 'pronoun' : found;
  const after = complementOf(text, tokens, head, at + 1);
  return { head, determiner, owner, before, words: textOf(text, tokens, from, at), after, end: at + 1 };
}

const OWNS: ReadonlySet<string> = new Set(['its', 'his', 'her', 'their', 'our', 'my']);
const GENITIVES: ReadonlySet<string> = new Set(["'", "'s", '’', '’s']);

/** What stands before a phrase says of it. */
function determinerOf(lead: Token | undefined): Phrase['determiner'] {
  if (lead === undefined) return 'none';
  const { lower, tag } = lead;
  if (GENITIVES.has(lower)) return 'owner';
  if (tag !== 'DET' && tag !== 'PRON') return 'none';
  if (lower === 'a' || lower === 'an') return 'a';
  if (lower === 'the') return 'the';
  if (OWNS.has(lower)) return 'pronoun';
  return lower === 'another' ? 'other' : 'none';
}

/** "Leeds council's": the words of an owner by name, with the mark of the genitive; empty where no name is in them. */
function ownerOf(text: string, tokens: readonly Token[], genitive: number): string {
  let from = genitive;
  while (from > 0 && /^(?:NOUN|PROPN)$/.test(tokens[from - 1]?.tag ?? '') && !tokens[from - 1]?.marks.has('time'))
    from -= 1;
  const isNamed = tokens.slice(from, genitive).some(({ tag }) => tag === 'PROPN');
  const the = tokens[from - 1]?.lower === 'the' ? from - 1 : from;
  if (!isNamed || tokens[the - 1]?.lower === 'of') return '';
  return textOf(text, tokens, the, genitive + 1).replace(/^The /, 'the ');
}

/** The words between the determiner and the noun, from the first that tells something. */
function withoutLittle(text: string, tokens: readonly Token[], from: number, to: number): string {
  let start = from;
  while (start < to && (TELLS_LITTLE.has(tokens[start]?.lower ?? '') || isCount(tokens, start))) start += 1;
  // "Poor growth figures": the first word of a sentence has a capital and may be no name
  const [opens] = tokens;
  const isUnsure = start === 0 && to > 2 && opens?.tag === 'PROPN' && opens.marks.size === 0;
  if (isUnsure && /^\p{Ll}/u.test(tokens[1]?.text ?? '')) start = 1;
  const words = textOf(text, tokens, start, to);
  // the first word of a headline has a capital and is no name
  return start === 0 && tokens[0]?.tag !== 'PROPN' ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** "two housing bills", and not "the 30 mln dollar purchase". */
const isCount = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'NUM' && tokens[at + 1]?.tag !== 'SYM' && !OF_MONEY.test(tokens[at + 1]?.lower ?? '');
const OF_MONEY =
  /^(?:mln|bln|million|billion|trillion|thousand|pct|per|percent|dlr|dlrs|dollar|dollars|pound|euro|yen|mark|tonne|ton|acre|mile|metre|meter|km|kg|bushel|barrel)$/;

const JOINS = /^(?:for|against|into|about|on|over)$/;
const ENDS_PHRASE = /^(?:NOUN|PROPN)$/;

/** "of 220,000 adults", "between the two sides", "to cut bus routes": what tells which is meant, right behind the noun. */
function complementOf(text: string, tokens: readonly Token[], head: Token, end: number): string {
  const link = tokens[end];
  if (link === undefined) return '';
  const isPurpose = link.lower === 'to' && tokens[end + 1]?.tag === 'VERB' && PURPOSED_NOUNS.has(head.lower);
  const isPlace = /^(?:in|at|near|off|on)$/.test(link.lower) && PLACED_NOUNS.has(head.lower);
  const isOf =
    /^(?:of|between)$/.test(link.lower) ||
    (link.lower === 'from' && COMES_FROM.has(head.lower)) ||
    (JOINS.test(link.lower) && TOLD_ABOUT.has(head.lower));
  // "a survey commissioned by the council"
  const isMade = link.tag === 'VERB' && /(?:ed|wn|en)$/.test(link.lower) && tokens[end + 1]?.lower === 'by';
  if (!isPurpose && !isPlace && !isOf && !isMade) return '';
  let to = end + (isPurpose || isMade ? 2 : 1);
  while (to < tokens.length && (isInside(tokens, to) || isPairOf(tokens, end, to))) to += 1;
  while (to > end + 1 && !ENDS_PHRASE.test(tokens[to - 1]?.tag ?? '')) to -= 1;
  const own = tokens.slice(end + 1, to);
  // "of Community Economy *and Finance* Ministers": half of what is told
  const isHalf =
    tokens[to]?.tag === 'CCONJ' && (link.lower === 'between' || /^(?:NOUN|PROPN|ADJ)$/.test(tokens[to + 1]?.tag ?? ''));
  // "the sale of shares of four banks": the words go on, and a bare noun tells little
  const goesOn =
    tokens[to]?.lower === 'of' ||
    (own.length === 1 && own[0]?.tag === 'NOUN' && /s$/.test(own[0].lower) && tokens[to]?.tag === 'ADP');
  // "the effect of the proposal on buyers"
  const isOfAnother = JOINS.test(link.lower) && behindOf(tokens, end - 1);
  if (isHalf || goesOn || isOfAnother) return '';
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

/** The "and" of "between Norvik and its lenders". */
const isPairOf = (tokens: readonly Token[], link: number, at: number): boolean =>
  tokens[link]?.lower === 'between' &&
  tokens[at]?.lower === 'and' &&
  !tokens.slice(link, at).some(({ lower }) => lower === 'and') &&
  !/^(?:VERB|AUX)$/.test(tokens[at + 1]?.tag ?? '');

/** Whether the phrase that ends at `at` hangs on an "of". */
function behindOf(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (from > 0 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[from - 1]?.tag ?? '')) from -= 1;
  return tokens[from - 1]?.lower === 'of';
}

const isInside = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || token.marks.has('time')) return false;
  return /^(?:NOUN|PROPN|ADJ|NUM|DET|SYM)$/.test(token.tag) || /^(?:of|than|more|less|about|'s|')$/.test(token.lower);
};
