import { liveSessionsSql } from '#lib/access/data-sessions.ts';
import { may } from '#lib/access/policy.ts';
import { visibleToSql } from '#lib/access/policy-articles.ts';
import type { Role } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { SessionClaims } from '#lib/platform/session-token.ts';
import type { Place } from './rules-here.ts';
import type { HereDTO, PresentDTO } from './types.ts';

/** Who of those that are on an article a session may see there. */
export type Seen = { readonly sessionId: string; readonly here: HereDTO };

type Row = {
  readonly sessionId: string;
  readonly id: string;
  readonly role: Role;
  readonly articleId: string;
  readonly writesOpenly: boolean;
  readonly hidden: string[];
  readonly those: Readonly<Record<string, { readonly name: string; readonly role: Role }>>;
};

/**
 * Who is on these articles, for each session that holds and may read them. That somebody writes a verdict is told where the
 * second reader may see it anyway: not in an article read blind, and not on a claim with a verdict that is hidden still.
 */
export async function seenBy(
  db: Db,
  sessions: readonly SessionClaims[],
  articleIds: readonly string[],
  places: readonly Place[],
): Promise<Seen[]> {
  if (sessions.length === 0 || articleIds.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    with readers as materialized (${liveSessionsSql(sessions)})
    select r."sessionId", r.id, r.role, articles.id as "articleId", articles.mode = 'open' as "writesOpenly",
      array(select distinct c.id::text from claims c join verdicts v on v.claim_id = c.id
        where c.article_id = articles.id and v.revealed_at is null
          and c.id = any(${places.flatMap(({ claimId }) => claimId ?? [])}::uuid[])) as hidden,
      coalesce((select jsonb_object_agg(u.id, jsonb_build_object('name', u.name, 'role', u.role)) from users u
        where u.disabled_at is null and u.id = any(${places.map(({ userId }) => userId)}::uuid[])), '{}') as those
    from readers r cross join articles
    where articles.id = any(${[...articleIds]}::uuid[]) and ${visibleToSql(Prisma.sql`r.id`)}`;
  return rows.map((row) => ({
    sessionId: row.sessionId,
    here: { articleId: row.articleId, people: peopleOn(row, places) },
  }));
}

function peopleOn(row: Row, places: readonly Place[]): PresentDTO[] {
  const people = new Map<string, PresentDTO>();
  for (const { userId, articleId, claimId, writes } of places) {
    const person = row.those[userId];
    if (articleId !== row.articleId || userId === row.id || person === undefined) continue;
    const { name } = person;
    // Who may give none writes none, whatever their browser says.
    const judges = [row.role, person.role].every((role) => may({ role, kind: 'person' }, 'verdict.give'));
    const isTold = row.writesOpenly && judges;
    const shown = writes && isTold && claimId !== null && !row.hidden.includes(claimId);
    people.set(userId, { id: userId, name, claimId, writes: shown } satisfies PresentDTO);
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** Of the articles that people have before them, those that they may not read, by person: access may have been taken away. */
export const lostTo = (
  db: Db,
  pairs: readonly { readonly userId: string; readonly articleId: string }[],
): Promise<{ userId: string; articleId: string }[]> =>
  db.$queryRaw`
    select p.user_id::text as "userId", articles.id::text as "articleId"
    from unnest(${pairs.map(({ userId }) => userId)}::uuid[], ${pairs.map(({ articleId }) => articleId)}::uuid[]) p (user_id, article_id)
    join articles on articles.id = p.article_id where not ${visibleToSql(Prisma.sql`p.user_id`)}`;

/** Whether a person may read the article, and the claim, where one is named, is one of its claims. */
export async function isPlace(
  db: Db,
  userId: string,
  { articleId, claimId }: { readonly articleId: string; readonly claimId: string | null },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 as one from articles where id = ${articleId}::uuid and ${visibleToSql(Prisma.sql`${userId}::uuid`)}
      and (${claimId}::uuid is null or exists (select 1 from claims c where c.id = ${claimId}::uuid and c.article_id = articles.id))`;
  return rows.length > 0;
}
