import type { QuoteCheck, QuoteKind } from '#lib/anchor/quote-check.ts';
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

/**
 * Looks for quotations in one text. Null where nobody has the time to look: what quotes is never lost over its check. The cost is the text's, so that a
 * process of its own bears it; to be asked for after the gate and before the transaction.
 */
export async function findQuotes(quotes: readonly string[], text: string): Promise<QuoteFinding[] | null> {
  if (quotes.length === 0) return [];
  const length = quotes.reduce((sum, quote) => sum + quote.length, text.length);
  const found = await onText('quotes', { quotes, text }, length).catch(nobodyToLook);
  return found?.map(findingOf) ?? null;
}

function findingOf({ kind, spans, difference }: QuoteCheck): QuoteFinding {
  const [first, last] = [spans[0], spans.at(-1)];
  return {
    check: MARKS[kind],
    start: first?.start ?? null,
    end: last?.end ?? null,
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
