import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { findQuotes, type Quotation, type ReadText } from '#lib/sources/data-quotes.ts';
import { withMerged } from '#lib/sources/policy.ts';
import { placesColumn } from '#lib/sources/schema-columns.ts';
import type { QuoteFinding } from '#lib/sources/types-captures.ts';

/** Where a quotation was found. */
export type FoundQuote = QuoteFinding & { readonly captureId: string };

/**
 * Looks for a quotation in the text of captures of its source: word for word in the one that is named, else in the newest.
 * Null where there is no text to look in, or nobody has the time to look: evidence is never lost over its check. To be asked for after the
 * gate and before the transaction.
 */
export async function findQuote(
  db: Db,
  actor: Actor,
  { quote, locator }: { readonly quote: string | null; readonly locator: string | null },
  at: { readonly sourceId: string; readonly captureId: string | null },
): Promise<FoundQuote | null> {
  if (quote === null) return null;
  const named =
    at.captureId === null ? null : await lookIn({ quote, locator }, await textOf(db, actor, { id: at.captureId }));
  if (named?.check === 'exact') return named;
  return (await lookIn({ quote, locator }, await newestText(db, actor, at.sourceId))) ?? named;
}

type Read = ReadText & { readonly captureId: string };

async function lookIn(quotation: Quotation, read: Read | null): Promise<FoundQuote | null> {
  if (read === null) return null;
  const [found] = (await findQuotes([quotation], read)) ?? [];
  return found ? { captureId: read.captureId, ...found } : null;
}

const newestText = async (db: Db, actor: Actor, sourceId: string) => {
  const source = await db.source.findUnique({ where: { id: sourceId }, select: { mergedIntoId: true } });
  const id = source?.mergedIntoId ?? sourceId;
  return textOf(db, actor, { source: { OR: [{ id }, { mergedIntoId: id }] } });
};

async function textOf(db: Db, actor: Actor, which: { id: string } | { source: object }) {
  const row = await db.captureReading.findFirst({
    where: { erasedAt: null, capture: { AND: [which, { source: withMerged(actor) }] } },
    select: { captureId: true, text: true, places: true },
    orderBy: [{ capture: { takenAt: 'desc' } }, { number: 'desc' }],
  });
  return row?.text ? { captureId: row.captureId, text: row.text, places: placesColumn.read(row.places) } : null;
}
