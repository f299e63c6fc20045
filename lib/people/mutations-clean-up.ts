import { addJob } from '#lib/jobs/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';

/** So many days after they have ended, sessions, one-time links and jobs are taken away. What was done by them stands in the history. */
const DAYS_KEPT = 30;
/** So long after somebody has said something of what needed them, it is gone, or needs them once more. */
const MARKS_KEPT_DAYS = 365;
/** The longest that a session may last, by its setting. */
const LONGEST_SESSION_DAYS = 365;

/** Puts in the desk's own clean-up, once a day. */
export async function putInCleanUp(db: Db): Promise<void> {
  const since = new Date(Date.now() - 86_400_000);
  if ((await db.job.count({ where: { kind: 'clean-up', createdAt: { gt: since } } })) > 0) return;
  await transact(db, (tx) => addJob(tx, null, { kind: 'clean-up', input: {}, onlyKey: 'clean-up' }));
}

/**
 * Takes away limits that have run out; sessions and one-time links that ended long ago, but for links of which their person has not
 * been told yet; what was said long ago of what needed somebody; and jobs that ended long ago, but for the last one of an article whose text is still
 * to come. Returns how many of each.
 */
export async function takeAway(tx: Tx): Promise<Record<'limits' | 'sessions' | 'links' | 'marks' | 'jobs', number>> {
  const limits = await tx.$executeRaw`delete from rate_limits where expire < now()`;
  const sessions = await tx.$executeRaw`
    delete from sessions where ended_at < now() - make_interval(days => ${DAYS_KEPT}::int)
      or last_seen_at < now() - make_interval(days => ${LONGEST_SESSION_DAYS + DAYS_KEPT}::int)`;
  const links = await tx.$executeRaw`
    delete from invitations where least(expires_at, used_at, revoked_at) < now() - make_interval(days => ${DAYS_KEPT}::int)
      and (told_at is not null or user_id is null)`;
  await tx.$executeRaw`delete from mailed_needs where sent_at < now() - make_interval(days => ${MARKS_KEPT_DAYS}::int)`;
  const marks = await tx.$executeRaw`
    delete from need_marks where changed_at < now() - make_interval(days => ${MARKS_KEPT_DAYS}::int)`;
  const jobs = await tx.$executeRaw`
    delete from jobs j where j.ended_at < now() - make_interval(days => ${DAYS_KEPT}::int)
      and not (j.kind = 'article' and exists (
        select from articles a where a.id = j.article_id and a.revision_id is null
          and j.id = (select l.id from jobs l where l.article_id = a.id and l.kind = 'article' order by l.id desc limit 1)))`;
  return { limits, sessions, links, marks, jobs };
}
