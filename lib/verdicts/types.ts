import type { RatingDTO, SecondReaderMode } from '#lib/settings/types.ts';
import type { AttributionFinding, WorkbenchPatch } from '#lib/standing/types.ts';

export const FIX_STATES = ['proposed', 'accepted', 'refused', 'applied'] as const;
export type FixState = (typeof FIX_STATES)[number];

export type FixDTO = {
  readonly id: string;
  readonly version: number;
  readonly replacement: string;
  readonly state: FixState;
  readonly reason: string | null;
  readonly decidedBy: string | null;
};

/** What a verdict says: kept from the reader while it is blind and not theirs. */
export type VerdictContentDTO = {
  readonly rating: RatingDTO;
  readonly attributionFinding: AttributionFinding | null;
  readonly rationale: string;
  /** Numbers of the evidence cited. */
  readonly cites: readonly number[];
  readonly fix: FixDTO | null;
  readonly overrideReason: string | null;
  /** The finding that this one confirms on what stands now; its rationale stays its author's. */
  readonly confirms: {
    readonly id: string;
    readonly seat: number;
    readonly author: { readonly id: string; readonly name: string };
    readonly rationale: string;
  } | null;
};

export type VerdictDTO = {
  readonly id: string;
  readonly seat: 1 | 2 | 3;
  readonly author: { readonly id: string; readonly name: string };
  readonly mine: boolean;
  readonly mode: SecondReaderMode;
  readonly createdAt: string;
  readonly inForce: boolean;
  readonly ended: 'superseded' | 'withdrawn' | null;
  readonly stale: boolean;
  /** What a sign-off must send back. Null while it is hidden from this reader. */
  readonly basisDigest: string | null;
  /** Null while it is hidden from this reader. */
  readonly content: VerdictContentDTO | null;
  readonly signOff: {
    readonly id: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: string;
  } | null;
  /** Who may not sign it off, and why. */
  readonly authors: readonly {
    readonly id: string;
    readonly name: string;
    readonly part: 'proposed' | 'edited_basis';
  }[];
};

/** What would come of signing a claim's verdict off together with others. */
export type TogetherDTO = {
  readonly claimId: string;
  readonly number: number;
  /** Null where there is none that the reader may know of. */
  readonly verdictId: string | null;
  readonly rating: string | null;
  /** `unread`: theirs to sign off once they have had it open. */
  readonly state: 'ready' | 'unread' | 'barred';
  /** Why it is left out, in words. */
  readonly because: string | null;
};

/** What was signed off together, so that it can be taken back together. */
export type TogetherPatch = WorkbenchPatch & {
  readonly signOffs: readonly { readonly id: string; readonly claimId: string }[];
};
