import { Prisma } from '#lib/platform/db.ts';
import type { PublicReader } from './types.ts';

/**
 * What the public may read, as a relation of the published reports, in the place of a table: the one rule. A report is in it
 * from the time on that it was published for. Of one that was withdrawn there is a row without anything of it, and only where
 * it had been public before: what was never read leaves no mark. It stays withdrawn when another is published in its place.
 *
 * Columns: slug, article_id, number, public_at, withdrawn_at, withdrawn_note, and, null of what was withdrawn, report_id, headline,
 * outlet, correction, words and ratings.
 */
export const publicReportsSql = ({ at }: PublicReader): Prisma.Sql => Prisma.sql`(
  select p.slug, p.article_id, pr.number, pr.public_at, p.withdrawn_at, p.withdrawn_note,
    case when p.withdrawn_at is null then pr.report_id end as report_id,
    case when p.withdrawn_at is null then pr.headline end as headline,
    case when p.withdrawn_at is null then pr.outlet end as outlet,
    case when p.withdrawn_at is null then pr.correction end as correction,
    case when p.withdrawn_at is null then pr.words end as words,
    case when p.withdrawn_at is null then pr.ratings end as ratings
  from publications p join published_reports pr on pr.publication_id = p.id
  where pr.public_at <= ${at} and case when p.withdrawn_at is null
    then pr.number > coalesce(p.withdrawn_through, 0) else pr.public_at <= p.withdrawn_at end)`;
