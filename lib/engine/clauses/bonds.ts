/**
 * Stage 9: what holds two verbs together, or parts what stands before the second from it: one word that both stand under, a list, a clause in front, a condition.
 */
import { CLAUSE_TAKERS } from '../lexicon/clauses.ts';
import { LISTING, NOUN_OR_VERB, PAST_ONLY, SUFFERED } from '../lexicon/verbs.ts';
import type { Token } from '../types.ts';
import { looksParticipial } from './participles.ts';
import { hasNominal, nounPhraseStart, skipBack, skipLight } from './phrases.ts';
import { PREPOSITIONS } from './prepositions.ts';
import { between, type Open, type State } from './state.ts';
import type { VerbGroup } from './verbs.ts';

/** What may open a clause in front. */
const OPENS = /^(?:although|though|because|if|unless|whereas|while|when|since|as)$/;
/** Of these no preposition. */
const PURE = /^(?:although|though|because|if|unless|whereas|when|where)$/;

/** A bare verb after a past or singular one goes on an infinitive ("to cut taxes and raise spending"). */
export function continuesInfinitive({ tokens }: State, first: VerbGroup, second: VerbGroup): boolean {
  const word = tokens[second.from];
  if (second.form !== 'present' || word?.tag !== 'VERB' || /[^s]s$/.test(word.lower)) return false;
  for (let i = first.to; i < second.from; i += 1) {
    if (tokens[i]?.lower !== 'to' || tokens[i]?.tag !== 'PART') continue;
    // "to arm and train": whatever the tagger takes the first for
    if (tokens[i + 2]?.tag === 'CCONJ' && i + 3 === second.from) return true;
    if (tokens[i + 1]?.tag !== 'VERB') continue;
    // "must do more to improve its defences, destroy networks, and deprive them": the list has begun inside the infinitive
    const listed = tokens
      .slice(i + 2, second.from)
      .some((token, k, rest) => token.lower === ',' && isBare(rest[k + 1]));
    return first.form !== 'modal' || listed;
  }
  return false;
}

const isBare = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tag === 'VERB' || NOUN_OR_VERB.has(token.lower)) &&
  !/(?:[^s]s|ing|ed)$/.test(token.lower) &&
  !PAST_ONLY.has(token.lower);

/** "her gaze *as she stood behind him* is causing talk": what has no verb yet began before it. */
export const isWithinSubject = ({ tokens }: State, { link, from }: Open, { opener }: Open): boolean =>
  link === 'main' &&
  opener !== null &&
  opener > from &&
  /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[skipLight(tokens, from, opener)]?.tag ?? '') &&
  hasNominal(tokens, from, opener);

/** "In a letter *dated* May 12, Lund and Moss urged": one thing behind a preposition, and a subject behind the comma. */
export function leadsToSubject({ tokens, groups }: State, from: number, group: VerbGroup): boolean {
  const first = skipLight(tokens, from, group.from);
  const isOneThing = tokens
    .slice(first + 2, group.from)
    .every(({ tag, marks }) => /^(?:NOUN|PROPN|ADJ|ADV)$/.test(tag) && !marks.has('time'));
  const comma = tokens.findIndex(({ text }, i) => i >= group.to && text === ',');
  const isSubject = /^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(tokens[comma + 1]?.tag ?? '');
  return isOneThing && comma > 0 && isSubject && groups.some((other) => other.from > comma && other.finite !== 'no');
}

/** "Under the plan, *expected* this month, the price will rise": set off from what is fronted, before any subject. */
export const tellsOfFronted = ({ tokens, groups, comma }: State, { link, from }: Open, group: VerbGroup): boolean =>
  link === 'main' &&
  comma !== null &&
  comma === skipBack(tokens, group.from) &&
  tokens[skipLight(tokens, from, group.from)]?.tag === 'ADP' &&
  tokens.findIndex(({ text }, i) => i >= from && text === ',') === comma &&
  groups.some((other) => other.from > group.to && other.finite === 'yes');

/** "Lund, speaking at a dinner *held* in May, said": what is set off with a doing goes on to the comma before the verb. */
export function isWithinAside(state: State, { from, link }: Open, group: VerbGroup): boolean {
  const { tokens, comma, groups } = state;
  if (link !== 'main' || comma === null || comma <= from) return false;
  const opens = tokens.findIndex(({ tag }, i) => i > comma && tag !== 'ADV');
  // "Quotas, the tool *used* to hold prices, were dropped"
  // "Borgund, Norway's only stock-market *listed* club, dropped"
  const isKind = group.main === group.from && tokens[group.to]?.tag === 'NOUN';
  const isThing =
    (/^(?:DET|NUM)$/.test(tokens[opens]?.tag ?? '') || tokens[opens + 1]?.lower === "'s") &&
    tokens[group.from - 1]?.tag === 'NOUN' &&
    (isKind || looksParticipial(state, group));
  const isDoing = isThing || (tokens[opens]?.tag === 'VERB' && tokens[opens].lower.endsWith('ing'));
  const next = groups.find((other) => other.from > group.to && other.finite !== 'no');
  return isDoing && next !== undefined && tokens[skipBack(tokens, next.from)]?.text === ',';
}

/**
 * "was manager of the loan which pays 4% and *was priced* at par", "issued a bond paying 4% and *priced* at par": what was done may have been done to the thing
 * as well as to whoever the sentence is about, so that no claim is made of it.
 */
export function isOfEither(
  { tokens, groups, stack }: State,
  mate: Open | null,
  group: VerbGroup,
  joint: number,
): boolean {
  if (isOfDoing(tokens, mate, group, joint)) return true;
  if (mate?.verb == null || tokens[joint - 1]?.text === ',') return false;
  const last = stack.at(-1);
  const isTold = group.passive && !mate.verb.passive && last !== mate && last?.link === 'restrictive';
  const before = groups.findLast(({ to }) => to <= joint);
  const isDoing =
    before?.finite === 'no' &&
    tokens[before.main]?.lower.endsWith('ing') === true &&
    tokens[before.from - 1]?.tag === 'NOUN' &&
    group.finite === 'maybe' &&
    SUFFERED.has(tokens[group.main]?.lower ?? '') &&
    tokens[group.to]?.tag === 'ADP';
  return isTold || isDoing;
}

/** "due to high rates and *increased* costs": a second thing behind a preposition, and of what kind it is. */
export function isQualified({ tokens }: State, { from, to, main }: VerbGroup, joint: number): boolean {
  const lead = tokens.findLastIndex(({ tag }, i) => i < joint && /^(?:ADP|VERB|AUX|PUNCT)$/.test(tag));
  return (
    main === joint + 1 &&
    main === from &&
    QUALIFYING.test(tokens[main]?.lower ?? '') &&
    tokens[lead]?.tag === 'ADP' &&
    /^(?:NOUN|ADJ)$/.test(tokens[to]?.tag ?? '')
  );
}

const QUALIFYING =
  /^(?:increased|reduced|improved|continued|renewed|expanded|heightened|lowered|strengthened|weakened|prolonged|sustained|limited|depressed|subdued)$/;

/** "Although Hull, Leeds and York objected, *the plan* was kept": what stands behind the clause in front, whatever commas that has; null where none stands there. */
export function behindFronted({ tokens, done }: State, { from, link }: Open, group: VerbGroup): number | null {
  const opens = done.some(
    ({ opener, verb }) =>
      opener === from && verb !== null && verb.to <= group.from && OPENS.test(tokens[opener]?.lower ?? ''),
  );
  const last = Math.max(...done.map(({ verb }) => (verb === null || verb.to > group.from ? 0 : verb.to)));
  const comma = opens ? tokens.findIndex(({ text }, i) => i >= last && i < group.from && text === ',') : -1;
  return link !== 'main' || comma < 0 || !hasNominal(tokens, comma + 1, group.from) ? null : comma + 1;
}

/**
 * "If the board agrees to the sale *it* will close": with no comma, a pronoun that can only be a subject opens what the clause in front leads to. Its place; null
 * where none stands there, and in "When the board sold the hall *it* had built, people sued".
 */
export function subjectBehindFronted(
  { tokens, groups }: State,
  waiting: Open,
  { link, opener, verb, subject }: Open,
  group: VerbGroup,
): number | null {
  // "As a result she left the firm she had founded": a preposition
  const own = tokens.slice(...(subject ?? [0, 0]));
  if (own.length > 1 && SUBJECT.test(own.at(-1)?.lower ?? '')) return null;
  const isFront =
    (link === 'bound' || link === 'adverbial') &&
    opener !== null &&
    OPENS.test(tokens[opener]?.lower ?? '') &&
    !hasNominal(tokens, waiting.from, opener);
  const at = skipBack(tokens, group.from);
  if (!isFront || verb === null || waiting.link !== 'main' || !SUBJECT.test(tokens[at]?.lower ?? '')) return null;
  if (CLAUSE_TAKERS.has(tokens[verb.main]?.lower ?? '') || !hasNominal(tokens, verb.from, at)) return null;
  const comma = tokens.findIndex(({ text }, i) => i >= group.to && text === ',');
  const isRival =
    comma > 0 &&
    /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[comma + 1]?.tag ?? '') &&
    !/^(?:which|who|whose)$/.test(tokens[comma + 1]?.lower ?? '') &&
    groups.some(({ from, finite }) => from > comma && finite !== 'no');
  return isRival ? null : at;
}

const SUBJECT = /^(?:it|he|she|they|we|i|there)$/;

/** "until the ships are handed over and the sale *is* closed", "if it rains and the dam breaks": with no comma between, the second stands under the same word. */
export const isUnderOneBond = (
  { tokens }: State,
  { link, opener, verb }: Open,
  group: VerbGroup,
  at: number,
): boolean =>
  link === 'bound' &&
  verb !== null &&
  opener !== null &&
  /^(?:until|when|once|if|unless|after|before)$/.test(tokens[opener]?.lower ?? '') &&
  tokens[at]?.lower === 'and' &&
  tokens[at - 1]?.text !== ',' &&
  (verb.form === group.form || (opener === 0 && PURE.test(tokens[opener]?.lower ?? '')));

/** "although towns such as Hull, Leeds and York *were* sure to object, …": no preposition, and with its subject right behind it. */
export const opensWithSubject = ({ tokens, coordinators }: State, { opener, interrupted }: Open): boolean =>
  opener !== null &&
  interrupted !== null &&
  (PURE.test(tokens[opener]?.lower ?? '') ||
    (/^(?:as|while)$/.test(tokens[opener]?.lower ?? '') && opener > 0 && tokens[opener - 1]?.text !== ',')) &&
  tokens
    .slice(opener + 1, interrupted)
    .every(({ tag, lower }) => /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(tag) || /^(?:such|as|of|for|in)$/.test(lower)) &&
  coordinators.some(
    (at) =>
      at > interrupted &&
      tokens.slice(interrupted + 1, at).every(({ tag }) => /^(?:PROPN|NOUN|ADJ|DET|PUNCT)$/.test(tag)),
  );

/** "the effect, *were* it in force, would be small": a condition turned round, set into its clause. */
export const supposes = ({ tokens, groups, stack }: State, { from, to }: VerbGroup): boolean =>
  /^(?:were|had|should)$/.test(tokens[from]?.lower ?? '') &&
  tokens[from - 1]?.text === ',' &&
  tokens[to]?.tag === 'PRON' &&
  stack.some(({ verb }) => verb === null) &&
  groups.some((other) => other.from > to && other.form === 'modal');

/** "included a fall in orders, *increased* demand for loans and a strike": a thing on the list. */
export const isListed = ({ tokens, groups }: State, { verb }: Open, group: VerbGroup): boolean =>
  (LISTING.has(tokens[verb?.main ?? -1]?.lower ?? '') || OF_A_KIND.test(tokens[group.main]?.lower ?? '')) &&
  /^(?:NOUN|ADJ)$/.test(tokens[group.to]?.tag ?? '') &&
  !groups.some(
    ({ from, form }) => from > group.to && form === group.form && tokens[skipBack(tokens, from)]?.tag === 'CCONJ',
  );

/** "blamed rules, *continued* delays and a strike": before a thing on a list these tell of what kind it is. */
const OF_A_KIND = /^(?:continued|increased|reduced|expected|planned|delayed|improved|proposed|reported|limited)$/;

/** "is looking for ways of saving costs *and boosting* output", "comes from lower wages *and rising* prices": what is done is no deed of the subject's, but stands beside another doing, or tells what a thing is like. */
function isOfDoing(tokens: readonly Token[], mate: Open | null, group: VerbGroup, joint: number): boolean {
  const verb = tokens[group.main];
  if (mate?.verb == null || group.finite !== 'no' || verb?.lower.endsWith('ing') !== true) return false;
  if (INTRANSITIVE.test(verb.lower) && /^(?:NOUN|ADJ)$/.test(tokens[group.to]?.tag ?? '')) return true;
  return tokens
    .slice(mate.verb.to + 1, joint)
    .some(({ lower, tag }, i, all) => tag === 'VERB' && lower.endsWith('ing') && all[i - 1]?.tag === 'ADP');
}

const INTRANSITIVE =
  /^(?:rising|falling|declining|soaring|dwindling|plunging|slumping|lingering|existing|remaining|ailing|booming|mounting)$/;

/** "to take on *what* has become the largest": the clause word is the subject. */
export const isSubject = ({ tokens }: State, { opener }: Open): boolean =>
  opener !== null && /^(?:what|whatever|whoever)$/.test(tokens[opener]?.lower ?? '');

/** "are owned by the state or *too small to have* their land valued": how something is, and no second subject. */
export function isHowItIs(tokens: readonly Token[], from: number, to: number): boolean {
  const adjective = tokens[from]?.tag === 'ADV' ? from + 1 : from;
  return (
    tokens[adjective]?.tag === 'ADJ' &&
    tokens[adjective]?.lower !== 'due' &&
    adjective + 1 < to &&
    tokens[adjective + 1]?.lower === 'to'
  );
}

/** "has grown *since its launch* but the board must": a thing on either side of the "but", and a verb for the second alone. */
export function isOnlySince(state: State, { opener, from }: Open, group: VerbGroup): boolean {
  const but = state.coordinators.findLast((at) => state.tokens[at]?.lower === 'but');
  return (
    but !== undefined &&
    PREPOSITIONS.has(state.tokens[opener ?? -1]?.lower ?? '') &&
    between(state, from, but) &&
    between(state, but + 1, group.from)
  );
}

/** Of several coordinators before a verb, the one that joins clauses: after a comma, or the last that is not "between A and B". */
export function jointBefore(state: State, group: VerbGroup): number | null {
  const { tokens } = state;
  const quoted = (at: number): boolean =>
    tokens.slice(at, group.from).filter((token) => token.text === '"').length % 2 === 1;
  const coordinators = state.coordinators.filter((at) => !quoted(at));
  const afterComma = coordinators.findLast((at) => tokens[at - 1]?.lower === ',');
  const last = coordinators.at(-1);
  if (last === undefined || last === skipBack(tokens, group.from)) return last ?? null;
  if (
    afterComma !== undefined &&
    (tokens[last + 1]?.tag === 'PROPN' || tokens[last + 1]?.tag === 'NOUN' || last === afterComma)
  )
    return afterComma;
  const joinsNames = (at: number): boolean => {
    for (let i = at - 1; i >= 0 && i > at - 6; i -= 1) {
      if (tokens[i]?.lower === 'between' || tokens[i]?.lower === 'both') return true;
      if (tokens[i]?.tag === 'VERB') break;
    }
    return false;
  };
  // "a link between tea and gout *was withdrawn*"
  const isBetween = tokens.slice(Math.max(0, last - 4), last).some(({ lower }) => lower === 'between');
  return coordinators.findLast((at) => !joinsNames(at)) ?? (isBetween ? null : last);
}

/** "When the mill closed, *Lund and Orr* were there": behind the comma of a clause in front, "and" joins the two that the next verb has for its subject. */
export function joinsSubjects({ tokens, stack, comma }: State, at: number, group: VerbGroup): boolean {
  const front = stack.at(-1);
  if (stack[0]?.verb !== null || front?.verb == null || comma === null || front.verb.to > comma || comma >= at)
    return false;
  if (!/^(?:adverbial|bound)$/.test(front.link) || tokens[at]?.lower !== 'and' || tokens[at - 1]?.text === ',')
    return false;
  return hasNominal(tokens, comma + 1, at) && hasNominal(tokens, at + 1, group.from);
}

/** "to say *the fire service and the health board* would be asked": both things are what the clause behind the verb of saying is about. */
export function joinsSaid({ tokens }: State, at: number, group: VerbGroup): boolean {
  if (tokens[at]?.lower !== 'and' || tokens[at - 1]?.text === ',' || group.finite !== 'yes') return false;
  const says = nounPhraseStart(tokens, at, 0) - 1;
  return (
    tokens[says - 1]?.lower === 'to' &&
    CLAUSE_TAKERS.has(tokens[says]?.lower ?? '') &&
    nounPhraseStart(tokens, group.from, at + 1) === at + 1
  );
}
