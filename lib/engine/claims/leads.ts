/**
 * Stage 9: what goes before the second and third part of a clause, so that each can be told alone.
 */
import type { Clause } from '../clauses/clauses.ts';
import { bareSubject, standsBehind } from '../clauses/phrases.ts';
import type { Unit } from '../clauses/units.ts';
import { LISTING } from '../lexicon/verbs.ts';
import { type ReadSentence, tokenSpan } from '../sentence/sentence.ts';
import { spanOf } from '../sentence/spans.ts';
import type { Span } from '../types.ts';
import { type Conjunct, sideBySide, startsWithFigure } from './conjuncts.ts';
import { leadOf, sharedPassive } from './edges.ts';

/** A longer clause is not repeated before what hangs on it. */
export const LONGEST_LEAD = 160;

const LONGEST_SUBJECT = 80;

/** Characters of ", and ". */
const JOINT = 7;

/** "plans to close 18 shops and | to cut 900 jobs": who plans, and that he does; null for what is no infinitive. */
function infinitiveLead(
  { tokens }: Unit,
  clause: Clause,
  { from }: Conjunct,
  own: Span | null,
): readonly Span[] | null {
  const { subject, verb } = clause;
  const [to, first] = [tokens[from], tokens[verb.to]];
  // "promised to abolish a tax, | halve another": the "to" of the first holds for all
  const isBare = to?.tag === 'VERB' && !/(?:ed|ing|[^s]s)$/.test(to.lower) && tokens[from - 1]?.lower === ',';
  const isInfinitive = (to?.lower === 'to' && to.tag === 'PART') || isBare;
  if (!isInfinitive || first?.lower !== 'to' || first.tag !== 'PART') return null;
  const who = own ?? (subject === null ? null : spanOf(tokens, ...bareSubject(tokens, subject)));
  const does = tokenSpan(tokens, verb.from, verb.to + (isBare ? 1 : 0));
  return who === null || does === null || who.end - who.start > LONGEST_SUBJECT ? null : [who, does];
}

/** "included floods, | fires", "will spend 65m this year, | 105m next year and 125m in 2029", "is stricter in taxing gains and | in taxing land": where in the text what goes before each of them ends; null where they do not stand side by side. */
function aheadOfFirst({ tokens }: Unit, { verb }: Clause, { from }: Conjunct): number | null {
  if (LISTING.has(tokens[verb.main]?.lower ?? '')) return tokens[verb.to - 1]?.end ?? null;
  const word = tokens[from];
  const same =
    word?.tag === 'ADP' ? tokens.findLastIndex(({ lower }, i) => i >= verb.to && i < from && lower === word.lower) : -1;
  const at = same >= 0 ? same : startsWithFigure(tokens, from) ? sideBySide(tokens, verb.to, from - 1) : null;
  return at === null ? null : (tokens[at - 1]?.end ?? null);
}

/** What goes before a part of a clause in its statement. */
export function leadsOf(
  facts: ReadSentence,
  unit: Unit,
  clause: Clause,
  part: Conjunct,
  first: Span | null,
  isListed: boolean,
): readonly Span[] {
  const own = leadOf(facts, unit, clause);
  const suffered = part.joint === 'first' ? sharedPassive(unit, clause) : null;
  if (suffered !== null) return suffered;
  if (part.joint === 'first') return own === null ? [] : [own];
  const planned = infinitiveLead(unit, clause, part, own);
  if (planned !== null) return planned;
  // "At its foot lies a lake that is long and deep": behind the verb stands the subject
  const inverted = clause.subject !== null && standsBehind(unit.tokens, clause.subject[0], clause.verb);
  const ahead = isListed ? aheadOfFirst(unit, clause, part) : null;
  if (ahead !== null && first !== null && ahead > first.start && ahead - first.start <= LONGEST_LEAD)
    return own === null ? [{ start: first.start, end: ahead }] : [own, { start: first.start, end: ahead }];
  if (part.joint === 'phrase' || inverted) {
    if (first === null || first.end - first.start > LONGEST_LEAD) return [];
    // ", and lower still among nurses, | at 38 per cent": of what stands right before it
    const from = unit.tokens[part.from];
    if (from?.lower === 'at' && from.start - first.end > 2) {
      const ahead = { start: first.start, end: unit.tokens[part.from - 1]?.start ?? first.end };
      return ahead.end - ahead.start > LONGEST_LEAD ? [] : [ahead];
    }
    // "20 cents now, and | a rise from 10": with the word that joins them
    const joins = unit.tokens[part.from - 1]?.tag === 'CCONJ' && from !== undefined && from.start - first.end < JOINT;
    const told = joins ? { start: first.start, end: from.start } : first;
    return own === null ? [told] : [own, told];
  }
  // "is caused by wind and | rain", "acts as a buffer with the South and | the 30,000 troops there": what the second hangs on only the first can tell
  const [begins, ends] = [first?.start, unit.tokens[part.from]?.start];
  const led = unit.tokens.slice(clause.verb.to, part.from).some(({ tag }) => tag === 'ADP');
  if (led && begins !== undefined && ends !== undefined && ends > begins && ends - begins <= LONGEST_LEAD)
    return own === null ? [{ start: begins, end: ends }] : [own, { start: begins, end: ends }];
  const subject =
    own ?? (clause.subject === null ? null : spanOf(unit.tokens, ...bareSubject(unit.tokens, clause.subject)));
  const verb = tokenSpan(unit.tokens, clause.verb.from, clause.verb.to);
  // a subject too long to be told again: the clause around it is
  if (subject === null || verb === null || subject.end - subject.start > LONGEST_SUBJECT) return [];
  return [subject, verb];
}
