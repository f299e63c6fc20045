/**
 * Stage 9: which clause a verb group belongs to.
 */

import { CLAUSE_TAKERS } from '../lexicon/clauses.ts';
import { INVARIANT, NEVER_DONE } from '../lexicon/verbs.ts';
import type { Token } from '../types.ts';
import { agree, isContact, isNamedContact } from './agree.ts';
import {
  behindFronted,
  continuesInfinitive,
  isHowItIs,
  isListed,
  isOfEither,
  isOnlySince,
  isQualified,
  isSubject,
  isUnderOneBond,
  isWithinAside,
  isWithinSubject,
  joinsSaid,
  joinsSubjects,
  jointBefore,
  leadsToSubject,
  opensWithSubject,
  subjectBehindFronted,
  supposes,
  tellsOfFronted,
} from './bonds.ts';
import {
  byAmount,
  isBeforeAside,
  isDoneTo,
  isGapped,
  looksParticipial,
  rivalVerb,
  saysNothingYet,
  tellsBehind,
  underOneHave,
} from './participles.ts';
import {
  endsBeforeVerb,
  hasObject,
  isPlaced,
  joinsNext,
  nounPhraseStart,
  skipBack,
  skipLight,
  standsBehind,
  startsWithThat,
  subjectStart,
  waitingOpener,
} from './phrases.ts';
import { between, type Open, open, resume, type State, top } from './state.ts';
import type { VerbGroup } from './verbs.ts';

/** Whether a verb can share the subject of another: "chided … and hinted", "was arrested and charged", "will cut … and raise". */
function parallel(state: State, first: VerbGroup, second: VerbGroup): boolean {
  const word = state.tokens[second.main]?.lower ?? '';
  const firstWord = state.tokens[first.main]?.lower ?? '';
  if (second.finite === 'no') {
    if (state.tokens[second.from - 1]?.lower === 'to') return false;
    if (word.endsWith('ing')) return firstWord.endsWith('ing');
    return first.form === 'perfect' || first.passive;
  }
  if (first.form === 'modal' && INVARIANT.has(word)) return true;
  if (second.finite === 'maybe') return first.form === 'past' || first.form === 'perfect' || first.passive;
  if (second.form === 'present' && first.form === 'modal') return true;
  const singular = /[^s]s$|^are$/.test(state.tokens[second.from]?.lower ?? '');
  const plural = state.tokens[first.from]?.lower === 'have' || state.tokens[first.from]?.lower === "'ve";
  if (second.form === 'present') return singular || first.form === 'present' || (first.form === 'perfect' && plural);
  if (second.form === 'modal') return true;
  return first.form !== 'modal';
}

/** "as he put it": says who said it, and interrupts the claim rather than ending it. */
const SAID_AS: ReadonlySet<string> = new Set(
  'put puts tweeted wrote writes called calls described describes'.split(' '),
);

function take(state: State, clause: Open, group: VerbGroup): void {
  clause.verb = group;
  const word = state.tokens[group.main]?.lower ?? '';
  const as = clause.opener !== null && state.tokens[clause.opener]?.lower === 'as';
  // "as dealers hoped for a recovery": why, and no word of theirs
  const isWhy =
    /^(?:hope|fear|worri|worry)/.test(word) && /^(?:for|that|about|over)$/.test(state.tokens[group.to]?.lower ?? '');
  if (as && !isWhy && (CLAUSE_TAKERS.has(word) || SAID_AS.has(word))) clause.link = 'bound';
  if (clause.subject === null) {
    const start =
      clause.link === 'relative' || clause.link === 'restrictive'
        ? clause.from
        : subjectStart(state.tokens, behindFronted(state, clause, group) ?? clause.from, group.from);
    clause.subject = [start, group.from];
  }
  state.done.push(clause);
  state.coordinators = [];
  state.comma = null;
  state.pause = null;
}

function pushAndTake(state: State, clause: Open, group: VerbGroup): void {
  state.stack.push(clause);
  take(state, clause, group);
}

const GIVING: ReadonlySet<string> = new Set(
  'promised offered given paid awarded denied charged sold sent owed handed granted refused fined lent shown taught told'.split(
    ' ',
  ),
);

/** "At its foot *lies* a lake that … and is …": the subject stands behind the verb, and shares it with no other. */
const isInverted = ({ tokens }: State, { subject, verb }: Open): boolean =>
  subject !== null && verb !== null && standsBehind(tokens, subject[0], verb);

/** The clause of the stack that a coordinated verb goes with: the nearest of the same form. */
function partner(state: State, group: VerbGroup): Open | null {
  // "was kept there until she was eighteen and then sent away": a clause of time has no part in what comes behind it
  const dates = ({ link, opener }: Open): boolean =>
    link === 'bound' && /^(?:when|until|once|after|before)$/.test(state.tokens[opener ?? -1]?.lower ?? '');
  const isCandidate = (clause: Open): boolean =>
    clause.verb !== null && agree(state, clause.verb, group) && !dates(clause) && !isInverted(state, clause);
  // "had been called and promised 18 percent": what somebody was given stays behind the participle
  const given = group.finite === 'maybe' && GIVING.has(state.tokens[group.main]?.lower ?? '');
  const nearest = given ? state.stack.findLast(isCandidate) : undefined;
  if (nearest?.verb?.passive === true) return nearest;
  const isMate = (clause: Open): boolean =>
    clause.verb !== null && parallel(state, clause.verb, group) && isCandidate(clause);
  const same = state.stack.findLast((clause) => clause.verb?.form === group.form && isMate(clause));
  return same ?? state.stack.findLast(isMate) ?? null;
}

/** "When I met A and B, *they were* …": a clause still waits for its verb, and the comma behind the joint leads back to it. */
function leadsBack(state: State, at: number, group: VerbGroup): boolean {
  const waits = state.stack.some((clause) => clause.verb === null);
  // "the mill, which is run by gas and kept by two men, *has* room": the comma closes what tells of the subject
  const closes = state.tokens[group.from - 1]?.text === ',' && group.finite === 'yes';
  return waits && ((state.comma !== null && state.comma > at) || closes);
}

/** "A man who stole to pay for holidays and a horse *was jailed*": the last verb is that of the clause that still has none. */
function isLastVerb(state: State, at: number, group: VerbGroup): boolean {
  if (state.tokens[at - 1]?.lower === ',' || top(state).link !== 'restrictive') return false;
  const waiting = state.stack[0]?.verb === null && state.stack[0].link === 'main';
  return waiting && !state.groups.some((other) => other.from >= group.to && other.finite === 'yes');
}

function coordinate(state: State, group: VerbGroup, at: number): boolean {
  const hasSubject = between(state, at + 1, group.from) && !isPlaced(state.tokens, at + 1, group.from);
  if (hasSubject) {
    if (isHowItIs(state.tokens, at + 1, group.from)) return true;
    if (joinsSubjects(state, at, group) || joinsSaid(state, at, group)) return false;
    if (endsBeforeVerb(state.tokens, at, group.from) || leadsBack(state, at, group) || isLastVerb(state, at, group))
      return false;
    if (group.finite === 'no' || (group.finite === 'maybe' && !byAmount(state, group) && isDoneTo(state, group)))
      return false;
    const current = top(state);
    // "homes were raided and their computers seized": the second has its "were" from the first
    if (isGapped(state, current, group)) return true;
    if (isNamedContact(state, group)) {
      pushAndTake(state, open('restrictive', null, group.from - 1, current), group);
      return true;
    }
    // "the cost of the roads and sewers it had promised": tells which
    if (
      isContact(state, group) &&
      /[^sui]s$/.test(state.tokens[group.from - 2]?.lower ?? '') &&
      nounPhraseStart(state.tokens, group.from - 1, at + 1) === at + 1 &&
      state.tokens[at - 1]?.lower !== ','
    ) {
      pushAndTake(state, open('restrictive', null, at + 1, current), group);
      return true;
    }
    if (isUnderOneBond(state, current, group, at)) return true;
    // A coordinate clause stands beside the clause before it; it leaves relatives and the like behind, unless it is inside a "that".
    while (
      state.stack.length > 1 &&
      ['relative', 'restrictive', 'adverbial', 'bound', 'shared subject'].includes(top(state).link)
    )
      state.stack.pop();
    const beside = top(state);
    const inside = beside.link === 'that' || beside.link === 'factive';
    const clause = open(
      inside ? beside.link : 'coordinate',
      at,
      startsWithThat(state.tokens, at + 1) ? at + 2 : at + 1,
      inside ? beside.parent : (beside.parent ?? null),
    );
    if (current.verb === null) return false;
    pushAndTake(state, clause, group);
    return true;
  }
  // "has never sought or served in office": what "or" joins stands or falls together.
  if (state.tokens[at]?.lower === 'or') return true;
  const mate = partner(state, group);
  if (isQualified(state, group, at) || isOfEither(state, mate, group, at)) return true;
  // "arrested and questioned the student": two verbs side by side share what follows
  const bare = group.from === at + 1 && group.main === group.from;
  // "was shot and wounded.": of one deed
  const ends = mate?.verb?.passive === true && /^(?:PUNCT)$/.test(state.tokens[group.to]?.tag ?? 'PUNCT');
  const isPair = state.tokens[at]?.lower !== 'but' && !NEVER_DONE.has(state.tokens[group.main]?.lower ?? '');
  if (bare && isPair && mate?.verb?.to === at && (ends || hasObject(state.tokens, group.to))) return true;
  if (bare && mate?.verb != null && saysNothingYet(state, mate.verb, at)) return true;
  if (mate?.verb == null || continuesInfinitive(state, mate.verb, group)) return false;
  while (state.stack.length > 1 && top(state) !== mate) state.stack.pop();
  const clause = open('shared subject', at, at + 1, mate);
  clause.subject = mate.subject;
  pushAndTake(state, clause, withSharedModal(state, mate.verb, group));
  return true;
}

/** "could send refugees … and *remove* the buffer": the second verb stands under the first one's modal. */
function withSharedModal({ tokens }: State, first: VerbGroup, second: VerbGroup): VerbGroup {
  const verb = tokens[second.main]?.lower ?? '';
  // "will not open shops, but intends to": a verb of its own
  const bare = (second.form === 'present' && !/[^su]s$/.test(verb)) || INVARIANT.has(verb);
  if (first.form !== 'modal' || !bare) return second;
  return { ...second, form: 'modal', modal: first.modal, negated: second.negated || first.negated };
}

/** "In a statement *read* to the court, a colleague described …": part of the phrase in front, since another verb comes. */
function isFronted(state: State, { link, from }: Open, group: VerbGroup): boolean {
  if (link !== 'main' || state.comma !== null || state.tokens[skipLight(state.tokens, from, group.from)]?.tag !== 'ADP')
    return false;
  return looksParticipial(state, group) && (rivalVerb(state, group, true) || leadsToSubject(state, from, group));
}

const isWhere = (token: Token | undefined): boolean => token?.tag === 'ADP' && token.lower !== 'as';

/** Gives a finite verb group to the clause it belongs to, or to a new one. */
export function place(state: State, group: VerbGroup): void {
  const { tokens } = state;
  // Clause words that turned out to be prepositions ("after his first meeting, …") are dropped.
  while (state.stack.length > 1) {
    const last = top(state);
    const waiting = state.stack.slice(0, -1).some((clause) => clause.verb === null);
    if (last.verb !== null) break;
    // "whatever their rota; the rest ate …": no clause goes on behind a semicolon
    if (state.pause !== null && last.opener !== null && state.pause > last.opener) {
      state.stack.pop();
      continue;
    }
    if (last.link === 'relative' || last.link === 'restrictive' || isSubject(state, last)) break;
    if (opensWithSubject(state, last)) break;
    if (isOnlySince(state, last, group)) {
      state.stack.pop();
      continue;
    }
    const comma = last.interrupted ?? Number.POSITIVE_INFINITY;
    const joined = state.coordinators.some((at) => at > comma);
    const resumed = waiting && tokens[skipBack(tokens, group.from)]?.lower === ',' && Number.isFinite(comma);
    const cut = joined || resumed || (waiting && Number.isFinite(comma) && between(state, comma + 1, group.from));
    if (!cut && between(state, last.from, group.from)) break;
    state.stack.pop();
  }
  const current = top(state);
  if (supposes(state, group)) {
    pushAndTake(state, open('bound', group.from, group.from, current), group);
    return;
  }
  if (current.verb === null) {
    if (group.finite === 'no') return;
    if (group.finite === 'maybe') {
      const preposition =
        current.opener !== null && tokens[current.opener]?.tag === 'ADP' && current.link === 'adverbial';
      if (preposition && looksParticipial(state, group)) return;
      // "- in many of the harbours affected -"
      if (current.link === 'aside' && isWhere(tokens[current.from]) && looksParticipial(state, group)) return;
      if (isFronted(state, current, group) || tellsOfFronted(state, current, group)) return;
      const word = tokens[group.main]?.lower ?? '';
      const next = tokens[group.to];
      const afterComma = isWithinAside(state, current, group) || isBeforeAside(state, group);
      const takesClause = CLAUSE_TAKERS.has(word) && next?.lower !== 'by' && next?.tag !== 'ADP';
      const subjectRelative =
        current.opener !== null &&
        skipBack(tokens, group.from) === current.from - 1 + (current.from === current.opener ? 1 : 0);
      // "claims that the vaccine *caused* the wave are false": the next verb is the main clause's, which has none yet
      const insideSubject = current.link === 'that' && state.stack[0]?.verb === null;
      if (!takesClause && !subjectRelative && !insideSubject && rivalVerb(state, group, afterComma)) return;
    }
    take(state, current, group);
    return;
  }
  const lastOne = group.finite === 'maybe' && !rivalVerb(state, group, true);
  const described =
    group.finite === 'maybe' && tokens[skipBack(tokens, group.from)]?.lower === ',' && rivalVerb(state, group, true);
  const asserts =
    !described &&
    (group.finite === 'yes' || (group.finite === 'maybe' && (!looksParticipial(state, group) || lastOne)));
  // "three meetings: one with Lund, then one with Lund joined by others"
  const isOnList =
    tokens[state.pause ?? -1]?.text === ':' && group.finite === 'maybe' && looksParticipial(state, group);
  if (state.pause !== null && asserts && !isOnList && between(state, state.pause + 1, group.from)) {
    state.stack = state.stack.slice(0, 1);
    const clause = open('coordinate', state.pause, state.pause + 1, null);
    pushAndTake(state, clause, group);
    return;
  }
  const joint = jointBefore(state, group);
  if (joint !== null && coordinate(state, group, joint)) return;
  const waiting = state.stack.findLast((clause) => clause.verb === null);
  if (waiting !== undefined && group.finite !== 'no') {
    const subject = state.comma === null ? subjectBehindFronted(state, waiting, current, group) : null;
    if (subject !== null) {
      resume(state, waiting, group, subject);
      waiting.subject = [subject, group.from];
      take(state, waiting, group);
      return;
    }
    const embedded =
      (current.link !== 'adverbial' && current.link !== 'bound') || isWithinSubject(state, waiting, current);
    // "A paper that claimed a link *was withdrawn*": the last verb is that of what has none yet
    const isLast =
      waiting.link === 'main' &&
      current.link === 'restrictive' &&
      !state.groups.some(
        ({ from, finite }) => from >= group.to && finite !== 'no' && !joinsNext(tokens, group.to, from),
      );
    const complement =
      !isLast &&
      CLAUSE_TAKERS.has(tokens[current.verb.main]?.lower ?? '') &&
      between(state, current.verb.to, group.from) &&
      state.comma === null;
    const says = CLAUSE_TAKERS.has(tokens[group.main]?.lower ?? '');
    const participle =
      group.finite === 'maybe' && !says && (tellsBehind(state, group) || rivalVerb(state, group, false));
    if ((state.comma !== null || embedded) && !complement && !participle) {
      resume(state, waiting, group);
      take(state, waiting, group);
      return;
    }
  }
  if (group.finite === 'no') return;
  bare(state, current, group);
}

/** "*Led* by Ida Moss, the team won": what was done, told of nobody yet, leads to whoever did something; "Asked about it, she laughed" tells no more than that. */
const isDoneInFront = (tokens: readonly Token[], { from, main }: VerbGroup): boolean =>
  tokens.slice(0, from).every(({ tag }) => tag === 'ADV') &&
  !/^(?:asked|pressed|questioned|quizzed|told)$/.test(tokens[main]?.lower ?? '');

/** A finite verb with nothing before it that opens a clause: a list of verbs, a clause without "that", or "the last thing it would do". */
function bare(state: State, current: Open, group: VerbGroup): void {
  const [{ tokens }, { verb }] = [state, current];
  if (verb === null) return;
  const before = skipBack(tokens, group.from);
  const opener = tokens[before]?.lower === ',' ? waitingOpener(tokens, verb.to, before) : null;
  if (opener !== null && group.finite !== 'no') {
    const clause = open('adverbial', opener, opener + 1, current);
    clause.subject = [opener + 1, group.from];
    pushAndTake(state, clause, group);
    return;
  }
  if (tokens[before]?.lower === ',' && before > verb.main) {
    const mate = partner(state, group);
    const alike = mate?.verb != null && (group.form === mate.verb.form || underOneHave(state, mate.verb, group));
    if (alike && mate !== null && !looksParticipial(state, group) && !isListed(state, mate, group)) {
      while (state.stack.length > 1 && top(state) !== mate) state.stack.pop();
      const clause = open('shared subject', before, before + 1, mate);
      clause.subject = mate.subject;
      pushAndTake(state, clause, group);
    }
    return;
  }
  if (group.finite === 'maybe' && looksParticipial(state, group)) return;
  const takesClause = CLAUSE_TAKERS.has(tokens[verb.main]?.lower ?? '');
  const start = nounPhraseStart(tokens, group.from, verb.to);
  if (start >= group.from || !between(state, start, group.from)) return;
  if (
    state.comma !== null &&
    state.comma > verb.main &&
    !isContact(state, group) &&
    (group.finite === 'yes' || isDoneInFront(tokens, verb)) &&
    start === skipLight(tokens, state.comma + 1, group.from)
  ) {
    pushAndTake(state, open('coordinate', state.comma, state.comma + 1, current.parent), group);
    return;
  }
  if (group.finite === 'maybe' && !takesClause) return;
  pushAndTake(state, open(takesClause ? 'that' : 'restrictive', null, start, current), group);
}
