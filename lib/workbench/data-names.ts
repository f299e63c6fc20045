import { visibleSql } from '#lib/access/policy-articles.ts';
import { namedSql } from '#lib/access/policy-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { sourceDTO } from '#lib/sources/data.ts';
import { knownSources, knownSql } from '#lib/sources/policy.ts';
import { namesOf, namesPattern } from '#lib/sources/rules-names.ts';
import { hiddenCommentSql, hiddenVerdictSql } from '#lib/standing/data-hidden.ts';
import type { NamingDTO, NamingKind } from './types-names.ts';

/** Of each kind no more are listed. */
const MOST = 50;

type Row = {
  readonly kind: NamingKind;
  readonly id: string;
  readonly articleId: string | null;
  readonly title: string;
  readonly number: number | null;
};

/**
 * What already names a confidential source in words that no mask reaches, as far as the reader may see it: texts of articles, statements, rationales,
 * suggested wordings, comments, notes on other evidence, captures of other sources; and the reports that hold it as they were frozen. Null where the
 * source is not theirs to know of, or not confidential. It goes through texts without an index: only for who asks.
 */
export async function namingOf(db: Db, actor: Actor, sourceId: string): Promise<NamingDTO[] | null> {
  const source = await db.source.findFirst({
    where: { AND: [{ id: sourceId, confidentialAt: { not: null } }, knownSources(actor)] },
  });
  if (!source) return null;
  const names = namesOf(sourceDTO(source));
  const inWords = names.length === 0 ? [] : await wordsNaming(db, actor, sourceId, namesPattern(names));
  const articles = new Set(inWords.flatMap(({ articleId }) => articleId ?? []));
  return [...inWords, ...(await reportsHolding(db, actor, sourceId, [...articles]))];
}

/** A note that a blind reading may hide is nobody's but its writer's. */
const ownNote = (actor: Actor): Prisma.Sql =>
  Prisma.sql`case when articles.mode <> 'blind' or e.created_by_id = ${actor.id}::uuid then e.note end`;

function wordsNaming(db: Db, actor: Actor, sourceId: string, pattern: string): Promise<Row[]> {
  const names = (text: Prisma.Sql) => Prisma.sql`${text} ~* ${pattern}`;
  const claims = Prisma.sql`claims c join articles on articles.id = c.article_id`;
  const of = (kind: NamingKind, id: Prisma.Sql) =>
    Prisma.sql`select ${kind} as kind, ${id}::text as id, articles.id::text as "articleId", articles.headline as title`;
  const seen = visibleSql(actor);
  return db.$queryRaw<Row[]>`
    (${of('article', Prisma.sql`articles.id`)}, null::int as number from articles join revisions r on r.id = articles.revision_id
      where ${seen} and ${names(Prisma.sql`r.text`)} order by articles.id desc limit ${MOST})
    union all (${of('statement', Prisma.sql`c.id`)}, c.number from ${claims}
      where ${seen} and c.withdrawn_at is null and c.replaced_at is null and ${names(Prisma.sql`c.statement`)} order by c.id desc limit ${MOST})
    union all (${of('rationale', Prisma.sql`v.id`)}, c.number from verdicts v join ${claims} on c.id = v.claim_id
      where ${seen} and not ${hiddenVerdictSql(actor.id)} and ${names(Prisma.sql`concat_ws(' ', v.rationale, v.override_reason, v.withdrawn_reason)`)}
      order by v.id desc limit ${MOST})
    union all (${of('fix', Prisma.sql`f.id`)}, c.number from fixes f join verdicts v on v.id = f.verdict_id join ${claims} on c.id = v.claim_id
      where ${seen} and not ${hiddenVerdictSql(actor.id)} and ${names(Prisma.sql`f.replacement`)} order by f.id desc limit ${MOST})
    union all (${of('comment', Prisma.sql`k.id`)}, c.number from comments k join articles on articles.id = k.article_id
      left join claims c on c.id = k.claim_id
      where ${seen} and k.withdrawn_at is null and not ${hiddenCommentSql(actor.id)} and ${names(Prisma.sql`concat_ws(' ', k.body, k.asked_whom, k.asked_how, k.answer)`)}
      order by k.id desc limit ${MOST})
    union all (${of('evidence', Prisma.sql`e.id`)}, c.number from evidence e join sources on sources.id = e.source_id
      join ${claims} on c.id = e.claim_id
      where ${seen} and e.withdrawn_at is null and e.source_id <> ${sourceId}::uuid and ${namedSql(actor.id)}
        and ${names(Prisma.sql`concat_ws(' ', e.quote, e.locator, ${ownNote(actor)})`)}
      order by e.id desc limit ${MOST})
    union all (select 'capture', k.id::text, null, sources.title, k.number from captures k join sources on sources.id = k.source_id
      where k.source_id <> ${sourceId}::uuid and sources.merged_into_id is distinct from ${sourceId}::uuid and ${knownSql(actor)}
        and exists (select from capture_readings r where r.capture_id = k.id and r.text is not null and ${names(Prisma.sql`r.text`)})
      order by k.id desc limit ${MOST})`;
}

/** Reports of articles that cite the source, or say its name: what was frozen holds both, though nothing hands it out. */
const reportsHolding = (db: Db, actor: Actor, sourceId: string, articleIds: readonly string[]): Promise<Row[]> =>
  db.$queryRaw<Row[]>`
    select 'report' as kind, p.id::text as id, articles.id::text as "articleId", articles.headline as title, p.number
    from reports p join articles on articles.id = p.article_id
    where ${visibleSql(actor)} and (articles.id = any(${[...articleIds]}::uuid[]) or exists (
      select 1 from evidence e join claims c on c.id = e.claim_id
      where c.article_id = articles.id and e.source_id = ${sourceId}::uuid and e.created_at <= p.created_at))
    order by p.id desc limit ${MOST}`;
