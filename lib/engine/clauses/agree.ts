/** Whether two verbs can have one subject, and whether a verb only tells which thing is meant. */
import type { State } from './state.ts';
import type { VerbGroup } from './verbs.ts';

const NUMBER: Readonly<Record<string, 'one' | 'many'>> = {
  is: 'one',
  was: 'one',
  has: 'one',
  are: 'many',
  were: 'many',
};

/** "the captain, who was found on Friday, and *are* looking": two verbs of one subject are both of one or both of many. */
export function agree({ tokens }: State, first: VerbGroup, second: VerbGroup): boolean {
  const [one, other] = [first, second].map(({ from }) => NUMBER[tokens[from]?.lower ?? '']);
  return one === undefined || other === undefined || one === other;
}

/** "the issues *Lund holds* dear": a name and what it does, right behind several things. */
export const isNamedContact = ({ tokens }: State, { from, form, finite }: VerbGroup): boolean =>
  finite === 'yes' &&
  form === 'present' &&
  /[^s]s$/.test(tokens[from]?.lower ?? '') &&
  tokens[from - 1]?.marks.has('person') === true &&
  tokens[from - 2]?.tag === 'NOUN' &&
  /[^sui]s$/.test(tokens[from - 2]?.lower ?? '');

/** ", twice the number *it was licensed for*": a thing and who does something to it, side by side. */
export const isContact = ({ tokens }: State, { from }: VerbGroup): boolean =>
  /^(?:he|she|it|they|we|i|you)$/.test(tokens[from - 1]?.lower ?? '') && tokens[from - 2]?.tag === 'NOUN';
