import { describe, expect, test } from 'vitest';
import {
  figureIn,
  figuresIn,
  spokenResult,
  type WorkingKind,
  type WrittenFigure,
  worked,
} from '#lib/sources/rules-working.ts';

const figures = (...words: readonly string[]): WrittenFigure[] =>
  words.map((one) => {
    const figure = figureIn(one);
    if (!figure) throw new Error(`No figure in ${one}`);
    return figure;
  });

describe('a figure as a source writes it', () => {
  test.each([
    ['1,204', 1204, null],
    ['1\u00A0204', 1204, null],
    ['1’204.50', 1204.5, null],
    ['12,5', 12.5, null],
    ['0.125', 0.125, null],
    ['−7', -7, null],
    ['- 7', -7, null],
    ['(1,204)', -1204, null],
    ['£6.1 million', 6_100_000, '£'],
    ['$3bn', 3e9, '$'],
    ['240k', 240_000, null],
    ['37.4 %', 37.4, '%'],
    ['37 per cent', 37, '%'],
    ['It employs 310 people in all.', 310, null],
    ['Lorry\t41.20', 41.2, null],
  ])('%s', (words, value, unit) => {
    const figure = figureIn(words);
    expect(figure?.value).toBeCloseTo(value, 9);
    expect(figure?.unit).toBe(unit);
  });

  test.each(['', 'none', 'A4 paper', 'the 3rd quay', '41.20 44.10', '41 204', 'between 3 and 4', 'B12', '1.2.3'])(
    'there is none, or not one, in “%s”',
    (words) => expect(figureIn(words)).toBeNull(),
  );

  test('each stands at its place', () => {
    const words = 'Tolls: 41.20, 44.10 and £47.00.';
    expect(figuresIn(words).map(({ start, end }) => words.slice(start, end))).toEqual(['41.20', '44.10', '£47.00']);
  });
});

describe('what comes of a working', () => {
  test.each<[WorkingKind, readonly string[], string]>([
    ['change', ['988', '1,204'], '(1,204 − 988) ÷ 988 = 21.9 %'],
    ['change', ['1,204', '988'], '(988 − 1,204) ÷ 1,204 = −17.9 %'],
    ['change', ['£41.20', '£47.00'], '(£47.00 − £41.20) ÷ £41.20 = 14.1 %'],
    ['difference', ['988', '1,204'], '1,204 − 988 = 216'],
    ['difference', ['£3.05 million', '£6.1 million'], '£6.1 million − £3.05 million = £3.05 million'],
    ['difference', ['35 %', '37.4 %'], '37.4 % − 35 % = 2.4 points'],
    ['difference', ['5', '(2)'], '(−2) − 5 = −7'],
    ['sum', ['241', '69'], '241 + 69 = 310'],
    ['sum', ['0.1', '0.2'], '0.1 + 0.2 = 0.3'],
    ['sum', ['£1,204', '988', '£12.50'], '£1,204 + 988 + £12.50 = £2,204.5'],
    ['sum', ['2 million', '500,000'], '2 million + 500,000 = 2,500,000'],
    ['share', ['6', '31'], '6 ÷ 31 = 19.4 %'],
    ['share', ['1', '4,000'], '1 ÷ 4,000 = 0.025 %'],
    ['per_head', ['£48.6 million', '310,000'], '£48.6 million ÷ 310,000 = £156.8 per head'],
    ['average', ['41', '44', '47.5'], '(41 + 44 + 47.5) ÷ 3 = 44.17'],
  ])('%s of %j', (kind, inputs, words) => expect(worked(kind, figures(...inputs))).toMatchObject({ words }));

  test.each<[WorkingKind, readonly string[], string]>([
    ['sum', ['1'], 'count'],
    ['change', ['1', '2', '3'], 'count'],
    ['change', ['0', '3'], 'nought'],
    ['share', ['3', '0'], 'nought'],
    ['sum', ['£3', '4 %'], 'units'],
    ['share', ['£3', '$4'], 'units'],
  ])('%s of %j has none: %s', (kind, inputs, trouble) => expect(worked(kind, figures(...inputs))).toBe(trouble));

  test('is told in words that the engine reads', () => {
    const spoken = (kind: WorkingKind, ...inputs: readonly string[]) => {
      const done = worked(kind, figures(...inputs));
      return typeof done === 'string' ? done : spokenResult(kind, done);
    };
    expect(spoken('change', '41.20', '47.00')).toBe('rose by 14.1 per cent');
    expect(spoken('change', '47.00', '41.20')).toBe('fell by 12.3 per cent');
    expect(spoken('share', '6', '31')).toBe('19.4 per cent');
    expect(spoken('sum', '£2', '£3')).toBe('£5');
  });
});
