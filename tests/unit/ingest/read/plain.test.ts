import { describe, expect, test } from 'vitest';
import { markdownToText } from '#lib/ingest/read/markdown.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { bytesOf, read, refusal } from './made.ts';

const WORDS = 'Der Hafen – “naïve” Pläne: 12 €';

/** UTF-16 with its mark, in the byte order wanted. */
function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('bytes of a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${WORDS}`)],
    ['UTF-16, low byte first', utf16(WORDS, false)],
    ['UTF-16, high byte first', utf16(WORDS, true)],
    // The same words in Windows-1252: dash 96, quotes 93 94, euro 80.
    [
      'Windows-1252',
      Uint8Array.from([
        ...Buffer.from('Der Hafen '),
        0x96,
        ...Buffer.from(' '),
        0x93,
        ...Buffer.from('naïve', 'latin1'),
        0x94,
        ...Buffer.from(' Pläne: 12 ', 'latin1'),
        0x80,
      ]),
    ],
  ])('%s are read', async (_, bytes) => expect((await read(bytes, { name: 'a.txt' })).text).toBe(WORDS));

  test('of every system end their lines alike', async () =>
    expect((await read(Buffer.from('one\r\ntwo\rthree\n'))).text).toBe('one\ntwo\nthree\n'));

  test('that are none are an empty text', async () => expect((await read(new Uint8Array())).text).toBe(''));

  test('of a text have its paragraphs for places', async () => {
    const found = await read(bytesOf('One\nline.\n\n  Two.  \n \nThree.'));
    expect(found.places).toEqual([
      { start: 0, end: 9, kind: 'paragraph', number: 1 },
      { start: 13, end: 17, kind: 'paragraph', number: 2 },
      { start: 22, end: 28, kind: 'paragraph', number: 3 },
    ]);
  });

  test.each([
    ['control characters that are no UTF-8 either', Uint8Array.from([0x25, 0x50, 0xe2, 0x01, 0x02])],
    ['more control characters than text', Uint8Array.from({ length: 50 }, (_, i) => (i % 2 ? 1 : 0x41))],
  ])('of %s are refused', async (_, bytes) => expect(await refusal(bytes)).toBe('file-not-text'));
});

describe('markdown reads as its reader sees it', () => {
  test.each([
    ['headings and emphasis', '# Ferry *fares*\n\nUp **12%** since `May`.', 'Ferry fares\n\nUp 12% since May.'],
    ['links and pictures', 'See [the report](https://e.test/r) ![a chart](c.png).', 'See the report a chart.'],
    ['lists', '- one\n- two\n\n3. three\n4. four', '• one\n• two\n\n3. three\n4. four'],
    ['quotations', '> “No,” she said.\n>\n> “Never.”', '“No,” she said.\n\n“Never.”'],
    ['tables', '| a | b |\n|---|---|\n| 1 | 2 |', 'a\tb\n1\t2'],
    ['rules, comments and tags', 'one\n\n---\n\n<!-- note -->\n\ntwo <b>bold</b>', 'one\n\ntwo bold'],
    ['what is escaped', 'AT&amp;T \\*stars\\* &lt;5', 'AT&T *stars* <5'],
    ['line breaks', 'one  \ntwo', 'one\ntwo'],
    ['nothing', '', ''],
  ])('%s', (_, markdown, text) => expect(markdownToText(canonicalText(markdown))).toBe(text));

  test.each([
    ['quotation marks', '>'.repeat(20_000), ''],
    ['list marks', '1. '.repeat(20_000), /1/],
    ['emphasis in one line', `${'*a '.repeat(2000)}b ${'a* '.repeat(2000)}`, /^(?:a )+b (?:a ?)+$/],
    ['emphasis over many lines', `${'*a\n'.repeat(5000)}b\n${'a*\n'.repeat(5000)}`, /^(?:a\n)+b\n(?:a\n?)+$/],
    [
      'lists, each within the one before',
      Array.from({ length: 400 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
      /a/,
    ],
    ['comments that are not closed', '<!--\n'.repeat(20_000), /^[-! \n]*$/],
  ])('%s without end', (_, markdown, text) => expect(markdownToText(canonicalText(markdown))).toMatch(text));
});
