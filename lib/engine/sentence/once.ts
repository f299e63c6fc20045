import type { Token } from '../types.ts';

/**
 * Work over a run of tokens, done once for all who ask of the same run: its answer lasts as long as the run does. Most ask of the run that was asked of last, which
 * costs no look-up.
 */
export function once<T extends object>(work: (tokens: readonly Token[]) => T): (tokens: readonly Token[]) => T {
  const answers = new WeakMap<readonly Token[], T>();
  let last: { readonly tokens: readonly Token[]; readonly answer: T } | null = null;
  return (tokens) => {
    if (last?.tokens === tokens) return last.answer;
    const known = answers.get(tokens);
    const answer = known ?? work(tokens);
    if (known === undefined) answers.set(tokens, answer);
    last = { tokens, answer };
    return answer;
  };
}
