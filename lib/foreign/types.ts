import type { MatchClaim } from '#lib/match/index.ts';

/** A whole article of another Stet, or an archive of checks as ClaimReview or as a table. */
export const FOREIGN_FORMATS = ['article', 'claim-review', 'csv'] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** What became of a claim elsewhere, as a report there says it; of an archive always `settled`. */
export const FOREIGN_OUTCOMES = [
  'settled',
  'disputed',
  'awaiting_second_reader',
  'unchecked',
  'excluded',
  'replaced',
  'withdrawn',
] as const;
export type ForeignOutcome = (typeof FOREIGN_OUTCOMES)[number];

/** What is shown of a foreign claim besides its outcome. People are names, and nobody of this desk. */
export type ForeignSaid = {
  /** The words that make the claim, where they are known. */
  readonly quote: string | null;
  /** In the order in which they were given. `at` is an instant, or a day where no more is known. */
  readonly findings: readonly {
    readonly by: string;
    readonly at: string | null;
    readonly rating: string;
    readonly rationale: string | null;
    readonly signedOffBy: string | null;
    readonly inForce: boolean;
  }[];
  readonly evidence: readonly {
    readonly number: number;
    readonly stance: string;
    readonly quote: string | null;
    readonly locator: string | null;
    readonly source: string;
    readonly publisher: string | null;
    readonly link: string | null;
    readonly withdrawn: boolean;
  }[];
  readonly comments: readonly { readonly by: string; readonly at: string; readonly body: string }[];
};

/** A foreign claim on its way in. Dates are local, YYYY-MM-DD. */
export type NewForeignClaim = {
  readonly number: number;
  readonly statement: string;
  readonly publisher: string;
  readonly outcome: ForeignOutcome;
  readonly rating: string | null;
  readonly link: string | null;
  readonly checkedOn: string | null;
  readonly saidBy: string | null;
  readonly saidOn: string | null;
  readonly match: MatchClaim;
  readonly said: ForeignSaid;
  /** Empty where nobody has come to a finding: it is shown, and no precedent. */
  readonly lookUpKeys: readonly string[];
};

/** What came in one file. */
export type ForeignFileDTO = {
  readonly id: string;
  readonly version: number;
  readonly format: ForeignFormat;
  readonly desk: string;
  readonly title: string;
  readonly claims: number;
  readonly leftOut: number;
  /** How many events its history holds; null of an archive, which has none. */
  readonly events: number | null;
  /** The name of whoever brought it in; null for the command line. */
  readonly broughtBy: string | null;
  readonly broughtAt: string;
  readonly setAsideAt: string | null;
};

export type ForeignClaimDTO = {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly publisher: string;
  readonly outcome: ForeignOutcome;
  readonly rating: string | null;
  readonly link: string | null;
  readonly checkedOn: string | null;
  readonly saidBy: string | null;
  readonly saidOn: string | null;
};

/** A foreign claim in full. */
export type ForeignClaimDetailDTO = ForeignClaimDTO & { readonly said: ForeignSaid };

/** A claim that others have checked, as it stands to one of the desk's own. */
export type PrecedentDTO = ForeignClaimDTO & {
  readonly relation: 'same' | 'more precise' | 'less precise' | 'tension' | 'related';
  /** What decided, in words. */
  readonly because: readonly string[];
  readonly file: { readonly id: string; readonly format: ForeignFormat; readonly title: string };
};

export type ForeignPage = {
  readonly file: ForeignFileDTO;
  readonly rows: readonly ForeignClaimDetailDTO[];
  /** The number of the last claim shown, where there are more. */
  readonly next: string | null;
};
