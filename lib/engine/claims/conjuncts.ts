/**
 * Stage 9d: one verb, several facts. "is penalizing a shipping company *and two individuals*", "calls for A to suspend … *and for B to freeze* …",
 * "has included exercises, *calls for sanctions* and *warnings*": each conjunct that can be checked alone becomes a claim.
 */
import type { Clause } from '../clauses/clauses.ts';
import type { Token } from '../types.ts';
import { isWithinGiven } from './given.ts';
import { closesList, endsList, isJoint, listJoints } from './lists.ts';

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM']);

const hasNoun = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((token) => NOMINAL.has(token.tag));

/** A conjunct that carries a number or an order of its own: "two individuals", "his first with …", "$3 million for schools". */
export function startsWithFigure(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined) return false;
  if (first.tag === 'NUM' || /^[$£€]$/.test(first.text)) return tokens[at + 1]?.tag !== 'CCONJ';
  const approximately =
    /^(?:about|around|nearly|almost|over|some|roughly|another)$/.test(first.lower) && second?.tag === 'NUM';
  const owner =
    tokens[at + 1]?.lower === "'s" && /^(?:first|second|third|last|fourth|fifth)$/.test(tokens[at + 2]?.lower ?? '');
  if (owner) return true;
  if (
    /^(?:the|another|others)$/.test(first.lower) &&
    /^(?:rest|remainder|others?|half|remaining|\d.*)$/.test(second?.lower ?? '')
  )
    return true;
  const order = first.tag === 'PRON' && /^(?:first|second|third|last)$/.test(second?.lower ?? '');
  return approximately || order;
}

/** "for North Korea to freeze": the same preposition as before, and an infinitive. */
function isParallelInfinitive(tokens: readonly Token[], verbEnd: number, at: number, to: number): boolean {
  const first = tokens[at];
  if (first?.tag !== 'ADP') return false;
  const before = tokens.slice(verbEnd, at).some((token) => token.lower === first.lower);
  return before && tokens.slice(at, to).some((token) => token.lower === 'to' && token.tag === 'PART');
}

/** "and some experts *who see it as a ploy*": where the clause of a conjunct opens; null where it has none. */
function ownClause(tokens: readonly Token[], clauses: readonly Clause[], at: number, to: number): number | null {
  // "said things and *done* things that were wrong": another verb, and no second object
  if (tokens[at]?.tag === 'VERB' && !/(?:ed|ing)$/.test(tokens[at]?.lower ?? '')) return null;
  const own = clauses.find(
    ({ link, antecedent, opener }) =>
      link === 'restrictive' &&
      antecedent !== null &&
      antecedent[0] >= at &&
      antecedent[0] <= at + 1 &&
      (opener ?? to) < to,
  );
  return own?.opener ?? null;
}

/** "blamed rates and “a customer *who* moves less”": the clause stands in quotation marks that only the second thing has. */
const isQuotedAlone = (tokens: readonly Token[], joint: number, opener: number | null): boolean =>
  tokens[opener ?? -1]?.marks.has('quoted') === true && tokens[joint]?.marks.has('quoted') !== true;

const SUPERLATIVE = /^(?:most|least|fewest|record|[a-z]{3,}(?:est|most))$/;

/** "the highest number since 2006": a rank in the first words of a phrase. */
function startsWithRank(tokens: readonly Token[], from: number, to: number): boolean {
  const opening = tokens.slice(from, Math.min(to, from + 3));
  if (opening.some((token) => SUPERLATIVE.test(token.lower))) return true;
  // "the first double dissent since 1993"
  const since = tokens.slice(from, to).some(({ lower }) => lower === 'since');
  return since && opening.some(({ lower }) => /^(?:first|second|third|fourth|fifth|last)$/.test(lower));
}

/**
 * The commas behind which a figure of its own stands: ", down 12 per cent on the week before", ", £2,318 for a typical home",
 * ", the highest number since 2006". Ages and dates have no room for a statement and stay.
 */
function figureJoints(
  tokens: readonly Token[],
  clause: Clause,
  to: number,
  hasFigure: HasFigure,
  objects: readonly number[],
): number[] {
  const joints: number[] = [];
  const aside = asideCommas(tokens, clause.verb.to);
  let depth = 0;
  for (let i = clause.verb.to; i < to - 2; i += 1) {
    const token = tokens[i];
    if (token?.text === '"') depth = 1 - depth;
    if (token?.lower !== ',' || depth > 0 || endsList(tokens, i) || partsPlace(tokens, i)) continue;
    let end = i + 1;
    while (end < to && tokens[end]?.lower !== ',' && !objects.includes(end)) end += 1;
    const words = end - i - 1;
    // "in September, 2019 and at the end of 2020"
    if (tokens[i - 1]?.marks.has('time') && /^(?:1[5-9]|20)\d\d$/.test(tokens[i + 1]?.text ?? '')) continue;
    // ", which pays for 400 homes, by £45m": a clause of its own
    if (/^(?:which|who|whose)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    // "where, in a village school, | she taught 40 children"
    if (/^(?:he|she|they|we|i)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    if (aside.includes(i) || closesJoined(tokens, i) || isWithinGiven(tokens, i) || belongsBefore(tokens, i + 1, end))
      continue;
    if (words >= 3 && (hasFigure(i + 1, end) || (words > 3 && startsWithRank(tokens, i + 1, end)))) joints.push(i);
  }
  return joints;
}

/** "will lay, on average, 250 eggs": the commas around what is set between a verb and its object. */
export function asideCommas(tokens: readonly Token[], at: number): readonly number[] {
  const opens = tokens[at]?.lower === ',' && /^(?:ADP|ADV)$/.test(tokens[at + 1]?.tag ?? '');
  const closes = tokens.findIndex(({ lower }, i) => i > at && lower === ',');
  return opens && closes > at && closes < at + ASIDE_WORDS ? [at, closes] : [];
}

/** "the first of the age, and, in her youth, | the greatest": the comma closes what is set behind the "and". */
function closesJoined(tokens: readonly Token[], comma: number): boolean {
  const opens = tokens.findLastIndex(({ lower }, i) => i < comma && lower === ',');
  const [joint, first] = [tokens[opens - 1], tokens[opens + 1]];
  return comma - opens < ASIDE_WORDS && /^(?:and|but|or|then)$/.test(joint?.lower ?? '') && first?.tag === 'ADP';
}

const ASIDE_WORDS = 6;

/** "$60 million, *or* $1.20 a share, *from* $51 million, *a year earlier*", ", *down from* 90": the same sum told otherwise, what it is compared with, and when that was. */
function belongsBefore(tokens: readonly Token[], at: number, end: number): boolean {
  const [first, next] = [tokens[at]?.lower ?? '', tokens[at + 1]];
  const isAmount =
    next?.tag === 'NUM' ||
    /^[$£€]$/.test(next?.text ?? '') ||
    /^(?:about|roughly|nearly|almost|some|around|just|even)$/.test(next?.lower ?? '');
  if (first === 'or') return isAmount && !isShareOfElse(tokens, at);
  if (first === 'from' || first === 'also') return true;
  // ", by 424 votes"
  if (first === 'by' && isAmount) return true;
  // ", other than the Trano": of what it is not so
  if (
    /^(?:except|excluding|excepting|unlike)$/.test(first) ||
    (/^(?:other|rather|apart)$/.test(first) && /^(?:than|from)$/.test(next?.lower ?? ''))
  )
    return true;
  // ", or 0.03%, | at £32.26", not ", and lower still among nurses, | at 38 per cent"
  if (first === 'at' && !isJoinedBefore(tokens, at)) return true;
  // ", compared with 0.7 tonnes", ", twice the budget", ", more than double what it was"
  if (/^(?:compared|against|versus)$/.test(first)) return !followsRate(tokens, at);
  if (/^(?:twice|double|half)$/.test(first)) return true;
  const multiple = tokens.slice(at, at + 4).some(({ lower }) => /^(?:double|twice|triple|times)$/.test(lower));
  if ((/^(?:more|nearly|almost|about|roughly|over)$/.test(first) || next?.lower === 'times') && multiple) return true;
  const dates = tokens.slice(at, end).every(({ marks, tag }) => marks.has('time') || tag === 'PUNCT');
  return dates || (/^(?:up|down)$/.test(first) && next?.lower === 'from');
}

const isJoinedBefore = (tokens: readonly Token[], at: number): boolean => {
  const comma = tokens.findLastIndex(({ text }, i) => i < at - 1 && text === ',');
  return tokens.slice(comma + 1, at).some(({ lower }) => lower === 'and');
};

/** ", or 9 per cent of the yearly budget": of another thing than the sentence is about; not "of its workforce", "of the number in 2019". */
function isShareOfElse(tokens: readonly Token[], at: number): boolean {
  const of = tokens.findIndex(
    ({ lower }, i) => i > at && i < at + 6 && lower === 'of' && SHARE.test(tokens[i - 1]?.lower ?? ''),
  );
  const [first, next] = [tokens[of + 1], tokens[of + 2]];
  const isSame =
    /^(?:its|their|his|her|our|my|that|those|what)$/.test(first?.lower ?? '') ||
    /^(?:number|total|figure|amount|sum|rate|cost|price|value)s?$/.test(next?.lower ?? '');
  return of > 0 && !isSame;
}

const SHARE = /^(?:%|percent|cent|third|quarter|half|tenth|fifth)s?$/;

/** "418 people died, 9.1 for every 100,000, | compared with 502": what is compared stands before a figure that is told beside it. */
function followsRate(tokens: readonly Token[], at: number): boolean {
  const from = tokens.findLastIndex(({ text }, i) => i < at - 1 && text === ',');
  const aside = tokens.slice(from + 1, at - 1);
  return from >= 0 && aside[0]?.tag === 'NUM' && !aside.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
}

/** "by the end of the year *with the loss of 1,200 jobs*": the figure of what comes with it. */
function withJoint(tokens: readonly Token[], clause: Clause, to: number, hasFigure: HasFigure): number | null {
  // "who came into Tuesday | with a lead of 300": too little stands before it
  for (let i = Math.max(clause.verb.to + 2, clause.from + 5); i < to - 2; i += 1) {
    const condition = tokens[i]?.lower === 'on' && tokens[i + 1]?.lower === 'condition';
    if ((tokens[i]?.lower !== 'with' && !condition) || tokens[i]?.tag !== 'ADP') continue;
    // "compared with the 0.7 tonnes assumed before"
    if (/^(?:compared|together|along|associated|combined)$/.test(tokens[i - 1]?.lower ?? '')) continue;
    // "run to 20 pages with 30 boxes": what was counted has them
    const counted = tokens[i - 1]?.tag === 'NOUN' && /^(?:NUM|SYM)$/.test(tokens[i - 2]?.tag ?? '');
    if (counted && tokens[i + 1]?.tag === 'NUM') continue;
    if (hasFigure(i + 1, to) && hasFigure(clause.verb.to, i, true) && tokens[i - 1]?.lower !== ',') return i;
  }
  return null;
}

/** "between seven in the morning and …": an "and" that belongs to a "between" not far before it. */
function closesBetween(tokens: readonly Token[], and: number): boolean {
  for (let i = and - 1; i >= 0 && i > and - 9; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'VERB' || token.tag === 'CCONJ' || token.lower === ',') return false;
    if (token.lower === 'between') return true;
  }
  return false;
}

/** "Clearwater, Florida": a town and where it lies. */
const partsPlace = (tokens: readonly Token[], comma: number): boolean =>
  tokens[comma - 1]?.tag === 'PROPN' &&
  tokens[comma + 1]?.tag === 'PROPN' &&
  tokens[comma + 1]?.marks.has('place') === true;

/** Whether a figure stands in a token range; with `orTime`, a figure or a time. */
export type HasFigure = (from: number, to: number, orTime?: boolean) => boolean;
/** What a split has to know of the figures of a sentence. */
export type Figures = {
  readonly has: HasFigure;
  /** Whether a token is part of a figure: the "and" of "two hours and 41 minutes". */
  readonly holds: (at: number) => boolean;
};

/** One stretch of a clause; `joint` is what set it off from the one before. */
export type Conjunct = { readonly from: number; readonly to: number; readonly joint: 'first' | 'object' | 'phrase' };

const PART =
  /^(?:year|month|week|day|hour|minute|second|mile|yard|foot|feet|inch|inche|pound|ounce|metre|meter|centimetre|pence|cent)s?$/;

/** "32 minutes *and* 14 seconds": one length, told in two units. */
const isOneMeasure = (tokens: readonly Token[], and: number): boolean =>
  [and - 1, and + 2].every((at) => PART.test(tokens[at]?.lower ?? '')) && tokens[and + 1]?.tag === 'NUM';

/** "rose to 4.6m from 4.4m in May | and 3.5m a year earlier": what a figure is compared with is told with it. */
function isCompared(tokens: readonly Token[], from: number, joint: number): boolean {
  const at = tokens.findLastIndex(
    ({ lower }, i) => i > from && i < joint && /^(?:from|against|versus|than)$/.test(lower),
  );
  return (
    at > 0 &&
    tokens.slice(from, at).some(({ tag }) => tag === 'NUM') &&
    startsWithFigure(tokens, at + 1 + Number(tokens[at + 1]?.tag === 'DET'))
  );
}

/**
 * "will spend *65m this year*, 105m next year and | 125m in 2029": where the first of the figures begins that stand side by side with the one behind a joint; null where
 * none does. What goes before the first goes before each.
 */
export function sideBySide(tokens: readonly Token[], from: number, joint: number): number | null {
  const before = (at: number): number =>
    tokens.findLastIndex((token, i) => i >= from && i < at && startsFigure(tokens, i) && !token.marks.has('time'));
  // "three plans *in three months* and | two retreats": behind a preposition stands no fellow of what has none
  const bare = tokens.findLastIndex(
    (token, i) =>
      i >= from &&
      i < joint &&
      startsFigure(tokens, i) &&
      !token.marks.has('time') &&
      /^(?:VERB|AUX)$/.test(tokens[i - 1]?.tag ?? ''),
  );
  const alike = sameCounted(tokens, from, joint);
  if (alike !== null) return alike;
  let at = before(joint);
  if (
    bare >= 0 &&
    bare < at &&
    tokens[at - 1]?.tag === 'ADP' &&
    tokens.slice(at, joint).some(({ tag }) => tag === 'NOUN')
  )
    return bare;
  // "9 per cent of 300 homes", ", 105m next year"
  const leansBack = (i: number): boolean =>
    tokens[i - 1]?.text === ',' ||
    tokens[i - 1]?.tag === 'CCONJ' ||
    (tokens[i - 1]?.lower === 'of' &&
      tokens.slice(Math.max(from, i - 4), i - 1).some(({ marks }) => marks.has('figure')));
  while (at >= 0 && leansBack(at)) at = before(at - 1);
  return at < from ? null : at;
}

/** "will buy *7 million shares* of its 3% stock and | *8 million shares* of its 4% stock": where the first figure of the same thing begins. */
function sameCounted(tokens: readonly Token[], from: number, joint: number): number | null {
  const counted = (at: number): string | null => {
    const noun = tokens.slice(at, at + 5).find(({ tag, lower }) => tag === 'NOUN' && !SCALE.test(lower));
    return startsFigure(tokens, at) ? (noun?.lower ?? null) : null;
  };
  const own = counted(joint + 1);
  if (own === null) return null;
  const at = tokens.findIndex(
    ({ marks }, i) =>
      i >= from && i < joint && !marks.has('time') && counted(i) === own && tokens[i - 1]?.tag !== 'ADP',
  );
  const owner = tokens
    .slice(Math.max(from, at), joint)
    .some(
      ({ tag, lower }, i, all) =>
        /^(?:its|their|the|his|her)$/.test(lower) && all[i + 1]?.tag === 'NUM' && tag !== 'NOUN',
    );
  return at < 0 || !owner ? null : at;
}

const SCALE = /^(?:mln|bln|million|billion|thousand|trillion)$/;

/** Where a figure begins, with the word that measures it: "about 4m", "$4m". */
const startsFigure = (tokens: readonly Token[], at: number): boolean =>
  startsWithFigure(tokens, at) && !startsWithFigure(tokens, at - 1);

/** "is made up of 10 lawyers and 12 bakers": the parts of one whole. */
const tellsParts = (tokens: readonly Token[], { verb }: Clause): boolean =>
  /^(?:consist|consists|consisted|composed|divided|split)$/.test(tokens[verb.main]?.lower ?? '') ||
  (tokens[verb.main]?.lower === 'made' && tokens[verb.to]?.lower === 'up');

/** "six months of paid leave and | six unpaid": of what there are so many, only the thing before it says. */
const lacksItsNoun = (tokens: readonly Token[], at: number, to: number): boolean =>
  tokens[at]?.tag === 'NUM' && /^(?:ADJ|VERB)$/.test(tokens[at + 1]?.tag ?? '') && !hasThing(tokens, at + 1, to);

const hasThing = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag }) => tag === 'NOUN' || tag === 'PROPN' || tag === 'SYM');

function objectJoints(
  tokens: readonly Token[],
  clause: Clause,
  clauses: readonly Clause[],
  to: number,
  figures: Figures,
): number[] {
  const joints: number[] = [];
  if (tellsParts(tokens, clause)) return joints;
  for (let i = clause.verb.to + 1; i < to - 1; i += 1) {
    if (!isJoint(tokens, i) || figures.holds(i) || !hasNoun(tokens, clause.verb.to, i)) continue;
    const at = i + 1;
    const own =
      startsWithFigure(tokens, at) ||
      isParallelInfinitive(tokens, clause.verb.to, at, to) ||
      (ownClause(tokens, clauses, at, to) !== null &&
        tokens[i - 1]?.lower !== ',' &&
        tokens[at]?.tag !== 'ADP' &&
        !isQuotedAlone(tokens, i, ownClause(tokens, clauses, at, to)) &&
        !tokens.slice(clause.verb.to, i).some(({ lower }) => lower === 'as'));
    // "between 30 and 40", "from 3 to 5 and …": a figure right before the joint makes a range or a sum.
    const range = tokens[i - 1]?.tag === 'NUM' || closesBetween(tokens, i) || isOneMeasure(tokens, i);
    if (
      own &&
      !range &&
      !lacksItsNoun(tokens, at, to) &&
      !closesList(tokens, i) &&
      !isCompared(tokens, clause.verb.to, i)
    )
      joints.push(i);
  }
  return joints;
}

/**
 * Splits the range of a clause's claim where its parts can be checked one by one.
 *
 * @returns the parts in order; the first has the subject and the verb. One part where there is nothing to split.
 */
export function conjunctsOf(
  tokens: readonly Token[],
  clause: Clause,
  clauses: readonly Clause[],
  from: number,
  to: number,
  figures: Figures,
): Conjunct[] {
  // "rose by 3m and 4m in 2019 and 2020, respectively": which belongs to which only all of it tells
  if (tokens.slice(from, to).some(({ lower }) => lower === 'respectively')) return [{ from, to, joint: 'first' }];
  const listed = listJoints(tokens, clause, from, to);
  const objects = listed.length > 0 ? listed : objectJoints(tokens, clause, clauses, to, figures);
  const phrases = listed.length > 0 ? [] : figureJoints(tokens, clause, to, figures.has, objects);
  const accompanied = withJoint(tokens, clause, phrases[0] ?? objects[0] ?? to, figures.has);
  const joints = [...new Set([...objects, ...phrases, ...(accompanied === null ? [] : [accompanied])])].sort(
    (a, b) => a - b,
  );
  const parts: Conjunct[] = [];
  let start = from;
  let kind: Conjunct['joint'] = 'first';
  for (const joint of joints) {
    // "a fault of the firm and a clerk | who …": the clerk belongs to both
    const shared = objects.includes(joint) ? ownClause(tokens, clauses, joint + 1, to) : null;
    parts.push({ from: start, to: shared ?? joint, joint: kind });
    start = joint === accompanied ? joint : joint + 1;
    if (tokens[start]?.lower === 'and') start += 1;
    kind = objects.includes(joint) ? 'object' : 'phrase';
  }
  parts.push({ from: start, to, joint: kind });
  return parts.every((part, i) => i === 0 || hasNoun(tokens, part.from, part.to))
    ? parts
    : [{ from, to, joint: 'first' }];
}
