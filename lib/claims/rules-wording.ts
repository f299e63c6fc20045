import type { Span } from '#lib/anchor/reanchor.ts';
import type { EngineClaim, Quantity, Time } from '#lib/engine/types.ts';
import { figureLine, timeLine } from '#lib/standing/rules-basis.ts';
import type { Proposal, Said } from '#lib/standing/types.ts';
import { claimantRead, type Read, saidAfterMove, saysAlike } from './rules-said.ts';

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

/**
 * What is read where a span stands: the claim that is like it; where none is, of how it is said what the claim around it
 * says, or else what all that have words of it say alike. "It is not true that" counts for what follows, whoever has
 * picked that out alone.
 */
export function readAt<C extends EngineClaim>(span: Span | null, claims: readonly C[]): Read<C> {
  if (span === null) return { claim: null, said: {} };
  const claim = bestLike(span, claims);
  if (claim) {
    const { polarity, factuality, claimant } = claim;
    return { claim, said: { polarity, factuality, claimant: claimantRead(claim), via: claimant.via } };
  }
  const near = claims.filter((other) => other.start < span.end && span.start < other.end);
  const around = near
    .filter((other) => other.start <= span.start && span.end <= other.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .slice(0, 1);
  const [first, ...rest] = around.length > 0 ? around : near;
  if (!first) return { claim: null, said: {} };
  const { polarity, factuality } = first;
  const isCertain = rest.every((other) => other.polarity === polarity && other.factuality === factuality);
  return { claim: null, said: isCertain ? { polarity, factuality } : {} };
}

/** What a claim says, with what was read in its words, and how the article says it. */
export type Wording = {
  readonly statement: string;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
  readonly said: Said;
};

/** The engine's reading of a claim's new words as a proposal, or null where the claim says that already. */
export function proposalFor(revisionId: string, was: Wording, read: Read): Proposal | null {
  const said = { ...was.said, ...read.said };
  const { claim } = read;
  const saysSame =
    claim !== null &&
    claim.statement === was.statement &&
    lines(claim.quantities, claim.times) === lines(was.figures, was.times) &&
    saysAlike(said, was.said);
  if (saysSame) return null;
  return {
    revisionId,
    statement: claim?.statement ?? null,
    figures: claim?.quantities ?? [],
    times: claim?.times ?? [],
    said,
  };
}

/**
 * The same where the words are as they were and others stand around them: "It is not true that" before them, or "according
 * to" behind. The wording that the claim has goes on, unless it now is so or not so, or fact or less, otherwise.
 */
export function proposalAround(revisionId: string, was: Wording, { claim, said: read }: Read): Proposal | null {
  const said = { ...was.said, ...read };
  if (saysAlike(said, was.said)) return null;
  const isTurned = said.polarity !== was.said.polarity || said.factuality !== was.said.factuality;
  const worded =
    isTurned && claim ? { statement: claim.statement, figures: claim.quantities, times: claim.times } : was;
  const { statement, figures, times } = worded;
  return { revisionId, statement, figures, times, said, around: true };
}

const lines = (figures: Wording['figures'], times: Wording['times']): string =>
  [...figures.map(figureLine), ...times.map(timeLine)].join('\n');

/** The words that a claim stands on, and what the engine reads there. */
export type Words = {
  readonly exact: string;
  /** Null where they are no longer in the text. */
  readonly span: Span | null;
  readonly read: Read;
};
type Asked = Wording & { readonly proposal: Proposal | null };

/**
 * How a claim is worded once its ends have moved from the words `before` (none where it had no place) to those of `place`.
 * A statement that was only the old words follows them, and what was read in those goes with them; one that somebody worded
 * stays. On other words it is asked about; so it is where it speaks of a figure or a time that its words no longer hold, and
 * where these are said otherwise. Back on the words that it was worded for it is not.
 */
export function wordingAfterMove(was: Asked, before: Words | null, revisionId: string, place: Words): Asked {
  const stays = ({ text }: { readonly text: string }) =>
    place.exact.includes(text) || before?.exact.includes(text) === false;
  const figures = was.figures.filter(stays);
  const times = was.times.filter(stays);
  const said = saidAfterMove(was.said, before?.read.said ?? {}, place.read.said);
  if (was.statement === before?.exact) return { statement: place.exact, figures, times, said, proposal: was.proposal };
  if (was.proposal?.left === place.exact) return { ...was, proposal: null };
  const left = was.proposal ? was.proposal.left : before?.exact;
  const asked = (proposal: Proposal | null): Asked => ({
    ...was,
    proposal: proposal && left !== undefined ? { ...proposal, left } : proposal,
  });
  if (areOthers(before, place)) return asked(proposalFor(revisionId, was, place.read));
  const numbers = was.statement.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const isHeld =
    figures.length === was.figures.length &&
    times.length === was.times.length &&
    numbers.every((number) => stays({ text: number }));
  if (!isHeld) return asked({ revisionId, statement: place.exact, figures, times, said });
  return saysAlike(said, was.said) ? was : asked(proposalAround(revisionId, was, { claim: place.read.claim, said }));
}

/** Whether words are others than those before, and not only more or fewer of them. */
function areOthers(before: Words | null, place: Words): boolean {
  if (before?.exact === place.exact) return false;
  const isApart =
    !before?.span || !place.span || before.span.end <= place.span.start || place.span.end <= before.span.start;
  return isApart || (before.read.claim !== null && place.read.claim !== null && before.read.claim !== place.read.claim);
}
