/** The scores of many documents as one: shares of their claims taken together. Null where there is nothing to divide by. */
import type { DocumentScore, Share } from './scorer.ts';

export type Summary = {
  claimF1: number | null;
  claimPrecision: number | null;
  coreRecall: number | null;
  coreAndStandardRecall: number | null;
  strictF1: number | null;
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
  speaker: number | null;
  author: number | null;
};

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function f1(precision: number | null, recall: number | null): number | null {
  if (precision === null || recall === null || precision + recall === 0) return null;
  return (2 * precision * recall) / (precision + recall);
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
    speaker: share((score) => score.speaker),
    author: share((score) => score.author),
  };
}
