import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { ownAddress } from '#lib/platform/session-token.ts';
import type { PublishingDTO, ReportLinkDTO } from './types.ts';

/** How a report stands with the public, for who may see its article; null otherwise, and on a desk that does not publish. */
export async function publishingOf(db: Db, actor: Actor, reportId: string): Promise<PublishingDTO | null> {
  const desk = await db.setting.findUniqueOrThrow({
    where: { id: 1 },
    select: { publishing: true, publicAddress: true },
  });
  if (!desk.publishing) return null;
  const report = await db.report.findFirst({
    where: { id: reportId, article: visibleTo(actor) },
    select: {
      number: true,
      links: { orderBy: { createdAt: 'desc' }, take: 50 },
      article: {
        select: { publication: { include: { reports: { orderBy: { number: 'desc' }, take: 1 } } } },
      },
    },
  });
  if (!report) return null;
  const links = report.links.map(linkOf);
  const { publication } = report.article;
  const [last] = publication?.reports ?? [];
  if (!publication || !last) return { state: 'none', publication: null, mayGoOut: true, links };
  const base = desk.publicAddress ?? new URL('/published', ownAddress()).href;
  const isThis = last.number === report.number;
  const isWithdrawn = publication.withdrawnAt !== null;
  const awaits = last.publicAt > new Date();
  return {
    state: isWithdrawn
      ? 'withdrawn'
      : isThis
        ? awaits
          ? 'awaits'
          : 'published'
        : last.number > report.number
          ? 'earlier'
          : 'none',
    publication: {
      version: publication.version,
      address: `${base}/${publication.slug}`,
      number: last.number,
      publicAt: last.publicAt.toISOString(),
      withdrawnNote: publication.withdrawnNote,
    },
    mayGoOut: report.number > last.number || (isThis && (awaits || isWithdrawn)),
    links,
  };
}

type Link = {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastOpenedAt: Date | null;
  readonly opened: number;
};
const linkOf = ({ id, label, createdAt, expiresAt, revokedAt, lastOpenedAt, opened }: Link): ReportLinkDTO => ({
  id,
  label,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  opened,
  state: revokedAt !== null ? 'revoked' : expiresAt <= new Date() ? 'expired' : 'open',
});
