import type { QuoteCheck, QuoteKind } from '#lib/anchor/quote-check.ts';
import { locatorOf, namedPlace, placeNamed, standsAt } from '#lib/ingest/read/places.ts';
import type { Place } from '#lib/ingest/read/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/result.ts';
import { brief, differenceWords } from './rules-quotes.ts';
import { differenceColumn } from './schema-columns.ts';
import type { QuoteDifference, QuoteFinding, QuoteMark } from './types-captures.ts';

const MARKS = { exact: 'exact', broken: 'broken', close: 'close', 'not-found': 'not_found' } as const satisfies Record<
  QuoteKind,
  QuoteMark
>;
/** So many differences are kept: more is another text. */
const MOST_DIFFERENCES = 12;

/** A quotation to be looked for, with the locator that was typed with it. */
export type Quotation = { readonly quote: string; readonly locator: string | null };
/** A capture's text with its places; without them no locator is checked. */
export type ReadText = { readonly text: string; readonly places: readonly Place[] };

/**
 * Looks for quotations in one text, of several places at the one that a locator names. Null where nobody has the time to look: what quotes is never
 * lost over its check. The cost is the text's, so that a process of its own bears it; to be asked for after the gate and before the transaction.
 */
export async function findQuotes(
  quotations: readonly Quotation[],
  { text, places }: ReadText,
): Promise<QuoteFinding[] | null> {
  if (quotations.length === 0) return [];
  const length = quotations.reduce((sum, { quote }) => sum + quote.length, text.length);
  const named = quotations.map(({ locator }) => (locator === null ? null : namedPlace(locator)));
  const quotes = quotations.map(({ quote: words }, i) => {
    const place = named[i];
    return { words, near: (place && placeNamed(places, place)?.start) ?? 0 };
  });
  const found = await onText('quotes', { quotes, text }, length).catch(nobodyToLook);
  return found?.map((check, i) => findingOf(check, places, named[i] ?? null)) ?? null;
}

function findingOf(
  { kind, spans, difference }: QuoteCheck,
  places: readonly Place[],
  named: ReturnType<typeof namedPlace>,
): QuoteFinding {
  const start = spans[0]?.start ?? null;
  const end = spans.at(-1)?.end ?? null;
  const isElsewhere = named !== null && start !== null && end !== null && !standsAt(places, named, start, end);
  return {
    check: MARKS[kind],
    start,
    end,
    standsAt: isElsewhere ? locatorOf(places, start, end) || null : null,
    difference: difference.slice(0, MOST_DIFFERENCES).map(({ quote, at }) => ({ quote: brief(quote), at })),
  };
}

function nobodyToLook(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

type Differing = { readonly captureId: string | null; readonly quoteDifference: unknown };

/**
 * In words, what pieces of evidence and their captures say otherwise; empty where nothing differs, or the capture was erased. The texts are read
 * only where there is something to tell.
 */
export async function differencesOf(db: Db | Tx, rows: readonly Differing[]): Promise<QuoteDifference[][]> {
  const ids = rows.flatMap(({ captureId, quoteDifference }) => (captureId && quoteDifference ? [captureId] : []));
  const texts = new Map<string, string>();
  for (const id of new Set(ids)) {
    const reading = await db.captureReading.findFirst({
      where: { captureId: id },
      select: { text: true },
      orderBy: { number: 'desc' },
    });
    if (reading?.text) texts.set(id, reading.text);
  }
  return rows.map(({ captureId, quoteDifference }) => {
    const text = captureId === null ? undefined : texts.get(captureId);
    return text === undefined || quoteDifference === null
      ? []
      : differenceWords(text, differenceColumn.read(quoteDifference));
  });
}
