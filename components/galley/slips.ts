import type { SentenceState } from '#lib/standing/types.ts';
import { markedIn } from './minor.ts';
import { indexAt, type Place, type PlacedClaim } from './segments.ts';
import type { Rescope, WorkbenchState } from './store.ts';
import { inHand } from './walk.ts';

/** A run of blocks, from one index up to another that is no longer in it. */
export type Slip = { readonly from: number; readonly to: number };

/** Few enough that to draw one is nothing, and enough that a book has hundreds of them and not thousands. */
const LENGTH = 8;

/** Blocks that stand away from nothing above them: only before these can the text be cut and keep every distance. */
const PLAIN = new Set(['paragraph', 'quote', 'list-item', 'table']);

/** Cuts the blocks into slips, as a printer pulls a long galley. The head, up to the first block of the body, is one piece. */
export function slipsOf(blocks: readonly { readonly role: string }[], body: number): Slip[] {
  const slips: Slip[] = [];
  let from = 0;
  blocks.forEach((block, index) => {
    if (index - from < LENGTH || index <= body || !PLAIN.has(block.role)) return;
    slips.push({ from, to: index });
    from = index;
  });
  return [...slips, { from, to: blocks.length }];
}

/** What of the workbench's state one block shows. */
export type Shown = {
  readonly claims: readonly PlacedClaim[];
  /** For each of its sentences, a letter for where its reading stands: read 1, unread 0, minor claims only m. */
  readonly flags: string;
  /** The claim in hand and the sentence in hand, where they are this block's. */
  readonly selectedId: string | null;
  readonly inHand: number | null;
  /** How many sentences from there on are in hand. */
  readonly many: number;
  /** Ids of its claims that are taken, with a blank after each. */
  readonly taken: string;
  readonly rescope: Rescope | null;
};

const PARTS = [
  'claims',
  'flags',
  'selectedId',
  'inHand',
  'many',
  'taken',
  'rescope',
] as const satisfies (keyof Shown)[];
const IN_HAND = [
  'selectedId',
  'sentence',
  'sentenceFrom',
  'checked',
  'rescope',
  'showsMinor',
] as const satisfies (keyof WorkbenchState)[];

/**
 * Reads what a slip's blocks show, and answers with the same array, and the same object for each block, until that
 * changes. All slips ask at every key, so one that nothing happened to must answer at once.
 */
export function readerOf({ from, to }: Slip, ranges: readonly Range[]): (state: WorkbenchState) => readonly Shown[] {
  let seen: WorkbenchState | null = null;
  let shown: readonly Shown[] = [];
  return (state) => {
    const old = seen;
    seen = state;
    const isSame = old?.byBlock === state.byBlock && old.reading === state.reading;
    if (old && isSame && IN_HAND.every((part) => old[part] === state[part])) return shown;
    let isChanged = old === null;
    const next: Shown[] = [];
    for (let index = from; index < to; index++) {
      const last = shown[index - from];
      const now = shownOf(
        state,
        index,
        ranges[index - from] ?? NOWHERE,
        old?.reading === state.reading ? last : undefined,
      );
      const isKept = last !== undefined && PARTS.every((part) => last[part] === now[part]);
      isChanged ||= !isKept;
      next.push(isKept ? last : now);
    }
    if (isChanged) shown = next;
    return shown;
  };
}

/** `last` is what the block showed where no sentence has been read since. */
function shownOf(state: WorkbenchState, index: number, { first, count }: Range, last: Shown | undefined): Shown {
  const { selectedId, rescope } = state;
  const hand = inHand(state);
  const begins = hand === null ? 0 : Math.max(hand.from, first);
  const many = hand === null ? 0 : Math.max(0, Math.min(hand.to + 1, first + count) - begins);
  const all = state.byBlock[index] ?? NONE;
  const isHere = selectedId !== null && all.some((claim) => claim.id === selectedId);
  const claims = markedIn(all, state, isHere ? selectedId : null);
  return {
    claims,
    flags: last?.flags ?? flagsOf(state.reading, first, count),
    selectedId: isHere ? selectedId : null,
    inHand: many > 0 ? begins : null,
    many,
    taken: takenOf(state.checked, claims),
    rescope: isHere && rescope?.id === selectedId ? rescope : null,
  };
}

const takenOf = (checked: ReadonlySet<string>, claims: readonly PlacedClaim[]): string =>
  checked.size === 0
    ? ''
    : claims
        .filter(({ id }) => checked.has(id))
        .map(({ id }) => `${id} `)
        .join('');

const FLAGS: Readonly<Record<SentenceState, string>> = { read: '1', minor: 'm', unread: '0' };
const flagsOf = (reading: readonly SentenceState[], first: number, count: number): string => {
  let flags = '';
  for (let i = first; i < first + count; i++) flags += FLAGS[reading[i] ?? 'unread'];
  return flags;
};

/** The sentences that stand in a block. */
export type Range = { readonly first: number; readonly count: number };

const NOWHERE: Range = { first: 0, count: 0 };

export function rangeOf(block: Place | undefined, sentences: readonly Place[]): Range {
  if (!block) return NOWHERE;
  let first = Math.max(0, indexAt(sentences, block.start));
  // A sentence may begin in the dateline before its paragraph, and belongs to both.
  if ((sentences[first]?.end ?? 0) <= block.start) first++;
  const last = indexAt(sentences, block.end - 1);
  return { first, count: Math.max(0, last - first + 1) };
}

const NONE: readonly PlacedClaim[] = [];
