import { dayOf } from '#lib/platform/days.ts';
import { type Db, Prisma, type Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { assertMay, type Permission } from './policy.ts';
import { seesAll } from './rules.ts';
import type { Actor } from './types.ts';

/** Articles the actor may know of, as a `where` for Prisma. The command line acts for whoever runs the machine. */
export function visibleTo(actor: Actor): Prisma.ArticleWhereInput {
  if (seesAll(actor)) return {};
  return { OR: [{ access: 'desk' }, { members: { some: { userId: actor.id ?? NOBODY } } }] };
}

/** The same as SQL, over a table or alias of articles. */
export function visibleSql(actor: Actor, articles: Prisma.Sql = Prisma.sql`articles`): Prisma.Sql {
  if (seesAll(actor)) return Prisma.sql`true`;
  return visibleToSql(Prisma.sql`${actor.id ?? NOBODY}::uuid`, articles);
}

/** The same of a person whose id the statement itself knows: for asking of many at once. */
export const visibleToSql = (personId: Prisma.Sql, articles: Prisma.Sql = Prisma.sql`articles`): Prisma.Sql =>
  Prisma.sql`(${articles}.access = 'desk' or exists (
    select 1 from article_members m where m.article_id = ${articles}.id and m.user_id = ${personId}))`;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** An article whose row this transaction holds, whether or not its first text is there. */
export type HeldRow = {
  readonly id: string;
  readonly version: number;
  readonly headline: string;
  readonly mode: 'one' | 'open' | 'blind';
  readonly access: 'desk' | 'named';
  /** Null while its first text is still to come. */
  readonly revisionId: string | null;
  readonly nextClaimNumber: number;
  readonly archived: boolean;
  /**
   * The database's clock once the article was held. What is compared with each other in time bears it: of two changes the
   * later has the later, whichever process they came through and whatever its clock says.
   */
  readonly at: Date;
};

/** The same with its text: every change of what hangs on it waits its turn here. */
export type HeldArticle = HeldRow & { readonly revisionId: string };

/**
 * The gate of every change inside an article: the actor as they are now (their row is held, so a role change waits for
 * this transaction or is seen by it), the permission, and the article, locked. Locking the article first, before
 * anything in it, leaves two changes of one article no way to deadlock.
 *
 * @throws AppError `forbidden`, `not-found` where the article is not there or not theirs to see, or `conflict` where its first
 *   text is still being read: it is closed until then.
 */
export const holdArticle = (tx: Tx, actor: Actor, permission: Permission, articleId: string): Promise<HeldArticle> =>
  holdBy(tx, actor, permission, Prisma.sql`${articleId}::uuid`, 'no-article');

/** The same for the article of a claim. Whether there is such a claim is told to nobody who may not see its article. */
export const holdArticleOf = (tx: Tx, actor: Actor, permission: Permission, claimId: string): Promise<HeldArticle> =>
  holdBy(tx, actor, permission, Prisma.sql`(select article_id from claims where id = ${claimId}::uuid)`, 'no-claim');

async function holdBy(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  articleId: Prisma.Sql,
  none: 'no-article' | 'no-claim',
): Promise<HeldArticle> {
  const { revisionId, ...article } = await holdRow(tx, actor, permission, articleId, none);
  return { ...article, revisionId: revisionId ?? refuse('conflict', 'article-unread') };
}

/** The same for a change of the article's own record, which asks for no text. */
export const holdArticleRow = (tx: Tx, actor: Actor, permission: Permission, articleId: string): Promise<HeldRow> =>
  holdRow(tx, actor, permission, Prisma.sql`${articleId}::uuid`, 'no-article');

async function holdRow(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  articleId: Prisma.Sql,
  none: 'no-article' | 'no-claim',
): Promise<HeldRow> {
  await holdActor(tx, actor, permission);
  const rows = await tx.$queryRaw<(Omit<HeldRow, 'archived'> & { archivedAt: Date | null })[]>`
    with held as materialized (
      select id, version, headline, mode, access, revision_id as "revisionId", next_claim_number as "nextClaimNumber",
        archived_at as "archivedAt"
      from articles where id = ${articleId} and ${visibleSql(actor)} for update)
    select held.*, date_trunc('milliseconds', clock_timestamp()) as at from held`;
  const row = rows[0];
  if (!row) refuse('not-found', none);
  const { archivedAt, ...article } = row;
  return { ...article, archived: archivedAt !== null };
}

/** An article as it is when somebody is about to have something costly done in it. Nothing is held. */
export type OpenedArticle = {
  readonly id: string;
  readonly revisionId: string;
  /** Local date, YYYY-MM-DD. */
  readonly publishedOn: string | null;
  readonly outlet: string | null;
  readonly archived: boolean;
};

/**
 * The gate before work that costs and is done before the change's transaction: the actor as the database knows them now,
 * the permission, and the article. `holdArticle` asks again in the change itself.
 *
 * @throws AppError as `holdArticle` does.
 */
export async function openArticle(
  db: Db,
  actor: Actor,
  permission: Permission,
  articleId: string,
): Promise<OpenedArticle> {
  await checkActor(db, actor, permission);
  const row = await db.article.findFirst({
    where: { AND: [{ id: articleId }, visibleTo(actor)] },
    select: { id: true, revisionId: true, publishedOn: true, outlet: true, archivedAt: true },
  });
  if (!row) refuse('not-found', 'no-article');
  const { archivedAt, publishedOn, revisionId, ...article } = row;
  if (revisionId === null) refuse('conflict', 'article-unread');
  return {
    ...article,
    revisionId,
    publishedOn: dayOf(publishedOn),
    archived: archivedAt !== null,
  };
}

/** The same without an article: refuses as `forbidden` unless the actor, as the database knows them now, may. */
export async function checkActor(db: Db, actor: Actor, permission: Permission): Promise<void> {
  if (actor.id === null) {
    assertMay(actor, permission);
    return;
  }
  const row = await db.user.findUnique({ where: { id: actor.id, disabledAt: null }, select: { role: true } });
  if (!row) refuse('forbidden', 'account-disabled');
  assertMay({ ...actor, role: row.role }, permission);
}

/** Refuses a change in an archived article. */
export function assertNotArchived(article: Pick<HeldRow, 'archived'>): void {
  if (article.archived) refuse('conflict', 'article-archived');
}

/** Checks the actor against the database inside the change's own transaction. */
export async function holdActor(tx: Tx, actor: Actor, permission: Permission): Promise<void> {
  if (actor.id === null) {
    assertMay(actor, permission);
    return;
  }
  const rows = await tx.$queryRaw<{ role: Actor['role']; disabled: boolean }[]>`
    select role, disabled_at is not null as disabled from users where id = ${actor.id}::uuid for share`;
  const row = rows[0];
  if (!row || row.disabled) refuse('forbidden', 'account-disabled');
  assertMay({ ...actor, role: row.role }, permission);
}
