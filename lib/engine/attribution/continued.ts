/** What somebody said that goes on in sentences without a cue: "The minister said taxes would fall. Two docks *would* close." */
import { CUE_FORMS, PROPOSALS } from '../lexicon/cues.ts';
import type { Attribution } from '../types.ts';
import type { Resolved } from './known.ts';
import type { Item, Unit } from './units.ts';
import { hasVerb } from './verbs.ts';
import { AUXILIARIES, isAdverb, isMark } from './words.ts';

type Said = Attribution & { readonly resolved: Resolved };

/** Words that stand for a "will", "can", "may" of whoever spoke then. */
const THEN = /^(?:would|should|could|might|wouldn't|couldn't|shouldn't)$/;
/** No subject with what describes it has more words. */
const SUBJECT_WORDS = 22;
/** What somebody said goes on over so many sentences. */
const MOST = 4;

/** The modal of the first clause, where no other verb stands before it; -1 where there is none. */
function modalOf(items: readonly Item[]): number {
  const at = items.findIndex(({ kind, lower }, i) => i < SUBJECT_WORDS && kind === 'word' && THEN.test(lower));
  if (at < 1 || hasVerb(items, 0, at)) return -1;
  return items.slice(0, at).some(({ lower }) => /^(?:if|unless|who|which|that|whether|as|while|had|were)$/.test(lower))
    ? -1
    : at;
}

/** "The bill would ban it": what a plan would do is the author's to tell. */
function isProposal(items: readonly Item[], modal: number): boolean {
  const link = items.findIndex(({ kind, lower }, i) => i > 0 && i < modal && (kind === 'mark' || LINKS.test(lower)));
  return PROPOSALS.has(items[(link < 0 ? modal : link) - 1]?.lower ?? '');
}

const LINKS = /^(?:of|for|in|to|on|at|by|from|with|under|approved|proposed|adopted|passed)$/;

/** "would normally draw no notice", "would often be sold": what tends to be so. */
const TENDS = /^(?:normally|usually|often|typically|generally|always|sometimes|otherwise|ordinarily|have)$/;

/** "would not comment", "wouldn't be drawn": whoever declines to say more has not said so. */
const refuses = (items: readonly Item[], modal: number): boolean => {
  const isNot = items[modal + 1]?.lower === 'not';
  if (!isNot && items[modal]?.lower !== "wouldn't") return false;
  const [first, second] = items.slice(isNot ? modal + 2 : modal + 1);
  return DECLINES.test(first?.lower ?? '') || (first?.lower === 'be' && second?.lower === 'drawn');
};

const DECLINES = /^(?:comment|say|confirm|discuss|reveal|disclose|elaborate|speculate)$/;

const RANKS = /^(?:first|second|third|largest|biggest|most|latest|highest|lowest|only)$/;

/** "It would be the first strike since 1990": how a thing ranks the author tells. */
const isRanked = (items: readonly Item[], modal: number): boolean =>
  modal <= 2 && items.slice(modal, modal + SUBJECT_WORDS).some(({ lower }) => RANKS.test(lower));

const PAST =
  /^(?:said|told|added|announced|warned|argued|explained|noted|insisted|predicted|stressed|reported|estimated)$/;

/** Who was reported, and not quoted, at the end of a sentence. */
function reportedLast(unit: Unit, found: readonly Said[]): Said | null {
  const last = found.at(-1);
  if (last === undefined || last.quoted || last.cue === null || found.some(({ quoted }) => quoted)) return null;
  const { cue, claimant } = last;
  if (found.some((other) => other.claimant.name !== claimant.name)) return null;
  // to the end of the sentence, or to who says it
  const reaches =
    last.content.end >= (unit.items.findLast(({ kind }) => kind !== 'mark')?.end ?? 0) || last.content.end <= cue.start;
  return reaches ? last : null;
}

const isPast = ({ items }: Unit, { cue }: Said): boolean =>
  items.some(({ start, end, lower }) => cue !== null && start >= cue.start && end <= cue.end && PAST.test(lower));

/** Who was reported last, in which words, in which unit, and whether in the past. */
type Speaks = {
  readonly resolved: Resolved;
  readonly words: readonly Item[];
  readonly from: number;
  readonly isPast: boolean;
};

/** Who goes on, and from where in the text. */
type Continued = { readonly resolved: Resolved; readonly from: number };

/** The speaker of a sentence without a cue, by its place among the units: whoever the sentence before reports. */
export function continuedSpeakers(
  units: readonly Unit[],
  byUnit: readonly (readonly Said[])[],
  isParagraph: (unit: Unit) => boolean,
): ReadonlyMap<number, Continued> {
  const speakers = new Map<number, Continued>();
  let speaks: Speaks | null = null;
  units.forEach((unit, index) => {
    const found = byUnit[index] ?? [];
    const { items } = unit;
    if (!isParagraph(unit)) speaks = null;
    else if (found.length > 0) {
      const last = reportedLast(unit, found);
      const words = items.filter(
        ({ start, end }) => last !== null && start >= last.content.start && end <= last.content.end,
      );
      speaks = last === null ? null : { resolved: last.resolved, words, from: index, isPast: isPast(unit, last) };
    } else if (speaks !== null) {
      const goesOn = /^(?:and|but)$/.test(items[0]?.lower ?? '') && items[1]?.lower === 'that' && opensWhat(items);
      const modal = modalOf(items);
      const word = items[modal]?.lower ?? '';
      const isAlike =
        word === 'would' || items[modal + 1]?.lower === 'not' || speaks.words.some(({ lower }) => lower === word);
      const isOwn =
        modal > 0 &&
        speaks.isPast &&
        !items.slice(modal + 1, modal + 3).some(({ lower }) => TENDS.test(lower)) &&
        isAlike &&
        index - speaks.from <= MOST &&
        !isProposal(items, modal) &&
        !isRanked(items, modal) &&
        !refuses(items, modal) &&
        !hasCue(items) &&
        !/[?:]$/.test(items.at(-1)?.text ?? '');
      const { resolved } = speaks;
      if (goesOn) speakers.set(index, { resolved, from: items[2]?.start ?? unit.start });
      else if (isOwn) speakers.set(index, { resolved, from: unit.start });
      else speaks = null;
    }
  });
  return speakers;
}

/** "And that in May he left.": the second thing that was said; not "And that was the end". */
const opensWhat = (items: readonly Item[]): boolean => {
  const next = items[2];
  return (
    next !== undefined &&
    next.kind !== 'mark' &&
    !AUXILIARIES.has(next.lower) &&
    !isAdverb(next) &&
    hasVerb(items, 2, items.length)
  );
};

const hasCue = (items: readonly Item[]): boolean =>
  items.some(
    ({ kind, lower }, i) => kind === 'quote' || (isMark(items[i - 1], ',') && CUE_FORMS.get(lower)?.cueClass === 'say'),
  );
