import type { SourceDTO } from './types.ts';

/*
 * By which words a source can be found named in a text: a whole title, an author, a link without what parts two ways of writing it, identifiers; and
 * the names that stand in a title or an author's line. A person is known by one of their names too.
 */

const LEAST = 4;
const NAME = /\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*)+/gu;
const WORD = /\p{Lu}[\p{L}'’-]+/gu;

/** The words, each once, without regard to case; none that is so short that it would be found everywhere. */
export function namesOf({ title, author, link, archiveLink, doi, isbn, kind }: Named): string[] {
  const people = [title, author].filter((words) => words !== null);
  const names = people.flatMap((words) => [...words.matchAll(NAME)].map(([name]) => name));
  const parts = [author, kind === 'person' ? title : null].filter((words) => words !== null);
  const found = [
    title,
    author,
    ...[link, archiveLink].map((address) => address && bare(address)),
    doi,
    isbn,
    ...names,
    ...parts.flatMap((words) => [...words.matchAll(WORD)].map(([word]) => word)),
  ];
  const long = found.flatMap((words) => (words !== null && words.length >= LEAST ? [words.toLowerCase()] : []));
  return [...new Set(long)];
}

export type Named = Pick<SourceDTO, 'title' | 'author' | 'link' | 'archiveLink' | 'doi' | 'isbn' | 'kind'>;

const bare = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');

/** The words as one expression of Postgres, each as a word of its own. */
export const namesPattern = (names: readonly string[]): string =>
  `(?:^|[^[:alnum:]])(?:${names.map((name) => name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&').replace(/\s+/g, '\\s+')).join('|')})(?:$|[^[:alnum:]])`;
