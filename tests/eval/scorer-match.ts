/** One-to-one matching of predicted spans with gold spans. */
import type { Extraction } from '#lib/engine/types.ts';
import type { GoldClaim, GoldSentence } from './gold/types.ts';

export type Prediction = Pick<Extraction, 'claims' | 'sentences'>;
export type PredictedClaim = Prediction['claims'][number];
export type Range = { readonly start: number; readonly end: number };

const length = ({ start, end }: Range): number => end - start;

/** How many code units two spans share. */
export function shared(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Intersection over union, 0 to 1. */
export function iou(a: Range, b: Range): number {
  const both = shared(a, b);
  return both / (length(a) + length(b) - both);
}

export const touches = (a: Range, b: Range): boolean => shared(a, b) > 0;

/** Equal but for rounding: a hundred-thousandth of a percent, or a millionth for small numbers. */
export function sameNumber(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number' || !Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The sentences a span touches, by their index. */
export function sentenceFinder(sentences: readonly GoldSentence[]): (span: Range) => number[] {
  return (span) => sentences.filter((sentence) => touches(sentence, span)).map(({ index }) => index);
}

/** Places in the list whose span is nearly that of an earlier one (IoU over .8); a duplicate of a duplicate does not count as earlier. */
export function duplicatesOf(predictions: readonly Range[]): Set<number> {
  const kept: Range[] = [];
  const repeated = new Set<number>();
  predictions.forEach((prediction, index) => {
    if (kept.some((other) => iou(prediction, other) > 0.8)) repeated.add(index);
    else kept.push(prediction);
  });
  return repeated;
}

/** True where the prediction is the gold claim with a little more of the same sentences around it, and carries its figures. */
function holds(prediction: PredictedClaim, gold: GoldClaim, sentencesOf: (span: Range) => number[]): boolean {
  if (prediction.start > gold.start || prediction.end < gold.end) return false;
  if (length(prediction) > 1.6 * length(gold)) return false;
  const allowed = sentencesOf(gold);
  if (!sentencesOf(prediction).every((index) => allowed.includes(index))) return false;
  return gold.quantities.every(
    ({ value, outOfSentence }) =>
      outOfSentence || prediction.quantities.some((quantity) => sameNumber(quantity.value, value)),
  );
}

export type Matching = {
  /** Prediction → gold, by place in their lists. */
  goldOf: ReadonlyMap<number, number>;
  /** Gold → prediction. */
  predictionOf: ReadonlyMap<number, number>;
  duplicates: number;
};

/** Best overlap first; each side is used once. Without `containment` only an IoU of at least `least` is a match. */
export function matchClaims(
  golds: readonly GoldClaim[],
  predictions: readonly PredictedClaim[],
  sentencesOf: (span: Range) => number[],
  containment: boolean,
  least = 0.5,
): Matching {
  const repeated = duplicatesOf(predictions);
  const candidates: { gold: number; prediction: number; overlap: number }[] = [];
  golds.forEach((gold, g) => {
    predictions.forEach((prediction, p) => {
      if (repeated.has(p)) return;
      const overlap = iou(gold, prediction);
      if (overlap >= least || (containment && holds(prediction, gold, sentencesOf))) {
        candidates.push({ gold: g, prediction: p, overlap });
      }
    });
  });
  candidates.sort((a, b) => b.overlap - a.overlap || a.gold - b.gold || a.prediction - b.prediction);
  const goldOf = new Map<number, number>();
  const predictionOf = new Map<number, number>();
  for (const { gold, prediction } of candidates) {
    if (goldOf.has(prediction) || predictionOf.has(gold)) continue;
    goldOf.set(prediction, gold);
    predictionOf.set(gold, prediction);
  }
  return { goldOf, predictionOf, duplicates: repeated.size };
}
