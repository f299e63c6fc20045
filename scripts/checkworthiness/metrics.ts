/** Scores of a ranking against yes-or-no labels. `scores[i]` belongs to `labels[i]`; labels are 0 or 1. */

const ranked = (scores: ArrayLike<number>): number[] =>
  Array.from(scores, (_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);

/** Mean of the precision at every positive, down the ranking. */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  let found = 0;
  let sum = 0;
  for (const [rank, i] of ranked(scores).entries()) {
    if (labels[i] !== 1) continue;
    found++;
    sum += found / (rank + 1);
  }
  return found === 0 ? 0 : sum / found;
}

/** Chance that a positive stands above a negative (ties count half). */
export function areaUnderCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  let won = 0;
  let pairs = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 1) continue;
    for (let j = 0; j < labels.length; j++) {
      if (labels[j] === 1) continue;
      const difference = (scores[i] ?? 0) - (scores[j] ?? 0);
      won += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
      pairs++;
    }
  }
  return pairs === 0 ? 0 : won / pairs;
}

export type AtThreshold = { readonly precision: number; readonly recall: number; readonly f1: number };

export function atThreshold(scores: ArrayLike<number>, labels: ArrayLike<number>, threshold: number): AtThreshold {
  let hits = 0;
  let taken = 0;
  let wanted = 0;
  for (let i = 0; i < labels.length; i++) {
    const positive = labels[i] === 1 ? 1 : 0;
    wanted += positive;
    if ((scores[i] ?? 0) < threshold) continue;
    taken++;
    hits += positive;
  }
  return {
    precision: taken === 0 ? 0 : hits / taken,
    recall: wanted === 0 ? 0 : hits / wanted,
    f1: taken + wanted === 0 ? 0 : (2 * hits) / (taken + wanted),
  };
}

/**
 * The threshold with the best F1, and the middle of all thresholds that come within `tolerance` of it. The curve is flat at the top: its
 * very highest point is an accident of single rows, the middle is not.
 */
export function bestThreshold(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  tolerance = 0.005,
): { threshold: number; f1: number } {
  const order = ranked(scores);
  const wanted = Array.from(labels).filter((l) => l === 1).length;
  let hits = 0;
  const curve = order.map((i, rank) => {
    if (labels[i] === 1) hits++;
    const here = scores[i] ?? 0;
    const next = scores[order[rank + 1] ?? i] ?? here;
    return { threshold: (here + next) / 2, f1: (2 * hits) / (wanted + rank + 1) };
  });
  const f1 = Math.max(0, ...curve.map((point) => point.f1));
  const top = curve.filter((point) => point.f1 >= f1 - tolerance).map((point) => point.threshold);
  return { threshold: top.length === 0 ? 0 : (Math.max(...top) + Math.min(...top)) / 2, f1 };
}
