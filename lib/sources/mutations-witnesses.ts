import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Copy } from '#lib/ingest/witness/archive.ts';
import type { Stamped } from '#lib/ingest/witness/stamp.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse, type Saying } from '#lib/platform/result.ts';
import { getWitnesses } from '#lib/settings/data.ts';
import { withMerged } from './policy.ts';
import type { ArchiveJob } from './schema-captures.ts';

/*
 * Others who can say later that a capture is as old as it claims: a time-stamp authority, which learns its hash, and the
 * Internet Archive, which learns its link. Both are asked after the capture is kept; what they answer is kept beside it.
 */

type Capture = { readonly id: string; readonly sourceId: string };

/** Has a capture that was just written borne witness to, as the desk has chosen: jobs of the desk's own. */
export async function addWitnesses(tx: Tx, capture: Capture & { readonly askedFor: string | null }): Promise<void> {
  const { stampCaptures, archiveCaptures } = await getWitnesses(tx);
  // The desk's own jobs know nothing of a confidential source: whoever it is named to can have it stamped by hand.
  const { confidentialAt } = await tx.source.findUniqueOrThrow({
    where: { id: capture.sourceId },
    select: { confidentialAt: true },
  });
  if (confidentialAt !== null) return;
  if (stampCaptures) await addStamp(tx, null, capture);
  if (archiveCaptures && capture.askedFor !== null) await addArchive(tx, null, capture, FIRST);
}

const addStamp = (tx: Tx, actor: Actor | null, { id, sourceId }: Capture): Promise<string> =>
  addJob(tx, actor, { kind: 'stamp', captureId: id, sourceId, input: {}, onlyKey: `stamp ${id}` });

const FIRST: ArchiveJob = { tries: 0, asked: null };

type Later = { readonly afterSeconds: number; readonly last: Saying | null };

/** Has the archive asked for a copy of a capture's link, or looked at again: now, or after a while. */
export const addArchive = (
  tx: Tx,
  actor: Actor | null,
  { id, sourceId }: Capture,
  input: ArchiveJob,
  later?: Later,
): Promise<string> =>
  addJob(tx, actor, {
    kind: 'archive',
    captureId: id,
    sourceId,
    input,
    onlyKey: `archive ${id}`,
    ...(later === undefined ? {} : { afterSeconds: later.afterSeconds }),
    ...(later?.last ? { last: later.last } : {}),
  });

/**
 * Has the Internet Archive asked for a copy of a capture's link, where none is known yet. Returns the job's id.
 *
 * @throws AppError `forbidden`, `not-found`, or `conflict` where it was erased, is of no link, or the desk wants no copies.
 */
export function askArchive(db: Db, actor: Actor, id: string): Promise<{ jobId: string }> {
  return transact(db, async (tx) => {
    const capture = await present(tx, actor, id);
    if (capture.askedFor === null) refuse('conflict', 'capture-not-of-link');
    const { archiveCaptures } = await getWitnesses(tx);
    if (!archiveCaptures) refuse('conflict', 'archive-off');
    return { jobId: await addArchive(tx, actor, capture, FIRST) };
  });
}

/** Keeps the copy that the archive has of a capture's link; one that is there stays. */
export async function keepArchive(tx: Tx, actor: Actor, id: string, { address, at }: Copy): Promise<void> {
  const { number } = await present(tx, actor, id);
  if ((await tx.captureArchive.count({ where: { captureId: id } })) > 0) return;
  await tx.captureArchive.create({ data: { captureId: id, address, at } });
  await appendEvent(tx, actor, {
    chain: DESK_CHAIN,
    action: 'capture.archived',
    subject: { type: 'capture', id },
    // The desk's chain is read by people whom an article may be hidden from: it names no link.
    detail: { number, at: at.toISOString() },
  });
}

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
  const select = { id: true, sourceId: true, number: true, askedFor: true } as const;
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
