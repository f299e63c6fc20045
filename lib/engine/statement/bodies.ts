/** "The department", "the council", "the park", "the governor": what or whom the article has named in full, where it has named one alone that can be meant. */
import { NAMED_PLACES } from '../lexicon/definite.ts';
import { BODY_NOUNS, HEADS_OF } from '../lexicon/titles.ts';
import { isCapitalised } from '../sentence/letters.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { NamedEntity, Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';
import type { Introductions } from './introduced.ts';
import { pointersIn } from './pointers.ts';

/** Whom or what an article names, by the noun their names end with ("council", "park") or their office ("governor"); null where two do. With a capital, what is called by it with one. */
export type Bodies = ReadonlyMap<string, NamedEntity | null>;

/** Written with a capital these mean the body that has been named in full: "the Commission". */
const CALLED =
  /^(?:Commission|Ministry|Department|Agency|Bank|Court|Council|Committee|Board|Authority|Association|Federation|Union|Fund|Exchange|Institute|Bureau|Organi[sz]ation|Tribunal|University|Society|Corporation)$/;
/** Without a capital these mean it where it has just been named, and nothing else is called so. */
const CALLED_NEAR = /^(?:bank|party|court|club|union|board|exchange|network|broker|brokerage|fund)$/;
/** Characters. */
const NEAR = 600;

/** Of these an article may mean one that it names by other words: "the party", "the court". */
const COMMON =
  /^(?:party|court|group|team|club|government|side|city|state|town|county|village|country|house|force|board|company|firm|chain|office|bank|service|services|authority|network|times|post|news|union)$/;

/** Of these there may be another in every country: an article that names one may mean another's. */
const OFFICES = new Map([
  ['gov', 'governor'],
  ['governor', 'governor'],
  ['mayor', 'mayor'],
  ['sheriff', 'sheriff'],
  ['archbishop', 'archbishop'],
  ['bishop', 'bishop'],
  ['chancellor', 'chancellor'],
  ['ambassador', 'ambassador'],
  ['president', 'president'],
]);

const isOffice = (word: string): boolean => [...OFFICES.values()].includes(word);

/** The office that a person holds by the words before the name alone: "Gov.", "Mayor"; null for what was or is another's. */
function officeOf({ type, role }: NamedEntity): string | null {
  if (type !== 'person' || role === null || /\s/.test(role.trim())) return null;
  const office = OFFICES.get(role.trim().toLowerCase().replace(/\.$/, ''));
  return office !== undefined && (HEADS_OF.has(office) || /bishop$/.test(office)) ? office : null;
}

const OF_A_HEADLINE = /^(?:his|her|their|its|our|up|out|off|down|is|are|was|were|says|gets|as|with|after|over|to)$/i;

/** The noun by which something named may be called again; null where that is none. */
function nounOf(entity: NamedEntity): string | null {
  if (entity.type === 'person') return officeOf(entity);
  const words = entity.name.split(' ');
  // "Lund Winds Up His Campaign": a headline
  if (words.length < 2 || words.some((word) => OF_A_HEADLINE.test(word))) return null;
  // "the Church of St Mary", "Ministry of Works": what it is stands before the "of"
  const of = words.indexOf('of');
  const noun = words.at(of > 0 ? of - 1 : -1)?.toLowerCase() ?? '';
  return (BODY_NOUNS.has(noun) && !COMMON.test(noun)) || NAMED_PLACES.has(noun) ? noun : null;
}

/** The last word of a body's name, where it has more; null for all else. */
function calledOf({ name, type }: NamedEntity): string | null {
  const words = name.split(' ');
  return type === 'organization' && words.length > 1 ? (words.at(-1) ?? null) : null;
}

export function bodiesOf(names: readonly NamedEntity[]): Bodies {
  const bodies = new Map<string, NamedEntity | null>();
  for (const entity of names) {
    const noun = nounOf(entity);
    if (noun !== null) bodies.set(noun, bodies.has(noun) ? null : entity);
    const called = calledOf(entity);
    if (called !== null)
      for (const key of [called, `near ${called.toLowerCase()}`]) bodies.set(key, bodies.has(key) ? null : entity);
  }
  // "former president Alan Burke", "the vice-president": another who may be meant
  for (const { role, type } of names) {
    const words = type === 'person' && role !== null ? role.toLowerCase().split(/[^\p{L}]+/u) : [];
    if (words.length > 1) for (const word of words) if (isOffice(word)) bodies.delete(word);
  }
  return bodies;
}

/** "The department has begun" → "[The Agriculture Department] has begun", the first time that a claim names it. */
export function bodyNounEdits(
  { text, tokens, mentions }: ReadSentence,
  span: Span,
  bodies: Bodies,
  introduced: Introductions,
): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  for (const { at, the, noun, isBare } of pointersIn(tokens, span)) {
    if (the.lower !== 'the') continue;
    const isCapital = isCapitalised(noun.text);
    const entity = isCapital
      ? calledAt(tokens, at + 1, bodies)
      : (bodies.get(noun.lower) ?? calledNear(noun, bodies, introduced));
    if (entity === null || seen.has(noun.lower)) continue;
    seen.add(noun.lower);
    if (!isCapital && !isBare) continue;
    const isTold = (entity.mentions[0]?.end ?? Number.POSITIVE_INFINITY) <= noun.start;
    const isThere = mentions.some((one) => one.entity === entity && holds(span, one.span));
    if (!isTold || isThere) continue;
    const name = entity.name.replace(/^the /i, '');
    if (isCapital) {
      edits.push({ start: noun.start, end: noun.start, words: name.slice(0, -noun.text.length).trim() });
      continue;
    }
    edits.push({
      start: the.start,
      end: noun.end,
      words: isNamedBare(text, entity, noun.start) ? name : `the ${name}`,
    });
  }
  return [...edits, ...shortNameEdits(text, tokens, mentions, span)];
}

/** Of what ends so many are named without a "the". */
const BARE =
  / (?:Valley|Lake|Park|University|College|Airport|Hospital|Bank|Island|Castle|Cathedral|Palace|Prison|Jail|Club|City)$/;

/** "Silicon Valley", "Ada Lund": named without a "the". */
function isNamedBare(text: string, { type, name, mentions }: NamedEntity, until: number): boolean {
  if (type === 'person') return true;
  if (/^the /i.test(name)) return false;
  const isLed = mentions
    .slice(0, 8)
    .some(({ start, end }) => end <= until && /\bthe $/i.test(text.slice(Math.max(0, start - 5), start)));
  return !isLed && BARE.test(name);
}

/** The body that "the Commission" means: the only one whose name ends so. */
function calledAt(tokens: ReadSentence['tokens'], at: number, bodies: Bodies): NamedEntity | null {
  const [noun, next] = [tokens[at], tokens[at + 1]];
  if (noun === undefined || !CALLED.test(noun.text)) return null;
  const goesOn =
    next !== undefined &&
    (next.lower === 'of' || next.lower === 'for' || /^\p{Lu}/u.test(next.text) || next.tag === 'NOUN');
  return goesOn ? null : (bodies.get(noun.text) ?? null);
}

/** The body that "the bank" means, where it was named a few lines before and no other bank is told of. */
function calledNear({ lower, start }: Token, bodies: Bodies, introduced: Introductions): NamedEntity | null {
  if (!CALLED_NEAR.test(lower) || introduced.has(lower) || introduced.has(`${lower}s`)) return null;
  const entity = bodies.get(`near ${lower}`) ?? null;
  const last = entity?.mentions.findLast(({ end }) => end <= start);
  return last !== undefined && start - last.end < NEAR ? entity : null;
}

/** "The Church denied it" → "The Church [of the Redeemer] denied it": a body called by what it is, with a capital. */
function shortNameEdits(
  text: string,
  tokens: ReadSentence['tokens'],
  mentions: ReadSentence['mentions'],
  span: Span,
): Edit[] {
  const own = mentions.filter((one) => one.entity.type === 'organization' && holds(span, one.span));
  const seen = new Set<string>();
  return own.flatMap(({ entity, span: { start, end } }): Edit[] => {
    const words = text.slice(start, end);
    const isAgain = seen.has(entity.name);
    seen.add(entity.name);
    const next = tokens.find((token) => token.start >= end);
    if (isAgain || /\s/.test(words) || !BODY_NOUNS.has(words.toLowerCase()) || next?.tag === 'PROPN') return [];
    if (!/\bthe\s$/i.test(text.slice(Math.max(0, start - 4), start))) return [];
    if (entity.name.startsWith(`${words} of `))
      return [{ start: end, end, words: entity.name.slice(words.length + 1) }];
    return entity.name.endsWith(` ${words}`)
      ? [{ start, end: start, words: entity.name.slice(0, -words.length - 1).replace(/^the /i, '') }]
      : [];
  });
}
