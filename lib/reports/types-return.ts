import type { CameBack, CameIn } from '#lib/ingest/returned/types.ts';
import type { RevisionPreviewDTO } from '#lib/revisions/types.ts';

/** Words that came in the margin of a writer's copy, before anybody has taken them. */
export type CameInDTO = Omit<CameIn, 'query'> & {
  /** The question that they can be the answer to, while it is open; null where there is none. */
  readonly question: string | null;
  readonly isTaken: boolean;
};

/** A writer's copy that has come back, before anything of it is taken. */
export type ReturnDTO = Pick<CameBack, 'fixes' | 'markedDone' | 'takenOut' | 'beyond'> & {
  readonly report: { readonly id: string; readonly number: number; readonly revision: number };
  /** What its text would do; it is the article's present one where the writer has changed nothing. */
  readonly preview: RevisionPreviewDTO;
  readonly cameIn: readonly CameInDTO[];
};
