import type { Permission } from '#lib/access/policy.ts';
import type { Role } from '#lib/access/types.ts';
import type { ArticleDTO, RevisionDTO, SentenceMarkDTO } from '#lib/articles/types.ts';
import type { CommentDTO } from '#lib/comments/types.ts';
import type { Entity, Factuality, Polarity, Quantity, Time } from '#lib/engine/types.ts';
import type { EvidenceDTO } from '#lib/evidence/types.ts';
import type { PrecedentDTO } from '#lib/foreign/types.ts';
import type { PersonDTO } from '#lib/people/types.ts';
import type { RatingDTO, SecondReaderMode } from '#lib/settings/types.ts';
import type { UnmetRule } from '#lib/standing/rules-desk.ts';
import type { BasisChange, ClaimDTO, ClaimMark, Proposal } from '#lib/standing/types.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';

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
  /** A person has flagged it: it says that somebody living has done wrong. */
  readonly misdeed: boolean;
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
  /** The verdicts in force and their sign-offs, by id: a verdict, a sign-off or a confirmation sends them back. */
  readonly seen: readonly string[];
  /** Of all that this reader has before them of it; what makes a receipt of it, and the receipt, where it was handed out to be read. */
  readonly shown: string;
  readonly receipt: string | null;
  /** The wording proposed for words that a revision has changed; a person decides on it. */
  readonly proposal: Proposal | null;
  /** What the reader may do next on this claim, or why not, in words. */
  readonly verdictSeat: 1 | 2 | 3 | null;
  /** The mode that the reader's verdict would be given in; null where they may give none. */
  readonly verdictMode: SecondReaderMode | null;
  readonly verdictRefusal: string | null;
  readonly signOffRefusal: string | null;
  /** The claim waits for one more reader, and nobody on the desk can be that reader. */
  readonly isOutOfReaders: boolean;
  /** What of the desk's rules the claim does not meet. */
  readonly unmet: readonly UnmetRule[];
  readonly comments: readonly CommentDTO[];
  readonly related: readonly RelatedClaimDTO[];
  /** What other desks and archives have found of the same thing. */
  readonly precedents: readonly PrecedentDTO[];
};

/** A claim where it stands in one revision's text. */
export type PlacedClaimDTO = Pick<ClaimDTO, 'number' | 'mark'> & { readonly start: number; readonly end: number };

/** Everything the workbench opens with. */
export type WorkbenchDTO = {
  readonly article: ArticleDTO;
  readonly revision: RevisionDTO;
  /** The present revision's number; another than `revision`'s where an earlier text is being read. */
  readonly presentRevision: number;
  readonly claims: readonly ClaimDTO[];
  readonly marks: readonly SentenceMarkDTO[];
  readonly people: readonly PersonDTO[];
  /** What is said of the article as a whole, and of stretches of the text. */
  readonly talk: readonly CommentDTO[];
  /** Names of the guests who see the article now, by a link. */
  readonly guests: readonly string[];
  readonly ratings: readonly RatingDTO[];
  readonly reader: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly may: readonly Permission[];
  };
  readonly latestReport: { readonly id: string; readonly number: number; readonly createdAt: string } | null;
};

/** The same without the text, for a workbench that is open: its revision, and which reading of it, are told by name. */
export type BenchNewsDTO = Omit<WorkbenchDTO, 'revision'> & {
  readonly revision: Pick<RevisionDTO, 'id' | 'number'>;
  readonly reading: string;
};
