/** "The department", "the council", "the park", "the governor": what or whom the article has named in full, where it has named one alone that can be meant. */
import { NAMED_PLACES } from '../lexicon/definite.ts';
import { BODY_NOUNS, HEADS_OF } from '../lexicon/titles.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { NamedEntity, Span } from '../types.ts';
import type { Edit } from './edits.ts';
import { standsBare } from './introduced.ts';

/** Whom or what an article names, by the noun their names end with ("council", "park") or their office ("governor"); null where two do. */
export type Bodies = ReadonlyMap<string, NamedEntity | null>;

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

/** The noun by which something named may be called again; null where that is none. */
function nounOf(entity: NamedEntity): string | null {
  if (entity.type === 'person') return officeOf(entity);
  const words = entity.name.split(' ');
  if (words.length < 2) return null;
  // "the Church of St Mary", "Ministry of Works": what it is stands before the "of"
  const of = words.indexOf('of');
  const noun = words.at(of > 0 ? of - 1 : -1)?.toLowerCase() ?? '';
  return (BODY_NOUNS.has(noun) && !COMMON.test(noun)) || NAMED_PLACES.has(noun) ? noun : null;
}

export function bodiesOf(names: readonly NamedEntity[]): Bodies {
  const bodies = new Map<string, NamedEntity | null>();
  for (const entity of names) {
    const noun = nounOf(entity);
    if (noun !== null) bodies.set(noun, bodies.has(noun) ? null : entity);
  }
  // "former president Alan Burke", "the vice-president": another who may be meant
  for (const { role, type } of names) {
    const words = type === 'person' && role !== null ? role.toLowerCase().split(/[^\p{L}]+/u) : [];
    if (words.length > 1) for (const word of words) if (isOffice(word)) bodies.delete(word);
  }
  return bodies;
}

/** "The department has begun" → "[The Agriculture Department] has begun", the first time that a claim names it. */
export function bodyNounEdits({ text, tokens, mentions }: ReadSentence, span: Span, bodies: Bodies): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  tokens.forEach((the, at) => {
    const noun = tokens[at + 1];
    if (the.lower !== 'the' || noun === undefined || !holds(span, the) || !holds(span, noun)) return;
    const entity = bodies.get(noun.lower) ?? null;
    if (entity === null || seen.has(noun.lower)) return;
    seen.add(noun.lower);
    if (!standsBare(tokens, at + 1)) return;
    const isTold = (entity.mentions[0]?.end ?? Number.POSITIVE_INFINITY) <= noun.start;
    const isThere = mentions.some((one) => one.entity === entity && holds(span, one.span));
    if (!isTold || isThere) return;
    const name = entity.name.replace(/^the /i, '');
    edits.push({ start: the.start, end: noun.end, words: entity.type === 'person' ? name : `the ${name}` });
  });
  return [...edits, ...shortNameEdits(text, tokens, mentions, span)];
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
