import { assertMay } from '#lib/access/policy.ts';
import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { hiddenCommentSql } from '#lib/standing/data-hidden.ts';
import { settle } from '#lib/standing/mutations.ts';
import { isHiddenFrom } from '#lib/standing/rules-hidden.ts';
import type { ResolveCommentInput, WithdrawCommentInput, WriteCommentInput } from './schema.ts';

/** Writes a comment, or a reply in a thread. One on a verdict is as hidden as the verdict is. */
export function writeComment(db: Db, actor: Actor, input: WriteCommentInput): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const article = await holdArticle(tx, actor, 'comment.write', input.articleId);
    assertNotArchived(article);
    if (actor.id === null) refuse('forbidden', 'comments-by-person');
    const claim = input.claimId
      ? await tx.claim.findFirst({ where: { id: input.claimId, articleId: article.id }, select: { number: true } })
      : null;
    if (input.claimId && !claim) refuse('not-found', 'no-claim');
    const thread = input.threadId ? await tx.comment.findUnique({ where: { id: input.threadId } }) : null;
    if (
      input.threadId &&
      (!thread || thread.articleId !== article.id || thread.claimId !== input.claimId || thread.threadId)
    ) {
      refuse('not-found', 'no-thread');
    }
    if (thread) await assertShown(tx, actor.id, thread.id, 'no-thread');
    // What holds a claim, and is answered, is a thread: a question in a reply would wait for nobody.
    if (thread && input.kind === 'query') refuse('invalid', 'ask-at-first', { field: 'kind' });
    const verdictId = thread?.verdictId ?? input.onVerdictId;
    if (verdictId) await assertReads(tx, actor.id, input.claimId, verdictId);
    const comment = await tx.comment.create({
      data: {
        articleId: article.id,
        claimId: input.claimId,
        threadId: input.threadId,
        verdictId,
        kind: input.kind,
        body: input.body,
        mentions: [],
        authorId: actor.id,
        createdAt: article.at,
      },
    });
    if (input.claimId) await tx.claim.update({ where: { id: input.claimId }, data: { touchedAt: new Date() } });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'comment.written',
      subject: { type: 'comment', id: comment.id },
      detail: { claim: claim?.number ?? null, kind: input.kind, body: input.body },
    });
    await settleQuery(tx, article.id, comment);
    return { id: comment.id };
  });
}

async function assertReads(tx: Tx, readerId: string, claimId: string | null, verdictId: string): Promise<void> {
  const verdict = await tx.verdict.findUnique({
    where: { id: verdictId },
    select: { id: true, claimId: true, authorId: true, revealedAt: true },
  });
  const isHere = verdict && verdict.claimId === claimId;
  if (!isHere || isHiddenFrom({ ...verdict, revealed: verdict.revealedAt !== null }, readerId)) {
    refuse('not-found', 'no-verdict');
  }
}

/** A comment that would give a hidden verdict away is not there for anybody but its author. */
async function assertShown(
  tx: Tx,
  readerId: string | null,
  id: string,
  why: 'no-thread' | 'no-comment',
): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from comments k where k.id = ${id}::uuid and not ${hiddenCommentSql(readerId)}`;
  if (rows.length === 0) refuse('not-found', why);
}

async function holdComment(tx: Tx, actor: Actor, id: string, version: number) {
  const found = await tx.comment.findUnique({ where: { id }, select: { articleId: true } });
  if (!found) refuse('not-found', 'no-comment');
  const article = await holdArticle(tx, actor, 'comment.write', found.articleId);
  assertNotArchived(article);
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id },
    include: { claim: { select: { number: true } } },
  });
  await assertShown(tx, actor.id, id, 'no-comment');
  if (comment.version !== version) refuse('stale-version', 'thread-changed');
  return { article, comment };
}

/** A query holds its claim until it is answered, so the claim stands anew with it. */
const settleQuery = async (tx: Tx, articleId: string, { kind, claimId }: Comment) =>
  kind === 'query' && claimId ? settle(tx, articleId, [claimId]) : undefined;
type Comment = { readonly kind: 'note' | 'query'; readonly claimId: string | null };

/** Closes a thread, or opens it again. */
export function resolveComment(db: Db, actor: Actor, input: ResolveCommentInput): Promise<{ claimId: string | null }> {
  return transact(db, async (tx) => {
    const { article, comment } = await holdComment(tx, actor, input.id, input.version);
    if (comment.threadId) refuse('conflict', 'resolve-at-first');
    await tx.comment.update({
      where: { id: comment.id },
      data: {
        resolvedAt: input.resolved ? new Date() : null,
        resolvedById: input.resolved ? actor.id : null,
        version: { increment: 1 },
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: input.resolved ? 'comment.resolved' : 'comment.reopened',
      subject: { type: 'comment', id: comment.id },
      detail: { claim: comment.claim?.number ?? null },
    });
    await settleQuery(tx, article.id, comment);
    return { claimId: comment.claimId };
  });
}

/** Takes one's own comment back. Its place in the thread stays, its words are no longer shown. */
export function withdrawComment(
  db: Db,
  actor: Actor,
  input: WithdrawCommentInput,
): Promise<{ claimId: string | null }> {
  return transact(db, async (tx) => {
    assertMay(actor, 'comment.write');
    const { article, comment } = await holdComment(tx, actor, input.id, input.version);
    if (comment.authorId !== actor.id) refuse('forbidden', 'comment-not-yours');
    await tx.comment.update({
      where: { id: comment.id },
      data: { withdrawnAt: new Date(), version: { increment: 1 } },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'comment.withdrawn',
      subject: { type: 'comment', id: comment.id },
      detail: { claim: comment.claim?.number ?? null },
    });
    await settleQuery(tx, article.id, comment);
    return { claimId: comment.claimId };
  });
}
