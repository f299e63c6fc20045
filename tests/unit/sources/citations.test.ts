import { describe, expect, test } from 'vitest';
import { inWords } from '#lib/i18n/tell.ts';
import { readCitations } from '#lib/ingest/citations/read.ts';
import { type CitationFile, MOST_CITATIONS } from '#lib/ingest/citations/types.ts';
import { writeBibtex, writeCsl } from '#lib/ingest/citations/write.ts';
import { fromCsl, toCsl } from '#lib/sources/rules-citations.ts';
import { importRows } from '#lib/sources/rules-import.ts';
import { sourceFields } from '#lib/sources/schema.ts';
import { SOURCE_KINDS, type SourceDTO } from '#lib/sources/types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
async function read(text: string): Promise<CitationFile> {
  const file = await readCitations(bytes(text));
  if (!file.ok) throw new Error(file.code);
  return file.value;
}
const refusal = async (text: string) => {
  const file = await readCitations(bytes(text));
  return file.ok ? null : inWords(file);
};

const FULL: SourceDTO = {
  id: '01a207ca-0358-73fb-ae7c-62cfbee380a5',
  version: 3,
  title: '“Harbour” accounts & costs: 100 % of {NATO}’s £5 – 東京 <b ~ ^ \\ # _ $',
  kind: 'report',
  tier: 'primary',
  publisher: 'Harbour Authority & Sons',
  author: 'Maren Holt and The “Holt” Family',
  link: 'https://example.org/a%20b_c/~x?y=1&z=%7Bq%7D#part-2',
  publishedOn: '2026-05-03',
  note: 'Asked for on 4 May; pages 3 and 4 are 50% blank.',
  doi: '10.1000/ab_c',
  isbn: '9780306406157',
  archiveLink: 'https://archive.example/web/2026/https://example.org/a,b',
  updatedOn: '2026-05-06',
  accessedOn: '2026-05-04',
  origin: 'Reuters, 3 May',
  confidential: null,
};
const { id: _, version: __, confidential: ___, ...FIELDS } = FULL;
const PLAIN = Object.fromEntries(Object.keys(FIELDS).map((key) => [key, null]));

describe('a source goes out and comes in again as it was', () => {
  const every = [
    FULL,
    ...SOURCE_KINDS.map((kind): SourceDTO => ({ ...FULL, ...PLAIN, title: `A ${kind}`, kind, tier: 'secondary' })),
  ];
  test.each([
    ['CSL-JSON', writeCsl],
    ['BibTeX', writeBibtex],
  ] as const)('by way of %s', async (_name, write) => {
    const { items, left } = await read(write(every.map(toCsl)));
    expect(items.map(fromCsl)).toEqual(every.map(({ id, version, confidential, ...fields }) => fields));
    expect(left).toEqual({});
    for (const item of items) expect(sourceFields.safeParse(fromCsl(item)).error).toBeUndefined();
  });
});

test('what other programs write is understood, and what has no place here is named', async () => {
  const bibtex = await read(`
    @string{post = "The Estuary Post"}
    @article{a, title = {Tolls {Rise}}, author = {Holt, Maren and {The Authority}}, journal = post, year = 2026, month = may,
      doi = {https://doi.org/10.1000/A\\_C}, abstract = {Long}, pages = {3--4}}
    @online{b, title = "The \\'etude \\& {\\"u}ber", url = {https://e.example/x?a=1\\&b=%20}, date = {2026-05-03}, abstract = {x}}`);
  expect(bibtex.items.map(fromCsl)).toMatchObject([
    {
      title: 'Tolls Rise',
      author: 'Maren Holt, The Authority',
      publisher: 'The Estuary Post',
      kind: 'document',
      tier: 'secondary',
      publishedOn: null,
      note: 'Published 2026-05',
      doi: '10.1000/a_c',
    },
    { title: 'The étude & über', kind: 'page', link: 'https://e.example/x?a=1&b=%20', publishedOn: '2026-05-03' },
  ]);
  expect(bibtex.left).toEqual({ abstract: 2, pages: 1 });
  const csl = await read(
    JSON.stringify({
      items: [{ type: 'dataset', title: 'CO<sub>2</sub>', issued: { raw: '2026-05-03T10:00' }, volume: 3 }],
    }),
  );
  expect(csl.items.map(fromCsl)).toMatchObject([
    { title: 'CO2', kind: 'dataset', tier: 'primary', publishedOn: '2026-05-03' },
  ]);
  expect(csl.left).toEqual({ volume: 1 });
});

test('hostile references are no more than refused, or words', async () => {
  expect(await refusal('{"a":')).toBe('This is JSON, but no list of references (CSL-JSON).');
  expect(await refusal('[1, 2]')).toBe('This is JSON, but no list of references (CSL-JSON).');
  expect(await refusal('[]')).toBe('There is no source in this file.');
  expect(await refusal('https://example.org/library.bib')).toBe('This is neither BibTeX nor CSL-JSON.');
  expect(await refusal('@misc{a,\n title={open')).toMatch(/^This is not BibTeX: it is not understood at line \d\.$/);
  expect(await refusal(JSON.stringify(Array.from({ length: MOST_CITATIONS + 1 }, () => ({ title: 'x' }))))).toBe(
    'This file has 2,001 sources; at most 2,000 come in at once.',
  );
  const { items } = await read(
    JSON.stringify([
      {
        type: 'constructor',
        title: 'A',
        URL: 'javascript:alert(1)',
        author: [{ __proto__: null, literal: 4 }, 5, null],
      },
      { type: 'webpage', title: ['A'], issued: { 'date-parts': [[2026, 13, 40]] } },
      {
        title: 'B',
        issued: { 'date-parts': [['2026', 2, 30]] },
        keyword: 'stet:kind=person, stet:tier=%, stet:origin=%E0%A4%A',
      },
      { title: 'x'.repeat(5000) },
      { title: 'https://example.org/x' },
    ]),
  );
  const rows = importRows(items);
  expect(rows.map(({ state, why }) => [state, why && inWords(why)])).toEqual([
    ['new', null],
    ['refused', 'Say something here.'],
    ['new', null],
    ['refused', 'At most 500 characters.'],
    ['refused', 'This is a link. It belongs under Link; say here what the source is called.'],
  ]);
  expect(rows[0]?.fields).toMatchObject({ link: null, author: '4, 5', kind: 'document' });
  expect(rows[2]?.fields).toMatchObject({
    kind: 'person',
    tier: 'secondary',
    origin: null,
    note: 'Published 2026-02-30',
  });
});

test('of two that are the same the first comes in, whatever it is known by', () => {
  const rows = importRows(
    [
      { title: 'A', URL: 'https://www.example.org/a?utm_source=x' },
      { title: 'Another title', URL: 'http://example.org/a/' },
      { title: 'Minutes', type: 'document' },
      { title: 'Minutes ', type: 'document' },
      { title: 'Minutes', type: 'webpage' },
      { title: 'Book', ISBN: '0-306-40615-2' },
    ],
    [{ title: 'B', kind: 'document', publishedOn: null, linkKey: null, doi: null, isbn: '9780306406157' }],
  );
  expect(rows.map(({ state }) => state)).toEqual(['new', 'known', 'new', 'known', 'new', 'known']);
});
