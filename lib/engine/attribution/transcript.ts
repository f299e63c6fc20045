/** Who speaks in a line of a transcript or a printed interview: "MAYOR PELL: …", "Q: …", "A: …". The whole paragraph is theirs. */
import type { EngineClaimant, NamedEntity, Span } from '../types.ts';
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

/** "LOWE: " before a unit that begins behind it, as a dateline does. */
const LABEL = /^\s*(\p{Lu}[\p{Lu}.' -]{1,40}):\s*$/u;

/**
 * The speaker that a unit is labelled with; null where it is none of a transcript.
 * @param before what stands on its line before the unit
 */
export function spokenLine({ items, start }: Unit, names: readonly NamedEntity[], before: string): SpokenLine | null {
  const label = LABEL.exec(before)?.[1];
  const apart = label === undefined ? null : personOf(label.trim().split(' ').at(-1) ?? label, names);
  if (apart !== null) return { speaker: speakerOf(apart.name, 'person', { start, end: start }, apart), from: 0 };
  const colon = items.findIndex((item, i) => i <= LABEL_WORDS && isMark(item, ':'));
  const [first, last] = [items[0], items[colon - 1]];
  if (colon < 1 || first === undefined || last === undefined || items[colon + 1] === undefined) return null;
  const place = { start: first.start, end: last.end };
  const part = colon === 1 ? PARTS.get(first.lower) : undefined;
  if (part !== undefined) return { speaker: speakerOf(part, 'unnamed', place, null), from: colon + 1 };
  if (!items.slice(0, colon).every(isCapitals)) return null;
  const person = personOf(last.text, names);
  return person === null ? null : { speaker: speakerOf(person.name, 'person', place, person), from: colon + 1 };
}

const speakerOf = (name: string, type: EngineClaimant['type'], place: Span, entity: NamedEntity | null): Resolved => ({
  claimant: { name, type, start: place.start, end: place.end, via: null },
  entity,
  sure: entity === null ? 0.9 : 1,
});
