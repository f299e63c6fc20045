import { type PublicFile, publicFile } from './page.ts';
import { isGap, type PublicItem, type PublicSite } from './types.ts';
import { say } from './words.ts';
import { xml } from './xml.ts';

type Entry = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly at: string;
};

/** What a feed says of a report: a correction, or that it was withdrawn, is an entry of its own, so that whoever follows is told. */
function entryOf({ base }: PublicSite, item: PublicItem): Entry {
  const url = `${base}/${item.slug}`;
  if (isGap(item))
    return { id: `${url}#withdrawn`, url, title: say('withdrawnTitle'), text: item.note, at: item.withdrawnAt };
  const { number, headline, correction, ratings, publicAt } = item;
  const isCorrection = correction !== null;
  return {
    id: `${url}#${number}`,
    url,
    title: isCorrection ? `${say('corrections')}: ${headline}` : headline,
    text: isCorrection ? correction : ratings.join(' · '),
    at: publicAt,
  };
}

const latest = (entries: readonly Entry[]): string =>
  entries
    .map(({ at }) => at)
    .toSorted()
    .at(-1) ?? '1970-01-01T00:00:00.000Z';

export function rssFeed(site: PublicSite, items: readonly PublicItem[]): PublicFile {
  const entries = items.map((item) => entryOf(site, item));
  const rows = entries.map(
    ({ id, url, title, text, at }) =>
      `<item><title>${xml(title)}</title><link>${xml(url)}</link><guid isPermaLink="false">${xml(id)}</guid><pubDate>${new Date(at).toUTCString()}</pubDate><description>${xml(text)}</description></item>`,
  );
  const self = `<atom:link href="${xml(site.base)}/rss.xml" rel="self" type="application/rss+xml"/>`;
  return publicFile(
    `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(titleOf(site))}</title><link>${xml(site.base)}</link><description>${xml(titleOf(site))}</description>${self}<lastBuildDate>${new Date(latest(entries)).toUTCString()}</lastBuildDate>
${rows.join('\n')}
</channel></rss>
`,
    'application/rss+xml; charset=utf-8',
  );
}

export function atomFeed(site: PublicSite, items: readonly PublicItem[]): PublicFile {
  const entries = items.map((item) => entryOf(site, item));
  const rows = entries.map(
    ({ id, url, title, text, at }) =>
      `<entry><id>${xml(id)}</id><title>${xml(title)}</title><link href="${xml(url)}"/><published>${at}</published><updated>${at}</updated><summary>${xml(text)}</summary></entry>`,
  );
  return publicFile(
    `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(site.base)}</id><title>${xml(titleOf(site))}</title><author><name>${xml(site.desk)}</name></author><link href="${xml(site.base)}"/><link rel="self" href="${xml(site.base)}/atom.xml"/><updated>${latest(entries)}</updated>
${rows.join('\n')}
</feed>
`,
    'application/atom+xml; charset=utf-8',
  );
}

/** https://www.jsonfeed.org/version/1.1 */
export function jsonFeed(site: PublicSite, items: readonly PublicItem[]): PublicFile {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(site),
    home_page_url: site.base,
    feed_url: `${site.base}/feed.json`,
    authors: [{ name: site.desk }],
    items: items
      .map((item) => entryOf(site, item))
      .map(({ id, url, title, text, at }) => ({ id, url, title, content_text: text, date_published: at })),
  };
  return publicFile(`${JSON.stringify(feed, null, 2)}\n`, 'application/feed+json; charset=utf-8');
}

/** Addresses that search engines are to know, with when each has last changed. */
export function sitemap(
  { base }: PublicSite,
  items: readonly { readonly slug: string; readonly publicAt: string }[],
): PublicFile {
  const places = ['', '/methodology', '/corrections', '/people'].map(
    (path) => `<url><loc>${xml(base + path)}</loc></url>`,
  );
  const reports = items.map(
    ({ slug, publicAt }) => `<url><loc>${xml(`${base}/${slug}`)}</loc><lastmod>${publicAt}</lastmod></url>`,
  );
  return publicFile(
    `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...places, ...reports].join('\n')}
</urlset>
`,
    'application/xml; charset=utf-8',
  );
}

/** What programs may fetch: the public pages, and nothing of the desk. */
export const robots = ({ base }: PublicSite): PublicFile =>
  publicFile(
    `User-agent: *\nAllow: /published\nDisallow: /\n\nSitemap: ${base}/sitemap.xml\n`,
    'text/plain; charset=utf-8',
  );

const titleOf = ({ desk }: PublicSite): string => say('site', { desk });
