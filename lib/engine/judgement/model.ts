/**
 * Logistic regression over features that a person can read: each is there or not, and its weight says how much it speaks for the answer.
 * The weights are made by `scripts/train-judgements.ts`; see docs/model-card.md.
 */

export type Weights = { readonly bias: number; readonly of: Readonly<Record<string, number>> };

/** The weights of a model by feature, put where they are looked up fastest. */
const tables = new WeakMap<Weights, ReadonlyMap<string, number>>();

function tableOf(weights: Weights): ReadonlyMap<string, number> {
  const known = tables.get(weights);
  if (known !== undefined) return known;
  const made = new Map(Object.entries(weights.of));
  tables.set(weights, made);
  return made;
}

/** How sure the model is that the answer is yes, 0 to 1. A feature without a weight says nothing. */
export function probability(weights: Weights, features: readonly string[]): number {
  const of = tableOf(weights);
  let sum = weights.bias;
  for (const feature of features) sum += of.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
