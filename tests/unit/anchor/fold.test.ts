import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithMap } from '#lib/anchor/fold.ts';

/** Any Unicode, and much of what folds. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        ' ',
        '\r\n',
        '\u00A0',
        '\u00AD',
        '“',
        '’',
        '—',
        'e\u0301',
        '각',
        '\u1100\u1161',
        '\uD800',
        'a',
        '5',
        '\uFEFF',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('folding', () => {
  test.each([
    ['“Isn’t it?” – he said', '"Isn\'t it?" - he said'],
    ['  a\r\n\r\nb\u00A0c\t', 'a b c'],
    ['cafe\u0301', 'café'],
    ['infor\u00ADmation\u200B', 'information'],
    ['\u1112\u1161\u11AB', '한'],
    ['\u00AB5\u202F000\u00BB', '"5 000"'],
  ])('%j is read as %j', (raw, folded) => expect(fold(raw)).toBe(folded));

  test.each([
    ['4.5', '5.4'],
    ['May', 'may'],
    ['is', 'is not'],
    ['can’t', 'can'],
    ['café', 'cafe'],
    ['-5', '5'],
    ['10 000', '10000'],
    ['²', '2'],
  ])('%j and %j stay apart', (a, b) => expect(fold(a)).not.toBe(fold(b)));

  test('says the same with the map and without', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(foldWithMap(raw).text).toBe(fold(raw));
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(fold(fold(raw))).toBe(fold(raw));
      }),
    );
  });

  test('composed or not, a text folds to the same', () => {
    const kirat = /[\u{16D63}\u{16D67}\u{16D69}]/u; // letters that compose with letters: no marks, and in no newsroom
    fc.assert(
      fc.property(
        text.filter((raw) => !kirat.test(raw)),
        (raw) => {
          expect(fold(raw.normalize('NFD'))).toBe(fold(raw.normalize('NFC')));
        },
      ),
    );
  });

  test('leads back to stretches of the raw text that do not fall and fold to what they stand for', () => {
    fc.assert(
      fc.property(text, text, text, (before, raw, after) => {
        const whole = before + raw + after;
        const folded = foldWithMap(whole, before.length, before.length + raw.length);
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        let last = before.length;
        folded.starts.forEach((start, i) => {
          const end = folded.ends[i] ?? -1;
          const isSameAsLast = i > 0 && start === folded.starts[i - 1];
          expect(start).toBeGreaterThanOrEqual(isSameAsLast ? start : last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(before.length + raw.length);
          const stretch = whole.slice(start, end);
          if (folded.text[i] === ' ') expect(fold(stretch)).toBe('');
          else expect(fold(stretch)).toContain(folded.text[i]);
          last = end;
        });
      }),
    );
  });
});
