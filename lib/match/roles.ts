/** Who does what to whom, as far as word order tells. */
import { MUTUAL, ORIGINS } from './families.ts';
import { sameName } from './names.ts';
import type { Signature, Step } from './signature.ts';

/** "X beat Y" beside "Y beat X": the same verb between the same two names, which have changed places. */
export function turnedRound(a: Signature, b: Signature): boolean {
  const [first, second] = [between(a), between(b)];
  return first.some((x) =>
    second.some(
      (y) =>
        sameName(x.left, y.right) &&
        sameName(x.right, y.left) &&
        x.passive === y.passive &&
        x.keys.some((k) => !MUTUAL.has(k) && y.keys.includes(k)),
    ),
  );
}

type Between = {
  readonly left: string;
  readonly right: string;
  readonly keys: readonly string[];
  readonly passive: boolean;
};
function between(s: Signature): Between[] {
  const at = s.steps.flatMap((step, i) => (step.name ? i : []));
  return at.slice(1).flatMap((right, n) => {
    const left = at[n] ?? 0;
    const middle = s.steps.slice(left + 1, right);
    const keys = middle.filter((step) => s.words.has(step.key)).map((step) => step.key);
    if (keys.length === 0) return [];
    return {
      left: nameAt(s.steps, left),
      right: nameAt(s.steps, right),
      keys,
      passive: middle.some((step) => step.word === 'by'),
    };
  });
}
const nameAt = (steps: readonly Step[], i: number): string => steps[i]?.key ?? '';

const MARK = /^(?:by|with|from)$/;
const LINK = /^(?:and|the|a|an|of)$/;

/** The names a thing is said to come from: after "proposed by", "originated with", or else those before the verb. */
function originsOf(s: Signature): string[] {
  const verbs = [...s.steps.keys()].filter((i) => ORIGINS.has(s.steps[i]?.key ?? ''));
  const marked = verbs.find((i) => MARK.test(s.steps[i + 1]?.word ?? ''));
  const first = verbs.at(0);
  if (first === undefined) return [];
  if (marked === undefined) return s.steps.slice(0, first).flatMap((step) => (step.name ? step.key : []));
  const after = s.steps.slice(marked + 2);
  const end = after.findIndex((step) => !step.name && !LINK.test(step.word));
  return after.slice(0, end < 0 ? after.length : end).flatMap((step) => (step.name ? step.key : []));
}

/** Both say whom or where the thing comes from, and no name is in both answers. */
export function originsApart(a: Signature, b: Signature): boolean {
  const [x, y] = [originsOf(a), originsOf(b)];
  return x.length > 0 && y.length > 0 && !x.some((name) => y.some((other) => sameName(name, other)));
}
