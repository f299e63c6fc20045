import type { Span } from '#lib/anchor/fold.ts';
import { firstEndingAfter, type SplitText } from '#lib/anchor/sentences.ts';

/**
 * The sentence that holds the very words of a stretch, neither more nor less, whatever quotation marks, dashes or spaces either
 * takes in at its ends; null where none does. Offsets are UTF-16 code units of the text.
 */
export function sentenceOf({ text, sentences }: SplitText, stretch: Span): Span | null {
  const words = wordsIn(text, stretch);
  const sentence = sentences[firstEndingAfter(sentences, words.start)];
  return sentence && isSamePlace(wordsIn(text, sentence), words) ? { start: sentence.start, end: sentence.end } : null;
}

export const isSamePlace = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The stretch from the first letter or digit to the last; all of it where there is none. */
function wordsIn(text: string, { start, end }: Span): Span {
  const words = /[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{N}])?/u.exec(text.slice(start, end));
  return words ? { start: start + words.index, end: start + words.index + words[0].length } : { start, end };
}
