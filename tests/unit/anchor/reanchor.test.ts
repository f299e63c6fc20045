import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#lib/anchor/fold.ts';
import { type Placement, reanchor, type Span, type SplitText } from '#lib/anchor/reanchor.ts';
import { surroundings } from '#lib/anchor/sentences.ts';

/** Sentences as a test writes them: up to a stop and the blanks after it. */
function split(text: string): SplitText {
  const sentences = [...text.matchAll(/\S[^.]*\.?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
  return { text, sentences };
}

const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  if (start === -1) throw new Error(`${words} does not stand in the text`);
  return { start, end: start + words.length };
};
const place = (before: string, after: string, words: string): Placement => {
  const [found] = reanchor(split(before), split(after), [spanOf(before, words)]);
  if (!found) throw new Error('no answer');
  return found;
};
const words = (text: string, found: Placement): string | null =>
  found.span ? text.slice(found.span.start, found.span.end) : null;

const OLD = 'Trade grew 40 per cent. Mr Kim did not sign. Tolls rise in June. The mayor agreed.';

describe('where words stand in the next revision', () => {
  test.each([
    ['the same text', OLD, 'Trade grew 40 per cent', 'unchanged', 'Trade grew 40 per cent'],
    ['another sentence before', `Hello there. ${OLD}`, 'Tolls rise in June', 'unchanged', 'Tolls rise in June'],
    [
      'moved',
      'Tolls rise in June. Trade grew 40 per cent. Mr Kim did not sign. The mayor agreed.',
      'Tolls rise',
      'moved',
      'Tolls rise',
    ],
    [
      'a clause around it',
      OLD.replace('Trade', 'Critics deny that Trade'),
      'Trade grew 40 per cent',
      'context_changed',
      'Trade grew 40 per cent',
    ],
    ['a digit', OLD.replace('40', '41'), 'Trade grew 40 per cent', 'changed', 'Trade grew 41 per cent'],
    ['a digit at its head', OLD.replace('40', '14'), '40 per cent', 'changed', '14 per cent'],
    ['a name', OLD.replace('Kim', 'Lee'), 'Mr Kim did not sign', 'changed', 'Mr Lee did not sign'],
    ['a negation', OLD.replace('did not sign', 'did sign'), 'Mr Kim did not sign', 'changed', 'Mr Kim did sign'],
    ['gone', OLD.replace(' Mr Kim did not sign.', ''), 'Mr Kim did not sign', 'lost', null],
    [
      'typography alone',
      OLD.replace('40 per', '40\u00A0per').replaceAll('. ', '.\r\n'),
      '40 per cent',
      'unchanged',
      '40\u00A0per cent',
    ],
    ['a number that only begins the same', OLD.replace('40 per', '40,5 per'), 'grew 40', 'changed', 'grew 40,5'],
  ])('%s', (_, after, quote, state, now) => {
    const found = place(OLD, after, quote);
    expect(found.state).toBe(state);
    expect(words(after, found)).toBe(now);
  });

  test('what is lost comes with a place to look at, when there is a likely one', () => {
    const after = OLD.replace('Mr Kim did not sign', 'Mr Kim refused, and then did not sign or speak');
    const found = place(OLD, after, 'Mr Kim');
    expect(found.state).toBe('context_changed');
    const changed = place(OLD, OLD.replace('Tolls rise in June', 'Tolls fall in July'), 'Tolls rise in June');
    expect(changed.proposal).not.toBeNull();
  });

  test('every span of a small text stays where it is in the same text', () => {
    const { text, sentences } = split('  A “b” c\u00AD d.\r\n\r\n\uFFFC\n\nE\u0301 5. A “b” c\u00AD d. 🎉\u200D👩. ');
    const spans: Span[] = [];
    for (let start = 0; start < text.length; start++)
      for (let end = start + 1; end <= text.length; end++)
        if (fold(text.slice(start, end)) !== '') spans.push({ start, end });
    reanchor({ text, sentences }, { text, sentences }, spans).forEach((found, i) => {
      expect(found.state).toBe('unchanged');
      const span = spans[i] ?? { start: 0, end: 0 };
      expect(fold(text.slice(found.span?.start, found.span?.end))).toBe(fold(text.slice(span.start, span.end)));
    });
  });

  test.each([
    [-1, 3],
    [0, 0],
    [4, 3],
    [0, 1000],
    [Number.NaN, 3],
  ])('refuses the span %s to %s', (start, end) => {
    expect(() => reanchor(split(OLD), split(OLD), [{ start, end }])).toThrow(RangeError);
    expect(() => reanchor(split(OLD), split(OLD), [{ start, end }])).toThrow(`Invalid span ${start} to ${end}`);
  });
});

describe('repeated sentences', () => {
  const twice = 'One here. He denied it. Two here. Three here. He denied it. Four here.';
  const both = (after: string) =>
    reanchor(split(twice), split(after), [
      spanOf(twice, 'He denied it'),
      spanOf(twice, 'He denied it', twice.indexOf('Three')),
    ]).map((found) => (found.span && found.state !== 'context_changed' ? found.span.start : found.state));

  test('keep their own claims', () => {
    expect(both(twice)).toEqual([10, twice.lastIndexOf('He')]);
    const after = `Zero here. ${twice}`;
    expect(both(after)).toEqual([after.indexOf('He'), after.lastIndexOf('He')]);
  });
  test('when the first is gone', () => {
    const after = twice.replace('He denied it. ', '');
    expect(both(after)).toEqual(['lost', after.indexOf('He')]);
  });
  test('when the second is gone', () => {
    const after = twice.replace('Three here. He denied it.', 'Three here.');
    expect(both(after)).toEqual([10, 'lost']);
  });
  test('when what stood around them changed places, they go with it', () => {
    const after = 'Three here. He denied it. Four here. One here. He denied it. Two here.';
    expect(both(after)).toEqual([after.lastIndexOf('He'), after.indexOf('He')]);
  });
  test('side by side, when one of them goes, nobody can say which', () => {
    const before = 'One here. He denied it. He denied it. Two here.';
    const after = 'One here. He denied it. Two here.';
    const found = reanchor(split(before), split(after), [spanOf(before, 'He'), spanOf(before, 'He', 20)]);
    expect(found.map((item) => item.state)).toEqual(['lost', 'lost']);
  });
  test('between neighbours that were rewritten, nobody can say which', () => {
    const after = 'Other words. He denied it. Nothing like that. Quite another.';
    expect(both(after)).toEqual(['lost', 'lost']);
  });
});

describe('any edit of sentences', () => {
  const sentence = fc.constantFrom(
    'He denied it.',
    'Aa bb 1.',
    'Aa bb 2.',
    'It is not.',
    'It is.',
    '“Q” – r.',
    '"Q" - r.',
    'É.',
    '🎉 x.',
  );
  const gap = fc.constantFrom(' ', '\n\n', '\r\n\r\n', '  ', '\u00A0');
  const article = fc
    .array(fc.tuple(sentence, gap), { minLength: 1, maxLength: 14 })
    .map((parts) => parts.flat().join(''));
  const spans = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 });

  test('unchanged and moved say the same words in the same sentence, so that no verdict goes stale by them', () => {
    fc.assert(
      fc.property(article, article, spans, (a, b, pairs) => {
        const [before, after] = [split(a), split(b)];
        const asked = pairs.map(([x, y]) => {
          const start = x % a.length;
          return { start, end: start + 1 + (y % (a.length - start)) };
        });
        reanchor(before, after, asked).forEach((found, i) => {
          const span = asked[i];
          if (!span || (found.state !== 'unchanged' && found.state !== 'moved')) return;
          expect(found.span).not.toBeNull();
          if (!found.span) return;
          const said = (text: string, { start, end }: Span) => fold(text.slice(start, end));
          expect(said(b, found.span)).toBe(said(a, span));
          expect(said(b, surroundings(after.sentences, found.span))).toBe(
            said(a, surroundings(before.sentences, span)),
          );
        });
      }),
      { numRuns: 400 },
    );
  });

  test('no two sentences ever take the same place, and those between the same neighbours keep their order', () => {
    fc.assert(
      fc.property(article, article, (a, b) => {
        const [before, after] = [split(a), split(b)];
        const found = reanchor(before, after, before.sentences).filter((item) => item.state === 'unchanged');
        const starts = found.map((item) => item.span?.start ?? -1);
        expect(new Set(starts).size).toBe(starts.length);
        expect([...starts].sort((x, y) => x - y)).toEqual(starts);
      }),
      { numRuns: 400 },
    );
  });

  test('the same text with other line ends is the same text', () => {
    fc.assert(
      fc.property(article, (a) => {
        const lf = a.replaceAll('\r\n', '\n');
        const found = reanchor(split(lf), split(lf.replaceAll('\n', '\r\n')), split(lf).sentences);
        expect(found.every((item) => item.state === 'unchanged')).toBe(true);
      }),
    );
  });
});
