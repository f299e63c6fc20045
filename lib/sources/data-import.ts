import type { Actor } from '#lib/access/types.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { knownSources, knownToAll } from './policy.ts';
import type { Alike, ImportRow } from './rules-import.ts';
import { linkKeyOf } from './rules-link-key.ts';

/**
 * The sources that these could be, among those that the actor may know of. Of the command line, which knows all, only those
 * that everybody knows of count: what it brings in is for them.
 */
export async function sourcesAlike(db: Db | Tx, actor: Actor, rows: readonly ImportRow[]): Promise<Alike[]> {
  const fields = rows.flatMap((row) => row.fields ?? []);
  const said = (values: readonly (string | null | undefined)[]) => values.flatMap((value) => value ?? []);
  const linkKeys = said(fields.map(({ link }) => linkKeyOf(link)));
  const found = await db.source.findMany({
    where: {
      AND: [
        actor.kind === 'command' ? knownToAll : knownSources(actor),
        {
          OR: [
            { linkKey: { in: linkKeys } },
            { merged: { some: { linkKey: { in: linkKeys } } } },
            { doi: { in: said(fields.map(({ doi }) => doi)) } },
            { isbn: { in: said(fields.map(({ isbn }) => isbn)) } },
            { title: { in: fields.map(({ title }) => title) } },
          ],
        },
      ],
    },
    select: {
      title: true,
      kind: true,
      publishedOn: true,
      linkKey: true,
      doi: true,
      isbn: true,
      merged: { select: { linkKey: true } },
    },
  });
  return found.flatMap(({ merged, ...source }) =>
    [source, ...merged].map(({ linkKey }) => ({ ...source, linkKey, publishedOn: dayOf(source.publishedOn) })),
  );
}
