/**
 * What an article tells of again by another word: "a crash near Leeds" is "the accident", "Crest sold the works" is "the sale". Resolved where all that was
 * told so far leaves one thing that can be meant.
 */
import { findClauses } from '../clauses/clauses.ts';
import { DEED_NOUNS, type DeedNoun, UNDERTAKEN } from '../lexicon/deed-nouns.ts';
import { PLACED_NOUNS } from '../lexicon/definite.ts';
import { SORTS } from '../lexicon/same-thing.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';
import { isDistinct, NOMINAL, type Phrase } from './phrase.ts';
import { pointersIn } from './pointers.ts';

/** One thing of a sort, as it was first told. */
type Telling = {
  /** Null for several, or for another one: nothing that "the" can mean. */
  readonly noun: string | null;
  readonly at: number;
  readonly isHeadline: boolean;
  /** What goes before and behind the noun; an owner in place of "the". */
  readonly owner: string;
  readonly before: string;
  readonly after: string;
};

/** By sort; deeds that are of no sort by their noun. No more are kept than tell that it is not one alone. */
export type Tellings = Map<string, Telling[]>;

const ENOUGH = 4;
/** Characters of what is put in for a noun. */
const LONGEST = 90;

const sortsOf = (): Map<string, string[]> => {
  const keys = new Map<string, string[]>();
  SORTS.forEach(({ nouns, loose }, i) => {
    for (const noun of new Set([...nouns, ...loose])) keys.set(noun, [...(keys.get(noun) ?? []), String(i)]);
  });
  return keys;
};
const KEYS = sortsOf();

const keysOf = (noun: string): readonly string[] => KEYS.get(noun) ?? [`of its own: ${noun}`];

const DEEDS: ReadonlySet<string> = new Set([
  ...[...DEED_NOUNS.values()].map(({ noun }) => noun),
  ...UNDERTAKEN.values(),
]);

const singularOf = (noun: string): string =>
  /(?:[sx]|[cs]h)es$/.test(noun) ? noun.slice(0, -2) : /[^s]s$/.test(noun) ? noun.slice(0, -1) : noun;

const isTold = ({ owner, before, after }: Telling): boolean => owner !== '' || before !== '' || after !== '';

/** Changes `tellings`. A headline and the words below it tell of one thing. */
function note(tellings: Tellings, telling: Telling, noun: string): void {
  for (const key of keysOf(noun)) {
    const known = tellings.get(key) ?? [];
    const [first] = known;
    const isAgain = first?.isHeadline === true && known.length === 1 && !telling.isHeadline && first.noun !== null;
    if (isAgain)
      tellings.set(key, [
        isTold(telling) || !isTold(first) ? { ...telling, at: first.at } : { ...first, isHeadline: false },
      ]);
    else if (known.length < ENOUGH) tellings.set(key, [...known, telling]);
  }
}

/** Whether a phrase tells of something anew, and not of what has been told of. */
function isNew({ determiner, before, after }: Phrase): boolean {
  if (determiner === 'the' || determiner === 'pronoun') return before !== '' || after !== '';
  return true;
}

/** Whether one that has been told of agrees with "the crane accident", "Leeds's vote". */
const isSame = (one: Telling, noun: string, { determiner, before, after }: Phrase): boolean =>
  (determiner === 'the' || determiner === 'pronoun' || determiner === 'owner') &&
  one.noun !== null &&
  canMean(noun, one.noun) &&
  (before === '' || one.before === '' || one.before.includes(before) || before.includes(one.before)) &&
  (after === '' || one.after === '' || after === one.after);

/** Notes how a sentence tells of things and deeds. Changes `tellings`. */
export function noteTellings(sentence: ReadSentence, phrases: readonly Phrase[], tellings: Tellings): void {
  const isHeadline = sentence.role === 'headline';
  for (const phrase of phrases) {
    const { head, determiner, owner, before, after } = phrase;
    const noun = singularOf(head.lower);
    if (!KEYS.has(noun) && !DEEDS.has(noun)) continue;
    const isMany = noun !== head.lower || determiner === 'other';
    const known = keysOf(noun).flatMap((key) => tellings.get(key) ?? []);
    const isKnown = known.some((one) => isSame(one, noun, phrase));
    if (!isNew(phrase) || (isKnown && !isMany)) continue;
    const isBare = determiner === 'none' && !isHeadline;
    note(tellings, { noun: isMany || isBare ? null : noun, at: head.start, isHeadline, owner, before, after }, noun);
  }
  noteDeeds(sentence, tellings, isHeadline);
  noteUndertakings(sentence, tellings, isHeadline);
}

/** "Crest agreed to buy two works in Norvik" → "the agreement [to buy two works in Norvik]". Changes `tellings`. */
function noteUndertakings(sentence: ReadSentence, tellings: Tellings, isHeadline: boolean): void {
  const { text, tokens } = sentence;
  tokens.forEach((verb, at) => {
    const noun = UNDERTAKEN.get(verb.lower);
    const [to, does] = [tokens[at + 1], tokens[at + 2]];
    if (noun === undefined || verb.tag !== 'VERB' || to?.lower !== 'to' || does?.tag !== 'VERB') return;
    const isDenied = tokens
      .slice(Math.max(0, at - 3), at)
      .some(({ lower }) => /^(?:not|n't|never|no|nor|if|to)$/.test(lower));
    let end = at + 3;
    while (end < tokens.length && isInPhrase(tokens, end)) end += 1;
    while (end > at + 3 && !NOMINAL.has(tokens[end - 1]?.tag ?? '')) end -= 1;
    const own = tokens.slice(at + 2, end);
    const last = own.at(-1);
    const isPlain =
      last !== undefined &&
      own.every(
        ({ marks, lower }) =>
          !marks.has('time') && !marks.has('quoted') && !/^(?:its|his|her|their|it|them)$/.test(lower),
      );
    if (isDenied || !isPlain || end <= at + 3 || last === undefined) return;
    const after = text.slice(to.start, last.end).replace(/\s+/g, ' ');
    if (after.length > LONGEST) return;
    const isKnown = keysOf(noun).some((key) => (tellings.get(key)?.length ?? 0) > 0);
    if (isKnown) for (const key of keysOf(noun)) rival(tellings, key, noun, after, verb.start);
    else note(tellings, { noun, at: verb.start, isHeadline, owner: '', before: '', after }, noun);
  });
}

/** Whose deed or fate it was, in words that can stand behind "the sale of"; empty where they tell nothing by themselves. */
function complementIn({ text, tokens }: ReadSentence, from: number, to: number): string {
  let end = from;
  while (end < to && isInPhrase(tokens, end)) end += 1;
  while (end > from && !NOMINAL.has(tokens[end - 1]?.tag ?? '')) end -= 1;
  const [first, last] = [tokens[from], tokens[end - 1]];
  if (first === undefined || last === undefined || end <= from) return '';
  const own = tokens.slice(from, end);
  const tells = own.some(({ tag }) => tag === 'PROPN') || own.slice(0, -1).some(isDistinct);
  if (!tells || own.some(({ marks, lower }) => marks.has('time') || marks.has('quoted') || lower === 'such')) return '';
  const isOwned = /^(?:its|his|her|their)$/.test(first.lower);
  const start = isOwned ? (own[1]?.start ?? first.start) : first.start;
  const words = text.slice(start, last.end).replace(/\s+/g, ' ');
  return `${isOwned ? 'the ' : ''}${/^(?:The|A|An) /.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words}`.replace(
    /^an? /,
    'the ',
  );
}

function isInPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.text === '"') return false;
  if (/^(?:NOUN|PROPN|ADJ|NUM|SYM)$/.test(token.tag)) return true;
  if (token.tag === 'DET' || /^(?:its|his|her|their)$/.test(token.lower))
    return /^(?:of|in|at)$/.test(tokens[at - 1]?.lower ?? 'of') || !NOMINAL.has(tokens[at - 1]?.tag ?? '');
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (token.lower === 'of' || token.lower === "'s") return true;
  return /^(?:in|at|near)$/.test(token.lower) && PLACED_NOUNS.has(before?.lower ?? '') && next?.tag === 'PROPN';
}

function noteDeeds(sentence: ReadSentence, tellings: Tellings, isHeadline: boolean): void {
  const { tokens } = sentence;
  if (!tokens.some(({ lower }) => DEED_NOUNS.has(lower))) return;
  for (const { verb, subject } of findClauses(tokens)) {
    const main = tokens[verb.main];
    const deed = main === undefined ? undefined : DEED_NOUNS.get(main.lower);
    if (main === undefined || deed === undefined || verb.negated || main.marks.has('quoted')) continue;
    const words = deedComplement(sentence, deed, verb, subject);
    if (words === '' || words.length > LONGEST) continue;
    const after = `${deed.link} ${words}`;
    const isKnown = keysOf(deed.noun).some((key) => tellings.get(key)?.some((one) => one.noun === deed.noun));
    if (!isKnown)
      note(tellings, { noun: deed.noun, at: main.start, isHeadline, owner: '', before: '', after }, deed.noun);
    else for (const key of keysOf(deed.noun)) rival(tellings, key, deed.noun, after, main.start);
  }
}

/** Changes `tellings`: another deed of the kind leaves open which is meant. */
function rival(tellings: Tellings, key: string, noun: string, after: string, at: number): void {
  const known = tellings.get(key) ?? [];
  if (known.some((one) => one.noun === noun && one.after === after) || known.length >= ENOUGH) return;
  tellings.set(key, [...known, { noun, at, isHeadline: false, owner: '', before: '', after }]);
}

function deedComplement(
  sentence: ReadSentence,
  { of }: DeedNoun,
  { passive, to }: { readonly passive: boolean; readonly to: number },
  subject: readonly [number, number] | null,
): string {
  if (of === 'object' && !passive) return complementIn(sentence, to, sentence.tokens.length);
  return subject === null || (of === 'subject' && passive) ? '' : complementIn(sentence, ...subject);
}

/** Whether "the `word`" may mean what was told of as a `noun`. */
const canMean = (word: string, noun: string): boolean =>
  word === noun || SORTS.some(({ nouns, loose }) => loose.has(word) && (nouns.has(noun) || loose.has(noun)));

/** The one thing that "the accident" at `at` can mean; null where there are several or none. */
function meant(tellings: Tellings, word: string, at: number): Telling | null {
  const all = new Set(keysOf(word).flatMap((key) => tellings.get(key) ?? []));
  const can = [...all].filter((one) => one.at < at && (one.noun === null || canMean(word, one.noun)));
  const [only] = can;
  return can.length === 1 && only !== undefined && only.noun !== null && isTold(only) ? only : null;
}

/**
 * "The accident" → "[the Mecca crane collapse]", "the closure" → "the closure [of the works in Norvik]", the first time a claim names it.
 *
 * @param made whether something between two places is changed already, and stays as it is
 */
export function againEdits(
  { tokens }: ReadSentence,
  span: Span,
  tellings: Tellings,
  made: (from: number, to: number) => boolean,
): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  for (const { at, the, noun, isBare } of pointersIn(tokens, span)) {
    if (!isBare || (!KEYS.has(noun.lower) && !DEEDS.has(noun.lower)) || seen.has(noun.lower)) continue;
    if (noun.marks.has('figure') || noun.marks.has('quoted')) continue;
    if (made(the.start, noun.end)) continue;
    seen.add(noun.lower);
    const one = meant(tellings, noun.lower, the.start);
    if (one === null || one.noun === null || holds(span, { start: one.at, end: one.at })) continue;
    const goesOn = /^['’]s?$/.test(tokens[at + 2]?.lower ?? '');
    const { owner, before, after } = one;
    if (goesOn && owner === '' && before === '') continue;
    const words = [owner === '' ? 'the' : owner, before, one.noun, goesOn ? '' : after]
      .filter((part) => part !== '')
      .join(' ');
    if (words.length > LONGEST) continue;
    if (one.noun === noun.lower && the.lower === 'the' && owner === '' && before === '')
      edits.push({ start: noun.end, end: noun.end, words: after });
    else edits.push({ start: the.start, end: noun.end, words });
  }
  return edits;
}
