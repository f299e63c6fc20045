import { decidesOn } from '#lib/access/rules-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { EventInput } from '#lib/history/types.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { newSalt, type Versioned } from './mutations.ts';
import { holdSource } from './mutations-hold.ts';
import type { MarkConfidentialInput, UnmarkConfidentialInput } from './schema-confidential.ts';

type Source = Awaited<ReturnType<typeof holdSource>>['source'];

/**
 * Marks a source as confidential: from here on it is named to its handler, to whoever brought it in and to the people they name. Of one that is
 * confidential already, its handler says anew to whom, or gives it over. What has become part of the source is as confidential as it is.
 *
 * @throws AppError `forbidden` for who is not its handler, `not-found`, `stale-version`, `invalid` for people who are not there.
 */
export function markConfidential(db: Db, actor: Actor, input: MarkConfidentialInput): Promise<Versioned> {
  return transact(db, async (tx) => {
    const { source, articles } = await held(tx, actor, input);
    const isNew = source.confidentialAt === null;
    if (!isNew) await assertDecides(tx, actor, source);
    const handlerId = input.handler ?? (isNew ? actor.id : source.handlerId);
    if (handlerId === null) refuse('forbidden', 'source-decided-by-handler');
    const to = await peopleNamed(tx, [handlerId, source.createdById, ...input.to]);
    // Of several records that have become one, each keeps its own salt.
    for (const { id, maskSalt, confidentialAt } of await familyOf(tx, source.id))
      await tx.source.update({
        where: { id },
        data: {
          confidentialAt: confidentialAt ?? new Date(),
          confidentialTo: { set: to },
          confidentialReason: input.reason,
          handlerId,
          maskSalt: maskSalt ?? newSalt(),
          version: { increment: 1 },
        },
      });
    const version = source.version + 1;
    const subject = { type: 'source', id: source.id };
    const onDesk = { chain: DESK_CHAIN, subject, detail: { version, reason: input.reason, to, handler: handlerId } };
    const action = 'source.markedConfidential';
    const events: EventInput[] = isNew
      ? [...articles.map((chain) => ({ chain, action, subject, detail: { version } }) as const), { ...onDesk, action }]
      : // That it is named to others now is no news of the articles.
        [{ ...onDesk, action: 'source.confided' }];
    await appendEvents(tx, actor, events);
    return { version };
  });
}

/** Names a source to everybody again who may know of it: what was masked is shown, and so is why it was. Its handler's to do. */
export function unmarkConfidential(db: Db, actor: Actor, input: UnmarkConfidentialInput): Promise<Versioned> {
  return transact(db, async (tx) => {
    const { source, articles } = await held(tx, actor, input);
    if (source.confidentialAt === null) refuse('conflict', 'source-already-open');
    await assertDecides(tx, actor, source);
    await tx.source.updateMany({
      where: { OR: [{ id: source.id }, { mergedIntoId: source.id }] },
      data: {
        confidentialAt: null,
        confidentialTo: { set: [] },
        confidentialReason: null,
        handlerId: null,
        version: { increment: 1 },
      },
    });
    const version = source.version + 1;
    await appendEvents(
      tx,
      actor,
      [...articles, DESK_CHAIN].map((chain) => ({
        chain,
        action: 'source.unmarked' as const,
        subject: { type: 'source', id: source.id },
        detail: { version, reason: input.reason },
      })),
    );
    return { version };
  });
}

async function held(tx: Tx, actor: Actor, { id, version }: { readonly id: string; readonly version: number }) {
  const found = await holdSource(tx, actor, id, version, 'source.confide');
  if (found.source.mergedIntoId !== null) refuse('conflict', 'source-merged');
  return found;
}

/** Refuses with `forbidden` unless the actor decides on a confidential source. */
export async function assertDecides(tx: Tx, actor: Actor, source: Source): Promise<void> {
  const handler =
    source.handlerId === null
      ? null
      : await tx.user.findUnique({
          where: { id: source.handlerId },
          select: { id: true, role: true, disabledAt: true },
        });
  if (actor.id === null || !decidesOn({ ...source, handler }, actor.id))
    refuse('forbidden', 'source-decided-by-handler');
}

/** Each of these people once; nobody who is not there. */
async function peopleNamed(tx: Tx, ids: readonly (string | null)[]): Promise<string[]> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const known = await tx.user.count({ where: { id: { in: wanted } } });
  if (known !== wanted.length) refuse('invalid', 'choose-people', { field: 'to' });
  return wanted;
}

const familyOf = (tx: Tx, id: string) =>
  tx.source.findMany({
    where: { OR: [{ id }, { mergedIntoId: id }] },
    select: { id: true, maskSalt: true, confidentialAt: true },
    orderBy: { id: 'asc' },
  });
