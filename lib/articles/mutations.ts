import { assertNotArchived, type HeldRow, holdArticleRow } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import type { Change } from '#lib/history/types.ts';
import { dateOf, dayOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { ArchiveInput, ArticleAccessInput, ArticleModeInput, EditArticleInput } from './schema.ts';

/** Names exactly these people, and whoever does the naming, so that nobody locks themselves out. */
export async function writeMembers(
  tx: Tx,
  actor: Actor,
  articleId: string,
  memberIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set([...memberIds, ...(actor.id ? [actor.id] : [])])];
  const known = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  if (known.length !== wanted.length) refuse('invalid', 'choose-people', { field: 'memberIds' });
  await tx.articleMember.deleteMany({ where: { articleId, userId: { notIn: wanted } } });
  await tx.articleMember.createMany({
    data: wanted.map((userId) => ({ articleId, userId, addedById: actor.id })),
    skipDuplicates: true,
  });
}

const membersOf = (tx: Tx, articleId: string) =>
  tx.articleMember.findMany({
    where: { articleId },
    include: { user: { select: { name: true } } },
    orderBy: { userId: 'asc' },
  });

async function holdAt(
  tx: Tx,
  actor: Actor,
  permission: Parameters<typeof holdArticleRow>[2],
  input: { id: string; version: number },
) {
  const article = await holdArticleRow(tx, actor, permission, input.id);
  if (article.version !== input.version) {
    refuse('stale-version', 'article-changed');
  }
  return article;
}

export type ChangedArticle = { readonly id: string; readonly version: number };
const bump = (article: HeldRow): ChangedArticle => ({ id: article.id, version: article.version + 1 });

/** Sets an article's details right. A changed publication date does not re-read the text; re-extraction does. */
export function editArticle(db: Db, actor: Actor, input: EditArticleInput): Promise<ChangedArticle> {
  return transact(db, async (tx) => {
    const article = await holdAt(tx, actor, 'article.edit', input);
    assertNotArchived(article);
    const old = await tx.article.findUniqueOrThrow({ where: { id: article.id } });
    const before = {
      ...old,
      publishedOn: dayOf(old.publishedOn),
      dueAt: old.dueAt?.toISOString() ?? null,
    };
    const after = { ...input, dueAt: input.dueAt ? new Date(input.dueAt).toISOString() : null };
    const changes: Record<string, Change> = {};
    for (const key of ['headline', 'outlet', 'byline', 'link', 'publishedOn', 'dueAt'] as const) {
      if (before[key] !== after[key]) changes[key] = { before: before[key], after: after[key] };
    }
    if (Object.keys(changes).length === 0) return { id: article.id, version: article.version };
    await tx.article.update({
      where: { id: article.id },
      data: {
        headline: after.headline,
        outlet: after.outlet,
        byline: after.byline,
        link: after.link,
        publishedOn: dateOf(after.publishedOn),
        dueAt: after.dueAt ? new Date(after.dueAt) : null,
        version: { increment: 1 },
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'article.edited',
      subject: { type: 'article', id: article.id },
      detail: { changes },
    });
    return bump(article);
  });
}

/**
 * Sets how second readers work from now on. Verdicts already given keep the mode they were given in, and what could be read
 * until now has been: on a claim with evidence from before, a verdict no longer counts as blind.
 */
export function setMode(db: Db, actor: Actor, input: ArticleModeInput): Promise<ChangedArticle> {
  return transact(db, async (tx) => {
    const article = await holdAt(tx, actor, 'article.mode', input);
    assertNotArchived(article);
    if (article.mode === input.mode) return { id: article.id, version: article.version };
    await tx.article.update({
      where: { id: article.id },
      data: {
        mode: input.mode,
        ...(input.mode === 'blind' ? { openUntil: article.at } : {}),
        version: { increment: 1 },
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'article.mode',
      subject: { type: 'article', id: article.id },
      detail: { changes: { mode: { before: article.mode, after: input.mode } } },
    });
    return bump(article);
  });
}

/** Opens an article to the desk, or to named people alone. */
export function setAccess(db: Db, actor: Actor, input: ArticleAccessInput): Promise<ChangedArticle> {
  return transact(db, async (tx) => {
    const article = await holdAt(tx, actor, 'article.access', input);
    const before = await membersOf(tx, article.id);
    if (input.access === 'named') await writeMembers(tx, actor, article.id, input.memberIds);
    const members = await membersOf(tx, article.id);
    const ids = (list: typeof members) => list.map((member) => member.userId).join();
    if (input.access === article.access && ids(members) === ids(before))
      return { id: article.id, version: article.version };
    await tx.article.update({ where: { id: article.id }, data: { access: input.access, version: { increment: 1 } } });
    const names = (list: typeof members) => list.map((member) => member.user.name).sort();
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'article.access',
      subject: { type: 'article', id: article.id },
      detail: {
        access: input.access,
        members: names(members),
        changes: {
          access: { before: article.access, after: input.access },
          members: { before: names(before), after: names(members) },
        },
      },
    });
    return bump(article);
  });
}

export function archiveArticle(db: Db, actor: Actor, input: ArchiveInput): Promise<ChangedArticle> {
  return transact(db, async (tx) => {
    const article = await holdAt(tx, actor, 'article.edit', input);
    if (article.archived === input.archived) return { id: article.id, version: article.version };
    await tx.article.update({
      where: { id: article.id },
      data: { archivedAt: input.archived ? new Date() : null, version: { increment: 1 } },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: input.archived ? 'article.archived' : 'article.restored',
      subject: { type: 'article', id: article.id },
      detail: { headline: article.headline },
    });
    return bump(article);
  });
}
