/**
 * What "it", "its", "they" and "their" mean at the head of a claim: what the sentence before, or the clause before, is about, and only where nothing else named
 * there can be meant.
 */
import { findClauses } from '../clauses/clauses.ts';
import { CUE_FORMS } from '../lexicon/cues.ts';
import { GROUPS, OF_MINDS, OWNED_BY_BODIES } from '../lexicon/of-bodies.ts';
import { COUNTRY_NAMES } from '../lexicon/places.ts';
import { BODY_NOUNS, FIRMS, GROUP_NOUNS } from '../lexicon/titles.ts';
import { IRREGULAR_PLURALS, PARTICIPLE_ONLY, PAST_OR_PARTICIPLE } from '../lexicon/verbs.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import { ACTS, actsBehind, isAbout } from './body.ts';
import { firstToken, isPersonNoun } from './clause.ts';
import type { Edit } from './edits.ts';

/** What a sentence is about, as far as a pronoun can mean it. */
export type Thing = {
  /** Where it stands in the text. */
  readonly span: Span;
  readonly many: boolean;
  /** A council, a firm: what can say or do something. */
  readonly isBody: boolean;
  /** Whether it is called by a name that may be a firm's. */
  readonly isFirm: boolean;
  /** How many others of its number the same words name, and how many of them are bodies. */
  readonly rivals: number;
  readonly bodies: number;
  /** How many of them have a name that may be a firm's. */
  readonly firms: number;
  /** A band, a team, of whom "they" is said as well, where no other people are named. */
  readonly isGroup: boolean;
  /** Whether it is what somebody speaks of: what only somebody does is then more likely done by whoever speaks. */
  readonly isSpokenOf?: boolean;
};

const NOMINAL = /^(?:NOUN|PROPN)$/;
const IN_PHRASE = /^(?:NOUN|PROPN|ADJ|NUM|DET|SYM)$/;

/** "Nurses want": a noun that opens a sentence may be taken for a name. */
const isNoun = ({ tag, lower, marks }: Token): boolean =>
  tag === 'NOUN' || (tag === 'PROPN' && marks.size === 0 && isPeople(lower));

export const isPlural = (token: Token): boolean =>
  isNoun(token) && (/[^sui]s$/.test(token.lower) || IRREGULAR_PLURALS.has(token.lower) || token.lower === 'people');

/** What can say and do something: a body, or people. */
const isBodyNoun = (token: Token): boolean =>
  BODY_NOUNS.has(token.lower) ||
  token.marks.has('organization') ||
  isCountry(token) ||
  (isPlural(token) && isPeople(token.lower));

const isCountry = ({ marks, text }: Token): boolean => marks.has('place') && COUNTRY_NAMES.has(text);

const isPeople = (word: string): boolean => isPersonNoun(word) || GROUP_NOUNS.has(word);

/** "Ferrum", "Halden Steel", not "the Planning Council", "Leeds", "Democrats". */
function isFirm({ tag, lower, text, marks }: Token, isMore: boolean): boolean {
  const isName = tag === 'PROPN' && !marks.has('place') && !marks.has('person') && !isPeople(lower) && !isMore;
  return isName && (FIRMS.has(lower) || !BODY_NOUNS.has(lower)) && !/(?:ans|ats|ists|ers|ives)$/.test(text);
}

/** The noun phrases of a token range by their last words: what somebody could point back to. */
function named(
  tokens: readonly Token[],
  from: number,
  to: number,
): { head: Token; first: Token; before: Token | undefined }[] {
  const found: { head: Token; first: Token; before: Token | undefined }[] = [];
  for (let i = from; i < to; i += 1) {
    const head = tokens[i];
    if (head === undefined || !NOMINAL.test(head.tag) || NOMINAL.test(tokens[i + 1]?.tag ?? '')) continue;
    if (tokens[i + 1]?.lower === "'s" || head.marks.has('time')) continue;
    let start = i;
    while (start > from && (IN_PHRASE.test(tokens[start - 1]?.tag ?? '') || isOwner(tokens[start - 1]))) start -= 1;
    const first = tokens[start];
    if (first !== undefined) found.push({ head, first, before: tokens[start - 1] });
  }
  return found;
}

const MEASURE =
  /^(?:second|minute|hour|day|week|month|year|decade|century|share|head|time|end|start|rest|half|third|quarter|lot|number)$/;

const isOwner = (token: Token | undefined): boolean => /^(?:his|her|its|their|our|my|'s)$/.test(token?.lower ?? '');

/** Whether a phrase is one thing that "it" could mean: "the tram", "Ferrum", not "effect", "in Leeds", "the minister". */
function isOneThing({ head, first, before }: ReturnType<typeof named>[number]): boolean {
  if (isPlural(head) || head.marks.has('person') || isPersonNoun(head.lower)) return false;
  // "in Leeds, England"
  if (head.marks.has('place') && before?.text === ',') return false;
  if (head.marks.has('place')) return !/^(?:in|at|near|off|from|to|of|across|around)$/.test(before?.lower ?? '');
  if (head.tag === 'PROPN') return true;
  if (first.tag === 'NUM' || first.tag === 'SYM' || head.marks.has('figure')) return false;
  // "£450 a year for each space"
  if (/^(?:each|every|any|no|all)$/.test(first.lower) || MEASURE.test(head.lower)) return false;
  return first.tag === 'DET' || isOwner(first);
}

const OPENS_NO_NAME =
  /^(?:it|this|that|there|these|those|what|who|he|she|they|we|i|you|one|others?|some|many|most|neither|both|his|her|its|their|our|my|no|nobody|nothing|each|every|such)$/;

/** Where the subject proper ends: before what is set off from it or tells which it is. */
function subjectEnd(tokens: readonly Token[], from: number, to: number): number {
  const stop = tokens.findIndex(
    ({ tag, lower }, i) =>
      i > from &&
      i < to &&
      (tag === 'PUNCT' || tag === 'VERB' || tag === 'AUX' || /^(?:which|who|that|whose|where)$/.test(lower)),
  );
  return stop < 0 ? to : stop;
}

const LONGEST = 9;

/** What the main clause of some words is about, with all else that is named from there to `to`; null where that is nothing a pronoun can mean. */
function thingIn({ tokens, attributions }: ReadSentence, to: number): Thing | null {
  const main = findClauses(tokens).find(({ link }) => link === 'main');
  if (main === undefined || main.subject === null || main.verb.from >= to) return null;
  const from = main.subject[0];
  const end = subjectEnd(tokens, from, main.verb.from);
  // "the shares that were sold": which they are goes on
  if (end < main.verb.from && tokens[end]?.tag !== 'PUNCT') return null;
  const all = tokens.slice(from, end);
  // "Ferrum currently runs": when it does so is no part of what it is
  const own = all.slice(0, all.findLastIndex(({ tag }) => tag !== 'ADV') + 1);
  const [first] = own;
  const of = own.findIndex(({ tag }) => tag === 'ADP');
  const head = own.slice(0, of < 0 ? own.length : of).findLast(({ tag }) => NOMINAL.test(tag));
  if (first === undefined || head === undefined || own.length > LONGEST || OPENS_NO_NAME.test(first.lower)) return null;
  if (
    own.some(({ tag, text }) => tag === 'PRON' || text === '"') ||
    !/^(?:NOUN|PROPN|NUM)$/.test(own.at(-1)?.tag ?? '')
  )
    return null;
  // "Carris, the company that runs the trams,"
  const told = tokens[end]?.text === ',' ? bodyTold(tokens, end + 1) : null;
  const isTold = told !== null;
  // a name that may be anybody's
  const isNamed = isTold || /organization|place|other/.test([...head.marks].join(' ')) || BODY_NOUNS.has(head.lower);
  if (head.tag === 'PROPN' && !isNamed && !isPlural(head)) return null;
  const isSomebody = head.marks.has('person') || (isPersonNoun(head.lower) && !isPlural(head));
  if (isSomebody || head.marks.has('time')) return null;
  const isSaid = attributions.some(({ content, quoted }) => quoted && holds(content, first));
  if (isSaid) return null;
  const joined = own.slice(0, of < 0 ? own.length : of).some(({ tag }) => tag === 'CCONJ');
  const counts = first.tag === 'NUM' && first.lower !== 'one';
  const many = isPlural(head) || joined || counts;
  // "Norvik is a port of 4,000": what it is, and nothing else
  const isBe = BE.test(tokens[main.verb.to - 1]?.lower ?? '');
  const others = [
    ...named(tokens, 0, from),
    ...named(tokens, told ?? end, to),
    ...(of < 0 ? [] : named(tokens, from + of, end)),
  ].filter((other) => other.head.lower !== head.lower && !(isBe && other.first === tokens[main.verb.to]));
  const rivals = others.filter((other) => (many ? isPlural(other.head) : isOneThing(other)));
  // "the firm's debt stood at £4m. Its lenders …": whoever owns it may be meant
  // but nobody calls a person "it"
  const owners = own.filter(
    ({ lower, marks }, i) =>
      /^['’]s?$/.test(lower) && !marks.has('time') && (many || own[i - 1]?.marks.has('person') !== true),
  ).length;
  const last = own.at(-1) ?? first;
  const isAlone = !others.some((other) => isPlural(other.head) && isPeople(other.head.lower));
  return {
    isGroup: !many && GROUPS.has(head.lower) && isAlone,
    span: { start: first.start, end: last.end },
    many,
    isBody: isTold || isBodyNoun(head),
    isFirm: isFirm(head, joined || of >= 0),
    rivals: rivals.length + owners,
    bodies: rivals.filter((other) => isBodyNoun(other.head)).length + owners,
    firms: rivals.filter((other) => isFirm(other.head, false)).length + owners,
  };
}

/** "Carris, *the region's largest operator* of trams,": behind what tells from a token on that something is a body; null where nothing does. */
function bodyTold(tokens: readonly Token[], from: number): number | null {
  if (!/^(?:an?|the|its|one)$/.test(tokens[from]?.lower ?? '')) return null;
  const stop = tokens.findIndex(
    ({ tag, text, lower }, i) =>
      i > from && (/^(?:ADP|VERB|AUX)$/.test(tag) || /^[,;:.]$/.test(text) || /^(?:that|which|who|whose)$/.test(lower)),
  );
  const last = tokens[stop - 1]?.lower ?? '';
  return stop > 0 && stop - from < LONGEST && (BODY_NOUNS.has(last) || FIRMS.has(last)) ? stop : null;
}

/** What a sentence is about, for the sentence behind it; one that goes on about "it" is about what the one before it was. */
export function thingOf(sentence: ReadSentence, before: Thing | null): Thing | null {
  const { tokens, role } = sentence;
  if (role === 'headline' || tokens[0]?.text === '"') return null;
  const [first, noun] = tokens;
  const isFirmAgain = before?.isFirm === true && first?.lower === 'the' && FIRMS.has(noun?.lower ?? '');
  if (before !== null && (isFirmAgain || first?.lower === (before.many ? 'they' : 'it'))) {
    const others = named(tokens, 1, tokens.length).filter((other) =>
      before.many ? isPlural(other.head) : isOneThing(other),
    );
    return {
      ...before,
      rivals: others.length,
      bodies: others.filter(({ head }) => isBodyNoun(head)).length,
      firms: others.filter(({ head }) => isFirm(head, false)).length,
    };
  }
  return saidThing(sentence) ?? thingIn(sentence, tokens.length);
}

/** "Lund said the tram was late": what is said is about the tram; null where a speaker that is no person may be meant as well. */
function saidThing(sentence: ReadSentence): Thing | null {
  const { tokens, attributions } = sentence;
  const [said, ...others] = attributions;
  if (said === undefined || others.length > 0 || said.quoted || said.cue === null || said.cue.end > said.content.start)
    return null;
  const own = tokens.filter((token) => token.start >= said.content.start && token.lower !== 'that');
  const isWhole = own.length > 0 && holds(said.content, own.findLast(({ tag }) => tag !== 'PUNCT') ?? said.cue);
  if (!isWhole || tokens.some(({ text }) => text === '"')) return null;
  const found = thingIn({ ...sentence, tokens: own }, own.length);
  if (found === null) return null;
  const thing = { ...found, isSpokenOf: true };
  if (said.claimant.type === 'person') return thing;
  const { start, end } = said.claimant;
  const names = tokens.filter((token) => token.start >= (start ?? 0) && token.end <= (end ?? 0));
  const of = names.findIndex(({ tag }) => tag === 'ADP');
  const speaker = names[(of < 0 ? names.length : of) - 1];
  const isRival = speaker === undefined || thing.many === isPlural(speaker);
  return isRival ? null : thing;
}

const BE = /^(?:is|was|are|were|'s|'re|be|been)$/;
const MODAL = /^(?:will|would|can|could|may|might|should|must|'ll|'d|has|have|had|'ve|did|does|do)$/;
const OF_NOTHING =
  /^(?:take|takes|took|taken|seem|seems|seemed|appear|appears|appeared|emerged|emerges|happened|happens|turns|turned|mean|means|meant|matters|remains|remained|rained|snowed|follows|makes)$/;
const BECOME = /^(?:become|becomes|became|get|gets|got|grew|feels|felt|looks|looked|sounds|sounded)$/;
const LEADS_ON = /^(?:that|to|whether|how|why|who|when|where|what|because|unless|if)$/;

/** The verb behind a pronoun at `at`: whether somebody does it, and whether the pronoun may mean nothing ("it is unclear whether"). */
function verbBehind(tokens: readonly Token[], at: number): { readonly acts: boolean; readonly isEmpty: boolean } {
  let verb = at + 1;
  let be = false;
  while (verb < tokens.length && verb < at + 6) {
    const { lower, tag } = tokens[verb] ?? { lower: '', tag: 'X' };
    if (BE.test(lower)) be = true;
    else if (!MODAL.test(lower) && tag !== 'ADV' && lower !== 'not' && lower !== "n't") break;
    verb += 1;
  }
  const found = tokens[verb];
  if (found === undefined) return { acts: false, isEmpty: true };
  const stop = tokens.findIndex(({ text }, i) => i > verb && /^[,;.]$/.test(text));
  const rest = tokens.slice(verb + 1, stop < 0 ? tokens.length : stop);
  const owns =
    !be &&
    !NOMINAL.test(tokens[verb - 1]?.tag ?? '') &&
    /^(?:has|have|had)$/.test(tokens[verb - 1]?.lower ?? '') &&
    found.tag !== 'VERB' &&
    found.lower !== 'to';
  if (!be)
    return {
      acts: owns || ACTS.has(found.lower) || CUE_FORMS.has(found.lower),
      isEmpty:
        OF_NOTHING.test(found.lower) || (BECOME.test(found.lower) && rest.some(({ lower }) => LEADS_ON.test(lower))),
    };
  const isDone =
    found.tag === 'VERB' &&
    (found.lower.endsWith('ed') || PARTICIPLE_ONLY.has(found.lower) || PAST_OR_PARTICIPLE.has(found.lower));
  const doing = found.lower.endsWith('ing') && found.tag === 'VERB';
  if (doing) return { acts: ACTS.has(found.lower), isEmpty: false };
  if (isDone) return { acts: false, isEmpty: rest.some(({ lower }) => lower === 'that') };
  // "it is his seventh goal", "it is clear that"
  const isThing =
    /^(?:DET|PRON|NUM|NOUN|PROPN)$/.test(found.tag) || /^(?:first|second|third|last|only)$/.test(found.lower);
  if (OF_MINDS.has(found.lower)) return { acts: false, isEmpty: false };
  return {
    acts: false,
    isEmpty: isThing || LEADS_ON.test(found.lower) || rest.some(({ lower }) => LEADS_ON.test(lower)),
  };
}

const SINGULAR_VERB = /^(?:is|was|has|does)$/;

/** "In 2007, it …", "On Monday morning, they …": the subject behind a phrase that only says when; `at` where none is fronted. */
function behindFronted(tokens: readonly Token[], at: number): number {
  if (!/^(?:ADP|ADV|NUM|ADJ|DET|PROPN|NOUN)$/.test(tokens[at]?.tag ?? '')) return at;
  let to = at;
  let isTimed = false;
  while (to < at + FRONTED && tokens[to] !== undefined && tokens[to]?.text !== ',') {
    const { tag, marks } = tokens[to] ?? { tag: 'X', marks: new Set() };
    if (marks.has('time')) isTimed = true;
    else if (!/^(?:ADP|DET|ADV)$/.test(tag)) return at;
    to += 1;
  }
  return isTimed && tokens[to]?.text === ',' ? to + 1 : at;
}
const FRONTED = 9;

/** "It was built in 1911" behind "The bridge is closed." → "[The bridge]"; null where something else may be meant. */
export function thingEdit(
  text: string,
  sentence: ReadSentence,
  draft: Draft,
  span: Span,
  before: Thing | null,
): Edit | null {
  const { tokens } = sentence;
  const first = firstToken(tokens, span);
  const at = behindFronted(tokens, first);
  const pronoun = tokens[at];
  const found = /^(it|its|they|their)$/.exec(pronoun?.lower ?? '');
  if (pronoun === undefined || found === null || draft.attribution?.quoted === true) return null;
  const owns = pronoun.lower === 'its' || pronoun.lower === 'their';
  const opens = tokens
    .slice(0, first)
    .every(({ tag, lower }) => tag === 'CCONJ' || lower === 'however' || lower === ',');
  const said = draft.attribution?.cue ?? null;
  const isSaid = said !== null && said.end <= pronoun.start;
  // what a body says of "it" may be of itself
  const isHis = isSaid && !/^the/.test(pronoun.lower) && isPersonsFirst(sentence, draft, at);
  if (isSaid && !isHis) return null;
  const thing = opens || isSaid ? before : (thingIn(sentence, at) ?? thingAgain(tokens, at, before));
  // "The band split in May. They will tour"
  const isTheirs = thing?.isGroup === true && pronoun.lower === 'they' && actsBehind(tokens, at);
  if (thing === null || (thing.many !== /^the/.test(pronoun.lower) && !isTheirs)) return null;
  if (isTheirs) return { start: pronoun.start, end: pronoun.end, words: wordsOf(text, thing, false) };
  if (!owns) {
    const { acts, isEmpty } = verbBehind(tokens, at);
    const isOfSpeaker = thing.isSpokenOf === true && !thing.isBody && (actsBehind(tokens, at) || isAbout(tokens, at));
    if (isOfSpeaker) return null;
    const isBodys = thing.isBody && thing.bodies === 0 && (acts || actsBehind(tokens, at) || isAbout(tokens, at));
    // "Ferrum wants a share of the market. It is banking on": what a market does not
    const isFirms = thing.isFirm && thing.bodies + thing.firms === 0 && (acts || isAbout(tokens, at));
    // what only somebody does is done by none but a body
    if (isEmpty || !(isBodys || isFirms || (thing.rivals === 0 && (!acts || thing.isBody || thing.many)))) return null;
    if (SINGULAR_VERB.test(tokens[at + 1]?.lower ?? '') === thing.many && thing.many) return null;
  } else if (thing.isBody ? thing.bodies > 0 : isOwnedByBody(tokens, at, thing) ? thing.firms > 0 : thing.rivals > 0)
    return null;
  return { start: pronoun.start, end: pronoun.end, words: wordsOf(text, thing, owns) };
}

/** "It aims to show more, *and it* will sell": what the sentence is about by the same word, which is what the one before it was about. */
function thingAgain(tokens: readonly Token[], at: number, before: Thing | null): Thing | null {
  const main = findClauses(tokens).find(({ link }) => link === 'main');
  const first = main?.subject?.[0] ?? -1;
  const word = before?.many === true ? 'they' : 'it';
  if (before === null || tokens[first]?.lower !== word || first >= at || verbBehind(tokens, first).isEmpty) return null;
  const more = named(tokens, first + 1, at).filter(({ head, ...one }) =>
    before.many ? isPlural(head) : isOneThing({ head, ...one }),
  );
  return {
    ...before,
    rivals: before.rivals + more.length,
    bodies: before.bodies + more.filter(({ head }) => isBodyNoun(head)).length,
    firms: before.firms + more.filter(({ head }) => isFirm(head, false)).length,
  };
}

/** "Its beer sales": what firms have. */
const isOwnedByBody = (tokens: readonly Token[], at: number, { isFirm: isNamed }: Thing): boolean =>
  isNamed && tokens.slice(at + 1, at + 4).some(({ tag, lower }) => tag === 'NOUN' && OWNED_BY_BODIES.has(lower));

/** "He said *it* had fallen": no person calls himself so, and nothing else is named before it. */
function isPersonsFirst({ tokens }: ReadSentence, { attribution }: Draft, at: number): boolean {
  if (attribution === null || attribution.claimant.type !== 'person' || attribution.cue === null) return false;
  const { start, end, name } = attribution.claimant;
  const { cue } = attribution;
  // a surname alone may be a firm's
  if (!name.includes(' ') || /^(?:the|an?) /i.test(name)) return false;
  return tokens
    .slice(0, at)
    .every(
      (token) =>
        holds(cue, token) ||
        token.lower === 'that' ||
        token.marks.has('time') ||
        !/^(?:NOUN|PROPN|VERB)$/.test(token.tag) ||
        (start !== null && end !== null && token.start >= start && token.end <= end),
    );
}

/** "A survey" is "the survey" when it is named again. */
function wordsOf(text: string, { span, many }: Thing, owns: boolean): string {
  const words = text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/^an?\s/i, 'the ');
  const lower = /^(?:The|Its|Some)\s/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  if (!owns) return lower;
  return many && lower.endsWith('s') ? `${lower}’` : `${lower}’s`;
}

/** "The company expects" behind a sentence about Ferrum and no other body → "[Ferrum] expects". */
export function firmEdit(text: string, { tokens }: ReadSentence, span: Span, before: Thing | null): Edit | null {
  const [the, noun, next] = tokens;
  if (the === undefined || noun === undefined || the.start !== span.start || the.lower !== 'the') return null;
  if (before === null || !before.isFirm || before.bodies > 0 || !FIRMS.has(noun.lower)) return null;
  // "the company's shares", "the group leader"
  if (/^(?:NOUN|PROPN|PART|ADP)$/.test(next?.tag ?? '')) return null;
  return { start: the.start, end: noun.end, words: wordsOf(text, before, false) };
}
