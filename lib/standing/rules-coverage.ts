import type { SentenceMarkDTO } from '#lib/articles/types.ts';
import type { ClaimDTO, ClaimMark, Progress } from './types.ts';

/** How a claim is drawn, out of what is stored of it. */
export function markOf(claim: {
  readonly excluded: boolean;
  readonly progress: Progress;
  readonly stale: boolean;
  /** Whether the settled verdict's rating lets the words stand. */
  readonly stands: boolean | null;
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
      return claim.stands ? 'stands' : 'wrong';
  }
}

/** A claim that still counts: neither withdrawn nor replaced by a split or a merge. */
export const isLive = (claim: { readonly withdrawn: boolean; readonly replaced: boolean }): boolean =>
  !claim.withdrawn && !claim.replaced;

/** True where a person's work on the claim is over: excluded by a person, or settled on its present basis. */
export const isDealtWith = (claim: Pick<ClaimDTO, 'excluded' | 'progress' | 'stale'>): boolean =>
  claim.excluded || (claim.progress === 'settled' && !claim.stale);

export type Place = { readonly start: number; readonly end: number };
type CoverageClaim = Pick<ClaimDTO, 'start' | 'end' | 'excluded' | 'progress' | 'stale' | 'withdrawn' | 'replaced'>;

/**
 * For every sentence, whether it is read: each of its claims is dealt with by a person (and it has one), or a person
 * has marked it as having nothing to check. The machine's suggestion alone never reads a sentence.
 * Sentences in order; claims in any order. O(sentences + claims · log claims).
 */
export function readSentences(
  sentences: readonly Place[],
  claims: readonly CoverageClaim[],
  marks: readonly Pick<SentenceMarkDTO, 'start' | 'end'>[],
): boolean[] {
  const marked = new Set(marks.map((mark) => `${mark.start}:${mark.end}`));
  const placed = claims
    .filter((claim): claim is CoverageClaim & Place => isLive(claim) && claim.start !== null && claim.end !== null)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const left = new Array<number>(sentences.length).fill(0);
  const all = new Array<number>(sentences.length).fill(0);
  let first = 0;
  for (const claim of placed) {
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= claim.start) first++;
    for (let i = first; i < sentences.length && (sentences[i]?.start ?? 0) < claim.end; i++) {
      all[i] = (all[i] ?? 0) + 1;
      if (!isDealtWith(claim)) left[i] = (left[i] ?? 0) + 1;
    }
  }
  return sentences.map((sentence, i) => {
    if (left[i]) return false;
    return Boolean(all[i]) || marked.has(`${sentence.start}:${sentence.end}`);
  });
}

export const countRead = (read: readonly boolean[]): number => read.reduce((sum, value) => sum + (value ? 1 : 0), 0);
