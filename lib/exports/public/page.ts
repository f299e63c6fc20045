import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { withoutControls } from '#lib/platform/canonical.ts';
import { inProject } from '#lib/platform/paths.ts';
import { type Element, el, type Node, written } from '../html/tree.ts';
import type { PublicSite } from './types.ts';
import { say } from './words.ts';

const SHEETS = ['tokens', 'claims', 'report', 'public', 'print'].map((name) => `app/styles/${name}.css`);
let sheet: { readonly css: string; readonly hash: string } | null = null;
function styleOf() {
  if (sheet) return sheet;
  const sheets = SHEETS.map((path) => readFileSync(inProject(path), 'utf8'));
  const css = ['@layer base, components;', ...sheets]
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n');
  sheet = { css, hash: createHash('sha256').update(css).digest('base64') };
  return sheet;
}

/** A page for the public, ready to be sent: its bytes, what they are, and the policy that they are shown under. */
export type PublicFile = {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly policy: string;
  /** Search engines are asked to leave it out. */
  readonly isUnlisted?: boolean;
  /** It may stand in a page of somebody else's. */
  readonly isFramed?: boolean;
};

/**
 * No script runs on a public page, whatever is written in it, and nothing is fetched for it. So nothing connects either; that a browser which looks a page
 * over may (for robots.txt, as Lighthouse does) is said for it.
 */
const policyFor = (ancestors: string): string =>
  `default-src 'none'; style-src 'sha256-${styleOf().hash}'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`;
/** Of what is no page. */
const BARE = "default-src 'none'; frame-ancestors 'none'";

export const publicFile = (body: PublicFile['body'], type: string): PublicFile => ({ body, type, policy: BARE });

export type PageParts = {
  readonly title: string;
  readonly description: string;
  /** Under the public pages' address, with a slash before it; empty for the first page. */
  readonly path: string;
  readonly main: readonly Node[];
  /** BCP 47, of what the page speaks in. */
  readonly language?: string | null;
  /** A picture for who passes the page on, with what it says. */
  readonly card?: { readonly url: string; readonly alt: string };
  readonly publicAt?: string;
  /** JSON-LD, safe to stand inside a script element. */
  readonly data?: string;
  readonly isUnlisted?: boolean;
  readonly isFramed?: boolean;
};

/** A whole page: what the desk calls itself, where to, and what it says. */
export function publicPage(site: PublicSite, parts: PageParts): PublicFile {
  const { isUnlisted = false, isFramed = false } = parts;
  const body = isFramed
    ? [el('main', { class: 'pb-box' }, parts.main)]
    : [
        el('a', { class: 'pb-skip', href: '#main' }, say('skip')),
        header(site, parts.path),
        el('main', { id: 'main' }, parts.main),
        footer(site),
      ];
  const html = `<!doctype html>
<html lang="en" data-theme="">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${headOf(site, parts).map(written).join('\n')}
<style>${styleOf().css}</style>
${parts.data === undefined ? '' : `<script type="application/ld+json">${parts.data}</script>\n`}</head>
<body>${body.map(written).join('')}</body>
</html>
`;
  const policy = policyFor(isFramed ? '*' : "'none'");
  return { body: withoutControls(html), type: 'text/html; charset=utf-8', policy, isUnlisted, isFramed };
}

function headOf(
  site: PublicSite,
  { title, description, path, card, publicAt, isUnlisted, isFramed }: PageParts,
): Element[] {
  const url = `${site.base}${path}`;
  const meta = (name: string, content: string) => el('meta', { name, content });
  const social = (property: string, content: string) => el('meta', { property, content });
  const feed = (type: string, file: string) =>
    el('link', { rel: 'alternate', type, title: say('site', { desk: site.desk }), href: `${site.base}/${file}` });
  return [
    el('title', {}, path === '' ? title : `${title} · ${site.desk}`),
    meta('description', description),
    meta('color-scheme', 'light dark'),
    ...(isUnlisted || isFramed ? [meta('robots', 'noindex')] : [el('link', { rel: 'canonical', href: url })]),
    ...(isFramed
      ? []
      : [
          feed('application/rss+xml', 'rss.xml'),
          feed('application/atom+xml', 'atom.xml'),
          feed('application/feed+json', 'feed.json'),
          social('og:type', publicAt ? 'article' : 'website'),
          social('og:site_name', site.desk),
          social('og:title', title),
          social('og:description', description),
          social('og:url', url),
          ...(publicAt ? [social('article:published_time', publicAt)] : []),
          ...(card
            ? [
                social('og:image', card.url),
                social('og:image:type', 'image/png'),
                social('og:image:width', '1200'),
                social('og:image:height', '630'),
                social('og:image:alt', card.alt),
                meta('twitter:card', 'summary_large_image'),
              ]
            : [meta('twitter:card', 'summary')]),
        ]),
  ];
}

const PLACES = [
  ['', 'checks'],
  ['/methodology', 'method'],
  ['/corrections', 'corrections'],
  ['/people', 'people'],
] as const;

const header = (site: PublicSite, path: string): Element =>
  el(
    'header',
    { class: 'pb-head' },
    el('a', { class: 'pb-desk', href: site.base, dir: 'auto' }, site.desk),
    el(
      'nav',
      { 'aria-label': say('checks') },
      PLACES.map(([place, words]) =>
        el('a', { href: `${site.base}${place}`, 'aria-current': place === path ? 'page' : null }, say(words)),
      ),
    ),
  );

function footer(site: PublicSite): Element {
  const link = (file: string, words: string) => el('a', { href: `${site.base}/${file}` }, words);
  return el(
    'footer',
    { class: 'pb-foot' },
    el(
      'p',
      {},
      `${say('feeds')}: `,
      link('rss.xml', 'RSS'),
      ' · ',
      link('atom.xml', 'Atom'),
      ' · ',
      link('feed.json', 'JSON'),
    ),
    site.contact !== null && el('p', {}, el('a', { href: contactLink(site.contact) }, say('contact'))),
  );
}

/** An address of the web as it is, one of mail as a link that writes to it. */
export const contactLink = (contact: string): string => (/^https?:/.test(contact) ? contact : `mailto:${contact}`);

/** A moment in the desk's own days and hours, for the eye, and exact for programs. */
export const moment = (site: PublicSite, instant: string): Element =>
  el('time', { datetime: instant }, dayIn(site, instant));

/** The day of an instant where the desk is. */
export const dayIn = ({ timeZone }: PublicSite, instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    new Date(instant),
  );
