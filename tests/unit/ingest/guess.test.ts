import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Guess, guessDetails } from '#lib/ingest/guess.ts';

const BODY =
  'The council approved a €48.6 million budget on Wednesday, after a debate of nine hours. It will pay for 14 new trams.\n\nTravel costs rise by 4.5 per cent from June, the council said.';
const HEADLINE = 'Council doubles the budget for trams';

const guess = (...head: string[]): Guess => guessDetails([...head, BODY].join('\n\n'));
const nothing = { byline: null, outlet: null, publishedOn: null };

describe('the head of an article', () => {
  test.each<[string, string[], Partial<Guess>]>([
    ['a headline alone', [HEADLINE], { headline: HEADLINE, ...nothing }],
    [
      'everything on lines of its own',
      [HEADLINE, 'By Ines Marek', 'The Estuary Post', '12 March 2026'],
      { headline: HEADLINE, byline: 'Ines Marek', outlet: 'The Estuary Post', publishedOn: '2026-03-12' },
    ],
    [
      'everything on one line',
      [HEADLINE, 'By Ines Marek | The Estuary Post | March 12, 2026'],
      { headline: HEADLINE, byline: 'Ines Marek', outlet: 'The Estuary Post', publishedOn: '2026-03-12' },
    ],
    [
      'the outlet over the headline',
      ['The Estuary Post', HEADLINE, 'by Ines Marek'],
      { outlet: 'The Estuary Post', byline: 'Ines Marek' },
    ],
    ['two authors', [HEADLINE, 'By Ines Marek and Tom Hale'], { byline: 'Ines Marek and Tom Hale' }],
    ['a date in digits', [HEADLINE, '2026-03-12'], { publishedOn: '2026-03-12' }],
    ['a date without a year, which could be any', [HEADLINE, '12 March'], { publishedOn: null }],
    ['a line that begins with “by” and names nobody', [HEADLINE, 'by 2030'], { byline: null }],
  ])('%s', (_, head, wanted) => expect(guess(...head)).toMatchObject(wanted));

  test('a text that is one sentence has that for a headline', () =>
    expect(guessDetails('The bridge closes in May.')).toEqual({ headline: 'The bridge closes in May.', ...nothing }));

  test('a text of nothing has none', () => expect(guessDetails(' \n')).toEqual({ headline: '', ...nothing }));

  test('a first line without end is cut to what a headline may be', () =>
    expect(guessDetails('x'.repeat(5000)).headline).toHaveLength(300));

  test('what stands far down is not looked at', () =>
    expect(guessDetails(`${HEADLINE}\n\n${`${BODY}\n\n`.repeat(40)}By Ines Marek`).byline).toBeNull());

  test.each(['china-north-korea-trade', 'night-shift-study', 'tram-budget'])('of the sample %s is found', (name) => {
    const text = readFileSync(new URL(`../../../lib/cli/samples/${name}.txt`, import.meta.url), 'utf8');
    const found = guessDetails(text);
    expect(text.startsWith(found.headline)).toBe(true);
    expect(found.headline).not.toMatch(/\n|\.$/);
    expect(found.byline).not.toBeNull();
    expect(found.outlet).not.toBeNull();
    expect(found.publishedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
