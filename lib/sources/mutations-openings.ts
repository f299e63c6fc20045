import { may } from '#lib/access/policy.ts';
import { holdActor } from '#lib/access/policy-articles.ts';
import { isPerson } from '#lib/access/rules.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { knownSources } from './policy.ts';
import type { CaptureDTO } from './types-captures.ts';

/**
 * Writes down that somebody who may judge has opened a capture; the first time alone. For whoever has just been given it to read: that it is theirs to see
 * is not asked again.
 */
export async function noteOpening(
  db: Db,
  actor: Actor,
  { id: captureId, sourceId, erased }: Pick<CaptureDTO, 'id' | 'sourceId' | 'erased'>,
): Promise<void> {
  if (erased !== null || !isPerson(actor) || !may(actor, 'verdict.give')) return;
  const userId = actor.id;
  if ((await db.opening.count({ where: { userId, captureId } })) > 0) return;
  await transact(db, async (tx) => {
    if (!(await writeOpening(tx, { userId, sourceId, captureId }))) return;
    const subject = { type: 'capture', id: captureId };
    await appendEvent(tx, actor, { chain: DESK_CHAIN, action: 'capture.opened', subject, detail: {} });
  });
}

/**
 * Writes down that somebody says they have seen a source of which nothing is kept: a book, a person, a call. What is kept is opened instead.
 *
 * @throws AppError `forbidden`, `not-found`, or `conflict` where something is kept of it.
 */
export function confirmSeen(db: Db, actor: Actor, sourceId: string): Promise<void> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'verdict.give');
    if (!isPerson(actor)) refuse('forbidden', 'verdicts-by-person');
    const known = await tx.source.count({ where: { AND: [{ id: sourceId }, knownSources(actor)] } });
    if (known === 0) refuse('not-found', 'no-source');
    const kept = await tx.capture.count({
      where: { erasedAt: null, source: { OR: [{ id: sourceId }, { mergedIntoId: sourceId }] } },
    });
    if (kept > 0) refuse('conflict', 'open-what-is-kept');
    if (!(await writeOpening(tx, { userId: actor.id, sourceId, captureId: null }))) return;
    const subject = { type: 'source', id: sourceId };
    await appendEvent(tx, actor, { chain: DESK_CHAIN, action: 'source.seen', subject, detail: {} });
  });
}

type Row = { readonly userId: string; readonly sourceId: string; readonly captureId: string | null };

/** False where it is written already. */
async function writeOpening(tx: Tx, row: Row): Promise<boolean> {
  const { count } = await tx.opening.createMany({ data: [row], skipDuplicates: true });
  return count > 0;
}
