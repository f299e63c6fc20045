import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { localOf } from '#lib/articles/rules.ts';
import { locatorOf } from '#lib/ingest/read/places.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { getSettings } from '#lib/settings/data.ts';
import { knownSource } from '#lib/sources/mutations.ts';
import { withMerged } from '#lib/sources/policy.ts';
import { placesColumn } from '#lib/sources/schema-columns.ts';
import { patchOf } from '#lib/standing/data-claims.ts';
import { settle } from '#lib/standing/mutations.ts';
import { type FoundQuote, presentReading } from './data-quotes.ts';
import { openNumber, writeEvidence } from './mutations-write.ts';
import { trimmedSpan } from './rules.ts';
import { type AttachPassageInput, LONGEST_QUOTE } from './schema.ts';
import type { PassagePatch } from './types.ts';

/**
 * Attaches words of a capture to claims of one article, each with its own stance: one change, with an event for each. The words, where
 * they stand in words, and the day come from the records: of what the page sends, only the place counts.
 *
 * @throws AppError `not-found` for a claim or capture that is not there or not theirs to see, `invalid` for claims of several
 * articles and for a place that holds no words, `stale-version` where the capture has been read anew, `conflict` for a capture
 * that was erased, a claim that has ended, an archived article.
 */
export function attachPassage(db: Db, actor: Actor, input: AttachPassageInput): Promise<PassagePatch> {
  return transact(db, async (tx) => {
    const ids = input.claims.map(({ id }) => id);
    const article = await holdArticle(tx, actor, 'evidence.edit', await articleOf(tx, ids));
    assertNotArchived(article);
    const { sourceId, ...passage } = await passageOf(tx, actor, input);
    const source = await knownSource(tx, actor, sourceId);
    // The source is held from here on: whoever reads the capture anew waits for this, or is seen.
    if ((await presentReading(tx, input.captureId)) !== input.reading) refuse('stale-version', 'capture-read-anew');
    const { timeZone } = await getSettings(tx);
    const consultedOn = localOf(article.at.toISOString(), timeZone).slice(0, 10);
    const made: string[] = [];
    for (const { id, stance, aspect } of input.claims) {
      const held = { article, number: await openNumber(tx, id) };
      const words = {
        stance,
        aspect,
        quote: passage.quote,
        locator: passage.locator,
        note: null,
        means: null,
        consultedOn,
      };
      made.push(await writeEvidence(tx, actor, held, id, source, words, passage.found));
    }
    await settle(tx, article.id, ids);
    const patch = await patchOf(tx, actor, ids);
    const { id, title, isConfidential } = source;
    return { ...patch, source: { id, title, isConfidential }, made };
  });
}

/** The one article that all of the claims are of. Whether it is the actor's to see is asked when it is held. */
async function articleOf(tx: Tx, ids: readonly string[]): Promise<string> {
  const rows = await tx.claim.findMany({ where: { id: { in: [...ids] } }, select: { articleId: true } });
  const [first] = rows;
  if (rows.length !== ids.length || !first) refuse('not-found', 'no-claim');
  // One that is hidden among them tells nobody that it is there.
  if (rows.some(({ articleId }) => articleId !== first.articleId)) refuse('not-found', 'no-claim');
  return first.articleId;
}

type CapturedPassage = {
  readonly sourceId: string;
  readonly quote: string;
  readonly locator: string | null;
  readonly found: FoundQuote;
};

async function passageOf(
  tx: Tx,
  actor: Actor,
  { captureId, reading, span }: AttachPassageInput,
): Promise<CapturedPassage> {
  const capture = await tx.capture.findFirst({
    where: { id: captureId, source: withMerged(actor) },
    select: {
      sourceId: true,
      erasedAt: true,
      readings: { select: { number: true, text: true, places: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  });
  if (!capture) refuse('not-found', 'no-capture');
  if (capture.erasedAt) refuse('conflict', 'capture-erased');
  const [present] = capture.readings;
  if (!present || present.text === null) refuse('conflict', 'capture-no-text');
  if (present.number !== reading) refuse('stale-version', 'capture-read-anew');
  const place = trimmedSpan(present.text, span);
  if (place === null) refuse('invalid', 'passage-not-there', { field: 'span' });
  const { start, end } = place;
  if (end - start > LONGEST_QUOTE) refuse('too-large', 'passage-too-long', { values: { most: LONGEST_QUOTE } });
  return {
    sourceId: capture.sourceId,
    quote: present.text.slice(start, end),
    locator: locatorOf(placesColumn.read(present.places), start, end) || null,
    found: { captureId, start, end, check: 'exact' },
  };
}
