/** A verdict that is no longer as it was published. Labels are of ratings. */
export type ChangedVerdict = {
  readonly claimId: string;
  readonly number: number;
  readonly statement: string;
  /** The key and the label of the rating that it was published with. */
  readonly was: string;
  readonly wasLabel: string;
  /** Those that settle it now; null where nothing does. */
  readonly now: string | null;
  readonly nowLabel: string | null;
};

/** A published report whose verdicts have changed: it is to be corrected, or somebody says why not. */
export type CorrectionDue = {
  readonly articleId: string;
  readonly headline: string;
  /** The report that is published. */
  readonly number: number;
  readonly changed: readonly ChangedVerdict[];
  /** Says which changes these are: whoever declines declines what they have seen. */
  readonly seen: string;
};

/** What was declined: by claim, the rating it had then, null where nothing settled it. */
export type Declined = { readonly ratings: Readonly<Record<string, string | null>>; readonly reason: string };

export type ReportLinkDTO = {
  readonly id: string;
  readonly label: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastOpenedAt: string | null;
  readonly opened: number;
  /** `takenBack`: its report was withdrawn after it was made. */
  readonly state: 'open' | 'expired' | 'revoked' | 'takenBack';
};

/** How a report stands with the public. */
export type PublishingDTO = {
  /** Whether this report is published, or another of its article. */
  readonly state: 'none' | 'published' | 'awaits' | 'earlier' | 'withdrawn' | 'part';
  readonly publication: {
    readonly version: number;
    readonly address: string;
    /** The number of the last published report. */
    readonly number: number;
    /** ISO instant. */
    readonly publicAt: string;
    /** What stands in the place of what was withdrawn, as long as it does. */
    readonly withdrawnNote: string | null;
    /** A flag for legal attention was raised while the last one waited: whatever its time, it does not appear before that is cleared. */
    readonly isHeld: boolean;
  } | null;
  /** It is newer than what is published. */
  readonly mayGoOut: boolean;
  readonly links: readonly ReportLinkDTO[];
};
