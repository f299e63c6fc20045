import type { Prisma } from '#lib/platform/db.ts';
import { blocksColumn, sentencesColumn } from './schema-columns.ts';
import type { ReadingDTO } from './types.ts';

/** What a query of revisions asks for beside their own columns, for `readingOf`. */
export const withReading = {
  readings: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true, engineVersion: true, blocks: true, sentences: true },
  },
} satisfies Prisma.RevisionSelect;

/**
 * The present reading of a revision, which everything that speaks of its blocks and sentences goes by: the last that was made.
 * @throws Error where there is none, which no change of Stet's leaves behind.
 */
export function readingOf({ readings: [row] }: Prisma.RevisionGetPayload<{ select: typeof withReading }>): ReadingDTO {
  if (!row) throw new Error('A revision has no reading');
  return { ...row, blocks: blocksColumn.read(row.blocks), sentences: sentencesColumn.read(row.sentences) };
}
