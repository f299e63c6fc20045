import { SENTENCE_STARTERS } from '../lexicon/abbreviations.ts';

/** A country or a body in initials, and the word behind it. */
const BEHIND = /\b(?:U\.[SKN]|E\.C)\. ([A-Za-z])([a-z]+)\b/g;

/** What goes on behind "the U.S.", and has no capital where a person writes it. */
const GOES_ON: ReadonlySet<string> = new Set(
  'and or to of than that which who by from with is are was were can could will would should must has have had may might does did do'.split(
    ' ',
  ),
);

const PLAIN =
  /^(?:officials?|dollars?|dlrs?|econom(?:y|ic)|currency|exports?|imports?|markets?|interest|banks?|compan(?:y|ies)|deficit|bonds?|investors?|consumers?)$/;

/** Bodies that keep their capital. */
const NAMES: ReadonlySet<string> = new Set('house senate congress treasury state supreme'.split(' '));

/**
 * Some copy has had a capital set behind every stop by a machine ("the U.S. Has agreed"): there the capital tells neither the end of a sentence nor a name. It is made
 * small where the word goes on, or stands in small letters elsewhere in the text. Of the same length as it was, and linear in it.
 */
export function withoutRaised(text: string): string {
  const behind = [...text.matchAll(BEHIND)].map(([, initial = '', rest = '']) => ({
    initial,
    word: initial.toLowerCase() + rest,
  }));
  const isSet = behind.length > 1 && behind.every(({ initial }) => initial !== initial.toLowerCase());
  if (!isSet || !behind.some(({ word }) => GOES_ON.has(word) || PLAIN.test(word))) return text;
  const small = new Set(text.match(/(?<![A-Za-z.])[a-z]+/g) ?? []);
  const isLow = (word: string, isBeforeName: boolean): boolean =>
    GOES_ON.has(word) || (small.has(word) && !isBeforeName && !SENTENCE_STARTERS.has(word) && !NAMES.has(word));
  return text.replace(BEHIND, (all: string, initial: string, rest: string, at: number) => {
    const word = initial.toLowerCase() + rest;
    const end = at + all.length;
    const isBeforeName = /^ [A-Z]/.test(text.slice(end, end + 2));
    return isLow(word, isBeforeName) ? all.slice(0, -word.length) + word : all;
  });
}
