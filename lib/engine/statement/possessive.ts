/** A tail that speaks of what belongs to somebody named before it: "Carrier, whose parent moved 1,400 jobs", "two firms, both of which moved". */
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import type { Span } from '../types.ts';
import { BARE, type Frame } from './edits.ts';

const WHOSE = /^(?<head>[^,;:]{2,60})?(?:,\s)?whose\s/;
const OF_WHICH =
  /^(?<head>[^,;:—]{2,60},\s)?(?<some>both|all|most|many|some|several|half|each|one|two|three|four|none|neither)\sof\s(?<which>which|whom)\b/i;

/** "all of which are at odds": of some that stand before it. */
export const meansSome = ({ text }: ReadSentence, { start, end }: Draft): boolean =>
  OF_WHICH.test(text.slice(start, end));

const TITLED = /^(?!.*\b(?:of|for|by|with|and|to|from|in|at)\b)[\p{L} -]{1,40}\s$/u;

/** The name that ends at `end`, where nothing but a preposition stands between `start` and it. */
function nameBefore({ text, mentions }: ReadSentence, start: number, end: number): string | null {
  const last = text[end - 1] === '.' ? end - 1 : end;
  const named = mentions.find(
    ({ span, entity }) =>
      (span.end === end || span.end === last) &&
      (/^(?:\p{Ll}+\s)?$/u.test(text.slice(start, span.start)) ||
        // "Head teacher Simon Garrick, whose school"
        (entity.type === 'person' && TITLED.test(text.slice(start, span.start)))),
  );
  return named === undefined ? null : text.slice(named.span.start, end);
}

/** "of the League of Banks in Leeds, whose members": where it is. */
const isWhere = ({ text }: ReadSentence, { entity, span }: ReadSentence['mentions'][number]): boolean =>
  entity.type === 'place' && /\b(?:in|at|near|of)\s$/.test(text.slice(Math.max(0, span.start - 5), span.start));

function whoseFrame(sentence: ReadSentence, draft: Draft): Frame | null {
  const { text, mentions } = sentence;
  const found = WHOSE.exec(text.slice(draft.start, draft.end));
  if (found === null) return null;
  const { head } = found.groups ?? {};
  // "a spokesman for Ferrum, whose shares": without its head, the name right before the comma
  const before = mentions.find(
    ({ span }) => span.end < draft.start && /^,"?\s$/.test(text.slice(span.end, draft.start)),
  );
  const owner =
    head === undefined
      ? before && !isWhere(sentence, before)
        ? text.slice(before.span.start, before.span.end)
        : undefined
      : nameBefore(sentence, draft.start, draft.start + head.length);
  // "whose ward": what it does has not been seen
  const behind = draft.start + found[0].length;
  const said = sentence.tokens.filter(({ start, end }) => start >= behind && end <= draft.end);
  const hasDone = said.some(({ tag }, at) => at > 0 && /^(?:VERB|AUX)$/.test(tag));
  if (owner === undefined || owner === null || !hasDone) return null;
  return { ...BARE, edits: [{ start: draft.start, end: draft.start + found[0].length - 1, words: `${owner}’s` }] };
}

/** What "both of which" is of: the words that lead to it, or stand in it before the comma; null where more than they may be meant. */
function groupOf({ text }: ReadSentence, draft: Draft, head: string | undefined, some: string): Span | null {
  const [lead, ...others] = draft.lead;
  const group = head === undefined ? lead : { start: draft.start, end: draft.start + head.length - 2 };
  if (group === undefined || others.length > 0) return null;
  const isSetOff = head !== undefined || text.slice(group.end, draft.start).replace('"', '') === ', ';
  // a list, or what stands behind a dash: how much of it is meant, the words do not say
  const isPair = / and /.test(text.slice(group.start, group.end));
  return isSetOff && isPair === /^both$/i.test(some) ? group : null;
}

function someFrame(sentence: ReadSentence, draft: Draft): Frame | null {
  const { text } = sentence;
  const found = OF_WHICH.exec(text.slice(draft.start, draft.end));
  const { head, some, which } = found?.groups ?? {};
  if (found === null || some === undefined || which === undefined) return null;
  const group = groupOf(sentence, draft, head, some);
  const end = draft.start + found[0].length;
  const next = sentence.tokens.find((token) => token.start >= end && token.tag !== 'ADV');
  // "many of which they made": not what does it
  if (group === null || !/^(?:VERB|AUX)$/.test(next?.tag ?? '')) return null;
  const isNamed = sentence.mentions.some(({ span }) => span.start === group.start);
  const words = text
    .slice(group.start, group.end)
    .replace(/^\p{Lu}/u, (first) => (isNamed ? first : first.toLowerCase()));
  const cut = head === undefined ? [] : [{ start: draft.start, end: draft.start + head.length, words: '' }];
  return { ...BARE, edits: [...cut, { start: end - which.length, end, words }] };
}

/** The tail with its owner or its group in place of the pronoun; null where it has none, or nobody is sure whom it means. */
export const possessiveFrame = (sentence: ReadSentence, draft: Draft): Frame | null =>
  draft.form === 'whole' ? null : (whoseFrame(sentence, draft) ?? someFrame(sentence, draft));
