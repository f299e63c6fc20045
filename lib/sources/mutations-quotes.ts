import type { EventInput } from '#lib/history/types.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { findQuotes, type ReadText } from './data-quotes.ts';
import { differenceColumn } from './schema-columns.ts';
import type { QuoteFinding } from './types-captures.ts';

/** What a quotation that had never been looked for came to; `version` of the evidence that was read. */
export type LookedFor = { readonly evidenceId: string; readonly version: number; readonly finding: QuoteFinding };

/** More are left to be looked for when their words are edited: one source is hardly ever quoted so often. */
const AT_ONCE = 1000;

const UNLOOKED = { quote: { not: null }, quoteCheck: null, captureId: null, withdrawnAt: null } as const;

/**
 * Looks in a text that is about to be kept of a source for what evidence quotes of it and nobody has looked for: it was typed before there was anything
 * to look in. For a job, before its transaction.
 */
export async function lookForQuotes(db: Db, sourceId: string, read: ReadText): Promise<LookedFor[]> {
  const source = await db.source.findUnique({ where: { id: sourceId }, select: { mergedIntoId: true } });
  const rows = await db.evidence.findMany({
    where: { ...UNLOOKED, sourceId: source?.mergedIntoId ?? sourceId },
    select: { id: true, version: true, quote: true, locator: true },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
  });
  const quotations = rows.map(({ quote, locator }) => ({ quote: quote ?? '', locator }));
  const found = (await findQuotes(quotations, read)) ?? [];
  return rows.flatMap(({ id: evidenceId, version }, i) => {
    const finding = found[i];
    return finding ? [{ evidenceId, version, finding }] : [];
  });
}

/** Holds the articles whose evidence was looked for, in the order of their ids: before the source is. */
export const holdLookedFor = (tx: Tx, looked: readonly LookedFor[]) =>
  tx.$queryRaw`
    select 1 from articles where id in (
      select c.article_id from evidence e join claims c on c.id = e.claim_id
      where e.id = any(${looked.map(({ evidenceId }) => evidenceId)}::uuid[]))
    order by id for update`;

/**
 * Writes what was found onto evidence that is as it was read; returns the event for each article. It is the machine's finding: nobody has changed the
 * evidence, so that its version stays and no verdict asks for a fresh look.
 */
export async function writeLookedFor(
  tx: Tx,
  captureId: string,
  title: string,
  looked: readonly LookedFor[],
): Promise<EventInput[]> {
  const told = new Map<string, EvidenceLookedFor[]>();
  for (const { evidenceId, version, finding } of looked) {
    const { check, start, end, standsAt, difference } = finding;
    const { count } = await tx.evidence.updateMany({
      where: { ...UNLOOKED, id: evidenceId, version },
      data: {
        captureId,
        captureStart: start,
        captureEnd: end,
        quoteCheck: check,
        standsAt,
        ...(difference.length > 0 ? { quoteDifference: differenceColumn.write(difference) } : {}),
      },
    });
    if (count === 0) continue;
    const { number, claim } = await tx.evidence.findUniqueOrThrow({
      where: { id: evidenceId },
      select: { number: true, claim: { select: { number: true, articleId: true } } },
    });
    const row = { id: evidenceId, claim: claim.number, number, check, start, end };
    told.set(claim.articleId, [...(told.get(claim.articleId) ?? []), row]);
  }
  return [...told]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([chain, evidence]) => ({
      chain,
      action: 'evidence.lookedFor',
      subject: { type: 'capture', id: captureId },
      detail: { source: title, evidence },
    }));
}

type EvidenceLookedFor = Extract<EventInput, { action: 'evidence.lookedFor' }>['detail']['evidence'][number];
