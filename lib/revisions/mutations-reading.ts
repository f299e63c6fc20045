import { isDeepStrictEqual } from 'node:util';
import { readingOf, withReading } from '#lib/articles/data-readings.ts';
import type { Tx } from '#lib/platform/db.ts';
import { type ReadText, readingRow } from './mutations-extract.ts';
import { isSamePlace, sentenceOf } from './rules-marks.ts';

/** The numbers of a revision and of a reading of it. */
export type KeptReading = { readonly revision: number; readonly reading: number };

/** Keeps what the engine has made of a revision's text as its present reading. One that is as the last was is that one. */
export async function keepReading(tx: Tx, revisionId: string, read: ReadText): Promise<KeptReading> {
  const row = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { number: true, ...withReading },
  });
  const last = readingOf(row);
  const isSame =
    last.engineVersion === read.engine &&
    isDeepStrictEqual([last.blocks, last.sentences], [read.blocks, read.sentences]);
  if (isSame) return { revision: row.number, reading: last.number };
  const { number } = await tx.reading.create({
    data: { revisionId, ...readingRow(read, last.number + 1) },
    select: { number: true },
  });
  return { revision: row.number, reading: number };
}

export type MarksPlaced = {
  readonly marksMoved: number;
  /** Those that no sentence of the present reading fits any more, where they stood. */
  readonly marksEnded: readonly { readonly start: number; readonly end: number; readonly exact: string }[];
};

/**
 * Puts the marks on a revision's sentences on those of another reading of it. One whose words are a sentence still stays, or
 * goes on as a mark on that sentence; any other is ended.
 */
export async function placeMarks(
  tx: Tx,
  articleId: string,
  revisionId: string,
  read: Pick<ReadText, 'text' | 'sentences'>,
): Promise<MarksPlaced> {
  const marks = await tx.sentenceMark.findMany({
    where: { revisionId, withdrawnAt: null },
    orderBy: { start: 'asc' },
    select: { id: true, start: true, end: true, exact: true, reason: true, byId: true },
  });
  const leaving = marks.flatMap((mark) => {
    const place = sentenceOf(read, mark);
    return place && isSamePlace(place, mark) ? [] : [{ mark, place }];
  });
  await tx.sentenceMark.updateMany({
    where: { id: { in: leaving.map(({ mark }) => mark.id) } },
    data: { withdrawnAt: new Date() },
  });
  const moved = leaving.flatMap(({ mark: { id, reason, byId }, place }) =>
    place
      ? [
          {
            articleId,
            revisionId,
            ...place,
            exact: read.text.slice(place.start, place.end),
            reason,
            byId,
            carriedFromId: id,
          },
        ]
      : [],
  );
  await tx.sentenceMark.createMany({ data: moved });
  const ended = leaving.filter(({ place }) => place === null);
  return {
    marksMoved: moved.length,
    marksEnded: ended.map(({ mark: { start, end, exact } }) => ({ start, end, exact })),
  };
}
