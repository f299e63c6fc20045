import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { closeReading, onArticleFile, onDocument } from '#lib/ingest/reading.ts';
import { bytesOf, docx, odt, p, page, r, read, xlsx } from './made.ts';

afterAll(closeReading);

// It may read the program's files and no others, and start no programs: every library must be content with that.
test('every kind of document is read in the process that is there for it, as it is here', async () => {
  const documents = [
    { bytes: page('<h1>Fares</h1><p>Text') },
    { bytes: readFileSync('tests/fixtures/pdf/typst-2.pdf') },
    { bytes: docx(p(r('Text'))) },
    { bytes: odt('<text:p>Text</text:p>') },
    { bytes: xlsx('<row r="1"><c r="A1"><v>1</v></c></row>') },
    { bytes: bytesOf('a,b'), name: 'a.csv' },
    { bytes: bytesOf('# Text'), name: 'a.md' },
    { bytes: bytesOf('Text') },
  ];
  for (const { bytes, name = null } of documents) {
    const outcome = await onDocument({ bytes, mediaType: null, name });
    expect(outcome).toEqual({ ok: true, value: await read(bytes, { name }) });
  }
});

test('what is none is a refusal there too, and an article is made there', async () => {
  expect(await onDocument({ bytes: readFileSync('tests/fixtures/pdf/locked.pdf'), mediaType: null })).toMatchObject({
    ok: false,
    code: 'file-encrypted',
  });
  expect(await onArticleFile({ bytes: docx(p(r('Text'))), mediaType: null })).toMatchObject({
    ok: true,
    value: { text: 'Text', found: { kind: 'docx' } },
  });
});
