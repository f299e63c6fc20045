import { visibleTo } from '#lib/access/policy-articles.ts';
import { appearsSql, standsSql } from '#lib/access/policy-public.ts';
import { publicBase } from '#lib/access/rules-public.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { takenBack } from './rules.ts';
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
      articleId: true,
      number: true,
      chosen: true,
      links: { orderBy: { createdAt: 'desc' }, take: 50 },
      article: { select: { publication: true } },
    },
  });
  if (!report) return null;
  const { publication } = report.article;
  const rows = publication ? await publishedRows(db, report.articleId) : [];
  const isOpen = rows.some((row) => row.number === report.number && howItIs(row) === 'open');
  const of = { number: report.number, publication, isOpen };
  const links = report.links.map((link) => linkOf(link, takenBack(link, of) !== null));
  if (report.chosen !== null) return { state: 'part', publication: null, mayGoOut: false, links };
  const [last] = rows;
  if (!publication || !last) return { state: 'none', publication: null, mayGoOut: true, links };
  const base = publicBase(desk.publicAddress, origin);
  const isThis = last.number === report.number;
  const how = howItIs(last);
  const isPublic = rows.some((row) => howItIs(row) === 'open');
  return {
    state:
      how === 'withdrawn'
        ? 'withdrawn'
        : isThis
          ? how === 'waits'
            ? 'awaits'
            : 'published'
          : last.number > report.number
            ? 'earlier'
            : 'none',
    publication: {
      version: publication.version,
      address: `${base}/${publication.slug}`,
      number: last.number,
      publicAt: (last.appears ?? last.publicAt).toISOString(),
      withdrawnNote: isPublic ? null : publication.withdrawnNote,
      isHeld: last.stands && last.appears === null,
    },
    mayGoOut: report.number > last.number || (isThis && how !== 'open'),
    links,
  };
}

type PublishedRow = {
  readonly number: number;
  readonly publicAt: Date;
  readonly slug: string;
  readonly stands: boolean;
  /** Null while a flag for legal attention holds it. */
  readonly appears: Date | null;
};

/** What was published of an article, or of all, by the rule that the public reads by; of each the last first. */
const publishedRows = (db: Db, articleId: string | null): Promise<PublishedRow[]> => db.$queryRaw`
  select p.slug, pr.number, pr.public_at as "publicAt", ${standsSql('pr')} as stands, ${appearsSql('pr')} as appears
  from publications p join published_reports pr on pr.publication_id = p.id
  where ${articleId}::uuid is null or p.article_id = ${articleId}::uuid
  order by p.created_at desc, p.id desc, pr.number desc`;

/** Whether the public reads an article's report of that number now. */
export const isOpenNow = async (db: Db, articleId: string, number: number): Promise<boolean> =>
  (await publishedRows(db, articleId)).some((row) => row.number === number && howItIs(row) === 'open');

const howItIs = ({ stands, appears }: PublishedRow): PublicationLine['state'] =>
  stands ? (appears === null || appears > new Date() ? 'waits' : 'open') : 'withdrawn';

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
  const rows = await publishedRows(db, null);
  const last = rows.filter(({ slug }, i) => rows[i - 1]?.slug !== slug);
  return last.map((row) => ({
    address: `${base}/${row.slug}`,
    number: row.number,
    publicAt: (row.appears ?? row.publicAt).toISOString(),
    state: howItIs(row),
  }));
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
const linkOf = (
  { id, label, createdAt, expiresAt, revokedAt, lastOpenedAt, opened }: Link,
  isTakenBack: boolean,
): ReportLinkDTO => ({
  id,
  label,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  opened,
  state: revokedAt !== null ? 'revoked' : expiresAt <= new Date() ? 'expired' : isTakenBack ? 'takenBack' : 'open',
});
