import type { Token } from '../types.ts';

/** Work over a run of tokens, done once for all who ask of the same run: its answer lasts as long as the run does. */
export function once<T extends object>(work: (tokens: readonly Token[]) => T): (tokens: readonly Token[]) => T {
  const answers = new WeakMap<readonly Token[], T>();
  return (tokens) => {
    const known = answers.get(tokens);
    if (known !== undefined) return known;
    const found = work(tokens);
    answers.set(tokens, found);
    return found;
  };
}
