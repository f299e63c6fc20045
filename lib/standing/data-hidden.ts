import { namedSql } from '#lib/access/policy-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { Prisma } from '#lib/platform/db.ts';

/*
 * rules-hidden.ts in SQL, for reads that would otherwise fetch what they must not tell. `v` is a verdict and `k` a comment
 * on its claim. A test holds the two against each other.
 */

/** Who reads: a person's id as the statement knows it, null for nobody in particular. */
const readerSql = (readerId: string | null): Prisma.Sql => Prisma.sql`${readerId}::uuid`;

const hiddenOf = (reader: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(v.revealed_at is null and v.author_id is distinct from ${reader})`;

/** `isHiddenFrom`: true where the verdict `v` may not be read by this person: blind, and the second is not in. */
export const hiddenVerdictSql = (readerId: string | null): Prisma.Sql => hiddenOf(readerSql(readerId));

/** `tellsOf`: the comment `k` would give the verdict `v` away: it is on it, or by its author since. */
const tellsOfSql = (k: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${k}.verdict_id = v.id or (${k}.author_id = v.author_id and ${k}.created_at >= v.created_at))`;

/** A claim, by its id, bears a verdict that is hidden from the reader, in force or not. */
const bearsHiddenSql = (claimId: Prisma.Sql, reader: Prisma.Sql, also: Prisma.Sql = Prisma.empty): Prisma.Sql =>
  Prisma.sql`exists (select 1 from verdicts v where v.claim_id = ${claimId} and ${hiddenOf(reader)} ${also})`;

/** The same of the claim `c`, of verdicts in force alone. */
export const hasHiddenVerdictSql = (actor: Actor): Prisma.Sql =>
  bearsHiddenSql(
    Prisma.sql`c.id`,
    readerSql(actor.id),
    Prisma.sql`and v.withdrawn_at is null and v.superseded_at is null`,
  );

const hiddenCommentOf = (k: Prisma.Sql, reader: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${k}.author_id is distinct from ${reader}
    and ${bearsHiddenSql(Prisma.sql`${k}.claim_id`, reader, Prisma.sql`and ${tellsOfSql(k)}`)})`;

/** Comments `k` that would give a hidden verdict away to the reader. */
export const hiddenCommentSql = (readerId: string | null): Prisma.Sql =>
  hiddenCommentOf(Prisma.sql`k`, readerSql(readerId));

/** The id of an event's subject, where it is of this type: as what it is, so that the record is found by its key. */
const subjectId = (type: string): Prisma.Sql =>
  Prisma.sql`case when e.subject_type = ${type} and e.subject_id ~ '^[0-9a-f-]{36}$' then e.subject_id::uuid end`;

/** What events `e` speak of, for `maskedSql` and the filters. */
export const subjectsSql = Prisma.sql`
    left join verdicts sv on sv.id = ${subjectId('verdict')}
    left join sign_offs ss on ss.id = ${subjectId('signOff')}
    left join verdicts ssv on ssv.id = ss.verdict_id
    left join fixes sf on sf.id = ${subjectId('fix')}
    left join evidence se on se.id = ${subjectId('evidence')}
    left join comments sc on sc.id = ${subjectId('comment')}`;

/** Whether an event's detail would give a hidden verdict away to this reader. */
export const maskedSql = (readerId: string | null): Prisma.Sql => maskedToSql(readerSql(readerId));

/** The same of a reader whose id the statement itself knows: for asking of many at once. */
export function maskedToSql(reader: Prisma.Sql): Prisma.Sql {
  const hides = (verdictId: Prisma.Sql) => Prisma.sql`exists (
    select 1 from verdicts v where v.id = ${verdictId} and ${hiddenOf(reader)})`;
  return Prisma.sql`(case e.subject_type
    when 'verdict' then ${hides(Prisma.sql`sv.id`)}
    when 'fix' then ${hides(Prisma.sql`sf.verdict_id`)}
    when 'evidence' then e.actor_id is distinct from ${reader} and (
      ${bearsHiddenSql(Prisma.sql`se.claim_id`, reader)} or exists (
        select 1 from articles a where a.id::text = e.chain and a.mode = 'blind' and not exists (
          select 1 from verdicts v where v.claim_id = se.claim_id and v.revealed_at is not null)))
    when 'comment' then ${hiddenCommentOf(Prisma.sql`sc`, reader)}
    else false end)`;
}

/**
 * Whether an event is of a source that is not named to the reader: of the source itself, of a capture of it, or of evidence taken from it. What its
 * detail says is then not for them; that there was the event is.
 */
export const unnamedSql = (readerId: string | null): Prisma.Sql => Prisma.sql`(case
    when e.subject_type in ('source', 'capture', 'evidence') then exists (
      select 1 from sources where not ${namedSql(readerId)} and sources.id = case e.subject_type
        when 'source' then e.subject_id::uuid
        when 'evidence' then se.source_id
        else (select c.source_id from captures c where c.id = e.subject_id::uuid) end)
    else false end)`;

/**
 * The same of a verdict, or a sign-off, that cites such a source: its event holds the digest of all that it was given on, and whoever knows the rest
 * could try names until it fits.
 */
export const restsOnUnnamedSql = (readerId: string | null): Prisma.Sql => Prisma.sql`(case
    when e.subject_type in ('verdict', 'signOff') then exists (
      select 1 from verdict_evidence ve join evidence cited on cited.id = ve.evidence_id join sources on sources.id = cited.source_id
      where ve.verdict_id = coalesce(sv.id, ssv.id) and not ${namedSql(readerId)})
    else false end)`;
