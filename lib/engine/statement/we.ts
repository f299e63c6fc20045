/** "We" in the words of a body, or of somebody who speaks for one: "We lost £70m" → "[Ferrum] lost £70m", where the article says for whom he speaks. */
import { verbForms } from '../lexicon/forms.ts';
import { INVARIANT } from '../lexicon/verbs.ts';
import type { Mention } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { EngineClaimant, Span, Token } from '../types.ts';
import { ACTS } from './body.ts';
import type { Edit } from './edits.ts';
import { isHad, isPast } from './speaker.ts';

const THIRD: Readonly<Record<string, string>> = {
  are: 'is',
  "'re": 'is',
  were: 'was',
  have: 'has',
  "'ve": 'has',
  "'ll": 'will',
  "'d": 'would',
  do: 'does',
};
const FORMS: Readonly<Record<string, string>> = { us: 'it', our: 'its', ours: 'its own', ourselves: 'itself' };
const MODAL = /^(?:will|would|can|could|may|might|must|should|shall|had|did|ca|wo)$/;

/** "We all", "we must": everybody, or whoever listens. */
const OF_ALL = /^(?:all|must|should|need|ought)$/;

/** What a body does, and what it is quoted with: not "we go into the voting booth". */
const ITS_OWN =
  /^(?:have|take|employ|operate|own|run|make|oppose|support|urge|call|believe|expect|estimate|welcome|condemn|regret|accept|reject)$/;

/** What "we" and the verb behind it become; null where the verb cannot be told. */
function subjectEdits(tokens: readonly Token[], at: number, who: string): Edit[] | null {
  const [we, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const isOfAll = tokens.slice(at + 1, at + 4).some(({ lower }) => OF_ALL.test(lower));
  if (we === undefined || next === undefined || isOfAll) return null;
  const bare = { start: we.start, end: we.end, words: who };
  if (MODAL.test(next.lower)) return [bare];
  const third = THIRD[next.lower];
  if (third !== undefined && (next.tag === 'AUX' || next.lower.startsWith("'"))) {
    const isNot = after?.lower === "n't" || after?.lower === 'not';
    const has = next.lower === "'d" && isHad(tokens, at + 1) ? 'had' : third;
    return [{ ...bare, end: isNot ? after.end : next.end, words: `${who} ${has}${isNot ? ' not' : ''}` }];
  }
  const verb = tokens.findIndex(({ tag }, i) => i > at && tag !== 'ADV');
  const found = tokens[verb];
  if (found === undefined || verb > at + 2 || (found.tag !== 'VERB' && found.tag !== 'AUX')) return null;
  const form = verbForms(found.lower)[1]?.[0];
  // "we cut" may be of now or of then
  const isBase = !isPast(found.lower) && !INVARIANT.has(found.lower);
  if (!isBase || form === undefined) return [bare];
  if (!ACTS.has(found.lower) && !ITS_OWN.test(found.lower)) return null;
  return verb === at + 1
    ? [{ ...bare, end: found.end, words: `${who} ${form}` }]
    : [bare, { start: found.start, end: found.end, words: form }];
}

/** "We have tried and haven't succeeded": a second verb that would have to change too. */
const goesOn = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(({ tag }, i) => {
    const behind = tokens[i + 1]?.tag === 'ADV' ? i + 2 : i + 1;
    const [verb, next] = [tokens[behind], tokens[behind + 1]];
    if (i < at || tag !== 'CCONJ' || verb === undefined) return false;
    // "test and repair 40 boats"
    const isVerb = verb.tag === 'VERB' || (verb.tag === 'NOUN' && /^(?:DET|NUM|PRON)$/.test(next?.tag ?? ''));
    return verb.lower in THIRD || (isVerb && !isPast(verb.lower) && !/(?:ing|s)$/.test(verb.lower));
  });

/**
 * The words of a body in the third person.
 *
 * @param isFirm whether a claimant of one word is known for a firm, and no person or place
 * @param spokenFor the body that the person speaks for; null where the article tells of none
 * @returns nothing where not all of "we", "us" and "our" can be told so
 */
export function weEdits(
  all: readonly Token[],
  mentions: readonly Mention[],
  span: Span,
  claimant: EngineClaimant,
  spokenFor: string | null,
  isFirm: boolean,
): Edit[] {
  const tokens = tokensIn(all, span);
  if (!tokens.some(({ lower }) => lower === 'we' || lower in FORMS)) return [];
  // "you and I", and a body that stands in the words itself
  if (tokens.some(({ lower }) => /^(?:i|my|me|you|your|"|let)$/.test(lower))) return [];
  const isBody =
    claimant.type === 'organization' && (isFirm || claimant.name.includes(' ')) && /^\p{Lu}/u.test(claimant.name);
  const body = isBody ? claimant.name : claimant.type === 'person' ? spokenFor : null;
  if (body === null || mentions.some((one) => body.endsWith(one.entity.name) && holds(span, one.span))) return [];
  const edits: Edit[] = [];
  for (const [at, { lower, start, end, tag }] of tokens.entries()) {
    const isFirst = edits.length === 0;
    if (lower === 'we') {
      const made = subjectEdits(tokens, at, isFirst ? body : 'it');
      if (made === null || (made.some(({ words }) => words.includes(' ')) && goesOn(tokens, at))) return [];
      edits.push(...made);
    } else if (lower in FORMS && tag !== 'PROPN') {
      const owns = lower === 'our' || lower === 'ours';
      edits.push({ start, end, words: isFirst ? (owns ? `${body}’s` : body) : (FORMS[lower] ?? lower) });
    }
  }
  return edits;
}
