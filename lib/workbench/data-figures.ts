import { visibleTo } from '#lib/access/policy-articles.ts';
import { namedTo } from '#lib/access/policy-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db } from '#lib/platform/db.ts';
import { figuresColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { FiguresBesideDTO } from './types-passages.ts';

/** More are not compared: nobody reads them. */
const MOST = 30;

/**
 * The figures of a claim beside those of its evidence, where both have any that can be set against each other; null where the claim is not
 * the reader's to see.
 */
export async function figuresOfClaim(db: Db, actor: Actor, id: string): Promise<FiguresBesideDTO[] | null> {
  const row = await db.claim.findFirst({
    where: { id, article: visibleTo(actor) },
    select: {
      figures: true,
      times: true,
      evidence: {
        where: { withdrawnAt: null, quote: { not: null }, source: namedTo(actor) },
        select: { number: true, quote: true, source: { select: { publishedOn: true } } },
        orderBy: { number: 'asc' },
        take: MOST,
      },
    },
  });
  if (!row) return null;
  const quantities = figuresColumn.read(row.figures);
  const quoted = row.evidence.flatMap(({ number, quote, source }) =>
    quote !== null && /\d|\b(?:half|third|quarter|double|twice|none|one|two|three|ten|hundred|thousand)/i.test(quote)
      ? [{ number, text: quote, publishedOn: dayOf(source.publishedOn) }]
      : [],
  );
  if (quantities.length === 0 || quoted.length === 0) return [];
  const words = quoted.map(({ text, publishedOn }) => ({ text, publishedOn }));
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  const found = await onText('figures', { claim: { quantities, times: timesColumn.read(row.times) }, words }, length);
  return quoted.flatMap(({ number }, i) =>
    (found[i] ?? []).map(({ claim, evidence, fit, obstacle, difference, allows }) => ({
      number,
      claim: claim.text,
      evidence: evidence.text,
      fit,
      obstacle,
      difference,
      allows,
      unit: evidence.unit,
    })),
  );
}
