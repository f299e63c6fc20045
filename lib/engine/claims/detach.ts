/**
 * Cuts off the end of a claim what is a fact of its own. Rows find the places (`joints.ts`). Tried beside them: a learned judgement of whether to cut there
 * (logistic regression over the row and what stands on both sides); on articles left out it was right no more often than the rows alone.
 */
import { findClauses } from '../clauses/clauses.ts';
import { behindFixedPhrase, measuredFrom } from '../clauses/phrases.ts';
import { type Hit, hitsOf } from '../rules/rows.ts';
import { once } from '../sentence/once.ts';
import type { Draft, Form, ReadSentence } from '../sentence/sentence.ts';
import { holds, spanOf } from '../sentence/spans.ts';
import { objectFrame } from '../statement/object.ts';
import { type Attribution, type Span, type Token, UNCHECKABLE_KINDS } from '../types.ts';
import { asideCommas } from './conjuncts.ts';
import { isWithinGiven } from './given.ts';
import { JOINTS, type Joint } from './joints.ts';

/** A place where a draft may be cut: token ranges of the sentence, half-open. */
export type Cut = {
  readonly name: string;
  /** Where the claim before it ends. */
  readonly hostEnd: number;
  readonly tail: readonly [number, number];
  /** Where the claim of the tail starts: with the words it hangs on, or with its own. */
  readonly from: number;
  readonly untilComma: boolean;
  readonly isWhole: boolean;
  /** Whether a word joins the tail that stays out of its claim: "because". */
  readonly joins: boolean;
};

function cutOf({ rule, captures }: Hit<Joint>, tokens: readonly Token[], end: number): Cut | null {
  const tail = captures.get('tail');
  if (tail === undefined) return null;
  const head = captures.get('head');
  const first = tail[0] + (rule.gives.joins ? 1 : 0);
  const next = tokens.findIndex((token, i) => i > first && token.lower === ',');
  const comma = rule.gives.until === 'comma' || (rule.name === 'comma, done' && goesOn(tokens, next)) ? next : -1;
  const last = comma < 0 || comma > end ? end : comma;
  // "Lund, who built the bridge that spans the Tarn, has died": what tells of a subject ends before its verb
  const verb = findClauses(tokens).find(
    ({ subject, verb: own, link }) =>
      subject !== null && link !== 'restrictive' && subject[0] < first && first < subject[1] && own.from > first,
  )?.verb.from;
  const subjectEnd = verb === undefined ? end : tokens[verb - 1]?.lower === ',' ? verb - 1 : verb;
  const to = Math.min(last, subjectEnd);
  if (to - first < 2) return null;
  const from = rule.gives.withHead && head !== undefined ? headStart(tokens, head[0], first) : first;
  if (from > first) return null;
  return {
    name: rule.name,
    hostEnd: head === undefined ? withoutAdverb(tokens, tail[0]) : head[1],
    tail: [first, to],
    from,
    untilComma: (comma >= 0 || subjectEnd < last) && to < end,
    isWhole: rule.gives.isWhole,
    joins: rule.gives.joins,
  };
}

/** "settled claims, raised by Lund in May, | that it had rigged bids": behind the comma goes on what stood before the tail. */
const goesOn = (tokens: readonly Token[], comma: number): boolean =>
  comma > 0 && /^(?:that|to|after|before|because|when|on|in|at|for|by|from)$/.test(tokens[comma + 1]?.lower ?? '');

/** ", thereby | lowering": the adverb is the tail's. */
const withoutAdverb = (tokens: readonly Token[], at: number): number =>
  tokens[at - 1]?.tag === 'ADV' && tokens[at - 2]?.text === ',' ? at - 1 : at;

/** Where the words that a tail hangs on begin, with what measures their figure, without the half of a fixed phrase before them. */
const headStart = (tokens: readonly Token[], at: number, tail: number): number =>
  behindFixedPhrase(tokens, measuredFrom(tokens, behindVerb(tokens, at)), tail);

/** "have | recently rejected bills that …": no phrase begins within a verb; else where it began. */
function behindVerb(tokens: readonly Token[], at: number): number {
  const verb = findClauses(tokens).find(({ verb: own }) => own.from < at && at <= own.main)?.verb;
  return verb === undefined ? at : verb.main + 1;
}

/** Token range of a span; null where it holds no token. */
export function rangeOf(tokens: readonly Token[], { start, end }: Span): [number, number] | null {
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  return from < 0 || to <= from ? null : [from, to];
}

/** Where the finite verbs of a sentence stand. */
const finiteVerbs = once((tokens): ReadonlySet<number> => new Set(findClauses(tokens).map(({ verb }) => verb.from)));

/** What is left before the cut has a verb of its own, and what is cut off is not that verb. */
function saysSomething(verbs: ReadonlySet<number>, from: number, { hostEnd, tail, from: head }: Cut): boolean {
  const own = [...verbs].some((verb) => verb >= from && verb < Math.min(hostEnd, head === tail[0] ? hostEnd : head));
  return own && !verbs.has(tail[0]);
}

/** A condition holds for all that stands behind it: nothing is cut off it. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'provided']);

const isUnderCondition = (tokens: readonly Token[], from: number, { tail }: Cut): boolean =>
  tokens.slice(from, tail[0]).some(({ lower }) => CONDITIONS.has(lower));

const DENIALS: ReadonlySet<string> = new Set([
  "n't",
  'not',
  'never',
  'no',
  'hardly',
  'neither',
  'nobody',
  'none',
  'nothing',
  'cannot',
]);

/** "is not seen as a concern because it is far away": the reason belongs to what is denied. */
const isDenied = (tokens: readonly Token[], from: number, { tail }: Cut): boolean =>
  /^(?:because|as|so)$/.test(tokens[tail[0] - 1]?.lower ?? '') &&
  tokens
    .slice(from, tail[0])
    .some(({ lower }, i, all) => DENIALS.has(lower) && !/^(?:only|just|merely)$/.test(all[i + 1]?.lower ?? ''));

/** "The report comes | after a quarrel", "One of the reasons is | because …", "There are no people | left in it": what says nothing, or something else, without its end. */
function isTorn(tokens: readonly Token[], from: number, { hostEnd }: Cut): boolean {
  const last = tokens[hostEnd - 1]?.lower ?? '';
  const isDeniedThing = /^there$/.test(tokens[from]?.lower ?? '') && tokens.slice(from, hostEnd).some(isDenial);
  return NEEDS_AN_END.has(last) || isDeniedThing;
}

const NEEDS_AN_END: ReadonlySet<string> = new Set('is are was were be been come comes came coming'.split(' '));

const isDenial = ({ lower }: Token): boolean => DENIALS.has(lower);

/** What did not come about: of what hangs on it nothing is said to be so. */
const NOT_DONE =
  /^(?:refuse|fail|deny|decline|lack|reject|avoid)(?:s|d|ed|es|ing)?$|^(?:denies|denied|without|few|little|scant|unable|rather|instead)$/;

/** "never found a buyer | who had paid £3m", "little evidence | that the tax cut smoking": of something that there is not, its tail is no news. */
function isOfNothing(tokens: readonly Token[], draftFrom: number, { from, tail }: Cut): boolean {
  const head = tokens.slice(from, tail[0]);
  const isNone = head.some(({ lower }) => /^(?:no|any|little|scant|insufficient|few)$/.test(lower));
  const isSome = /^(?:an?|any|anybody|anyone|another|somebody|someone|anything)$/.test(head[0]?.lower ?? '');
  const isUnreal = tokens.slice(draftFrom, from).some((token) => isDenial(token) || NOT_DONE.test(token.lower));
  return head.length > 0 && (isNone || (isSome && isUnreal));
}

/** What is said behind these is not put forward as so. */
const UNSURE =
  /^(?:claim|allegation|accusation|suggestion|rumour|rumor|report|idea|myth|hope|fear|wish|doubt|deny|dispute|question|false|untrue|belief|possibility|chance|risk|threat)(?:s|ed|d|es)?$|^(?:denies|denied|possibilities|beliefs)$/;

/** "rejected claims that she stole *and that she lied*": what governs the first "that" governs the second. */
function isGovernedThat(tokens: readonly Token[], draftFrom: number, { name, tail }: Cut): boolean {
  if (name !== 'comma, and that' || tokens[tail[0] - 2]?.lower === 'but') return false;
  const that = tokens.findIndex(({ lower, tag }, i) => i >= draftFrom && lower === 'that' && tag !== 'DET');
  return (
    that >= 0 &&
    that < tail[0] - 1 &&
    tokens
      .slice(draftFrom, that)
      .some((token) => isDenial(token) || NOT_DONE.test(token.lower) || UNSURE.test(token.lower))
  );
}

/** "blamed “a customer | who moves less often”": a few quoted words are told whole or not at all. */
const isTornQuote = ({ attributions }: ReadSentence, draft: Span, at: Token | undefined): boolean =>
  at?.marks.has('quoted') === true &&
  attributions.some(
    ({ quoted, content }) =>
      quoted &&
      content.start > draft.start + 1 &&
      content.start < at.start &&
      at.start < content.end &&
      content.end <= draft.end,
  );

/** "the firms he listed on his forms | that have moved": of which of the two the second clause is told nobody can say. */
const isStacked = (tokens: readonly Token[], before: readonly Cut[], { tail }: Cut): boolean =>
  /^(?:that|which|who)$/.test(tokens[tail[0]]?.lower ?? '') &&
  tokens[tail[0] - 1]?.tag !== 'PUNCT' &&
  before.some(({ name, tail: [from, to] }) => name === 'something somebody did' && from < tail[0] && tail[0] < to);

/** "the watchdog, the Tramway Standards Board (TSB)", "the owners, the so-called barons": how it is called, and nothing that it is. */
function isOnlyNamed(tokens: readonly Token[], { name, tail: [from, to] }: Cut): boolean {
  if (name !== 'comma, who or what it is') return false;
  const own = tokens.slice(from, to);
  return own[1]?.lower === 'so-called' || own.every(({ tag }) => /^(?:DET|PROPN|PUNCT)$/.test(tag));
}

/** "remains, by a large margin, | the cheapest way": the comma closes what is set between a verb and its object. */
const closesAside = (tokens: readonly Token[], { tail }: Cut): boolean =>
  findClauses(tokens).some(({ verb }) => asideCommas(tokens, verb.to)[1] === tail[0] - 1);

/** "in Norway where, in a village school, | she taught": the clause has been opened before the comma. */
const isOpened = (tokens: readonly Token[], { name, tail }: Cut): boolean =>
  name === 'comma, somebody does' &&
  findClauses(tokens).some(
    ({ opener, verb, subject }) =>
      opener !== null &&
      opener < tail[0] - 1 &&
      subject !== null &&
      subject[0] <= tail[0] &&
      verb.from > tail[0] &&
      (tokens[opener]?.lower === 'that'
        ? tokens[opener]?.tag === 'SCONJ'
        : /^(?:where|which|whom)$/.test(tokens[opener]?.lower ?? '')) &&
      tokens[opener + 1]?.lower !== 'that',
  );

/** "It is the ninth month in a row | that the rate has not moved": what is so, and since when, are told in one. */
const isCleft = (tokens: readonly Token[], draftFrom: number, { tail }: Cut): boolean =>
  tokens[draftFrom]?.lower === 'it' &&
  /^(?:is|was)$/.test(tokens[draftFrom + 1]?.lower ?? '') &&
  tokens[tail[0]]?.lower === 'that' &&
  tokens.slice(draftFrom + 2, tail[0]).every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|ADV)$/.test(tag));

/** "all the firms | he listed", "the type of campaign | that we run": what only tells which are meant is no news. */
function tellsWhich(tokens: readonly Token[], { name, from, tail }: Cut): boolean {
  if (name === 'something somebody did') return /^(?:all|every|each)$/.test(tokens[from - 1]?.lower ?? '');
  const of = tokens.findLastIndex(({ lower }, i) => i < tail[0] && lower === 'of');
  const isKind = of > 0 && tail[0] - of <= KIND_WORDS && /^(?:type|kind|sort)s?$/.test(tokens[of - 1]?.lower ?? '');
  return isKind && tokens.slice(of, tail[0]).every(({ tag }) => /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tag));
}

const KIND_WORDS = 4;

/** "her gaze | as she stood behind him is causing talk": the verb of what stands before it is still to come. */
const isInSubject = (tokens: readonly Token[], { tail }: Cut): boolean =>
  findClauses(tokens).some(
    ({ link, subject, verb }) =>
      /^(?:main|coordinate)$/.test(link) &&
      subject !== null &&
      subject[0] < tail[0] &&
      tail[0] < verb.from &&
      subject[1] >= tail[0],
  );

/** Found once for all drafts of a sentence. */
const jointsOf = once((tokens): readonly Hit<Joint>[] => hitsOf(JOINTS, tokens));

/** The places where a draft may be cut, in the order of their tails; of several rows at one place the first. */
export function cutsOf(sentence: ReadSentence, draft: Span): Cut[] {
  const { tokens } = sentence;
  const hits = jointsOf(tokens);
  if (hits.length === 0) return [];
  const range = rangeOf(tokens, draft);
  if (range === null) return [];
  const [from, to] = range;
  const seen = new Set<number>();
  const cuts: Cut[] = [];
  for (const hit of hits) {
    const cut = cutOf(hit, tokens, to);
    if (cut === null || cut.hostEnd - from < 2 || cut.tail[1] > to || cut.tail[0] <= from || seen.has(cut.tail[0]))
      continue;
    if (isTornQuote(sentence, draft, tokens[cut.tail[0]])) continue;
    if (isOnlyNamed(tokens, cut) || closesAside(tokens, cut) || isOpened(tokens, cut) || isCleft(tokens, from, cut))
      continue;
    if (isWithinGiven(tokens, cut.tail[0] - 1) || isStacked(tokens, cuts, cut)) continue;
    if ((cut.joins && isDenied(tokens, from, cut)) || isTorn(tokens, from, cut)) continue;
    if (cut.joins && isInSubject(tokens, cut)) continue;
    if (isOfNothing(tokens, from, cut) || isGovernedThat(tokens, from, cut)) continue;
    if (cut.from < from || !saysSomething(finiteVerbs(tokens), from, cut) || isUnderCondition(tokens, from, cut))
      continue;
    seen.add(cut.tail[0]);
    cuts.push(cut);
  }
  return cuts.filter((cut) => !tellsWhich(tokens, cut)).sort((a, b) => a.tail[0] - b.tail[0]);
}

/** "companies | that have left": without the tail nobody knows which are meant. Behind a comma it only adds to them. */
const isRestrictive = (tokens: readonly Token[], { from, tail }: Cut): boolean =>
  from < tail[0] && tokens[tail[0] - 1]?.tag !== 'PUNCT';

/** "held in a cellar | where two guards questioned her": that there was one holds without the tail; not "is a tool | that …", nor of what is denied or asked for. */
function standsWithout(tokens: readonly Token[], piece: Span, { from, tail }: Cut): boolean {
  const head = tokens[from];
  const counted = tokens.findIndex(({ tag }, i) => i >= from && tag === 'NUM');
  const isSome =
    /^(?:an?|another|someone|somebody|something)$/.test(head?.lower ?? '') ||
    (measuredFrom(tokens, counted) === from && tokens[counted + 1]?.tag === 'NOUN');
  const before = tokens.slice(0, from).filter((token) => token.start >= piece.start);
  const noun = tokens[tail[0] - 1];
  // "at the home of Ada Bray | who once led the firm": a full name tells who is meant
  if (tokens[tail[0]]?.lower === 'who' && noun?.marks.has('person') && tokens[tail[0] - 2]?.marks.has('person'))
    return true;
  // "in a year | that …", ", a condition | that …"
  // "7.3 percent against 5.5 percent | estimated in May": what is compared stands together
  const isCompared =
    /^(?:against|than|from|versus)$/.test(tokens[from - 1]?.lower ?? '') ||
    (tokens[from - 1]?.lower === 'with' && tokens[from - 2]?.lower === 'compared');
  if (isCompared && counted === from) return false;
  if (noun?.marks.has('time') || TIMED.test(noun?.lower ?? '') || tokens[from - 1]?.text === ',') return false;
  const words = tokens.slice(0, tail[0]).filter((token) => token.start >= piece.start && token.tag !== 'PUNCT');
  const isThin =
    words.length < HOST_WORDS || /^(?:is|are|was|were|be|been|become|became|like)$/.test(before.at(-1)?.lower ?? '');
  return isSome && !isThin && !before.some((token) => isDenial(token) || OPAQUE.test(token.lower));
}

const HOST_WORDS = 6;
const TIMED = /^(?:time|moment|day|week|month|year|decade|age|period|era|way|case|place)s?$/;
const OPAQUE = /^(?:need|needs|needed|want|wants|wanted|seek|seeks|seeking|would|could|should|may|might|as|without)$/;

/** The piece with what was cut off it, up to the first tail that only adds something. */
function withRest(tokens: readonly Token[], piece: Draft, cuts: readonly Cut[]): Draft {
  const [first] = cuts;
  if (first === undefined || !isRestrictive(tokens, first) || standsWithout(tokens, piece, first)) return piece;
  const added = cuts.find((cut) => !isRestrictive(tokens, cut) && cut.hostEnd <= first.tail[1]);
  const rest = spanOf(tokens, first.tail[0], added?.hostEnd ?? first.tail[1]);
  return rest === null ? piece : { ...piece, rest };
}

const isSetOff = (tokens: readonly Token[], { tail }: Cut): boolean => tokens[tail[0] - 1]?.lower === ',';

/** Who says something inside a stretch: "a bridge that engineers say will last", "a hall where they said it had failed". */
const sayersIn = ({ attributions }: ReadSentence, span: Span): readonly Attribution[] =>
  attributions.filter(({ cue, content }) => cue !== null && holds(span, cue) && content.end > cue.start);

/** "a hall | where they said it had failed": where nothing is said of the hall, and what is said has its own claim. */
const onlyPlacesSaying = (sentence: ReadSentence, span: Span): boolean => {
  const sayers = sayersIn(sentence, span);
  return sayers.length > 0 && sayers.every(({ cue, content }) => cue !== null && content.start > cue.start);
};

/** Whether what says which are meant can be told alone; else its claim would be its host's once more. */
function tellsItsOwn(sentence: ReadSentence, draft: Draft, cut: Cut, judged: Judge): boolean {
  const { tokens } = sentence;
  const span = spanOf(tokens, cut.from, cut.tail[1]);
  if (span === null || !isRestrictive(tokens, cut)) return true;
  // "the barrier that has kept the port since 1987 was closed": a figure or a date is looked up
  const isDated = [...sentence.quantities, ...sentence.times].some((one) => holds(span, one));
  // "signed a petition | backing the change": what it does says no more than with its host
  const isBare = cut.name === 'something doing' && !isDated && !sentence.mentions.some((one) => holds(span, one.span));
  if (cut.untilComma ? isDated : !isBare && standsWithout(tokens, draft, cut)) return true;
  const isSaid =
    /^(?:that|which|who|whom|where)$/.test(tokens[cut.tail[0]]?.lower ?? '') && sayersIn(sentence, span).length > 0;
  return isSaid || objectFrame(sentence, judged(span, draft, 'headless')) !== null;
}

export type Judge = (span: Span, host: Draft, form: Form) => Draft;

/**
 * The draft without its tails, and its tails.
 *
 * @param judged makes a draft of a stretch of the sentence, in the mouth of whoever says the host
 */
export function detached(sentence: ReadSentence, draft: Draft, judged: Judge): Draft[] {
  if (draft.layer !== 'clause') return [draft];
  const { tokens } = sentence;
  // of a view only another clause is cut off: what hangs on its things is part of it
  const isView = draft.attribution !== null && UNCHECKABLE_KINDS.includes(draft.kind);
  const cuts = cutsOf(sentence, draft).filter(
    (cut) => cut.isWhole || (isSetOff(tokens, cut) ? true : !isView && tellsItsOwn(sentence, draft, cut, judged)),
  );
  const [first] = cuts;
  if (first === undefined) return [draft];
  const range = rangeOf(tokens, draft);
  if (range === null) return [draft];
  const pieces: Draft[] = [];
  const shorter = first.untilComma ? null : spanOf(tokens, range[0], first.hostEnd);
  const host = shorter === null ? draft : withRest(tokens, { ...draft, ...shorter }, cuts);
  pieces.push(host);
  cuts.forEach((cut, i) => {
    const next = cuts[i + 1];
    const end =
      next !== undefined && next.hostEnd > cut.tail[0] && next.hostEnd < cut.tail[1] ? next.hostEnd : cut.tail[1];
    const span = spanOf(tokens, cut.from, end);
    if (span === null || span.end > draft.end) return;
    if (isRestrictive(tokens, cut) && host.rest !== undefined && onlyPlacesSaying(sentence, span)) return;
    const piece = judged(span, host, cut.isWhole ? 'whole' : 'headless');
    pieces.push(end < cut.tail[1] ? withRest(tokens, piece, cuts.slice(i + 1)) : piece);
  });
  return pieces;
}
