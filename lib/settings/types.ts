/** How second readers work: none is needed, they see the first verdict, or they give theirs before they see it. */
export const MODES = ['one', 'open', 'blind'] as const;
export type SecondReaderMode = (typeof MODES)[number];

/** What an open query does to its claim: it holds it until it is answered, or is only shown beside it. */
export const QUERY_RULES = ['hold', 'warn'] as const;
export type QueryRule = (typeof QUERY_RULES)[number];

export type SettingsDTO = {
  readonly deskName: string;
  /** An IANA name. */
  readonly timeZone: string;
  readonly defaultMode: SecondReaderMode;
  readonly defaultQueries: QueryRule;
  readonly version: number;
};

export type RatingDTO = {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly position: number;
  readonly value: number | null;
  readonly stands: boolean;
  readonly archived: boolean;
};

/** A step of the scale, for editing. */
export type ScaleStepDTO = RatingDTO & { readonly version: number };
