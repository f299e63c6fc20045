import type { ArticleDTO, RevisionDTO, SecondReaderMode, SentenceMarkDTO } from '#lib/articles/types.ts';
import type { CommentDTO } from '#lib/comments/types.ts';
import type { ClaimantType, ClaimKind, Entity, Factuality, Polarity, Quantity, Tier, Time } from '#lib/engine/types.ts';
import type { EvidenceDTO } from '#lib/evidence/types.ts';
import type { Permission } from '#lib/people/policy.ts';
import type { PersonDTO, Role } from '#lib/people/types.ts';
import type { BasisChange, RatingDTO, VerdictDTO } from '#lib/verdicts/types.ts';

export const PROGRESS = ['open', 'in_review', 'awaiting_second_reader', 'disputed', 'settled'] as const;
export type Progress = (typeof PROGRESS)[number];
export type SettledBy = 'one' | 'two' | 'third';
export const ANCHOR_STATES = ['unchanged', 'moved', 'context_changed', 'changed', 'lost'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** How a claim is drawn: its line style, colour and margin mark. */
export const CLAIM_MARKS = ['open', 'review', 'await', 'disputed', 'stands', 'wrong', 'stale', 'excluded'] as const;
export type ClaimMark = (typeof CLAIM_MARKS)[number];

export type ClaimantDTO = { readonly id: string; readonly name: string; readonly kind: ClaimantType };

/** A claim as the galley and the list show it. Everything that takes more reading is in `ClaimDetailDTO`. */
export type ClaimDTO = {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly version: number;
  readonly statement: string;
  /** UTF-16 code units in the present revision; both null where its words are lost. */
  readonly start: number | null;
  readonly end: number | null;
  readonly anchorState: AnchorState;
  readonly kind: ClaimKind;
  readonly claimant: ClaimantDTO;
  readonly checkworthiness: number;
  readonly tier: Tier;
  readonly origin: 'machine' | 'person';
  /** False while nobody has accepted or edited what the machine proposed. */
  readonly accepted: boolean;
  readonly assigneeId: string | null;
  readonly excluded: boolean;
  readonly withdrawn: boolean;
  readonly replaced: boolean;
  readonly progress: Progress;
  readonly settledBy: SettledBy | null;
  readonly stale: boolean;
  readonly mark: ClaimMark;
  /** The settled verdict's rating. */
  readonly ratingId: string | null;
  readonly evidenceCount: number;
  readonly openComments: number;
};

export type LineageDTO = {
  readonly kind: 'split' | 'merge' | 're_scope';
  readonly claim: { readonly id: string; readonly number: number; readonly statement: string };
};

export type RelatedClaimDTO = {
  readonly linkId: string | null;
  readonly relation: 'same' | 'more_precise' | 'tension' | 'related';
  readonly because: readonly string[];
  readonly decided: boolean;
  readonly claim: {
    readonly id: string;
    readonly number: number;
    readonly statement: string;
    readonly articleId: string;
    readonly headline: string;
    readonly mark: ClaimMark;
  };
};

export type ClaimDetailDTO = {
  readonly claim: ClaimDTO;
  /** The words as they stand in the present revision, or as they last stood where lost. */
  readonly quote: string;
  readonly sentence: string;
  readonly polarity: Polarity;
  readonly factuality: Factuality;
  readonly via: string | null;
  readonly saidOn: string | null;
  readonly saidWhere: string | null;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
  readonly entities: readonly Entity[];
  readonly reasons: readonly string[];
  readonly engineVersion: string | null;
  readonly excludedBecause: { readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly withdrawnBecause: string | null;
  readonly becameFrom: readonly LineageDTO[];
  readonly became: readonly LineageDTO[];
  readonly evidence: readonly EvidenceDTO[];
  readonly verdicts: readonly VerdictDTO[];
  /** What has changed under the verdict in force, where it is stale. */
  readonly basisChanges: readonly BasisChange[];
  /** The digest a sign-off must send back: what this reader saw. */
  readonly basisDigest: string | null;
  /** What the reader may do next on this claim, or why not, in words. */
  readonly verdictSeat: 1 | 2 | 3 | null;
  /** The mode that the reader's verdict would be given in; null where they may give none. */
  readonly verdictMode: SecondReaderMode | null;
  readonly verdictRefusal: string | null;
  readonly signOffRefusal: string | null;
  /** The claim waits for one more reader, and nobody on the desk can be that reader. */
  readonly isOutOfReaders: boolean;
  readonly comments: readonly CommentDTO[];
  readonly related: readonly RelatedClaimDTO[];
};

/** Everything the workbench opens with. */
/** A claim where it stands in one revision's text. */
export type PlacedClaimDTO = Pick<ClaimDTO, 'number' | 'mark'> & { readonly start: number; readonly end: number };

export type WorkbenchDTO = {
  readonly article: ArticleDTO;
  readonly revision: RevisionDTO;
  /** The present revision's number; another than `revision`'s where an earlier text is being read. */
  readonly presentRevision: number;
  readonly claims: readonly ClaimDTO[];
  readonly marks: readonly SentenceMarkDTO[];
  readonly people: readonly PersonDTO[];
  readonly ratings: readonly RatingDTO[];
  readonly reader: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly may: readonly Permission[];
  };
  readonly latestReport: { readonly id: string; readonly number: number; readonly createdAt: string } | null;
};

/** What a change did to the workbench: claims and marks as they now are, and marks that are gone. */
export type WorkbenchPatch = {
  readonly claims: readonly ClaimDTO[];
  readonly marks: readonly SentenceMarkDTO[];
  readonly marksGone: readonly string[];
};
