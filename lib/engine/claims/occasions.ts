/** Occasions on which somebody speaks, as they are named beside what was said there. */
import type { ReadSentence } from '../sentence/sentence.ts';
import { overlapOf, spanOf } from '../sentence/spans.ts';

/** Where people speak to others: that it took place is no news beside what was said there. */
const OCCASIONS = /^(?:speech|address|interview|lecture|debate|rally|appearance|broadcast|briefing|session)$/;
const PRESS = /^(?:press|news|media)$/;

/** "She told a rally in Leeds on Friday that …": in the words that lead to what is said, and not in what is said. */
export function isWhereSaid({ tokens, attributions }: ReadSentence, from: number, head: number, to: number): boolean {
  const noun = tokens[head]?.lower ?? '';
  const isOccasion = OCCASIONS.test(noun) || (noun === 'conference' && PRESS.test(tokens[head - 1]?.lower ?? ''));
  const span = spanOf(tokens, from, to);
  return (
    isOccasion &&
    span !== null &&
    attributions.some(({ cue }) => cue !== null) &&
    attributions.every(({ content }) => overlapOf(content, span) === 0)
  );
}
