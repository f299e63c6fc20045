import { canBe } from './claimant.ts';
import type { Cue } from './idioms.ts';
import type { Resolved } from './known.ts';
import type { Phrase } from './phrase.ts';
import type { Unit } from './units.ts';

/** Who has spoken so far in a unit, by which cue. */
export type Spoken = { readonly to: number; readonly order: Cue['order']; readonly resolved: Resolved };

/** "An observer said *he* believed …": who speaks and whom the pronoun right behind means are one; null where another can be meant. */
export function sameSpeaker(unit: Unit, { from, head }: Phrase, spoken: readonly Spoken[]): Resolved | null {
  const pronoun = unit.items[head];
  if (pronoun?.kind !== 'word' || from !== head || !/^(?:he|she|it|they)$/.test(pronoun.lower)) return null;
  const behind = unit.items[from - 1]?.lower === 'that' ? from - 1 : from;
  // "said it believed …, *and that it* hoped": the second of two things that are said
  const isSecond = behind < from && /^(?:and|or|but)$/.test(unit.items[behind - 1]?.lower ?? '');
  const before = spoken.find(({ to, order }) => (isSecond || to === behind) && order !== 'after');
  return before === undefined || !canBe(pronoun.lower, before.resolved)
    ? null
    : { ...before.resolved, claimant: { ...before.resolved.claimant, start: pronoun.start, end: pronoun.end } };
}
