import type { Addressee, QueryOutcome } from './types.ts';

type Named = { readonly id: string; readonly name: string };

const folded = (words: string): string => words.normalize('NFKC').toLocaleLowerCase('en');
/** What may stand before the sign that calls somebody: nothing that makes it an address's. */
const BEFORE = /[\p{L}\p{N}._%+-]$/u;
const AFTER = /^[\p{L}\p{N}_]/u;

/** Where people are called by `@Name` in a text, in its order. Of two whose names begin alike the longer one is meant. */
export function callsIn<P extends Named>(
  body: string,
  people: readonly P[],
): readonly { readonly start: number; readonly end: number; readonly person: P }[] {
  const longest = [...people].sort((a, b) => b.name.length - a.name.length);
  const found: { start: number; end: number; person: P }[] = [];
  for (let at = body.indexOf('@'); at !== -1; at = body.indexOf('@', at + 1)) {
    if (BEFORE.test(body.slice(0, at))) continue;
    const rest = body.slice(at + 1);
    const person = longest.find(
      ({ name }) => folded(rest.slice(0, name.length)) === folded(name) && !AFTER.test(rest.slice(name.length)),
    );
    if (person) found.push({ start: at, end: at + 1 + person.name.length, person });
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
  if (start === -1 || BEFORE.test(body.slice(0, start))) return null;
  const words = body.slice(start + 1, caret);
  return words.length > 60 || /[\n@]/.test(words) ? null : { start, words };
}

/** People whose name, or a later part of it, begins with the words; at most `most`. */
export const peopleLike = <P extends Named>(words: string, people: readonly P[], most: number): P[] =>
  people.filter(({ name }) => folded(` ${name}`).includes(folded(` ${words}`))).slice(0, most);

/** Whoever is criticised is quoted: that they answered says nothing without what. */
export const needsAnswer = (addressee: Addressee | null, outcome: QueryOutcome | null): boolean =>
  addressee === 'party' && outcome === 'answered';
