import type { Actor } from '#lib/access/types.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db } from '#lib/platform/db.ts';
import { knownSources } from './policy.ts';
import type { SourceDTO } from './types.ts';

type SourceRow = Omit<SourceDTO, 'publishedOn'> & { readonly publishedOn: Date | null };

export const sourceDTO = (row: SourceRow): SourceDTO => ({
  id: row.id,
  version: row.version,
  title: row.title,
  kind: row.kind,
  tier: row.tier,
  publisher: row.publisher,
  author: row.author,
  link: row.link,
  publishedOn: dayOf(row.publishedOn),
  note: row.note,
});

const FOUND = 20;

/** Sources whose title, publisher or link holds the words, newest first; all, where there are none. At most 20. */
export async function findSources(db: Db, actor: Actor, query: string): Promise<SourceDTO[]> {
  const contains = { contains: query.trim(), mode: 'insensitive' } as const;
  const rows = await db.source.findMany({
    where: {
      archivedAt: null,
      AND: [
        knownSources(actor),
        query.trim() ? { OR: [{ title: contains }, { publisher: contains }, { link: contains }] } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: FOUND,
  });
  return rows.map(sourceDTO);
}
