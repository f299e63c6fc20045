import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPairs, type MatchClaim, matchClaims } from '#lib/match/index.ts';
import { claim } from './claim.ts';

const SUBJECTS = ['Rents', 'Exports', 'Wages', 'House prices', 'Hospital admissions', 'Ticket sales'];
const PLACES = ['Lisbon', 'Oslo', 'Kenya', 'Peru', 'Leeds', 'Texas', 'Ghana', 'Turin'];

const rise = (subject: number, place: number, percent: number): MatchClaim => {
  const name = PLACES[place % PLACES.length] ?? '';
  return claim(`${SUBJECTS[subject % SUBJECTS.length]} in ${name} rose ${percent} percent`, {
    figures: [[`${percent} percent`, percent, 'percent', { change: 'up' }]],
    names: [name],
  });
};
const rises = fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.integer({ min: 2, max: 9 })), { maxLength: 24 });

describe('findPairs', () => {
  it('finds what comparing every claim with every other finds, neighbours aside', () => {
    fc.assert(
      fc.property(rises, (list) => {
        const claims = list.map(([s, p, n]) => rise(s, p, n));
        const every = claims.flatMap((x, a) =>
          claims.slice(a + 1).flatMap((y, n) => {
            const { relation } = matchClaims(x, y);
            return relation === null || relation === 'related' ? [] : `${a} ${relation} ${a + 1 + n}`;
          }),
        );
        const found = findPairs(claims).flatMap((p) => (p.relation === 'related' ? [] : `${p.a} ${p.relation} ${p.b}`));
        expect(found).toEqual(every);
      }),
    );
  });

  it('gives each pair once, the earlier claim first, and the same answer twice', () => {
    fc.assert(
      fc.property(rises, (list) => {
        const claims = list.map(([s, p, n]) => rise(s, p, n));
        const pairs = findPairs(claims);
        expect(new Set(pairs.map((p) => `${p.a} ${p.b}`)).size).toBe(pairs.length);
        expect(pairs.every((p) => p.a < p.b && p.score >= 0 && p.score <= 1)).toBe(true);
        expect(findPairs(claims)).toEqual(pairs);
      }),
    );
  });

  it('does not compare parts of one stretch of text with one another', () => {
    const place = (start: number, end: number, document: string) => ({ ...rise(0, 0, 4), start, end, document });
    expect(findPairs([place(0, 40, 'a'), place(10, 40, 'a')])).toEqual([]);
    // A claim that was completed with the words of the one before it.
    const whole = place(0, 40, 'a');
    const rest = {
      ...place(40, 60, 'a'),
      quote: 'and 9 percent later',
      statement: `[${whole.quote}] and 9 percent later`,
    };
    expect(findPairs([whole, rest])).toEqual([]);
    expect(findPairs([place(0, 40, 'a'), place(40, 80, 'a')])).toMatchObject([{ relation: 'same' }]);
    expect(findPairs([place(0, 40, 'a'), place(10, 40, 'b')])).toMatchObject([{ a: 0, b: 1, relation: 'same' }]);
  });

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }), (quotes) => {
        for (const pair of findPairs(quotes.map((quote) => claim(quote)))) expect(pair.b).toBeLessThan(quotes.length);
      }),
    );
  });

  it('looks at a bounded number of pairs a claim, however much they all have in common', () => {
    const pairsAClaim = (n: number) => findPairs(Array.from({ length: n }, () => rise(0, 0, 4))).length / n;
    // All of them are the same: comparing everything with everything would find (n - 1) / 2 pairs a claim.
    expect(pairsAClaim(40)).toBeGreaterThan(10);
    expect(pairsAClaim(2000)).toBeLessThan(30);
  });
});
