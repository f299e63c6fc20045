import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db, Prisma } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { readingOf, withReading } from './data-readings.ts';
import { readOffColumn } from './schema-columns.ts';
import type { ArticleDTO, ArticleText, HeadField, RevisionDTO, RevisionRowDTO } from './types.ts';

const articleInclude = { members: { select: { userId: true } } } satisfies Prisma.ArticleInclude;
type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof articleInclude }>;

export const articleDTO = (row: ArticleRow): ArticleDTO => ({
  id: row.id,
  version: row.version,
  headline: row.headline,
  outlet: row.outlet,
  byline: row.byline,
  link: row.link,
  publishedOn: dayOf(row.publishedOn),
  dueAt: row.dueAt?.toISOString() ?? null,
  mode: row.mode,
  queries: row.queries,
  minorCounts: row.minorCounts,
  access: row.access,
  memberIds: row.members.map((member) => member.userId),
  archived: row.archivedAt !== null,
  isUnread: row.revisionId === null,
  readOff: stillReadOff(row),
  createdAt: row.createdAt.toISOString(),
});

function stillReadOff(row: ArticleRow): ArticleDTO['readOff'] {
  const filled = Object.entries(row.readOff === null ? {} : readOffColumn.read(row.readOff));
  const now = { ...row, publishedOn: dayOf(row.publishedOn) };
  return Object.fromEntries(
    filled.flatMap(([field, { value, from }]) => (now[field as HeadField] === value ? [[field, from]] : [])),
  );
}

const revisionSelect = {
  id: true,
  number: true,
  language: true,
  sha256: true,
  text: true,
  origin: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  ...withReading,
} satisfies Prisma.RevisionSelect;
type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof revisionSelect }>;

export function revisionDTO({ readings, createdAt, createdBy, ...row }: RevisionRow): RevisionDTO {
  const { engineVersion, blocks, sentences } = readingOf({ readings });
  return {
    ...row,
    engineVersion,
    blocks,
    sentences,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy?.name ?? null,
  };
}

/** The article if the actor may see it, with its present revision; null otherwise. */
export function readArticleRow(db: Db, actor: Actor, id: string) {
  return db.article.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    include: { ...articleInclude, revision: { select: revisionSelect } },
  });
}

/** What a page about an article needs for its heading; null where the actor may not see it. */
export function readArticleHead(db: Db, actor: Actor, id: string): Promise<{ id: string; headline: string } | null> {
  return db.article.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: { id: true, headline: true } });
}

/** The articles that are not archived, of those the actor may see, the oldest first. */
export async function presentArticleIds(db: Db, actor: Actor): Promise<string[]> {
  const rows = await db.article.findMany({
    where: { AND: [{ archivedAt: null }, visibleTo(actor)] },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export const readRevisionRow = (db: Db, articleId: string, number: number): Promise<RevisionRow | null> =>
  db.revision.findUnique({ where: { articleId_number: { articleId, number } }, select: revisionSelect });

/** Revisions of an article that the reader has been let into, newest first. */
export async function listRevisions(db: Db, articleId: string): Promise<RevisionRowDTO[]> {
  const rows = await db.revision.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, origin: true, createdAt: true, createdBy: { select: { name: true } } },
  });
  return rows.map(({ createdAt, createdBy, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy?.name ?? null,
  }));
}

/** The text of one revision of an article that the reader has been let into. */
export const readRevisionText = (db: Db, articleId: string, number: number): Promise<{ id: string; text: string }> =>
  db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { id: true, text: true },
  });

/** The same for who may see the article; otherwise it is refused as not there. */
export async function readOwnRevisionText(
  db: Db,
  actor: Actor,
  articleId: string,
  number: number,
): Promise<ArticleText> {
  const row = await db.revision.findFirst({
    where: { number, article: { AND: [{ id: articleId }, visibleTo(actor)] } },
    select: { text: true },
  });
  if (!row) refuse('not-found', 'no-revision');
  return keptText(row);
}

/** The text of a revision: nothing gets into one that is no article's text. */
export const keptText = (revision: { readonly text: string }): ArticleText => revision.text as ArticleText;
