import { canonicalText, cut, isSeen, sha256 } from '#lib/platform/canonical.ts';
import { AppError, done, type Outcome, refused } from '#lib/platform/result.ts';
import { decode } from '../read/decode.ts';
import { parsePage } from '../read/dom.ts';
import { pageText } from '../read/html-text.ts';
import { readXmlText } from '../read/xml.ts';
import { dayIn } from './days.ts';
import { jsonFeed } from './json.ts';
import type { FeedInput, FeedItem, RawFeed, RawItem, ReadFeed } from './types.ts';
import { xmlFeed } from './xml.ts';

/** Of one feed so many items are read: a site that lists more has them in the order of its days. */
export const MOST_ITEMS = 100;
const LONGEST = { title: 300, byline: 300, link: 2000, key: 600, snippet: 320, words: 20_000 };

/**
 * A feed's bytes as what it tells of. Nothing in it runs and nothing it names is fetched; XML has no entities but its own five. Items that
 * lead to no page are left out. For the bounded process to do, as everything that others have written.
 */
export function readFeed({ bytes, charset, address }: FeedInput): Outcome<ReadFeed> {
  try {
    const raw = rawFeed(decode(bytes, charset, true).text);
    if (raw === null) return refused('invalid', 'feed-none');
    return done({ title: cut(plain(raw.title), LONGEST.title), items: once(raw.items, address) });
  } catch (error) {
    const code = error instanceof AppError ? error.refusal.code : '';
    if (error instanceof SyntaxError || code === 'file-broken') return refused('invalid', 'feed-broken');
    if (error instanceof AppError) return error.refusal;
    throw error;
  }
}

function rawFeed(text: string): RawFeed | null {
  const start = text.trimStart();
  if (start.startsWith('{')) return jsonFeed(JSON.parse(start));
  if (!start.startsWith('<') || /^<(?:!doctype\s+html|html)[\s>]/i.test(start)) return null;
  return xmlFeed(readXmlText(start));
}

function once(items: readonly RawItem[], address: string): FeedItem[] {
  const seen = new Set<string>();
  const found: FeedItem[] = [];
  for (const raw of items) {
    const item = itemOf(raw, address);
    if (item === null || seen.has(item.key) || seen.has(item.link)) continue;
    seen.add(item.key).add(item.link);
    found.push(item);
    if (found.length === MOST_ITEMS) break;
  }
  return found;
}

function itemOf(raw: RawItem, address: string): FeedItem | null {
  const link = pageAt(raw.link, address);
  if (link === null) return null;
  const key = canonicalText(raw.key ?? '').trim() || link;
  return {
    key: key.length <= LONGEST.key ? key : `sha256:${sha256(key)}`,
    link,
    title: cut(plain(raw.title), LONGEST.title) || link.slice(0, LONGEST.title),
    byline: raw.byline === null ? null : cut(plain(raw.byline), LONGEST.byline) || null,
    publishedOn: raw.date === null ? null : dayIn(raw.date),
    snippet: shortened(plain(raw.words)),
  };
}

function pageAt(link: string | null, address: string): string | null {
  const words = link?.trim() ?? '';
  if (words === '' || !URL.canParse(words, address)) return null;
  const { protocol, href, username, password } = new URL(words, address);
  const isPage = /^https?:$/.test(protocol) && username === '' && password === '' && href.length <= LONGEST.link;
  return isPage ? href : null;
}

/** Words without marks, on one line; empty where nothing of them is to be seen. */
function plain(words: string): string {
  const short = words.slice(0, LONGEST.words);
  const text = /[<&]/.test(short) ? pageText(parsePage(short).documentElement, null).text : short;
  const line = canonicalText(text).replace(/\s+/g, ' ').trim();
  return isSeen(line) ? line : '';
}

/** Cut at the end of a word. */
function shortened(words: string): string {
  if (words.length <= LONGEST.snippet) return words;
  return `${cut(words, LONGEST.snippet).replace(/\s+\S*$/, '')} …`;
}
