import { may } from '#lib/access/policy.ts';
import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { lastJobOf } from '#lib/jobs/data.ts';
import { getBlob } from '#lib/platform/blobs.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { articleJob } from './schema.ts';
import type { ArrivalDTO } from './types.ts';

/** The last job that was to bring an article's first text. */
export async function lastArrivalJob(tx: Db | Tx, articleId: string) {
  const row = await tx.job.findFirst({
    where: { articleId, kind: 'article' },
    orderBy: { id: 'desc' },
    select: { state: true, input: true },
  });
  return row && { state: row.state, input: articleJob.parse(row.input) };
}

/** What stands in the head of an article that the actor may see. */
export async function readHead(db: Db | Tx, actor: Actor, articleId: string) {
  const row = await db.article.findFirst({
    where: { AND: [{ id: articleId }, visibleTo(actor)] },
    select: { headline: true, outlet: true, byline: true, publishedOn: true, link: true },
  });
  if (!row) refuse('not-found', 'no-article');
  return { ...row, publishedOn: dayOf(row.publishedOn) };
}

/** Of a long text so much is shown while it is read: more than anybody reads meanwhile. */
const MOST_SHOWN = 120_000;

/** An article whose text is still to come, as far as it is there; null where it has come, or is not the reader's to see. */
export async function readArrival(
  db: Db,
  actor: Actor & { readonly id: string },
  id: string,
  withText: boolean,
): Promise<ArrivalDTO | null> {
  const row = await db.article.findFirst({
    where: { AND: [{ id, revisionId: null }, visibleTo(actor)] },
    include: { createdBy: { select: { name: true } } },
  });
  if (!row) return null;
  const job = await lastJobOf(db, 'article', id);
  const mayAdd = may(actor, 'article.add');
  return {
    id,
    version: row.version,
    headline: row.headline,
    outlet: row.outlet,
    byline: row.byline,
    link: row.link,
    archived: row.archivedAt !== null,
    addedBy: row.createdBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    job: job && { id: job.id, state: job.state, step: job.step, error: job.error, cancelAsked: job.cancelAsked },
    may: {
      add: mayAdd,
      edit: may(actor, 'article.edit'),
      cancel: job !== null && (job.for?.id === actor.id || may(actor, 'job.manage')),
    },
    ...(withText ? await wordsSoFar(db, id) : { text: null, isCut: false }),
  };
}

async function wordsSoFar(db: Db, articleId: string): Promise<Pick<ArrivalDTO, 'text' | 'isCut'>> {
  const job = await lastArrivalJob(db, articleId);
  const bytes = job?.input.from === 'words' ? await getBlob(db, job.input.sha256) : null;
  if (bytes === null) return { text: null, isCut: false };
  const text = new TextDecoder().decode(bytes);
  return { text: text.slice(0, MOST_SHOWN), isCut: text.length > MOST_SHOWN };
}
