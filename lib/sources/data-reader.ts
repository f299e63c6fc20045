import type { Actor } from '#lib/access/types.ts';
import { jobsUnder } from '#lib/jobs/data.ts';
import type { Db } from '#lib/platform/db.ts';
import { sourceDTO } from './data.ts';
import { openCapture } from './data-captures.ts';
import { knownSources } from './policy.ts';
import type { ReaderSourceDTO } from './types-reader.ts';

/** A source opened beside the galley, or null where it, or the capture asked for, is not the reader's to see. */
export async function openForReader(
  db: Db,
  actor: Actor,
  sourceId: string,
  captureId: string | null,
): Promise<ReaderSourceDTO | null> {
  const asked = await db.source.findUnique({ where: { id: sourceId }, select: { mergedIntoId: true } });
  const id = asked?.mergedIntoId ?? sourceId;
  const source = await db.source.findFirst({ where: { AND: [{ id }, knownSources(actor)] } });
  if (!source) return null;
  const family = { OR: [{ id }, { mergedIntoId: id }] };
  const [capture, jobs] = await Promise.all([
    db.capture.findFirst({
      where: captureId === null ? { source: family, erasedAt: null } : { source: family, id: captureId },
      select: { id: true, takenAt: true },
      orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    }),
    jobsUnder(db, { sourceId: id }),
  ]);
  if (captureId !== null && !capture) return null;
  const job = jobs.find(({ kind }) => kind === 'capture') ?? null;
  const isPast = job?.state === 'failed' && capture !== null && job.createdAt < capture.takenAt.toISOString();
  return {
    source: sourceDTO(source),
    opened: capture && (await openCapture(db, actor, capture.id)),
    job: isPast ? null : job,
  };
}
