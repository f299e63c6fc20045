/**
 * Stage 9: whether "after", "before", "since" and "until" only lead a phrase, or open a clause.
 */
import { RELATIVE_PRONOUNS } from '../lexicon/clauses.ts';
import { EVENT_NOUNS } from '../lexicon/events.ts';
import { MODALS } from '../lexicon/verbs.ts';
import type { Token } from '../types.ts';
import { endsWithTime, isFollowedBySubject } from './phrases.ts';
import { between, type State, top } from './state.ts';

/** A length of time; the group holds the "s" of several. */
export const LONG = /^(?:second|minute|hour|day|week|month|year|decade)(s?)$/;

export const PREPOSITIONS: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until']);

/** "all sales since mid-May *have stopped*": a time, and behind it the verb of what began before it. */
function datesSubject(state: State, at: number): boolean {
  const { tokens } = state;
  const last = top(state);
  let end = at + 1;
  while (tokens[end]?.marks.has('time')) end += 1;
  const isVerb = tokens[end]?.tag === 'AUX' || tokens[end]?.tag === 'VERB';
  return end > at + 1 && isVerb && last.verb === null && last.link === 'main' && between(state, last.from, at);
}

/** "sales *after the launch* fell": one verb, which is that of what stands before. */
const isOnlyVerb = ({ tokens, groups }: State, at: number): boolean =>
  tokens[at + 1]?.tag === 'DET' && groups.filter(({ from, finite }) => from > at && finite !== 'no').length === 1;

/** "profits *before exceptional items* rose": what has a subject and no verb yet, and goes on with no comma, takes no clause of time. */
function limitsSubject(state: State, at: number): boolean {
  const { tokens } = state;
  const last = top(state);
  const before = tokens[at - 1];
  return (
    last.verb === null &&
    /^(?:main|coordinate|that)$/.test(last.link) &&
    before !== undefined &&
    (before.tag === 'NOUN' || (at === 1 && before.tag === 'PROPN' && before.marks.size === 0)) &&
    !LONG.test(before.lower) &&
    !before.marks.has('time') &&
    (/^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.tag ?? '') || isOnlyVerb(state, at)) &&
    !tokens.slice(last.from, at).some(({ tag }) => tag === 'PUNCT' || tag === 'VERB' || tag === 'ADP')
  );
}

/** "until the end of the year, citing a resolution": no finite verb comes before the comma, and no subject after it. */
export function isPreposition(state: State, at: number): boolean {
  const { tokens, groups } = state;
  if (!PREPOSITIONS.has(tokens[at]?.lower ?? '')) return false;
  if (endsWithTime(tokens, at + 1)) return true;
  // "made on or after April 1"
  if (tokens[at - 1]?.tag === 'CCONJ' && tokens[at - 2]?.tag === 'ADP' && tokens[at + 1]?.marks.has('time'))
    return true;
  if (at === 0 && isFollowedBySubject(tokens, at + 1)) return true;
  if (datesSubject(state, at) || limitsSubject(state, at)) return true;
  // "after a year sales had gone up"
  const isCounted = /^(?:an?|one|few|several)$/.test(tokens[at + 1]?.lower ?? '') || tokens[at + 1]?.tag === 'NUM';
  if (
    isCounted &&
    LONG.test(tokens[at + 2]?.lower ?? '') &&
    /^(?:NOUN|PROPN|PRON|DET)$/.test(tokens[at + 3]?.tag ?? '')
  )
    return true;
  // "are stable after last month's talks and output is …": two clauses, and an event before the second
  const joint = tokens.findIndex(
    ({ tag, text }, i) => i > at && (tag === 'CCONJ' || tag === 'VERB' || tag === 'AUX' || text === ','),
  );
  const event = tokens[joint - 1];
  // "ended his campaign after a poor showing in Hull and will rest": what is joined is another deed
  const deed = tokens.findIndex(({ tag }, i) => i > joint && tag !== 'ADV');
  const isDeed = tokens[deed]?.tag === 'AUX' && MODALS.has(tokens[deed]?.lower ?? '');
  if (
    tokens[joint]?.lower === 'and' &&
    at > 0 &&
    isDeed &&
    tokens.slice(at + 1, joint).some(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
  )
    return true;
  if (
    tokens[joint]?.lower === 'and' &&
    event?.tag === 'NOUN' &&
    (EVENT_NOUNS.has(event.lower) || event.lower === 'agreement') &&
    tokens.slice(at, joint).some(({ lower }) => lower === "'s" || lower === 'the')
  )
    return true;
  // "known since antiquity and costs …", "before the break and had …"
  const noun = tokens[at + 1]?.tag === 'DET' ? at + 2 : at + 1;
  if (
    tokens[noun]?.tag === 'NOUN' &&
    tokens[noun + 1]?.tag === 'CCONJ' &&
    /^(?:VERB|AUX)$/.test(tokens[noun + 2]?.tag ?? '')
  )
    return true;
  const verb = groups.find((group) => group.from > at && group.finite !== 'no');
  const end = tokens.findIndex((token, i) => i > at && /^[,;:—]$/.test(token.text));
  // "before lunch to win by 22 runs", "since then, prices rose": no verb of its own before the clause is over
  if (verb === undefined || (end >= 0 && verb.from > end))
    return !opensClause(tokens, at + 1, end, verb?.from ?? tokens.length);
  return false;
}

/** "after the man, who was drunk, fell": the comma belongs to what is set into the clause; not "after 62 minutes, and Orr, who …". */
const opensClause = (tokens: readonly Token[], from: number, comma: number, to: number): boolean =>
  tokens[comma + 1]?.tag !== 'CCONJ' &&
  tokens.slice(from, to).some(({ lower }) => RELATIVE_PRONOUNS.has(lower) || lower === 'that');
