/** An event that a sentence takes for granted, as a sentence of its own: "At an emergency meeting on Wednesday" → "An emergency meeting on Wednesday [took place]". */
import { EVENT_NOUNS } from '../lexicon/events.ts';
import { PARTICIPLE_ONLY, PAST_OR_PARTICIPLE } from '../lexicon/verbs.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Token } from '../types.ts';
import { BARE, type Frame } from './edits.ts';

/** What says when, before the event itself. */
const OPENING =
  /^(?:in the wake of|in the aftermath of|ahead of|prior to|because of|at|after|before|in|during|following|since|with|despite|under|on|amid|by|for|from|until)\s+/i;

/** These say how things are, the others what was done. */
const LASTING =
  /^(?:stationed|based|located|housed|owned|held|set|scheduled|planned|due|expected|slated|known|called|named|needed|required)$/;

export const isParticiple = (word: string): boolean =>
  word.endsWith('ed') || PARTICIPLE_ONLY.has(word) || PAST_OR_PARTICIPLE.has(word);

/** "After a long meeting in Leeds on Tuesday": when something was, told by what took place then, with nothing done in it. */
export function isEventAlone({ tokens }: ReadSentence, draft: Draft): boolean {
  const own = tokensIn(tokens, draft);
  if (!/^(?:after|at|before|during|following)$/.test(own[0]?.lower ?? '') || draft.lead.length > 0) return false;
  if (own.some(({ tag }) => tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT')) return false;
  const ends = own.findIndex(({ tag }, i) => i > 0 && tag === 'ADP');
  return EVENT_NOUNS.has(own[(ends < 0 ? own.length : ends) - 1]?.lower ?? '');
}

/** "the plan | pitched by China": where the verb of what was done to it goes. */
function participleAt(tokens: readonly Token[]): number {
  return tokens.findIndex(
    (token, i) =>
      i > 0 &&
      (token.tag === 'VERB' || token.tag === 'ADJ') &&
      isParticiple(token.lower) &&
      /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.tag ?? '') &&
      (/^(?:ADP|ADV|PART)$/.test(tokens[i + 1]?.tag ?? '') || tokens[i + 1]?.lower === 'there'),
  );
}

export function eventFrame({ text, tokens, quantities }: ReadSentence, draft: Draft): Frame {
  const opening = OPENING.exec(text.slice(draft.start, draft.start + 30))?.[0].length ?? 0;
  const start = draft.start + opening;
  const cut = opening === 0 ? [] : [{ start: draft.start, end: start, words: '' }];
  const own = tokensIn(tokens, { start, end: draft.end });
  const at = participleAt(own);
  const [noun, verb] = [own[at - 1], own[at]];
  if (noun === undefined || verb === undefined)
    return { ...BARE, added: { before: '', after: 'took place' }, edits: cut };
  // "a survey of 300 farms carried out": the survey was; "two of the men": both are
  const of = own.slice(0, at).findIndex(({ tag }) => tag === 'ADP');
  const isOne = of > 0 && /^an?$/.test(own[0]?.lower ?? '');
  const many =
    !isOne &&
    (/[^sui]s$|people|men$/.test(noun.lower) ||
      quantities.some((one) => one.end <= noun.end && one.end > start && (one.value ?? 2) > 1));
  const lasting = LASTING.test(verb.lower);
  const words = lasting ? (many ? 'are' : 'is') : many ? 'were' : 'was';
  return { ...BARE, edits: [...cut, { start: verb.start, end: verb.start, words }] };
}
