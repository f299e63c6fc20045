import type { SourceDTO } from '#lib/sources/types.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];
export const ASPECTS = ['content', 'attribution'] as const;
export type Aspect = (typeof ASPECTS)[number];
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
};

/** What attaching evidence did to the workbench, and the source that it is taken from. */
export type AttachedPatch = WorkbenchPatch & { readonly source: Pick<SourceDTO, 'id' | 'title'> };
