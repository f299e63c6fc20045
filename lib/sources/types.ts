export const SOURCE_KINDS = ['document', 'dataset', 'recording', 'person', 'page'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const SOURCE_TIERS = ['primary', 'secondary'] as const;
export type SourceTier = (typeof SOURCE_TIERS)[number];

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
};

/** A source in the list, with how many claims cite it among those the reader may see. */
export type ListedSourceDTO = SourceDTO & { readonly claims: number };
export type SourcePage = {
  readonly rows: readonly ListedSourceDTO[];
  /** Leads on from the last row, where there is more. */
  readonly next: string | null;
};
