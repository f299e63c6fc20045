import { foreignArticle } from '#lib/foreign/data.ts';
import { getBlob } from '#lib/platform/blobs.ts';
import type { Db } from '#lib/platform/db.ts';

/**
 * An article that came from another desk, byte for byte as it came, by its id here; null where there is none.
 *
 * @throws AppError as `getBlob` does.
 */
export async function foreignFile(
  db: Db,
  id: string,
): Promise<{ readonly title: string; readonly bytes: Uint8Array } | null> {
  const found = await foreignArticle(db, id);
  if (!found) return null;
  const bytes = await getBlob(db, found.sha256);
  if (bytes === null) throw new Error(`The bytes of ${id} are gone`);
  return { title: found.title, bytes };
}
