/** "the wage bill, £54m last year,": a figure set off behind what it measures, told as so much. */
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Span } from '../types.ts';
import { BARE, type Frame } from './edits.ts';

/** "the wage bill [was] £54m last year": in the past where the clause around it is, or where it is dated. */
export function muchFrame({ tokens, times }: ReadSentence, span: Span, isPast: boolean): Frame {
  const own = tokensIn(tokens, span);
  const comma = own.findIndex(({ text }) => text === ',');
  const mark = own[comma];
  if (mark === undefined) return BARE;
  const head = own.slice(0, comma);
  const of = head.findIndex(({ tag }) => tag === 'ADP');
  const noun = head.slice(0, of < 0 ? head.length : of).findLast(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  const many =
    (noun?.tag === 'NOUN' && /[^sui]s$|people$/.test(noun.lower)) || head.some(({ lower }) => lower === 'and');
  const was = isPast || times.some((time) => holds(span, time));
  return {
    ...BARE,
    edits: [{ start: mark.start, end: mark.end, words: was ? (many ? 'were' : 'was') : many ? 'are' : 'is' }],
  };
}
