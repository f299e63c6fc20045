/** How second readers work: none is needed, they see the first verdict, or they give theirs before they see it. */
export const MODES = ['one', 'open', 'blind'] as const;
export type SecondReaderMode = (typeof MODES)[number];

/** What an open query does to its claim: it holds it until it is answered, or is only shown beside it. */
export const QUERY_RULES = ['hold', 'warn'] as const;
export type QueryRule = (typeof QUERY_RULES)[number];

/** Days, as a form says them. */
export const RECHECKS = ['never', '7', '30', '90', '365'] as const;
export type Recheck = (typeof RECHECKS)[number];

export type SettingsDTO = {
  readonly deskName: string;
  /** An IANA name. */
  readonly timeZone: string;
  readonly defaultMode: SecondReaderMode;
  readonly defaultQueries: QueryRule;
  /** After how many days captures that evidence rests on are held against their sources again; null for by hand alone. */
  readonly recheckDays: number | null;
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
