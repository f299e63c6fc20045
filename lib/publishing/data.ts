import { visibleTo } from '#lib/access/policy-articles.ts';
import { publicBase } from '#lib/access/rules-public.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import type { PublishingDTO, ReportLinkDTO } from './types.ts';

/** How a report stands with the public, for who may see its article; null otherwise, and on a desk that does not publish. */
export async function publishingOf(
  db: Db,
  actor: Actor,
  origin: string,
  reportId: string,
): Promise<PublishingDTO | null> {
  const desk = await db.setting.findUniqueOrThrow({
    where: { id: 1 },
    select: { publishing: true, publicAddress: true },
  });
  if (!desk.publishing) return null;
  const report = await db.report.findFirst({
    where: { id: reportId, article: visibleTo(actor) },
    select: {
      number: true,
      chosen: true,
      links: { orderBy: { createdAt: 'desc' }, take: 50 },
      article: {
        select: { publication: { include: { reports: { orderBy: { number: 'desc' }, take: 1 } } } },
      },
    },
  });
  if (!report) return null;
  const links = report.links.map(linkOf);
  if (report.chosen !== null) return { state: 'part', publication: null, mayGoOut: false, links };
  const { publication } = report.article;
  const [last] = publication?.reports ?? [];
  if (!publication || !last) return { state: 'none', publication: null, mayGoOut: true, links };
  const base = publicBase(desk.publicAddress, origin);
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

/** What a publication is to whoever runs the machine. Instants are ISO. */
export type PublicationLine = {
  readonly address: string;
  readonly number: number;
  readonly publicAt: string;
  readonly state: 'open' | 'waits' | 'withdrawn';
};

/** Everything that was published, newest first, for whoever runs the machine. */
export async function listPublications(db: Db, origin: string): Promise<PublicationLine[]> {
  const { publicAddress } = await db.setting.findUniqueOrThrow({ where: { id: 1 }, select: { publicAddress: true } });
  const base = publicBase(publicAddress, origin);
  const rows = await db.publication.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      slug: true,
      withdrawnAt: true,
      reports: { orderBy: { number: 'desc' }, take: 1, select: { number: true, publicAt: true } },
    },
  });
  return rows.flatMap(({ slug, withdrawnAt, reports }) =>
    reports.map(({ number, publicAt }) => ({
      address: `${base}/${slug}`,
      number,
      publicAt: publicAt.toISOString(),
      state: withdrawnAt !== null ? 'withdrawn' : publicAt > new Date() ? 'waits' : 'open',
    })),
  );
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
