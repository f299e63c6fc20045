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
  const named = await db.source.findUnique({ where: { id: sourceId }, select: { mergedIntoId: true } });
  const id = named?.mergedIntoId ?? sourceId;
  const source = await db.source.findFirst({ where: { AND: [{ id }, knownSources(actor)] } });
  if (!source) return null;
  const family = { OR: [{ id }, { mergedIntoId: id }] };
  const select = { id: true, takenAt: true } as const;
  const [newest, asked, jobs] = await Promise.all([
    db.capture.findFirst({
      where: { source: family, erasedAt: null },
      select,
      orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    }),
    captureId === null ? null : db.capture.findFirst({ where: { source: family, id: captureId }, select }),
    jobsUnder(db, actor, { sourceId: id }),
  ]);
  if (captureId !== null && !asked) return null;
  const capture = asked ?? newest;
  const job = jobs.find(({ kind }) => kind === 'capture') ?? null;
  const isPast = job?.state === 'failed' && capture !== null && job.createdAt < capture.takenAt.toISOString();
  return {
    source: sourceDTO(source),
    opened: capture && (await openCapture(db, actor, capture.id)),
    isOlder: newest !== null && capture !== null && newest.id !== capture.id,
    job: isPast ? null : job,
  };
}
