/** Where a source is named in words. */
export const NAMING_KINDS = [
  'report',
  'article',
  'statement',
  'rationale',
  'fix',
  'comment',
  'evidence',
  'capture',
] as const;
export type NamingKind = (typeof NAMING_KINDS)[number];

/** One place that names a source, for the reader to act on. */
export type NamingDTO = {
  readonly kind: NamingKind;
  readonly id: string;
  /** Null of a capture. */
  readonly articleId: string | null;
  /** The article's headline; of a capture the title of its source. */
  readonly title: string;
  /** Of the claim, the report or the capture; null of an article and of a comment on it. */
  readonly number: number | null;
};
