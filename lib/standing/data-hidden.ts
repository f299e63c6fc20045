import type { Actor } from '#lib/access/types.ts';
import { Prisma } from '#lib/platform/db.ts';

/** True where the verdict `v` may not be read by this person: blind, and the second is not in. */
export const hiddenVerdictSql = (readerId: string | null): Prisma.Sql =>
  Prisma.sql`(v.revealed_at is null and v.author_id is distinct from ${readerId}::uuid)`;

/** True where a verdict in force on the claim `c` may not be read by the actor yet. */
export const hasHiddenVerdictSql = (actor: Actor): Prisma.Sql => Prisma.sql`exists (
  select 1 from verdicts v where v.claim_id = c.id and v.withdrawn_at is null and v.superseded_at is null
    and ${hiddenVerdictSql(actor.id)})`;

/** Comments `k` that would give a hidden verdict away: on it, or by its author on the claim since. */
export const hiddenCommentSql = (readerId: string | null): Prisma.Sql => Prisma.sql`exists (
  select 1 from verdicts v where v.claim_id = k.claim_id and ${hiddenVerdictSql(readerId)}
    and k.author_id is distinct from ${readerId}::uuid
    and (k.verdict_id = v.id or (k.author_id = v.author_id and k.created_at >= v.created_at)))`;

/** What events `e` speak of, for `maskedSql` and the filters. */
export const subjectsSql = Prisma.sql`
    left join verdicts sv on e.subject_type = 'verdict' and sv.id::text = e.subject_id
    left join sign_offs ss on e.subject_type = 'signOff' and ss.id::text = e.subject_id
    left join verdicts ssv on ssv.id = ss.verdict_id
    left join fixes sf on e.subject_type = 'fix' and sf.id::text = e.subject_id
    left join evidence se on e.subject_type = 'evidence' and se.id::text = e.subject_id
    left join comments sc on e.subject_type = 'comment' and sc.id::text = e.subject_id`;

/** Whether an event's detail would give a hidden verdict away to this reader. */
export function maskedSql(readerId: string | null): Prisma.Sql {
  const hidden = (claim: Prisma.Sql) => Prisma.sql`exists (
    select 1 from verdicts v where v.claim_id = ${claim} and v.revealed_at is null and v.author_id is distinct from ${readerId}::uuid)`;
  return Prisma.sql`(case e.subject_type
    when 'verdict' then sv.revealed_at is null and sv.author_id is distinct from ${readerId}::uuid
    when 'fix' then exists (select 1 from verdicts v where v.id = sf.verdict_id and v.revealed_at is null and v.author_id is distinct from ${readerId}::uuid)
    when 'evidence' then e.actor_id is distinct from ${readerId}::uuid and (${hidden(Prisma.sql`se.claim_id`)} or exists (
      select 1 from articles a where a.id::text = e.chain and a.mode = 'blind' and not exists (
        select 1 from verdicts v where v.claim_id = se.claim_id and v.revealed_at is not null)))
    when 'comment' then exists (select 1 from verdicts v where v.claim_id = sc.claim_id and v.revealed_at is null
      and v.author_id is distinct from ${readerId}::uuid and sc.author_id is distinct from ${readerId}::uuid
      and (sc.verdict_id = v.id or (sc.author_id = v.author_id and sc.created_at >= v.created_at)))
    else false end)`;
}
