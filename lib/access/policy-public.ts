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

type Waits = { readonly publicAt: Prisma.Sql; readonly placedAt: Prisma.Sql; readonly findings: Prisma.Sql };

/** When each flag for legal attention was raised, on what a report shows, on what came of it or on the article, and when it was cleared; null while it is open. */
const flagsSql = (findings: Prisma.Sql) => Prisma.sql`
  select s.at as since, coalesce((
      select min(e.at) from events e where e.chain = p.article_id::text and e.subject_type = 'comment' and e.subject_id = k.id::text
        and e.action in ('comment.resolved', 'comment.withdrawn') and e.sequence > s.sequence), k.resolved_at, k.withdrawn_at) as until
  from comments k
  cross join lateral (
    select coalesce(max(e.at), k.created_at) as at, coalesce(max(e.sequence), 0) as sequence
    from events e join event_details d on d.chain = e.chain and d.sequence = e.sequence
    where e.chain = p.article_id::text and e.subject_type = 'comment' and e.subject_id = k.id::text and e.action = 'comment.edited'
      and d.detail::jsonb #>> '{changes,addressee,after}' = 'legal') raised
  cross join lateral (
    select raised.at, raised.sequence union all
    select e.at, e.sequence from events e where e.chain = p.article_id::text and e.subject_type = 'comment' and e.subject_id = k.id::text
      and e.action = 'comment.reopened' and e.sequence > raised.sequence) s
  where k.article_id = p.article_id and k.kind = 'query' and k.addressee = 'legal' and (k.claim_id is null or exists (
    with recursive kin(id) as (select k.claim_id union select l.from_id from lineage l join kin on l.to_id = kin.id)
    select from kin where jsonb_exists(${findings}, kin.id::text)))`;

/** The first instant from `publicAt` on at which no flag is open that was raised before it; null where there is none yet. What comes later never moves it. */
const fromSql = ({ publicAt, placedAt, findings }: Waits) => Prisma.sql`(
  case when ${publicAt} <= ${placedAt} then ${publicAt} else (
    with held as materialized (${flagsSql(findings)})
    select min(c.at) from (
      select ${publicAt} as at union all select h.until from held h where h.until > ${publicAt}) c
    where not exists (select from held h where h.since < c.at and (h.until is null or h.until > c.at))) end)`;

/**
 * From when on the public may read a published report that waits for its time, as an instant: not as long as a flag for legal attention is open that was raised, on what it shows or on
 * the article, while it waited or was kept back. Null then; once the last of them is cleared, from there on. A flag that is raised on what is public already takes nothing away: somebody
 * withdraws it.
 */
export const appearsSql = (report: 'pr' | 'other'): Prisma.Sql => {
  const pr = Prisma.raw(report);
  return fromSql({
    publicAt: Prisma.sql`${pr}.public_at`,
    placedAt: Prisma.sql`${pr}.created_at`,
    findings: Prisma.sql`${pr}.findings`,
  });
};

/** Whether a report that waited was overtaken by a newer one: it was never read, and is not read as an earlier one. */
const overtakenSql = Prisma.sql`(pr.public_at > pr.created_at and exists (
  select from published_reports other where other.publication_id = p.id and other.number > pr.number
    and ${standsSql('other')} and ${appearsSql('other')} <= ${appearsSql('pr')}))`;

/** When a report last came to the public that was withdrawn thereafter; null where it never did. One that is published again has another time now: the history has the one before. */
const wasPublicSql = Prisma.sql`(
  select max(b.appears) from (
    select ${fromSql({ publicAt: Prisma.sql`told.public_at`, placedAt: Prisma.sql`told.at`, findings: Prisma.sql`pr.findings` })} as appears, (
      select min(n.at) from events n where n.chain = told.chain and n.sequence > told.sequence and (n.action = 'report.withdrawn'
        or n.action = 'report.published' and n.subject_id = told.subject_id)) as until
    from (
      select e.chain, e.sequence, e.subject_id, e.at, (d.detail::jsonb ->> 'publicAt')::timestamptz as public_at
      from events e join event_details d on d.chain = e.chain and d.sequence = e.sequence
      where e.chain = p.article_id::text and e.subject_type = 'report' and e.subject_id = pr.report_id::text and e.action = 'report.published') told) b
  where b.appears <= b.until)`;

/**
 * What the public may read, as a relation of the published reports, in the place of a table: the one rule. A report is in it
 * from the time on that it appears. Of one that was withdrawn there is a row without anything of it, until another has appeared in its place, or the same one again, and only where
 * it had been public before: what was never read leaves no mark.
 *
 * Columns: slug, article_id, number, public_at, withdrawn_at, withdrawn_note, and, null of what was withdrawn, report_id, headline,
 * outlet, correction, words and ratings.
 */
export const publicReportsSql = ({ at }: Pick<PublicReader, 'at'>): Prisma.Sql => Prisma.sql`(
  select p.slug, p.article_id, pr.number, t.at as public_at,
    case when not o.is_open then p.withdrawn_at end as withdrawn_at,
    case when not o.is_open then p.withdrawn_note end as withdrawn_note,
    case when o.is_open then pr.report_id end as report_id,
    case when o.is_open then pr.headline end as headline,
    case when o.is_open then pr.outlet end as outlet,
    case when o.is_open then pr.correction end as correction,
    case when o.is_open then pr.words end as words,
    case when o.is_open then pr.ratings end as ratings
  from publications p join published_reports pr on pr.publication_id = p.id
  cross join lateral (select ${standsSql('pr')} as stands, ${appearsSql('pr')} as appears) s
  cross join lateral (select s.stands and coalesce(s.appears <= ${at}, false) as is_open) o
  cross join lateral (select case when o.is_open then s.appears when p.withdrawn_at is not null then ${wasPublicSql} end as at) t
  where t.at is not null and case when o.is_open then not ${overtakenSql} else not exists (
    select from published_reports other
    where other.publication_id = p.id and ${standsSql('other')} and ${appearsSql('other')} <= ${at}) end)`;
