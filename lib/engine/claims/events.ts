/**
 * Stage 9e: what a sentence takes for granted. "At an emergency meeting on Wednesday", "their April summit in Florida", "a plan pitched by China" and
 * "thousands of soldiers stationed there" each hold a fact of their own, though no clause states it.
 */

import { nounPhraseStart } from '../clauses/phrases.ts';
import { type VerbGroup, verbGroups } from '../clauses/verbs.ts';
import { CUE_FORMS } from '../lexicon/cues.ts';
import { EVENT_NOUNS, EVENT_PREPOSITIONS, REPROACHES, ROLE_NOUNS, SCHEDULED } from '../lexicon/events.ts';
import { PARTICIPLE_ONLY, PAST_OR_PARTICIPLE } from '../lexicon/verbs.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { afterConnectives, holds, overlapOf, spanOf } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import { isPossessor, NP_INSIDE, phraseEnd, withComplements } from './complements.ts';
import { isWhereSaid } from './occasions.ts';

/** A stretch that takes something for granted, and why it counts. */
export type Aside = Span & {
  readonly nature: 'event' | 'plan' | 'reproach' | 'identity' | 'figure';
  readonly reason: string;
};

const WEEKDAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

const someToken = (
  tokens: readonly Token[],
  from: number,
  to: number,
  test: (token: Token, at: number) => boolean,
): boolean => {
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token !== undefined && test(token, i)) return true;
  }
  return false;
};

const isName = (token: Token): boolean => token.tag === 'PROPN' && !WEEKDAY_OR_MONTH.test(token.lower);
const isOrdinal = (token: Token): boolean =>
  /^(?:first|second|third|fourth|fifth|sixth|latest|previous|last|\d+(?:st|nd|rd|th))$/.test(token.lower);

function aside(
  tokens: readonly Token[],
  from: number,
  to: number,
  reason: string,
  nature: Aside['nature'] = 'event',
): Aside[] {
  const span = spanOf(tokens, from, to);
  return span === null ? [] : [{ ...span, nature, reason }];
}

/** "After his first meeting with Xi in April, …" at the head of the sentence. */
function frontedEvent({ tokens, times }: ReadSentence): Aside[] {
  const from = afterConnectives(tokens, 0, tokens.length);
  const first = tokens[from];
  if (first === undefined || !EVENT_PREPOSITIONS.has(first.lower) || first.tag === 'SCONJ') return [];
  const comma = tokens.findIndex((token, i) => i > from && token.lower === ',');
  if (comma < 0 || comma - from < 3 || comma - from > 16) return [];
  // "In foreseeing the launch,": what somebody does, and no event
  if (/^\p{L}{2,}ing$/u.test(tokens[from + 1]?.lower ?? '') && !EVENT_NOUNS.has(tokens[from + 1]?.lower ?? ''))
    return [];
  const head = tokens.findIndex(
    (token, i) =>
      i > from && i < comma && EVENT_NOUNS.has(token.lower) && token.tag !== 'VERB' && phraseEnd(tokens, i) === i + 1,
  );
  if (
    head < 0 ||
    someToken(tokens, from, comma, (token) => token.tag === 'AUX' || token.tag === 'SCONJ' || token.lower === 'that')
  )
    return [];
  const last = tokens[comma - 1];
  const dated = last !== undefined && times.some((time) => overlapOf(time, { start: first.start, end: last.end }) > 0);
  const named = someToken(tokens, from, comma, (token) => isName(token) || isPossessor(token) || isOrdinal(token));
  // "In the 2012 election,": only which one is meant
  const isBare = !someToken(
    tokens,
    from + 1,
    comma,
    ({ tag, lower }, i) => i !== head && tag !== 'DET' && tag !== 'NUM' && !WEEKDAY_OR_MONTH.test(lower),
  );
  return (dated || named) && !isBare ? aside(tokens, from, comma, 'takes an event for granted') : [];
}

/** "North Korea's successful launch of its first missile", "their April summit in Florida", "a phone call with Trump". */
function namedEvents(facts: ReadSentence): Aside[] {
  const { tokens, times } = facts;
  const found: Aside[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    const head = tokens[i];
    if (head === undefined || (head.tag !== 'NOUN' && head.tag !== 'PROPN') || !EVENT_NOUNS.has(head.lower)) continue;
    if (NP_INSIDE.has(tokens[i + 1]?.tag ?? '') && tokens[i + 1]?.tag !== 'DET' && tokens[i + 1]?.tag !== 'PRON')
      continue;
    const owned = ownedPhraseStart(tokens, i);
    // "a £250,000 signing": the sign belongs to the sum
    const from = tokens[owned - 1]?.tag === 'SYM' ? owned - 1 : owned;
    const to = withComplements(tokens, i + 1, 2);
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined) continue;
    const span = { start: first.start, end: last.end };
    const dated =
      times.some((time) => overlapOf(time, span) > 0) ||
      someToken(tokens, from, to, (token) => WEEKDAY_OR_MONTH.test(token.lower) || /^(?:19|20)\d\d/.test(token.lower));
    const possessed = someToken(tokens, from, i, isPossessor);
    const ordinal = someToken(tokens, from, i, isOrdinal);
    const between =
      /^(?:with|between|by)$/.test(tokens[i + 1]?.lower ?? '') &&
      someToken(tokens, i + 1, to, isName) &&
      ['DET', 'PRON', 'NUM', 'PROPN'].includes(first.tag);
    const of = tokens[i + 1]?.lower === 'of' && to > i + 1;
    // "a survey by the trade body found": what it found is news, not that there was one
    if (/^(?:survey|study|poll|analysis|report|review)$/.test(head.lower) && !dated) continue;
    // "in an interview with the Courier on Monday": only where it was said
    if (head.lower === 'interview' && tokens[from - 1]?.lower === 'in') continue;
    if (isWhereSaid(facts, from, i, to)) continue;
    const enough = (possessed && (dated || ordinal || of)) || between || (dated && someToken(tokens, from, to, isName));
    const isDoubtful =
      someToken(tokens, Math.max(0, from - 3), i, isAwaited) ||
      someToken(tokens, Math.max(0, from - 6), from, isDenied);
    if (enough && to - from > 4 && !isDoubtful) found.push(...aside(tokens, from, to, 'takes an event for granted'));
  }
  return found;
}

/** "did not foresee a trade war with Japan", "to avert a clash with Bergen". */
const isDenied = ({ lower }: Token): boolean =>
  /^(?:avoid|avert|prevent|foresee|foresees|foresaw|rule|ruled)$/.test(lower);

/** "the outcome of the talks with Bergen", "ahead of the summit", "any meeting with them": it may be to come, or never. */
const isAwaited = ({ lower }: Token): boolean =>
  /^(?:ahead|before|outcome|prospects?|possibility|hopes?|chances?|risks?|await|awaits|awaiting|pending|upcoming|planned|proposed|future|possible|potential|next|any|no|if|whether|without)$/.test(
    lower,
  );

/** Start of the phrase around a head noun, over its possessor: "North Korea's successful launch". */
function ownedPhraseStart(tokens: readonly Token[], head: number): number {
  let i = head - 1;
  while (i >= 0) {
    const token = tokens[i];
    if (token === undefined) break;
    const determiner = token.tag === 'DET' || (token.tag === 'PRON' && isPossessor(token));
    const inside =
      ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token.tag) || (token.tag === 'PART' && token.lower.startsWith("'"));
    if (!determiner && !inside) break;
    i -= 1;
    if (determiner) break;
  }
  // "one of the three judges, Luis Ortega"
  return tokens[i]?.lower === 'of' && tokens[i - 1]?.lower === 'one' ? i - 1 : i + 1;
}

const isParticiple = (word: string): boolean =>
  /ed$/.test(word) || PARTICIPLE_ONLY.has(word) || PAST_OR_PARTICIPLE.has(word);

/** Participles that behind a noun are as often nouns themselves. */
const NOUN_TOO = /^(?:cut|bid|split|hit|spread|run|cost|cast|cutback|read|rise|fall)$/;

/** "the plan pitched by China and Russia", "30,000 troops stationed there", "meetings set for the fall". */
function participles(facts: ReadSentence, groups: readonly VerbGroup[], verbs: ReadonlySet<number>): Aside[] {
  const { tokens, quantities, times } = facts;
  const found: Aside[] = [];
  for (const group of groups) {
    const verb = tokens[group.main];
    const before = tokens[group.from - 1];
    if (
      verb === undefined ||
      group.to - group.from !== 1 ||
      group.from === 0 ||
      (before?.tag !== 'NOUN' && before?.tag !== 'PROPN')
    )
      continue;
    // "analysts polled by LSEG": who was asked, not what somebody made
    if (/^(?:polled|surveyed|interviewed|questioned|asked|quoted|cited)$/.test(verb.lower)) continue;
    // "a two-point cut in lending rates": a noun
    if (NOUN_TOO.test(verb.lower) && tokens[group.to]?.lower !== 'by') continue;
    if (verb.lower === 'compared') continue;
    if (verbs.has(verb.start) || (!isParticiple(verb.lower) && !SCHEDULED.has(verb.lower))) continue;
    const after = tokens[group.to];
    const near = nounPhraseStart(tokens, group.from, 0);
    // "one of five in England placed under special measures": not England is placed
    const inPlace =
      /^(?:in|at|near)$/.test(tokens[near - 1]?.lower ?? '') && tokens.slice(near, group.from).every(isName);
    const from = inPlace ? nounPhraseStart(tokens, near - 1, 0) : near;
    if (inPlace && tokens[near - 2]?.tag !== 'NOUN') continue;
    const to = withComplements(
      tokens,
      after?.lower === 'there' || after?.lower === 'here' ? group.to + 1 : group.to,
      2,
    );
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined || to <= group.to) continue;
    // "There are no casualties left at the site"
    if (first.lower === 'no') continue;
    // "7.3 percent against 5.5 percent estimated in May"
    if (/^(?:against|than|versus)$/.test(tokens[from - 1]?.lower ?? '')) continue;
    // "the $94 million the state expected": who did it, and no part of the phrase
    if (
      someToken(
        tokens,
        from + 2,
        group.from,
        ({ tag }, i) => tag === 'DET' && /^(?:NOUN|NUM)$/.test(tokens[i - 1]?.tag ?? ''),
      )
    )
      continue;
    const span = { start: first.start, end: last.end };
    const subject = { start: first.start, end: before.end };
    if (after?.lower === 'by' && someToken(tokens, group.to + 1, to, isName))
      found.push(...aside(tokens, from, to, 'takes an origin for granted'));
    else if (SCHEDULED.has(verb.lower) && after?.lower === 'for' && times.some((time) => overlapOf(time, span) > 0))
      found.push(...aside(tokens, from, to, 'says what is set for when', 'plan'));
    else if (times.some((time) => holds(span, time) && time.start >= verb.end))
      found.push(...aside(tokens, from, to, 'says when, in passing'));
    else if (quantities.some((quantity) => !quantity.rank && overlapOf(quantity, subject) > 0))
      found.push(...aside(tokens, from, to, 'gives a figure in passing'));
  }
  return found;
}

/** "chided Beijing and Moscow *for not supporting a resolution*". */
function reproaches({ tokens }: ReadSentence): Aside[] {
  const found: Aside[] = [];
  tokens.forEach((token, i) => {
    if (token.tag !== 'VERB' || !REPROACHES.has(token.lower) || tokens[i + 1]?.lower === 'by') return;
    const reason = tokens.findIndex((other, k) => k > i + 1 && k < i + 9 && other.lower === 'for');
    if (reason < 0) return;
    const gerund = tokens[reason + 1]?.lower === 'not' ? reason + 2 : reason + 1;
    if (!tokens[gerund]?.lower.endsWith('ing')) return;
    let to = gerund + 1;
    while (
      to < tokens.length &&
      tokens[to]?.tag !== 'PUNCT' &&
      !(
        tokens[to]?.tag === 'CCONJ' &&
        ['VERB', 'AUX'].includes(tokens[to + 1]?.tag ?? '') &&
        !tokens[to + 1]?.lower.endsWith('ing')
      )
    )
      to += 1;
    found.push(...aside(tokens, i + 1, to, 'takes for granted what it reproaches', 'reproach'));
  });
  return found;
}

/** "could remove the buffer between China and *the 30,000 American troops in South Korea*": so many of them are there, whatever comes. */
function countedPlaces({ tokens, quantities, mentions }: ReadSentence): Aside[] {
  return quantities.flatMap((figure) => {
    if (figure.rank || figure.unit === null || figure.of === null) return [];
    const from = tokens.findIndex((token) => token.end > figure.start);
    if (from < 1 || tokens[from - 1]?.lower !== 'the') return [];
    const end = phraseEnd(tokens, from);
    const to = /^(?:in|on|at|near|along|across)$/.test(tokens[end]?.lower ?? '') ? phraseEnd(tokens, end + 1) : end;
    const place = spanOf(tokens, end + 1, to);
    const placed =
      place !== null && mentions.some(({ entity, span }) => entity.type === 'place' && overlapOf(span, place) > 0);
    return placed && to > end ? aside(tokens, from, to, 'takes a figure for granted', 'figure') : [];
  });
}

const isRole = (token: Token | undefined): boolean =>
  token !== undefined &&
  (ROLE_NOUNS.has(token.lower) || (token.lower.endsWith('s') && ROLE_NOUNS.has(token.lower.slice(0, -1))));

function identity(tokens: readonly Token[], from: number, to: number): Aside[] {
  const span = spanOf(tokens, from, to);
  return span === null ? [] : [{ ...span, nature: 'identity', reason: 'says who somebody is' }];
}

/** "Ann Moss, reporter Tom Pell and …": the next in a row, and not who the first is; "Edison, N.J. retailer": where it is. */
const namesAnother = (tokens: readonly Token[], from: number, to: number): boolean =>
  /^(?:\p{Lu}\.){2,}$/u.test(tokens[from]?.text ?? '') ||
  someToken(
    tokens,
    from,
    to - 1,
    (token, i) =>
      isRole(token) && token.tag === 'NOUN' && tokens[i + 1]?.tag === 'PROPN' && tokens[i + 2]?.tag === 'PROPN',
  );

/** "Niu Jun, an expert at Peking University in Beijing" and "Russia's president, Vladimir Putin". */
function appositions({ tokens, mentions }: ReadSentence): Aside[] {
  const found: Aside[] = [];
  for (let comma = 1; comma < tokens.length - 1; comma += 1) {
    if (tokens[comma]?.lower !== ',') continue;
    const before = tokens[comma - 1];
    let name = comma;
    while (name > 0 && tokens[name - 1]?.tag === 'PROPN') name -= 1;
    const named = before === undefined ? undefined : mentions.find(({ span }) => span.end === before.end);
    // "In Beijing, a spokeswoman for the ministry": a place holds no office
    if (named?.entity.type === 'place' || named?.entity.type === 'organization') continue;
    const whole = named?.span;
    while (whole !== undefined && name > 0 && (tokens[name - 1]?.start ?? 0) >= whole.start) name -= 1;
    const next = comma + 1;
    const phrase = phraseEnd(tokens, next);
    if (
      comma - name >= 1 &&
      isName(tokens[name] ?? before ?? ({} as Token)) &&
      someToken(tokens, next, phrase, isRole) &&
      // "in Darvaz, doctors said"
      !(phrase === next + 1 && /[^s]s$/.test(tokens[next]?.lower ?? '')) &&
      tokens[next]?.tag !== 'PRON' &&
      tokens[next]?.lower !== 'both' &&
      !namesAnother(tokens, next, phrase)
    ) {
      const to = withComplements(tokens, phrase, 2);
      const closes =
        to >= tokens.length ||
        /^[,.;—()"]/.test(tokens[to]?.text ?? '') ||
        tokens[to]?.tag === 'VERB' ||
        tokens[to]?.tag === 'PRON' ||
        tokens[to]?.tag === 'ADP';
      // "rules of the Exchange Commission, the company said"
      const isSaying = CUE_FORMS.has(tokens[to]?.lower ?? '') && tokens[next]?.lower === 'the';
      // "Led by Ida Moss, the team won": who the sentence is about, and not who she is
      const isSubject =
        /^(?:VERB|AUX)$/.test(tokens[to]?.tag ?? '') && tokens[name - 1]?.lower === 'by' && tokens[0]?.tag === 'VERB';
      if (closes && !isSaying && !isSubject) found.push(...identity(tokens, name, to));
      continue;
    }
    if (before !== undefined && isRole(before) && before.tag === 'NOUN') {
      let end = next;
      while (end < tokens.length && tokens[end]?.tag === 'PROPN') end += 1;
      const from = ownedPhraseStart(tokens, comma - 1);
      // "A spokesman for the prime minister, Owen Tait,": who of the two it is, the words do not say
      const isSomebodys = tokens[from - 1]?.tag === 'ADP' && tokens.slice(Math.max(0, from - 5), from - 1).some(isRole);
      if (end - next >= 2 && comma - 1 - from >= 1 && !isSomebodys) found.push(...identity(tokens, from, end));
    }
  }
  return found;
}

/** "North Korean leader Kim Jong Un": a role with its body or country, then a full name. */
function titles({ tokens, mentions }: ReadSentence): Aside[] {
  const found: Aside[] = [];
  for (let i = 1; i < tokens.length - 2; i += 1) {
    const role = tokens[i];
    // a full name has two words
    if (tokens[i + 1]?.tag !== 'PROPN' || tokens[i + 2]?.tag !== 'PROPN') continue;
    if (role === undefined || !(role.tag === 'NOUN' || role.tag === 'PROPN') || !isRole(role)) continue;
    let end = i + 1;
    while (end < tokens.length && tokens[end]?.tag === 'PROPN') end += 1;
    let from = i;
    while (
      from > 0 &&
      (['PROPN', 'ADJ', 'NOUN'].includes(tokens[from - 1]?.tag ?? '') || isPossessor(tokens[from - 1]))
    )
      from -= 1;
    // "University of Leeds union president Ada Lund": half a name says who somebody else is
    const isHalf =
      tokens[from - 1]?.lower === 'of' && tokens[from - 2]?.tag === 'PROPN' && tokens[from]?.tag === 'PROPN';
    if (isHalf) continue;
    const first = tokens[i + 1];
    const last = tokens[end - 1];
    if (from === i || first === undefined || last === undefined) continue;
    const person = mentions.some(({ entity, span }) => entity.type === 'person' && overlapOf(span, first) > 0);
    if (person) found.push(...identity(tokens, from, end));
  }
  return found;
}

/**
 * Everything a sentence takes for granted, apart from its clauses, whose verbs start at `verbs`. Stretches may overlap one another and the clauses they stand in.
 */
export function asidesOf(facts: ReadSentence, verbs: ReadonlySet<number>): Aside[] {
  const groups = verbGroups(facts.tokens);
  const found = takenForGranted(facts, groups, verbs);
  // "what the government called a drone attack": it says so, and nobody else
  const isCalled = ({ start, nature }: Aside): boolean => {
    const at = facts.tokens.findIndex((token) => token.start >= start);
    return nature === 'event' && facts.tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => CALLS.test(lower));
  };
  return found.filter((aside) => !isCalled(aside));
}

const CALLS =
  /^(?:call(?:s|ed|ing)?|describe[sd]?|describing|dub(?:s|bed)|label(?:s|led)|alleged|so-called|supposed|suspected|possible)$/;

function takenForGranted(facts: ReadSentence, groups: readonly VerbGroup[], verbs: ReadonlySet<number>): Aside[] {
  return [
    ...frontedEvent(facts),
    ...namedEvents(facts),
    ...participles(facts, groups, verbs).filter(
      ({ start, end }) =>
        !facts.quantities.some((figure) => figure.start < start && start < figure.end) &&
        // "the 9 per | cent demanded by the union", and "documents seen by the Courier": how it is known
        !/ (?:seen|obtained|reviewed|viewed) by /.test(facts.text.slice(start, end)),
    ),
    ...reproaches(facts),
    ...countedPlaces(facts),
    ...appositions(facts),
    ...titles(facts),
  ];
}
