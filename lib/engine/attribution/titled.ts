/** Names with their titles and offices, as items of a unit. */
import { HONORIFICS, OFFICES } from '../lexicon/titles.ts';
import type { Item } from './units.ts';
import { isMark, isPerson, speakingNoun } from './words.ts';

/** "Dr", "former", "Sgt", "lawyer": what stands before a name and tells of whoever bears it. */
export const isTitle = (item: Item): boolean => {
  const word = item.lower.replace(/\.$/, '');
  return HONORIFICS.has(word) || OFFICES.has(word) || speakingNoun(word) === 'person';
};

/** "economist NAME", "Finnish colonel NAME": the index of the person's name, -1 where none comes at once. */
export function titledName(items: readonly Item[], from: number): number {
  for (let at = from + 1; at < from + 4; at++) {
    const { kind, entity, possessive } = items[at] ?? {};
    if (kind === 'name' && entity?.type === 'person' && !possessive)
      return speakingNoun(items[at - 1]?.lower ?? '') === 'person' ? at : -1;
  }
  return -1;
}

/** "said lobbyist and strategist Charlie Black": both nouns are his. */
export function twoOffices(items: readonly Item[], and: number): boolean {
  const office = (at: number): boolean => speakingNoun(items[at]?.lower ?? '') === 'person';
  const person = (at: number): boolean => isPerson(items[at]);
  return office(and - 1) && [1, 2, 3].some((step) => office(and + step) && person(and + step + 1));
}

/** "the science and | technology committee": what a body is for, behind a noun that an article opens; `first` is where the phrase before the "and" begins. */
export function isTask(
  items: readonly Item[],
  { from, to, head }: { readonly from: number; readonly to: number; readonly head: number },
  first: number,
): boolean {
  const isBody =
    /^(?:committee|commission|department|ministry|board|council|agency|institute|association|union|secretary|minister|spokesman|spokeswoman|correspondent|editor)$/;
  const bare = items.slice(from, head);
  const opens = items[first]?.lower ?? '';
  return (
    to === head + 1 &&
    isBody.test(items[head]?.lower ?? '') &&
    bare.length > 0 &&
    // "the effort and the prime minister": two
    !/^(?:the|an?|his|her|its|their)$/.test(items[from]?.lower ?? '') &&
    bare.every(({ kind, possessive, text }) => kind === 'word' && !possessive && !/^\p{Lu}/u.test(text)) &&
    items[from - 2]?.kind === 'word' &&
    speakingNoun(items[from - 2]?.lower ?? '') === null &&
    /^(?:the|an?)$/.test(opens)
  );
}

/** "Brandt *and* Moss's Ida Hall": a firm that is called by two, and who works there. */
export const isFirmOfTwo = (items: readonly Item[], and: number): boolean =>
  items[and - 1]?.kind === 'name' &&
  !items[and - 1]?.possessive &&
  items[and + 1]?.kind === 'name' &&
  items[and + 1]?.possessive === true &&
  items[and + 2]?.kind === 'name';

/** "Ports, Rivers and Lakes Secretary NAME": a person whose office has three tasks, of which the last stands at `from`. */
export const isOfThreeTasks = (
  items: readonly Item[],
  { from, head }: { readonly from: number; readonly head: number },
): boolean =>
  isMark(items[from - 3], ',') &&
  items[from - 4]?.kind === 'name' &&
  isPerson(items[head]) &&
  items[head - 1]?.kind === 'word' &&
  !isPerson(items[from - 2]);
