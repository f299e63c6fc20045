import type { Span } from '#lib/anchor/reanchor.ts';
import type { EngineClaim, Quantity, Time } from '#lib/engine/types.ts';
import { figureLine, timeLine } from '#lib/standing/rules-basis.ts';
import type { Proposal } from '#lib/standing/types.ts';

/*
 * A claim's wording belongs to the words it stands on. Where it comes to stand on others, by a revision or by hand, the
 * engine's reading of those is proposed in one way, and a person decides.
 */

/** Two spans that are more one than two: they share at least half of what they cover together. */
export function isLike(a: Span, b: Span): boolean {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared * 2 >= a.end - a.start + (b.end - b.start) - shared;
}

/** The engine's claim that shares most with a span, of those that are more one with it than two; null where none is. */
export function bestLike<C extends Span>(span: Span, claims: readonly C[]): C | null {
  const shared = (claim: Span) => Math.min(span.end, claim.end) - Math.max(span.start, claim.start);
  const like = claims.filter((claim) => isLike(span, claim));
  return like.reduce<C | null>((best, claim) => (best && shared(best) >= shared(claim) ? best : claim), null);
}

/** What a claim says, with what was read in its words. */
export type Wording = {
  readonly statement: string;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
};

/** The engine's reading of a claim's new words as a proposal, or null where the claim says that already. */
export function proposalFor(revisionId: string, was: Wording, reading: EngineClaim | null): Proposal | null {
  const saysSame =
    reading !== null &&
    reading.statement === was.statement &&
    lines(reading.quantities, reading.times) === lines(was.figures, was.times);
  if (saysSame) return null;
  return {
    revisionId,
    statement: reading?.statement ?? null,
    figures: reading?.quantities ?? [],
    times: reading?.times ?? [],
  };
}

const lines = (figures: Wording['figures'], times: Wording['times']): string =>
  [...figures.map(figureLine), ...times.map(timeLine)].join('\n');

/** The words that a claim stands on, and what the engine reads there. */
export type Words = {
  readonly exact: string;
  /** Null where they are no longer in the text. */
  readonly span: Span | null;
  readonly reading: EngineClaim | null;
};
type Asked = Wording & { readonly proposal: Proposal | null };

/**
 * How a claim is worded once its ends have moved from the words `before` (none where it had no place) to those of `place`.
 * A statement that was only the old words follows them, and what was read in those goes with them; one that somebody worded
 * stays. On other words it is asked about; so it is where it speaks of a figure or a time that its words no longer hold.
 * Back on the words that it was worded for it is not.
 */
export function wordingAfterMove(was: Asked, before: Words | null, revisionId: string, place: Words): Asked {
  const stays = ({ text }: { readonly text: string }) =>
    place.exact.includes(text) || before?.exact.includes(text) === false;
  const figures = was.figures.filter(stays);
  const times = was.times.filter(stays);
  if (was.statement === before?.exact) return { statement: place.exact, figures, times, proposal: was.proposal };
  if (was.proposal?.left === place.exact) return { ...was, proposal: null };
  const left = was.proposal ? was.proposal.left : before?.exact;
  const asked = (proposal: Proposal | null): Asked => ({
    ...was,
    proposal: proposal && left !== undefined ? { ...proposal, left } : proposal,
  });
  if (areOthers(before, place)) return asked(proposalFor(revisionId, was, place.reading));
  const numbers = was.statement.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const isHeld =
    figures.length === was.figures.length &&
    times.length === was.times.length &&
    numbers.every((number) => stays({ text: number }));
  return isHeld ? was : asked({ revisionId, statement: place.exact, figures, times });
}

/** Whether words are others than those before, and not only more or fewer of them. */
function areOthers(before: Words | null, place: Words): boolean {
  if (before?.exact === place.exact) return false;
  const isApart =
    !before?.span || !place.span || before.span.end <= place.span.start || place.span.end <= before.span.start;
  return isApart || (before.reading !== null && place.reading !== null && before.reading !== place.reading);
}
