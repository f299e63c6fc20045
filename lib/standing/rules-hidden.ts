/*
 * What a blind verdict hides until it is revealed: itself, and whatever would give it away. The one rule; data-hidden.ts
 * says the same in SQL, and a test holds the two against each other.
 */

type Verdict = { readonly id: string; readonly authorId: string; readonly revealed: boolean };
type Comment = { readonly verdictId: string | null; readonly authorId: string | null; readonly createdAt: Date };

/** True where this reader may not read the verdict. With null, for a reader who is nobody in particular. */
export const isHiddenFrom = (verdict: Verdict, readerId: string | null): boolean =>
  !verdict.revealed && verdict.authorId !== readerId;

/** Whether a comment on the claim would give the verdict away: it is on it, or by its author since. */
export const tellsOf = (comment: Comment, verdict: Verdict & { readonly createdAt: Date }): boolean =>
  comment.verdictId === verdict.id ||
  (comment.authorId === verdict.authorId && comment.createdAt.getTime() >= verdict.createdAt.getTime());

/** Of comments on a claim, those that everybody who may see the claim may read. */
export const openToAll = <C extends Comment>(
  comments: readonly C[],
  verdicts: readonly (Verdict & { readonly createdAt: Date })[],
): C[] => comments.filter((comment) => !verdicts.some((verdict) => !verdict.revealed && tellsOf(comment, verdict)));
