import type { Actor } from '#lib/access/types.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { findQuotes, type Quotation, type ReadText } from '#lib/sources/data-quotes.ts';
import { withMerged } from '#lib/sources/policy.ts';
import { placesColumn } from '#lib/sources/schema-columns.ts';
import type { QuoteFinding } from '#lib/sources/types-captures.ts';

/** Where a quotation was found. */
export type FoundQuote = QuoteFinding & { readonly captureId: string };

/** The same, in the reading of that number. */
type QuoteInReading = FoundQuote & { readonly reading: number };

/**
 * What was found before the transaction, in the transaction that holds the source or its article: null where the capture has been
 * read anew meanwhile, so that the place is one of another text.
 */
export async function foundStill(tx: Tx, found: QuoteInReading | null): Promise<FoundQuote | null> {
  if (found === null) return null;
  const { reading, ...quoted } = found;
  return (await presentReading(tx, found.captureId)) === reading ? quoted : null;
}

/** The number of a capture's present reading; null where it holds no text. */
export async function presentReading(tx: Tx, captureId: string): Promise<number | null> {
  const { _max } = await tx.captureReading.aggregate({ where: { captureId }, _max: { number: true } });
  return _max.number;
}

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
): Promise<QuoteInReading | null> {
  if (quote === null) return null;
  const named =
    at.captureId === null ? null : await lookIn({ quote, locator }, await textOf(db, actor, { id: at.captureId }));
  if (named?.check === 'exact') return named;
  return (await lookIn({ quote, locator }, await newestText(db, actor, at.sourceId))) ?? named;
}

type Read = ReadText & { readonly captureId: string; readonly reading: number };

async function lookIn(quotation: Quotation, read: Read | null): Promise<QuoteInReading | null> {
  if (read === null) return null;
  const [found] = (await findQuotes([quotation], read)) ?? [];
  return found ? { captureId: read.captureId, reading: read.reading, ...found } : null;
}

const newestText = async (db: Db, actor: Actor, sourceId: string) => {
  const source = await db.source.findUnique({ where: { id: sourceId }, select: { mergedIntoId: true } });
  const id = source?.mergedIntoId ?? sourceId;
  return textOf(db, actor, { source: { OR: [{ id }, { mergedIntoId: id }] } });
};

async function textOf(db: Db, actor: Actor, which: { id: string } | { source: object }) {
  const row = await db.captureReading.findFirst({
    where: { erasedAt: null, capture: { AND: [which, { source: withMerged(actor) }] } },
    select: { captureId: true, number: true, text: true, places: true },
    orderBy: [{ capture: { takenAt: 'desc' } }, { number: 'desc' }],
  });
  return row?.text
    ? { captureId: row.captureId, reading: row.number, text: row.text, places: placesColumn.read(row.places) }
    : null;
}
