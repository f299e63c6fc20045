/** "The boy", "the senator", "the 23-year-old": by name, where the article has told of one person in that word and of nobody else. */
import { PERSON_NOUNS } from '../lexicon/titles.ts';
import type { Mention, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { NamedEntity, Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';
import { pointersIn, standsBare } from './pointers.ts';

type Known = { readonly entity: NamedEntity | null; readonly at: number };

/** Whom each noun has told of so far; null for somebody without a name, or for more than one. */
export type Described = {
  readonly byNoun: Map<string, Known>;
  /** Who is how old, by the figure; null where that is more than one, or nobody by name. */
  readonly byAge: Map<string, NamedEntity | null>;
  /** Whom the sentence before is about, where it names nobody else. */
  alone: NamedEntity | null;
};

export const nobodyDescribed = (): Described => ({ byNoun: new Map(), byAge: new Map(), alone: null });

/** Words for the same person: who is told of as one may be called the other. */
const ALSO: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    gov: 'governor',
    rep: 'representative',
    cllr: 'councillor',
    gen: 'general',
    det: 'detective',
    boy: 'youth',
    youth: 'boy',
    teen: 'teenager',
    lawmaker: 'politician',
  }),
);

/** What many are, and one is called without being meant: "the customer", "the patient" of a general remark. */
const OF_ANY =
  /^(?:customer|patient|parent|voter|worker|member|resident|user|reader|person|people|child|tenant|buyer|seller|owner|driver|source|expert|analyst|official|officer|spokesperson)$/;

/** Characters from the first words: a lead may tell of somebody whom the next sentence names. */
const LEAD = 400;

const isNoun = (word: string): boolean => PERSON_NOUNS.has(word) || ALSO.has(word);

/** The nouns, and as they may stand in a text: "senators", "sen.". */
const FORMS: ReadonlySet<string> = new Set(
  [...PERSON_NOUNS.keys(), ...ALSO.keys()].flatMap((noun) => [noun, `${noun}s`, `${noun}.`, `${noun}s.`]),
);

/** The person whom a noun is told of together with: "Senator Ruiz", "Ola Lund, a boy of 14", "the driver, Ola Lund,". */
function namedWith(tokens: readonly Token[], mentions: readonly Mention[], at: number): NamedEntity | null {
  const noun = tokens[at];
  if (noun === undefined) return null;
  const people = mentions.filter(({ entity }) => entity.type === 'person');
  const next = tokens[at + 1];
  const follows = next?.text === ',' || next?.text === '.' ? tokens[at + 2] : next;
  const direct = people.find(
    ({ span }) => holds(span, noun) || span.start === follows?.start || span.start === next?.start,
  );
  if (direct !== undefined) return direct.entity;
  let from = at;
  while (from > 0 && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[from - 1]?.tag ?? '')) from -= 1;
  if (!/^(?:an?|the)$/.test(tokens[from - 1]?.lower ?? '') || tokens[from - 2]?.text !== ',') return null;
  return people.find(({ span }) => span.end === tokens[from - 3]?.end)?.entity ?? null;
}

/** Notes whom a sentence tells of by which words. Changes `described`. */
export function noteDescribed({ tokens, mentions, span }: ReadSentence, { byNoun, byAge }: Described): void {
  noteAges(tokens, mentions, byAge);
  tokens.forEach(({ lower, marks, start }, at) => {
    if (!FORMS.has(lower)) return;
    const word = lower.replace(/\.$/, '');
    const one = word.replace(/s$/, '');
    if (marks.has('quoted') || !(isNoun(word) || isNoun(one))) return;
    const isMany = !isNoun(word);
    const entity = isMany ? null : namedWith(tokens, mentions, at);
    noteOfPlace(tokens, at, ALSO.get(word) ?? word, entity, byNoun);
    for (const noun of new Set([one, word, ALSO.get(word) ?? word])) {
      const known = byNoun.get(noun);
      const isLead = known?.entity === null && known.at < LEAD && span.start < LEAD && known.at < span.start;
      if (entity !== null) {
        const isOther = known !== undefined && known.entity !== entity && !isLead;
        byNoun.set(noun, { entity: isOther ? null : entity, at: isOther ? (known?.at ?? start) : start });
      } else if (isMany || !isBareThe(tokens, at)) {
        if (known?.entity !== undefined && known.entity !== null) byNoun.set(noun, { entity: null, at: LEAD });
        else if (known === undefined) byNoun.set(noun, { entity: null, at: isMany ? LEAD : start });
      }
    }
  });
}

/** "Ola Lund, 34,", "Ola Lund died aged 87", "34-year-old Ola Lund". Changes `byAge`. */
function noteAges(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  byAge: Map<string, NamedEntity | null>,
): void {
  tokens.forEach(({ lower }, at) => {
    const age = /^(\d{1,3})(?:-year-old)?$/.exec(lower)?.[1];
    if (age === undefined) return;
    const people = mentions.filter(({ entity }) => entity.type === 'person');
    const [before, last] = [tokens[at - 1], tokens[at - 2]];
    const isTold = before?.lower === 'aged' || (before?.lower === 'of' && last?.lower === 'age');
    const isApposed = before?.text === ',' && /^[,.]$/.test(tokens[at + 1]?.text ?? '');
    const near = tokens.slice(at + 1, at + AHEAD);
    const stop = near.findIndex(({ tag }) => !/^(?:NOUN|PROPN|ADJ)$/.test(tag));
    const meant = AGED.test(lower)
      ? people.find(({ span }) =>
          near.slice(0, stop < 0 ? near.length : stop).some(({ start }) => start === span.start),
        )
      : isApposed
        ? people.find(({ span }) => span.end === last?.end)
        : undefined;
    const [only, ...others] = new Set(people.map(({ entity }) => entity));
    const entity = meant?.entity ?? (isTold && others.length === 0 ? (only ?? null) : null);
    if (entity === null && !isTold) return;
    const known = byAge.get(age);
    byAge.set(age, known === undefined || known === entity ? entity : null);
  });
}
/** Tokens between an age and the name behind it. */
const AHEAD = 5;

const PARTY = /^(?:republican|democrat|democratic|labour|labor|conservative|liberal|green|tory|socialist)$/;
const PAST = /^(?:former|ex|late|then|acting|deputy|vice|shadow|future|incoming|outgoing)$/;

/** "Montana Sen. Ola Lund", "French President Ola Lund": whom "the Montana senator" means, where there is one. Changes `known`. */
function noteOfPlace(
  tokens: readonly Token[],
  at: number,
  noun: string,
  entity: NamedEntity | null,
  known: Map<string, Known>,
): void {
  const place = tokens[at - 1];
  if (
    entity === null ||
    place === undefined ||
    !/^\p{Lu}\p{Ll}/u.test(place.text) ||
    /person|organization/.test([...place.marks].join(' '))
  )
    return;
  // of a party there are many, and "former French President" is not the French president
  if (PARTY.test(place.lower) || PAST.test(tokens[at - 2]?.lower ?? '')) return;
  const key = `${place.lower} ${noun}`;
  const other = known.get(key);
  known.set(key, { entity: other === undefined || other.entity === entity ? entity : null, at });
}

/** "The Montana senator may be", "The boy was": whom a sentence is about that opens with words for him; null where it names somebody else in them. */
export function describedSubject(
  { tokens, mentions }: ReadSentence,
  until: number,
  described: Described,
): NamedEntity | null {
  if (tokens[0]?.lower !== 'the') return null;
  // noted when the sentence before had been read
  if (AGED.test(tokens[1]?.lower ?? '') && isBareAged(tokens, 1)) return agedSo(tokens[1]?.lower ?? '', described);
  const of = tokens.findIndex(({ tag, text }) => tag === 'ADP' || text === ',');
  const isNamed = mentions.some(({ entity, span }) => entity.type === 'person' && span.start < until);
  const end = tokens.findIndex(({ start }) => start >= until);
  const noun = (of < 0 || of > end ? end : of) - 1;
  const [place, head] = [tokens[noun - 1], tokens[noun]];
  if (isNamed || head === undefined || place === undefined || !isNoun(head.lower)) return null;
  const isPlain = tokens.slice(1, noun - 1).every(({ tag, text }) => tag === 'ADJ' && /^\p{Ll}/u.test(text));
  if (noun === 1) return isBareThe(tokens, noun) ? calledSo(head.lower, described) : null;
  return isPlain ? (described.byNoun.get(`${place.lower} ${head.lower}`)?.entity ?? null) : null;
}

/** Whom the sentence is about, for "the 23-year-old" of the next one. Changes `described`. */
export function noteAlone({ mentions }: ReadSentence, actor: NamedEntity | null, described: Described): void {
  const others = mentions.some(({ entity }) => entity.type === 'person' && entity !== actor);
  described.alone = others ? null : actor;
}

/** "the boy", "this boy", with nothing between: whoever has been told of. */
const isBareThe = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|this|that)$/.test(tokens[at - 1]?.lower ?? '') && standsBare(tokens, at);

const AGED = /^\d{1,3}-year-old$/;

/** "The boy was welcome" → "[Ahmed Mohamed] was welcome", once for each person that the claim has not named. */
export function describedEdits({ tokens, mentions }: ReadSentence, span: Span, described: Described): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  for (const { at, the, noun, isBare } of pointersIn(tokens, span)) {
    if (noun.marks.has('quoted')) continue;
    const isAged = AGED.test(noun.lower);
    const entity = isAged
      ? isBareAged(tokens, at + 1)
        ? agedSo(noun.lower, described)
        : null
      : isBare
        ? calledSo(noun.lower, described)
        : null;
    if (entity === null || seen.has(entity.name) || !entity.name.includes(' ')) continue;
    const isThere = mentions.some((one) => one.entity === entity && holds(span, one.span));
    if (isThere || (entity.mentions[0]?.start ?? noun.start) >= noun.start) continue;
    seen.add(entity.name);
    edits.push({ start: the.start, end: noun.end, words: entity.name });
  }
  return edits;
}

/** Whom "the `word`" means, where nothing else tells who that is. */
const calledSo = (word: string, { byNoun }: Described): NamedEntity | null =>
  isNoun(word) && !OF_ANY.test(word) ? (byNoun.get(word)?.entity ?? null) : null;

/** Whom "the 87-year-old" means: whoever is of that age, and where the article has not told anybody's, whom the sentence before is about. */
function agedSo(word: string, { byAge, alone }: Described): NamedEntity | null {
  const told = byAge.get(word.slice(0, word.indexOf('-')));
  return told === undefined ? alone : told;
}

const isBareAged = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower === 'the' && !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.tag ?? '');
