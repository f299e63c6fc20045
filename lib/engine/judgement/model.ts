/**
 * Logistic regression over features that a person can read: each is there or not, and its weight says how much it speaks for the answer.
 * The weights are made by `scripts/train-judgements.ts`; see docs/model-card.md.
 */

export type Weights = { readonly bias: number; readonly of: Readonly<Record<string, number>> };

/** How sure the model is that the answer is yes, 0 to 1. A feature without a weight says nothing. */
export function probability({ bias, of }: Weights, features: readonly string[]): number {
  let sum = bias;
  for (const feature of features) sum += of[feature] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
