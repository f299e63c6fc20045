export type Span = { readonly start: number; readonly end: number };

const isInPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

/**
 * A stretch of a text without the blanks at its ends; null where it reaches beyond the text, holds no words, or cuts a character
 * in two. UTF-16 code units.
 */
export function trimmedSpan(text: string, { start, end }: Span): Span | null {
  if (start < 0 || end > text.length || start >= end || isInPair(text, start) || isInPair(text, end)) return null;
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const kept = words.trim().length;
  return /[\p{L}\p{N}]/u.test(words) ? { start: start + lead, end: start + lead + kept } : null;
}
