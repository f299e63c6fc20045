/** "has included exercises, *calls for sanctions* and *warnings*": where the things on a list are parted that can be checked one by one. */
import type { Clause } from '../clauses/clauses.ts';
import { LISTING } from '../lexicon/verbs.ts';
import type { Token } from '../types.ts';

export function isJoint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.tag === 'CCONJ' && (token.lower === 'and' || token.lower === 'but');
}

/** A thing on a list that is told in so many words can be checked alone. */
const TOLD_WORDS = 4;

/** The commas and the "and" of a list behind a listing verb. */
export function listJoints(tokens: readonly Token[], clause: Clause, from: number, to: number): number[] {
  if (!LISTING.has(tokens[clause.verb.main]?.lower ?? '')) return [];
  const joints: number[] = [];
  for (let i = Math.max(from, clause.verb.to); i < to; i += 1) {
    const comma = tokens[i]?.lower === ',' && !isJoint(tokens, i + 1);
    const and = isJoint(tokens, i) && (joints.length > 0 || tokens[i - 1]?.lower === ',');
    if (comma || and) joints.push(i);
    if (tokens[i]?.text === '—') break;
  }
  const and = joints.at(-1);
  // names side by side stay together; what is told in several words each does not
  const ends = [...joints.slice(1), to];
  const told = joints.every(
    (joint, i) => (ends[i] ?? to) - joint > TOLD_WORDS && !isName(tokens.slice(joint + 1, ends[i])),
  );
  return told && and !== undefined && isJoint(tokens, and) && joints.length > 1 ? joints : [];
}

/** "Doctor Moss Society of Norway": a name of several words is no more told than one of a single word. */
const isName = (item: readonly Token[]): boolean =>
  // "vice president Jan Dahl"
  item.findLast(({ tag }) => tag !== 'PUNCT' && tag !== 'CCONJ')?.marks.has('person') === true ||
  (item.some(({ tag }) => tag === 'PROPN') && item.every(({ tag }) => /^(?:PROPN|DET|ADP|CCONJ|PUNCT)$/.test(tag)));

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM']);

/** "in Lithuania, *Chile and Japan* for 18 months": the end of a list, not a phrase of its own. */
export function endsList(tokens: readonly Token[], comma: number): boolean {
  let i = comma + 1;
  // "two daughters, a son and seven grandchildren"
  if (tokens[i]?.tag === 'DET') i += 1;
  while (tokens[i]?.tag === 'PROPN' || tokens[i]?.tag === 'NOUN' || tokens[i]?.tag === 'ADJ') i += 1;
  return i > comma + 1 && tokens[i]?.tag === 'CCONJ' && NOMINAL.has(tokens[comma - 1]?.tag ?? '');
}

/** "two daughters, a son *and* seven grandchildren": the last of things that belong together. */
export function closesList(tokens: readonly Token[], and: number): boolean {
  let i = and - 1;
  while (i > and - 5 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[i]?.tag ?? '')) i -= 1;
  return i < and - 1 && tokens[i]?.lower === ',' && NOMINAL.has(tokens[i - 1]?.tag ?? '');
}
