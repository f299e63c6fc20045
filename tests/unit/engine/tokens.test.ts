import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize, tokenizeAll } from '#lib/engine/sentence/tokens.ts';

const tagsOf = (text: string): string[] =>
  tokenize(text, { start: 0, end: text.length }).map((token) => `${token.text}/${token.tag}`);

describe('tokens', () => {
  test('carry their exact place', () => {
    const text = 'Mr. Smith’s wage-bill rose 4.1% to £54m.'.replace('’', "'");
    for (const token of tokenize(text, { start: 0, end: text.length }))
      expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  test('join hyphened words and leave dashes alone', () => {
    expect(tagsOf('The US-backed plan — a hard-line one — failed.').map((tag) => tag.split('/')[0])).toEqual([
      'The',
      'US-backed',
      'plan',
      '—',
      'a',
      'hard-line',
      'one',
      '—',
      'failed',
      '.',
    ]);
  });

  test.each([
    ['China accounts for 90 percent of its trade, which is why it matters', 'accounts/VERB'],
    ['trade with China, which accounts for 90 percent of it', 'accounts/VERB'],
    ['They discussed the recent missile launch by North Korea.', 'launch/NOUN'],
    ["China's help was welcome.", 'help/NOUN'],
    ['Chinese companies benefit from a lack of competition.', 'benefit/VERB'],
    ['Its best-known beer, Old Speckled, accounts for half of sales.', 'accounts/VERB'],
    ['He met Xi following their summit in Florida.', 'following/ADP'],
    ['It acts as a check on Chinese military might.', 'might/NOUN'],
    ['The brewery employs 340 people and exports to 25 countries.', 'exports/VERB'],
  ])('mend the tags of %s', (text, expected) => {
    expect(tagsOf(text)).toContain(expected);
  });

  test('are the same for one sentence and for many of one block, up to what their neighbours change', () => {
    const text = 'The council voted on Tuesday. It passed the budget. Nobody objected.';
    const spans = [
      { start: 0, end: 29, block: 0 },
      { start: 30, end: 51, block: 0 },
      { start: 52, end: 68, block: 1 },
    ];
    const together = tokenizeAll(text, spans);
    expect(together.map((tokens) => tokens.map((token) => token.text))).toEqual(
      spans.map((span) => tokenize(text, span).map((token) => token.text)),
    );
  });

  test('stay in order and inside their sentence, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.nat(40), (text, offset) => {
        const start = Math.min(offset, text.length);
        let last = start;
        for (const token of tokenize(text, { start, end: text.length })) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });
});
