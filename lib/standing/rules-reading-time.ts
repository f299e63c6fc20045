/*
 * How long something has to be before somebody's eyes to have been read. No measure of care: what was there for less cannot have been read at all.
 */

const LEAST_MS = 600;
const MOST_MS = 4000;
/** A thousand words a minute. Nobody reads faster. */
const WORD_MS = 60;

/** Milliseconds for so many texts together. */
export function leastReading(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return Math.min(MOST_MS, Math.max(LEAST_MS, words * WORD_MS));
}
