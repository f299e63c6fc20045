import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type ArchivedCapture, type ArchivedContents, waczOf } from '#lib/exports/wacz.ts';
import { getBlob } from '#lib/platform/blobs.ts';
import type { Db, Prisma } from '#lib/platform/db.ts';
import { withMerged } from '#lib/sources/policy.ts';
import { headersColumn } from '#lib/sources/schema-columns.ts';

/** What is handed out as an article's captures, before any bytes are read. */
export type ArticleCaptures = {
  readonly article: { readonly id: string; readonly headline: string };
  readonly desk: string;
  /** Of the sources that its evidence cites, and of what became part of them, by source and number. */
  readonly captures: readonly ArchivedCapture[];
  readonly erased: number;
};

const SOFTWARE = 'Stet';
const named = { select: { name: true } } as const;

/** The captures of every source that an article's evidence cites, in force or withdrawn; null where the article is not the reader's to see. */
export async function articleCaptures(db: Db, actor: Actor, articleId: string): Promise<ArticleCaptures | null> {
  const article = await db.article.findFirst({
    where: { AND: [{ id: articleId }, visibleTo(actor)] },
    select: { id: true, headline: true },
  });
  if (!article) return null;
  const cited = { evidence: { some: { claim: { articleId } } } };
  const [desk, rows, quotes] = await Promise.all([
    db.setting.findFirst({ select: { deskName: true } }),
    db.capture.findMany({
      // What is handed out is handed on: of a confidential source nothing is, whoever asks.
      where: {
        AND: [
          { source: withMerged(actor) },
          { source: { OR: [cited, { mergedInto: cited }] } },
          { source: { confidentialAt: null, OR: [{ mergedIntoId: null }, { mergedInto: { confidentialAt: null } }] } },
        ],
      },
      select: {
        id: true,
        number: true,
        sha256: true,
        mediaType: true,
        size: true,
        fileName: true,
        askedFor: true,
        takenFrom: true,
        takenAt: true,
        headers: true,
        erasedAt: true,
        takenBy: named,
        stamp: { select: { at: true, byName: true, token: true } },
        archived: { select: { address: true, at: true } },
        source: { select: { id: true, title: true, link: true } },
      },
      orderBy: [{ sourceId: 'asc' }, { number: 'asc' }],
    }),
    quotesOf(db, articleId),
  ]);
  const captures = rows.map(({ takenAt, takenBy, headers, erasedAt, stamp, archived, ...same }) => ({
    ...same,
    takenAt: takenAt.toISOString(),
    takenBy: takenBy?.name ?? null,
    headers: headersColumn.read(headers),
    quotes: quotes.get(same.id) ?? [],
    stamp: stamp && { at: stamp.at.toISOString(), by: stamp.byName, token: stamp.token },
    archived: archived && { address: archived.address, at: archived.at.toISOString() },
  }));
  const erased = rows.filter(({ erasedAt }) => erasedAt !== null).length;
  return { article, desk: desk?.deskName ?? '', captures, erased };
}

/** Where the article's evidence quotes captures, by the capture. */
async function quotesOf(db: Db, articleId: string): Promise<Map<string, ArchivedCapture['quotes']>> {
  const rows = await db.evidence.findMany({
    where: { claim: { articleId }, captureStart: { not: null } },
    select: {
      number: true,
      quote: true,
      captureId: true,
      captureStart: true,
      captureEnd: true,
      quoteCheck: true,
      withdrawnAt: true,
      claim: { select: { number: true } },
    } satisfies Prisma.EvidenceSelect,
    orderBy: [{ claim: { number: 'asc' } }, { number: 'asc' }],
  });
  const found = rows.flatMap(
    ({ number, quote, captureId, captureStart, captureEnd, quoteCheck, withdrawnAt, claim }) =>
      captureId === null || captureStart === null || captureEnd === null
        ? []
        : [
            {
              captureId,
              claim: claim.number,
              evidence: number,
              start: captureStart,
              end: captureEnd,
              quote,
              check: quoteCheck,
              withdrawn: withdrawnAt !== null,
            },
          ],
  );
  return new Map(
    [...Map.groupBy(found, ({ captureId }) => captureId)].map(([id, quotes]) => [
      id,
      quotes.map(({ captureId, ...quote }) => quote),
    ]),
  );
}

/** The bytes of the archive, as they are made. */
export const capturesArchive = (db: Db, { article, desk, captures }: ArticleCaptures, at: Date) =>
  waczOf({ article, desk, software: SOFTWARE, at }, withContents(db, captures));

/** The captures with their contents, one read after the other; one that is erased meanwhile comes as erased. */
async function* withContents(
  db: Db,
  captures: readonly ArchivedCapture[],
): AsyncGenerator<{ capture: ArchivedCapture; contents: ArchivedContents }> {
  for (const capture of captures) yield { capture, contents: await contentsOf(db, capture) };
}

async function contentsOf(db: Db, { id, sha256 }: ArchivedCapture): Promise<ArchivedContents> {
  const bytes = await getBlob(db, sha256);
  const { erasedAt, erasedReason, erasedBy, readings } = await db.capture.findUniqueOrThrow({
    where: { id },
    select: {
      erasedAt: true,
      erasedReason: true,
      erasedBy: named,
      readings: { select: { number: true, readerVersion: true, text: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  });
  if (erasedAt)
    return { erased: { at: erasedAt.toISOString(), by: erasedBy?.name ?? null, reason: erasedReason ?? '' } };
  if (bytes === null) throw new Error(`The bytes of capture ${id} are gone, and nobody has erased it`);
  const [reading] = readings;
  const words = reading?.text ?? null;
  return {
    bytes,
    text: reading && words !== null ? { words, reader: reading.readerVersion, number: reading.number } : null,
  };
}
