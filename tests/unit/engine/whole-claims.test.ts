/** Sentences as news agencies write them, and all their claims: none a piece of another, none with its list, condition or end cut off. */
import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'who somebody is, told before what they say',
    'According to Mara Finch, who chairs the board, rents along the quay have doubled.',
    ['Mara Finch chairs the board', 'Rents along the quay have doubled'],
  ],
  [
    'who somebody is, told between two things they say',
    'The town lost 40 jobs, said Mara Finch, who runs the mill, and it may lose more.',
    ['The town lost 40 jobs', 'Mara Finch runs the mill', 'It may lose more'],
  ],
  [
    'who somebody is, told behind a verb that is like a noun',
    'The nurses knew which group they were in, noted Mara Finch, who studies sleep at the Tarn School and has no part in the work.',
    [
      'The nurses knew which group they were in',
      'Mara Finch studies sleep at the Tarn School and has no part in the work',
    ],
  ],
  [
    'a tail that only says which are meant',
    'The money could be spent on goods which would have a larger effect on growth.',
    ['The money could be spent on goods which would have a larger effect on growth'],
  ],
  [
    'a participle that only says which are meant',
    'The main part of the old levy was a share of tax collected in member towns.',
    ['The main part of the old levy was a share of tax collected in member towns'],
  ],
  [
    'a list of names behind "such as" in a clause in front',
    'Although other towns such as Hull, Leeds and York were certain to oppose the plan, the main opposition was expected from Derby.',
    [
      'Other towns such as Hull, Leeds and York were certain to oppose the plan',
      'The main opposition was expected from Derby',
    ],
  ],
  [
    'what the second of two figures hangs on, and no more',
    'Spending on food accounts for about one quarter of the average budget and roughly 10 percent of national output.',
    [
      'Spending on food accounts for about one quarter of the average budget',
      '[Spending on food accounts for] roughly 10 percent of national output',
    ],
  ],
  [
    'three figures side by side',
    'The port expects to spend 65 million dollars on cranes, 105 million dollars on piers and 125 million dollars on roads.',
    [
      'The port expects to spend 65 million dollars on cranes',
      '[The port expects to spend] 105 million dollars on piers',
      '[The port expects to spend] 125 million dollars on roads',
    ],
  ],
  [
    'things on a list, one of which begins like a verb',
    'The danger signs included a decline in orders, increased demand for loans, a possible rise in prices and the poor state of the farmers.',
    [
      'The danger signs included a decline in orders',
      '[The danger signs included] increased demand for loans',
      '[The danger signs included] a possible rise in prices',
      '[The danger signs included] the poor state of the farmers',
    ],
  ],
  [
    'the same preposition twice',
    'Ada Lund called on the firm to be stricter in removing barriers and in seeking new markets to pay its debts.',
    [
      'Ada Lund called on the firm to be stricter in removing barriers',
      '[Ada Lund called on the firm to be stricter] in seeking new markets to pay its debts',
    ],
  ],
  [
    'two figures that one is compared with',
    'Net inflow rose to 7.3 billion dollars from 4.3 billion in May and 4.5 billion in June.',
    ['Net inflow rose to 7.3 billion dollars from 4.3 billion in May and 4.5 billion in June'],
  ],
  [
    'the parts of one whole',
    'The board is made up of 10 lawyers and 12 bakers.',
    ['The board is made up of 10 lawyers and 12 bakers'],
  ],
  [
    'a thing and what is done to it behind "and"',
    'Ferrum paid 14 million dollars for six ships, certain port buildings, and various other equipment used in the Hull service.',
    [
      'Ferrum paid 14 million dollars for six ships, certain port buildings, and various other equipment used in the Hull service',
    ],
  ],
  [
    'a condition turned round within its clause',
    'Its full effect, were it in force now, would cost Norway 545 million dollars.',
    ['Its full effect, were it in force now, would cost Norway 545 million dollars'],
  ],
  [
    'what is still to come behind "as soon as"',
    'Rates were likely to tighten again as soon as the full effect of the new tax is felt.',
    ['Rates were likely to tighten again as soon as the full effect of the new tax is felt'],
  ],
  [
    'both of what has to come first',
    'The ferry will keep its weekly service from Hull until the ships are transferred and the sale is completed.',
    ['The ferry will keep its weekly service from Hull until the ships are transferred and the sale is completed'],
  ],
  [
    'an event in front of a second clause',
    'Rates are stable after the Paris agreement and the money supply is still well above the target.',
    ['Rates are stable after the Paris agreement', 'The money supply is still well above the target'],
  ],
  [
    'a subject with "as a" in its midst',
    'The limit on foreign assets as a proportion of all assets was raised to 25 percent.',
    ['The limit on foreign assets as a proportion of all assets was raised to 25 percent'],
  ],
  [
    'the verb of what is called a fact',
    'The fact that growth remained stable in May was a success.',
    ['The fact that growth remained stable in May was a success', 'Growth remained stable in May'],
  ],
  [
    'two verbs with "but" between them',
    'The margins had improved but remained unsatisfactory when compared with those in other countries.',
    ['The margins had improved', '[The margins] remained unsatisfactory when compared with those in other countries'],
  ],
  [
    'whenever it is so',
    'When prices go above the ceiling, the LIPC sells its stocks, and buys local beef when prices are below.',
    ['When prices go above the ceiling, the LIPC sells its stocks', '[The LIPC] buys local beef when prices are below'],
  ],
  [
    'a condition of two parts, with no "would" behind it',
    '“If most of the growth is in stocks and we cannot see any rise in demand, then there is the potential for a slump,” said Ada Lund.',
    [
      '“If most of the growth is in stocks and we cannot see any rise in demand, then there is the potential for a slump”',
    ],
  ],
  [
    'what is set off from a phrase in front',
    'Under the plan, expected to be announced this month, the standard or bottom price of wool -- known as merino wool -- will be set at 1,370 dollars.',
    [
      'Under the plan, expected to be announced this month, the standard or bottom price of wool -- known as merino wool -- will be set at 1,370 dollars',
    ],
  ],
  [
    'two things behind a preposition, the second with an adjective like a verb',
    'The area remained weak due to high vacancy rates and increased capital costs of such units.',
    ['The area remained weak due to high vacancy rates and increased capital costs of such units'],
  ],
  [
    'what it is compared with behind an aside',
    'Leeds firms, who are rich, produced at an annual rate of 8.3 million units compared with sales of 7.3 million.',
    ['Leeds firms, who are rich, produced at an annual rate of 8.3 million units compared with sales of 7.3 million'],
  ],
  [
    'who does what to something, and more of him',
    'Beef is strictly controlled by the government, which maintains a price zone to protect farmers.',
    ['Beef is strictly controlled by the government', 'The government maintains a price zone to protect farmers'],
  ],
  [
    'more of several things',
    'New chips are used in supercomputers, which are faster than old computers.',
    ['New chips are used in supercomputers', 'Supercomputers are faster than old computers'],
  ],
  [
    'how much, with its adverb',
    'Surprisingly strong sales cannot be taken as a sign of growth.',
    ['Surprisingly strong sales cannot be taken as a sign of growth'],
  ],
  [
    'a figure that is no participle',
    'Farmers asked for a seven percent cut in prices in Leeds.',
    ['Farmers asked for a seven percent cut in prices in Leeds'],
  ],
  [
    'what somebody will do besides',
    'Moss ended his campaign after a poor showing in the Hull poll and will instead focus on his seat.',
    ['Moss ended his campaign after a poor showing in the Hull poll', '[Moss] will instead focus on his seat'],
  ],
  [
    'both things that are unclear',
    'It is unclear just when the town last voted at night or when its custom started.',
    ['It is unclear just when the town last voted at night or when its custom started'],
  ],
  [
    'a town and where it lies',
    'Speaking at a dinner in Salem, New Hampshire, Ada Lund went after the mayor.',
    ['Ada Lund went after the mayor'],
  ],
  [
    'a list behind "where"',
    'The ad comes a day before the vote in Hull, where Lund, Moss and other candidates are in a fierce fight for second place.',
    [
      'The ad comes a day before the vote in Hull',
      'Lund, Moss and other candidates are in a fierce fight for second place [in Hull]',
    ],
  ],
  [
    'only when it was',
    'When it rained, the water leaked through the roof.',
    ['When it rained, the water leaked through the roof'],
  ],
  [
    'a figure set off behind what it measures',
    'Hart, about 80 miles south, has 41 registered voters.',
    ['Hart [is] about 80 miles south', '[Hart] has 41 registered voters'],
  ],
  [
    'a comparison set into a clause',
    'The turnaround to a 1.5 billion dollar inflow in May, against a 520 million dollar inflow in June, was due to loans.',
    [
      'The turnaround to a 1.5 billion dollar inflow in May, against a 520 million dollar inflow in June, was due to loans',
    ],
  ],
  [
    'a list behind "as"',
    'The food index fell 0.5 percent in May as vegetables, pork and coffee cost less.',
    ['The food index fell 0.5 percent in May', 'Vegetables, pork and coffee cost less'],
  ],
  [
    'a list behind "as" with what the first of it is of',
    'The index edged down 0.1 percent in May as prices for steel, gold and copper stabilized.',
    ['The index edged down 0.1 percent in May as prices for steel, gold and copper stabilized'],
  ],
  [
    'what caused it',
    'Spending will not offset the decline in growth caused by slowing trade in Norway and the lower dollar.',
    ['Spending will not offset the decline in growth caused by slowing trade in Norway and the lower dollar'],
  ],
  [
    'a figure that another is told against',
    'The deals gave rises of 7.3 percent against 5.5 percent estimated by the employers in May.',
    ['The deals gave rises of 7.3 percent against 5.5 percent estimated by the employers in May'],
  ],
  [
    'a time within the subject',
    'All sales since mid-November have stopped and buyers have come back to Leeds.',
    ['All sales since mid-November have stopped', 'Buyers have come back to Leeds'],
  ],
  [
    'where it was, with a figure of that place',
    'In Leeds, with a quota of 1.4 million barrels, output rose to two million barrels.',
    ['In Leeds, with a quota of 1.4 million barrels, output rose to two million barrels'],
  ],
  [
    'examples',
    'Lund named some of his plans, such as early use of a large fund exceeding that of Leeds.',
    ['Lund named some of his plans, such as early use of a large fund exceeding that of Leeds'],
  ],
  [
    'what may have been done to either',
    'Hambrel was manager for the four-year loan which pays 14 percent and was priced at 101 percent.',
    ['Hambrel was manager for the four-year loan which pays 14 percent and was priced at 101 percent'],
  ],
  [
    'a date told by two prepositions',
    'On loans made on or after April 1, the new rules would apply to interest arising from that date.',
    ['On loans made on or after April 1, the new rules would apply to interest arising from that date'],
  ],
  [
    'what a thing is used for, set in before its verb',
    'Quotas, the major device used to hold prices under the pact, were suspended in May.',
    ['Quotas, the major device used to hold prices under the pact, were suspended in May'],
  ],
  [
    'two of whom something is told',
    'The firm will meet demand from Orla Pots, which makes iron pots and tin lids, and Volo Pans, which makes steel pans.',
    [
      'The firm will meet demand from Orla Pots',
      'Orla Pots makes iron pots and tin lids',
      'Volo Pans makes steel pans',
    ],
  ],
  [
    'what is meant by "that"',
    'The senators obviously have to mend that.',
    ['The senators obviously have to mend that'],
  ],
  [
    'what a thing aims at, before its verb',
    'To help trade, reforms aimed at cutting the cost of land and renewing the housing stock are needed, Ada Lund said.',
    ['To help trade, reforms aimed at cutting the cost of land and renewing the housing stock are needed'],
  ],
  [
    'two who did it, behind a dated thing',
    'In a letter dated March 12, John Moss and Ada Lund urged members to reject the plan.',
    ['In a letter dated March 12, John Moss and Ada Lund urged members to reject the plan'],
  ],
  [
    'figures that belong to years one by one',
    'Foster Mills reported earnings of 28 million dollars, 26 million dollars and 35.4 million dollars for 1986, 1985, and 1984, respectively.',
    [
      'Foster Mills reported earnings of 28 million dollars, 26 million dollars and 35.4 million dollars for 1986, 1985, and 1984, respectively',
    ],
  ],
  [
    'a figure compared, and whose it is',
    'Almost two in three voters now view Lund kindly, compared with 31 percent who view him coldly.',
    ['Almost two in three voters now view Lund kindly, compared with 31 percent who view him coldly'],
  ],
];

describe('claims that nothing is cut off', () => {
  test.each(ROWS)('%s', (_, sentence, expected) => {
    expect(extractClaims(sentence).claims.map(({ statement }) => statement)).toEqual(expected);
  });
});
