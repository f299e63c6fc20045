import type { Db } from '#lib/platform/db.ts';
import { type Openable, openedBy } from '#lib/standing/data-openings.ts';

/** Of pieces of evidence, by id, those that a person has opened; and of their sources those of which anything is kept that can be. */
export async function openingsFor(
  db: Db,
  personId: string | null,
  pieces: readonly Openable[],
): Promise<{ readonly opened: ReadonlySet<string>; readonly kept: ReadonlySet<string> }> {
  const ids = pieces.map(({ sourceId }) => sourceId);
  const [opened, captures] = await Promise.all([
    personId === null ? new Set<string>() : openedBy(db, personId, pieces),
    db.capture.findMany({
      where: { erasedAt: null, source: { OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] } },
      select: { source: { select: { id: true, mergedIntoId: true } } },
      distinct: ['sourceId'],
    }),
  ]);
  return { opened, kept: new Set(captures.map(({ source }) => source.mergedIntoId ?? source.id)) };
}
