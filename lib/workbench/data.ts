import { permissionsOf } from '#lib/access/policy.ts';
import type { Actor } from '#lib/access/types.ts';
import { articleDTO, readArticleRow, readRevisionRow, revisionDTO } from '#lib/articles/data.ts';
import { presentGuests } from '#lib/articles/data-guests.ts';
import { listPeople } from '#lib/people/data.ts';
import type { Db } from '#lib/platform/db.ts';
import { ratingsOf } from '#lib/settings/data.ts';
import { claimsOfArticle, claimsOfRevision } from '#lib/standing/data-claims.ts';
import { talkOf } from './data-comments.ts';
import type { WorkbenchDTO } from './types.ts';

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
  const [claims, marks, people, talk, guests, ratings, latestReport] = await Promise.all([
    isPresent ? claimsOfArticle(db, actor, id) : claimsOfRevision(db, actor, id, revision.id),
    db.sentenceMark.findMany({
      where: { revisionId: revision.id, withdrawnAt: null },
      select: { id: true, start: true, end: true, reason: true, byId: true },
    }),
    listPeople(db),
    talkOf(db, actor, id, revision.id),
    presentGuests(db, id),
    ratingsOf(db),
    db.report.findFirst({
      where: { articleId: id, chosen: null },
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
    talk,
    guests,
    ratings,
    reader: { id: actor.id, name: actor.name, role: actor.role, may: isPresent ? permissionsOf(actor) : [] },
    latestReport: latestReport && { ...latestReport, createdAt: latestReport.createdAt.toISOString() },
  };
}
