import { signatureOf } from './signature.ts';
import type { MatchClaim } from './types.ts';

const FIGURES = 3;
const NAMES = 4;
const WORDS = 4;

/**
 * Keys under which a claim can be found in an archive: pairs of the figures, names and heaviest words it is made of, at
 * most a few dozen. Two claims that could be the same, or could contradict, share at least one; few others do. Pure, and
 * no corpus statistics, so that a key once stored stays right.
 */
export function lookUpKeys(claim: MatchClaim): string[] {
  const signature = signatureOf(claim);
  const figures = signature.figures.slice(0, FIGURES).map((figure) => `#${figure.low} ${figure.unit ?? ''}`);
  const names = signature.names.slice(0, NAMES).map((name) => `@${name.split(' ').at(-1) ?? name}`);
  const words = [...signature.words]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, WORDS)
    .map(([key]) => key);
  const parts = [...new Set([...figures, ...names, ...words])].sort();
  return parts.flatMap((a, i) => parts.slice(i + 1).map((b) => `${a}|${b}`));
}
