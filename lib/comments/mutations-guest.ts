import { holdGuest, putToGuestSql } from '#lib/access/policy-guests.ts';
import type { Guest } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { hiddenCommentSql } from '#lib/standing/data-hidden.ts';
import type { AnswerAsGuestInput } from './schema.ts';

/** Answers of one guest to one question: they are read by people, and kept for ever. */
const MOST_ANSWERS = 20;

/**
 * A guest answers a question that is put to them. The answer stands in the question's thread and calls who has asked; whether it closes the question somebody of the
 * desk decides, for what a question holds is not the writer's to let go.
 */
export function answerAsGuest(db: Db, guest: Guest, input: AnswerAsGuestInput): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { articleId, at } = await holdGuest(tx, guest);
    const [query] = await tx.$queryRaw<
      { id: string; claimId: string | null; number: number | null; authorId: string; closed: boolean }[]
    >`
      select k.id, k.claim_id as "claimId", c.number, k.author_id as "authorId", k.resolved_at is not null as closed
      from comments k left join claims c on c.id = k.claim_id
      where k.id = ${input.queryId}::uuid and ${putToGuestSql(guest)} and not ${hiddenCommentSql(null)}
        and (c.id is null or c.withdrawn_at is null and c.replaced_at is null)`;
    if (!query) refuse('not-found', 'no-comment');
    if (query.closed) refuse('conflict', 'guest-question-closed');
    const given = await tx.comment.count({ where: { threadId: query.id, guestLinkId: guest.id } });
    if (given >= MOST_ANSWERS) refuse('conflict', 'guest-answers-many', { values: { most: MOST_ANSWERS } });
    const { id } = await tx.comment.create({
      data: {
        articleId,
        claimId: query.claimId,
        threadId: query.id,
        kind: 'note',
        body: input.body,
        mentions: [query.authorId],
        guestLinkId: guest.id,
        createdAt: at,
      },
      select: { id: true },
    });
    await appendEvent(tx, guest, {
      chain: articleId,
      action: 'comment.answered',
      subject: { type: 'comment', id },
      detail: { claim: query.number, body: input.body, guest: guest.name },
    });
    return { id };
  });
}
