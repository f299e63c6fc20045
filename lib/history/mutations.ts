import type { Actor, Guest } from '#lib/access/types.ts';
import type { Tx } from '#lib/platform/db.ts';
import { noteMove } from '#lib/platform/live.ts';
import { writeDetail } from './schema-columns.ts';
import type { EventInput } from './types.ts';

/**
 * Appends events to their chains inside the change's own transaction, in the order given. A chain stays locked until
 * that ends, so records are locked first, then articles' chains in the order of their ids, the desk's last. What a guest does stands
 * under the id of their link.
 */
export async function appendEvents(tx: Tx, actor: Actor | Guest | null, events: readonly EventInput[]): Promise<void> {
  if (events.length === 0) return;
  // What the desk's own jobs do, Stet does.
  const kind = actor === null || (actor.kind === 'job' && actor.id === null) ? 'machine' : actor.kind;
  const rows = await tx.$queryRaw<{ chain: string; sequence: number }[]>`
    select e.chain, stet_append_event(e.chain, ${actor?.id ?? null}::uuid, ${kind}, e.action, e.type, e.id, e.detail) as sequence
    from (
      select * from unnest(
        ${events.map((event) => event.chain)}::text[], ${events.map((event) => event.action)}::text[],
        ${events.map((event) => event.subject.type)}::text[], ${events.map((event) => event.subject.id)}::text[],
        ${events.map(writeDetail)}::text[]
      ) with ordinality as rows (chain, action, type, id, detail, place)
      order by place
    ) e`;
  for (const { chain, sequence } of rows) noteMove(tx, chain, sequence);
}

export const appendEvent = (tx: Tx, actor: Actor | Guest | null, event: EventInput): Promise<void> =>
  appendEvents(tx, actor, [event]);
