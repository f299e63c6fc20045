import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { Reading } from './rules-readings.ts';
import type { Stretch } from './types.ts';

/** The sign-off `s` of the verdict `v` is all that its signer has found; who gave a second verdict that agrees signs by it. */
export const isSecondReadingSql = Prisma.sql`not exists (
  select from verdicts o where o.claim_id = v.claim_id and o.author_id = s.user_id and o.created_at <= s.created_at)`;

/**
 * How second readers found in a stretch, by what the first had found: those who gave a verdict of their own, and those who signed, which is the
 * same finding. The first second reading of a claim counts alone: what two say after they have talked is no measure of them.
 */
export function readReadings(db: Db, actor: Actor, { from, to }: Stretch): Promise<Reading[]> {
  const seen = Prisma.sql`join claims c on c.id = v.claim_id join articles on articles.id = c.article_id and ${visibleSql(actor)}`;
  return db.$queryRaw<Reading[]>`
    with read as (
      select v.claim_id, one.rating_id as first_id, v.rating_id as second_id, one.author_id as reader_a, v.author_id as reader_b,
        v.mode = 'blind' as is_blind, v.created_at as at
      from verdicts v ${seen} cross join lateral (
        select o.rating_id, o.author_id from verdicts o
        where o.claim_id = v.claim_id and o.seat = 1 and o.created_at <= v.created_at and o.revealed_at is not null
          and coalesce(o.superseded_at, o.withdrawn_at, 'infinity') > v.created_at
        order by o.created_at desc, o.id desc limit 1) one
      where v.seat = 2 and v.created_at >= ${from} and v.created_at < ${to} and v.revealed_at is not null and v.override_reason is null
      union all
      select v.claim_id, v.rating_id, v.rating_id, v.author_id, s.user_id, false, s.created_at
      from sign_offs s join verdicts v on v.id = s.verdict_id ${seen}
      where v.seat = 1 and s.created_at >= ${from} and s.created_at < ${to} and s.withdrawn_at is null and ${isSecondReadingSql}
    ), once as (
      select distinct on (claim_id) * from read order by claim_id, at
    )
    select first.label as first, second.label as second, first.value as "firstValue", second.value as "secondValue",
      first.position as "firstPosition", second.position as "secondPosition",
      least(reader_a, reader_b)::text as "aId", greatest(reader_a, reader_b)::text as "bId", a.name as "aName", b.name as "bName",
      -- Of each two readers the same one stands first, whoever read first.
      reader_a <= reader_b as "isInOrder", is_blind as "isBlind", count(*)::int as count
    from once join ratings first on first.id = first_id join ratings second on second.id = second_id
    join users a on a.id = least(reader_a, reader_b) join users b on b.id = greatest(reader_a, reader_b)
    group by first.id, second.id, least(reader_a, reader_b), greatest(reader_a, reader_b), a.name, b.name, reader_a <= reader_b, is_blind
    order by a.name, b.name, first.position, second.position`;
}
