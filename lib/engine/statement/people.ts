/** People in a statement: names in full, and pronouns only where they are certain. */
import { SENTENCE_STARTERS } from '../lexicon/abbreviations.ts';
import { HONORIFICS, OFFICES, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { Mention } from '../sentence/sentence.ts';
import type { Span } from '../types.ts';
import type { Edit } from './edits.ts';

const isTitle = (word: string): boolean => {
  const title = word.toLowerCase().replace(/\.$/, '');
  return HONORIFICS.has(title) || OFFICES.has(title) || PERSON_NOUNS.has(title);
};

/** The rest of a name the article has given in full: "Haley" → "[Nikki] Haley", "Xi" → "Xi [Jinping]". Once for each person. */
export function nameEdits(text: string, span: Span, mentions: readonly Mention[]): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  for (const { entity: name, span: spot } of mentions) {
    if (spot.start < span.start || spot.end > span.end || seen.has(name.name)) continue;
    seen.add(name.name);
    if (name.type !== 'person' || /[\p{L}\p{N}-]/u.test(text[spot.start - 1] ?? ' ')) continue;
    // "the Cruz campaign": the name is part of another.
    if (/\bthe\s+$/i.test(text.slice(Math.max(span.start, spot.start - 5), spot.start))) continue;
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

const HEAD_PRONOUN = /^(he|she|his|her)(?=[\s’'])/i;

/** "he’s reduced" and "he’s a friend": what the apostrophe stands for. */
function contracted(words: string): { readonly length: number; readonly verb: string } | null {
  const found = /^(?:he|she)[’'](s|ll) (\p{L}+)/iu.exec(words);
  if (found === null) return null;
  const [, short = '', next = ''] = found;
  const has = /^(?:been|had|got|gone|made|\p{Ll}+(?:ed|wn|en))$/u.test(next);
  const pronoun = words.search(/[’']/);
  return { length: pronoun + 1 + short.length, verb: short === 'll' ? ' will' : has ? ' has' : ' is' };
}

/** "He", "she", "his" at the head of a claim, where only one person can be meant. */
export function pronounEdit(
  text: string,
  span: Span,
  referent: (gender: 'male' | 'female', at: number) => string | null,
): Edit | null {
  const words = text.slice(span.start, span.start + 24);
  const pronoun = HEAD_PRONOUN.exec(words)?.[1]?.toLowerCase();
  if (pronoun === undefined) return null;
  const name = referent(pronoun === 'he' || pronoun === 'his' ? 'male' : 'female', span.start);
  if (name === null) return null;
  const short = contracted(words);
  if (short !== null) return { start: span.start, end: span.start + short.length, words: `${name}${short.verb}` };
  const possessive = pronoun === 'his' || pronoun === 'her';
  return { start: span.start, end: span.start + pronoun.length, words: possessive ? `${name}’s` : name };
}
