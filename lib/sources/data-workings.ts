import type { Place } from '#lib/ingest/read/types.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { figureIn, inWords, workingWords } from './rules-working.ts';
import { placesColumn, workingColumn } from './schema-columns.ts';
import type { Working, WorkingDTO, WorkingInput } from './types-captures.ts';

type Row = {
  readonly captureId: string | null;
  readonly working: unknown;
  readonly sourceId: string;
};

/** The workings of pieces of evidence, worked out, each beside what its cells say in the newest capture of its source; null where a piece has none. */
export async function workingsOf(db: Db | Tx, rows: readonly Row[]): Promise<(WorkingDTO | null)[]> {
  const newest = new Map<string, Promise<Newest | null>>();
  return Promise.all(
    rows.map(async ({ captureId, working, sourceId }) => {
      if (working === null) return null;
      const read = workingColumn.read(working);
      // Only cells have a name by which they are found again.
      if (!read.inputs.some(({ cell }) => cell !== null)) return workingDTO(read, null);
      const now = newest.get(sourceId) ?? newestOf(db, sourceId);
      newest.set(sourceId, now);
      const found = await now;
      return workingDTO(read, found?.captureId === captureId ? null : found);
    }),
  );
}

type Newest = { readonly captureId: string; readonly text: string; readonly places: readonly Place[] };

async function newestOf(db: Db | Tx, sourceId: string): Promise<Newest | null> {
  const row = await db.captureReading.findFirst({
    where: { erasedAt: null, capture: { source: { OR: [{ id: sourceId }, { mergedIntoId: sourceId }] } } },
    select: { captureId: true, text: true, places: true },
    orderBy: [{ capture: { takenAt: 'desc' } }, { number: 'desc' }],
  });
  return row?.text ? { captureId: row.captureId, text: row.text, places: placesColumn.read(row.places) } : null;
}

function workingDTO(working: Working, newest: Newest | null): WorkingDTO {
  const inputs = working.inputs.map((one) => ({ ...one, now: newest && cellNow(one, newest) }));
  const hasChanged = inputs.some(({ now }) => now !== null);
  const now = hasChanged
    ? inWords(
        working.kind,
        inputs.map((one) => one.now ?? one.words),
      )
    : '';
  return { kind: working.kind, inputs, words: workingWords(working), now: now || null };
}

/** What the cell of an input says there now, where it says another figure; empty where there is no such cell, or no figure in it. */
function cellNow({ cell, words }: WorkingInput, { text, places }: Newest): string | null {
  if (cell === null) return null;
  const place = places.find(
    (one) =>
      one.kind === 'cell' && one.cell === cell.name && one.sheet === cell.sheet && (one.table ?? null) === cell.table,
  );
  const now = place && figureIn(text.slice(place.start, place.end))?.words;
  return now === words ? null : (now ?? '');
}
