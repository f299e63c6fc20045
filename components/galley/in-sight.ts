import { announce } from '#components/ui/announce.ts';
import { bringIntoView, isInView } from '#components/ui/in-view.ts';

/** The words of a claim in the galley, and its wording in the column. */
export const claimWords = (id: string): string => `[data-claim="${id}"],[data-subject="${id}"]`;

/** The words of a sentence in the galley, and in the column, by where it begins. */
export const sentenceWords = (start: number): string => `[data-at="${start}"],[data-subject="at ${start}"]`;

/**
 * Whether what a key is about to change is before the reader's eyes. Where it has been scrolled away it is brought back
 * and said, and the next press is made knowingly.
 */
export function isSeen(words: string, says: string): boolean {
  const drawn = [...document.querySelectorAll(words)];
  const [first] = drawn;
  if (first === undefined || drawn.some(isInView)) return true;
  bringIntoView(first);
  announce(says);
  return false;
}
