import type { Actor } from '#lib/access/types.ts';
import { resolveComment, writeComment } from '#lib/comments/mutations.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { claimOf, openQuestions, questionOf, readReturned } from './data-return.ts';
import type { ReturnInput } from './schema.ts';

type Taken = NonNullable<ReturnInput['take']>;

/**
 * Takes one remark out of a writer's copy that has come back: as the answer to the open question that it is a reply to, or as a comment on its claim. Its words
 * and whose they are, are read off the file again, whatever the browser says: words from outside, which the actor brings in and nobody of the desk signs.
 */
export async function takeCameIn(
  db: Db,
  actor: Actor,
  articleId: string,
  bytes: Uint8Array,
  { key, as }: Taken,
): Promise<{ readonly claimId: string }> {
  const { report, came } = await readReturned(db, actor, articleId, bytes);
  const item = came.cameIn.find((one) => one.key === key);
  const claimId = item ? claimOf(report.model, item) : null;
  if (!item || claimId === null) refuse('not-found', 'return-taken');
  const question = questionOf(await openQuestions(db, articleId), claimId, item);
  if (as === 'answer') {
    if (!question) refuse('conflict', 'return-taken');
    const { id, version } = question;
    await resolveComment(db, actor, { id, version, resolved: true, outcome: 'answered', answer: item.text }, item.by);
  } else {
    const threadId = question?.id ?? null;
    const note = { articleId, claimId, threadId, kind: 'note' as const, body: item.text, onVerdictId: null };
    await writeComment(db, actor, { ...note, asked: null }, item.by);
  }
  return { claimId };
}
