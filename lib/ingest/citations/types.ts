/** One reference in the form of CSL-JSON, as it came: whoever uses a field checks it. */
export type CslItem = { readonly [field: string]: unknown };

export const CITATION_FORMATS = ['csl', 'bibtex'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What a file of references holds. */
export type CitationFile = {
  readonly format: CitationFormat;
  readonly items: readonly CslItem[];
  /** Fields that Stet has no place for, each with how many of the references say it. */
  readonly left: Readonly<Record<string, number>>;
};

/** References that one file may hold. */
export const MOST_CITATIONS = 2000;
/** Bytes of such a file. */
export const MOST_CITATION_BYTES = 4 * 1024 * 1024;
