import { visibleTo } from '#lib/access/policy-articles.ts';
import { namedTo } from '#lib/access/policy-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db } from '#lib/platform/db.ts';
import { saidInSources } from '#lib/sources/data-said.ts';
import { figureIn, spokenResult, worked } from '#lib/sources/rules-working.ts';
import { workingColumn } from '#lib/sources/schema-columns.ts';
import type { Working } from '#lib/sources/types-captures.ts';
import { claimStates } from '#lib/standing/data.ts';
import { figuresColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { BesideDTO, FiguresBesideDTO } from './types-passages.ts';

/** More are not compared: nobody reads them. */
const MOST = 30;

/**
 * What of a claim can be set beside its evidence: its figures where both sides have any, and what it has in quotation marks. Null where the claim
 * is not the reader's to see.
 */
export async function besideOfClaim(db: Db, actor: Actor, id: string): Promise<BesideDTO | null> {
  const figures = await figuresOfClaim(db, actor, id);
  if (figures === null) return null;
  const said = await saidInSources(db, await claimStates(db, [id]), namedTo(actor));
  return { figures, said: said.get(id) ?? [] };
}

/** The figures of a claim beside those of its evidence. */
async function figuresOfClaim(db: Db, actor: Actor, id: string): Promise<FiguresBesideDTO[] | null> {
  const row = await db.claim.findFirst({
    where: { id, article: visibleTo(actor) },
    select: {
      figures: true,
      times: true,
      evidence: {
        where: { withdrawnAt: null, quote: { not: null }, source: namedTo(actor) },
        select: { number: true, quote: true, working: true, source: { select: { publishedOn: true } } },
        orderBy: { number: 'asc' },
        take: MOST,
      },
    },
  });
  if (!row) return null;
  const quantities = figuresColumn.read(row.figures);
  const quoted = row.evidence.flatMap(({ number, quote, working, source }) => {
    const text = working === null ? quote : resultOf(workingColumn.read(working));
    return text !== null &&
      /\d|\b(?:half|third|quarter|double|twice|none|one|two|three|ten|hundred|thousand)/i.test(text)
      ? [{ number, text, publishedOn: dayOf(source.publishedOn) }]
      : [];
  });
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

/** What comes of a working, in words that the engine reads; null where nothing does. */
function resultOf({ kind, inputs }: Working): string | null {
  const figures = inputs.flatMap(({ words }) => figureIn(words) ?? []);
  const done = worked(kind, figures);
  return typeof done === 'string' ? null : spokenResult(kind, done);
}
