/** Logistic regression with a penalty on the squares of the weights, over named features, by Newton's steps one weight at a time. */
import type { Weights } from '#lib/engine/judgement/model.ts';

export type Example = {
  readonly features: readonly string[];
  readonly label: boolean;
  /** The article it comes from: left out as a whole when the model is tried. */
  readonly article: string;
  readonly weight?: number;
};

const ROUNDS = 60;
/** A feature seen fewer times is left out. */
const LEAST_SEEN = 3;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export function learn(examples: readonly Example[], penalty: number): Weights {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of new Set(features)) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen]
    .filter(([, count]) => count >= LEAST_SEEN)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const columns: number[][] = names.map(() => []);
  examples.forEach(({ features }, row) => {
    for (const name of new Set(features)) columns[index.get(name) ?? -1]?.push(row);
  });
  const all = [...examples.keys()];
  const weights = new Float64Array(names.length);
  const margins = new Float64Array(examples.length);
  let bias = 0;
  /** One Newton step for one weight; returns by how much it moves. */
  const move = (rows: readonly number[], value: number, cost: number): number => {
    let slope = -cost * value;
    let bend = cost + 1e-9;
    for (const row of rows) {
      const example = examples[row];
      if (example === undefined) continue;
      const p = sigmoid(margins[row] ?? 0);
      const weight = example.weight ?? 1;
      slope += weight * ((example.label ? 1 : 0) - p);
      bend += weight * p * (1 - p);
    }
    const by = Math.max(-1, Math.min(1, slope / bend));
    for (const row of rows) margins[row] = (margins[row] ?? 0) + by;
    return by;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    bias += move(all, bias, 0);
    columns.forEach((rows, i) => {
      weights[i] = (weights[i] ?? 0) + move(rows, weights[i] ?? 0, penalty);
    });
  }
  const round3 = (x: number): number => Math.round(x * 1000) / 1000;
  return { bias: round3(bias), of: Object.fromEntries(names.map((name, i) => [name, round3(weights[i] ?? 0)])) };
}

/** Each example's probability by a model that has not seen its article. */
export function leaveOneOut(
  examples: readonly Example[],
  train: (rest: readonly Example[]) => (features: readonly string[]) => number,
): number[] {
  const articles = [...new Set(examples.map(({ article }) => article))];
  const models = new Map(articles.map((name) => [name, train(examples.filter(({ article }) => article !== name))]));
  return examples.map(({ article, features }) => models.get(article)?.(features) ?? 0);
}
