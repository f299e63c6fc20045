/** What of a sentence may go before a claim that is told with the clause around it. */
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import type { Span } from '../types.ts';
import { hasVerb } from './clause.ts';

/** "He said | the share in Halden, which": who says it stands beside the card, and not in its statement. */
export function saidFrom(text: string, host: Span, { attribution, start }: Draft): number {
  const { cue, content, cueClass } = attribution ?? {};
  const isAhead = cue != null && content !== undefined && cue.start >= host.start && cue.end <= content.start;
  // "described the club as | “another”": no clause is told
  const isClause = isAhead && /^$|\bthat$/.test(text.slice(cue.end, content.start).trim());
  return isClause && cueClass !== 'deny' && content.start <= start ? content.start : host.start;
}

/** "It showed that | the 400 drivers who do a good job": the clause behind "that" has its verb further on. */
export function isLeftOpen(sentence: ReadSentence, ahead: readonly Span[], draft: Draft): boolean {
  const last = sentence.tokens.findLast(({ end }) => end <= (ahead.at(-1)?.end ?? 0));
  return last?.tag === 'SCONJ' && /^(?:that|because|whether)$/.test(last.lower) && !hasVerb(sentence, draft);
}

/** "He said that | orders for the plant had fallen": what is said begins with the claim, which has its verb. */
export const isAllSaid = (sentence: ReadSentence, draft: Draft): boolean =>
  draft.start > sentence.span.start &&
  saidFrom(sentence.text, sentence.span, draft) === draft.start &&
  hasVerb(sentence, draft);
