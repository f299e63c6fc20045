import { describe, expect, test } from 'vitest';
import { locatorOf } from '#lib/ingest/read/places.ts';
import { at, bytesOf, page, read } from './made.ts';

const text = async (body: string) => (await read(page(body))).text;

describe('a page’s text', () => {
  test.each([
    [
      'blocks apart, inline words together',
      '<h1>Ferry  fares\n fall</h1><p>One <b>two</b><i> three</i>.<div>four',
      'Ferry fares fall\n\nOne two three.\n\nfour',
    ],
    ['words that stand beside blocks', 'a<p>b</p>c', 'a\n\nb\n\nc'],
    ['line ends, and two as a paragraph’s', 'a <br> b<br><br>c', 'a\nb\n\nc'],
    [
      'lists with their marks',
      '<ul><li>a<li><p>b</ul><ol start=4><li>c<li value=9>d<li>e</ol>',
      '• a\n• b\n4. c\n9. d\n10. e',
    ],
    ['what is set as it is typed', '<pre>a  b\n  c</pre>', 'a  b\n  c'],
    ['quotation marks of q', '<p>She said <q>never</q>.', 'She said “never”.'],
    ['no soft hyphens', '<p>trans&shy;por&#8203;tation', 'transportation'],
    ['signs by name and number', '<p>AT&amp;T &euro;5&nbsp;m &#8211;', 'AT&T €5\u00a0m –'],
    [
      'nothing that is not seen',
      '<p hidden>a</p><p style="color:red; display : none">b</p><script>c</script><style>d</style><template>e</template><noscript>f</noscript><span class="sr-only">g</span><textarea>h</textarea><dialog>i</dialog><svg><title>j</title><desc>k</desc></svg>seen',
      'seen',
    ],
    [
      'what a chart or a closed part says',
      '<svg><text>37.4%</text></svg><details><summary>More</summary>inside</details>',
      '37.4%\n\nMore\n\ninside',
    ],
    ['lists that go on around a hidden one', '<ol><li>a<ul hidden></ul><li>b</ol>', '1. a\n2. b'],
    ['nothing of an empty page', '', ''],
  ])('has %s', async (_, body, expected) => expect(await text(body)).toBe(expected));

  test('is all there where tags are left out, and where there is no page around it', async () => {
    expect((await read(bytesOf('<html><head><title>T</title><p>one<p>two'))).text).toBe('one\n\ntwo');
    expect((await read(bytesOf('<p>one</p>two'), { name: 'x.html' })).text).toBe('one\n\ntwo');
  });

  test('names the cells of its tables, whatever covers them, and takes tables that lay out the page as text', async () => {
    const found = await read(
      page(
        '<table><caption>Fares</caption><thead><tr><th>Year<th colspan=2>Fares<tbody><tr><td rowspan=2>2025<td>11.40<td>12.85<tr><td>5<td></table><table><tr><td><h2>News</h2>all of it<td>aside</table>',
      ),
    );
    expect(found.text).toBe('Fares\n\nYear\tFares\n2025\t11.40\t12.85\n\t5\t\n\nNews\n\nall of it\n\naside');
    expect(found.places.flatMap((place) => (place.kind === 'cell' ? [[place.cell, at(found, place)]] : []))).toEqual([
      ['A1', 'Year'],
      ['B1', 'Fares'],
      ['A2', '2025'],
      ['B2', '11.40'],
      ['C2', '12.85'],
      ['B3', '5'],
    ]);
    const five = found.text.indexOf('\t5') + 1;
    expect(locatorOf(found.places, five, five + 1)).toBe('table 1, B3');
  });

  test('has links, absolute, by the page’s own base', async () => {
    const bytes = page(
      '<p>See <a href="report?x=1"> the report </a>, <a href="#top">top</a>, <a href="javascript:alert(1)">x</a>, <a href="mailto:a@b.c">m</a>',
      '<base href="https://example.org/a/">',
    );
    const found = await read(bytes, { address: 'https://other.example/b' });
    expect(found.links.map((link) => [at(found, link), link.href])).toEqual([
      ['the report', 'https://example.org/a/report?x=1'],
    ]);
  });
});

describe('the character set', () => {
  const words = '<p>Zürich – “naïve” café</p>';
  const latin = (html: string) =>
    Uint8Array.from(html.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), (sign) => sign.charCodeAt(0));
  test.each([
    ['its sender', latin(words), { mediaType: 'text/html; charset="windows-1252"' }, []],
    [
      'the page itself',
      latin(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">${words}`),
      {},
      [],
    ],
    ['a mark, against what it says', Buffer.from(`\uFEFF<meta charset="iso-8859-1">${words}`), {}, []],
    ['a mark of UTF-16', Buffer.from(`\uFEFF<meta charset="utf-16">${words}`, 'utf16le'), {}, []],
    ['its bytes, where nobody says', Buffer.from(words), {}, []],
    [
      'its bytes, where UTF-8 is claimed and is not true',
      latin(`<meta charset="utf-8">${words}`),
      {},
      ['charset-guessed'],
    ],
    ['a guess', latin(words), {}, ['charset-guessed']],
    ['a guess, where the name is unknown', latin(`<meta charset="x-none">${words}`), {}, ['charset-guessed']],
  ])('is known by %s', async (_, bytes, more, warnings) => {
    const found = await read(bytes, { name: 'a.html', ...more });
    expect(found.text).toBe('Zürich – “naïve” café');
    expect(found.warnings).toEqual(warnings);
  });

  test('of another script is known by the page itself', async () => {
    const head = Buffer.from('<html><meta charset="shift_jis"><p>');
    const found = await read(Buffer.concat([head, Buffer.from([0x83, 0x6a, 0x83, 0x85, 0x81, 0x5b, 0x83, 0x58])]));
    expect(found.text).toBe('ニュース');
  });
});

describe('the readable part', () => {
  const sentence = (n: number) =>
    `The council cut the ferry fares by ${n} percent on Tuesday, the first reduction in a decade, and its members, who had argued for months, voted for it without a debate.`;
  const body = `<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav><div class="ad">Subscribe now and save</div>
    <article><h1>Ferry fares fall</h1><p>${sentence(8)}</p><p>${sentence(9)} ${sentence(10)}</p><table><tr><th>Year<th>Fare<tr><td>2025<td>12.85</table><p>${sentence(11)}</p></article>
    <aside><h3>Read more</h3><p><a href="/x">Another story that has nothing to do with it</a></p></aside><footer>© The Estuary Post</footer>`;

  test('is stretches of the whole text: headline and article, without what stands around them', async () => {
    const found = await read(page(body, '<title>Ferry fares fall | The Estuary Post</title>'));
    const shown = found.view.map((stretch) => at(found, stretch)).join(' … ');
    expect(shown).toMatch(/^Ferry fares fall\n\nThe council cut/);
    expect(shown).toContain('2025\t12.85');
    expect(shown.match(/percent/g)).toHaveLength(4);
    expect(shown).not.toMatch(/Home|Subscribe|Another story|©/);
    expect(found.text).toContain('Another story that has nothing to do with it');
    const quote = found.text.indexOf(sentence(11));
    expect(locatorOf(found.places, quote, quote + 20)).toBe('para. 4');
    const around = found.text.indexOf('Subscribe');
    expect(locatorOf(found.places, around, around + 9)).toMatch(/^para\. \d+$/);
  });

  test('of a page with little on it is all of it', async () => {
    const found = await read(page('<p>Only this.'));
    expect(found.view.map((stretch) => at(found, stretch))).toEqual(['Only this.']);
  });
});

describe('what a page says of itself', () => {
  const details = async (head: string, body = '<p>Text') =>
    (await read(page(body, head), { address: 'https://example.org/a/story?ref=1' })).details;
  const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  test('is taken from linked data before anything else', async () => {
    const found = await details(
      `${ld({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', name: 'Not this', publisher: { name: 'Nor this' } },
          {
            '@type': ['NewsArticle'],
            headline: 'Fares &amp; ferries',
            datePublished: '2026-03-12T23:30:00-05:00',
            dateModified: '2026-03-14',
            author: [{ '@type': 'Person', name: 'Ines Marek' }, { '@id': '#o' }],
            publisher: { '@type': 'Organization', name: 'The Estuary Post' },
            inLanguage: 'en-GB',
          },
          { '@type': 'Person', '@id': '#o', name: 'Omar Diaz' },
        ],
      })}
       <meta property="og:title" content="Other"><meta property="article:published_time" content="2026-01-01"><meta name="author" content="Somebody">`,
    );
    expect(found).toMatchObject({
      title: { value: 'Fares & ferries', from: 'json-ld' },
      author: { value: 'Ines Marek, Omar Diaz', from: 'json-ld' },
      publisher: { value: 'The Estuary Post', from: 'json-ld' },
      publishedOn: { value: '2026-03-12', from: 'json-ld' },
      changedOn: { value: '2026-03-14', from: 'json-ld' },
      language: { value: 'en', from: 'markup' },
    });
  });

  test.each([
    [
      'Highwire tags',
      '<meta name="citation_title" content="A study"><meta name="citation_author" content="Marek, I."><meta name="citation_author" content="Diaz, O."><meta name="citation_publication_date" content="2026/3/5"><meta name="citation_journal_title" content="Sea"><meta name="citation_doi" content="doi:10.1234/abc.5"><meta name="citation_isbn" content="978-3-16-148410-0">',
      {
        title: 'A study',
        author: 'Marek, I., Diaz, O.',
        publishedOn: '2026-03-05',
        publisher: 'Sea',
        doi: '10.1234/abc.5',
        isbn: '9783161484100',
      },
      'highwire',
    ],
    [
      'Open Graph',
      '<meta property="og:title" content="A story"><meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2026-03-12T00:30:00+02:00"><meta property="article:author" content="https://facebook.example/ines"><meta property="article:author" content="Ines Marek">',
      { title: 'A story', publisher: 'The Post', publishedOn: '2026-03-12', author: 'Ines Marek' },
      'open-graph',
    ],
    [
      'Dublin Core',
      '<meta name="DC.Title" content="A report"><meta name="dc.creator" content="Office of Ferries"><meta name="DCTERMS.issued" content="2026-03-12"><meta name="dc:publisher" content="The State"><meta name="DC.identifier" content="https://doi.org/10.5555/x">',
      {
        title: 'A report',
        author: 'Office of Ferries',
        publishedOn: '2026-03-12',
        publisher: 'The State',
        doi: '10.5555/x',
      },
      'dublin-core',
    ],
    [
      'plain tags',
      '<meta name="twitter:title" content="A note"><meta name="author" content="By Ines Marek"><meta name="date" content="March 12, 2026"><meta name="publisher" content="The Post">',
      { title: 'A note', author: 'Ines Marek', publishedOn: '2026-03-12', publisher: 'The Post' },
      'meta',
    ],
  ])('by %s', async (_, head, expected, from) => {
    const { identifiers, ...found } = await details(head);
    const all = { ...found, ...identifiers };
    for (const [name, value] of Object.entries(expected)) expect(all).toMatchObject({ [name]: { value, from } });
  });

  test('by what is marked in the page, its heading and its title', async () => {
    expect(
      await details(
        '<title>Fares | Post</title>',
        '<h1>Fares fall</h1><span itemprop="author"><a itemprop="name">Ines Marek</a></span><time datetime="2026-03-12">12 March</time>',
      ),
    ).toMatchObject({
      title: { value: 'Fares fall', from: 'markup' },
      author: { value: 'Ines Marek', from: 'markup' },
      publishedOn: { value: '2026-03-12', from: 'time' },
    });
    expect((await details('<title>Fares | Post</title>')).title).toEqual({ value: 'Fares | Post', from: 'title' });
  });

  test('one day of several on the page is not taken for the day of publication, one that is called so is', async () => {
    const times = '<time datetime="2026-03-12">a</time><time datetime="2026-03-14">b</time>';
    expect((await details('', times)).publishedOn).toBeNull();
    expect((await details('', `${times}<time pubdate datetime="2026-03-13">c</time>`)).publishedOn?.value).toBe(
      '2026-03-13',
    );
  });

  test.each([
    ['03/04/2026', null],
    ['2026-02-31', null],
    ['0000-00-00', null],
    ['2026-03', null],
    ['20260312', '2026-03-12'],
    ['Thu, 12 Mar 2026 08:00:00 GMT', '2026-03-12'],
    ['12 March 2026', '2026-03-12'],
    ['yesterday', null],
  ])('a date of %s is %s', async (words, day) => {
    expect(
      (await details(`<meta property="article:published_time" content="${words}">`)).publishedOn?.value ?? null,
    ).toBe(day);
  });

  test('its own address is absolute, and none that is no web address', async () => {
    expect((await details('<link rel="canonical" href="/a/story">')).link).toEqual({
      value: 'https://example.org/a/story',
      from: 'link',
    });
    expect(
      (
        await details(
          '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://example.org/b">',
        )
      ).link,
    ).toEqual({ value: 'https://example.org/b', from: 'open-graph' });
  });

  test('what is broken in it is passed over', async () => {
    const broken =
      '<script type="application/ld+json">{"@type":"Article","headline":</script><script type="application/ld+json">{"@type":"Article","headline":"Line\nend"}</script>';
    expect((await details(broken)).title).toEqual({ value: 'Line end', from: 'json-ld' });
    const deep = `<script type="application/ld+json">${'[{"@graph":'.repeat(3000)}1${'}]'.repeat(3000)}</script><meta property="og:title" content="Still">`;
    expect((await details(deep)).title?.value).toBe('Still');
  });
});
