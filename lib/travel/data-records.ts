import { Prisma } from '#lib/platform/db.ts';
import type { LineKind } from './schema-file.ts';

/*
 * The records of an article, each as one value under the names of schema-file.ts, in an order that stays as the article grows.
 */

/** An instant as ISO has it, with milliseconds. */
const at = (column: string) => Prisma.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const ended = (alias: string, what = 'withdrawn') =>
  Prisma.sql`case when ${Prisma.raw(`${alias}.${what}_at`)} is not null then json_build_object('at', ${at(`${alias}.${what}_at`)},
    'by', ${Prisma.raw(`${alias}.${what}_by_id`)}, 'reason', ${Prisma.raw(`${alias}.${what}_reason`)}) end`;
/** Rows of a query as one value each. */
const records = (rows: Prisma.Sql) => Prisma.sql`select row_to_json(r) as record from (${rows}) r`;
const all = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(row_to_json(r)), '[]') from (${rows}) r)`;

type Record = (articleId: string) => Prisma.Sql;

const article: Record = (id) =>
  records(Prisma.sql`
  select 'stet-article/1' as format, (select desk_name from settings) as desk, a.id, a.headline, a.outlet, a.byline, a.link,
    a.published_on as "publishedOn", a.mode, a.minor_counts as "minorCounts",
    json_build_object('read', a.sentences_read, 'minor', a.sentences_minor, 'total', a.sentences_total) as coverage,
    ${at('a.created_at')} as "createdAt", a.created_by_id as "createdBy", ${at('a.archived_at')} as "archivedAt"
  from articles a where a.id = ${id}::uuid`);

/** Everybody who has done something in it, or is named by a record of it. */
const person: Record = (id) =>
  records(Prisma.sql`
  select u.id, u.name from users u where u.id in (
    select actor_id from events where chain = ${id}
    union select created_by_id from articles where id = ${id}::uuid
    union select unnest(array[c.created_by_id, c.assignee_id, c.accepted_by_id, c.excluded_by_id, c.withdrawn_by_id])
      from claims c where c.article_id = ${id}::uuid
    union select unnest(k.mentions) from comments k where k.article_id = ${id}::uuid
    union select p.taken_by_id from captures p join evidence e on e.capture_id = p.id join claims c on c.id = e.claim_id
      where c.article_id = ${id}::uuid
    union select w.user_id from verdict_authors w join verdicts v on v.id = w.verdict_id join claims c on c.id = v.claim_id
      where c.article_id = ${id}::uuid)
  order by u.id`);

const rating: Record = (id) =>
  records(Prisma.sql`
  select r.id, r.key, r.label, r.description, r.position, r.value, r.stands from ratings r
  where r.archived_at is null or r.id in (select v.rating_id from verdicts v join claims c on c.id = v.claim_id where c.article_id = ${id}::uuid)
  order by r.position, r.id`);

const revision: Record = (id) =>
  records(Prisma.sql`
  select r.number, r.language, r.origin, r.sha256, r.text, ${at('r.created_at')} as "createdAt", r.created_by_id as "createdBy",
    a.revision_id = r.id as present,
    (select coalesce(json_agg(json_build_object('start', b -> 'start', 'end', b -> 'end', 'role', b -> 'role') order by place), '[]')
      from (select blocks from readings g where g.revision_id = r.id order by g.number desc limit 1) g,
        jsonb_array_elements(g.blocks) with ordinality as list (b, place)) as blocks
  from revisions r join articles a on a.id = r.article_id where r.article_id = ${id}::uuid order by r.number`);

const mark: Record = (id) =>
  records(Prisma.sql`
  select m.id, r.number as revision, m.start, m."end", m.exact, m.reason, m.by_id as by, ${at('m.created_at')} as at,
    ${at('m.withdrawn_at')} as "withdrawnAt"
  from sentence_marks m join revisions r on r.id = m.revision_id where m.article_id = ${id}::uuid order by m.id`);

const ofArticle = (id: string) => Prisma.sql`
  select e.source_id, e.capture_id from evidence e join claims c on c.id = e.claim_id where c.article_id = ${id}::uuid`;

const source: Record = (id) =>
  records(Prisma.sql`
  select s.id, s.title, s.kind, s.tier, s.publisher, s.author, s.link, s.published_on as "publishedOn", s.note, s.doi, s.isbn,
    s.archive_link as "archiveLink", s.updated_on as "updatedOn", s.accessed_on as "accessedOn", s.origin
  from sources s where s.id in (select source_id from (${ofArticle(id)}) e) order by s.id`);

const capture: Record = (id) =>
  records(Prisma.sql`
  select p.id, p.source_id as source, p.number, p.sha256, p.media_type as "mediaType", p.size, p.file_name as "fileName",
    p.asked_for as "askedFor", p.taken_from as "takenFrom", ${at('p.taken_at')} as "takenAt", p.taken_by_id as "takenBy",
    ${at('p.erased_at')} as "erasedAt",
    case when t.id is not null then json_build_object('at', ${at('t.at')}, 'by', t.by_name) end as stamp,
    case when h.id is not null then json_build_object('address', h.address, 'at', ${at('h.at')}) end as archived
  from captures p left join capture_stamps t on t.capture_id = p.id left join capture_archives h on h.capture_id = p.id
  where p.id in (select capture_id from (${ofArticle(id)}) e) order by p.id`);

const claim: Record = (id) =>
  records(Prisma.sql`
  select c.id, c.number, c.statement, c.kind, c.polarity, c.factuality, json_build_object('name', m.name, 'kind', m.kind) as claimant, c.via,
    c.said_on as "saidOn", c.said_where as "saidWhere", c.figures, c.times, c.entities, c.checkworthiness, c.tier, c.reasons, c.misdeed,
    c.origin, c.engine_version as "engineVersion", ${at('c.created_at')} as "createdAt", c.created_by_id as "createdBy",
    c.assignee_id as assignee, ${at('c.touched_at')} as "touchedAt", c.accepted_by_id as "acceptedBy",
    ${ended('c', 'excluded')} as excluded, ${ended('c')} as withdrawn, ${at('c.replaced_at')} as "replacedAt", c.progress,
    c.settled_by as "settledBy", c.settled_verdict_id as "settledVerdict", c.stale, c.held,
    ${all(Prisma.sql`select r.number as revision, n.start, n."end", n.exact, n.prefix, n.suffix, n.sentence, n.state
      from anchors n join revisions r on r.id = n.revision_id where n.claim_id = c.id order by r.number`)} as anchors
  from claims c join claimants m on m.id = c.claimant_id where c.article_id = ${id}::uuid order by c.number`);

const lineage: Record = (id) =>
  records(Prisma.sql`
  select l.id, l.kind, l.from_id as "from", l.to_id as "to", l.by_id as by, ${at('l.created_at')} as at
  from lineage l where l.article_id = ${id}::uuid order by l.id`);

const evidence: Record = (id) =>
  records(Prisma.sql`
  select e.id, e.claim_id as claim, e.source_id as source, e.number, e.stance, e.aspect, e.quote, e.locator, e.note, e.means,
    e.consulted_on as "consultedOn", ${at('e.created_at')} as "createdAt", e.created_by_id as "createdBy", e.carried_from_id as "carriedFrom",
    ${ended('e')} as withdrawn, e.capture_id as capture, e.capture_start as "captureStart", e.capture_end as "captureEnd",
    e.quote_check as "quoteCheck", e.quote_difference as "quoteDifference", e.stands_at as "standsAt", e.working
  from evidence e join claims c on c.id = e.claim_id where c.article_id = ${id}::uuid order by c.number, e.number`);

const verdict: Record = (id) =>
  records(Prisma.sql`
  select v.id, v.claim_id as claim, v.author_id as by, v.seat, v.rating_id as rating, v.attribution_finding as "attributionFinding",
    v.rationale, r.number as revision, v.basis, v.basis_digest as "basisDigest", v.mode, v.supersedes_id as supersedes,
    v.confirms_id as confirms,
    case when v.override_reason is not null then json_build_object('reason', v.override_reason, 'by', v.override_by_id) end as override,
    v.unmet, ${at('v.created_at')} as at, ${at('v.revealed_at')} as "revealedAt", ${at('v.superseded_at')} as "supersededAt",
    ${ended('v')} as withdrawn,
    ${all(Prisma.sql`select x.evidence_id as evidence, x.evidence_version as version from verdict_evidence x join evidence e on e.id = x.evidence_id
      where x.verdict_id = v.id order by e.number`)} as cites,
    ${all(Prisma.sql`select w.user_id as id, w.part from verdict_authors w where w.verdict_id = v.id order by w.user_id`)} as authors,
    ${all(Prisma.sql`select s.id, s.user_id as by, ${at('s.created_at')} as at, s.basis_digest as "basisDigest", s.unmet,
        case when s.withdrawn_at is not null then json_build_object('at', ${at('s.withdrawn_at')}, 'reason', s.withdrawn_reason) end as withdrawn
      from sign_offs s where s.verdict_id = v.id order by s.created_at, s.id`)} as "signOffs",
    (select row_to_json(f) from (select f.id, f.replacement, f.state, f.reason, f.decided_by_id as "decidedBy", ${at('f.decided_at')} as "decidedAt",
        (select number from revisions a where a.id = f.applied_revision_id) as "appliedIn"
      from fixes f where f.verdict_id = v.id) f) as fix
  from verdicts v join claims c on c.id = v.claim_id join revisions r on r.id = v.revision_id
  where c.article_id = ${id}::uuid order by c.number, v.created_at, v.id`);

const comment: Record = (id) =>
  records(Prisma.sql`
  select k.id, k.claim_id as claim, k.thread_id as thread, k.verdict_id as verdict, k.kind, k.body, k.mentions, k.addressee,
    k.asked_whom as "askedWhom", k.asked_how as "askedHow", ${at('k.due_at')} as "dueAt", k.holds, k.outcome, k.answer, k.author_id as by,
    g.id as "guestLink", g.name as guest, k.evidence_id as evidence, k.came_from as "cameFrom", k.answer_from as "answerFrom",
    (select a.exact from comment_anchors a where a.comment_id = k.id order by a.revision_id limit 1) as quote,
    ${at('k.created_at')} as at, ${at('k.edited_at')} as "editedAt", ${at('k.resolved_at')} as "resolvedAt", k.resolved_by_id as "resolvedBy",
    ${at('k.withdrawn_at')} as "withdrawnAt"
  from comments k left join guest_links g on g.id = k.guest_link_id where k.article_id = ${id}::uuid order by k.created_at, k.id`);

const report: Record = (id) =>
  records(Prisma.sql`
  select r.id, r.number, r.digest, ${at('r.created_at')} as at, r.created_by_id as by, r.correction_note as correction, r.chosen
  from reports r where r.article_id = ${id}::uuid order by r.number`);

export const RECORDS = {
  article,
  person,
  rating,
  revision,
  mark,
  source,
  capture,
  claim,
  lineage,
  evidence,
  verdict,
  comment,
  report,
} as const satisfies { readonly [K in Exclude<LineKind, 'event' | 'head' | 'end'>]: Record };
