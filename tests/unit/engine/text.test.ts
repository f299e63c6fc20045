import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '#lib/engine/text/text.ts';

const lines = (text: string): string[] => {
  const view = readText(text);
  return view.lines.map(({ start, end }) => view.folded.slice(start, end));
};

describe('readText', () => {
  it('folds spaces, quotes and dashes one for one', () => {
    const view = readText('A\u00a0“b” ‘c’ – d—e\u2011f');
    expect(view.folded).toBe('A "b" \'c\' — d—e-f');
    expect(view.raw).toBe('A\u00a0“b” ‘c’ – d—e\u2011f');
  });

  it.each([
    ['10–15 km', '10-15 km'],
    ['2–0', '2-0'],
    ['US–China talks', 'US-China talks'],
    ['it fell –0.3%', 'it fell -0.3%'],
    ['the vote – 52 to 48 – was close', 'the vote — 52 to 48 — was close'],
    ['12 000 people', '12,000 people'],
    ['1 234 567 votes', '1,234,567 votes'],
    ['On June 5 300 people', 'On June 5 300 people'],
    ['5 100-metre races', '5 100-metre races'],
    ['call 020 794 600', 'call 020 794 600'],
  ])('a dash that ties is a hyphen, spaces within a figure are commas: %s', (text, folded) => {
    expect(readText(text).folded).toBe(folded);
  });

  it('reads CRLF, CR and LF as the same paragraphs', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(lines(`One.${end}${end}Two.`)).toEqual(['One.', 'Two.']);
  });

  it('joins a hard-wrapped paragraph and keeps the next one apart', () => {
    const wrapped = [
      'The council voted on Tuesday to close three of the borough libraries and to move',
      'their staff to the central branch, a step that would save the town about half a',
      'million pounds a year. Opponents said they would go to court over the decision in',
      'the spring.',
      '',
      'The mayor did not comment.',
    ].join('\n');
    expect(lines(wrapped)).toHaveLength(2);
  });

  it('joins a lone break in the middle of a sentence, not the items of a list', () => {
    expect(lines('It was a cold \nnight in the city.')).toEqual(['It was a cold  night in the city.']);
    expect(lines('features\ncontact manager\nevents, activities\n')).toHaveLength(3);
  });

  it('keeps paragraphs of one line each apart', () => {
    expect(lines('The first paragraph is a whole sentence.\nThe second is one too.')).toHaveLength(2);
  });

  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const view = readText(text);
        expect(view.folded).toHaveLength(text.length);
        let last = 0;
        for (const { start, end } of view.lines) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});
