import type { Db, Tx } from '#lib/platform/db.ts';
import { NOTHING_CITED, type Openings } from './rules-desk.ts';

/** A piece of evidence as far as opening it goes. */
export type Openable = { readonly id: string; readonly sourceId: string; readonly captureId: string | null };

/**
 * The pieces of evidence that a person has opened, by id: the capture that a piece quotes, or any of its source where it quotes none; or they have
 * said that they have seen a source of which nothing is kept.
 */
export async function openedBy(db: Db | Tx, personId: string, pieces: readonly Openable[]): Promise<Set<string>> {
  const sourceIds = [...new Set(pieces.map(({ sourceId }) => sourceId))];
  if (sourceIds.length === 0) return new Set();
  const rows = await db.opening.findMany({
    where: { userId: personId, source: { OR: [{ id: { in: sourceIds } }, { mergedIntoId: { in: sourceIds } }] } },
    select: { captureId: true, sourceId: true, source: { select: { mergedIntoId: true } } },
  });
  const isOpened = ({ sourceId, captureId }: Openable) =>
    rows.some(
      (row) =>
        (row.source.mergedIntoId ?? row.sourceId) === sourceId &&
        (captureId === null || row.captureId === null || row.captureId === captureId),
    );
  return new Set(pieces.filter(isOpened).map(({ id }) => id));
}

/** How many pieces a verdict cites, and how many of them all of these people have opened. */
export async function openingsOf(
  db: Db | Tx,
  pieces: readonly Openable[],
  people: readonly string[],
): Promise<Openings> {
  if (pieces.length === 0) return NOTHING_CITED;
  let left = pieces;
  for (const person of new Set(people)) {
    const opened = await openedBy(db, person, left);
    left = left.filter(({ id }) => opened.has(id));
  }
  return { cited: pieces.length, opened: left.length };
}
