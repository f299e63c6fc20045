/** How second readers work: none is needed, they see the first verdict, or they give theirs before they see it. */
export const MODES = ['one', 'open', 'blind'] as const;
export type SecondReaderMode = (typeof MODES)[number];

/** What an open query does to its claim: it holds it until it is answered, or is only shown beside it. */
export const QUERY_RULES = ['hold', 'warn'] as const;
export type QueryRule = (typeof QUERY_RULES)[number];

/** Days, as a form says them. */
export const RECHECKS = ['never', '7', '30', '90', '365'] as const;
export type Recheck = (typeof RECHECKS)[number];
/** What the desk may ask of the evidence before a claim is settled. */
export const DESK_RULES = ['figure', 'quotation', 'misdeed', 'opened'] as const;
export type DeskRule = (typeof DESK_RULES)[number];
/** What an unmet rule does: nothing, it is said and printed, or nobody settles the claim until it is met. */
export const RULE_STRENGTHS = ['off', 'warn', 'refuse'] as const;
export type RuleStrength = (typeof RULE_STRENGTHS)[number];
export type DeskRules = Readonly<Record<DeskRule, RuleStrength>>;

/** Who is asked to bear witness to captures; a form says it as a word. */
export const SWITCH = ['off', 'on'] as const;
/** Of fewer than this the numbers about the desk do not say which person did them, unless the desk allows it. */
export const LEAST_SHOWN = 5;
/** What the desk does with such small counts, as a form says it. */
export const SMALL_COUNTS = ['hide', 'show'] as const;

export type SettingsDTO = {
  readonly deskName: string;
  /** An IANA name. */
  readonly timeZone: string;
  readonly defaultMode: SecondReaderMode;
  readonly defaultQueries: QueryRule;
  /** After how many days captures that evidence rests on are held against their sources again; null for by hand alone. */
  readonly recheckDays: number | null;
  /** Whether each capture is stamped by a time-stamp authority, and its link copied by the Internet Archive. */
  readonly stampCaptures: boolean;
  readonly archiveCaptures: boolean;
  readonly figureRule: RuleStrength;
  readonly quotationRule: RuleStrength;
  readonly misdeedRule: RuleStrength;
  readonly openedRule: RuleStrength;
  /** Whether the numbers about the desk show by person what is few. */
  readonly smallCounts: boolean;
  /** Whether published reports have pages that anybody may read, and where these stand; null for Stet's own address. */
  readonly publishing: boolean;
  readonly publicAddress: string | null;
  /** What the desk tells readers of how it works; an address of the web or of mail that they can write to. */
  readonly publicMethod: string | null;
  readonly publicContact: string | null;
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
