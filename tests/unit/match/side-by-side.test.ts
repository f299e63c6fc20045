import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractClaims, type Quantity, type Time } from '#lib/engine/index.ts';
import { type Figured, figuresSideBySide } from '#lib/match/side-by-side.ts';

/** What the engine reads in one sentence. */
function read(sentence: string): Figured {
  const { claims } = extractClaims(sentence, { publishedOn: '2026-11-20' });
  const [first] = claims.filter(({ quantities }) => quantities.length > 0);
  if (!first) throw new Error(`No figure in: ${sentence}`);
  return first;
}

describe('a claim’s figure beside the evidence’s', () => {
  test.each([
    ['The ferry carried almost 40 per cent of cars.', 'The ferry took 37.4 per cent of cars.', 'covered', -2.6],
    ['The ferry carried almost 40 per cent of cars.', 'The ferry took 41 per cent of cars.', 'apart', 1],
    ['The ferry carried almost 40 per cent of cars.', 'The ferry took 35.2 per cent of cars.', 'apart', -4.8],
    ['The ferry carried about 40 per cent of cars.', 'The ferry took 43 per cent of cars.', 'covered', 3],
    ['The ferry carried 40 per cent of cars.', 'The ferry took 37.4 per cent of cars.', 'apart', -2.6],
    ['The ferry carried 37 per cent of cars.', 'The ferry took 37.4 per cent of cars.', 'covered', 0.4],
    ['The ferry carried 37 per cent of cars.', 'The ferry took 37 per cent of cars.', 'equal', 0],
    ['The ferry carried 37 per cent of cars.', 'The ferry took about 37 per cent of cars.', 'open', 0],
    ['The works cost $140 million.', 'The works cost $140.2 million.', 'covered', 200_000],
    ['The works cost $61 million.', 'The works cost $64.1 million.', 'apart', 3_100_000],
    ['Some 58,400 people lost their jobs.', 'In all 60,000 people lost their jobs.', 'open', 1600],
    ['Around 60,000 people had no water.', 'Some 58,400 people had no water.', 'covered', -1600],
    ['In all 600 votes were rejected.', 'In all 1,000 votes were rejected.', 'apart', 400],
    ['The strike cost 1,150 jobs.', 'The strike cost 1,154 jobs.', 'covered', 4],
    ['The crash killed 92 people.', 'The crash killed 90 people.', 'apart', -2],
    ['More than 40 people died.', 'In all 43 people died.', 'covered', 3],
    ['More than 40 people died.', 'In all 40 people died.', 'apart', 0],
    ['More than 40 people died.', 'In all 80 people died.', 'far', 40],
    ['More than 3,000 votes were rejected.', 'In all 1,102 votes were rejected.', 'apart', -1898],
    ['Just over 3,000 votes were rejected.', 'In all 3,120 votes were rejected.', 'covered', 120],
    ['One in five pupils missed lessons.', '19.7 per cent of pupils missed lessons.', 'covered', -0.3],
    ['A quarter of pupils missed lessons.', '19.6 per cent of pupils missed lessons.', 'apart', -5.4],
    ['Between 30 and 40 people died.', 'In all 38 people died.', 'covered', -2],
  ])('%s – %s', (claim, evidence, fit, absolute) => {
    const [found] = figuresSideBySide(read(claim), read(evidence));
    expect(found).toMatchObject({ fit, obstacle: null, difference: { absolute } });
  });

  test.each([
    ['Prices rose by 5 per cent.', 'Prices fell by 5 per cent.', 'direction'],
    ['Oil costs $76 a barrel.', 'Oil costs $76 a tonne.', 'per'],
    ['Output rose by 5 per cent.', 'Output was 5 per cent of the plan.', 'change'],
    ['They took 40 per cent of the cars.', 'They took 37.4 per cent of the lorries.', 'base'],
    ['In 2025 the ferry carried 212 cars.', 'In 2023 the ferry carried 240 cars.', 'time'],
  ])('%s – %s: not set against each other', (claim, evidence, obstacle) => {
    const [found] = figuresSideBySide(read(claim), read(evidence));
    expect(found).toMatchObject({ fit: 'not-compared', obstacle, difference: null, allows: null });
  });

  test('the difference is told in points for percentages, and as a share of the claim’s figure', () => {
    const [found] = figuresSideBySide(read('It took almost 40 per cent.'), read('It took 37.4 per cent.'));
    expect(found?.difference).toEqual({ absolute: -2.6, relative: -0.065, inPoints: true });
    expect(found?.allows).toEqual({ low: 36, high: 40, by: 'modifier' });
  });

  test('of several figures of the unit the one that fits best; none of another unit', () => {
    const evidence = read('The ferry took 37.4 per cent of cars, the tunnel 51.2 per cent and the bus 11.4 per cent.');
    const found = figuresSideBySide(read('The ferry carried almost 40 per cent of cars.'), evidence);
    expect(found.map((one) => one.evidence.value)).toEqual([37.4]);
    expect(figuresSideBySide(read('It cost £40 million.'), evidence)).toEqual([]);
  });

  const quantity = (value: number): Quantity => ({
    start: 0,
    end: 0,
    text: `${value} per cent`,
    value,
    unit: 'percent',
    modifier: null,
    range: null,
    tally: null,
    per: null,
    of: null,
    change: null,
    rank: false,
  });
  test('the same number is equal, and what lies outside of what the words allow is apart, whichever way', () => {
    const times: Time[] = [];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -4000, max: 4000 }), (whole, tenths) => {
        // From a thousand on the noughts at the end are rounding.
        fc.pre(whole * 10 + tenths < 10_000);
        const [own, other] = [quantity(whole), quantity((whole * 10 + tenths) / 10)];
        const [found] = figuresSideBySide({ quantities: [own], times }, { quantities: [other], times });
        const wanted = tenths === 0 ? 'equal' : Math.abs(tenths) <= 5 ? 'covered' : 'apart';
        expect(found?.fit).toBe(wanted);
        expect(found?.difference?.absolute).toBeCloseTo(tenths / 10, 9);
      }),
    );
  });
});
