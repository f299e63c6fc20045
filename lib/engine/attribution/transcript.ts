/** Who speaks in a line of a transcript or a printed interview: "MAYOR PELL: …", "Q: …", "A: …". The whole paragraph is theirs. */
import type { EngineClaimant, NamedEntity, Span } from '../types.ts';
import type { Resolved } from './known.ts';
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
  /** Where what is said begins. */
  readonly start: number;
};

const isTitled = ({ kind, text }: Item): boolean => kind === 'name' || (kind === 'word' && /^\p{Lu}/u.test(text));

/** No label of one who speaks is longer. */
const LABEL_LENGTH = 32;

/** "Courier" of "Courier: How …?", "Q" of "Q. How …?"; null where a line begins with no label. */
function labelOf(line: string): string | null {
  const opening = line.slice(0, LABEL_LENGTH);
  const colon = opening.indexOf(': ');
  if (colon > 0 && /^\p{Lu}/u.test(opening)) return opening.slice(0, colon);
  return LETTER.test(opening.slice(0, 3)) ? opening.charAt(0) : null;
}

/** Whether questions stand behind a label ("Q. …?", "Courier: …?") and other lines behind another. */
export function isDialogue(lines: readonly string[]): boolean {
  const labels = lines.flatMap((line) => {
    const label = labelOf(line);
    return label === null ? [] : [{ label, asks: line.trimEnd().endsWith('?') }];
  });
  const askers = new Set(labels.flatMap(({ label, asks }) => (asks ? [label] : [])));
  return askers.size > 0 && labels.some(({ label, asks }) => !asks && !askers.has(label));
}

/** "A. " before an answer. */
const LETTER = /^([QA])\. $/;

/** "LOWE: " before a unit that begins behind it, as a dateline does. */
const LABEL = /^\s*(\p{Lu}[\p{Lu}.' -]{1,40}):\s*$/u;

/**
 * The speaker that a unit is labelled with; null where it is none of a transcript.
 * @param before what stands on its line before the unit
 * @param opening its first characters
 * @param isDialogue whether the article is printed as questions and answers
 */
export function spokenLine(
  { items, start }: Unit,
  names: readonly NamedEntity[],
  before: string,
  opening: string,
  isDialogue: boolean,
): SpokenLine | null {
  const letter = isDialogue ? LETTER.exec(opening)?.[1]?.toLowerCase() : undefined;
  const asked = PARTS.get(letter ?? '');
  if (asked !== undefined)
    return { speaker: speakerOf(asked, 'unnamed', { start, end: start + 1 }, null), start: start + opening.length };
  const label = LABEL.exec(before)?.[1];
  const apart = label === undefined ? null : personOf(label.trim().split(' ').at(-1) ?? label, names);
  if (apart !== null) return { speaker: speakerOf(apart.name, 'person', { start, end: start }, apart), start };
  const colon = items.findIndex((item, i) => i <= LABEL_WORDS && isMark(item, ':'));
  const [first, last] = [items[0], items[colon - 1]];
  const said = items[colon + 1];
  if (colon < 1 || first === undefined || last === undefined || said === undefined) return null;
  const place = { start: first.start, end: last.end };
  const part = colon === 1 ? PARTS.get(first.lower) : undefined;
  if (part !== undefined) return { speaker: speakerOf(part, 'unnamed', place, null), start: said.start };
  const inCapitals = items.slice(0, colon).every(isCapitals);
  if (!inCapitals && !(isDialogue && items.slice(0, colon).every(isTitled))) return null;
  const person = inCapitals ? personOf(last.text, names) : last.entity;
  return person === null ? null : { speaker: speakerOf(person.name, 'person', place, person), start: said.start };
}

const speakerOf = (name: string, type: EngineClaimant['type'], place: Span, entity: NamedEntity | null): Resolved => ({
  claimant: { name, type, start: place.start, end: place.end, via: null },
  entity,
  sure: entity === null ? 0.9 : 1,
});
