import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import { readableDay, statementOf } from '#lib/engine/statement/statement.ts';
import type { EngineClaimant } from '#lib/engine/types.ts';

const AUTHOR: EngineClaimant = { name: 'author', type: 'author', start: null, end: null, via: null };

function plain(text: string, over: Partial<Parameters<typeof statementOf>[0]> = {}): string {
  const span = { start: 0, end: text.length };
  return statementOf({
    text,
    span,
    lead: [],
    claimant: AUTHOR,
    mentions: [],
    times: [],
    referent: () => null,
    ...over,
  });
}

describe('statements', () => {
  test('a day is written out', () => {
    expect(readableDay('2017-07-05')).toBe('5 July 2017');
  });

  test.each([
    ['2017-07-05', '2017-07-05', 'Wednesday [5 July 2017]'],
    ['2017-01-01', '2017-03-31', 'Wednesday [January to March 2017]'],
    ['2016-01-01', '2016-12-31', 'Wednesday [2016]'],
    ['2017-02-01', '2017-02-28', 'Wednesday [February 2017]'],
    ['2017-12-20', '2018-01-03', 'Wednesday [20 December 2017 to 3 January 2018]'],
  ])('a relative time is resolved in brackets: %s to %s', (from, to, expected) => {
    const time = { start: 0, end: 9, text: 'Wednesday', from, to, basis: 'publication date' as const };
    expect(plain('Wednesday', { times: [time] })).toBe(expected);
  });

  test('a stated or unresolved time stays as it is', () => {
    const time = { start: 0, end: 4, text: '2016', from: '2016-01-01', to: '2016-12-31', basis: 'stated' as const };
    expect(plain('2016 was dry', { times: [time] })).toBe('2016 was dry');
    expect(plain('2016 was dry', { times: [{ ...time, basis: 'unresolved', from: null, to: null }] })).toBe(
      '2016 was dry',
    );
  });

  const ofText = (text: string): string[] =>
    extractClaims(text, { publishedOn: '2026-03-12' }).claims.map((c) => c.statement);
  const HEAD = 'Council row deepens\n\nThe members met for three hours on Monday and took two votes on the budget.\n\n';

  test.each([
    [
      'a verb under the modal of the one before it',
      'A strike in May could close the port and cut 14 jobs at Ferrum.',
      '[A strike in May could] cut 14 jobs at Ferrum',
    ],
    [
      'which hangs on the whole clause',
      'Ferrum sells 90 percent of the steel, which is why Harwick keeps asking it for help.',
      'which is why Harwick keeps asking it for help',
    ],
    [
      'people, not the place they are in',
      'The law protects the 300 nurses in South Korea, who have worked there since 1953.',
      '[the 300 nurses in South Korea] have worked there since 1953',
    ],
    [
      'a list that is one thing',
      'The rest is wool, tyres and spare parts, which made up 14 percent of the trade in 2019.',
      '[wool, tyres and spare parts] made up 14 percent of the trade in 2019',
    ],
  ])('what a claim hangs on goes before it: %s', (_, sentence, expected) => {
    expect(ofText(HEAD + sentence)).toContain(expected);
  });

  test('a pronoun stays where the words between describe somebody else', () => {
    const text = `${HEAD}“Voters chose Mark Trask and paid 4 million for it,” the treasurer said. The embattled president is to retire in 2027. He has been sued 14 times since July.`;
    expect(ofText(text).some((statement) => statement.startsWith('He has been sued 14 times'))).toBe(true);
  });

  test('a pronoun gives way only to the one person it can mean', () => {
    expect(plain('He resigned', { referent: (gender) => (gender === 'male' ? 'Mark Adams' : null) })).toBe(
      '[Mark Adams] resigned',
    );
    expect(plain('Her office is closed', { referent: () => 'Ann Lee' })).toBe('[Ann Lee’s] office is closed');
    expect(plain('He resigned')).toBe('He resigned');
  });

  test('"I" is the one who speaks', () => {
    const claimant: EngineClaimant = { name: 'Ann Lee', type: 'person', start: 0, end: 3, via: null };
    expect(plain('I signed the order', { claimant })).toBe('I [Ann Lee] signed the order');
  });

  test('a short name is filled up from the article', () => {
    const entity = {
      name: 'Nikki Haley',
      type: 'person' as const,
      gender: 'female' as const,
      role: null,
      mentions: [],
    };
    expect(plain('Haley left', { mentions: [{ entity, span: { start: 0, end: 5 } }] })).toBe('[Nikki] Haley left');
  });

  test('a claim without a subject names it, and everything added stands in brackets', () => {
    const text =
      'The brewery employs 340 people and exports to 25 countries. It was founded in 1902 by two brothers in Leeds.';
    for (const claim of extractClaims(text).claims) {
      const unbracketed = claim.statement
        .replace(/ ?\[[^\]]*\] ?/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      expect(claim.quote.replace(/\s+/g, ' ')).toContain(unbracketed);
    }
    const shared = extractClaims(text).claims.find(({ quote }) => quote === 'exports to 25 countries');
    expect(shared?.statement).toBe('[The brewery] exports to 25 countries');
  });
});
