/** Who does what to whom, as far as word order tells. */
import { PARTICIPLE_ONLY, PAST_OR_PARTICIPLE } from '#lib/engine/lexicon/verbs.ts';
import { GENERIC, MUTUAL, ORIGINS } from './families.ts';
import { isVerb } from './holding.ts';
import { sameName } from './names.ts';
import type { Signature, Step } from './signature.ts';

/** The deed of a claim: its verb, who does it and whom it is done to, by the keys of their nouns and names. Empty where not told. */
export type Deed = { readonly verb: string; readonly actors: readonly Step[]; readonly objects: readonly Step[] };

const isNoun = ({ name, tag, word }: Step): boolean =>
  name || ((tag === 'NOUN' || tag === 'PROPN') && /^\p{L}{2}/u.test(word));
const isParticiple = (word: string): boolean =>
  /ed$/.test(word) || PARTICIPLE_ONLY.has(word) || PAST_OR_PARTICIPLE.has(word);
const RELATIVE = /^(?:who|which|that|whose|when|where|if|as|to)$/;
const BE = /^(?:is|are|was|were|be|been|being|got|gets)$/;

/** Where the main verb's group begins: the first verb that no "which" or "to" leads in. */
function mainVerb(steps: readonly Step[]): number {
  return steps.findIndex(
    (step, i) =>
      isVerb(step) &&
      !step.name &&
      !(/ing$/.test(step.word) && !isVerb(steps[i - 1])) &&
      !steps.slice(Math.max(0, i - 2), i).some(({ word }) => RELATIVE.test(word)),
  );
}

/** The nouns of the first noun phrase of a stretch; where they say nothing ("the number of jobs"), those behind "of" too. */
function nounsOf(steps: readonly Step[]): Step[] {
  const end = steps.findIndex(({ tag, word }) => tag === 'ADP' || word === 'to');
  const first = (end < 0 ? steps : steps.slice(0, end)).filter(isNoun);
  if (end < 0 || first.some(({ key, name }) => name || !GENERIC.has(key))) return first;
  return [...first, ...nounsOf(steps.slice(end + 1))];
}

/** Reads the main deed of a claim; null where it has no verb. */
export function deedOf(steps: readonly Step[]): Deed | null {
  const from = mainVerb(steps);
  if (from < 0) return null;
  let to = from;
  while (
    to < steps.length &&
    (isVerb(steps[to]) || steps[to]?.tag === 'ADV' || steps[to]?.tag === 'PART') &&
    steps[to]?.word !== 'to'
  )
    to++;
  const group = steps.slice(from, to);
  const verb = group.filter((step) => isVerb(step)).at(-1);
  const opening = steps.slice(0, from);
  // "In 2024, the fund paid": what opens the sentence is not who does it
  const comma = opening.findLastIndex(({ after }) => after === ',');
  const subject = nounsOf(comma < 0 || !opening.slice(comma + 1).some(isNoun) ? opening : opening.slice(comma + 1));
  const behind = steps.slice(to);
  const passive =
    group.some(({ word }) => BE.test(word)) && isParticiple(verb?.word ?? '') && !BE.test(verb?.word ?? '');
  if (!passive) return { verb: verb?.key ?? '', actors: subject, objects: nounsOf(behind) };
  const by = behind.findIndex(({ word }) => word === 'by');
  return { verb: verb?.key ?? '', actors: by < 0 ? [] : nounsOf(behind.slice(by + 1)), objects: subject };
}

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
