import { Prisma } from '#lib/platform/db.ts';
import type { PublicReader } from './types.ts';

/*
 * `p` is a publication, and the alias that is named one of its published reports.
 */

/** Whether a published report was put out after whatever was withdrawn at its address; the others are withdrawn, and stay so. `stands` in lib/publishing/rules.ts is the same. */
export const standsSql = (report: 'pr' | 'other'): Prisma.Sql => {
  const pr = Prisma.raw(report);
  return Prisma.sql`(${pr}.number > coalesce(p.withdrawn_through, 0)
    and (p.withdrawn_at is null or ${pr}.created_at > p.withdrawn_at))`;
};

/**
 * From when on the public may read a published report that waits for its time, as an instant: not as long as a flag for legal attention is open that was raised, on what it shows or on
 * the article, while it waited. Null then; once the last of them is cleared, from there on. A flag that is raised on what is public already takes nothing away: somebody withdraws it.
 */
export const appearsSql = (report: 'pr' | 'other'): Prisma.Sql => {
  const pr = Prisma.raw(report);
  return Prisma.sql`(
    select case when bool_or(k.resolved_at is null) then null else greatest(${pr}.public_at, max(k.resolved_at)) end
    from comments k
    where k.article_id = p.article_id and k.kind = 'query' and k.addressee = 'legal' and k.withdrawn_at is null
      and ${pr}.public_at > ${pr}.created_at and (k.claim_id is null or jsonb_exists(${pr}.findings, k.claim_id::text))
      and ${pr}.public_at > coalesce((
        select max(e.at) from events e where e.chain = p.article_id::text and e.subject_id = k.id::text
          and e.action in ('comment.written', 'comment.reopened')), k.created_at))`;
};

/**
 * What the public may read, as a relation of the published reports, in the place of a table: the one rule. A report is in it
 * from the time on that it appears. Of one that was withdrawn there is a row without anything of it, until another has appeared in its place, and only where
 * it had been public before: what was never read leaves no mark.
 *
 * Columns: slug, article_id, number, public_at, withdrawn_at, withdrawn_note, and, null of what was withdrawn, report_id, headline,
 * outlet, correction, words and ratings.
 */
export const publicReportsSql = ({ at }: PublicReader): Prisma.Sql => Prisma.sql`(
  select p.slug, p.article_id, pr.number, s.appears as public_at,
    case when not s.stands then p.withdrawn_at end as withdrawn_at,
    case when not s.stands then p.withdrawn_note end as withdrawn_note,
    case when s.stands then pr.report_id end as report_id,
    case when s.stands then pr.headline end as headline,
    case when s.stands then pr.outlet end as outlet,
    case when s.stands then pr.correction end as correction,
    case when s.stands then pr.words end as words,
    case when s.stands then pr.ratings end as ratings
  from publications p join published_reports pr on pr.publication_id = p.id
  cross join lateral (select ${standsSql('pr')} as stands, ${appearsSql('pr')} as appears) s
  where s.appears <= ${at} and case when s.stands then true else s.appears <= p.withdrawn_at and not exists (
    select from published_reports other
    where other.publication_id = p.id and ${standsSql('other')} and ${appearsSql('other')} <= ${at}) end)`;
