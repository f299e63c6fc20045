import { assertMay } from '#lib/access/policy.ts';
import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { readDetail } from '#lib/history/schema-columns.ts';
import type { Action, EventDetail, EventDTO } from '#lib/history/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { knownSources, withMerged } from '#lib/sources/policy.ts';
import { maskedSql, subjectsSql, unnamedSql } from '#lib/standing/data-hidden.ts';

export const EVENTS_PER_PAGE = 100;

export type HistoryFilter = {
  /** Only what happened to this claim, its evidence, verdicts and comments. */
  readonly claimId?: string | undefined;
  readonly actorId?: string | undefined;
  /** The part of an action's name before its dot: "verdict", "evidence". */
  readonly kind?: string | undefined;
  /** Only events before this sequence: the next page. */
  readonly before?: number | undefined;
};
export type HistoryQuery = HistoryFilter & { readonly articleId: string };

/** A page of a chain's events. */
export type HistoryPage = { readonly events: EventDTO[]; readonly more: boolean };

type Row = {
  chain: string;
  sequence: number;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  actorKind: string;
  action: Action;
  subjectType: string;
  subjectId: string;
  subjectName: string | null;
  detail: string | null;
  erased: boolean;
  masked: boolean;
  /** It tells of a source that is not named to the reader. */
  unnamed: boolean;
};

/**
 * An article's history, newest first, a page at a time; null where the article is not the reader's to see. Details that
 * would tell of a blind verdict before its second is in are masked: the verdict's own, stances and notes of evidence, and
 * what its author has commented since.
 */
export async function articleHistory(db: Db, actor: Actor, query: HistoryQuery): Promise<HistoryPage | null> {
  const article = await db.article.findFirst({
    where: { AND: [{ id: query.articleId }, visibleTo(actor)] },
    select: { id: true },
  });
  return article && eventsOf(db, actor, article.id, query);
}

/**
 * The desk's own history, newest first, a page at a time: for whoever may read it. No verdict's hiding masks
 * anything in it; what is said of confidential sources is masked as it is everywhere.
 */
export function deskHistory(db: Db, actor: Actor, filter: HistoryFilter): Promise<HistoryPage> {
  assertMay(actor, 'history.desk');
  return eventsOf(db, actor, DESK_CHAIN, filter);
}

async function eventsOf(db: Db, actor: Actor, chain: string, filter: HistoryFilter): Promise<HistoryPage> {
  const rows = await db.$queryRaw<Row[]>`
    select e.chain, e.sequence, e.at, e.actor_id as "actorId", coalesce(u.name, g.name) as "actorName", e.actor_kind as "actorKind", e.action,
      e.subject_type as "subjectType", e.subject_id as "subjectId", su.name as "subjectName", d.detail,
      d.erased_at is not null as erased, coalesce(${maskedSql(actor.id)}, false) as masked, ${unnamedSql(actor.id)} as unnamed
    from events e
    join event_details d on d.chain = e.chain and d.sequence = e.sequence
    left join users u on u.id = e.actor_id
    left join guest_links g on e.actor_kind = 'guest' and g.id = e.actor_id
    left join users su on e.subject_type = 'person' and su.id::text = e.subject_id
    ${subjectsSql}
    where e.chain = ${chain} and ${filterSql(filter)}
    order by e.sequence desc limit ${EVENTS_PER_PAGE + 1}`;
  const page = rows.slice(0, EVENTS_PER_PAGE);
  const titles = await sourceTitles(db, actor, page);
  return {
    events: page.map((row) => toEvent({ ...row, subjectName: row.subjectName ?? titles.get(row.subjectId) ?? null })),
    more: rows.length > EVENTS_PER_PAGE,
  };
}

/** What the sources of these events are called, and those of their captures, where the reader may know of them: the events do not say it. */
async function sourceTitles(
  db: Db,
  actor: Actor,
  rows: readonly Pick<Row, 'subjectType' | 'subjectId'>[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (type: string) => rows.filter((row) => row.subjectType === type).map((row) => row.subjectId);
  const [ids, captureIds] = [idsOf('source'), idsOf('capture')];
  if (ids.length === 0 && captureIds.length === 0) return new Map();
  const [sources, captures] = await Promise.all([
    db.source.findMany({
      where: { AND: [{ id: { in: ids } }, knownSources(actor)] },
      select: { id: true, title: true },
    }),
    db.capture.findMany({
      where: { id: { in: captureIds }, source: withMerged(actor) },
      select: { id: true, source: { select: { title: true, mergedInto: { select: { title: true } } } } },
    }),
  ]);
  return new Map([
    ...sources.map(({ id, title }) => [id, title] as const),
    ...captures.map(({ id, source }) => [id, source.mergedInto?.title ?? source.title] as const),
  ]);
}

function filterSql({ claimId, actorId, kind, before }: HistoryFilter): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (before) parts.push(Prisma.sql`e.sequence < ${before}`);
  if (actorId) parts.push(Prisma.sql`e.actor_id = ${actorId}::uuid`);
  if (kind) parts.push(Prisma.sql`e.action like ${`${kind.replace(/[\\%_]/g, '\\$&')}.%`}`);
  if (claimId) {
    const id = Prisma.sql`${claimId}::uuid`;
    parts.push(Prisma.sql`(e.subject_id = ${claimId} or sv.claim_id = ${id} or ssv.claim_id = ${id} or sf.claim_id = ${id}
      or se.claim_id = ${id} or sc.claim_id = ${id}
      or exists (select 1 from lineage l where l.from_id = ${id} and l.to_id::text = e.subject_id)
      or exists (select 1 from lineage l where l.to_id = ${id} and l.from_id::text = e.subject_id))`);
  }
  return Prisma.join(parts, ' and ');
}

function toEvent(row: Row): EventDTO {
  const hidden = row.erased ? 'erased' : row.masked ? 'masked' : row.unnamed ? 'unnamed' : null;
  // The record of a source that is not named has no name here either: it is the same in every article.
  const subjectId = row.unnamed && row.subjectType !== 'evidence' ? '' : row.subjectId;
  return {
    chain: row.chain,
    sequence: row.sequence,
    at: row.at.toISOString(),
    actor: {
      id: row.actorId,
      name: row.actorName ?? row.actorKind,
      ...(row.actorKind === 'guest' && { guest: true }),
    },
    action: row.action,
    subject: { type: row.subjectType, id: subjectId, name: row.subjectName },
    detail: hidden || row.detail === null ? null : shownDetail(row.detail),
    hidden,
  };
}

/** The digest of a verdict's basis is for the proof: of what it is over, its reader may know all but a name. */
function shownDetail(text: string): EventDetail {
  const { basisDigest: _, ...shown } = readDetail(text);
  return shown;
}

/** Everybody who stands in a chain's history, by name. */
export function historyPeople(db: Db, chain: string): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw`
    select u.id, u.name from users u
    where exists (select 1 from events e where e.chain = ${chain} and e.actor_id = u.id) order by u.name`;
}

/** A claim of an article that the reader has been let into, by the number people know it by. */
export const claimByNumber = (db: Db, articleId: string, number: number) =>
  db.claim.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { id: true, number: true, statement: true },
  });
