/** The scores of many documents as one: shares of their claims taken together. Null where there is nothing to divide by. */
import type { DocumentScore, Share } from './scorer.ts';

export type Summary = {
  claimF1: number | null;
  claimPrecision: number | null;
  coreRecall: number | null;
  coreAndStandardRecall: number | null;
  strictF1: number | null;
  tightF1: number | null;
  forbidden: number;
  broken: number;
  duplicates: number;
  checkable: number | null;
  uncheckable: number | null;
  sentenceF1: number | null;
  quantityValue: number | null;
  quantityUnit: number | null;
  decoys: number;
  time: number | null;
  periods: number | null;
  tierKappa: number | null;
  coreShare: number | null;
  wording: number | null;
  bareQuote: number | null;
  polarity: number | null;
  negatives: number | null;
  speaker: number | null;
  author: number | null;
};

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function f1(precision: number | null, recall: number | null): number | null {
  if (precision === null || recall === null || precision + recall === 0) return null;
  return (2 * precision * recall) / (precision + recall);
}

/** Cohen's kappa: agreement beyond what chance gives. */
function kappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const labels = [...new Set(pairs.flat())];
  const shareOf = (place: 0 | 1, label: string): number =>
    pairs.filter((pair) => pair[place] === label).length / pairs.length;
  const seen = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const chance = labels.reduce((sum, label) => sum + shareOf(0, label) * shareOf(1, label), 0);
  return chance === 1 ? 1 : (seen - chance) / (1 - chance);
}

const RESAMPLES = 400;

/** A small generator with a fixed seed: the same articles give the same interval. */
function* drawn(most: number): Generator<number> {
  for (let seed = 11; ; ) {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    yield Math.floor((seed / 2 ** 32) * most);
  }
}

/** The middle 95 of 100 values that a measure takes where articles are drawn anew, each as often as it comes. Null for a single article. */
export function intervalOf(scores: readonly DocumentScore[], key: keyof Summary): readonly [number, number] | null {
  if (scores.length < 2) return null;
  const places = drawn(scores.length);
  const values: number[] = [];
  for (let i = 0; i < RESAMPLES; i += 1) {
    const sample = scores.flatMap(() => scores[Number(places.next().value)] ?? []);
    const value = summarise(sample)[key];
    if (value !== null) values.push(value);
  }
  values.sort((a, b) => a - b);
  const [low, high] = [values[Math.floor(0.025 * values.length)], values[Math.ceil(0.975 * values.length) - 1]];
  return low === undefined || high === undefined ? null : [low, high];
}

export function summarise(scores: readonly DocumentScore[]): Summary {
  const total = (count: (score: DocumentScore) => number): number =>
    scores.reduce((sum, score) => sum + count(score), 0);
  const share = (pick: (score: DocumentScore) => Share): number | null =>
    ratio(
      total((score) => pick(score).right),
      total((score) => pick(score).of),
    );
  const predicted = total((score) => score.predicted);
  const precision = ratio(
    total((score) => score.hits + score.saidHits),
    predicted,
  );
  const strictPrecision = ratio(
    total((score) => score.strictHits + score.saidHits),
    predicted,
  );
  const edges = total((score) => score.sentences.right);
  const coreAndStandardRecall = share((score) => score.coreAndStandard);
  return {
    claimF1: f1(precision, coreAndStandardRecall),
    claimPrecision: precision,
    coreRecall: share((score) => score.core),
    coreAndStandardRecall,
    strictF1: f1(
      strictPrecision,
      share((score) => score.strictCoreAndStandard),
    ),
    tightF1: f1(
      ratio(
        total((score) => score.tightHits + score.saidHits),
        predicted,
      ),
      share((score) => score.tightCoreAndStandard),
    ),
    forbidden: total((score) => score.forbidden.length),
    broken: total((score) => score.broken),
    duplicates: total((score) => score.duplicates),
    checkable: share((score) => score.checkable),
    uncheckable: share((score) => score.uncheckable),
    sentenceF1: f1(
      ratio(
        edges,
        total((score) => score.sentences.found),
      ),
      ratio(
        edges,
        total((score) => score.sentences.gold),
      ),
    ),
    quantityValue: share((score) => score.quantityValue),
    quantityUnit: share((score) => score.quantityUnit),
    decoys: total((score) => score.decoys),
    time: share((score) => score.time),
    periods: share((score) => score.periods),
    tierKappa: kappa(scores.flatMap(({ tiers }) => tiers)),
    coreShare: share((score) => score.coreShare),
    wording: share((score) => score.wording),
    bareQuote: share((score) => score.bareQuote),
    polarity: share((score) => score.polarity),
    negatives: share((score) => score.negatives),
    speaker: share((score) => score.speaker),
    author: share((score) => score.author),
  };
}
