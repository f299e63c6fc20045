import { evenPercent } from '#lib/platform/percent.ts';
import { LINK_RULES, type Link, type Parameter } from './rules-links-rows.ts';

/*
 * The key of a link: the same page written differently has the same key, and two pages never have one where a path or a
 * parameter that is not known to be idle decides between them.
 */

/**
 * The key of a link, by which a source that is there already is found. Of a web address it is the address without its scheme
 * (`//example.org/a?id=7`), of a DOI in any form `doi:` and the DOI in small letters. What is neither is its own key. A key's
 * key is itself. Never shown to anybody.
 */
export function linkKey(link: string): string {
  let key = link.trim();
  // What one rule has taken away may be what another waited for.
  for (let next = keyOnce(key); next !== key; next = keyOnce(key)) key = next;
  return key;
}

function keyOnce(text: string): string {
  const doi = doiIn(text);
  if (doi) return doi;
  const url = readUrl(text);
  if (!url) return text;
  const inner = within(url);
  return inner ?? print(LINK_RULES.reduce((link, rule) => rule.apply(link), take(url)));
}

/** An address of the web, a key of one, or one written without its scheme. */
function readUrl(text: string): URL | null {
  const address = text.startsWith('//') ? `https:${text}` : /^www\./i.test(text) ? `https://${text}` : text;
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : null;
}

const DOI = /^10\.\d{4,9}\/\S+$/;

/** The key of a DOI: of its name in any of the usual forms, or of an address of its resolver, whose parameters decide nothing. */
function doiIn(text: string): string | null {
  const name = text.replace(/^(?:doi:\s*|info:doi\/|urn:doi:)/i, '');
  if (DOI.test(name)) return `doi:${name.toLowerCase()}`;
  const url = readUrl(text);
  if (!url || !/^(?:www\.|dx\.)?doi\.org$/.test(url.hostname)) return null;
  const inPath = decoded(url.pathname.slice(1)) ?? '';
  return DOI.test(inPath) ? `doi:${inPath.toLowerCase()}` : null;
}

/** Where a link only leads through another: what search engines, mail programs and sites make of the links they show. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/$/, parameters: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^out\.reddit\.com$/, path: /./, parameters: ['url'] },
];
/** Copies of AMP pages, with the page's own address in their path; `s` says that it is safe. */
const AMP_COPIES: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/amp\/(?:s\/)?([^/]+\.[^/]+\/.*)$/ },
  { host: /\.cdn\.ampproject\.org$/, path: /^\/[cv]\/(?:s\/)?([^/]+\.[^/]+\/.*)$/ },
];

/** The link that a link is wrapped around, or null. */
function within({ hostname, pathname, search, searchParams }: URL): string | null {
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  const inner = wrapper?.parameters
    .map((name) => searchParams.get(name))
    .find((value) => /^https?:/i.test(value ?? ''));
  if (inner) return inner;
  const copy = AMP_COPIES.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  const [, page] = copy?.path.exec(pathname) ?? [];
  return page === undefined ? null : `https://${page}${search}`;
}

function take(url: URL): Link {
  return {
    host: url.hostname.replace(/\.+$/, ''),
    port: url.port === '80' || url.port === '443' ? '' : url.port,
    path: url.pathname.slice(1).split('/').map(tidyPart),
    query: url.search.slice(1).split('&').filter(Boolean).map(tidyParameter),
    fragment: evenPercent(url.hash.slice(1)),
  };
}

function print({ host, port, path, query, fragment }: Link): string {
  const parameters = query.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  return [
    `//${host}`,
    port && `:${port}`,
    path.length > 0 ? `/${path.join('/')}` : '',
    parameters.length > 0 ? `?${parameters.join('&')}` : '',
    fragment && `#${fragment}`,
  ].join('');
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // Encoded from something else than UTF-8.
    return null;
  }
}

function tidyPart(part: string): string {
  const text = decoded(part);
  return text === null ? evenPercent(part) : encodeURIComponent(text.normalize('NFC'));
}

/** As forms write them: a plus is a space. */
function tidyParameter(parameter: string): Parameter {
  const [name = '', ...rest] = parameter.split('=');
  const tidy = (text: string) => {
    const value = decoded(text.replaceAll('+', ' '));
    return value === null ? evenPercent(text) : encodeURIComponent(value);
  };
  return { name: tidy(name), value: rest.length > 0 ? tidy(rest.join('=')) : null };
}
