/** Who says a quotation beside which no cue stands: whoever spoke before it, or goes on behind it; else somebody unnamed, never the author. */
import type { Attribution, Quotation } from '../types.ts';
import type { Resolved } from './known.ts';
import type { Item, Unit } from './units.ts';
import { isMark, NOBODY_NAMED, speakingNoun } from './words.ts';

type Said = Attribution & { readonly resolved: Resolved };

export type Spoken = {
  readonly units: readonly Unit[];
  /** What cues say of who speaks, by unit. */
  readonly byUnit: readonly (readonly Said[])[];
  /** Whom each unit is about. */
  readonly subjects: readonly (Resolved | null)[];
  /** The speakers of the quotations without a cue that stand before this one. */
  readonly given: ReadonlyMap<Quotation, Resolved>;
  /** Who signs the quotation that fills a block, by block: “– Ana Rey, mayor” on the next line. */
  readonly signed: ReadonlyMap<number, Resolved>;
  /** Who says these words elsewhere in the article, where a cue tells; null where nobody or several do. */
  readonly repeated: (quotation: Quotation) => Resolved | null;
};

export type Speaker = { readonly resolved: Resolved; readonly confidence: number };

const UNNAMED: Resolved = {
  claimant: { name: NOBODY_NAMED, type: 'unnamed', start: null, end: null, via: null },
  entity: null,
  sure: 1,
};

/** Whoever a sentence is about, where that is somebody who can speak: "residents", not "the road". */
function whoSpeaks(about: Resolved): Resolved {
  const { type, name } = about.claimant;
  return type !== 'unnamed' || speakingNoun(name.toLowerCase().split(' ').at(-1) ?? '') !== null ? about : UNNAMED;
}

/** No quotation runs over more sentences, nor over more paragraphs. */
const LONGEST_QUOTED = 12;
/** A speaker goes on over so many sentences. */
const GOES_ON = 3;

const isSpoken = ({ kind }: Item): boolean => kind === 'word' || kind === 'name';

/** "And from the mayor, Luis Vega:", on a line of its own before the quotation: who speaks in it, or the only one the line names. */
function introducedBy({ units, byUnit, subjects }: Spoken, at: number): Resolved | null {
  // a quotation of several sentences goes on from its first
  let first = at;
  while (first > 0 && first > at - LONGEST_QUOTED && units[first - 1]?.block === units[at]?.block) first--;
  const line = units[first - 1];
  if (line === undefined || !isMark(line.items.at(-1), ':')) return null;
  return byUnit[first - 1]?.at(-1)?.resolved ?? subjects[first - 1] ?? onlyPerson([line]);
}

function onlyPerson(units: readonly Unit[]): Resolved | null {
  const people = units.flatMap(({ items }) => items.filter(({ entity }) => entity?.type === 'person'));
  const [only] = people;
  if (only?.entity == null || people.some(({ entity }) => entity !== only.entity)) return null;
  const { entity, start, end } = only;
  return { claimant: { name: entity.name, type: 'person', start, end, via: null }, entity, sure: 0.9 };
}

/** Who was quoted last in the same paragraph, where the sentence before is about nobody who could speak. */
function quotedBefore({ units, byUnit }: Spoken, at: number): Resolved | null {
  const between = units[at - 1];
  const opens = between?.items
    .slice(0, 3)
    .some(({ entity, lower }) => entity?.type === 'person' || /^s?he$/.test(lower));
  if (opens !== false) return null;
  for (let back = at - 1; back > at - 4 && units[back]?.block === units[at]?.block; back--) {
    const last = byUnit[back]?.findLast(({ quoted }) => quoted);
    if (last !== undefined) return last.resolved;
  }
  return null;
}

/** Who says the quotation that is an item of a unit, by a cue or without; null where that is not known yet. */
const saidBy = ({ byUnit, given }: Spoken, at: number, { quotation, start }: Item): Resolved | null =>
  byUnit[at]?.find((one) => one.quoted && one.content.start === start)?.resolved ??
  (quotation === null ? null : (given.get(quotation) ?? null));

/** Fewer words may be anybody's; more are not compared. */
const FEWEST_ALIKE = 4;
const MOST_ALIKE = 8;

const openingOf = (words: string): readonly string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_ALIKE);

/** Pull quotes: finds who says the same words elsewhere, as the beginning of a sentence in quotation marks. */
export function repeatedIn(folded: string, said: readonly Said[]): Spoken['repeated'] {
  const speakers = new Map<string, Resolved | null>();
  for (const { quoted, content, resolved } of said) {
    if (!quoted) continue;
    for (const sentence of folded.slice(content.start, content.end).split(/[.!?…]\s/)) {
      const opening = openingOf(sentence);
      for (let count = FEWEST_ALIKE; count <= opening.length; count++) {
        const key = opening.slice(0, count).join(' ');
        const other = speakers.get(key);
        const isOther = other !== undefined && other?.claimant.name !== resolved.claimant.name;
        speakers.set(key, isOther ? null : resolved);
      }
    }
  }
  return ({ start, end }) => {
    const opening = openingOf(folded.slice(start, end).split(/[.!?…]\s/)[0] ?? '');
    return speakers.get(opening.join(' ')) ?? null;
  };
}

/** A quotation that the paragraph before leaves open, or that goes on in the next ones to a cue. */
function overParagraphs(spoken: Spoken, at: number, quotation: Quotation): Resolved | null {
  const { units } = spoken;
  const opened = units[at - 1]?.items.at(-1);
  const isFirst = units[at]?.items[0]?.quotation === quotation;
  if (isFirst && opened?.quotation?.continues === true) return saidBy(spoken, at - 1, opened);
  let last = quotation;
  for (let next = at + 1; last.continues && next <= at + LONGEST_QUOTED; next++) {
    const [item] = units[next]?.items ?? [];
    if (item?.quotation == null) return null;
    const speaker = saidBy(spoken, next, item);
    if (speaker !== null) return speaker;
    last = item.quotation;
  }
  return null;
}

/** Who was quoted right before, where no cue says so. */
function wentBefore(spoken: Spoken, at: number): Resolved | null {
  const last = spoken.units[at - 1]?.items.findLast(({ kind }) => kind === 'quote');
  return last === undefined ? null : saidBy(spoken, at - 1, last);
}

/** "“Nobody asked us.” *The council says it sent letters*": a sentence that quotes nobody has a speaker of its own. */
function goesOnBehind(after: readonly Said[]): Resolved | null {
  const [first] = after;
  return first !== undefined && after.some(({ quoted }) => quoted) ? first.resolved : null;
}

/** Of a quotation that fills its sentence: the unit before in its paragraph, the one after, the paragraph before. */
function ofAlone(spoken: Spoken, at: number, quotation: Quotation): Speaker {
  const { units, byUnit, subjects } = spoken;
  const sameBlock = (other: number): boolean => units[other]?.block === units[at]?.block;
  const by = (resolved: Resolved, confidence: number): Speaker => ({ resolved, confidence });
  const introduced = introducedBy(spoken, at);
  if (introduced !== null) return by(introduced, 0.85);
  const repeated = spoken.repeated(quotation);
  if (repeated !== null) return by(repeated, 0.85);
  const before = sameBlock(at - 1) ? (byUnit[at - 1]?.at(-1)?.resolved ?? wentBefore(spoken, at)) : null;
  if (before !== null) return by(before, 0.85);
  const after = sameBlock(at + 1) ? goesOnBehind(byUnit[at + 1] ?? []) : null;
  if (after !== null) return by(after, 0.8);
  const spoke = quotedBefore(spoken, at);
  if (spoke !== null) return by(spoke, 0.7);
  const subject = subjects[at - 1] ?? null;
  const only = subject?.claimant.type === 'person' ? null : onlyVoice(spoken, at);
  // "Lund said so. … The clubs earn £3m. “We must do more.”": the one who speaks all through, and not the clubs
  if (only !== null) return by(only, 0.6);
  if (subject !== null && subject.claimant.type !== 'unnamed' && sameBlock(at - 1)) return by(subject, 0.6);
  const earlier = earlierSpeaker(spoken, at);
  // "Moss said so. / Valdez praised her. / “She never gives up.”": whom the paragraph before is about, and not who spoke further back
  const isNearer =
    subject?.claimant.type === 'person' &&
    earlier !== null &&
    !sameBlock(at - 1) &&
    (byUnit[at - 1] ?? []).length === 0;
  if (isNearer && subject.claimant.name !== earlier.claimant.name)
    return by(OPINES.test(verbsOf(units[at - 1])) ? subject : UNNAMED, 0.6);
  if (earlier !== null) return by(earlier, 0.7);
  // "The town council met." in the paragraph before does not say that the council speaks
  const isMeant = subject !== null && (sameBlock(at - 1) || subject.claimant.type === 'person');
  return by(isMeant ? whoSpeaks(subject) : UNNAMED, 0.5);
}

/** Deeds that are done with words. */
const OPINES =
  /\b(?:praised|hailed|welcomed|criticised|criticized|condemned|attacked|defended|dismissed|rejected|thanked|backed|endorsed|agreed|disagreed|apologised|apologized|complained|mocked|blamed)\b/;

const verbsOf = (unit: Unit | undefined): string => (unit?.items ?? []).map(({ lower }) => lower).join(' ');

function earlierSpeaker({ byUnit }: Spoken, at: number): Resolved | null {
  for (let back = 1; back <= GOES_ON; back++) {
    const earlier = byUnit[at - back]?.at(-1);
    if (earlier !== undefined) return earlier.resolved;
  }
  return null;
}

/** So many sentences back the one who speaks all through an article is looked for. */
const ALL_THROUGH = 16;

/** The person who alone has been quoted of late; null where nobody has been, or others have spoken too. */
function onlyVoice({ byUnit }: Spoken, at: number): Resolved | null {
  const said = byUnit.slice(Math.max(0, at - ALL_THROUGH), at).flat();
  const last = said.findLast(({ quoted }) => quoted);
  const isOne = said.every(({ claimant }) => claimant.name === last?.claimant.name);
  return last !== undefined && isOne && last.claimant.type === 'person' ? last.resolved : null;
}

/** More than a word or two. */
const isLong = ({ direct, start, end }: Quotation): boolean => direct || end - start > 12;

/** “On housing: "We will build 40,000 homes."”: what stands behind the colon, all of it in quotation marks. */
function isApart({ items }: Unit, quotation: Quotation): boolean {
  const at = items.findIndex((item) => item.quotation === quotation);
  const isLast = at > 0 && !items.slice(at + 1).some(isSpoken);
  return isLast && isLong(quotation) && isMark(items[at - 1], ':');
}

/** Of an interview printed in pieces: whoever spoke in the piece before, else the only person whom the article has named. */
function ofPiece(spoken: Spoken, at: number): Speaker {
  const before = wentBefore(spoken, at) ?? earlierSpeaker(spoken, at);
  if (before !== null) return { resolved: before, confidence: 0.7 };
  return { resolved: onlyPerson(spoken.units.slice(0, at)) ?? UNNAMED, confidence: 0.5 };
}

function speakerOf(spoken: Spoken, at: number, unit: Unit, quotation: Quotation): Speaker | null {
  const { units, byUnit, subjects } = spoken;
  const signer = spoken.signed.get(unit.block);
  if (signer !== undefined) return { resolved: signer, confidence: 0.9 };
  const over = overParagraphs(spoken, at, quotation);
  if (over !== null) return { resolved: over, confidence: 0.85 };
  if (!unit.items.some(isSpoken)) return ofAlone(spoken, at, quotation);
  const own = subjects[at] ?? null;
  const before = units[at - 1]?.block === unit.block ? byUnit[at - 1]?.at(-1) : undefined;
  if (quotation.direct && before !== undefined && own === null) return { resolved: before.resolved, confidence: 0.5 };
  if (own !== null && isLong(quotation)) return { resolved: own, confidence: 0.5 };
  return own === null && isApart(unit, quotation) ? ofPiece(spoken, at) : null;
}

/** The speaker of a quotation without a cue, in the unit at `at`; null where it is a part of what the author says. */
export function uncuedSpeaker(spoken: Spoken, at: number, quotation: Quotation): Speaker | null {
  const unit = spoken.units[at];
  const found = unit === undefined ? null : speakerOf(spoken, at, unit, quotation);
  return found === null ? null : { ...found, confidence: found.confidence * found.resolved.sure };
}
