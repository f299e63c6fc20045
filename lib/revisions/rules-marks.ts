import type { Span } from '#lib/anchor/fold.ts';
import { firstEndingAfter } from '#lib/anchor/sentences.ts';

/**
 * Where marks on sentences stand in another reading of the same text: for each the sentence that holds the very words it was
 * put on, whatever quotation marks, dashes or spaces a sentence takes in at its ends; null where none does. Sentences in order
 * and not overlapping. Offsets are UTF-16 code units.
 */
export const marksInReading = (
  text: string,
  marks: readonly Span[],
  sentences: readonly Span[],
): readonly (Span | null)[] =>
  marks.map((mark) => {
    const words = wordsIn(text, mark);
    const sentence = sentences[firstEndingAfter(sentences, words.start)];
    return sentence && isSamePlace(wordsIn(text, sentence), words)
      ? { start: sentence.start, end: sentence.end }
      : null;
  });

export const isSamePlace = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The stretch from the first letter or digit to the last; all of it where there is none. */
function wordsIn(text: string, { start, end }: Span): Span {
  const words = /[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{N}])?/u.exec(text.slice(start, end));
  return words ? { start: start + words.index, end: start + words.index + words[0].length } : { start, end };
}
