import { suggestLinks } from '#lib/claims/mutations-links.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import type { Change } from '#lib/history/types.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { canonicalText, sha256 } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { refreshCoverage } from '#lib/verdicts/mutations-settle.ts';
import { readArticle, revisionFields, writeMachineClaims } from './mutations-extract.ts';
import { assertNotArchived, type HeldArticle, holdActor, holdArticle, visibleTo } from './policy.ts';
import {
  type AddArticleInput,
  type ArchiveInput,
  type ArticleAccessInput,
  type ArticleModeInput,
  type EditArticleInput,
  MAX_ARTICLE_LENGTH,
} from './schema.ts';

/** Canonical text that can be an article, or a refusal that names the field. */
export function articleText(raw: string): string {
  const refuseText = (reason: 'invalid' | 'too-large', message: string) =>
    refuse(reason, message, { fields: { text: message } });
  if (raw.length > MAX_ARTICLE_LENGTH) {
    refuseText(
      'too-large',
      `This text has ${raw.length.toLocaleString('en')} characters; an article has at most ${MAX_ARTICLE_LENGTH.toLocaleString('en')}.`,
    );
  }
  if (raw.includes('\0')) refuseText('invalid', 'This is not text: it holds binary content.');
  const text = canonicalText(raw);
  if (!/[\p{L}\p{N}]/u.test(text))
    refuseText('invalid', 'There is no text here yet. Paste the article, or drop a file.');
  return text;
}

export type AddedArticle = { readonly id: string; readonly headline: string; readonly claims: number };

/** Another article, of those the actor may see, with the very same text. */
export function findSameText(db: Db | Tx, actor: Actor, digest: string) {
  return db.article.findFirst({
    where: { AND: [visibleTo(actor), { revisions: { some: { sha256: digest } } }] },
    select: { id: true, headline: true },
    orderBy: { createdAt: 'asc' },
  });
}

/**
 * Brings an article in: its first revision and the claims that the engine proposes, in one transaction and one event.
 * A text already here is refused as `conflict` with the article in `present`, unless the adder says they know.
 */
export async function addArticle(db: Db, actor: Actor, input: AddArticleInput): Promise<AddedArticle> {
  const text = articleText(input.text);
  if (!input.evenIfKnown) {
    const known = await findSameText(db, actor, sha256(text));
    if (known) refuse('conflict', `The same text is already here: “${known.headline}”.`, { present: known });
  }
  const read = await readArticle(text, input.publishedOn, input.outlet);
  return transact(
    db,
    async (tx) => {
      await holdActor(tx, actor, 'article.add');
      const mode = input.mode ?? (await tx.setting.findUniqueOrThrow({ where: { id: 1 } })).defaultMode;
      const article = await tx.article.create({
        data: {
          headline: input.headline,
          outlet: input.outlet,
          byline: input.byline,
          link: input.link,
          publishedOn: input.publishedOn ? new Date(input.publishedOn) : null,
          dueAt: input.dueAt ? new Date(input.dueAt) : null,
          mode,
          access: input.access,
          nextClaimNumber: read.claims.length + 1,
          createdById: actor.id,
        },
      });
      const revision = await tx.revision.create({
        data: {
          ...revisionFields(read),
          articleId: article.id,
          number: 1,
          origin: input.origin,
          createdById: actor.id,
        },
        select: { id: true },
      });
      await tx.article.update({ where: { id: article.id }, data: { revisionId: revision.id } });
      if (input.access === 'named') await writeMembers(tx, actor, article.id, input.memberIds);
      await writeMachineClaims(tx, { id: article.id, firstNumber: 1, revisionId: revision.id }, read, read.claims);
      await suggestLinks(tx, article.id, read.engine);
      await refreshCoverage(tx, article.id);
      await appendEvent(tx, actor, {
        chain: article.id,
        action: 'article.added',
        subject: { type: 'article', id: article.id },
        detail: {
          headline: input.headline,
          sha256: read.sha256,
          origin: input.origin,
          claims: read.claims.length,
          engine: read.engine,
        },
      });
      return { id: article.id, headline: article.headline, claims: read.claims.length };
    },
    60_000,
  );
}

/** Names exactly these people, and whoever does the naming, so that nobody locks themselves out. */
async function writeMembers(tx: Tx, actor: Actor, articleId: string, memberIds: readonly string[]): Promise<void> {
  const wanted = [...new Set([...memberIds, ...(actor.id ? [actor.id] : [])])];
  const known = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  if (known.length !== wanted.length)
    refuse('invalid', 'Choose people of this desk.', { fields: { memberIds: 'Choose people of this desk.' } });
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
  permission: Parameters<typeof holdArticle>[2],
  input: { id: string; version: number },
) {
  const article = await holdArticle(tx, actor, permission, input.id);
  if (article.version !== input.version) {
    refuse(
      'stale-version',
      'Somebody has changed this article’s details meanwhile. Look again; what you typed is kept.',
    );
  }
  return article;
}

export type ChangedArticle = { readonly id: string; readonly version: number };
const bump = (article: HeldArticle): ChangedArticle => ({ id: article.id, version: article.version + 1 });

/** Sets an article's details right. A changed publication date does not re-read the text; re-extraction does. */
export function editArticle(db: Db, actor: Actor, input: EditArticleInput): Promise<ChangedArticle> {
  return transact(db, async (tx) => {
    const article = await holdAt(tx, actor, 'article.edit', input);
    assertNotArchived(article);
    const old = await tx.article.findUniqueOrThrow({ where: { id: article.id } });
    const before = {
      ...old,
      publishedOn: old.publishedOn?.toISOString().slice(0, 10) ?? null,
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
        publishedOn: after.publishedOn ? new Date(after.publishedOn) : null,
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

/** Sets how second readers work from now on. Verdicts already given keep the mode they were given in. */
export function setMode(db: Db, actor: Actor, input: ArticleModeInput): Promise<ChangedArticle> {
  return transact(db, async (tx) => {
    const article = await holdAt(tx, actor, 'article.mode', input);
    assertNotArchived(article);
    if (article.mode === input.mode) return { id: article.id, version: article.version };
    await tx.article.update({ where: { id: article.id }, data: { mode: input.mode, version: { increment: 1 } } });
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
