import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { localOf } from '#lib/articles/rules.ts';
import { locatorOf, touchedBy } from '#lib/ingest/read/places.ts';
import type { Place } from '#lib/ingest/read/types.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { getSettings } from '#lib/settings/data.ts';
import { knownSource } from '#lib/sources/mutations.ts';
import { withMerged } from '#lib/sources/policy.ts';
import { figureIn, figuresIn, type WorkingKind, worked } from '#lib/sources/rules-working.ts';
import { placesColumn } from '#lib/sources/schema-columns.ts';
import type { Working, WorkingInput } from '#lib/sources/types-captures.ts';
import { patchOf } from '#lib/standing/data-claims.ts';
import { settle } from '#lib/standing/mutations.ts';
import { type FoundQuote, presentReading } from './data-quotes.ts';
import { openNumber, writeEvidence } from './mutations-write.ts';
import { type Span, trimmedSpan } from './rules.ts';
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
      made.push(await writeEvidence(tx, actor, held, id, source, words, passage.found, passage.working));
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
  readonly working: Working | null;
};

async function passageOf(
  tx: Tx,
  actor: Actor,
  { captureId, reading, passage }: AttachPassageInput,
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
  const read = { text: present.text, places: placesColumn.read(present.places) };
  const { start, end, ...cut } =
    'span' in passage ? wordsAt(read, passage.span) : figuresAt(read, passage.working, passage.figures);
  const check = cut.working === null ? 'exact' : 'broken';
  return {
    sourceId: capture.sourceId,
    ...cut,
    found: { captureId, start, end, check, standsAt: null, difference: [] },
  };
}

/** A capture's text with its places. */
type ReadText = { readonly text: string; readonly places: readonly Place[] };

function wordsAt({ text, places }: ReadText, span: Span) {
  const place = trimmedSpan(text, span);
  if (place === null) refuse('invalid', 'passage-not-there', { field: 'span' });
  const { start, end } = place;
  if (end - start > LONGEST_QUOTE) refuse('too-large', 'passage-too-long', { values: { most: LONGEST_QUOTE } });
  return { start, end, quote: text.slice(start, end), locator: locatorOf(places, start, end) || null, working: null };
}

/**
 * Figures of a text with what is made of them, as evidence keeps both: the stretch that they stand in, their words in the order in which they were
 * chosen, the places of all. Each span holds one figure.
 *
 * @throws AppError `invalid` where a span holds no figure or several, or where nothing comes of the working.
 */
function figuresAt(read: ReadText, kind: WorkingKind, spans: readonly Span[]) {
  const inputs = spans.map((span) => inputAt(read, span));
  const figures = inputs.map(({ words }) => figureIn(words)).filter((figure) => figure !== null);
  const done = worked(kind, figures);
  if (typeof done === 'string') refuse('invalid', `working-${done}`, { field: 'figures' });
  const working: Working = { kind, inputs };
  return {
    start: Math.min(...inputs.map(({ start }) => start)),
    end: Math.max(...inputs.map(({ end }) => end)),
    quote: inputs.map(({ words }) => words).join(' … '),
    locator: placesOf(inputs),
    working,
  };
}

function inputAt({ text, places }: ReadText, span: Span): WorkingInput {
  const place = trimmedSpan(text, span);
  const found = place === null ? [] : figuresIn(text.slice(place.start, place.end));
  const [figure] = found;
  if (place === null || !figure || found.length > 1) refuse('invalid', 'working-no-figure', { field: 'figures' });
  const [start, end] = [place.start + figure.start, place.start + figure.end];
  const cell = touchedBy(places, start, end).find((one) => one.kind === 'cell');
  return {
    start,
    end,
    words: figure.figure.words,
    locator: locatorOf(places, start, end),
    cell: cell?.kind === 'cell' ? { sheet: cell.sheet, table: cell.table ?? null, name: cell.cell } : null,
  };
}

/** A locator holds so many characters. */
const LONGEST_LOCATOR = 300;

const placesOf = (inputs: readonly WorkingInput[]): string | null =>
  [...new Set(inputs.map(({ locator }) => locator))].filter(Boolean).join('; ').slice(0, LONGEST_LOCATOR) || null;
