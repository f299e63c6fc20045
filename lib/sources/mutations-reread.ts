import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { EventInput } from '#lib/history/types.ts';
import type { Reread } from '#lib/history/types-captures.ts';
import { READER_VERSION, type ReadDocument } from '#lib/ingest/read/types.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { type Db, Prisma, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { capturesToReread, type PlacedQuote, placedQuotes } from './data-reread.ts';
import { readingColumns } from './mutations-captures.ts';
import { holdSources } from './mutations-hold.ts';
import type { QuoteMark } from './types-captures.ts';

/** Where a quotation stands in the new reading; a mark of null stays as it was, a place of null is none. */
export type PlacedAnew = {
  readonly was: PlacedQuote;
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly check: QuoteMark | null;
};

/**
 * Keeps what a newer reader made of a capture's bytes as its present reading, and sets the place of each piece of evidence that
 * quotes it. The words of evidence stay, and so does what its verdicts rest on: the bytes are the same. What is not found any
 * more is marked as such. Where figures of a working were chosen from it meanwhile, the present reading stays.
 *
 * @throws AppError `busy` where somebody has quoted it, or it was read anew, since it was looked at: to be tried again.
 */
export async function keepRereading(
  tx: Tx,
  actor: Actor,
  captureId: string,
  { read, after, placed }: { read: ReadDocument; after: number; placed: readonly PlacedAnew[] },
): Promise<void> {
  const { source, sourceId } = await tx.capture.findUniqueOrThrow({
    where: { id: captureId },
    select: { sourceId: true, source: { select: { title: true, mergedIntoId: true } } },
  });
  await holdSources(tx, actor, source.mergedIntoId === null ? [sourceId] : [sourceId, source.mergedIntoId]);
  const held = await tx.capture.findUniqueOrThrow({
    where: { id: captureId },
    select: { erasedAt: true, readings: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 } },
  });
  if (held.erasedAt) refuse('conflict', 'capture-erased');
  if ((await tx.evidence.count({ where: { captureId, working: { not: Prisma.DbNull } } })) > 0) return;
  const isAsSeen = isSame(
    await placedQuotes(tx, captureId),
    placed.map(({ was }) => was),
  );
  if (held.readings[0]?.number !== after || !isAsSeen) refuse('busy', 'capture-read-anew');
  const reading = after + 1;
  await tx.captureReading.create({ data: { captureId, number: reading, ...readingColumns(read) } });
  const moved = await movePlaces(tx, placed);
  const subject = { type: 'capture', id: captureId };
  const events: EventInput[] = [...moved].map(([chain, evidence]) => ({
    chain,
    action: 'capture.reread',
    subject,
    detail: { reading, reader: READER_VERSION, source: source.title, evidence },
  }));
  const ofDesk: EventInput = {
    chain: DESK_CHAIN,
    action: 'capture.reread',
    subject,
    detail: { reading, reader: READER_VERSION },
  };
  await appendEvents(tx, actor, [...events, ofDesk]);
}

const isSame = (a: readonly PlacedQuote[], b: readonly PlacedQuote[]): boolean =>
  a.length === b.length &&
  a.every(({ id, start, end }, i) => id === b[i]?.id && start === b[i].start && end === b[i].end);

/** Writes the places that are others now. Returns them by article, in the order of their ids. */
async function movePlaces(
  tx: Tx,
  placed: readonly PlacedAnew[],
): Promise<Map<string, NonNullable<Reread['evidence']>>> {
  const byArticle = new Map<string, NonNullable<Reread['evidence']>>();
  for (const { was, place, check } of placed) {
    if (place?.start === was.start && place.end === was.end) continue;
    const { quoteCheck, number, claim } = await tx.evidence.update({
      where: { id: was.id },
      data: {
        captureStart: place?.start ?? null,
        captureEnd: place?.end ?? null,
        ...(check === null ? {} : { quoteCheck: check }),
      },
      select: { quoteCheck: true, number: true, claim: { select: { articleId: true, number: true } } },
    });
    const told = {
      id: was.id,
      claim: claim.number,
      number,
      start: place?.start ?? null,
      end: place?.end ?? null,
      check: quoteCheck,
    };
    byArticle.set(claim.articleId, [...(byArticle.get(claim.articleId) ?? []), told]);
  }
  return new Map([...byArticle].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Has captures read anew that an older reader has read, some at a time: jobs of the desk's own. */
export async function putInRereads(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    for (const { id, sourceId } of await capturesToReread(tx))
      await addJob(tx, null, {
        kind: 'reread-capture',
        captureId: id,
        sourceId,
        input: {},
        onlyKey: `reread-capture ${id}`,
      });
  });
}
