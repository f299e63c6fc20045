import { assertMay } from '#lib/access/policy.ts';
import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { readersOf } from '#lib/articles/data-readers.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { hiddenCommentSql } from '#lib/standing/data-hidden.ts';
import { settle } from '#lib/standing/mutations.ts';
import { isHiddenFrom } from '#lib/standing/rules-hidden.ts';
import { aboutOf, assertThreadHidesNothing } from './mutations-about.ts';
import { isLegalFlag, mentionsIn, needsAnswer } from './rules.ts';
import { askedColumns, askedOf, differences, NOBODY_ASKED, normal } from './rules-asked.ts';
import type { EditCommentInput, ResolveCommentInput, WithdrawCommentInput, WriteCommentInput } from './schema.ts';

/** Who is called by name in a text, of those who may read the article. */
async function mentioned(tx: Tx, articleId: string, body: string): Promise<string[]> {
  if (!body.includes('@')) return [];
  return mentionsIn(body, await readersOf(tx, articleId));
}

/**
 * Who has given a verdict that is still blind, in force or not, says nothing about the claim in a place that everybody reads: new comments of theirs are
 * hidden, what stands already is not.
 */
async function assertTellsNothing(
  tx: Tx,
  actorId: string | null,
  { id, threadId, claimId }: { readonly id: string; readonly threadId: string | null; readonly claimId: string | null },
): Promise<void> {
  if (actorId === null) return;
  if (claimId === null) return assertThreadHidesNothing(tx, actorId, threadId ?? id);
  const blind = await tx.verdict.count({ where: { claimId, authorId: actorId, revealedAt: null } });
  if (blind > 0) refuse('conflict', 'comment-would-tell');
}

/**
 * Writes a comment, or a reply in a thread. One on a verdict is as hidden as the verdict is. Words that came in by a file say whose they are, as the file
 * says (`cameFrom`): they call nobody, and come in once.
 */
export function writeComment(
  db: Db,
  actor: Actor,
  input: WriteCommentInput,
  cameFrom: string | null = null,
): Promise<{ id: string }> {
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
    if (thread?.withdrawnAt) refuse('conflict', 'comment-closed');
    // What holds a claim, and is answered, is a thread: a question in a reply would wait for nobody.
    if (thread && input.kind === 'query') refuse('invalid', 'ask-at-first', { field: 'kind' });
    const verdictId = thread?.verdictId ?? input.onVerdictId;
    if (verdictId) await assertReads(tx, actor.id, input.claimId, verdictId);
    if (cameFrom !== null) await assertNotTaken(tx, article.id, input, cameFrom);
    // What is said of the article as a whole holds no claim.
    const holds = input.claimId === null ? { holds: null } : {};
    const asked = input.kind === 'query' ? { ...normal(input.asked ?? NOBODY_ASKED), ...holds } : null;
    const about = await aboutOf(tx, actor.id, article, input, thread);
    if (input.kind === 'note' && input.asked) refuse('invalid', 'asked-of-query', { field: 'asked' });
    const comment = await tx.comment.create({
      data: {
        articleId: article.id,
        claimId: input.claimId,
        threadId: input.threadId,
        evidenceId: about.evidenceId,
        verdictId,
        kind: input.kind,
        body: input.body,
        mentions: cameFrom === null ? await mentioned(tx, article.id, input.body) : [],
        ...(asked ? askedColumns(asked) : {}),
        cameFrom,
        authorId: actor.id,
        createdAt: article.at,
      },
    });
    if (about.place) await tx.commentAnchor.create({ data: { ...about.place, commentId: comment.id } });
    if (input.claimId) await tx.claim.update({ where: { id: input.claimId }, data: { touchedAt: new Date() } });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'comment.written',
      subject: { type: 'comment', id: comment.id },
      detail: {
        claim: claim?.number ?? null,
        kind: input.kind,
        body: input.body,
        ...(asked && { asked }),
        ...about.told,
        ...(cameFrom !== null && { cameFrom }),
      },
    });
    // A claim that somebody has spoken of is touched, and holds its sentence from now on.
    if (comment.claimId) await settle(tx, article.id, [comment.claimId]);
    return { id: comment.id };
  });
}

/** The same words of the same person on the same claim came in by a file before, as the file itself says. */
async function assertNotTaken(
  tx: Tx,
  articleId: string,
  { claimId, body }: WriteCommentInput,
  cameFrom: string,
): Promise<void> {
  const before = await tx.comment.count({ where: { articleId, claimId, body, cameFrom, withdrawnAt: null } });
  if (before > 0) refuse('conflict', 'return-taken');
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

/** Changes the words of one's own comment, and whom a query is put to; the history keeps what they were. */
export function editComment(db: Db, actor: Actor, input: EditCommentInput): Promise<{ claimId: string | null }> {
  return transact(db, async (tx) => {
    const { article, comment } = await holdComment(tx, actor, input.id, input.version);
    if (comment.authorId !== actor.id) refuse('forbidden', 'comment-not-yours');
    if (comment.cameFrom !== null) refuse('conflict', 'comment-from-file');
    if (comment.withdrawnAt || comment.resolvedAt) refuse('conflict', 'comment-closed');
    // A flag is cleared, by who may: it does not become a question to somebody else.
    if (isLegalFlag(comment) && input.asked && !isLegalFlag(input.asked)) refuse('conflict', 'legal-cleared-only');
    if (comment.kind === 'note' && input.asked) refuse('invalid', 'asked-of-query', { field: 'asked' });
    await assertTellsNothing(tx, actor.id, comment);
    const asked = comment.kind === 'query' ? normal(input.asked ?? askedOf(comment)) : null;
    const changes = differences(
      { body: comment.body, ...(asked && askedOf(comment)) },
      { body: input.body, ...(asked && asked) },
    );
    if (Object.keys(changes).length === 0) return { claimId: comment.claimId };
    await tx.comment.update({
      where: { id: comment.id },
      data: {
        body: input.body,
        mentions: await mentioned(tx, article.id, input.body),
        ...(asked ? askedColumns(asked) : {}),
        editedAt: new Date(),
        version: { increment: 1 },
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'comment.edited',
      subject: { type: 'comment', id: comment.id },
      detail: { claim: comment.claim?.number ?? null, changes },
    });
    await settleQuery(tx, article.id, comment);
    return { claimId: comment.claimId };
  });
}

/** Closes a thread, a query with what came of it; or opens it again. An answer that came in by a file says whose it is, as the file says (`answerFrom`). */
export function resolveComment(
  db: Db,
  actor: Actor,
  input: ResolveCommentInput,
  answerFrom: string | null = null,
): Promise<{ claimId: string | null }> {
  return transact(db, async (tx) => {
    const { article, comment } = await holdComment(tx, actor, input.id, input.version);
    if (comment.threadId) refuse('conflict', 'resolve-at-first');
    // What came of it stands until somebody opens it again.
    if (comment.withdrawnAt || (input.resolved && comment.resolvedAt)) refuse('conflict', 'comment-closed');
    const answer = input.answer ?? null;
    if (comment.kind === 'note' && (input.outcome || answer !== null))
      refuse('invalid', 'asked-of-query', { field: 'outcome' });
    const outcome = comment.kind === 'query' && input.resolved ? (input.outcome ?? 'answered') : null;
    if (answer !== null && outcome !== 'answered') refuse('invalid', 'answer-of-answered', { field: 'answer' });
    if (isLegalFlag(comment) && input.resolved) {
      assertMay(actor, 'report.publish');
      if (outcome !== 'answered') refuse('conflict', 'legal-cleared-only');
    }
    if (needsAnswer(comment.addressee, outcome) && answer === null)
      refuse('invalid', 'answer-needed', { field: 'answer' });
    if (answer !== null) await assertTellsNothing(tx, actor.id, comment);
    await tx.comment.update({
      where: { id: comment.id },
      data: {
        resolvedAt: input.resolved ? new Date() : null,
        resolvedById: input.resolved ? actor.id : null,
        outcome,
        answer,
        answerFrom: answer === null ? null : answerFrom,
        version: { increment: 1 },
      },
    });
    const claim = comment.claim?.number ?? null;
    await appendEvent(tx, actor, {
      chain: article.id,
      subject: { type: 'comment', id: comment.id },
      ...(input.resolved
        ? {
            action: 'comment.resolved',
            detail: {
              claim,
              ...(outcome && { outcome, answer }),
              ...(answer !== null && answerFrom !== null && { answerFrom }),
            },
          }
        : { action: 'comment.reopened', detail: { claim } }),
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
    if (isLegalFlag(comment)) refuse('conflict', 'legal-cleared-only');
    // An answer that somebody gave is not the asker's to take out of the report.
    if (comment.withdrawnAt || comment.outcome !== null) refuse('conflict', 'comment-closed');
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
