import { describe, expect, test } from 'vitest';
import { type NamedSource, namedSources } from '#lib/ingest/named.ts';
import type { DocumentInput } from '#lib/ingest/read/types.ts';
import { bytesOf, docx, p, page, r, read } from './read/made.ts';

const named = async (file: DocumentInput | null, text: string) =>
  (await namedSources({ file, text })).map((one: NamedSource) => [
    one.kind,
    one.text,
    one.link,
    text.slice(Math.max(0, one.at - 12), one.at),
  ]);
const input = (bytes: Uint8Array, name: string): DocumentInput => ({ bytes, mediaType: null, name });

const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const DOCX = docx(
  `${p(`${r('Fares ')}<w:commentRangeStart w:id="4"/>${r('rose by 12 percent')}<w:commentRangeEnd w:id="4"/>${reference('comment', 4)}${r(' in May')}${reference('footnote', 2)}${r('.')}`)}${p(r('Nobody was asked.'))}`,
  {
    'word/footnotes.xml': `<w:footnote w:id="2">${p(r('Annual report, p. 12, https://harbour.example/report.'))}</w:footnote>`,
    'word/comments.xml': `<w:comment w:id="4" w:author="Ines Marek">${p(r('Call with the operator, 3 May'))}</w:comment>`,
  },
);

describe('what a writer names', () => {
  test('in footnotes and comments of a document stands where it is named', async () => {
    const file = input(DOCX, 'fares.docx');
    const { text } = await read(DOCX, { name: 'fares.docx' });
    const found = [
      ['comment', 'Call with the operator, 3 May', null, 'y 12 percent'],
      [
        'footnote',
        'Annual report, p. 12, https://harbour.example/report.',
        'https://harbour.example/report',
        'rcent in May',
      ],
    ];
    expect(await named(file, text)).toEqual(found);
    // The text has been worked on since: what is still there keeps its place, and what is gone is named no more.
    expect(await named(file, `A new opening.\n\n${text}`)).toEqual(found);
    expect(await named(file, 'Nobody was asked.')).toEqual([]);
  });

  test('behind links of a page, of its readable part alone, is told with the words that are linked', async () => {
    const prose = 'The authority published its accounts on Monday and answered no question about them. '.repeat(4);
    const body = `<nav><a href="https://harbour.example/home">Home</a></nav><article><h1>Fares</h1><p>${prose}</p>
      <p>Fares rose, <a href="/accounts">the accounts</a> say, <a href="#note">as noted</a>, or <a href="mailto:a@b.example">ask</a>. ${prose}</p></article>`;
    const file = { ...input(page(body), 'fares.html'), address: 'https://harbour.example/news' };
    const { text, view } = await read(page(body), { name: 'fares.html', address: 'https://harbour.example/news' });
    const article = view.map(({ start, end }) => text.slice(start, end)).join('\n\n');
    expect(article).not.toContain('Home');
    expect(await named(file, article)).toEqual([
      ['link', 'the accounts', 'https://harbour.example/accounts', 'the accounts'],
    ]);
  });

  test('by an address that the text writes out is a link, without the marks around it, once', async () => {
    const text =
      'See https://harbour.example/a_(2025). Or (https://harbour.example/b), again https://harbour.example/b; no http:// at all.';
    expect(await named(null, text)).toEqual([
      ['link', 'https://harbour.example/a_(2025)', 'https://harbour.example/a_(2025)', 'ple/a_(2025)'],
      ['link', 'https://harbour.example/b', 'https://harbour.example/b', 'ur.example/b'],
    ]);
  });

  test('in a file that cannot be read is nothing', async () =>
    expect(await named(input(bytesOf('PK\x03\x04 broken'), 'a.docx'), 'A text.')).toEqual([]));
});
