/** Who is answerable for a draft: whoever it has been given to, else whoever says all of it but the noun it hangs on, or but his own name. */
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { overlapOf } from '../sentence/spans.ts';
import type { Attribution, Token } from '../types.ts';

/** "a bridge", "the new tax on sugar": no noun with what describes it has more words. */
const HEAD_WORDS = 5;

const isRelative = ({ lower }: Token): boolean => lower === 'that' || lower === 'which';

/** "*a bridge* that engineers say will last 100 years": the engineers say all but the bridge. */
function saysTheRest(own: readonly Token[], { end: drafted }: Draft, { content, claimant, cue }: Attribution): boolean {
  const speaks = claimant.start ?? -1;
  const before = own.filter(({ end }) => end <= speaks);
  const head = before.filter((token) => !isRelative(token));
  if (cue === null || speaks > cue.start || content.end < drafted || head.length === before.length) return false;
  const isBare = head.every(({ tag }) => !/^(?:VERB|AUX|PUNCT|ADV|SCONJ)$/.test(tag));
  return isBare && head.length <= HEAD_WORDS && head.some(({ tag }) => tag === 'NOUN');
}

/** "Glaciers could vanish, study warns": nothing stands beside what is said but who says it. */
function saysAll(own: readonly Token[], draft: Draft, { content, claimant, cue }: Attribution): boolean {
  const { start, end } = claimant;
  if (cue === null || start === null || end === null || content.start > draft.start || content.end > cue.start)
    return false;
  const named = { start, end };
  const beside = own.filter((token) => token.tag !== 'PUNCT' && token.tag !== 'DET' && overlapOf(token, content) === 0);
  // "…, exchange president *Nils Falk* said": what he is stands before his name
  const isOffice = (token: Token): boolean =>
    token.start >= content.end && token.end <= start && /^(?:NOUN|PROPN|ADJ|ADP)$/.test(token.tag);
  return (
    beside.length > 0 &&
    beside.every((token) => overlapOf(token, cue) > 0 || overlapOf(token, named) > 0 || isOffice(token))
  );
}

/** The attribution that makes somebody answerable for a draft; null where the words are the author's. */
export function answerableFor({ tokens, attributions }: ReadSentence, draft: Draft): Attribution | null {
  if (draft.attribution !== null || draft.layer !== 'clause') return draft.attribution;
  const own = tokens.filter(({ start, end }) => start >= draft.start && end <= draft.end);
  const said = attributions.filter(
    ({ quoted, cue, cueClass }) =>
      !quoted && cue !== null && cue.start >= draft.start && cue.end <= draft.end && cueClass !== 'opinion',
  );
  return (
    said.find((one) => saysAll(own, draft, one)) ??
    said.find((one) => /^(?:say|claim)$/.test(one.cueClass) && saysTheRest(own, draft, one)) ??
    null
  );
}
