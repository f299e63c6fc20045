import { openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { NamedSource } from '#lib/ingest/named.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';

/** A document's bytes do not tell how much is in them. */
const CHARACTERS_OF_DOCUMENT = 2_000_000;

/**
 * The sources that an article's own document names, at their places in the present text: the file is that of the last revision that came in one.
 *
 * @throws AppError `not-found`, and what `onText` throws.
 */
export async function namedInArticle(db: Db, actor: Actor, id: string): Promise<NamedSource[]> {
  const article = await openArticle(db, actor, 'article.read', id);
  const [present, kept] = await Promise.all([
    db.revision.findUnique({ where: { id: article.revisionId }, select: { text: true } }),
    db.revision.findFirst({
      where: { articleId: id, original: { not: null } },
      select: { original: true, originalType: true },
      orderBy: { number: 'desc' },
    }),
  ]);
  if (!present) refuse('not-found', 'no-article');
  const file = kept?.original ? { bytes: new Uint8Array(kept.original), mediaType: kept.originalType } : null;
  return onText('named', { file, text: present.text }, file ? CHARACTERS_OF_DOCUMENT : present.text.length);
}
