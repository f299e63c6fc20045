#!/usr/bin/env node
/**
 * Trains the check-worthiness model and writes lib/engine/weights/checkworthiness.ts.
 *
 *   node scripts/train-checkworthiness.ts CROWDSOURCED.csv [GROUNDTRUTH.csv]
 *
 * The files are those of the ClaimBuster dataset (Arslan et al. 2020, CC BY 4.0). The threshold comes from cross-validation by debate on the
 * training rows, the news scale from scripts/checkworthiness/news.tsv, written and labelled for Stet. The same input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BUCKETS } from '#lib/engine/judgement/ngrams.ts';
import { SIGNALS } from '#lib/engine/judgement/signals.ts';
import { fitLogistic, logit, type SparseRow, sigmoid, type Weights } from './checkworthiness/logistic.ts';
import { areaUnderCurve, averagePrecision, bestThreshold } from './checkworthiness/metrics.ts';
import {
  type Features,
  featuresOf,
  gramRows,
  type LabelledRow,
  readClaimBuster,
  readYesNo,
  signalRow,
} from './checkworthiness/rows.ts';

const FOLDS = 4;
const SIGNAL_PENALTY = 1;
const WORDING_PENALTY = 1;
/** A check-worthy row counts for two: one row in four is check-worthy. */
const POSITIVE_WEIGHT = 2;
/** A bucket that fewer rows fall into is left at zero. */
const LEAST_ROWS = 3;

/**
 * Debates from this year on set the threshold: it moves with the years (0.3 in the eighties, -0.8 in 2016, in log-odds), and what Stet reads is
 * newer than all of them. File names start with the date.
 */
const RECENT = '2008';

type Data = {
  readonly rows: readonly LabelledRow[];
  readonly signals: readonly SparseRow[];
  readonly grams: readonly SparseRow[];
};
type Model = { readonly signals: Weights; readonly wording: Weights };

function trainOn(data: Data, chosen: readonly number[]): Model {
  const labels = chosen.map((i) => data.rows[i]?.label ?? 0);
  const rowWeights = labels.map((l) => (l === 1 ? POSITIVE_WEIGHT : 1));
  const pick = (rows: readonly SparseRow[]) => chosen.flatMap((i) => rows[i] ?? []);
  const first = pick(data.signals);
  const signals = fitLogistic({ rows: first, labels, rowWeights, size: SIGNALS.length, penalty: SIGNAL_PENALTY }, 100);
  const second = pick(data.grams).map((row, i) => ({
    ...row,
    offset: first[i] === undefined ? 0 : logit(signals, first[i]),
  }));
  const wording = fitLogistic({ rows: second, labels, rowWeights, size: BUCKETS, penalty: WORDING_PENALTY });
  return { signals, wording };
}

const modelLogit = (model: Model, signals: SparseRow, grams: SparseRow): number =>
  logit(model.wording, { ...grams, offset: logit(model.signals, signals) });

/** Every row scored by a model that has not seen its debate. */
function crossValidate(data: Data): Float64Array {
  const debates = [...new Set(data.rows.map((r) => r.group))].sort();
  const fold = data.rows.map((r) => debates.indexOf(r.group) % FOLDS);
  const scores = new Float64Array(data.rows.length);
  for (let held = 0; held < FOLDS; held++) {
    const model = trainOn(
      data,
      [...data.rows.keys()].filter((i) => fold[i] !== held),
    );
    for (const i of data.rows.keys()) {
      const signals = data.signals[i];
      const grams = data.grams[i];
      if (fold[i] === held && signals && grams) scores[i] = modelLogit(model, signals, grams);
    }
  }
  return scores;
}

function dataOf(rows: readonly LabelledRow[], features: readonly Features[]): Data {
  return { rows, signals: features.map(signalRow), grams: gramRows(features, [...rows.keys()], LEAST_ROWS) };
}

/** Platt scaling: slope and shift that turn log-odds for debates into log-odds for news. */
function newsScale(model: Model): { slope: number; shift: number } {
  const rows = readYesNo(new URL('./checkworthiness/news.tsv', import.meta.url));
  const features = rows.map((r) => featuresOf(r.text));
  const signals = features.map(signalRow);
  const grams = features.map(({ grams }): SparseRow => ({ ...grams, offset: 0 }));
  const logits = rows.map((_, i) => modelLogit(model, signals[i] ?? NOTHING, grams[i] ?? NOTHING));
  const labels = rows.map((r) => r.label);
  const problem = logits.map((z): SparseRow => ({ index: Int32Array.of(0), value: Float64Array.of(z), offset: 0 }));
  const [slope = 1, shift = 0] = fitLogistic(
    { rows: problem, labels, rowWeights: labels.map(() => 1), size: 1, penalty: 1e-3 },
    100,
  );
  const right = logits.filter((z, i) => sigmoid(slope * z + shift) >= 0.5 === (labels[i] === 1)).length;
  console.log(
    `news: ${rows.length} sentences, AUC ${areaUnderCurve(logits, labels).toFixed(3)}, right at .5 ${(right / rows.length).toFixed(3)}, slope ${slope.toFixed(3)}, shift ${shift.toFixed(3)}`,
  );
  return { slope: round(slope), shift: round(shift) };
}
const NOTHING: SparseRow = { index: new Int32Array(), value: new Float64Array(), offset: 0 };

/** One signed byte a bucket: the square root of the weight, as a share of the largest. */
function pack(weights: Weights): { bytes: string; largest: number } {
  let largest = 0;
  for (let i = 0; i < BUCKETS; i++) largest = Math.max(largest, Math.abs(weights[i] ?? 0));
  const bytes = Int8Array.from({ length: BUCKETS }, (_, i) => {
    const share = (weights[i] ?? 0) / largest;
    return Math.round(Math.sign(share) * Math.sqrt(Math.abs(share)) * 127);
  });
  return { bytes: Buffer.from(bytes.buffer).toString('base64'), largest };
}

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) {
  console.error('usage: node scripts/train-checkworthiness.ts CROWDSOURCED.csv [GROUNDTRUTH.csv]');
  process.exit(2);
}
const rows = positionals.flatMap(readClaimBuster);
const data = dataOf(
  rows,
  rows.map((r) => featuresOf(r.text)),
);
const labels = rows.map((r) => r.label);
const held = crossValidate(data);
const ap = averagePrecision(held, labels);
const { f1 } = bestThreshold(held, labels);
const recent = [...rows.keys()].filter((i) => (rows[i]?.group ?? '') >= RECENT);
const { threshold } = bestThreshold(
  recent.map((i) => held[i] ?? 0),
  recent.map((i) => labels[i] ?? 0),
);
console.log(
  `debates, cross-validated: ${rows.length} rows, average precision ${ap.toFixed(4)}, F1 ${f1.toFixed(4)}, threshold ${threshold.toFixed(3)}`,
);

const model = trainOn(data, [...rows.keys()]);
const packed = pack(model.wording);
const round = (x: number): number => Number(x.toPrecision(6));
const written = {
  trainedOn: `${rows.length} debate sentences`,
  intercept: round((model.signals[SIGNALS.length] ?? 0) + (model.wording[BUCKETS] ?? 0)),
  debateThreshold: round(threshold),
  news: newsScale(model),
  signals: Object.fromEntries(SIGNALS.map((s, i) => [s.id, round(model.signals[i] ?? 0)])) as Record<string, number>,
  wordingLargest: round(packed.largest),
};
writeFileSync(
  new URL('../lib/engine/weights/checkworthiness.ts', import.meta.url),
  `// Made by scripts/train-checkworthiness.ts from the ClaimBuster dataset (Arslan et al. 2020, CC BY 4.0); do not edit. See docs/model-card.md.
type Model = {
  readonly trainedOn: string;
  readonly intercept: number;
  readonly debateThreshold: number;
  readonly news: { readonly slope: number; readonly shift: number };
  readonly signals: Readonly<Record<string, number>>;
  readonly wordingLargest: number;
  readonly wording: string;
};
export const MODEL: Model = {
  ...${JSON.stringify(written, null, 2).replaceAll('\n', '\n  ')},
  wording:
    '${packed.bytes}',
};
`,
);
