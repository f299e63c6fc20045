import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import { type EngineClaim, UNCHECKABLE_KINDS } from '#lib/engine/types.ts';
import { CARDS } from './cards.ts';
import { CASES, OPEN } from './cases.ts';
import { CLAIMANTS } from './claimants.ts';
import { CUTS } from './cuts.ts';
import { SAID } from './said.ts';
import { SPEAKERS } from './speakers.ts';
import { WORTH } from './worth.ts';

const plain = (words: string): string =>
  words
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[.,;:\s]+$/, '');

const has = (claims: readonly EngineClaim[], words: string): EngineClaim | undefined =>
  claims.find(({ quote }) => plain(quote) === plain(words));

/** Whether a wish of a case is met; see `cases.ts` for how they are written. */
function isMet(claims: readonly EngineClaim[], wish: string): boolean {
  const rest = wish.slice(1);
  if (wish.startsWith('!')) return has(claims, rest) === undefined;
  if (wish.startsWith('='))
    return claims.filter(({ kind }) => !UNCHECKABLE_KINDS.includes(kind)).length === Number(rest);
  if (wish.startsWith('-')) return has(claims, rest)?.polarity === 'negative';
  if (wish.startsWith('^')) return claims.some(({ statement }) => statement === rest);
  if (wish.startsWith('~')) {
    const [kind = '', ...words] = rest.split(' ');
    return has(claims, words.join(' '))?.kind === kind;
  }
  const [, speaker = null, words = wish] = /^(\p{L}+|\?): (.*)$/u.exec(wish) ?? [];
  const claim = has(claims, words);
  if (claim === undefined) return false;
  return speaker === null ? claim.claimant.type === 'author' : claim.claimant.name.includes(speaker);
}

describe.each([...CASES, ...CLAIMANTS, ...CARDS, ...SAID, ...CUTS, ...SPEAKERS, ...WORTH])(
  '%s: %s',
  (_, text, ...wishes) => {
    const { claims } = extractClaims(
      `The town council met on Monday in the hall.\n\n${text}\n\nThe meeting ended late in the evening.`,
      { publishedOn: '2026-03-12' },
    );
    const own = claims.filter(({ quote }) => text.includes(quote));
    const run = OPEN.has(text) ? test.fails : test;
    run('comes out right', () => {
      const missed = wishes.filter((wish) => !isMet(own, wish));
      expect(missed, own.map(({ quote, claimant }) => `${claimant.name}: ${quote}`).join('\n')).toEqual([]);
    });
  },
);

test.each([
  ['“The bridge was closed for two weeks”', 'unnamed: The bridge was closed for two weeks'],
  ['On housing: “We will build 40,000 homes”', 'unnamed: We will build 40,000 homes'],
  ['Mayor says “rents rose by 12 percent in Leeds”', 'ayor: rents rose by 12 percent in Leeds'],
  ['The “Clean Streets” scheme cost £4m in May', 'The “Clean Streets” scheme cost £4m in May'],
])('a headline in quotation marks: %s', (headline, wish) => {
  const { claims } = extractClaims(
    `${headline}\n\nThe council met on Monday and took two votes on the budget for roads.`,
  );
  expect(isMet(claims, wish), claims.map(({ quote, claimant }) => `${claimant.name}: ${quote}`).join('\n')).toBe(true);
});
