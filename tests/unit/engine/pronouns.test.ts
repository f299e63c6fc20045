/** Whom "he", "she" and "they" mean by the place they stand in: told where the grammar leaves one answer, and left where it does not. */
import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

const statements = (text: string): string[] =>
  extractClaims(text, { publishedOn: '2026-03-12' }).claims.map(({ statement }) => statement);

describe('they, in what a group says', () => {
  test.each([
    [
      'of what it will be able to do',
      'Ola Lund chairs the party in Leeds. Democrats hope they will be able to sell four depots in May.',
      '[Democrats] will be able to sell four depots in [May 2026]',
    ],
    [
      'told of by one of them',
      'The city closed its archive in May. Other libraries such as Norvik Hall have stated that they will keep lending the map.',
      '[Other libraries such as Norvik Hall] will keep lending the map',
    ],
    [
      'by a name that many bear',
      'The bill passed in May. The Norwegians have warned they could sell off 40 ships.',
      '[The Norwegians] could sell off 40 ships',
    ],
    [
      'somebody and his people',
      'Ola Lund lost in May. Lund and his aides believe they can win 40 seats in Norvik.',
      '[Lund and his aides] can win 40 seats in Norvik',
    ],
    [
      'who were asked in a survey',
      'The survey came out in May. More than six in 10 said they were not looking forward to the move to Norvik.',
      '[More than six in 10] were not looking forward to the move to Norvik',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text).map((words) => words.toLowerCase())).toContain(wish.toLowerCase());
  });

  test.each([
    [
      'where the sentence before is about others',
      'Nurses have turned down 4 per cent. Ministers say they will strike for nine days in May.',
    ],
    [
      'where others are told of before',
      'After a meeting with the nurses on Monday, ministers said they would strike for nine days in May.',
    ],
    ['of what happens to anything', 'Trams were late in May. Passengers say they were built in 1987.'],
    ['of a thing that many have', 'Drivers say the brakes failed and engineers say they were closed in May.'],
  ])('never %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/\[(?:the )?(?:ministers|passengers|engineers)\]/i);
  });
});

describe('he and she', () => {
  test.each([
    [
      'are whoever the main clause before is about, whomever a phrase before it names',
      'Following a meeting with Erik Ruiz, Peter Lund met 40 members. He spent £4m on trams.',
      '[Peter Lund] spent £4m on trams',
    ],
    [
      'are not the body that told of them',
      'Peter Lund was in Norvik in May, the BBC reported. He sold 40 trams. The firm of Erik Ruiz bought them.',
      '[Peter Lund] sold 40 trams',
    ],
    [
      'go on after "his talks with"',
      'Peter Lund sold 40 trams, but his talks with Erik Ruiz failed. He owns nine depots.',
      '[Peter Lund] owns nine depots',
    ],
    [
      'are whoever the sentence before calls by place and office',
      'Norvik Sen. Peter Lund met Erik Ruiz in May. The depot is old. The Norvik senator is tired of it. He chairs a panel on 40 trams.',
      '[Peter Lund] chairs a panel on 40 trams',
    ],
    [
      'are whoever a clause in front is about',
      'Erik Ruiz runs the council. While Peter Lund was closing two depots in May, his firm paid £4m for trams.',
      '[Peter Lund’s] firm paid £4m for trams',
    ],
    [
      'are whoever the clause behind the comma is about, where it was about him before',
      'Erik Ruiz bought 40 trams. Peter Lund sold nine. When he closed the depot in May, Peter Lund owed £4m.',
      '[Peter Lund] closed the depot in [May 2025]',
    ],
    [
      'are whoever the clause joined to theirs is about',
      'The claims of Erik Ruiz were true: Peter Lund had been paid for talks, and he gave 40 of them.',
      '[Peter Lund] gave 40 of them',
    ],
    [
      'are the same in two clauses that are joined',
      "Erik Ruiz runs the council. Peter Lund sold 40 trams. He hasn't been a loyal voter, and he's regularly donated £4m to others.",
      '[Peter Lund has] regularly donated £4m to others',
    ],
    [
      'are whoever both of two reasons are told of',
      'Peter Lund said Erik Ruiz could lose not only because he backed Karl Moss but also because he denied Ola Berg a hearing in May.',
      '[Erik Ruiz] denied Ola Berg a hearing in [May 2025]',
    ],
    [
      'are the speaker, whomever he is told by',
      'The banker Peter Lund, who had backed Erik Ruiz in 2012, said in May that he was selling 40 trams.',
      '[Peter Lund] was selling 40 trams',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text)).toContain(wish);
  });

  test.each([
    [
      'whom a place has two of',
      'Norvik Sen. Peter Lund met Norvik Sen. Erik Ruiz in May. The depot is old. The Norvik senator is tired of it. He chairs a panel on 40 trams.',
    ],
    [
      'who held the office before',
      'Former Norvik Mayor Peter Lund met Erik Ruiz in May. The depot is old. The Norvik mayor is tired of it. He chairs a panel on 40 trams.',
    ],
    [
      'whom another may have followed',
      'Norvik Mayor Peter Lund left in May. Erik Ruiz took over. The Norvik mayor is tired. He chairs a panel on 40 trams.',
    ],
    ['whose coach the other is', 'The coach of Peter Lund is Erik Ruiz. He chairs a panel on 40 trams.'],
    ['of whom one did it to the other', 'Peter Lund sacked Erik Ruiz in May, and he chairs a panel on 40 trams.'],
    ['behind "after", of two', 'Peter Lund lashed out at Erik Ruiz in May after he chairs a panel on 40 trams.'],
    [
      'whom another followed',
      'Erik Ruiz ran the firm for Karl Moss. When he chairs a panel on 40 trams, Peter Lund runs it.',
    ],
    [
      'where whoever reports it may mean himself',
      'Peter Lund said Erik Ruiz had been paid for talks and he chairs a panel on 40 trams.',
    ],
  ])('never one %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/\[(?:Peter Lund|Erik Ruiz)\] chairs/);
  });
});
