/** Who does what to whom in one claim, as far as word order tells. */
import { PARTICIPLE_ONLY, PAST_OR_PARTICIPLE } from '#lib/engine/lexicon/verbs.ts';
import type { Tag } from '#lib/engine/types.ts';
import { GENERIC } from './families.ts';
import { type Frame, isVerb } from './holding.ts';

/** One step through a claim: a name or a word, by its key. */
export type Step = {
  readonly key: string;
  readonly name: boolean;
  readonly word: string;
  readonly tag: Tag;
  /** Whether it is held as done, as not done, or left open. */
  readonly frame: Frame;
  /** It only says how others are held: "refused", "not". */
  readonly governs: boolean;
  /** The mark right behind it, empty where there is none. */
  readonly after: string;
};

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
