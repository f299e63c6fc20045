import type { SourceDTO } from '#lib/sources/types.ts';

/** What is typed of a source: every field as text, empty where nothing is said. */
export const noSource = {
  title: '',
  link: '',
  kind: 'page',
  tier: 'primary',
  publisher: '',
  author: '',
  publishedOn: '',
  note: '',
  doi: '',
  isbn: '',
  archiveLink: '',
  updatedOn: '',
  accessedOn: '',
  origin: '',
};
export type SourceWords = typeof noSource;

/** A source's record as it is typed. */
export const wordsOf = (source: SourceDTO): SourceWords =>
  Object.assign(
    { ...noSource },
    ...Object.keys(noSource).map((key) => ({ [key]: source[key as keyof SourceWords] ?? '' })),
  );
