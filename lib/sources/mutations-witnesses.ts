import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Stamped } from '#lib/ingest/witness/stamp.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { getWitnesses } from '#lib/settings/data.ts';
import { withMerged } from './policy.ts';

/*
 * Others who can say later that a capture is as old as it claims: a time-stamp authority, which learns its hash, and the
 * Internet Archive, which learns its link. Both are asked after the capture is kept; what they answer is kept beside it.
 */

type Taken = { readonly id: string; readonly sourceId: string };

/** Has a capture that was just written borne witness to, as the desk has chosen: jobs of the desk's own. */
export async function addWitnesses(tx: Tx, capture: Taken): Promise<void> {
  const { stampCaptures } = await getWitnesses(tx);
  if (stampCaptures) await addStamp(tx, null, capture);
}

const addStamp = (tx: Tx, actor: Actor | null, { id, sourceId }: Taken): Promise<string> =>
  addJob(tx, actor, { kind: 'stamp', captureId: id, sourceId, input: {}, onlyKey: `stamp ${id}` });

/**
 * Has one capture stamped that has no stamp yet. Returns the job's id.
 *
 * @throws AppError `forbidden`, `not-found`, or `conflict` where it was erased or the desk wants no stamps.
 */
export function askStamp(db: Db, actor: Actor, id: string): Promise<{ jobId: string }> {
  return transact(db, async (tx) => {
    const capture = await present(tx, actor, id);
    const { stampCaptures } = await getWitnesses(tx);
    if (!stampCaptures) refuse('conflict', 'stamp-off');
    return { jobId: await addStamp(tx, actor, capture) };
  });
}

/** A capture that the actor knows of and that was not erased, held: an erasure waits, or is seen. */
async function present(tx: Tx, actor: Actor, id: string) {
  await holdActor(tx, actor, 'evidence.edit');
  const select = { id: true, sourceId: true, number: true, sha256: true } as const;
  const capture = await tx.capture.findFirst({ where: { id, source: withMerged(actor) }, select });
  if (!capture) refuse('not-found', 'no-capture');
  await tx.$queryRaw`select 1 as held from sources where id = ${capture.sourceId}::uuid for update`;
  const held = await tx.capture.findUniqueOrThrow({ where: { id }, select: { erasedAt: true } });
  if (held.erasedAt) refuse('conflict', 'capture-erased');
  return capture;
}

const LONGEST_NAME = 200;

/** Keeps the stamp of a capture; one that is there stays. */
export async function keepStamp(tx: Tx, actor: Actor, id: string, { token, at, by }: Stamped): Promise<void> {
  const { number } = await present(tx, actor, id);
  if ((await tx.captureStamp.count({ where: { captureId: id } })) > 0) return;
  const byName = canonicalText(by).slice(0, LONGEST_NAME);
  await tx.captureStamp.create({ data: { captureId: id, token, at, byName } });
  await appendEvent(tx, actor, {
    chain: DESK_CHAIN,
    action: 'capture.stamped',
    subject: { type: 'capture', id },
    detail: { number, at: at.toISOString(), by: byName },
  });
}
