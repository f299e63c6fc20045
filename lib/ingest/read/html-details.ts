/**
 * What a page says of itself, and where it says so. Each detail has its sources in an order of trust (`docs/reading.md`): the first that says anything
 * that can be read is taken, whatever the later ones say.
 */
import { doiIn, isbnIn, languageTag, line, localDate } from './detail-words.ts';
import { elementsOf, isTag, tagOf } from './dom.ts';
import { addressIn } from './html-text.ts';
import { linkedData } from './json-ld.ts';
import type { Detail, DetailSource, DocumentDetails } from './types.ts';

/** What a page's head holds, by names in small letters. */
type Head = {
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly marked: ReadonlyMap<string, readonly Element[]>;
  readonly links: ReadonlyMap<string, string>;
  readonly title: string | null;
  readonly heading: string | null;
  readonly language: string | null;
  readonly times: readonly { readonly value: string; readonly isPublication: boolean }[];
};

/** A place to look in, and what it gives: several where it names several people. */
type Look = readonly [DetailSource, (head: Head, data: ReadonlyMap<string, readonly string[]>) => readonly string[]];

const meta =
  (...names: readonly string[]): Look[1] =>
  ({ metas }) =>
    names.map((name) => metas.get(name) ?? []).find((found) => found.length > 0) ?? [];
const data =
  (name: string): Look[1] =>
  (_, found) =>
    found.get(name) ?? [];
const marked =
  (...names: readonly string[]): Look[1] =>
  ({ marked: all }) =>
    names.map((name) => (all.get(name) ?? []).map(contentOf).filter(Boolean)).find((found) => found.length > 0) ?? [];
const one =
  (pick: (head: Head) => string | null): Look[1] =>
  (head) => {
    const found = pick(head);
    return found === null ? [] : [found];
  };

const TITLE: readonly Look[] = [
  ['json-ld', data('headline')],
  ['highwire', meta('citation_title')],
  ['open-graph', meta('og:title')],
  ['dublin-core', meta('dc.title', 'dcterms.title')],
  ['meta', meta('twitter:title', 'parsely-title', 'sailthru.title', 'title')],
  ['markup', marked('headline')],
  ['markup', one(({ heading }) => heading)],
  ['title', one(({ title }) => title)],
];
const AUTHOR: readonly Look[] = [
  ['json-ld', data('author')],
  ['highwire', meta('citation_author', 'citation_authors')],
  ['open-graph', meta('article:author', 'og:article:author', 'book:author')],
  ['dublin-core', meta('dc.creator', 'dcterms.creator', 'dc.contributor')],
  ['meta', meta('author', 'byl', 'parsely-author', 'sailthru.author', 'twitter:creator:name')],
  ['markup', marked('author', 'byline')],
];
const PUBLISHER: readonly Look[] = [
  ['json-ld', data('publisher')],
  [
    'highwire',
    meta(
      'citation_journal_title',
      'citation_conference_title',
      'citation_technical_report_institution',
      'citation_dissertation_institution',
      'citation_publisher',
    ),
  ],
  ['open-graph', meta('og:site_name')],
  ['dublin-core', meta('dc.publisher', 'dcterms.publisher')],
  ['meta', meta('publisher', 'application-name', 'apple-mobile-web-app-title')],
];
const PUBLISHED: readonly Look[] = [
  ['json-ld', data('datePublished')],
  ['highwire', meta('citation_publication_date', 'citation_online_date', 'citation_date')],
  ['open-graph', meta('article:published_time', 'og:article:published_time', 'og:published_time')],
  [
    'dublin-core',
    meta('dcterms.issued', 'dc.date.issued', 'dcterms.created', 'dc.date.created', 'dcterms.date', 'dc.date'),
  ],
  [
    'meta',
    meta(
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'article.published',
      'datepublished',
      'displaydate',
      'date',
    ),
  ],
  ['markup', marked('datepublished')],
  ['time', ({ times }) => times.filter(({ isPublication }) => isPublication).map(({ value }) => value)],
  // One single day on the page can be no other; of several, none is told from the rest.
  ['time', ({ times }) => onlyDay(times.map(({ value }) => value))],
];
const CHANGED: readonly Look[] = [
  ['json-ld', data('dateModified')],
  ['open-graph', meta('article:modified_time', 'og:updated_time', 'og:article:modified_time')],
  ['dublin-core', meta('dcterms.modified', 'dc.date.modified')],
  ['meta', meta('lastmod', 'last-modified', 'article.updated', 'datemodified')],
  ['markup', marked('datemodified')],
];
const LINK: readonly Look[] = [
  ['link', one(({ links }) => links.get('canonical') ?? null)],
  ['open-graph', meta('og:url')],
  ['json-ld', data('url')],
  ['highwire', meta('citation_public_url', 'citation_abstract_html_url', 'citation_fulltext_html_url')],
];
const LANGUAGE: readonly Look[] = [
  ['markup', one(({ language }) => language)],
  ['json-ld', data('inLanguage')],
  ['highwire', meta('citation_language')],
  ['open-graph', ({ metas }) => (metas.get('og:locale') ?? []).map((tag) => tag.replace('_', '-'))],
  ['dublin-core', meta('dc.language', 'dcterms.language')],
  ['meta', meta('content-language')],
];
const DOI: readonly Look[] = [
  ['highwire', meta('citation_doi')],
  ['dublin-core', meta('dc.identifier', 'dcterms.identifier', 'dc.identifier.doi', 'prism.doi')],
  ['meta', meta('doi', 'bepress_citation_doi')],
  ['json-ld', data('identifier')],
  ['link', one(({ links }) => links.get('canonical') ?? null)],
];
const ISBN: readonly Look[] = [
  ['highwire', meta('citation_isbn')],
  ['json-ld', data('isbn')],
  ['open-graph', meta('book:isbn', 'books:isbn')],
  ['dublin-core', meta('dc.identifier', 'dcterms.identifier')],
];

export function pageDetails(document: Document, base: string | null): DocumentDetails {
  const head = headOf(document);
  const found = linkedData(document);
  const detail = (looks: readonly Look[], read: (values: readonly string[]) => string | null): Detail | null => {
    for (const [from, look] of looks) {
      const value = read(look(head, found));
      if (value !== null) return { value, from };
    }
    return null;
  };
  return {
    title: detail(TITLE, first(line)),
    author: detail(AUTHOR, namesIn),
    publisher: detail(PUBLISHER, first(line)),
    publishedOn: detail(PUBLISHED, first(localDate)),
    changedOn: detail(CHANGED, first(localDate)),
    link: detail(
      LINK,
      first((words) => addressIn(words, base)),
    ),
    language: detail(LANGUAGE, first(languageTag)),
    identifiers: { doi: detail(DOI, first(doiIn)), isbn: detail(ISBN, first(isbnIn)) },
  };
}

const first =
  (read: (words: string) => string | null) =>
  (values: readonly string[]): string | null => {
    for (const value of values) {
      const found = read(value);
      if (found !== null) return found;
    }
    return null;
  };

/** Names parted by ", ": an address of a profile is none, nor what says "by" before it. */
function namesIn(values: readonly string[]): string | null {
  const names = values
    .flatMap((value) => value.split(/;|\|/))
    .map((value) => line(value)?.replace(/^by:?\s+/i, '') ?? '')
    .filter((name) => name !== '' && name.length <= 120 && !/^(?:https?:|@|www\.)|\.(?:com|org|net)\//i.test(name));
  const all = [...new Set(names)].slice(0, 20).join(', ');
  return all === '' ? null : all;
}

const onlyDay = (values: readonly string[]): readonly string[] => {
  const days = [...new Set(values.map(localDate))];
  return days.length === 1 ? values : [];
};

const MOST_ELEMENTS = 3000;
const WANTED = new Set('meta link title time h1'.split(' '));

function headOf(document: Document): Head {
  const metas = new Map<string, string[]>();
  const links = new Map<string, string>();
  const times: { value: string; isPublication: boolean }[] = [];
  let title: string | null = null;
  let heading: string | null = null;
  for (const element of elementsOf(document.documentElement, WANTED, MOST_ELEMENTS)) {
    const tag = tagOf(element);
    if (tag === 'meta') {
      const name =
        element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('http-equiv');
      const content = element.getAttribute('content')?.trim();
      if (name && content) pushTo(metas, metaName(name), content.slice(0, 4000));
    } else if (tag === 'link') {
      const href = element.getAttribute('href');
      const rel = element.getAttribute('rel')?.toLowerCase().trim();
      if (rel && href && !links.has(rel)) links.set(rel, href);
    } else if (tag === 'title') title ??= isInPicture(element) ? null : line(element.textContent ?? '');
    else if (tag === 'h1') heading ??= line(element.textContent ?? '');
    else
      times.push({
        value: element.getAttribute('datetime') ?? element.textContent ?? '',
        isPublication: isPublication(element),
      });
  }
  const root = document.documentElement;
  return {
    metas,
    links,
    times,
    title,
    heading,
    language: root?.getAttribute('lang') ?? root?.getAttribute('xml:lang') ?? null,
    marked: markedElements(document),
  };
}

/** "DCTERMS.Issued" and "dcterms:issued" are one. */
const metaName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^(dc|dcterms|prism)[:_.]/, '$1.');

const isInPicture = (title: Element): boolean => {
  const parent = title.parentElement;
  return parent !== null && tagOf(parent) !== 'head' && tagOf(parent) !== 'html';
};

const isPublication = (time: Element): boolean =>
  time.hasAttribute('pubdate') ||
  /\b(?:published|pubdate|dt-published|entry-date)\b/i.test(time.getAttribute('class') ?? '');

/** Elements by what microdata or the commonest class names call them; the first of each kind only. */
function markedElements(document: Document): ReadonlyMap<string, readonly Element[]> {
  const marks = new Map<string, Element[]>();
  let count = 0;
  const take = (element: Element): void => {
    const property = element.getAttribute('itemprop')?.toLowerCase();
    if (property && ITEMS.has(property)) pushTo(marks, property, element);
    if (element.getAttribute('rel') === 'author') pushTo(marks, 'author', element);
    if (/(?:^|\s)(?:byline__name|author-name|byline-name|p-author)(?:\s|$)/i.test(element.getAttribute('class') ?? ''))
      pushTo(marks, 'byline', element);
  };
  for (const element of document.querySelectorAll('[itemprop],[rel=author],[class]')) {
    count += 1;
    if (count > 10 * MOST_ELEMENTS) break;
    if (isTag(element)) take(element);
  }
  return marks;
}

const ITEMS = new Set(['headline', 'author', 'datepublished', 'datemodified']);
const contentOf = (element: Element): string =>
  element.getAttribute('content') ??
  element.getAttribute('datetime') ??
  line(element.querySelector('[itemprop=name]')?.textContent ?? element.textContent ?? '') ??
  '';

function pushTo<T>(map: Map<string, T[]>, name: string, value: T): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [value]);
  else if (list.length < 50) list.push(value);
}
