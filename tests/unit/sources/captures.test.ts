import { describe, expect, test } from 'vitest';
import { reanchor } from '#lib/anchor/reanchor.ts';
import type { DocumentDetails } from '#lib/ingest/read/types.ts';
import {
  detailProposals,
  goneStretch,
  linesOf,
  pictureType,
  quotedStretch,
  stretchCheck,
} from '#lib/sources/rules-captures.ts';

const PAGE = `The berth list
Of 31 berths, 6 are closed for safety reasons.
The fund holds £6.1 million.
6 of the cranes are new.`;

/** What a re-check says of words of the page, once it reads otherwise. */
function checked(words: string, now: string) {
  const start = PAGE.indexOf(words);
  const before = { start, end: start + words.length };
  const [placement] = reanchor(linesOf(PAGE), linesOf(now), [before]);
  if (!placement) throw new Error('Nothing was placed');
  const check = stretchCheck('e', { text: PAGE, before }, now, placement);
  const { after, diff } = quotedStretch(check, PAGE, now);
  const changed = diff.flatMap(({ text, kind }) => (kind === 'same' ? [] : [`${kind === 'added' ? '+' : '-'}${text}`]));
  return { outcome: check.outcome, after, changed };
}

describe('words that evidence quotes, in a page that reads otherwise,', () => {
  const QUOTED = '6 are closed for safety reasons';
  test.each([
    ['a digit in them', '6 are closed', '8 are closed', 'changed'],
    ['a negation in them', 'are closed', 'are not closed', 'changed'],
    ['a name in them', 'safety reasons', 'Saint Mary reasons', 'changed'],
    ['a digit before them in the same sentence', 'Of 31 berths', 'Of 32 berths', 'same'],
    ['a digit elsewhere', '£6.1 million', '£7.1 million', 'same'],
    ['typography alone', 'safety reasons', 'safety\u00a0reasons', 'same'],
    ['their place', 'The berth list\n', 'The berth list\nSomething new stands here.\n', 'same'],
  ] as const)('%s', (_, from, to, outcome) => {
    expect(checked(QUOTED, PAGE.replace(from, to)).outcome).toBe(outcome);
  });

  test('are shown as they were and as they are, with what differs', () => {
    const { after, changed } = checked(QUOTED, PAGE.replace('6 are', '8 are'));
    expect(after).toContain('8 are closed for safety reasons');
    expect(changed).toEqual(['-6', '+8']);
  });

  test('stand among whole words of their own line, cut where there are more', () => {
    const around = 'seventeen '.repeat(20);
    const text = `${around}the fund holds money${around.trimEnd()}`;
    const place = { start: around.length, end: around.length + 20 };
    const { before } = quotedStretch({ evidenceId: 'e', outcome: 'same', before: place, after: place }, text, text);
    expect(before).toMatch(/^… (?:seventeen ){7}the fund holds moneyseventeen (?:seventeen ){7}…$/);
    expect(quotedStretch(goneStretch('e', { start: 0, end: 3 }), 'All of it', null).before).toBe('All of it');
    const lines = { start: PAGE.indexOf('6 are'), end: PAGE.indexOf(' for safety') };
    expect(quotedStretch(goneStretch('e', lines), PAGE, null).before).toBe(
      'Of 31 berths, 6 are closed for safety reasons.',
    );
  });

  test('are gone where their sentence is, though a figure of theirs stands elsewhere', () => {
    expect(checked('6', PAGE.replace('31 berths', '33 berths')).outcome).toBe('same');
    expect(checked('31', 'Another page.\n\nOn 31 May it was closed.').outcome).not.toBe('same');
    expect(checked(QUOTED, 'Another page altogether.')).toMatchObject({ outcome: 'gone', after: null });
  });
});

test('details are proposed for empty fields alone, as the fields take them', () => {
  const detail = (value: string) => ({ value, from: 'meta' }) as const;
  const details: DocumentDetails = {
    title: detail(' A title '),
    author: detail('A. Reporter'),
    publisher: detail(''),
    publishedOn: detail('March 2026'),
    changedOn: detail('2026-05-20'),
    link: null,
    language: null,
    identifiers: { doi: detail('https://doi.org/10.1234/ABC'), isbn: detail('no number') },
  };
  const link = 'https://example.org/a';
  const days = { publishedOn: null, updatedOn: null };
  const source = { title: link, link, author: 'Somebody', publisher: null, ...days, doi: null, isbn: null };
  expect(detailProposals(source, details).map(({ field, value }) => [field, value])).toEqual([
    ['title', 'A title'],
    ['updatedOn', '2026-05-20'],
    ['doi', '10.1234/abc'],
  ]);
  const known = { ...source, title: 'Typed', updatedOn: '2026-05-01' };
  expect(detailProposals(known, details).map(({ field }) => field)).toEqual(['doi']);
});

test('a picture is one by its own bytes, whatever it is called', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  expect(pictureType(bytes('\x89PNG\r\n\x1a\n....'))).toBe('image/png');
  expect(pictureType(bytes('RIFF....WEBPVP8 '))).toBe('image/webp');
  for (const other of ['RIFF....WAVEfmt ', '<svg onload="x">', 'GIF8', '', '<html>'])
    expect(pictureType(bytes(other))).toBeNull();
});
