import type { Actor } from '#lib/access/types.ts';
import type { Stretch } from '#lib/ingest/read/types.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { knownToAll, withMerged } from './policy.ts';
import { workingColumn } from './schema-columns.ts';

/** What a re-check of a capture goes by: its link, the hash of its bytes, and what was read of it. */
export async function linkOfCapture(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ link: string; hash: string; text: string | null }> {
  const capture = await db.capture.findFirst({
    where: { id, source: withMerged(actor) },
    select: {
      askedFor: true,
      sha256: true,
      erasedAt: true,
      readings: { select: { text: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  });
  if (!capture) refuse('not-found', 'no-capture');
  if (capture.erasedAt) refuse('conflict', 'capture-erased');
  if (capture.askedFor === null) refuse('conflict', 'capture-not-of-link');
  return { link: capture.askedFor, hash: capture.sha256, text: capture.readings[0]?.text ?? null };
}

type Placed = {
  readonly captureStart: number | null;
  readonly captureEnd: number | null;
  readonly working: unknown;
};

/** The stretches of its capture that a piece of evidence quotes: of a working, each of its figures, and nothing between them. */
export function stretchesOf({ captureStart: start, captureEnd: end, working }: Placed): Stretch[] {
  if (start === null || end === null) return [];
  if (working === null) return [{ start, end }];
  return workingColumn.read(working).inputs.map((input) => ({ start: input.start, end: input.end }));
}

/** What those who bear witness to a capture are told of it: its hash, or its link. It is there and was not erased. */
export async function captureToWitness(db: Db, actor: Actor, id: string) {
  const capture = await db.capture.findFirst({
    where: { id, source: withMerged(actor) },
    select: { id: true, sourceId: true, sha256: true, askedFor: true, takenAt: true, erasedAt: true },
  });
  if (!capture) refuse('not-found', 'no-capture');
  if (capture.erasedAt) refuse('conflict', 'capture-erased');
  return capture;
}

/** Whether everybody on the desk knows of a source, or of what it has become part of. */
export const isKnownToAll = async (db: Db, sourceId: string): Promise<boolean> =>
  (await db.source.count({
    where: { AND: [{ id: sourceId, confidentialAt: null }, { OR: [knownToAll, { mergedInto: knownToAll }] }] },
  })) > 0;

/** The stretches of a capture that evidence quotes, of all articles: withdrawn evidence too, which may come back. */
export async function quotedStretches(db: Db, captureId: string): Promise<(Stretch & { evidenceId: string })[]> {
  const rows = await db.evidence.findMany({
    where: { captureId, captureStart: { not: null } },
    select: { id: true, captureStart: true, captureEnd: true, working: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ id, ...placed }) => stretchesOf(placed).map((stretch) => ({ evidenceId: id, ...stretch })));
}

/** How many re-checks one look puts in. */
const AT_ONCE = 200;

/**
 * Captures of links that evidence quotes, and that were taken and last checked longer ago than the desk wants; none where it
 * wants re-checks by hand alone. Of confidential sources none: whoever runs a site would see that somebody goes on looking.
 */
export const capturesToCheck = (tx: Tx | Db): Promise<{ id: string; sourceId: string }[]> =>
  tx.$queryRaw`
    select c.id, c.source_id as "sourceId" from captures c join sources on sources.id = c.source_id, settings s
    where sources.confidential_at is null and c.asked_for is not null and c.erased_at is null
      and greatest(c.taken_at, (select max(k.at) from capture_checks k where k.capture_id = c.id))
        < now() - make_interval(days => s.recheck_days)
      and exists (select from evidence e where e.capture_id = c.id and e.withdrawn_at is null)
      and not exists (select from jobs j where j.capture_id = c.id and j.kind = 'recheck'
        and j.created_at > now() - interval '1 day')
    order by c.taken_at limit ${AT_ONCE}`;
