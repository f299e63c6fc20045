/** "firms | that have moved": a tail that says which are meant, turned round: "[The firms that Lund has invested in] have moved". */
import { verbGroups } from '../clauses/verbs.ts';
import { MODALS } from '../lexicon/verbs.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Token } from '../types.ts';
import { firstToken } from './clause.ts';
import { BARE, type Frame } from './edits.ts';

/** What is sought or supposed need not be there. */
const OPAQUE =
  /^(?:not|n't|no|never|none|without|if|unless|whether|seek|seeks|seeking|sought|want|wants|wanted|need|needs|needed|ask|asked|plan|plans|planned|propose|proposed|call|called|calls|demand|demanded|hope|hopes|lack|lacked|is|are|was|were|be|been|become|became)$/;

/** "Lund, who tabled a bill that …": who did it is not told by these. */
const RELATIVE = /^(?:who|which|that|whom|whose|where)$/;

const HEAD = /^(?:an?|the|some|two|three|four|five|six|seven|eight|nine|ten|\d+)$/;

/** Token index where the pronoun of the tail stands, with the verb right behind it. */
function pronounAt(tokens: readonly Token[], from: number): number {
  const at = tokens.findIndex(({ lower }, i) => i > from && i < from + 6 && /^(?:who|that|which)$/.test(lower));
  const next = tokens.findIndex(({ tag }, i) => i > at && tag !== 'ADV');
  return at > 0 && /^(?:VERB|AUX)$/.test(tokens[next]?.tag ?? '') ? at : -1;
}

const SOME = /^(?:several|many|some|most|few|both|all|two|three|four|five|six|seven|eight|nine|ten)$/;

/**
 * Only where the sentence begins with who did it, and the words before the tail are a verb with nothing between it and what it was done to:
 * then what it was done to is the subject of the tail. Null elsewhere.
 */
export function objectFrame({ text, tokens, quantities, mentions }: ReadSentence, draft: Draft): Frame | null {
  const at = firstToken(tokens, draft);
  const pronoun = pronounAt(tokens, at);
  const own = tokensIn(tokens, draft);
  const [first] = own;
  if (
    pronoun < 0 ||
    first === undefined ||
    own.slice(0, pronoun - at).some(({ tag }) => tag === 'PUNCT' || tag === 'ADP')
  )
    return null;
  const joint = tokens.findLastIndex(({ tag }, i) => i < at && tag === 'PUNCT');
  const ahead = tokens.slice(joint + 1, at);
  const groups = verbGroups(ahead);
  const [group] = groups;
  const ends = ahead.at(-1);
  if (group === undefined || groups.length > 1 || group.from === 0 || ends === undefined || group.finite === 'no')
    return null;
  // the verb, or the verb and its preposition, right before the head
  const between = ahead.slice(group.to);
  if (between.length > 1 || between.some(({ tag }) => tag !== 'ADP')) return null;
  if (ahead.some(({ lower }) => OPAQUE.test(lower) || MODALS.has(lower) || RELATIVE.test(lower))) return null;
  // "the people that I have met": who that is only its speaker can say
  if (/^(?:i|we|you)$/.test(ahead[0]?.lower.split("'")[0] ?? '')) return null;
  if (
    !/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(ahead[0]?.tag ?? '') ||
    ahead.slice(0, group.from).some(({ tag }) => tag === 'CCONJ')
  )
    return null;
  const isKnown = HEAD.test(first.lower) || first.tag === 'NOUN';
  if (!isKnown || quantities.some((figure) => holds(figure, first) && figure.text.includes('%'))) return null;
  const last = tokens[pronoun - 1];
  if (last === undefined) return null;
  const head = text.slice(first.start, last.end).replace(/^(?:an?|the|some) /, '');
  const isNamed =
    (ahead[0]?.tag === 'PROPN' && !SOME.test(ahead[0].lower)) ||
    mentions.some(({ span }) => span.start === ahead[0]?.start);
  const did = text
    .slice(ahead[0]?.start, ends.end)
    .replace(/^\p{Lu}/u, (letter) => (isNamed ? letter : letter.toLowerCase()));
  const words = `the ${head} that ${did}`;
  return { ...BARE, edits: [{ start: draft.start, end: tokens[pronoun]?.end ?? last.end, words }] };
}
