import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { inWords } from '#lib/i18n/tell.ts';
import type { CitationFile } from '#lib/ingest/citations/types.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { sourcesAlike } from './data-import.ts';
import { columnsOf } from './mutations.ts';
import { type ImportRow, importRows } from './rules-import.ts';
import type { ImportedDTO } from './types.ts';

/** What a file of references would bring in, for looking at. Writes nothing. */
export async function previewImport(db: Db | Tx, actor: Actor, file: CitationFile): Promise<ImportedDTO> {
  return importedDTO(file, await rowsOf(db, actor, file));
}

/**
 * Takes the sources of a file into the library, for everybody on the desk: those that are not there yet, as far as the actor
 * may know, and that say what a source must say. Brought in again it adds nothing.
 */
export function importSources(db: Db, actor: Actor, file: CitationFile): Promise<ImportedDTO> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'evidence.edit');
    // Of two imports of one file, the second sees what the first has brought in.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('stet sources import'))::text`;
    const rows = await rowsOf(tx, actor, file);
    const fresh = rows.flatMap((row) => (row.state === 'new' ? [row.fields] : []));
    if (fresh.length > 0) {
      await tx.source.createMany({
        data: fresh.map((fields) => ({ ...columnsOf(fields), shared: true, createdById: actor.id })),
      });
      await appendEvent(tx, actor, {
        chain: DESK_CHAIN,
        action: 'source.imported',
        subject: { type: 'desk', id: 'desk' },
        detail: { count: fresh.length, format: file.format },
      });
    }
    return importedDTO(file, rows);
  });
}

async function rowsOf(db: Db | Tx, actor: Actor, { items }: CitationFile): Promise<ImportRow[]> {
  const rows = importRows(items);
  return importRows(items, await sourcesAlike(db, actor, rows));
}

const importedDTO = (file: CitationFile, rows: readonly ImportRow[]): ImportedDTO => ({
  format: file.format,
  left: file.left,
  rows: rows.map(({ state, title, fields, why }) => ({
    state,
    title,
    kind: fields?.kind ?? null,
    tier: fields?.tier ?? null,
    why: why && inWords(why),
  })),
});
