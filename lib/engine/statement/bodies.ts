/** "The department", "the council": the body that the article has named in full, where it has named one alone that can be meant. */
import { BODY_NOUNS } from '../lexicon/titles.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import type { NamedEntity, Span } from '../types.ts';
import { firstToken } from './clause.ts';
import type { Edit } from './edits.ts';

/** The bodies that an article names, by the noun their names end with ("council"); null where two do. */
export type Bodies = ReadonlyMap<string, NamedEntity | null>;

/** Of these an article may mean one that it names by other words: "the party", "the court". */
const COMMON =
  /^(?:party|court|group|team|club|government|side|city|state|town|county|village|country|house|force|board|company|firm|chain|office)$/;

export function bodiesOf(names: readonly NamedEntity[]): Bodies {
  const bodies = new Map<string, NamedEntity | null>();
  for (const entity of names) {
    const words = entity.name.split(' ');
    const noun = words.at(-1)?.toLowerCase() ?? '';
    if (words.length < 2 || entity.type === 'person' || !BODY_NOUNS.has(noun) || COMMON.test(noun)) continue;
    bodies.set(noun, bodies.has(noun) ? null : entity);
  }
  return bodies;
}

/** "The department has begun" → "[The Agriculture Department] has begun". */
export function bodyNounEdit({ tokens }: ReadSentence, span: Span, bodies: Bodies): Edit | null {
  const at = firstToken(tokens, span);
  const [the, noun, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (the?.lower !== 'the' || noun === undefined || noun.tag !== 'NOUN') return null;
  // "the council leader", "the department of trade"
  if (/^(?:NOUN|PROPN|PART)$/.test(next?.tag ?? '') || next?.lower === 'of' || next?.lower === 'for') return null;
  const entity = bodies.get(noun.lower) ?? null;
  const isTold = entity?.mentions.some(({ end }) => end <= noun.start) === true;
  if (entity === null || !isTold) return null;
  return { start: the.start, end: noun.end, words: `the ${entity.name.replace(/^the /i, '')}` };
}
