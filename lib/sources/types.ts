import type { CitationFormat } from '#lib/ingest/citations/types.ts';
import type { PersonDTO } from '#lib/people/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';

export const SOURCE_KINDS = ['document', 'report', 'dataset', 'recording', 'person', 'page'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const SOURCE_TIERS = ['primary', 'secondary'] as const;
export type SourceTier = (typeof SOURCE_TIERS)[number];

/** Days are local dates, YYYY-MM-DD. */
export type SourceDTO = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: SourceKind;
  readonly tier: SourceTier;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly link: string | null;
  readonly publishedOn: string | null;
  readonly note: string | null;
  /** Without "https://doi.org/", in small letters. */
  readonly doi: string | null;
  /** 13 digits. */
  readonly isbn: string | null;
  readonly archiveLink: string | null;
  readonly updatedOn: string | null;
  readonly accessedOn: string | null;
  /** Whose words these are, as a person names them; `originKey` (lib/standing/rules-origins.ts) says which are the same. */
  readonly origin: string | null;
  /** Null where it is not confidential. */
  readonly confidential: ConfidentialDTO | null;
};

/** Of a confidential source, whether it is named to the reader; where it is not, nothing else of it is told but its kind and tier. */
export type ConfidentialDTO = {
  readonly isNamed: boolean;
  /** What it is called where it is not named, in the article that it was asked for; null outside of one. */
  readonly mask: string | null;
};

/** A source in the list, with how many claims cite it among those the reader may see. */
export type ListedSourceDTO = SourceDTO & { readonly claims: number; readonly archived: boolean };
export type SourcePage = {
  readonly rows: readonly ListedSourceDTO[];
  /** Leads on from the last row, where there is more. */
  readonly next: string | null;
};

/** Which of the sources a list shows, beside those of a kind or tier. */
export const SOURCE_SHELVES = ['all', 'unused', 'uncaptured', 'archived'] as const;
export type SourceShelf = (typeof SOURCE_SHELVES)[number];

/** How many sources the words find, in all and by what else can be asked; of many, no more than `most`. */
export type SourceCounts = {
  readonly all: number;
  readonly isMore: boolean;
  readonly by: Readonly<Record<SourceKind | SourceTier | 'unused' | 'uncaptured', number>>;
};

/** A source as a search finds it. */
export type FoundSourceDTO = ListedSourceDTO & {
  /** It has been cited in the article that was asked about. */
  readonly isOfArticle: boolean;
};

/** One piece of evidence that leans on a source, with its claim as it stands for this reader. */
export type SourceUseDTO = {
  readonly number: number;
  /** Null where the first reading is blind and this reader may not know. */
  readonly stance: 'supports' | 'refutes' | 'context' | null;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly claim: Pick<ClaimDTO, 'id' | 'number' | 'statement' | 'mark'> & {
    /** What the settled verdict says. */
    readonly rating: string | null;
  };
  readonly article: { readonly id: string; readonly headline: string };
};

/** Another source of the library, by its name. */
export type SourceNameDTO = { readonly id: string; readonly title: string };

/** To whom a confidential source is named, and by whom it was marked. */
export type ConfidenceDTO = {
  /** ISO instant. */
  readonly since: string;
  readonly reason: string;
  readonly handler: SourcePersonDTO;
  /** Everybody to whom it is named, the handler first. */
  readonly to: readonly SourcePersonDTO[];
  /** The reader decides to whom it is named. */
  readonly isDecider: boolean;
};
type SourcePersonDTO = { readonly id: string; readonly name: string };

/** What the reader chooses from who may mark the source, or say anew to whom it is named. */
export type ConfidingDTO = {
  readonly people: readonly PersonDTO[];
  /** It is named to these whatever is chosen: the handler, and whoever brought it in. */
  readonly always: readonly string[];
  /** Those who have taken evidence from it know it already; of a confidential one, those to whom it is named. */
  readonly chosen: readonly string[];
};

/** A source with all that its page shows, as this reader may see it. */
export type SourceInFullDTO = {
  readonly source: SourceDTO;
  readonly archived: boolean;
  readonly shared: boolean;
  /** Claims that cite it, where the reader may read. */
  readonly claims: number;
  readonly uses: readonly SourceUseDTO[];
  /** The evidence that the next page of uses follows, where there is more. */
  readonly moreUses: string | null;
  /** Others of the library that have its link, its DOI or its ISBN. */
  readonly twins: readonly { readonly source: SourceDTO; readonly by: 'link' | 'doi' | 'isbn' }[];
  /** Other titles with the origin that this one has. */
  readonly sameOrigin: readonly SourceNameDTO[];
};

/** What becomes of each reference of a file that is brought in, and what of it finds no place here. */
export type ImportedDTO = {
  readonly format: CitationFormat;
  /** Fields that Stet has no place for, each with how many of the references say it. */
  readonly left: Readonly<Record<string, number>>;
  readonly rows: readonly {
    readonly state: 'new' | 'known' | 'refused';
    readonly title: string;
    /** Both null where it is refused. */
    readonly kind: SourceKind | null;
    readonly tier: SourceTier | null;
    /** Why it is refused, in words. */
    readonly why: string | null;
  }[];
};
