import { fold } from '#lib/anchor/fold.ts';

/*
 * Whose words a source holds. Three papers that print one agency's report are one source for whoever counts.
 */

/** What a person has named as a source's origin, whatever its case and signs; empty where nobody has. */
export const namedOrigin = (origin: string | null): string =>
  origin === null
    ? ''
    : fold(origin.normalize('NFKC'))
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim();

export type OfOrigin = {
  readonly title: string;
  readonly publisher: string | null;
  readonly link: string | null;
  /** Whose words these are, where a person has said so. */
  readonly origin: string | null;
  /**
   * Of a confidential source its id: it counts for itself. Counted with others, it would tell everybody who attaches a few sources to the claim
   * whose words it holds.
   */
  readonly apart?: string | null;
};

/**
 * The key that sources of one origin share, and no others: what a person has named, else their publisher, so that an agency's own page and a paper that
 * prints its report are one. Where neither is told, sources behind one host are not independent of each other, and one without a link is known by its title.
 */
export function originKey({ origin, publisher, link, title, apart = null }: OfOrigin): string {
  if (apart !== null) return `apart ${apart}`;
  const named = namedOrigin(origin) || namedOrigin(publisher);
  if (named !== '') return `of ${named}`;
  if (link && URL.canParse(link)) return `host ${new URL(link).hostname.replace(/^www\./, '')}`;
  return `title ${namedOrigin(title)}`;
}

/** How many origins these sources come to. */
export const countOrigins = (sources: readonly OfOrigin[]): number => new Set(sources.map(originKey)).size;
