/** Who is answerable for a draft: whoever it has been given to, else whoever says all of it but the noun it hangs on. */
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import type { Attribution } from '../types.ts';

/** "a bridge", "the new tax on sugar": no noun with what describes it has more words. */
const HEAD_WORDS = 5;

/** The attribution of a draft; that of "*a bridge* that engineers say will last 100 years" is the engineers'. Null where the words are the author's. */
export function answerableFor({ tokens, attributions }: ReadSentence, draft: Draft): Attribution | null {
  if (draft.attribution !== null || draft.layer !== 'clause') return draft.attribution;
  const saysTheRest = ({ content, quoted, cue, cueClass, claimant }: Attribution): boolean => {
    const speaks = claimant.start ?? -1;
    if (quoted || cue === null || !/^(?:say|claim)$/.test(cueClass) || content.end < draft.end || speaks > cue.start)
      return false;
    const head = tokens.filter(({ start, end, lower }) => start >= draft.start && end <= speaks && lower !== 'that');
    const relative = tokens.some(
      ({ end, lower }) => end <= speaks && end > draft.start && /^(?:that|which)$/.test(lower),
    );
    const isBare = relative && head.every(({ tag }) => !/^(?:VERB|AUX|PUNCT|ADV|SCONJ)$/.test(tag));
    return isBare && head.length <= HEAD_WORDS && head.some(({ tag }) => tag === 'NOUN');
  };
  return attributions.find(saysTheRest) ?? null;
}
