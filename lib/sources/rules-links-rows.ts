/*
 * How one page is written differently. Each rule is a row with links that it makes one (`same`) and links that
 * must stay two (`other`); the rows are the test.
 */

/** Encoded in one way; `value` is null where no sign of equality stands. */
export type Parameter = { readonly name: string; readonly value: string | null };

/** A link taken apart. */
export type Link = {
  readonly host: string;
  /** Empty for those of the web. */
  readonly port: string;
  /** Each part encoded in one way. */
  readonly path: readonly string[];
  /** In the order of the link. */
  readonly query: readonly Parameter[];
  /** Without its sign; empty unless it decides what is shown. */
  readonly fragment: string;
};

type Pair = readonly [one: string, another: string];
export type LinkRule = {
  readonly name: string;
  readonly apply: (link: Link) => Link;
  readonly same: readonly Pair[];
  readonly other: readonly Pair[];
};

/** Second parts of a country's names, under which a name begins. */
const SHARED = /^(?:ac|co|com|edu|gob|gov|gouv|ne|net|or|org)\.[a-z]{2}$/;
const isSite = (host: string): boolean => host.includes('.') && !SHARED.test(host);

/** Takes these first parts off a host, as far as a site remains. */
function withoutFirst(host: string, parts: RegExp): string {
  const rest = parts.test(host) ? host.replace(parts, '') : host;
  return rest !== host && isSite(rest) ? withoutFirst(rest, parts) : host;
}

/** A part of a path that names a story and no section: several words, or a number, or a file. */
const isStory = (part: string): boolean => /-[^-]+-|\d{4}|\.html?$/.test(part);

/** Parameters that say how somebody came to a page, and never which page it is. */
const TRACKING: readonly RegExp[] = [
  /^utm_\w+$/i,
  /^(?:fb|g|d|tw|tt|y)clid$|^(?:gclsrc|msclkid|wbraid|gbraid|li_fat_id|epik|irclickid|s_kwcid)$/i,
  /^(?:igsh|igshid|ref_src|ref_url|__twitter_impression|guccounter|guce_\w+)$/i,
  /^(?:mc_[ce]id|mkt_tok|_hsenc|_hsmi|__hs\w+|_ga|_gl|vero_(?:id|conv)|oly_(?:enc|anon)_id|wt_mc)$/i,
  /^at_(?:medium|campaign|custom\d|link_\w+|ptr_name|format|bbc_team)$/i,
  /^(?:pk|mtm|piwik)_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)$/i,
  /^(?:cmpid|smid|smtyp|sharetoken|unlocked_article_code)$/i,
  /^(?:jsessionid|phpsessid|aspsessionid\w*)$/i,
];
const isTracking = (name: string): boolean => TRACKING.some((pattern) => pattern.test(name));

function isAmp({ name, value }: Parameter): boolean {
  const said = value?.toLowerCase() ?? '';
  if (/^amp$/i.test(name)) return ['', '1', 'true', 'amp'].includes(said);
  return /^outputtype$/i.test(name) ? said === 'amp' : /^(?:amp_js_v|amp_gsa|usqp)$/i.test(name);
}

/** Parameters of a video's page that say where in it to begin, and how it was come by. */
const OF_VIDEOS = /^(?:si|feature|pp|t|start|ab_channel)$/;

const TWINS: Readonly<Record<string, string>> = { 'x.com': 'twitter.com', 'youtube-nocookie.com': 'youtube.com' };

export const LINK_RULES: readonly LinkRule[] = [
  {
    name: 'scheme, port, case of the host, www',
    apply: (link) => ({ ...link, host: withoutFirst(link.host, /^www\./) }),
    same: [
      ['https://example.org/a', 'http://example.org/a'],
      ['https://example.org:443/a', 'http://example.org:80/a'],
      ['https://WWW.Example.ORG/a', 'https://example.org/a'],
      ['https://example.org./a', 'https://example.org/a'],
      ['www.example.org/a', 'https://example.org/a'],
      ['  https://example.org/a\n', 'https://example.org/a'],
      ['https://m\u00fcnchen.example/a', 'https://xn--mnchen-3ya.example/a'],
      ['https://ana:secret@example.org/a', 'https://example.org/a'],
    ],
    other: [
      ['https://example.org/a', 'https://example.org/A'],
      ['https://example.org:8080/a', 'https://example.org/a'],
      ['https://news.example.org/a', 'https://example.org/a'],
      ['https://www.org/a', 'https://org/a'],
      ['https://wwwexample.org/a', 'https://example.org/a'],
    ],
  },
  {
    name: 'pages for telephones and AMP, by their host',
    apply: (link) => {
      const host = withoutFirst(link.host, /^(?:m|mobile|amp)\./);
      const inner = /^([a-z-]{2,12})\.m\.(.+)$/.exec(host);
      return { ...link, host: inner && isSite(inner[2] ?? '') ? `${inner[1]}.${inner[2]}` : host };
    },
    same: [
      ['https://m.example.org/a', 'https://www.example.org/a'],
      ['https://mobile.example.org/a', 'https://example.org/a'],
      ['https://amp.example.co.uk/a', 'https://www.example.co.uk/a'],
      ['https://en.m.example.org/wiki/A', 'https://en.example.org/wiki/A'],
      ['https://www.m.example.org/a', 'https://example.org/a'],
    ],
    other: [
      ['https://mobile.de/a', 'https://de/a'],
      ['https://m.co.uk/a', 'https://co.uk/a'],
      ['https://amp.dev/a', 'https://dev/a'],
      ['https://am.example.org/a', 'https://example.org/a'],
    ],
  },
  {
    name: 'AMP, by its path and parameters',
    apply: (link) => ({
      ...link,
      path: link.path.some(isStory)
        ? link.path
            .filter((part) => part.toLowerCase() !== 'amp')
            .map((part) => part.replace(/(?:\.amp)+\.html$/i, '.html'))
        : link.path,
      query: link.query.filter((item) => !isAmp(item)),
    }),
    same: [
      ['https://example.org/news/harbour-to-be-dredged/amp/', 'https://example.org/news/harbour-to-be-dredged'],
      ['https://example.org/news/amp/uk-66000001', 'https://example.org/news/uk-66000001'],
      ['https://example.org/a/story-of-it.amp.html', 'https://example.org/a/story-of-it.html'],
      ['https://example.org/story?amp=1', 'https://example.org/story'],
      ['https://example.org/story?outputType=amp', 'https://example.org/story'],
    ],
    other: [
      ['https://example.org/guide/amp', 'https://example.org/guide'],
      ['https://example.org/shop?amp=40', 'https://example.org/shop'],
      ['https://example.org/2026/03/lamp', 'https://example.org/2026/03/l'],
    ],
  },
  {
    name: 'one site by two names',
    apply: (link) => {
      const [id = ''] = link.path;
      const isShort = link.host === 'youtu.be' && link.path.length === 1;
      const isVideo = isShort || (link.host === 'youtube.com' && link.path[0] === 'watch');
      const query = isVideo ? link.query.filter(({ name }) => !OF_VIDEOS.test(name)) : link.query;
      if (isShort)
        return { ...link, host: 'youtube.com', path: ['watch'], query: [{ name: 'v', value: id }, ...query] };
      return { ...link, host: TWINS[link.host] ?? link.host, query };
    },
    same: [
      ['https://youtu.be/abcDEF12345?si=x&t=30', 'https://www.youtube.com/watch?v=abcDEF12345&feature=share'],
      ['https://x.com/desk/status/1', 'https://mobile.twitter.com/desk/status/1'],
    ],
    other: [
      ['https://youtu.be/abcDEF12345', 'https://youtu.be/abcDEF12346'],
      ['https://example.org/watch?v=1&t=2', 'https://example.org/watch?v=1'],
    ],
  },
  {
    name: 'how somebody came',
    apply: (link) => ({
      ...link,
      path: link.path.map((part) => part.replace(/(?:;|%3B)(?:jsessionid|phpsessid)(?:=|%3D).*$/i, '')),
      query: link.query.filter(({ name }) => !isTracking(name)),
    }),
    same: [
      ['https://example.org/a?utm_source=x&utm_medium=y', 'https://example.org/a'],
      ['https://example.org/a?id=7&fbclid=1&gclid=2&msclkid=3', 'https://example.org/a?id=7'],
      ['https://example.org/a?mc_cid=1&mc_eid=2&igshid=3&_ga=4', 'https://example.org/a'],
      ['https://example.org/a;jsessionid=1A2B?id=7', 'https://example.org/a?id=7'],
      ['https://example.org/a?CMPID=1&smid=tw-share', 'https://example.org/a'],
    ],
    other: [
      ['https://example.org/a?id=7', 'https://example.org/a?id=8'],
      ['https://example.org/a?ref=main', 'https://example.org/a?ref=next'],
      ['https://example.org/a?source=1', 'https://example.org/a'],
      ['https://example.org/a?page=2', 'https://example.org/a'],
      ['https://example.org/a?gid=2', 'https://example.org/a'],
      ['https://example.org/photo?fbid=2', 'https://example.org/photo'],
      ['https://example.org/contract?ocid=ocds-1', 'https://example.org/contract?ocid=ocds-2'],
    ],
  },
  {
    name: 'the order of parameters, and how they are written',
    apply: (link) => ({
      ...link,
      query: link.query
        .map((item, at) => ({ item, at }))
        .sort((a, b) => (a.item.name < b.item.name ? -1 : a.item.name > b.item.name ? 1 : a.at - b.at))
        .map(({ item }) => item),
    }),
    same: [
      ['https://example.org/?b=2&a=1', 'https://example.org/?a=1&b=2'],
      ['https://example.org/a?q=two+words', 'https://example.org/a?q=two%20words'],
      ['https://example.org/a?q=caf\u00e9', 'https://example.org/a?q=caf%c3%a9'],
      ['https://example.org/a?&a=1&', 'https://example.org/a?a=1'],
      ['https://example.org/a?', 'https://example.org/a'],
    ],
    other: [
      ['https://example.org/a?x=1&x=2', 'https://example.org/a?x=2&x=1'],
      ['https://example.org/a?q=1%2B1', 'https://example.org/a?q=1+1'],
      ['https://example.org/a?q=a%26b=1', 'https://example.org/a?q=a&b=1'],
      ['https://example.org/a?7', 'https://example.org/a?8'],
      ['https://example.org/a?Q=1', 'https://example.org/a?q=1'],
    ],
  },
  {
    name: 'how a path is written',
    apply: (link) => ({ ...link, path: link.path.slice(0, link.path.findLastIndex((part) => part !== '') + 1) }),
    same: [
      ['https://example.org', 'https://example.org/'],
      ['https://example.org/a/', 'https://example.org/a'],
      ['https://example.org/%7Eana/%61', 'https://example.org/~ana/a'],
      ['https://example.org/caf\u00e9', 'https://example.org/caf%C3%A9'],
      ['https://example.org/cafe\u0301', 'https://example.org/caf%c3%a9'],
      ['https://example.org/a/./b/../c', 'https://example.org/a/c'],
      ['https://example.org/a%2cb', 'https://example.org/a,b'],
    ],
    other: [
      ['https://example.org/a%2Fb', 'https://example.org/a/b'],
      ['https://example.org/a/b', 'https://example.org/a/B'],
      ['https://example.org/a//b', 'https://example.org/a/b'],
      ['https://example.org/a%3Fb', 'https://example.org/a?b'],
      ['https://example.org/%E9', 'https://example.org/%E8'],
    ],
  },
  {
    name: 'places within a page',
    apply: (link) => ({
      ...link,
      fragment: /^[!/]./.test(link.fragment) ? link.fragment.split(':~:', 1).join('') : '',
    }),
    same: [
      ['https://example.org/a#part', 'https://example.org/a'],
      ['https://example.org/a#:~:text=dredged', 'https://example.org/a'],
      ['https://example.org/a#', 'https://example.org/a'],
      ['https://example.org/#/', 'https://example.org/'],
    ],
    other: [
      ['https://example.org/#!/story/1', 'https://example.org/#!/story/2'],
      ['https://example.org/app#/story/1', 'https://example.org/app#/story/2'],
    ],
  },
];
