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
};

/**
 * What was done to a source, newest first: of each change the step that stands in a history which the reader may read, of an
 * article or of the desk, or that is their own. A change stands in the history of every article that it touched; it is
 * shown once. At most 100. The caller has found that the reader may know of the source, which is called `title`.
 */
export async function sourceHistory(db: Db, actor: Actor, id: string, title: string): Promise<EventDTO[]> {
  const desk = may(actor, 'history.desk') ? Prisma.sql`true` : Prisma.sql`e.actor_id = ${actor.id}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    select e.chain, e.sequence, e.at, e.actor_id as "actorId", u.name as "actorName", e.actor_kind as "actorKind", e.action,
      d.detail, d.erased_at is not null as erased
    from events e
    join event_details d on d.chain = e.chain and d.sequence = e.sequence
    left join users u on u.id = e.actor_id
    left join articles on articles.id::text = e.chain
    where e.subject_type = 'source' and e.subject_id = ${id}
      and case when e.chain = ${DESK_CHAIN} then ${desk} else ${visibleSql(actor)} end
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
    subject: { type: 'source', id, name: title },
    detail: row.erased || row.detail === null ? null : readDetail(row.detail),
    hidden: row.erased ? 'erased' : null,
  };
}

/** What a change is called on the desk's chain, where an article's calls it otherwise. */
const ALSO: Partial<Record<Action, Action>> = { 'source.edited': 'source.changed' };

/** Of the steps that one change has left, the one that tells most: of an article's chain before the desk's. */
function once(events: readonly EventDTO[]): EventDTO[] {
  const seen = new Set<string>();
  return [...events]
    .sort((a, b) => Number(a.chain === DESK_CHAIN) - Number(b.chain === DESK_CHAIN))
    .filter((event) => {
      // Events of before the library say no version: each of these stands for itself.
      const version = event.detail?.version;
      if (typeof version !== 'number') return true;
      const name = `${ALSO[event.action] ?? event.action} ${version}`;
      return !seen.has(name) && seen.add(name);
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}
