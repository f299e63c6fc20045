/** How what one claim says was done, and by whom, stands to what another says. */
import type { Step } from './deeds.ts';
import { GENERIC, MUTUAL, ORIGINS } from './families.ts';
import { sameName } from './names.ts';
import type { Signature } from './signature.ts';

const meet = (x: Step, y: Step): boolean => x.key === y.key || (x.name && y.name && sameName(x.key, y.key));
const anyMeet = (xs: readonly Step[], ys: readonly Step[]): boolean => xs.some((x) => ys.some((y) => meet(x, y)));

/** "X beat Y" beside "Y beat X": the same verb, and who does it in one has it done to them in the other. */
export function turnedRound({ deed: a }: Signature, { deed: b }: Signature): boolean {
  if (a === null || b === null || a.verb !== b.verb || MUTUAL.has(a.verb)) return false;
  if (anyMeet(a.actors, b.actors) || anyMeet(a.objects, b.objects)) return false;
  return anyMeet(a.actors, b.objects) && anyMeet(b.actors, a.objects);
}

/** Both say by a noun who does it, and neither noun stands anywhere in the other claim. */
export function actorsApart(a: Signature, b: Signature): boolean {
  const [x, y] = [telling(a), telling(b)];
  if (x.length === 0 || y.length === 0) return false;
  return (
    !x.some((step) => b.steps.some((other) => meet(step, other))) &&
    !y.some((step) => a.steps.some((other) => meet(step, other)))
  );
}

/** The nouns that say who it is; a name may be anybody's whom the other claim only describes. */
function telling({ deed }: Signature): readonly Step[] {
  if (deed === null || deed.actors.some(({ name }) => name)) return [];
  return deed.actors.filter(({ key }) => !GENERIC.has(key));
}

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
