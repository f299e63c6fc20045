/** People in a statement: names in full, and pronouns only where they are certain. */
import { SENTENCE_STARTERS } from '../lexicon/abbreviations.ts';
import { HONORIFICS, OFFICES, PERSON_NOUNS } from '../lexicon/titles.ts';
import { NOUN_OR_VERB } from '../lexicon/verbs.ts';
import { baseOfS } from '../sentence/lost-verb.ts';
import type { Mention, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Attribution, Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';

const isTitle = (word: string): boolean => {
  const title = word.toLowerCase().replace(/\.$/, '');
  return HONORIFICS.has(title) || OFFICES.has(title) || PERSON_NOUNS.has(title);
};

/** The rest of a name the article has given in full: "Haley" → "[Nikki] Haley", "Xi" → "Xi [Jinping]". Once for each person. */
export function nameEdits(text: string, span: Span, mentions: readonly Mention[], tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  for (const { entity: name, span: spot } of mentions) {
    if (spot.start < span.start || spot.end > span.end || seen.has(name.name)) continue;
    seen.add(name.name);
    if (name.type !== 'person' || /[\p{L}\p{N}-]/u.test(text[spot.start - 1] ?? ' ')) continue;
    // "the Cruz campaign": the name is part of another.
    if (/\bthe\s+$/i.test(text.slice(Math.max(span.start, spot.start - 5), spot.start))) continue;
    if (isPartOfMore(text, span, spot, tokens)) continue;
    const words = text.slice(spot.start, spot.end);
    const last = words.split(/\s+/).at(-1) ?? words;
    if (name.name.length <= last.length || words.includes(name.name) || !name.name.includes(' ')) continue;
    // "Home Secretary Dan Cole" is no part of "Shadow Home Secretary Nora Pike": only bare parts of a name are filled up
    if (words.includes(' ')) continue;
    // "German Ortega" is not Freddy Ortega
    const before = text.slice(Math.max(span.start, spot.start - 40), spot.start).trimEnd();
    const word = before.slice(before.lastIndexOf(' ') + 1);
    if (/^\p{Lu}[\p{L}'’-]*\.?$/u.test(word) && !isTitle(word) && !SENTENCE_STARTERS.has(word.toLowerCase())) continue;
    if (name.name.endsWith(` ${last}`)) {
      const start = spot.end - last.length;
      edits.push({ start, end: start, words: name.name.slice(0, -last.length).trim() });
    } else if (name.name.startsWith(`${last} `))
      edits.push({ start: spot.end, end: spot.end, words: name.name.slice(last.length).trim() });
  }
  return edits;
}

/** "Cruz data", "the play “Sons of Cruz”": part of a longer name, or of words that are told as they were said. */
function isPartOfMore(text: string, span: Span, spot: Span, tokens: readonly Token[]): boolean {
  const before = text.slice(span.start, spot.start);
  const marks = before.match(/["“”]/g)?.length ?? 0;
  const next = tokens.find(({ start }) => start === spot.end + 1);
  const isNoun =
    next?.tag === 'NOUN' &&
    !next.marks.has('time') &&
    !(/[^s]s$/.test(next.lower) && NOUN_OR_VERB.has(baseOfS(next.lower)));
  return marks % 2 === 1 || isNoun;
}

/** Characters in which a contraction, an adverb and the verb behind it stand. */
const CONTRACTED = 40;

const HEAD_PRONOUN = /^(he|she|his|her)(?=[\s,’'])/i;

/** "he’s reduced", "he’s never paid" and "he’s a friend": what the apostrophe stands for. */
function contracted(words: string): { readonly length: number; readonly verb: string } | null {
  const found = /^(?:he|she)[’'](s|ll) (?:(?:\p{Ll}+ly|also|never|always|not) )?(\p{L}+)/iu.exec(words);
  if (found === null) return null;
  const [, short = '', next = ''] = found;
  const has = /^(?:been|had|got|gone|made|done|lost|won|spent|become|come|\p{Ll}+(?:ed|wn|en))$/u.test(next);
  const pronoun = words.search(/[’']/);
  return { length: pronoun + 1 + short.length, verb: short === 'll' ? ' will' : has ? ' has' : ' is' };
}

/** By name whom a pronoun of that gender means at a place; whoever is told of behind `until` is not meant. */
export type Referent = (gender: 'male' | 'female', at: number, until?: number) => string | null;

const INNER: ReadonlySet<string> = new Set(['he', 'him', 'his', 'she', 'her']);

/** "The Senate has endorsed him", "Police found £900 at his home": the first such word inside a claim that has named nobody before it, where only one person can be meant. */
export function innerPronounEdit(
  { text, tokens, mentions }: Pick<ReadSentence, 'text' | 'tokens' | 'mentions'>,
  span: Span,
  referent: Referent,
): Edit | null {
  const own = tokensIn(tokens, span);
  const at = own.findIndex(({ lower }, i) => i > 0 && INNER.has(lower));
  const pronoun = own[at];
  // "[T]he vote": a word cut in two by the article's own bracket
  if (
    pronoun === undefined ||
    own[at - 1]?.end === pronoun.start ||
    /^(?:he|him|his|she|her|i|my|me|who)$/.test(own[0]?.lower ?? '')
  )
    return null;
  const isNamed = mentions.some(
    (one) => one.entity.type === 'person' && one.span.start >= span.start && one.span.end <= pronoun.start,
  );
  // "the 87-year-old was found in his room"
  const isAged = own.slice(0, at).some(({ lower }) => /^\d+-year-old$/.test(lower));
  if (isNamed || isAged || /["“”]/.test(text.slice(span.start, pronoun.start))) return null;
  const owns = pronoun.lower === 'his' || (pronoun.lower === 'her' && isOwner(own, at));
  const gender = /^h(?:e|im|is)$/.test(pronoun.lower) ? 'male' : 'female';
  // "the driver saw him": not the driver; "the driver sold his car": maybe the driver
  const isObject = !owns && /^(?:him|her)$/.test(pronoun.lower);
  const name = referent(gender, pronoun.start, isObject ? span.start : pronoun.start);
  if (
    name === null ||
    !name.includes(' ') ||
    contracted(text.slice(pronoun.start, pronoun.start + CONTRACTED)) !== null
  )
    return null;
  return { start: pronoun.start, end: pronoun.end, words: owns ? `${name}’s` : name };
}

/** "her book", "her fiercely loyal dog", and not "met her in May", "met her again". */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1).find(({ tag }) => tag !== 'ADV');
  return /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next?.tag ?? '') && next?.marks.has('time') === false;
}

/** "“…,” she said", "he told analysts": whoever has been found to speak is the one whom the cue's own "he" or "she" means. */
export function sayerEdit(tokens: readonly Token[], span: Span, { cue, claimant }: Attribution): Edit | null {
  if (cue === null || claimant.type !== 'person' || !claimant.name.includes(' ')) return null;
  const at = tokens.findIndex(({ start }) => start >= cue.start);
  // "he, too, expected"
  const skipped = tokens.slice(Math.max(0, at - 4), at).findLastIndex(({ tag, text }) => tag !== 'ADV' && text !== ',');
  const pronoun = tokens[Math.max(0, at - 4) + skipped];
  if (skipped < 0 || pronoun === undefined || !/^(?:he|she)$/.test(pronoun.lower) || !holds(span, pronoun)) return null;
  return { start: pronoun.start, end: pronoun.end, words: claimant.name };
}

/** "He", "she", "his" at the head of a claim, where only one person can be meant. */
export function pronounEdit(text: string, span: Span, referent: Referent): Edit | null {
  const words = text.slice(span.start, span.start + CONTRACTED);
  const pronoun = HEAD_PRONOUN.exec(words)?.[1]?.toLowerCase();
  if (pronoun === undefined) return null;
  const name = referent(pronoun === 'he' || pronoun === 'his' ? 'male' : 'female', span.start);
  if (name === null) return null;
  const short = contracted(words);
  if (short !== null) return { start: span.start, end: span.start + short.length, words: `${name}${short.verb}` };
  const possessive = pronoun === 'his' || pronoun === 'her';
  return { start: span.start, end: span.start + pronoun.length, words: possessive ? `${name}’s` : name };
}
