import { sha256 } from '#lib/platform/canonical.ts';
import type { Tx } from '#lib/platform/db.ts';
import { plantCapture, plantWitnesses } from '../desk.ts';

/**
 * On a desk of the first release brought forward, a row in each table that has come since, and in those that it left empty.
 *
 * @param stampOf the time stamp of a capture's hash, where it has to be a true one
 */
export async function plantEveryTable(tx: Tx, stampOf?: (sha256: string) => Promise<Stamp>): Promise<void> {
  const { id: userId } = await tx.user.findFirstOrThrow();
  const { id: sourceId } = await tx.source.findFirstOrThrow();
  await tx.account.create({ data: { userId, provider: 'elsewhere', providerAccountId: '1' } });
  await tx.apiToken.create({ data: { userId, name: 'A robot', tokenHash: 'hash', scopes: ['article.add'] } });
  const { id: captureId } = await plantCapture(tx, sourceId);
  const capture = await tx.capture.findUniqueOrThrow({ where: { id: captureId } });
  await plantWitnesses(tx, captureId, await stampOf?.(capture.sha256));
  await tx.opening.create({ data: { userId, sourceId, captureId } });
  const { id: commentId, articleId } = await tx.comment.findFirstOrThrow();
  const { id: revisionId } = await tx.revision.findFirstOrThrow({ where: { articleId } });
  await tx.commentAnchor.create({
    data: { commentId, revisionId, start: 0, end: 2, exact: 'So', prefix: '', suffix: '' },
  });
  await tx.guestLink.create({
    data: { articleId, name: 'Jo', tokenHash: 'hash', until: new Date('2027-01-01'), createdById: userId },
  });
  await plantPublished(tx, userId);
  await plantForeign(tx, sha256('a file'));
}

type Stamp = { readonly token: Uint8Array<ArrayBuffer>; readonly at: Date; readonly byName: string };

export async function plantPublished(tx: Tx, createdById: string): Promise<void> {
  const { id: reportId, articleId, number } = await tx.report.findFirstOrThrow();
  const published = { reportId, number, headline: 'Berths', words: 'berths', ratings: ['true'], findings: {} };
  await tx.publication.create({
    data: {
      articleId,
      slug: 'berths',
      createdById,
      reports: { create: { ...published, createdById, publicAt: new Date() } },
    },
  });
  await tx.reportLink.create({
    data: { reportId, tokenHash: sha256('a link'), label: 'A lawyer', expiresAt: new Date('2027-01-01'), createdById },
  });
}

/** @param sha256 of the file, whose bytes are nowhere */
export const plantForeign = (tx: Tx, sha256: string) =>
  tx.foreignFile.create({
    data: {
      format: 'csv',
      sha256,
      size: 1,
      desk: 'The Estuary Post',
      title: 'checks.csv',
      claims: 1,
      items: {
        create: {
          number: 1,
          statement: 'One berth in five is closed',
          publisher: 'The Estuary Post',
          outcome: 'settled',
          match: {},
          said: {},
          lookUpKeys: ['berth|close'],
        },
      },
    },
  });
