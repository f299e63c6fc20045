import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../../lib/engine/index.ts';

const told = (text: string): string[] =>
  extractClaims(text, { publishedOn: '2026-03-12' }).claims.map(({ statement }) => statement);

describe('what goes around a claim makes it a whole and true sentence', () => {
  test.each([
    [
      'a verb of its own behind "will not"',
      'Ferrum Corp will not open its own steel shops, but intends to work through 14 dealers.',
      '[Ferrum Corp] intends to work through 14 dealers',
    ],
    [
      'whom a verb aims at',
      'Ferrum Corp is aiming for the mainstream German buyer, who appreciates cars with 2.2 litre engines.',
      '[The mainstream German buyer] appreciates cars with 2.2 litre engines',
    ],
    [
      'names behind what is fronted',
      'Under the Oslo pact Norvik and Sund, who both have trade surpluses of £14m, pledged to spend more.',
      '[Norvik and Sund] have trade surpluses of £14m',
    ],
    [
      'a name in angle brackets',
      'Ferrum now owns 24 percent of Halden Corp <HLD.T> and 15 percent of <Morello>.',
      '[Ferrum now owns] 15 percent of Morello',
    ],
    [
      'a grade',
      'The ratings of Ferrum were lowered to M from O-plus.',
      'The ratings of Ferrum were lowered to M from O-plus',
    ],
    [
      'a wish without who wishes',
      'The Roads Board has proposed that 400 lorries be ordered to carry a second brake.',
      '[The Roads Board has proposed that] 400 lorries be ordered to carry a second brake',
    ],
    [
      'one way of doing beside another',
      'The Rail Board is looking for ways of saving costs and boosting the output of 14 lines.',
      'The Rail Board is looking for ways of saving costs and boosting the output of 14 lines',
    ],
    [
      'two figures of the same thing',
      'Ferrum will redeem 7.9 million shares of its 3.64 percent stock and 7.6 million shares of its 3.74 percent stock.',
      '[Ferrum will redeem] 7.6 million shares of its 3.74 percent stock',
    ],
    [
      'another of a kind',
      'Another analyst, Ida Moss, said the price of gold had fallen by 10 percent.',
      '[Ida Moss is an] analyst',
    ],
    [
      'a week that owns',
      'Ferrum sold 14 cars at this week’s motor show.',
      'Ferrum sold 14 cars at this week’s [9 to 15 March 2026] motor show',
    ],
  ])('%s', (_, text, statement) => {
    expect(told(text)).toContain(statement);
  });

  test.each([
    [
      'half a word',
      'Ferrum said that the medium- and long-term debt of 14 councils could be put on hold.',
      'The medium- and long-term debt of 14 councils could be put on hold',
    ],
    [
      'what whoever did it did before',
      'Barter deals still make up a part of the trade and are likely to account for less than 8 percent of the total.',
      '[Barter deals] are likely to account for less than 8 percent of the total',
    ],
    [
      'a kind of thing on a list',
      'He expressed doubts on the terms that might be placed as a result of Norvik’s proposals for increased sectoral lending, but welcomed a bigger role for the bank.',
      '[He] welcomed a bigger role for the bank',
    ],
    [
      'the word that joins',
      'Tin would touch a high of 20 cents from the current level of 18.59 cents, and a sharp rise from levels of 10.50 cents.',
      '[Tin would touch a high of 20 cents from the current level of 18.59 cents, and] a sharp rise from levels of 10.50 cents',
    ],
  ])('what is told whole: %s', (_, text, statement) => {
    expect(told(text)).toContain(statement);
  });

  test('a subject whose verb is further on is no claim', () => {
    const claims = told(
      'It has shown that the 4,000 Norvik lawyers who do a good job should not be fined for the sake of two.',
    );
    expect(claims).not.toContain('[It has shown that] the 4,000 Norvik lawyers who do a good job');
  });

  test('a time alone is no claim', () => {
    expect(told('After a gap of almost nine years, Ferrum is about to return to Norvik.')).toEqual([
      'Ferrum is about to return to Norvik',
    ]);
  });
});
