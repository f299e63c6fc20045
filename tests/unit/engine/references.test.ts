/** What "the bill", "the company", "it" mean in a claim: told where the article leaves no doubt, and put back where it does. */
import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import type { EngineClaim } from '#lib/engine/types.ts';

const claimsOf = (text: string): readonly EngineClaim[] => extractClaims(text, { publishedOn: '2026-03-12' }).claims;

const statements = (text: string): string[] => claimsOf(text).map(({ statement }) => statement);

describe('what the article has introduced by one noun', () => {
  test.each([
    [
      'a premodifier',
      'Seven members tabled a tenancy-deposit bill in May. It was late. The chamber passed the bill by 40 votes to 38.',
      'The chamber passed the [tenancy-deposit] bill by 40 votes to 38',
    ],
    [
      'what stands behind it',
      'The ministry published a study of 4,000 nurses on Monday. Unions were angry. The study cost £2m.',
      'The study [of 4,000 nurses] cost £2m',
    ],
    [
      'an owner by name',
      "Members of Aldham council's planning committee met on Monday. It rained. Jean Whitlock leads the committee.",
      'Jean Whitlock leads the [planning] committee',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text)).toContain(wish);
  });

  test.each([
    [
      'two of them',
      'Lund tabled a housing bill in May. Ruiz tabled a tax bill in June. The house passed the bill in July.',
    ],
    [
      'several of them',
      'Ruiz tabled a tax bill in June. Such bills have failed before. The house passed the bill in July.',
    ],
    ['what was only said', 'Lund called it “a sleeper health study” in May. The house debated the study in July.'],
    [
      'whatever may have a name',
      'Lund runs the Oslo campaign. The Bergen office opened in May. The campaign raised £4m in June.',
    ],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/the \[[^\]]*\] (?:bill|study|campaign)/i);
  });
});

describe('the firm that an article is about', () => {
  const FERRUM = 'Halden Steel will close its works in Norvik. Halden Steel employs 400 people there.';

  test('is meant by "the company"', () => {
    expect(statements(`${FERRUM} The company lost £3m last year.`)).toContain('[Halden Steel] lost £3m [in 2025]');
  });

  test.each([
    ['another has just been named', `${FERRUM} Norvik Motors bought it in May. The company lost £3m last year.`],
    ['one without a name has', `${FERRUM} A smaller company paid the fine in May. The company lost £3m last year.`],
  ])('but not where %s', (_, text) => {
    expect(statements(text).join('\n')).not.toContain('[Halden Steel] lost');
  });
});

test('what belongs to somebody is not taken for him', () => {
  const text = "Halden's net debt stood at £4m. Its lenders met in August 2025 and raised £2m.";
  expect(statements(text).join('\n')).not.toContain('net debt’s lenders');
});

describe('a statement that cannot be read without the article comes last', () => {
  test.each([
    [
      '"it"',
      'The two sides met the mayor on Monday. It needed 72 votes to pass.',
      'It needed 72 votes to pass',
      'minor',
    ],
    [
      '"they"',
      'Ruiz met the mayor and the vicar. On Monday, they were handed 40 letters.',
      'they were handed 40 letters',
      'minor',
    ],
    [
      'a "he" whom nobody has been told of',
      'There were two men, Ola Lund and Piet Ruiz. He was fined £4,000 in May 2025.',
      'was fined £4,000',
      'minor',
    ],
    [
      '"the plan"',
      'Nobody spoke. The proposals affected 190,000 pupils in May 2025.',
      'The proposals affected',
      'standard',
    ],
    [
      'what is known to all',
      'Nobody spoke. The government fined 190,000 drivers in May 2025.',
      'The government fined',
      'core',
    ],
    [
      'an "it" that means nothing',
      'Nobody spoke. It took Ola Lund 14 days in May 2025 to sail to Norvik.',
      'It took Ola Lund',
      'core',
    ],
  ])('%s', (_, text, words, tier) => {
    const found = claimsOf(text).find(({ statement }) => statement.includes(words));
    expect(found?.tier, statements(text).join('\n')).toBe(tier);
  });
});
