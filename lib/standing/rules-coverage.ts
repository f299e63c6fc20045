import type { SentenceMarkDTO } from '#lib/articles/types.ts';
import type { ClaimDTO, ClaimMark, Coverage, Progress, SentenceState } from './types.ts';

type Rated = {
  readonly stands: boolean | null;
  /** The rating's number: one without says nothing of how true the words are. */
  readonly value: number | null;
};

/** How a claim is drawn that is settled with a rating. */
export function markOfRating({ stands, value }: Rated): 'stands' | 'unrated' | 'wrong' {
  if (!stands) return 'wrong';
  return value === null ? 'unrated' : 'stands';
}

/** How a claim is drawn, out of what is stored of it. */
export function markOf(claim: {
  readonly excluded: boolean;
  readonly progress: Progress;
  readonly stale: boolean;
  /** Whether the settled verdict's rating lets the words stand. */
  readonly stands: boolean | null;
  /** That rating's number: one without says nothing of how true the words are. */
  readonly value: number | null;
}): ClaimMark {
  if (claim.excluded) return 'excluded';
  if (claim.stale) return 'stale';
  switch (claim.progress) {
    case 'open':
      return 'open';
    case 'in_review':
      return 'review';
    case 'awaiting_second_reader':
      return 'await';
    case 'disputed':
      return 'disputed';
    case 'settled':
      return markOfRating(claim);
  }
}

/** A claim that still counts: neither withdrawn nor replaced by a split or a merge. */
export const isLive = (claim: { readonly withdrawn: boolean; readonly replaced: boolean }): boolean =>
  !claim.withdrawn && !claim.replaced;

/** True where a person's work on the claim is over: excluded by a person, or settled on its present basis with nothing asked. */
export const isDealtWith = (claim: Pick<ClaimDTO, 'excluded' | 'progress' | 'stale' | 'held'>): boolean =>
  claim.excluded || (claim.progress === 'settled' && !claim.stale && !claim.held);

/** A minor claim that nobody has touched: it is there to be looked at, and keeps no sentence from being read. */
export const isIdleMinor = (claim: Pick<ClaimDTO, 'tier' | 'touched'>): boolean =>
  claim.tier === 'minor' && !claim.touched;

/** A claim that is still to be worked on, and so keeps the sentences it stands in unread. */
export const keepsUnread = (
  claim: Pick<ClaimDTO, 'excluded' | 'progress' | 'stale' | 'held' | 'tier' | 'touched'>,
  minorCounts: boolean,
): boolean => !isDealtWith(claim) && (minorCounts || !isIdleMinor(claim));

export type Place = { readonly start: number; readonly end: number };
export type CoverageClaim = Pick<
  ClaimDTO,
  'start' | 'end' | 'excluded' | 'progress' | 'stale' | 'held' | 'tier' | 'touched' | 'withdrawn' | 'replaced'
>;

/**
 * For every sentence, where its reading stands. It is read where each of its claims is dealt with by a person (and it has
 * one), or a person has marked it as having nothing to check; the machine's suggestion alone never reads a sentence.
 * Untouched minor claims hold nothing, unless the article has them count: a sentence of nothing else is `minor`.
 * Sentences in order; claims in any order. O(sentences + claims · log claims).
 */
export function sentenceStates(
  sentences: readonly Place[],
  claims: readonly CoverageClaim[],
  marks: readonly Pick<SentenceMarkDTO, 'start' | 'end'>[],
  minorCounts: boolean,
): SentenceState[] {
  const marked = new Set(marks.map((mark) => `${mark.start}:${mark.end}`));
  const placed = claims
    .filter((claim): claim is CoverageClaim & Place => isLive(claim) && claim.start !== null && claim.end !== null)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const found = sentences.map(() => ({ left: false, done: false, minor: false }));
  let first = 0;
  for (const claim of placed) {
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= claim.start) first++;
    const part = isDealtWith(claim) ? 'done' : keepsUnread(claim, minorCounts) ? 'left' : 'minor';
    for (let i = first; i < sentences.length && (sentences[i]?.start ?? 0) < claim.end; i++) {
      const sentence = found[i];
      if (sentence) sentence[part] = true;
    }
  }
  return sentences.map((sentence, i) => {
    const { left = false, done = false, minor = false } = found[i] ?? {};
    if (left) return 'unread';
    if (done || marked.has(`${sentence.start}:${sentence.end}`)) return 'read';
    return minor ? 'minor' : 'unread';
  });
}

export const coverageOf = (states: readonly SentenceState[]): Coverage => ({
  read: states.filter((state) => state === 'read').length,
  minor: states.filter((state) => state === 'minor').length,
  total: states.length,
});

/** How many sentences are left unread. */
export const leftUnread = ({ read, minor, total }: Coverage): number => Math.max(0, total - read - minor);

/** Nothing is left unread. */
export const isCovered = (coverage: Coverage): boolean => leftUnread(coverage) === 0;
