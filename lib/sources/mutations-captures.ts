import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent, appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { EventInput } from '#lib/history/types.ts';
import { READER_VERSION, type ReadDocument } from '#lib/ingest/read/types.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { eraseBlob, putBlob } from '#lib/platform/blobs.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { dayOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { changeSource } from './mutations.ts';
import { holdLookedFor, type LookedFor, writeLookedFor } from './mutations-quotes.ts';
import { addWitnesses } from './mutations-witnesses.ts';
import { withMerged } from './policy.ts';
import { detailProposals } from './rules-captures.ts';
import type { CaptureSourceInput, EraseCaptureInput, UploadInput } from './schema-captures.ts';
import { detailsColumn, headersColumn, moreColumn, placesColumn, viewColumn } from './schema-columns.ts';

/** A source that the actor knows of, as far as captures go by it. */
async function sourceFor(tx: Tx, actor: Actor, id: string) {
  const source = await tx.source.findFirst({ where: { AND: [{ id }, withMerged(actor)] } });
  if (!source) refuse('not-found', 'no-source');
  return source;
}

/**
 * Has a capture of the source's link taken in the background, unless one is being taken. Returns the job's id.
 *
 * @throws AppError `forbidden`, `not-found`, or `conflict` for a source without a link.
 */
export function askCapture(db: Db, actor: Actor, { sourceId, fill }: CaptureSourceInput): Promise<{ jobId: string }> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'evidence.edit');
    const { link } = await sourceFor(tx, actor, sourceId);
    if (link === null) refuse('conflict', 'capture-no-link');
    const jobId = await addJob(tx, actor, {
      kind: 'capture',
      sourceId,
      input: { link, fill },
      onlyKey: `capture ${sourceId} ${sha256(link)}`,
    });
    return { jobId };
  });
}

/** Has a file that somebody brought kept as a capture of the source. Returns the job's id. */
export function askFileCapture(
  db: Db,
  actor: Actor,
  { sourceId, fileName, mediaType }: UploadInput,
  bytes: Uint8Array,
): Promise<{ jobId: string }> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'evidence.edit');
    await sourceFor(tx, actor, sourceId);
    const hash = await putBlob(tx, bytes);
    const jobId = await addJob(tx, actor, {
      kind: 'capture',
      sourceId,
      input: { sha256: hash, fileName, mediaType },
      onlyKey: `capture ${sourceId} ${hash}`,
    });
    return { jobId };
  });
}

/** Has the link of a capture fetched again and held against it. Returns the job's id. */
export function askRecheck(db: Db, actor: Actor, id: string): Promise<{ jobId: string }> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'evidence.edit');
    const capture = await tx.capture.findFirst({
      where: { id, source: withMerged(actor) },
      select: { sourceId: true, askedFor: true, erasedAt: true },
    });
    if (!capture) refuse('not-found', 'no-capture');
    if (capture.erasedAt) refuse('conflict', 'capture-erased');
    if (capture.askedFor === null) refuse('conflict', 'capture-not-of-link');
    return { jobId: await addRecheck(tx, actor, id, capture.sourceId) };
  });
}

export const addRecheck = (tx: Tx, actor: Actor | null, captureId: string, sourceId: string): Promise<string> =>
  addJob(tx, actor, { kind: 'recheck', captureId, sourceId, input: {}, onlyKey: `recheck ${captureId}` });

/** Bytes with where they come from: a link that was fetched, or a file. */
export type Taken = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly at: Date;
} & (
  | {
      readonly askedFor: string;
      readonly takenFrom: string;
      readonly headers: readonly (readonly [string, string])[];
      readonly fileName?: undefined;
    }
  | { readonly fileName: string; readonly askedFor?: undefined }
);

/**
 * Writes a capture with its bytes and what was read of them. The event that says so is its caller's to append. The transaction
 * holds the source from here on; what it holds of articles it has taken before.
 */
export async function writeCapture(
  tx: Tx,
  actor: Actor,
  sourceId: string,
  taken: Taken,
  read: ReadDocument | null,
): Promise<{ id: string; event: EventInput }> {
  await tx.$queryRaw`select 1 as held from sources where id = ${sourceId}::uuid for update`;
  const last = await tx.capture.aggregate({ where: { sourceId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const hash = await putBlob(tx, taken.bytes);
  const { id } = await tx.capture.create({
    data: {
      sourceId,
      number,
      sha256: hash,
      mediaType: taken.mediaType,
      size: taken.bytes.length,
      takenAt: taken.at,
      takenById: actor.id,
      ...(taken.askedFor === undefined
        ? { fileName: taken.fileName }
        : { askedFor: taken.askedFor, takenFrom: taken.takenFrom, headers: headersColumn.write(taken.headers) }),
      ...(read === null ? {} : { readings: { create: { number: 1, ...readingColumns(read) } } }),
    },
    select: { id: true },
  });
  await addWitnesses(tx, { id, sourceId, askedFor: taken.askedFor ?? null });
  return {
    id,
    event: {
      chain: DESK_CHAIN,
      action: 'capture.taken',
      subject: { type: 'capture', id },
      detail: { number, sha256: hash, reader: read === null ? null : READER_VERSION },
    },
  };
}

/** The columns of what a reader made of bytes. */
export const readingColumns = ({
  kind,
  text,
  places,
  view,
  details,
  notes,
  changes,
  links,
  warnings,
}: ReadDocument) => ({
  readerVersion: READER_VERSION,
  kind,
  text,
  places: placesColumn.write(places),
  view: viewColumn.write(view),
  details: detailsColumn.write(details),
  more: moreColumn.write({ notes, changes, links, warnings }),
});

/** What a job has taken and read, and how evidence that had been typed before stands in it; `fill` as in `captureSourceInput`. */
type Kept = {
  readonly taken: Taken;
  readonly read: ReadDocument | null;
  readonly fill: boolean;
  readonly looked: readonly LookedFor[];
};

/** The capture that a job was to take, all of it in its one transaction. */
export async function keepCapture(
  tx: Tx,
  actor: Actor,
  sourceId: string,
  { taken, read, fill, looked }: Kept,
): Promise<{ id: string }> {
  await holdActor(tx, actor, 'evidence.edit');
  const source = await sourceFor(tx, actor, sourceId);
  await holdLookedFor(tx, looked);
  if (
    fill &&
    read !== null &&
    source.version === 1 &&
    source.title === source.link &&
    source.createdById === actor.id
  ) {
    const { id, version, kind, tier, title, author, publisher, link, note, doi, isbn } = source;
    const days = { publishedOn: dayOf(source.publishedOn), updatedOn: dayOf(source.updatedOn) };
    const before = { title, link, author, publisher, ...days, doi, isbn };
    const found = Object.fromEntries(detailProposals(before, read.details).map(({ field, value }) => [field, value]));
    await changeSource(tx, actor, { ...before, id, version, kind, tier, note, ...found }, { filled: true });
  }
  const { id, event } = await writeCapture(tx, actor, sourceId, taken, read);
  const told = await writeLookedFor(tx, id, source.title, looked);
  await appendEvents(tx, null, told);
  await appendEvent(tx, actor, event);
  return { id };
}

/**
 * Erases a capture for good, where the law asks for it: its bytes, unless another capture stands on the same, and what was read
 * of it. Its hash, where it came from and when, who erased it and why stay, and so do the words that evidence quotes.
 */
export function eraseCapture(db: Db, actor: Actor, { id, reason }: EraseCaptureInput): Promise<void> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'capture.erase');
    const found = await tx.capture.findFirst({
      where: { id, source: withMerged(actor) },
      select: { sourceId: true },
    });
    if (!found) refuse('not-found', 'no-capture');
    await tx.$queryRaw`select 1 as held from sources where id = ${found.sourceId}::uuid for update`;
    const capture = await tx.capture.findUniqueOrThrow({ where: { id }, select: { sha256: true, erasedAt: true } });
    if (capture.erasedAt) refuse('conflict', 'capture-erased');
    const [now] = await tx.$queryRaw<{ at: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as at`;
    const erasedAt = now?.at ?? new Date();
    await tx.capture.update({ where: { id }, data: { erasedAt, erasedById: actor.id, erasedReason: reason } });
    await tx.$executeRaw`
      update capture_readings set text = null, places = null, view = null, details = null, more = null, erased_at = ${erasedAt}
      where capture_id = ${id}::uuid`;
    await eraseBlob(tx, capture.sha256);
    await appendEvent(tx, actor, {
      chain: DESK_CHAIN,
      action: 'capture.erased',
      subject: { type: 'capture', id },
      detail: { sha256: capture.sha256, reason },
    });
  });
}
