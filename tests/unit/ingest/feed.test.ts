import { describe, expect, test } from 'vitest';
import { dayIn } from '#lib/ingest/feed/days.ts';
import { MOST_ITEMS, readFeed } from '#lib/ingest/feed/read.ts';

const ADDRESS = 'https://post.example/feeds/all.xml';
const read = (text: string | Uint8Array, charset: string | null = null) =>
  readFeed({ bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text, charset, address: ADDRESS });
const feed = (text: string | Uint8Array, charset: string | null = null) => {
  const outcome = read(text, charset);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const rss = (items: string, attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>The Estuary Post</title>${items}</channel></rss>`;
const item = (n: number, more = '') =>
  `<item><title>Piece ${n}</title><link>https://post.example/${n}</link><guid>id-${n}</guid>${more}</item>`;

const BERTHS = {
  key: 'post-1',
  link: 'https://post.example/berths',
  title: 'Six berths & one crane closed',
  byline: 'Ines Marek',
  publishedOn: '2026-03-12',
  snippet: 'Of 31 berths, 6 are closed. The crane is, too.',
};

test('RSS 2.0', () =>
  expect(
    feed(
      rss(
        `<link>https://post.example</link><item><title>Six berths &amp;amp; one crane closed</title>
        <link>https://post.example/berths</link><guid isPermaLink="false">post-1</guid>
        <author>desk@post.example (Ines Marek)</author><pubDate>Thu, 12 Mar 2026 23:30:00 -0500</pubDate>
        <description><![CDATA[<p>Of 31 berths, <b>6</b> are closed.</p><script>alert(1)</script><p>The crane is, too.</p>]]></description></item>`,
      ),
    ),
  ).toEqual({ title: 'The Estuary Post', items: [BERTHS] }));

test('RSS 1.0', () =>
  expect(
    feed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://post.example"><title>The Estuary Post</title></channel>
      <item rdf:about="post-1"><title>Six berths &amp; one crane closed</title><link>/berths</link><d:creator>Ines Marek</d:creator>
      <d:date>2026-03-12T08:00Z</d:date><description>Of 31 berths, 6 are closed. The crane is, too.</description></item></rdf:RDF>`)
      .items,
  ).toEqual([BERTHS]));

test('Atom, whatever its prefix', () => {
  const atom = (
    p: string,
    xmlns: string,
  ) => `<${p}feed xmlns${xmlns}="http://www.w3.org/2005/Atom"><${p}title>The Estuary Post</${p}title>
    <${p}entry><${p}id>post-1</${p}id><${p}title type="html">Six berths &amp;amp; one crane closed</${p}title>
    <${p}link rel="edit" href="https://post.example/edit"/><${p}link href="../berths"/>
    <${p}author><${p}name>Ines Marek</${p}name></${p}author><${p}updated>2026-03-20T00:00:00Z</${p}updated>
    <${p}published>2026-03-12T23:30:00-05:00</${p}published>
    <${p}content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Of 31 berths, 6 are closed. The crane is, too.</div></${p}content></${p}entry></${p}feed>`;
  expect(feed(atom('', ''))).toEqual({ title: 'The Estuary Post', items: [BERTHS] });
  expect(feed(atom('a:', ':a')).items).toEqual([BERTHS]);
});

test('JSON Feed', () =>
  expect(
    feed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Estuary Post',
        items: [
          {
            id: 'post-1',
            url: 'https://post.example/berths',
            title: 'Six berths & one crane closed',
            authors: [{ name: 'Ines Marek' }],
            date_published: '2026-03-12T23:30:00-05:00',
            content_html: '<p>Of 31 berths, 6 are closed.</p><p>The crane is, too.</p>',
          },
          { id: 7, url: 'https://post.example/7', title: 7 },
          'no item',
          { id: 'nowhere', title: 'Leads to no page' },
        ],
      }),
    ).items,
  ).toEqual([
    BERTHS,
    {
      key: '7',
      link: 'https://post.example/7',
      title: 'https://post.example/7',
      byline: null,
      publishedOn: null,
      snippet: '',
    },
  ]));

test('each key and each link once, what leads to no page not at all, and no more than so many', () => {
  const many = Array.from({ length: MOST_ITEMS + 20 }, (_, i) => item(i));
  expect(feed(rss(many.join(''))).items).toHaveLength(MOST_ITEMS);
  const odd = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:word@post.example/',
    `https://post.example/${'a'.repeat(3000)}`,
    '',
  ]
    .map(
      (link, i) => `<item><title>Odd ${i}</title><link>${link}</link><guid isPermaLink="false">odd-${i}</guid></item>`,
    )
    .join('');
  const twice = `${item(1)}${item(1)}<item><title>The same page</title><link>https://post.example/1</link><guid>other</guid></item>`;
  expect(feed(rss(odd + twice)).items.map(({ key }) => key)).toEqual(['id-1']);
});

test('what it calls itself in is what it is in, and long words are cut', () => {
  const latin = Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?>${rss(item(1, '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Zoë Müller</dc:creator>')).slice(21)}`,
    'latin1',
  );
  expect(feed(latin).items[0]?.byline).toBe('Zoë Müller');
  expect(feed(Buffer.from(rss(item(1)).replace('Piece', 'Pièce'), 'latin1'), 'iso-8859-1').items[0]?.title).toBe(
    'Pièce 1',
  );
  const long = feed(
    rss(
      `<item><title>${'word '.repeat(200)}</title><link>/1</link><guid>${'k'.repeat(5000)}</guid><description>${'word '.repeat(9000)}</description></item>`,
    ),
  );
  const [only] = long.items;
  expect(only?.key).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(only?.title).toHaveLength(300);
  expect(only?.snippet).toMatch(/^(?:word ){60,64}…$/);
});

describe('hostile', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
  test.each([
    ['entities within entities', `${bomb}${rss('<item><title>&c;</title><link>/1</link></item>')}`, 'feed-broken'],
    [
      'a file of the server',
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>&x;</title></item>')}`,
      'feed-broken',
    ],
    ['a deep tree', rss('<a>'.repeat(5000) + '</a>'.repeat(5000)), 'reading-too-deep'],
    ['half of one', rss(item(1)).slice(0, 120), 'feed-broken'],
    ['half of one in JSON', '{"version":"https://jsonfeed.org/version/1","items":[', 'feed-broken'],
    [
      'other XML',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'feed-none',
    ],
    ['other JSON', '{"items":[]}', 'feed-none'],
    ['a page', '<!doctype html><html><body>rss</body></html>', 'feed-none'],
    ['nothing', '   ', 'feed-none'],
    ['bytes', '\0\0\0\0', 'file-not-text'],
  ])('%s is refused', (_, text, code) => expect(read(text)).toMatchObject({ ok: false, code }));

  test('marks in words are left out, and run nowhere', () => {
    const words =
      '&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(2)&lt;/script&gt;Plain &lt;b&gt;words&lt;/b&gt;';
    const [only] = feed(
      rss(`<item><title>${words}</title><link>/1</link><description>${words}</description></item>`),
    ).items;
    expect(only).toMatchObject({ title: 'Plain words', snippet: 'Plain words' });
  });
});

test('signs that no database and no terminal takes are left out, and no sign is halved', () => {
  const ghost = '\u200b\u2060';
  const { title, items } = feed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The \0Post\u001b[31m',
      items: [
        {
          id: 'a\0b\ud800',
          url: '/1',
          title: 'Half\ud800 a\u0007 title',
          content_text: 'Said\u001b[2J\0 so',
          authors: [{ name: '\0Ines' }],
        },
        { id: '\0', url: '/2', title: `${ghost}${ghost}`, content_text: ghost, authors: [{ name: ghost }] },
        { id: '3', url: '/3', title: `${'x'.repeat(299)}😀`, content_text: '' },
      ],
    }),
  );
  expect(title).toBe('The Post[31m');
  expect(items).toMatchObject([
    { key: 'ab\ufffd', title: 'Half\ufffd a title', snippet: 'Said[2J so', byline: 'Ines' },
    { key: 'https://post.example/2', title: 'https://post.example/2', snippet: '', byline: null },
    { title: 'x'.repeat(299) },
  ]);
});

test.each([
  ['Thu, 12 Mar 2026 23:30:00 -0500', '2026-03-12'],
  ['2 March 2026 08:00', '2026-03-02'],
  ['2026-03-12T23:30:00-05:00', '2026-03-12'],
  ['2026-03-12', '2026-03-12'],
  ['Thu, 31 Feb 2026 00:00:00 GMT', null],
  ['12/03/2026', null],
  ['12 Mar 26', null],
  ['2026-13-40', null],
  ['0000-01-01T00:00:00Z', null],
  ['1 Jan 0000 00:00:00 GMT', null],
  ['9999-12-31', null],
  ['yesterday', null],
])('the day of %j', (date, day) => expect(dayIn(date)).toBe(day));
