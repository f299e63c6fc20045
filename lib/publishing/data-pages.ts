import type { PublicReader } from '#lib/access/types.ts';
import { cardFile } from '#lib/exports/public/card.ts';
import { atomFeed, jsonFeed, robots, rssFeed, sitemap } from '#lib/exports/public/feeds.ts';
import { correctionsPage, indexPage, methodPage, peoplePage } from '#lib/exports/public/lists.ts';
import type { PublicFile } from '#lib/exports/public/page.ts';
import { claimBox, gapBox, gapPage, kickerOf, reportPage, summaryOf } from '#lib/exports/public/report-page.ts';
import type { PublicSite } from '#lib/exports/public/types.ts';
import { say } from '#lib/exports/public/words.ts';
import type { Db } from '#lib/platform/db.ts';
import { Kept } from '#lib/platform/kept.ts';
import {
  publicAddresses,
  publicCorrections,
  publicFeed,
  publicIndex,
  publicMethod,
  publicPeople,
  publicReportAt,
  publicStamp,
  readSite,
} from './data-public.ts';
import { publicSearch } from './rules-public.ts';

/** Pages as they were last made, by address. */
const made = new Kept<PublicFile | null>(500);

type Make = (site: PublicSite) => Promise<PublicFile | null>;

/** A page as it was made, as long as nothing that it is made of has changed. */
async function page(
  db: Db,
  reader: PublicReader,
  slug: string | null,
  key: string,
  make: Make,
): Promise<PublicFile | null> {
  const stamp = await publicStamp(db, reader, slug);
  return made.get(key, stamp, async () => make(await readSite(db, reader)));
}

export const indexFile = (db: Db, reader: PublicReader, asked: URLSearchParams): Promise<PublicFile | null> => {
  const search = publicSearch(asked);
  return page(db, reader, null, `index ${JSON.stringify(search)}`, async (site) =>
    indexPage(site, await publicIndex(db, reader, search)),
  );
};

export const reportFile = (
  db: Db,
  reader: PublicReader,
  slug: string,
  number: number | null,
): Promise<PublicFile | null> =>
  page(db, reader, slug, `report ${slug} ${number ?? ''}`, async (site) => {
    const found = await publicReportAt(db, reader, slug, number);
    if (!found) return null;
    return found.gap ? gapPage(site, found.gap) : reportPage(site, found.page);
  });

export const claimFile = (db: Db, reader: PublicReader, slug: string, claim: number): Promise<PublicFile | null> =>
  page(db, reader, slug, `claim ${slug} ${claim}`, async (site) => {
    const found = await publicReportAt(db, reader, slug);
    if (!found) return null;
    return found.gap ? gapBox(site, found.gap) : claimBox(site, found.page, claim);
  });

export const cardOf = (db: Db, reader: PublicReader, slug: string): Promise<PublicFile | null> =>
  page(db, reader, slug, `card ${slug}`, async ({ desk }) => {
    const found = await publicReportAt(db, reader, slug);
    if (!found) return null;
    if (found.gap) return cardFile({ desk, kicker: say('kicker'), title: say('withdrawnTitle'), text: '' });
    const { model } = found.page;
    return cardFile({ desk, kicker: kickerOf(model), title: model.article.headline, text: summaryOf(model) });
  });

const FEEDS = { rss: rssFeed, atom: atomFeed, json: jsonFeed } as const;
export const feedFile = (db: Db, reader: PublicReader, format: keyof typeof FEEDS): Promise<PublicFile | null> =>
  page(db, reader, null, `feed ${format}`, async (site) => FEEDS[format](site, await publicFeed(db, reader)));

export const sitemapFile = (db: Db, reader: PublicReader): Promise<PublicFile | null> =>
  page(db, reader, null, 'sitemap', async (site) => sitemap(site, await publicAddresses(db, reader)));

export const robotsFile = (db: Db, reader: PublicReader): Promise<PublicFile | null> =>
  page(db, reader, null, 'robots', async (site) => robots(site));

export const correctionsFile = (db: Db, reader: PublicReader): Promise<PublicFile | null> =>
  page(db, reader, null, 'corrections', async (site) => correctionsPage(site, await publicCorrections(db, reader)));

export const peopleFile = (db: Db, reader: PublicReader): Promise<PublicFile | null> =>
  page(db, reader, null, 'people', async (site) => peoplePage(site, await publicPeople(db)));

export const methodFile = (db: Db, reader: PublicReader): Promise<PublicFile | null> =>
  page(db, reader, null, 'methodology', async (site) => methodPage(site, await publicMethod(db)));
