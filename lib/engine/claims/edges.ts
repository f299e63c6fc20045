/**
 * Stage 9: where the claim of a clause starts and ends, and what is cut off to stand alone.
 */
import type { Clause } from '../clauses/clauses.ts';
import { bareSubject, isPlaced, nounPhraseStart } from '../clauses/phrases.ts';
import { STAND_IN } from '../clauses/state.ts';
import type { Unit } from '../clauses/units.ts';
import { PARTICIPLE_ONLY, SUFFERED } from '../lexicon/verbs.ts';
import { inside, type ReadSentence, tokenSpan } from '../sentence/sentence.ts';
import { afterConnectives, holds, overlapOf, spanOf } from '../sentence/spans.ts';
import { isPerson, isPersonNoun as isRoleNoun, isSureOfHead } from '../statement/clause.ts';
import type { Span, Token } from '../types.ts';

/** A longer antecedent is left out of a relative clause's span, and named in its statement. */
const ANTECEDENT_WORDS = 4;

/** Whether the noun phrase before "which" can go into the claim as it stands: short, and for "who" a person. */
function isNear(facts: ReadSentence, unit: Unit, clause: Clause): boolean {
  const { antecedent, opener } = clause;
  if (antecedent === null || antecedent[0] >= antecedent[1] || antecedent[1] - antecedent[0] > ANTECEDENT_WORDS)
    return false;
  // "a neighbour, who runs the shop and who led the choir": the second stands too far off
  if (opener !== null && opener - antecedent[1] > 3) return false;
  const span = tokenSpan(unit.tokens, ...antecedent);
  if (span === null || unit.tokens[opener ?? -1]?.lower !== 'who') return span !== null;
  const named = facts.mentions.filter((mention) => overlapOf(mention.span, span) > 0);
  // "a hero with a limp, who died": not the limp
  const [at] = antecedent;
  const isHanging =
    /^an?$/.test(unit.tokens[at]?.lower ?? '') &&
    unit.tokens[at - 1]?.lower === 'with' &&
    !isPerson(unit.tokens.slice(...antecedent));
  return (named.length === 0 && !isHanging) || named.some(({ entity }) => entity.type === 'person');
}

/** Token index where a clause's claim starts. A fronted phrase stays where it says when or where; a fronted clause does not. */
export function clauseStart(facts: ReadSentence, unit: Unit, clause: Clause): number {
  const { tokens, clauses } = unit;
  const from = afterConnectives(tokens, clause.from, clause.to);
  const subject = clause.subject?.[0] ?? from;
  if (clause.link === 'shared subject') {
    const first = (clause.opener ?? clause.from - 1) + 1;
    if (isPlaced(tokens, first, clause.verb.from)) return first;
    let verb = clause.verb.from;
    while (verb - 1 > (clause.opener ?? 0) && tokens[verb - 1]?.tag === 'ADV') verb -= 1;
    return verb;
  }
  if (clause.link === 'relative') {
    if (toldOf(facts, unit, clause) === null && clause.antecedent !== null && isNear(facts, unit, clause))
      return clause.antecedent[0];
    const contracted = tokens[clause.verb.from]?.lower.startsWith("'") ?? false;
    const who = tokens[clause.opener ?? -1]?.lower === 'who' && !contracted;
    return who ? clause.verb.from : (clause.opener ?? clause.from);
  }
  const medial = medialFigure(facts, unit, clause);
  if (medial !== null && !isPersonTold(facts, tokens, medial)) return clause.verb.from;
  if (subject <= from) return from;
  const list = behindList(tokens, clause, from);
  if (list !== null) return list;
  if (tokens[subject - 1]?.text === ',' && isFrontedDeed(tokens.slice(from), subject - 1 - from)) return subject;
  if (clauses.some((other) => other !== clause && other.verb.from >= from && other.verb.from < subject)) return subject;
  // "Using the method of the labour office, Hull had 900 out of work": by what the figure was come to
  const isMethod = tokens[from]?.lower === 'using' && tokens[subject - 1]?.text === ',' && subject - from < 16;
  if (isMethod && tokens.slice(subject, clause.to).some(({ marks }) => marks.has('figure'))) return from;
  const fronted = spanOf(tokens, from, subject);
  // "Six minutes later, …": when, though no day can be told
  const lapse =
    fronted !== null && /^(?:later|earlier|on|afterwards)$/.test(tokens[lastWord(tokens, subject)]?.lower ?? '');
  const dated =
    fronted !== null &&
    (facts.times.some((time) => overlapOf(time, fronted) > 0) ||
      (lapse && inside(fronted, facts.quantities).length > 0));
  return dated || (subject - from <= 6 && tokens[from]?.tag === 'ADP') ? from : subject;
}

/** "Crossing between horror, anime and comics, | the event drew …": the subject behind a list in what opens the clause. */
function behindList(tokens: readonly Token[], { subject, verb }: Clause, from: number): number | null {
  const [opens] = subject ?? [verb.from];
  // "Discussing it in May, the mayor, Ada Lund, said": the subject is no end of a list
  if (/^(?:DET|PROPN|PRON)$/.test(tokens[opens]?.tag ?? '')) return null;
  if (tokens[from]?.tag !== 'VERB' || !/(?:ing|ed)$/.test(tokens[from]?.lower ?? '') || opens >= verb.from) return null;
  const comma = tokens.findLastIndex(({ lower }, i) => i > opens && i < verb.from && lower === ',');
  return comma > 0 && /^(?:DET|PROPN|PRON)$/.test(tokens[comma + 1]?.tag ?? '') ? comma + 1 : null;
}

/** "Ada Lund, a boy of 14 from Leeds, was arrested": what a person is told to be stands inside what happened to him. */
const isPersonTold = ({ mentions }: ReadSentence, tokens: readonly Token[], comma: number): boolean =>
  tokens[comma + 1]?.tag === 'DET' &&
  mentions.some(({ entity, span }) => entity.type === 'person' && span.end === tokens[comma - 1]?.end);

/** The last word before `at` that is no mark. */
const lastWord = (tokens: readonly Token[], at: number): number =>
  tokens.findLastIndex(({ tag }, i) => i < at && tag !== 'PUNCT');

/** Token index where a clause's claim ends. */
export function clauseEnd(facts: ReadSentence, unit: Unit, clause: Clause): number {
  const end = absoluteStart(unit.tokens, clause) ?? tailStart(facts, unit.tokens, clause) ?? clause.to;
  return Math.min(
    end,
    sayingStart(unit.tokens, clause) ?? end,
    saidBehind(unit.tokens, clause) ?? end,
    dashStart(facts, unit.tokens, clause) ?? end,
  );
}

/** "According to Lund, who chairs the board, ￼", "￼, said Lund, who chairs the board, and ￼": the comma before what whoever is told of says; null where nothing of the kind follows. */
function saidBehind(tokens: readonly Token[], { link, verb, to }: Clause): number | null {
  if (!/relative|restrictive/.test(link)) return null;
  const said = tokens.findIndex(({ text }, i) => i >= verb.to && i < to && text === STAND_IN);
  const at = tokens[said - 1]?.tag === 'CCONJ' ? said - 2 : said - 1;
  return at > verb.to && tokens[at]?.text === ',' ? at : null;
}

/** "were raided and their computers seized -- an all-out war": the dash before what only calls it something, with no figure, name or verb of its own. */
function dashStart({ quantities, times }: ReadSentence, tokens: readonly Token[], { verb, to }: Clause): number | null {
  const at = tokens.findIndex(({ text }, i) => i >= verb.to && i < to - 2 && /^(?:--|—|–)$/.test(text));
  if (at < 0 || !/^an?$/.test(tokens[at + 1]?.lower ?? '')) return null;
  const tail = tokenSpan(tokens, at + 1, to);
  const words = tokens.slice(at + 1, to);
  if (
    tail === null ||
    words.some(({ tag, text }) => /^(?:VERB|AUX|PROPN)$/.test(tag) || /^(?:--|—|–|[,;:])$/.test(text))
  )
    return null;
  return inside(tail, quantities).length > 0 || inside(tail, times).length > 0 ? null : at;
}

/** "blocked the sale, saying ￼": the comma before what is said with a deed; null where nothing is. */
function sayingStart(tokens: readonly Token[], { verb, to }: Clause): number | null {
  const at = tokens.findIndex(
    ({ text }, i) => i >= verb.to && i < to && text === ',' && SAYING.test(tokens[i + 1]?.lower ?? ''),
  );
  return at >= 0 && tokens.slice(at + 1, at + 5).some(({ text }) => text === STAND_IN) ? at : null;
}

/**
 * "the wage bill, £54mn last year, is twice …": a figure set between a subject and its verb is a claim of its own, and the other starts at the verb.
 *
 * @returns the index of the comma after the subject proper; null where nothing of the kind stands there
 */
export function medialFigure(facts: ReadSentence, unit: Unit, clause: Clause): number | null {
  const { tokens } = unit;
  if (clause.subject === null || !['main', 'coordinate', 'adverbial'].includes(clause.link)) return null;
  const [from] = clause.subject;
  const comma = tokens.findIndex((token, i) => i > from && i < clause.verb.from && token.lower === ',');
  const last = tokens[clause.verb.from - 1];
  if (comma < 0 || clause.verb.from - comma < 5 || last?.lower !== ',') return null;
  // "its effect, were it in force, would be": under a condition
  if (/^(?:were|had|should|if)$/.test(tokens[comma + 1]?.lower ?? '')) return null;
  // "Nine people, including four children, were killed": of whom it is said
  if (/^(?:including|especially|particularly|notably|mainly|named|identified)$/.test(tokens[comma + 1]?.lower ?? ''))
    return null;
  if (tokens[comma + 1]?.lower === 'in' && tokens[comma + 2]?.lower === 'particular') return null;
  // "Coles, 23, and Marsh, 25, are accused": of both
  if (tokens[comma + 1]?.tag === 'NUM' && tokens[comma + 2]?.text === ',' && tokens[comma + 3]?.tag === 'CCONJ')
    return null;
  // "three people, two of them children, have died": too little is left to stand alone
  if (tokens.slice(clause.verb.from, clause.to).filter(({ tag }) => tag !== 'PUNCT').length < 3) return null;
  // "the rise, against a fall of 4% in May, was due": told with the rest
  if (
    /^(?:of|against|from|with|after|compared)$/.test(tokens[comma + 1]?.lower ?? '') &&
    tokens[comma + 2]?.lower !== 'which'
  )
    return null;
  const middle = tokenSpan(tokens, comma + 1, clause.verb.from);
  return middle !== null && inside(middle, facts.quantities).some(({ rank }) => !rank) ? comma : null;
}

/** What a relative clause hangs on where that is quoted: "…rests with China,” which accounts for …". */
export function quotedAntecedent(unit: Unit, clause: Clause): Span | null {
  if (clause.link !== 'relative' || clause.antecedent === null) return null;
  const standIn = unit.tokens[clause.antecedent[1] - 1];
  if (standIn?.text !== STAND_IN) return null;
  const child = unit.children.find(({ span }) => span.start === standIn.start);
  if (child === undefined) return null;
  let to = child.tokens.length;
  while (to > 0 && child.tokens[to - 1]?.tag === 'PUNCT') to -= 1;
  return tokenSpan(child.tokens, nounPhraseStart(child.tokens, to, 0), to);
}

/** The words that go before a claim without a subject of its own, for its statement. */
export function leadOf(facts: ReadSentence, unit: Unit, clause: Clause): Span | null {
  const { tokens, clauses } = unit;
  if (clause.link === 'relative') {
    // "Marie Lotte, 34, who swam …": an age hides whom it hangs on
    const hidden = clause.antecedent === null && tokens[clause.opener ?? -1]?.lower === 'who';
    const told = toldOf(facts, unit, clause);
    if (told !== null) return told;
    if (hidden || (clause.antecedent !== null && !isNear(facts, unit, clause))) return whoBefore(facts, unit, clause);
    return null;
  }
  const medial = medialFigure(facts, unit, clause);
  if (medial !== null && isPersonTold(facts, tokens, medial)) return null;
  if (medial !== null && clause.subject !== null) return spanOf(tokens, clause.subject[0], medial);
  if (clause.link !== 'shared subject' || clause.subject === null) return null;
  const parent = clause.parent === null ? undefined : clauses[clause.parent];
  if (parent?.link === 'relative') return leadOf(facts, unit, parent) ?? nearLead(facts, unit, parent);
  const shared = sharedModal(tokens, clause, parent) ?? sharedAuxiliary(tokens, clause, parent);
  const span = spanOf(tokens, clause.subject[0], shared ?? bareSubject(tokens, clause.subject)[1]);
  return span === null || span.end - span.start > 80 ? null : span;
}

/** The words right before a relative clause, where they are sure to be all that it hangs on. */
function nearLead(facts: ReadSentence, unit: Unit, { antecedent, opener }: Clause): Span | null {
  const head = antecedent === null ? null : tokenSpan(unit.tokens, ...antecedent);
  const pronoun = unit.tokens[opener ?? -1];
  if (head === null || pronoun === undefined) return null;
  return isSureOfHead(facts, { start: head.start, end: pronoun.end }) ? head : null;
}

/** End of "could" or "will not" right behind the subject, where the clause stands under the modal of the one before it. */
function sharedModal(tokens: readonly Token[], clause: Clause, parent: Clause | undefined): number | null {
  if (clause.verb.form !== 'modal' || tokens[clause.verb.from]?.tag === 'AUX') return null;
  return parent?.verb.form === 'modal' && parent.verb.from === clause.subject?.[1] ? parent.verb.main : null;
}

/** End of "was" or "has" right behind the subject, where the verb of the clause can do nothing without it: "was laying off … and | building", "has said … and | done". */
function sharedAuxiliary(tokens: readonly Token[], clause: Clause, parent: Clause | undefined): number | null {
  const verb = tokens[clause.verb.from];
  if (parent === undefined || verb?.tag !== 'VERB' || parent.verb.main === parent.verb.from) return null;
  const main = tokens[parent.verb.main]?.lower ?? '';
  const isOpen = verb.lower.endsWith('ing') ? main.endsWith('ing') : PARTICIPLE_ONLY.has(verb.lower);
  return isOpen ? parent.verb.main : null;
}

/** What a thing falls, rises or wins by. */
const MARGIN = /^(?:%|percent|per|points?|goals?|votes?|seats?|runs?|lengths?|seconds?|minutes?|half|third|quarter)$/;

/** "owned by the party", not "fell by two points", "answered by closing". */
function namesDoer(tokens: readonly Token[], verb: number): boolean {
  const doer = tokens.slice(verb + 2, verb + 5);
  const isDoer =
    /^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(doer[0]?.tag ?? '') && !doer.some(({ lower }) => MARGIN.test(lower));
  return tokens[verb + 1]?.lower === 'by' && isDoer;
}

/** "charged with murder", "made a dame": nobody does it without an object, or only names what somebody becomes. */
function isSuffered(tokens: readonly Token[], verb: number): boolean {
  const { lower } = tokens[verb] ?? { lower: '' };
  if (!SUFFERED.has(lower)) return false;
  const next = tokens[verb + 1];
  const hasObject = /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ|SYM)$/.test(next?.tag ?? '') && next?.marks.has('time') !== true;
  if (!hasObject) return true;
  const becomes = /^(?:made|named|appointed|elected|crowned|chosen)$/.test(lower);
  return becomes && tokens.slice(verb + 1, verb + 4).some(({ lower: word, tag }) => tag === 'NOUN' && isRoleNoun(word));
}

/** "data, which is maintained by the firm and | owned by the party": what the nearest passive before is said of, with its auxiliary; null where none is. */
export function sharedPassive({ tokens, clauses }: Unit, clause: Clause): readonly Span[] | null {
  const { from, main } = clause.verb;
  const verb = tokens[from];
  if (clause.link !== 'shared subject' || from !== main || verb?.tag !== 'VERB') return null;
  if (!namesDoer(tokens, main) && !isSuffered(tokens, main)) return null;
  const before = clauses.findLast((other) => other.verb.to <= from && other.verb.passive);
  const isNearest =
    before !== undefined && !clauses.some(({ verb: own }) => own.from > before.verb.from && own.to <= from);
  const subject = before?.link === 'relative' || before?.link === 'restrictive' ? before.antecedent : before?.subject;
  if (!isNearest || subject === null || subject === undefined) return null;
  const [owner, auxiliary] = [tokenSpan(tokens, ...subject), tokenSpan(tokens, before.verb.from, before.verb.main)];
  return owner === null || auxiliary === null ? null : [owner, auxiliary];
}

/** Whether a "who" at `at` follows a name with nothing, or with what is set off by a mark, between. */
function isNextTo({ text }: ReadSentence, end: number, at: number): boolean {
  const between = text.slice(end, at).replace(/["”)\s]/g, '');
  return between === '' || /^[,(—–-]/.test(between);
}

/** "Jane Farrow, the member for Eastbury and a former whip, who", "Tarn, a village of 300 people, which": the name that all between tells of; null where there is another or a verb. */
function toldOf({ mentions }: ReadSentence, { tokens }: Unit, { opener, link }: Clause): Span | null {
  const pronoun = tokens[opener ?? -1];
  if (opener === null || link !== 'relative' || pronoun === undefined || tokens[opener - 1]?.lower !== ',') return null;
  const isWho = pronoun.lower === 'who';
  if (!isWho && pronoun.lower !== 'which') return null;
  const named = mentions.findLast(
    ({ entity, span }) => span.end < pronoun.start - 2 && (!isWho || entity.type === 'person'),
  );
  if (named === undefined || (named.entity.type === 'person') !== isWho) return null;
  const from = tokens.findIndex(({ start }) => start >= named.span.end);
  const between = tokens.slice(from, opener - 1);
  const [mark, first] = between;
  const isTold = mark?.lower === ',' && /^(?:DET|NUM|NOUN|PROPN)$/.test(first?.tag ?? '');
  const more = between.slice(1);
  return isTold && !more.some(({ tag, lower }) => lower === ',' || tag === 'VERB' || tag === 'AUX') ? named.span : null;
}

/** Index of the name that stands right behind another noun in a phrase: "the pact | Leeds and York"; null where none does. */
function behindFrontedNoun(
  { mentions }: ReadSentence,
  tokens: readonly Token[],
  from: number,
  to: number,
): number | null {
  const at = tokens.findIndex(
    ({ start }, i) =>
      i > from + 1 &&
      i < to &&
      /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.tag ?? '') &&
      mentions.some(({ span }) => span.start === start),
  );
  return at < 0 ? null : at;
}

/** The person a far "who" means: the last one named before it, or the one that what stands between tells of. Else the noun phrase itself, where it has one noun that "who" or "which" can mean. */
function whoBefore(facts: ReadSentence, unit: Unit, clause: Clause): Span | null {
  const { tokens } = unit;
  const at = tokens[clause.opener ?? clause.from]?.start ?? 0;
  const person = facts.mentions.findLast(({ entity, span }) => entity.type === 'person' && span.end <= at);
  const who = tokens[clause.opener ?? -1]?.lower === 'who';
  // "the rhetoric of Lund's campaign, who": between a person and a "who" stands nothing, or what is said of the person
  if (who && person !== undefined && isNextTo(facts, person.span.end, at)) return person.span;
  if (clause.antecedent === null) return null;
  const [start, end] = clause.antecedent;
  // "more than that of the club's board, who"
  if (who && /^(?:that|those)$/.test(tokens[start]?.lower ?? '')) return null;
  // "either Leeds or York, who"
  if (tokens[start - 1]?.lower === 'or') return null;
  const phrase = spanOf(tokens, start, end);
  const place =
    phrase !== null && facts.mentions.some((m) => m.entity.type === 'place' && overlapOf(m.span, phrase) > 0);
  // "troops in South Korea, who …", "leaders in the Senate, who …": people, not the place they are in.
  const isElse = who && !isPerson(tokens.slice(start, end));
  const inside = who && (place || isElse) && tokens[start - 1]?.tag === 'ADP';
  const whole = inside ? nounPhraseStart(tokens, start - 1, 0) : start;
  if (inside && whole < start - 1) return spanOf(tokens, whole, end);
  // "Under the pact Leeds and York, who": the names behind what is fronted
  if (inside && start === 1) return spanOf(tokens, behindFrontedNoun(facts, tokens, start, end) ?? end, end);
  // "the home of the treasurer of the club, who", "the staff of the hospital, which"
  const chained = tokens.slice(start, end).flatMap(({ tag }, i) => (tag === 'ADP' ? [start + i] : []));
  if (chained.length === 0) return phrase;
  const heads = [start, ...chained.map((i) => i + 1)];
  const ends = [...chained, end];
  const meant = heads.filter((head, i) => isPerson(tokens.slice(head, ends[i])) === who);
  const [only] = meant;
  return meant.length === 1 && only !== undefined && (who || only === start) ? spanOf(tokens, only, end) : null;
}

const SUPERLATIVE = /^(?:most|least|first|only|[a-z]{3,}est)$/;

const SUMMING_UP = new Set(
  `sign signal move step decision result development reminder suggestion sentence argument claim charge allegation accusation record rise fall increase decrease drop
  change shift figure number amount level rate sum price pace trend pattern practice process policy finding conclusion view position promise pledge warning plan proposal
  proportion share gap difference feat first setback blow victory defeat boost reversal departure contrast`.split(
    /\s+/,
  ),
);

/** ", a sign that investors had expected worse": a phrase with a clause of its own that says what the clause before it amounts to. */
function sumsUp(tokens: readonly Token[], at: number): boolean {
  if (!/^an?$/.test(tokens[at]?.lower ?? '')) return false;
  let noun = at + 1;
  while (tokens[noun]?.tag === 'ADJ' || tokens[noun]?.tag === 'ADV') noun += 1;
  if (!SUMMING_UP.has(tokens[noun]?.lower ?? '')) return false;
  return tokens[noun + 1]?.lower === 'that' && tokens.length - noun > 4;
}

const SAYING =
  /^(?:saying|adding|arguing|claiming|insisting|warning|noting|stating|alleging|asserting|complaining|explaining|stressing|predicting|conceding|admitting|acknowledging)$/;

/** ", making it the strongest since 1999": a participle at the end that brings a figure, a time or a superlative of its own. */
export function tailStart(facts: ReadSentence, tokens: readonly Token[], clause: Clause): number | null {
  for (let i = clause.verb.to; i < clause.to - 3; i += 1) {
    const next = tokens[i + 1];
    if (tokens[i]?.lower === ',' && sumsUp(tokens, i + 1)) return i;
    if (tokens[i]?.lower !== ',' || next?.tag !== 'VERB' || !next.lower.endsWith('ing')) continue;
    // ", saying talks began in September": what is said makes the claim
    if (SAYING.test(next.lower) && facts.attributions.some(({ cue }) => cue !== null && holds(cue, next))) continue;
    const tail = tokenSpan(tokens, i + 1, clause.to);
    if (tail === null) continue;
    const figures = inside(tail, facts.quantities).length > 0 || inside(tail, facts.times).length > 0;
    if (figures || tokens.slice(i + 2, clause.to).some((token) => SUPERLATIVE.test(token.lower))) return i;
  }
  return null;
}

/** ", without noting the source", ", with the two sides growing further apart": a claim without a finite verb, or no claim. */
export function absoluteStart(tokens: readonly Token[], clause: Clause): number | null {
  for (let i = clause.verb.to; i < clause.to - 2; i += 1) {
    const next = tokens[i + 1];
    if (tokens[i]?.lower !== ',' || next?.tag !== 'ADP' || !/^(?:without|with|despite)$/.test(next.lower)) continue;
    // "a ballet, and then, with Orr, another": set behind the "and"
    if (!/^(?:and|then|but)$/.test(tokens[i - 1]?.lower ?? '')) return i;
  }
  return null;
}

const FRONTED =
  /^(?:born|built|founded|raised|educated|elected|appointed|established|launched|created|designed|written|published|opened|trained|named|formed|completed|set|led|held|shot|hit|owned|filmed|recorded|jailed|convicted|arrested|injured|adopted|produced|directed|found|cleared|charged|sentenced|based)$/;

const FRONTED_WORDS = 3;

/** "Born in Lagos to a judge, she moved …": whether what stands before the comma at `comma` tells what was done to whoever the sentence is about. */
export const isFrontedDeed = (tokens: readonly Token[], comma: number): boolean =>
  comma >= FRONTED_WORDS &&
  FRONTED.test(tokens[0]?.lower ?? '') &&
  tokens[1]?.tag !== 'DET' &&
  tokens.findIndex(({ text }) => text === ',') === comma;
