import type { Token } from '../types.ts';

/** As many runs of tokens as a sentence is read in, or more. */
const KEPT = 16;

/** Work over a run of tokens, done once for all who ask while they read one sentence: the last few answers are kept. */
export function once<T>(work: (tokens: readonly Token[]) => T): (tokens: readonly Token[]) => T {
  const runs: (readonly Token[])[] = [];
  const answers: T[] = [];
  let next = 0;
  return (tokens) => {
    const known = runs.indexOf(tokens);
    if (known >= 0) return answers[known] as T;
    const found = work(tokens);
    runs[next] = tokens;
    answers[next] = found;
    next = (next + 1) % KEPT;
    return found;
  };
}
