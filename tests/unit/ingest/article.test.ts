import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticleFile } from '#lib/ingest/article.ts';
import type { DocumentInput } from '#lib/ingest/read/types.ts';
import { bytesOf, del, docx, ins, line, p, page, pdf, r } from './read/made.ts';

async function given(bytes: Uint8Array, more: Partial<DocumentInput> = {}) {
  const outcome = await readArticleFile({ bytes, mediaType: null, ...more });
  if (!outcome.ok) throw new Error(`Refused: ${outcome.code}`);
  return outcome.value;
}
const core = (title: string, creator: string) =>
  `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator></cp:coreProperties>`;

describe('a file as an article', () => {
  test('of a page is its readable part, with what the page says of itself', async () => {
    const prose =
      'The council cut the ferry fares by 8 percent on Tuesday, the first reduction in a decade, and its members, who had argued for months, voted for it. ';
    const found = await given(
      page(
        `<nav><a href="/">Home</a></nav><article><h1>Ferry fares fall</h1>${`<p>${prose.repeat(2)}</p>`.repeat(3)}</article><footer>© Post</footer>`,
        '<link rel="canonical" href="https://example.org/fares"><meta property="og:site_name" content="The Estuary Post"><meta property="article:published_time" content="2026-03-12T08:00:00Z"><meta name="author" content="Ines Marek">',
      ),
      { name: 'fares.html' },
    );
    expect(found.text).toMatch(/^Ferry fares fall\n\nThe council/);
    expect(found.text).not.toMatch(/Home|©/);
    expect(found).toMatchObject({
      headline: 'Ferry fares fall',
      outlet: 'The Estuary Post',
      byline: 'Ines Marek',
      publishedOn: '2026-03-12',
      link: 'https://example.org/fares',
      language: 'en',
      found: { kind: 'html', isPart: true },
    });
  });

  test('of a Word document takes what its first lines say before what its program has noted down', async () => {
    const body = [
      'Council doubles tram budget',
      'By Ines Marek',
      '12 March 2026',
      'The council approved €48.6 million for trams on Wednesday.',
    ]
      .map((words) => p(r(words)))
      .join('');
    expect(await given(docx(body, { 'docProps/core.xml': core('Draft 3', 'kim') }))).toMatchObject({
      headline: 'Council doubles tram budget',
      byline: 'Ines Marek',
      publishedOn: '2026-03-12',
    });
    const prose =
      'The council approved €48.6 million for trams on Wednesday, and nobody in the hall was surprised by it at all.';
    const plain = docx(p(r(prose)) + p(r(`${prose} It will be spent by May.`)), {
      'docProps/core.xml': core('Trams', 'Kim Oduya'),
    });
    expect(await given(plain)).toMatchObject({ headline: 'Trams', byline: 'Kim Oduya' });
  });

  test('takes tracked changes either way, and tells them with the notes, no more than can be looked over', async () => {
    const body = p(r('It fell by ') + del('12') + ins('21') + r(' percent.'));
    const accepted = await given(docx(body));
    expect([accepted.text, accepted.found.taken]).toEqual(['It fell by 21 percent.', 'accepted']);
    expect(accepted.found.changes).toEqual({
      count: 2,
      first: [
        { kind: 'deleted', text: '12', author: 'Ana Sub' },
        { kind: 'inserted', text: '21', author: 'Ana Sub' },
      ],
    });
    expect((await given(docx(body), { changes: 'refused' })).text).toBe('It fell by 12 percent.');
    const many = await given(docx(Array.from({ length: 90 }, () => p(ins('a'.repeat(900)))).join('')));
    expect([
      many.found.changes.count,
      many.found.changes.first.length,
      many.found.changes.first[0]?.text.length,
    ]).toEqual([90, 40, 400]);
  });

  test.each([
    ['a PDF without words', pdf(['']), 'a.pdf', 'file-scan'],
    ['a table', bytesOf('a,b'), 'a.csv', 'file-table'],
    ['a picture', Buffer.from('GIF89a'), 'a.txt', 'file-picture'],
  ])('is refused where it is %s', async (_, bytes, name, code) =>
    expect(await readArticleFile({ bytes, mediaType: null, name })).toMatchObject({
      ok: false,
      code,
      fields: { text: { code } },
    }),
  );

  test('of a PDF is all of it', async () =>
    expect(
      await given(pdf([line('Council doubles tram budget', 50, 500, 20) + line('The council approved it.', 50, 470)]), {
        name: 'a.pdf',
      }),
    ).toMatchObject({
      text: 'Council doubles tram budget\n\nThe council approved it.',
      headline: 'Council doubles tram budget',
      found: { kind: 'pdf', isPart: false, warnings: [] },
    }));

  test('of a PDF with running heads is what stands between them', async () => {
    const found = await given(readFileSync('tests/fixtures/pdf/libreoffice-2.pdf'), { name: 'fares.pdf' });
    expect(found).toMatchObject({
      headline: 'Official figures on ferry fares do not add up',
      byline: 'Ines Marek and Oyvind Ødegård',
    });
    expect(found.text).not.toContain('Weekend edition');
    expect(found.text).not.toMatch(/\n\n\d\n\n/);
  });
});
