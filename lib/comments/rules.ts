import type { Addressee, QueryOutcome } from './types.ts';

type Named = { readonly id: string; readonly name: string };

const folded = (words: string): string => words.normalize('NFKC').toLocaleLowerCase('en');
/** What may stand before the sign that calls somebody: nothing that makes it an address's. */
const BEFORE = /[\p{L}\p{N}._%+-]/u;
const AFTER = /^[\p{L}\p{N}_]|^-[\p{L}\p{N}]/u;
/** So many signs in one text are looked at: nobody calls more people at once. */
const MOST_CALLS = 50;
/** How much longer or shorter than a name its spelling may be: letters with marks of their own. */
const SLACK = 8;

/** The sign before a place of a text, whole where it is two code units; empty at its head. */
const signBefore = (text: string, at: number): string => [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';

/** How many code units at the head of a text are the name, however its letters are spelt; null where it is another. */
function lengthOfName(text: string, name: string): number | null {
  for (let length = Math.max(1, name.length - SLACK); length <= name.length + SLACK && length <= text.length; length++)
    if (folded(text.slice(0, length)) === name && !/^\p{M}/u.test(text.slice(length))) return length;
  return null;
}

/** Where people are called by `@Name` in a text, in its order. Of two whose names begin alike the longer one is meant. */
export function callsIn<P extends Named>(
  body: string,
  people: readonly P[],
): readonly { readonly start: number; readonly end: number; readonly person: P }[] {
  const longest = people
    .map((person) => ({ person, name: folded(person.name) }))
    .sort((a, b) => b.name.length - a.name.length);
  const found: { start: number; end: number; person: P }[] = [];
  let looked = 0;
  for (let at = body.indexOf('@'); at !== -1 && looked < MOST_CALLS; at = body.indexOf('@', at + 1), looked++) {
    if (BEFORE.test(signBefore(body, at))) continue;
    const rest = body.slice(at + 1, at + 200);
    const head = folded(rest);
    for (const { person, name } of longest) {
      // Most are told apart by their first letters.
      if (!head.startsWith(name)) continue;
      const length = lengthOfName(rest, name);
      if (length === null || AFTER.test(rest.slice(length))) continue;
      found.push({ start: at, end: at + 1 + length, person });
      break;
    }
  }
  return found;
}

/** Ids of the people who are called in a text, each once. */
export const mentionsIn = (body: string, people: readonly Named[]): string[] => [
  ...new Set(callsIn(body, people).map(({ person }) => person.id)),
];

/** What somebody is typing after an `@` at the caret, and where that stands; null where nobody is being called. */
export function callAt(body: string, caret: number): { readonly start: number; readonly words: string } | null {
  const start = body.lastIndexOf('@', caret - 1);
  if (start === -1 || BEFORE.test(signBefore(body, start))) return null;
  const words = body.slice(start + 1, caret);
  return words.length > 60 || /[\n@]/.test(words) ? null : { start, words };
}

/** People whose name, or a later part of it, begins with the words; at most `most`. */
export const peopleLike = <P extends Named>(words: string, people: readonly P[], most: number): P[] =>
  people.filter(({ name }) => folded(` ${name}`).includes(folded(` ${words}`))).slice(0, most);

/** Whoever is criticised is quoted: that they answered says nothing without what. Nor does it that a legal flag is cleared, without why. */
export const needsAnswer = (addressee: Addressee | null, outcome: QueryOutcome | null): boolean =>
  (addressee === 'party' || addressee === 'legal') && outcome === 'answered';

export const isLegalFlag = (asked: { readonly addressee: Addressee | null } | null): boolean =>
  asked?.addressee === 'legal';
