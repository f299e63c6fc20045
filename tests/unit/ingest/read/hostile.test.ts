import { describe, expect, test } from 'vitest';
import { MOST_UNPACKED, openArchive } from '#lib/ingest/read/zip.ts';
import { bytesOf, docx, line, p, page, pdf, r, read, refusal, xlsx, zip } from './made.ts';

const MB = 1024 * 1024;

describe('what a file is', () => {
  test.each([
    [
      'a Word document that is called a PDF',
      docx(p(r('Text.'))),
      { name: 'a.pdf', mediaType: 'application/pdf' },
      'docx',
      ['other-kind'],
    ],
    [
      'a PDF that is served as a page',
      pdf([line('Text', 50, 500)]),
      { name: 'a.html', mediaType: 'text/html' },
      'pdf',
      ['other-kind'],
    ],
    [
      'a page that is called a PDF',
      page('Not found'),
      { name: 'a.pdf', mediaType: 'application/pdf' },
      'html',
      ['other-kind'],
    ],
    ['a page that is served as plain text', page('Text'), { mediaType: 'text/plain' }, 'html', ['other-kind']],
    [
      'a PDF that is an archive too',
      Buffer.concat([pdf([line('Text', 50, 500)]), zip({ 'word/document.xml': '<x/>' })]),
      { name: 'a.pdf' },
      'pdf',
      [],
    ],
    ['text that speaks of a page', bytesOf('The tag <html> opens a page.'), { name: 'a.txt' }, 'text', []],
    ['text that is called a page', bytesOf('No tags here.'), { name: 'a.html' }, 'text', ['other-kind']],
    [
      'a page after comments and a declaration',
      bytesOf('<?xml version="1.0"?><!-- <html> --> <!DOCTYPE html><p>Text'),
      {},
      'html',
      [],
    ],
    ['Markdown by its name', bytesOf('# Head'), { name: 'a.MD' }, 'markdown', []],
    ['a table by its name', bytesOf('a;b'), { name: 'a.csv', mediaType: 'application/octet-stream' }, 'csv', []],
    ['a table by its type', bytesOf('a;b'), { mediaType: 'text/csv; header=present' }, 'csv', []],
    ['a workbook by its bytes', xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'), {}, 'xlsx', []],
    ['nothing at all', bytesOf(''), {}, 'text', []],
  ])('is told by its bytes: %s', async (_, bytes, more, kind, warnings) => {
    const found = await read(bytes, more);
    expect([found.kind, found.warnings]).toEqual([kind, warnings]);
  });

  test.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'file-picture'],
    ['a photograph called a text', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file-picture'],
    ['an old Word document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'file-old-office'],
    [
      'a document with a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'file-encrypted',
    ],
    ['rich text', bytesOf('{\\rtf1 Text}'), 'file-old-office'],
    ['an archive of documents', zip({ 'a.txt': 'a', 'b.docx': 'b' }), 'file-archive'],
    ['slides', zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<x/>' }), 'file-kind-unread'],
    [
      'a spreadsheet of the other kind',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'file-kind-unread',
    ],
    [
      'a page with an archive behind it',
      Buffer.concat([page('Text'), zip({ 'word/document.xml': '<x/>' })]),
      'file-not-text',
    ],
    ['binary content', Buffer.from([1, 2, 3, 0, 5, 6, 7, 8]), 'file-not-text'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'file-not-text'],
  ])('is told where it is not read: %s', async (_, bytes, code) =>
    expect(await refusal(bytes, { name: 'a.txt' })).toBe(code),
  );

  test('is not asked of what is too large', async () =>
    expect(await refusal(new Uint8Array(32 * MB + 1))).toBe('file-too-large'));
});

describe('an archive', () => {
  const filled = (size: number) => new Uint8Array(size).fill(0x20);

  test('that unpacks to too much is stopped there, whatever sizes it declares', async () => {
    const bomb = zip({ 'word/document.xml': filled(MOST_UNPACKED + MB) });
    expect(bomb.length).toBeLessThan(MB);
    expect(await refusal(bomb)).toBe('file-unpacks-to-too-much');
    // The directory says that it is 100 bytes long.
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    view.setUint32(lying.length - 22 - 46 - 'word/document.xml'.length + 24, 100, true);
    view.setUint32(22, 100, true);
    expect(await refusal(lying)).toBe('file-unpacks-to-too-much');
  });

  test('of many parts that are too much together is stopped too', () => {
    const half = filled(MOST_UNPACKED / 2);
    const archive = openArchive(zip({ a: half, b: half, c: filled(10) }));
    expect(archive.unpack('a')?.length).toBe(half.length);
    expect(archive.unpack('b')?.length).toBe(half.length);
    expect(() => archive.unpack('c')).toThrow(/file-unpacks-to-too-much/);
  });

  test('that is damaged is refused at every cut', async () => {
    const whole = docx(p(r('Text of some length.')));
    const cuts = Array.from({ length: 40 }, (_, i) => Math.ceil(((i + 1) * (whole.length - 1)) / 40));
    const codes = await Promise.all(cuts.map((cut) => refusal(whole.subarray(0, cut))));
    expect(new Set(codes)).toEqual(new Set(['file-broken']));
  });

  test('with bytes turned here and there is read or refused, and never fails', async () => {
    const whole = docx(p(r('Text of some length.')), { 'word/styles.xml': '' });
    for (let at = 4; at < whole.length; at += 7) {
      const turned = Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ 0xff : byte));
      expect(await refusal(turned), `byte ${at}`).toSatisfy((code) => code === null || typeof code === 'string');
    }
  });
});

describe('XML', () => {
  const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
  const body = (content: string) =>
    zip({
      'word/document.xml': `${entities}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${content}</w:t></w:r></w:p></w:body></w:document>`,
    });

  test('has no entities of its own: none grows, none reads a file', async () => {
    expect(await refusal(body('&m;'))).toBe('file-broken');
    expect(await refusal(body('&file;'))).toBe('file-broken');
    expect((await read(body('&lt;&#65;'))).text).toBe('<A');
  });

  test('that nests too deeply is refused', async () => {
    expect(await refusal(docx('<w:sdt>'.repeat(100_000)))).toBe('reading-too-deep');
  });

  test('that ends too early is refused', async () => {
    expect(await refusal(zip({ 'word/document.xml': '<w:document' }))).toBe('file-broken');
  });
});

describe('a page', () => {
  test('may nest as deep as it likes', async () => {
    const deep = 8000;
    const found = await read(page(`${'<div>'.repeat(deep)}in${'</div>'.repeat(deep)}`));
    expect(found.text).toBe('in');
    expect((await read(page(`${'<b>'.repeat(deep)}in`))).text).toBe('in');
    expect((await read(page(`${'<table><tr><td>'.repeat(3000)}in`))).text).toBe('in');
  });

  test('runs nothing and fetches nothing', async () => {
    const found = await read(
      page(
        '<script>globalThis.stetWasHere = 1</script><img src="http://127.0.0.1:1/x" onerror="globalThis.stetWasHere = 1"><iframe src="http://127.0.0.1:1/"></iframe><svg onload="globalThis.stetWasHere = 1"><script>globalThis.stetWasHere = 1</script></svg><p onclick="x()">Text</p>',
      ),
    );
    expect(found.text).toBe('Text');
    expect('stetWasHere' in globalThis).toBe(false);
  });

  test('of two megabytes of one paragraph, of many empty elements, of one long run of spaces, is read', async () => {
    expect((await read(page(`<p>${'<i>a</i> '.repeat(25_000)}`))).text.length).toBe(49_999);
    expect((await read(page('<p></p>'.repeat(25_000)))).text).toBe('');
    expect((await read(page(`<pre>${' '.repeat(2 * MB)}a</pre>`))).text).toMatch(/^ +a$/);
  });
});

test('a text without end of quotation marks, and a table of one endless line, are read', async () => {
  expect((await read(bytesOf(`"${'a,'.repeat(200_000)}`), { name: 'a.csv' })).text.length).toBeGreaterThan(200_000);
  expect((await read(bytesOf('\n'.repeat(100_000)), { name: 'a.txt' })).places).toEqual([]);
});

test('a PDF with a script, a form and a link to a file is read for its words alone', async () => {
  const bytes = Buffer.from(
    Buffer.from(pdf([line('Text', 50, 500)]))
      .toString('latin1')
      .replace('<< /Type /Catalog', '<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Type /Catalog'),
    'latin1',
  );
  expect((await read(bytes)).text).toBe('Text');
});
