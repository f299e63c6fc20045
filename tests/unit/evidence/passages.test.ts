import { describe, expect, it } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import { trimmedSpan } from '#lib/evidence/rules.ts';
import { partsOf, passagesIn } from '#lib/ingest/passages.ts';

describe('a stretch of words', () => {
  const TEXT = ' Tolls rose. 😀 \n\n5';
  it.each([
    [0, 12, 'Tolls rose.'],
    [1, 6, 'Tolls'],
    [0, TEXT.length, TEXT.trim()],
    [17, 19, '5'],
  ])('%i to %i is without the blanks at its ends', (start, end, words) => {
    const span = trimmedSpan(TEXT, { start, end });
    expect(span && TEXT.slice(span.start, span.end)).toBe(words);
  });
  it.each([
    [0, 1],
    [12, 18],
    [13, 14],
    [14, 19],
    [3, 3],
    [6, 3],
    [0, TEXT.length + 1],
    [-1, 4],
    [40, 44],
  ])('%i to %i holds none, cuts a letter or is not there', (start, end) => {
    expect(trimmedSpan(TEXT, { start, end })).toBeNull();
  });
});

describe('the parts of a long text', () => {
  const text = Array.from({ length: 900 }, (_, i) => `Paragraph ${i} says a little of nothing.`).join('\n\n');

  it('hold all of it, in order, and end with a paragraph', () => {
    const parts = partsOf(text);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    for (const { start } of parts.slice(1)) expect(text.slice(start, start + 10)).toBe('Paragraph ');
  });

  it('begin and end where they are told to, and are cut where there is no line to end with', () => {
    expect(partsOf(text, 40, 60)).toEqual([{ start: 40, end: 60 }]);
    expect(partsOf('', 0, 0)).toEqual([]);
    const wall = partsOf('x'.repeat(30_000));
    expect(wall.map(({ start, end }) => end - start).reduce((a, b) => a + b)).toBe(30_000);
    expect(wall.every(({ start, end }) => end > start)).toBe(true);
  });
});

describe('what has been read of sources', () => {
  const [claim] = extractClaims('Lorry tolls rose by 4.5 percent in June.').claims;
  if (!claim) throw new Error('The engine finds no claim');
  const part = (key: string, text: string | null) => ({ key, text, title: null, publishedOn: null });
  const SAYS = 'The board met. Lorry tolls rose by 4.6 percent in June.';

  it('is asked for by its key, and names what is not known', () => {
    expect(passagesIn({ claims: [claim], parts: [part('new', null)], most: 4 })).toEqual({
      passages: [[]],
      unread: ['new'],
    });
    const read = passagesIn({ claims: [claim], parts: [part('new', SAYS), part('other', null)], most: 4 });
    expect(read.unread).toEqual(['other']);
    expect(read.passages.map((of) => of.map(({ source, start, end }) => [source, SAYS.slice(start, end)]))).toEqual([
      [['new', 'Lorry tolls rose by 4.6 percent in June.']],
    ]);
    expect(passagesIn({ claims: [claim], parts: [part('new', null)], most: 4 })).toEqual({ ...read, unread: [] });
  });

  it('is kept up to so many characters, and what was not used for longest goes', () => {
    // Of another language nothing is read, which costs no time; its length counts all the same.
    const long = 'Der Vorstand hat getagt und nichts beschlossen. '.repeat(15_000);
    passagesIn({ claims: [claim], parts: [part('a', long)], most: 1 });
    passagesIn({ claims: [claim], parts: [part('b', long)], most: 1 });
    passagesIn({ claims: [claim], parts: [part('a', null)], most: 1 });
    passagesIn({ claims: [claim], parts: [part('c', long)], most: 1 });
    expect(
      passagesIn({ claims: [claim], parts: ['a', 'b', 'c'].map((key) => part(key, null)), most: 1 }).unread,
    ).toEqual(['b']);
  });
});
