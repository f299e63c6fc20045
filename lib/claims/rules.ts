import type { Quantity, Time } from '#lib/engine/types.ts';
import type { Place } from '#lib/standing/rules-coverage.ts';
import type { Proposal } from '#lib/standing/types.ts';

/** Why a span cannot hold a claim, or null. A claim stands within one block: a headline, a paragraph, a list item. */
export function spanRefusal(
  span: Place,
  textLength: number,
  blocks: readonly Place[],
): 'outside' | 'two-blocks' | null {
  if (span.start < 0 || span.end > textLength || span.start >= span.end) return 'outside';
  return blocks.some((block) => block.start <= span.start && span.end <= block.end) ? null : 'two-blocks';
}

type Wording = {
  readonly statement: string;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
  readonly proposal: Proposal | null;
};

/**
 * How a claim is worded once its ends have moved from the words `before` (none where it had no place) to those of `place`.
 * A statement that was only the old words follows them, and what was read in those goes with them; one that somebody worded
 * stays. Where that speaks of a figure or a time that the words no longer hold, they are proposed in its place.
 */
export function wordingAfterMove(
  was: Wording,
  before: string | null,
  place: { readonly revisionId: string; readonly exact: string },
): Wording {
  const stays = ({ text }: { readonly text: string }) => place.exact.includes(text) || before?.includes(text) === false;
  const figures = was.figures.filter(stays);
  const times = was.times.filter(stays);
  if (was.statement === before) return { statement: place.exact, figures, times, proposal: was.proposal };
  const numbers = was.statement.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const isHeld =
    figures.length === was.figures.length &&
    times.length === was.times.length &&
    numbers.every((number) => stays({ text: number }));
  if (!isHeld) return { ...was, proposal: { revisionId: place.revisionId, statement: place.exact, figures, times } };
  // What the move before this one has proposed is the words that it led to.
  return { ...was, proposal: was.proposal?.statement === before ? null : was.proposal };
}
