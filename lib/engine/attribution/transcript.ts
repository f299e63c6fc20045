/** Who speaks in a line of a transcript or a printed interview: "MAYOR PELL: …", "Q: …", "A: …". The whole paragraph is theirs. */
import type { EngineClaimant, NamedEntity } from '../types.ts';
import type { Resolved } from './claimant.ts';
import type { Item, Unit } from './units.ts';
import { isMark } from './words.ts';

/** Who asks and who answers where an interview is printed as one. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['q', 'interviewer'],
  ['a', 'interviewee'],
]);

/** No label has more words. */
const LABEL_WORDS = 4;

const isCapitals = ({ kind, text }: Item): boolean =>
  (kind === 'word' || kind === 'name') && /^\p{Lu}[\p{Lu}.' -]+$/u.test(text);

/** The person of the article whose family name a label gives in capitals: "LOWE" for "Harriet Lowe". */
const personOf = (label: string, names: readonly NamedEntity[]): NamedEntity | null =>
  names.find(
    ({ name, type }) => type === 'person' && / /.test(name) && name.split(' ').at(-1)?.toUpperCase() === label,
  ) ?? null;

export type SpokenLine = {
  readonly speaker: Resolved;
  /** The first item of what is said. */
  readonly from: number;
};

/** The speaker that a unit is labelled with; null where it is none of a transcript. */
export function spokenLine({ items }: Unit, names: readonly NamedEntity[]): SpokenLine | null {
  const colon = items.findIndex((item, i) => i <= LABEL_WORDS && isMark(item, ':'));
  const [first, last] = [items[0], items[colon - 1]];
  if (colon < 1 || first === undefined || last === undefined || items[colon + 1] === undefined) return null;
  const place = { start: first.start, end: last.end };
  const part = colon === 1 ? PARTS.get(first.lower) : undefined;
  const claimant = (name: string, type: EngineClaimant['type']): EngineClaimant => ({
    name,
    type,
    ...place,
    via: null,
  });
  if (part !== undefined)
    return { speaker: { claimant: claimant(part, 'unnamed'), entity: null, sure: 0.9 }, from: colon + 1 };
  const label = items.slice(0, colon);
  if (!label.every(isCapitals) || label.some(({ entity }) => entity?.type === 'place')) return null;
  const person = personOf(last.text, names);
  if (person === null) return null;
  return { speaker: { claimant: claimant(person.name, 'person'), entity: person, sure: 1 }, from: colon + 1 };
}
