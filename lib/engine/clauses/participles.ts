/**
 * Stage 9: whether a word that may be a participle is one, or the verb of its clause.
 */

import { BINDING, RELATIVE_PRONOUNS, SPLITTING } from '../lexicon/clauses.ts';
import { PARTICIPLE_ONLY, SUFFERED } from '../lexicon/verbs.ts';
import { skipBack } from './phrases.ts';
import { type Open, STAND_IN, type State } from './state.ts';
import type { VerbGroup } from './verbs.ts';

const PARTICIPLE_COMPLEMENTS: ReadonlySet<string> = new Set([
  'by',
  'of',
  'to',
  'there',
  'for',
  'with',
  'as',
  'on',
  'from',
  'against',
  'under',
]);

/** The next finite verb that follows with nothing between that could open a clause for it. */
export function rivalVerb(state: State, group: VerbGroup, overCommas: boolean): boolean {
  const { tokens, groups } = state;
  // "built in 1987 and licensed for 150, had 287 aboard": a second participle is no rival
  const twin = (other: VerbGroup): boolean =>
    overCommas && other.finite === 'maybe' && tokens[other.from - 1]?.tag === 'CCONJ';
  const isLater = (other: VerbGroup): boolean => other.from >= group.to && other.finite !== 'no';
  const first = groups.findIndex(isLater);
  const nearest = groups[first];
  if (nearest === undefined) return false;
  const behind = twin(nearest) ? groups.find((other, i) => i > first && isLater(other)) : undefined;
  const next = behind ?? nearest;
  const skipped = behind === undefined ? null : nearest.from;
  const agent = ['by', 'of'].includes(tokens[group.to]?.lower ?? '');
  // "trees, named as R1 and R2, *will be* cut": what is set off is closed before the verb, whatever it joins
  const isClosed = overCommas && next.finite === 'yes' && tokens[skipBack(tokens, next.from)]?.lower === ',';
  for (let i = group.to; i < next.from; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (RELATIVE_PRONOUNS.has(token.lower) || token.lower === 'that' || /^[;:—()]$/.test(token.text)) return false;
    if (token.lower === ',' && !overCommas) return false;
    // "made after April 1"
    const isDate = tokens[i + 1]?.marks.has('time') === true;
    const opens = (SPLITTING.has(token.lower) && !isDate) || BINDING.has(token.lower);
    if (token.tag === 'SCONJ' || (opens && (token.tag !== 'ADP' || !agent))) return false;
    if (skipped !== null && i < skipped) continue;
    // "aimed at cutting rents and building homes"
    const joinsDoings =
      token.tag === 'CCONJ' && tokens[i + 1]?.tag === 'VERB' && tokens[i + 1]?.lower.endsWith('ing') === true;
    if (joinsDoings && looksParticipial(state, group)) continue;
    // "between 18 and 34"
    if (token.tag === 'CCONJ' && tokens[i - 1]?.tag === 'NUM' && tokens[i + 1]?.tag === 'NUM') continue;
    if (token.lower === 'or' && tokens[i - 1]?.tag === 'ADP' && tokens[i + 1]?.tag === 'ADP') continue;
    if (token.tag === 'CCONJ' && isClosed && tokens[i - 1]?.lower !== ',') continue;
    if (token.tag === 'CCONJ' && (!agent || i === next.from - 1)) return false;
  }
  return true;
}

/** "its deficit doubled to £31 million": what nobody does to it, and so no participle. */
const MOVING =
  /^(?:(?:more-than-)?doubled|tripled|trebled|quadrupled|climbed|soared|surged|jumped|slipped|plunged|declined|dwindled|ballooned)$/;

/** "promised to inspect": a deed of one's own, and never done to anybody. */
const PROMISING =
  /^(?:promised|vowed|pledged|agreed|decided|refused|failed|tried|attempted|continued|managed|hoped|declined|threatened|offered|struggled|hesitated|volunteered)$/;

/** "the jury deliberated for two hours": what nobody does to anybody, and so no participle. */
const INTRANSITIVE =
  /^(?:died|collapsed|resigned|disappeared|vanished|arrived|erupted|exploded|emerged|appeared|happened|occurred|deliberated|talked|waited|stayed|marched|protested|voted|abstained|campaigned|fainted|apologised|apologized|complained|retired|survived|hoped|looked|competed|battled|braced|struggled)$/;

/** "dropped by 11 percent": by so much, and not by somebody. */
export const byAmount = ({ tokens }: State, { to }: VerbGroup): boolean =>
  tokens[to]?.lower === 'by' && /^(?:NUM|SYM)$/.test(tokens[to + 1]?.tag ?? '');

/** "accused of", "pitched by", "stationed there": more likely a participle than the verb of the clause. */
export function looksParticipial(state: State, group: VerbGroup): boolean {
  const after = state.tokens[group.to];
  const word = state.tokens[group.main]?.lower ?? '';
  if (byAmount(state, group) || INTRANSITIVE.test(word)) return false;
  if (after?.lower === 'to' && (MOVING.test(word) || (after.tag === 'PART' && PROMISING.test(word)))) return false;
  // "funds, estimated at £4m", "equipment used in the mill": what needs an object and has none
  // "a survey carried out by Tarn"
  if (/^(?:out|up|down|off)$/.test(after?.lower ?? '') && state.tokens[group.to + 1]?.lower === 'by')
    return !byAmount(state, { ...group, to: group.to + 1 });
  const isDone = SUFFERED.has(word) && (after?.tag === 'ADP' || after?.marks.has('time') === true);
  return after === undefined || PARTICIPLE_COMPLEMENTS.has(after.lower) || after.tag === 'PUNCT' || isDone;
}

/** "other equipment used in the mill": behind "and" a thing and what is done to it, and no clause. */
export const isDoneTo = ({ tokens }: State, { main, to }: VerbGroup): boolean =>
  /^(?:by|of|there|as)$/.test(tokens[to]?.lower ?? '') ||
  (SUFFERED.has(tokens[main]?.lower ?? '') && (tokens[to]?.tag === 'ADP' || tokens[to]?.marks.has('time') === true));

/** Behind a comma, or joined to a participle that is: ", built in 1987 and *licensed* for 150,". */
export function isSetOff({ tokens, groups }: State, group: VerbGroup): boolean {
  const before = skipBack(tokens, group.from);
  if (tokens[before]?.lower === ',') return true;
  const twin = groups.findLast((other) => other.to <= before);
  // "written and directed by Lund": the first may be one that is nothing else
  const isParticiple =
    twin?.finite === 'maybe' || (twin !== undefined && PARTICIPLE_ONLY.has(tokens[twin.main]?.lower ?? ''));
  const joined = tokens[before]?.tag === 'CCONJ' && isParticiple;
  return joined && twin !== undefined && tokens[skipBack(tokens, twin.from)]?.lower === ',';
}

/** "trees which are old, *named* as R1, will be cut": set off behind a clause, and the verb of what it is told of is still to come. */
export const tellsBehind = (state: State, group: VerbGroup): boolean =>
  isSetOff(state, group) && looksParticipial(state, group) && rivalVerb(state, group, true);

/** "measures adopted here last week, *including a lower fee*, indicated": behind it something is set off, and the verb that follows has its subject before all of it; or it is set off itself. */
export function isBeforeAside(state: State, group: VerbGroup): boolean {
  const { tokens, groups } = state;
  if (isSetOff(state, group)) return true;
  const next = groups.find(({ from, finite }) => from >= group.to && finite !== 'no');
  const comma = tokens.findIndex(({ lower }, i) => i >= group.to && lower === ',');
  if (next === undefined || comma < 0 || tokens[comma + 1]?.lower !== 'including') return false;
  return comma < next.from - 1 && tokens[skipBack(tokens, next.from)]?.lower === ',';
}

/** Whether a participle with a thing before it and none behind it stands under the "was" or "has been" of the clause before; who "said" something was not said. */
export const isGapped = ({ tokens }: State, { verb }: Open, group: VerbGroup): boolean =>
  verb?.passive === true &&
  group.from === group.main &&
  tokens[group.from]?.tag === 'VERB' &&
  group.finite !== 'yes' &&
  tokens[group.to]?.text !== STAND_IN &&
  /^(?:PUNCT|X)$/.test(tokens[group.to]?.tag ?? 'PUNCT');

/** "said things and *done* things that were wrong": what says nothing without what follows the second. */
export const saysNothingYet = ({ tokens }: State, verb: VerbGroup, at: number): boolean =>
  at === verb.to + 1 && /^(?:things|stuff|something|words)$/.test(tokens[verb.to]?.lower ?? '');

/** "has seized land, *beheaded* prisoners, and vowed more": participles in a row under the "has" of the first. */
export function underOneHave({ tokens, groups }: State, first: VerbGroup, group: VerbGroup): boolean {
  if (first.form !== 'perfect' || group.finite !== 'maybe') return false;
  const next = groups.find((other) => other.from >= group.to);
  if (next === undefined || next.finite === 'yes' || tokens[skipBack(tokens, next.from)]?.tag !== 'CCONJ') return false;
  return !/ing$/.test(tokens[next.main]?.lower ?? '');
}
