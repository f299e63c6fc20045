import { z } from 'zod';
import type { RawFeed, RawItem } from './types.ts';

const words = z.string().catch('');
const name = z.object({ name: words }).nullish().catch(null);

const item = z.object({
  // The standard wants a string; some write numbers.
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  url: z.string().nullish().catch(null),
  external_url: z.string().nullish().catch(null),
  title: words,
  summary: words,
  content_text: words,
  content_html: words,
  date_published: z.string().nullish().catch(null),
  author: name,
  authors: z.array(name).nullish().catch(null),
});

const feed = z.object({
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//i),
  title: words,
  items: z.array(z.unknown()),
});

/** The feed in a JSON document (JSON Feed 1 and 1.1); null where it is none. */
export function jsonFeed(document: unknown): RawFeed | null {
  const read = feed.safeParse(document);
  if (!read.success) return null;
  return { title: read.data.title, items: read.data.items.flatMap(itemIn) };
}

function itemIn(value: unknown): RawItem[] {
  const read = item.safeParse(value);
  if (!read.success) return [];
  const { id, url, external_url, title, summary, content_text, content_html, date_published, author, authors } =
    read.data;
  const names = (authors ?? [author]).flatMap((one) => one?.name.trim() || []);
  return [
    {
      key: id ?? null,
      link: url ?? external_url ?? null,
      title,
      byline: names.join(', ') || null,
      date: date_published ?? null,
      words: summary || content_text || content_html,
    },
  ];
}
