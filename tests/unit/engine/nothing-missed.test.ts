/** Sentences whose facts had no claim, as the smallest text that shows why; all their claims. */
import { expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

const told = (text: string): string[] => extractClaims(text).claims.map(({ statement }) => statement);

test.each([
  [
    'a clause behind what "with" opens',
    'With two of its four mills closed, Norlux lost 40 workers.',
    ['With two of its four mills closed, Norlux lost 40 workers'],
  ],
  [
    'a piece that "with" opens, and no clause behind it',
    'The council sold the hall, with most of the sum going to the mill, which burnt.',
    ['The council sold the hall', '[The council sold the hall,] with most of the sum going to the mill, which burnt'],
  ],
  [
    'a condition in front without a comma',
    'If the board agrees to the sale it will close two mills.',
    ['If the board agrees to the sale it will close two mills'],
  ],
  [
    'two clauses without a comma between them',
    'Although the price of rye fell in Hull it was still the highest in Europe.',
    ['The price of rye fell in Hull', 'It was still the highest in Europe'],
  ],
  [
    'a clause that only tells which, in a clause in front',
    'When the council sold the hall it had built in Hull, three neighbours sued.',
    ['The council sold the hall it had built in Hull', 'Three neighbours sued'],
  ],
  [
    '"as a result" without a comma, before a pronoun',
    'As a result she did not sell the two boats she had built.',
    ['She did not sell the two boats she had built'],
  ],
  [
    'a noun that is like a verb, at the head',
    'Scare stories have kept 40 walkers away.',
    ['Scare stories have kept 40 walkers away'],
  ],
  ['a noun that is like a verb, behind "are"', 'Stem keys are master keys.', ['Stem keys are master keys']],
  [
    'a verb that is like a noun, beside an infinitive',
    'Both mills use a blue dye to mark cloth.',
    ['Both mills use a blue dye to mark cloth'],
  ],
  [
    'a verb that is like a noun, behind an aside',
    'Many large mills, particularly in the north, use complex webs of firms abroad to avoid taxes.',
    ['Many large mills, particularly in the north, use complex webs of firms abroad to avoid taxes'],
  ],
  [
    'a verb that is like a noun, before "part of"',
    'The plan forms part of a wider scheme to help buyers.',
    ['The plan forms part of a wider scheme to help buyers'],
  ],
  [
    'a verb that is like a noun, before another verb that only tells which',
    'The fair showcases the latest boats that will reach Hull.',
    ['The fair showcases the latest boats that will reach Hull'],
  ],
  [
    'a past form that is like an adjective, between a pronoun and its object',
    'He branded the plan of the Hull council as dear.',
    ['He branded the plan of the Hull council as dear'],
  ],
  [
    'two figures behind one "with"',
    'Norlux is the oldest mill in Hull, with 3 million private customers, 6% of the whole market and a wide network.',
    [
      'Norlux is the oldest mill in Hull',
      '[Norlux is the oldest mill in Hull,] with 3 million private customers',
      '[Norlux is the oldest mill in Hull with] 6% of the whole market and a wide network',
    ],
  ],
  [
    'what was done in front, and what was done behind it',
    'Led by Ida Moss, the team won four games in Hull.',
    ['[The team was led] by Ida Moss', 'The team won four games in Hull'],
  ],
  [
    'what was done at some time in front',
    'Founded in 1902 by two brothers, the firm employs 40 people in Hull.',
    ['[The firm was founded] in 1902 by two brothers', 'The firm employs 40 people in Hull'],
  ],
  [
    'a name that begins like a participle',
    'United Hull Mills, the oldest of them, rose 4% in Leeds.',
    ['United Hull Mills, the oldest of them, rose 4% in Leeds'],
  ],
  [
    'what was done, before somebody said something else',
    'The drug was withdrawn in Hull last year but Norlux said it would sell it again if it gets leave.',
    ['The drug was withdrawn in Hull last year', '[Norlux] would sell it again if it gets leave'],
  ],
  [
    'a subject that "as well as" goes on',
    'Singer Mia Holt, weavers Eva Brandt and Ida Moss as well as Ray Lund have all been fined in Hull.',
    ['Singer Mia Holt, weavers Eva Brandt and Ida Moss as well as Ray Lund have all been fined in Hull'],
  ],
  [
    'what somebody vows to do to those "that"',
    'The mill and its owners have vowed to sue any paper that prints the letter.',
    ['The mill and its owners have vowed to sue any paper that prints the letter'],
  ],
  [
    'what something happened despite',
    'Ray Lund was left in the Rovers side for Hull, despite missing most of the season.',
    [
      'Ray Lund was left in the Rovers side for Hull',
      '[Ray Lund was left in the Rovers side for Hull,] despite missing most of the season',
    ],
  ],
  [
    'who own something now',
    'The fund wants fair rules with the lenders, who now own 99% of Norlux.',
    ['The fund wants fair rules with the lenders', 'The lenders now own 99% of Norlux'],
  ],
  [
    'a share of those asked, of an age',
    'In the survey, 14% of people aged between 18 and 34 said they never voted in Hull.',
    ['In the survey, 14% of people aged between 18 and 34 said they never voted in Hull'],
  ],
  [
    'a share of those asked, behind who asked them',
    'In a survey carried out by Norlux, 14% of people aged between 18 and 34 said they never voted in Hull.',
    ['A survey [was] carried out by Norlux', '14% of people aged between 18 and 34 said they never voted in Hull'],
  ],
  [
    'a doing that is said to have been so',
    'Lund said rowing in Hull was hard and that training had cost him £4,000.',
    ['Rowing in Hull was hard', 'Training had cost him £4,000'],
  ],
  [
    'a doing that is a subject, behind what else was so',
    'Ida Moss said all of the boats in Hull had been of “great use” and that judging had been “very hard”.',
    ['All of the boats in Hull had been of “great use”', 'Judging had been “very hard”'],
  ],
  [
    'how a figure was come to',
    'Using the method of the labour office, Hull had 900 people out of work.',
    ['Using the method of the labour office, Hull had 900 people out of work'],
  ],
])('%s', (_, text, statements) => {
  expect(told(text)).toEqual(statements);
});
