import { publicReportsSql } from '#lib/access/policy-public.ts';
import type { PublicReader } from '#lib/access/types.ts';
import { type Agreed, isPublic, publicReport } from '#lib/exports/public/report.ts';
import type {
  PublicCorrection,
  PublicGap,
  PublicIndex,
  PublicItem,
  PublicMethod,
  PublicPage,
  PublicPeople,
  PublicSearch,
  PublicSite,
} from '#lib/exports/public/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { masksOf } from '#lib/reports/data.ts';
import { maskSnapshot } from '#lib/reports/rules-masks.ts';
import { readSnapshot } from '#lib/reports/rules-upgrade.ts';
import { getSettings } from '#lib/settings/data.ts';
import { DESK_RULES } from '#lib/settings/types.ts';

/** The desk as the public knows it. */
export async function readSite(db: Db, { base }: PublicReader): Promise<PublicSite> {
  const { deskName, publicContact, timeZone } = await getSettings(db);
  return { desk: deskName, base, contact: publicContact, timeZone };
}

/**
 * Where everything stands that a public page is made of: the desk's own chain, that of the article where the page is of one, and
 * what is published by now. What was made at the same stamp is still right.
 */
export async function publicStamp(db: Db, reader: PublicReader, slug: string | null): Promise<string> {
  const [row] = await db.$queryRaw<{ stamp: string }[]>`
    select concat_ws('.', (select sequence from chains where id = 'desk'), (select max(version) from settings),
      (select concat_ws('.', count(*), count(r.report_id), sum(r.number)) from ${publicReportsSql(reader)} r), (select concat_ws('.', count(*), sum(version)) from publications),
      (select c.sequence from publications p join chains c on c.id = p.article_id::text where p.slug = ${slug})) as stamp`;
  return `${row?.stamp ?? ''} ${reader.base}`;
}

const ON_A_PAGE = 20;

type Row = {
  readonly slug: string;
  readonly number: number;
  readonly publicAt: Date;
  readonly withdrawnAt: Date | null;
  readonly note: string | null;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly correction: string | null;
  readonly ratings: readonly string[] | null;
};

const columns = Prisma.sql`slug, number, public_at as "publicAt", withdrawn_at as "withdrawnAt", withdrawn_note as note,
  headline, outlet, correction, ratings`;

/** Of each article the last published report. */
const presentSql = (reader: PublicReader) => Prisma.sql`(
  select distinct on (r.article_id) r.* from ${publicReportsSql(reader)} r order by r.article_id, r.number desc)`;

/** What is published, newest first: with words or a rating asked for only what fits, and then nothing that was withdrawn. */
export async function publicIndex(db: Db, reader: PublicReader, search: PublicSearch): Promise<PublicIndex> {
  const words = search.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const fits = [
    ...words.map((word) => Prisma.sql`position(${word} in present.words) > 0`),
    ...(search.rating === '' ? [] : [Prisma.sql`${search.rating} = any(present.ratings)`]),
  ];
  const where = fits.length === 0 ? Prisma.sql`true` : Prisma.join(fits, ' and ');
  const from = Prisma.sql`from ${presentSql(reader)} present where ${where}`;
  const [counted] = await db.$queryRaw<{ count: bigint }[]>`select count(*) as count ${from}`;
  const total = Number(counted?.count ?? 0);
  const pages = Math.max(1, Math.ceil(total / ON_A_PAGE));
  const page = Math.min(search.page, pages);
  const rows = await db.$queryRaw<Row[]>`
    select ${columns} ${from} order by public_at desc, slug limit ${ON_A_PAGE} offset ${(page - 1) * ON_A_PAGE}`;
  const labels = await labelsOf(db);
  const ratings = [...labels].map(([key, { label }]) => ({ key, label }));
  return { items: rows.map((row) => itemOf(row, labels)), search: { ...search, page }, total, pages, ratings };
}

/** So many entries does a feed have. */
const IN_A_FEED = 50;
const IN_A_LIST = 200;
/** A sitemap may name so many addresses, and not more. */
const IN_A_MAP = 49_000;

/** What a feed tells: every published report and correction as an entry, newest first. */
export async function publicFeed(db: Db, reader: PublicReader): Promise<PublicItem[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${columns} from ${publicReportsSql(reader)} r
    where withdrawn_at is null or number = (select max(o.number) from ${publicReportsSql(reader)} o where o.article_id = r.article_id)
    order by coalesce(withdrawn_at, public_at) desc, slug limit ${IN_A_FEED}`;
  const labels = await labelsOf(db);
  return rows.map((row) => itemOf(row, labels));
}

export async function publicAddresses(db: Db, reader: PublicReader): Promise<{ slug: string; publicAt: string }[]> {
  const rows = await db.$queryRaw<{ slug: string; publicAt: Date }[]>`
    select slug, public_at as "publicAt" from ${presentSql(reader)} present where withdrawn_at is null
    order by public_at desc limit ${IN_A_MAP}`;
  return rows.map(({ slug, publicAt }) => ({ slug, publicAt: publicAt.toISOString() }));
}

export async function publicCorrections(db: Db, reader: PublicReader): Promise<PublicCorrection[]> {
  const rows = await db.$queryRaw<(Omit<PublicCorrection, 'publicAt'> & { publicAt: Date })[]>`
    select slug, number, public_at as "publicAt", headline, correction as note from ${publicReportsSql(reader)} r
    where correction is not null order by public_at desc, slug limit ${IN_A_LIST}`;
  return rows.map((row) => ({ ...row, publicAt: row.publicAt.toISOString() }));
}

type Labels = ReadonlyMap<string, { readonly label: string }>;
async function labelsOf(db: Db): Promise<Labels> {
  const rows = await db.rating.findMany({ orderBy: { position: 'asc' }, select: { key: true, label: true } });
  return new Map(rows.map(({ key, label }) => [key, { label }]));
}

function itemOf(row: Row, labels: Labels): PublicItem {
  const publicAt = row.publicAt.toISOString();
  if (row.withdrawnAt !== null || row.headline === null) return gapOf(row);
  const { slug, number, headline, outlet, correction } = row;
  const given = new Set(row.ratings);
  // In the scale's order; a rating that the scale has no more comes last, by its key.
  const ratings = [...new Set([...labels.keys(), ...given])]
    .filter((key) => given.has(key))
    .map((key) => labels.get(key)?.label ?? key);
  return { slug, number, publicAt, headline, outlet, correction, ratings };
}

const gapOf = ({
  slug,
  publicAt,
  withdrawnAt,
  note,
}: Pick<Row, 'slug' | 'publicAt' | 'withdrawnAt' | 'note'>): PublicGap => ({
  slug,
  publicAt: publicAt.toISOString(),
  withdrawnAt: (withdrawnAt ?? publicAt).toISOString(),
  note: note ?? '',
});

export type PublicFound =
  | { readonly gap: PublicGap; readonly page: null }
  | { readonly gap: null; readonly page: PublicPage };

type VersionRow = Row & { readonly reportId: string | null; readonly articleId: string };

/** The report at an address: the present one, or an earlier one by its number; null where the public has nothing to read there. */
export async function publicReportAt(
  db: Db,
  reader: PublicReader,
  slug: string,
  number: number | null = null,
): Promise<PublicFound | null> {
  const versions = await db.$queryRaw<VersionRow[]>`
    select ${columns}, report_id as "reportId", article_id as "articleId" from ${publicReportsSql(reader)} r
    where slug = ${slug} order by number desc`;
  const [present] = versions;
  const asked = number === null ? present : versions.find((one) => one.number === number);
  if (!present || !asked) return null;
  const { reportId } = asked;
  if (reportId === null) return { page: null, gap: gapOf(present) };
  return { gap: null, page: await pageOf(db, { ...asked, reportId }, versions) };
}

async function pageOf(
  db: Db,
  asked: VersionRow & { readonly reportId: string },
  versions: readonly VersionRow[],
): Promise<PublicPage> {
  const { snapshot, digest } = await db.report.findUniqueOrThrow({
    where: { id: asked.reportId },
    select: { snapshot: true, digest: true },
  });
  const frozen = readSnapshot(maskSnapshot(snapshot, await masksOf(db, asked.articleId)));
  const model = publicReport(frozen, await agreedNames(db));
  const present = versions[0] ?? asked;
  const corrections = versions
    .filter((one) => one.number > asked.number)
    .reverse()
    .flatMap(({ correction, publicAt }) =>
      correction === null ? [] : [{ note: correction, at: publicAt.toISOString() }],
    );
  const isPresent = present.number === asked.number;
  return {
    slug: asked.slug,
    model,
    digest,
    publicAt: asked.publicAt.toISOString(),
    unsettled: frozen.claims.filter((claim) => !isPublic(claim)).length,
    later: isPresent ? null : { number: present.number, publicAt: present.publicAt.toISOString(), corrections },
    earlier: isPresent
      ? versions.slice(1).map(({ number, publicAt }) => ({ number, publicAt: publicAt.toISOString() }))
      : [],
  };
}

/** By their ids, the people who have agreed to be named to the public. */
async function agreedNames(db: Db): Promise<Agreed> {
  const rows = await db.user.findMany({ where: { namedPublicly: true }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who checks at the desk now: those who may judge, by name where they have agreed. */
export async function publicPeople(db: Db): Promise<PublicPeople> {
  const rows = await db.user.findMany({
    where: { disabledAt: null, role: { not: 'viewer' } },
    select: { name: true, role: true, namedPublicly: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const named = rows.filter(({ namedPublicly }) => namedPublicly).map(({ name, role }) => ({ name, role }));
  const counts = Map.groupBy(
    rows.filter(({ namedPublicly }) => !namedPublicly),
    ({ role }) => role,
  );
  return { named, others: [...counts].map(([role, { length: count }]) => ({ role, count })) };
}

/** How the desk works, as its settings have it. */
export async function publicMethod(db: Db): Promise<PublicMethod> {
  const settings = await getSettings(db);
  const scale = await db.rating.findMany({
    where: { archivedAt: null },
    orderBy: { position: 'asc' },
    select: { label: true, description: true },
  });
  const strength = {
    figure: settings.figureRule,
    quotation: settings.quotationRule,
    misdeed: settings.misdeedRule,
    opened: settings.openedRule,
  };
  return {
    words: settings.publicMethod,
    mode: settings.defaultMode,
    scale,
    rules: DESK_RULES.filter((rule) => strength[rule] !== 'off'),
  };
}
