import type { SourceDTO } from '#lib/sources/types.ts';
import type { QuoteDifference, QuoteMark, WorkingDTO } from '#lib/sources/types-captures.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];
export const ASPECTS = ['content', 'attribution'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Where words stand in the text of a capture, in UTF-16 code units. */
export type CapturePlaceDTO = { readonly captureId: string; readonly start: number; readonly end: number };

export type EvidenceDTO = {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly source: SourceDTO;
  /** Null where a blind verdict is pending and this reader may not know. */
  readonly stance: Stance | null;
  readonly aspect: Aspect;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly means: string | null;
  readonly consultedOn: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly createdAt: string;
  readonly withdrawn: { readonly reason: string | null; readonly at: string } | null;
  /** Null where its words have no place in a capture. */
  readonly place: CapturePlaceDTO | null;
  /** Null where there was no capture to look in. */
  readonly quoteCheck: QuoteMark | null;
  /** Where its words stand, where its locator names another place. */
  readonly standsAt: string | null;
  /** Whether the reader has opened what it stands on, or says that they have seen it. */
  readonly opened: boolean;
  /** Something is kept of its source, for the reader to open. */
  readonly isKept: boolean;
  /** Where its words are figures, what is made of them. */
  readonly working: WorkingDTO | null;
  /** What its words and the capture's say otherwise. */
  readonly quoteDifference: readonly QuoteDifference[];
};

/** What attaching evidence did to the workbench, and the source that it is taken from. */
export type AttachedPatch = WorkbenchPatch & {
  readonly source: Pick<SourceDTO, 'id' | 'title'> & { readonly isConfidential: boolean };
};
/** The same of words attached by their place: the evidence that was made, by id, in the order of the claims asked for. */
export type PassagePatch = AttachedPatch & { readonly made: readonly string[] };
