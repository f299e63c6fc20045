import { claimsOfArticle, claimsOfRevision } from '#lib/claims/data.ts';
import { ratingsOf } from '#lib/claims/data-detail.ts';
import type { WorkbenchDTO } from '#lib/claims/types.ts';
import { permissionsOf } from '#lib/people/policy.ts';
import type { PersonDTO } from '#lib/people/types.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db, Prisma } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { visibleTo } from './policy.ts';
import type { ArticleDTO, BlockDTO, RevisionDTO, RevisionRowDTO, SentenceDTO } from './types.ts';

const day = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null;

const articleInclude = { members: { select: { userId: true } } } satisfies Prisma.ArticleInclude;
type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof articleInclude }>;

export const articleDTO = (row: ArticleRow): ArticleDTO => ({
  id: row.id,
  version: row.version,
  headline: row.headline,
  outlet: row.outlet,
  byline: row.byline,
  link: row.link,
  publishedOn: day(row.publishedOn),
  dueAt: row.dueAt?.toISOString() ?? null,
  mode: row.mode,
  access: row.access,
  memberIds: row.members.map((member) => member.userId),
  archived: row.archivedAt !== null,
  createdAt: row.createdAt.toISOString(),
});

const revisionSelect = {
  id: true,
  number: true,
  language: true,
  sha256: true,
  text: true,
  blocks: true,
  sentences: true,
  origin: true,
  engineVersion: true,
  createdAt: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.RevisionSelect;
type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof revisionSelect }>;

export const revisionDTO = (row: RevisionRow): RevisionDTO => ({
  ...row,
  blocks: row.blocks as unknown as readonly BlockDTO[],
  sentences: row.sentences as unknown as readonly SentenceDTO[],
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy?.name ?? null,
});

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

/** People who can be given work on an article. */
async function colleagues(db: Db): Promise<PersonDTO[]> {
  const rows = await db.user.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, role: true, disabledAt: true },
  });
  return rows.map(({ disabledAt, ...person }) => ({ ...person, disabled: disabledAt !== null }));
}

/**
 * Everything the workbench opens with; null where the article is not there or not the reader's to see. An earlier
 * revision, by its `number`, is there to be read: nothing may be done in it.
 */
export async function workbench(
  db: Db,
  actor: Actor & { readonly id: string },
  id: string,
  number?: number,
): Promise<WorkbenchDTO | null> {
  const row = await readArticleRow(db, actor, id);
  if (!row?.revision) return null;
  const isPresent = number === undefined || number === row.revision.number;
  const revision = isPresent ? row.revision : await readRevisionRow(db, id, number);
  if (!revision) return null;
  const [claims, marks, people, ratings, latestReport] = await Promise.all([
    isPresent ? claimsOfArticle(db, actor, id) : claimsOfRevision(db, actor, id, revision.id),
    db.sentenceMark.findMany({
      where: { revisionId: revision.id, withdrawnAt: null },
      select: { id: true, start: true, end: true, reason: true, byId: true },
    }),
    colleagues(db),
    ratingsOf(db),
    db.report.findFirst({
      where: { articleId: id },
      orderBy: { number: 'desc' },
      select: { id: true, number: true, createdAt: true },
    }),
  ]);
  return {
    article: articleDTO(row),
    revision: revisionDTO(revision),
    presentRevision: row.revision.number,
    claims,
    marks,
    people,
    ratings,
    reader: { id: actor.id, name: actor.name, role: actor.role, may: isPresent ? permissionsOf(actor) : [] },
    latestReport: latestReport && { ...latestReport, createdAt: latestReport.createdAt.toISOString() },
  };
}

const readRevisionRow = (db: Db, articleId: string, number: number): Promise<RevisionRow | null> =>
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
export async function readOwnRevisionText(db: Db, actor: Actor, articleId: string, number: number): Promise<string> {
  const row = await db.revision.findFirst({
    where: { number, article: { AND: [{ id: articleId }, visibleTo(actor)] } },
    select: { text: true },
  });
  if (!row) refuse('not-found', 'There is no such revision here.');
  return row.text;
}
