import { may } from '#lib/access/policy.ts';
import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { readDetail } from '#lib/history/schema-columns.ts';
import type { Action, EventDTO } from '#lib/history/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';

const MOST_EVENTS = 100;

type Row = {
  readonly chain: string;
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly actorKind: string;
  readonly action: Action;
  readonly detail: string | null;
  readonly erased: boolean;
  /** The capture that it is about, of this source or of what became part of it; null where it is about the source. */
  readonly captureId: string | null;
};

/**
 * What was done to a source, newest first: of each change the step that stands in a history which the reader may read, of an
 * article or of the desk, or that is their own. What was done about its captures is shown to all of them: the page tells as much. A change
 * stands in the history of every article that it touched; it is shown once. At most 100. The caller has found that the reader may know of the source, which is called `title`.
 */
export async function sourceHistory(db: Db, actor: Actor, id: string, title: string): Promise<EventDTO[]> {
  const desk = may(actor, 'history.desk') ? Prisma.sql`true` : Prisma.sql`e.actor_id = ${actor.id}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    select e.chain, e.sequence, e.at, e.actor_id as "actorId", u.name as "actorName", e.actor_kind as "actorKind", e.action,
      d.detail, d.erased_at is not null as erased, case e.subject_type when 'capture' then e.subject_id end as "captureId"
    from events e
    join event_details d on d.chain = e.chain and d.sequence = e.sequence
    left join users u on u.id = e.actor_id
    left join articles on articles.id::text = e.chain
    where (e.subject_type = 'source' and e.subject_id = ${id}
        or e.subject_type = 'capture' and e.subject_id in (
          select c.id::text from captures c join sources s on s.id = c.source_id
          where s.id = ${id}::uuid or s.merged_into_id = ${id}::uuid))
      and case when e.chain = ${DESK_CHAIN} then e.subject_type = 'capture' or ${desk} else ${visibleSql(actor)} end
    order by e.at desc, e.chain = ${DESK_CHAIN}, e.chain limit ${4 * MOST_EVENTS}`;
  return once(rows.map((row) => toEvent(row, id, title))).slice(0, MOST_EVENTS);
}

function toEvent(row: Row, id: string, title: string): EventDTO {
  return {
    chain: row.chain,
    sequence: row.sequence,
    at: row.at.toISOString(),
    actor: { id: row.actorId, name: row.actorName ?? row.actorKind },
    action: row.action,
    // On the source's own page a capture is called by its number alone.
    subject:
      row.captureId === null ? { type: 'source', id, name: title } : { type: 'capture', id: row.captureId, name: null },
    detail: row.erased || row.detail === null ? null : readDetail(row.detail),
    hidden: row.erased ? 'erased' : null,
  };
}

/** What a change is called on the desk's chain, where an article's calls it otherwise. */
const ALSO: Partial<Record<Action, Action>> = { 'source.edited': 'source.changed' };

/** What the steps of one change have in common; events of before the library say nothing, and each of these stands for itself. */
function markOf({ detail }: EventDTO): string | null {
  const mark = detail?.version ?? detail?.check ?? detail?.reading;
  return typeof mark === 'number' || typeof mark === 'string' ? String(mark) : null;
}

/** Of the steps that one change has left, the one that tells most: of an article's chain before the desk's. */
function once(events: readonly EventDTO[]): EventDTO[] {
  const seen = new Set<string>();
  return [...events]
    .sort((a, b) => Number(a.chain === DESK_CHAIN) - Number(b.chain === DESK_CHAIN))
    .filter((event) => {
      const mark = markOf(event);
      if (mark === null) return true;
      const name = `${ALSO[event.action] ?? event.action} ${event.subject.id} ${mark}`;
      return !seen.has(name) && seen.add(name);
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}
