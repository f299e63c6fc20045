import type { BlockRole } from '#lib/engine/types.ts';
import type { Line } from '../outline/index.ts';

/**
 * The writer's copy: the article as it goes to whoever wrote it, with what is said of each claim in the margin and fixes as
 * suggested changes. Worked out from the frozen report alone, as its outline is: the same when it goes out and when it comes back.
 */
export type Copy = {
  readonly report: CopyOf;
  readonly blocks: readonly CopyBlock[];
  readonly threads: readonly CopyThread[];
  readonly fixes: readonly CopyFix[];
};

/** Which report a copy is of, as the file itself says it. */
export type CopyOf = { readonly article: string; readonly number: number; readonly digest: string };

/** A block of the article: its words as they can stand in a document, with the fixes in it. */
export type CopyBlock = { readonly role: BlockRole; readonly pieces: readonly CopyPiece[] };
export type CopyPiece =
  | { readonly kind: 'same' | 'deleted' | 'inserted'; readonly text: string; readonly fix: number | null }
  | { readonly kind: 'begin' | 'end'; readonly claim: number };

/** A suggested wording that stands in the copy as a change to accept or refuse. */
export type CopyFix = {
  /** The claim's number. */
  readonly claim: number;
  /** The block's place among the blocks, from 0. */
  readonly block: number;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
};

/** A remark and what was said to it, on the words of one claim. */
export type CopyThread = {
  readonly claim: number;
  /** The question that it is: who asked it and when, as the report has it; null of what the report says of the claim. */
  readonly query: { readonly by: string | null; readonly at: string } | null;
  /** A question that waits for an answer. */
  readonly isOpen: boolean;
  readonly isDone: boolean;
  readonly remarks: readonly [CopyRemark, ...CopyRemark[]];
};
export type CopyRemark = { readonly by: string; readonly at: string; readonly lines: readonly Line[] };
