import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION, extractClaims } from '#lib/engine/index.ts';
import { CLAIM_KINDS, type Extraction, type Span } from '#lib/engine/types.ts';

const SAMPLES = ['tram-budget', 'night-shift-study', 'china-north-korea-trade'].map((name) =>
  readFileSync(new URL(`../../../lib/cli/samples/${name}.txt`, import.meta.url), 'utf8'),
);

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const iou = (a: Span, b: Span): number => overlap(a, b) / (a.end - a.start + b.end - b.start - overlap(a, b));

/** What the contract promises of every extraction. */
function expectSound(text: string, { blocks, sentences, claims, engine }: Extraction): void {
  expect(engine).toBe(ENGINE_VERSION);
  for (const list of [blocks, sentences]) {
    let last = 0;
    for (const { start, end } of list) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  }
  claims.forEach((claim, i) => {
    expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(claim.quote).not.toBe('');
    expect(CLAIM_KINDS).toContain(claim.kind);
    expect(claim.checkworthiness).toBeGreaterThanOrEqual(0);
    expect(claim.checkworthiness).toBeLessThanOrEqual(1);
    expect(claim.reasons.length).toBeGreaterThan(0);
    expect(claim.start).toBeGreaterThanOrEqual(claims[i - 1]?.start ?? 0);
    for (const part of [...claim.quantities, ...claim.times, ...claim.entities])
      expect(text.slice(part.start, part.end)).not.toBe('');
    for (const other of claims.slice(0, i)) expect(iou(claim, other)).toBeLessThanOrEqual(0.8);
  });
}

/** Words of the kind articles are made of, with marks that have broken sentences before. */
const articleLike = fc
  .array(
    fc.constantFrom(
      'The council',
      'said',
      'that',
      'which',
      '“',
      '”',
      '"',
      '‘',
      '’',
      '(',
      ')',
      ' — ',
      ', ',
      '. ',
      '\n',
      '\n\n',
      '\r\n',
      ':',
      ';',
      '40%',
      '£1.2m',
      'on Tuesday',
      'and',
      'but',
      'who',
      'Mr. Lee',
      'rose',
      'will',
      'not',
      'U.S.',
      '…',
      '\u00a0',
      'e\u0301',
      '😀',
      '- ',
      '1. ',
      'as he put it',
      'accused',
      'of',
      'two',
      'By',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('extraction', () => {
  test.each(SAMPLES.map((text, i) => [i, text] as const))('sample %i keeps the contract', (_, text) => {
    const extraction = extractClaims(text, { publishedOn: '2026-11-20' });
    expectSound(text, extraction);
    expect(extraction.language).toBe('en');
    expect(extraction.claims.length).toBeGreaterThan(extraction.sentences.length / 2);
  });

  test('any Unicode string gives valid, ordered spans whose quotes match, and the same answer twice', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          articleLike,
        ),
        (text) => {
          const extraction = extractClaims(text, { publishedOn: '2026-11-20' });
          expectSound(text, extraction);
          expect(extractClaims(text, { publishedOn: '2026-11-20' })).toEqual(extraction);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('boilerplate around an article does not change its claims', () => {
    const tail =
      '\n\nRead more\n\nSign up for our newsletter to get the best stories in your inbox every morning.\n\n© 2026 All rights reserved';
    for (const text of SAMPLES) {
      const bare = extractClaims(text, { publishedOn: '2026-11-20' }).claims.map(({ quote, kind }) => [quote, kind]);
      const framed = extractClaims(`${text.trimEnd()}${tail}`, { publishedOn: '2026-11-20' });
      expect(framed.claims.map(({ quote, kind }) => [quote, kind])).toEqual(bare);
    }
  });

  test('CRLF gives the same claims as LF', () => {
    for (const text of SAMPLES) {
      const unix = extractClaims(text, { publishedOn: '2026-11-20' }).claims;
      const windows = extractClaims(text.replace(/\n/g, '\r\n'), { publishedOn: '2026-11-20' }).claims;
      expect(windows.map(({ quote }) => quote.replace(/\r\n/g, '\n'))).toEqual(unix.map(({ quote }) => quote));
    }
  });

  test('a sentence is claimed where it has a claim, and says why not where it has none', () => {
    const { sentences, claims } = extractClaims(SAMPLES[0] ?? '', { publishedOn: '2026-11-20' });
    for (const sentence of sentences) {
      const own = claims.filter((claim) => claim.start >= sentence.start && claim.end <= sentence.end);
      if (sentence.suggestion === 'claimed') expect(own.length).toBeGreaterThan(0);
      expect(sentence.reason).not.toBe('');
    }
  });

  test('a reason that says more stands alone: no lesser one is given beside it', () => {
    const text = 'The council met on Monday. Rents in the city rose by 12 per cent last year.';
    const reasons = extractClaims(text, { publishedOn: '2026-11-20' }).claims.map((claim) => claim.reasons);
    const risen = reasons.find((given) => given.includes('states a figure and its change'));
    expect(risen).toBeDefined();
    expect(risen).not.toContain('states a figure');
    expect(risen).not.toContain('says how something changed');
    expect(risen).toContain('says when');
  });

  test('without a publication date relative times stay open', () => {
    const text =
      'The council voted on Tuesday to close the library in Leeds. It was built in 1902 by two brothers from York.';
    expect(
      extractClaims(text)
        .claims.flatMap(({ times }) => times)
        .find((time) => time.text.includes('Tuesday'))?.from,
    ).toBeNull();
    const dated = extractClaims(text, { publishedOn: '2026-11-20' }).claims.flatMap(({ times }) => times);
    expect(dated.find((time) => time.text.includes('Tuesday'))?.from).toBe('2026-11-17');
  });

  test("a table's rows count what its headings name; the headings claim nothing and its source does not end the article", () => {
    const text = [
      'The towns along the river lost 40 families in the spring floods.',
      'Town\tBirths 2024\tShare (%)\nAlmada\t2,310\t22\nBarreiro\t1,904\t17',
      'Source: the council of the region, 2025',
      'The council paid 3 million euros for a new pump in March.',
    ].join('\n\n');
    const counted = extractClaims(text).claims.map(({ quantities }) =>
      quantities.map(({ value, unit }) => [value, unit]),
    );
    expect(counted).toEqual([
      [[40, 'family']],
      [
        [2310, 'birth'],
        [22, 'percent'],
      ],
      [
        [1904, 'birth'],
        [17, 'percent'],
      ],
      [[3_000_000, 'EUR']],
    ]);
  });

  test('another language is said so, and only split', () => {
    const text =
      'Der Bundestag hat am Montag über das neue Gesetz beraten. Die Abgeordneten stimmten mit großer Mehrheit dafür.';
    const extraction = extractClaims(text);
    expect(extraction).toMatchObject({ language: 'de', claims: [] });
    expect(extraction.sentences).toHaveLength(2);
  });
});

test('what a pull quote prints again is claimed once, and a short sentence said twice is claimed twice', () => {
  const told = 'The council closed 14 of its 30 bridges in the spring of 2019.';
  const text = `${told}\n\nThe works had cost £4m.\n\n${told}\n\nRents rose by 12 percent.\n\nRents rose by 12 percent.`;
  const { claims, sentences } = extractClaims(text, { publishedOn: '2026-03-12' });
  const found = (words: string): number => claims.filter(({ quote }) => quote.includes(words)).length;
  expect([found('14 of its 30'), found('12 percent')]).toEqual([1, 2]);
  expect(sentences.map(({ reason }) => reason)).toContain('said before in the same words');
});
