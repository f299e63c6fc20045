/** Who is answerable for which words: sentences as papers write them that once were given to somebody else, or to the article. Written as those of `cases.ts` are. */
import type { Case } from './cases.ts';

export const CLAIMANTS: readonly Case[] = [
  [
    'what he said goes on',
    'Tomas Beck said he had voted for the party in May 2023 but would not do so again.',
    'Beck: would not do so again',
  ],
  [
    'a paper and who made it',
    'A survey of 1,204 residents carried out for the council in November found that 62 per cent opposed any closure.',
    'survey: 62 per cent opposed any closure',
  ],
  [
    'a paper and who made it',
    'A Quinn-Marlow poll conducted Feb. 19-23 found 71 percent of registered voters favored a cap.',
    'poll: 71 percent of registered voters favored a cap',
  ],
  [
    'a paper and who made it',
    'A study by the University of Lund of 3,000 nurses found that one in four had been attacked at work.',
    'study: one in four had been attacked at work',
  ],
  [
    'a paper and who made it',
    'A poll of 1,000 adults for the Gazette by YouView found 54% wanted an election.',
    'poll: 54% wanted an election',
  ],
  [
    'nationality before the name',
    'Finnish chipmaker Tarvo on Wednesday cut its forecast by 12% and said it would shed 1,400 jobs.',
    'Tarvo: it would shed 1,400 jobs',
  ],
  [
    'called by a first name, a party',
    "Mrs Holt's eldest daughter, Jess, said the family had been lied to.",
    'Jess: the family had been lied to',
  ],
  [
    'called by a first name, a party',
    "In a statement read to the tribunal, Mrs Holt's eldest daughter, Jess, said the family had lost £4,000.",
    'Jess: the family had lost £4,000',
  ],
  [
    'called by a first name, a party',
    'State Rep. Curtis Dahl, R-Bellwood, who voted against the bill, said it amounts to a tax of $4 a month.',
    'Dahl: it amounts to a tax of $4 a month',
  ],
  [
    'said in a relative clause',
    'The city opened a bridge that engineers say will last 100 years.',
    'engineers: a bridge that engineers say will last 100 years',
  ],
  [
    'a noun that is a verb',
    'The trade body forecasts growth of 7% in 2026.',
    'trade: The trade body forecasts growth of 7% in 2026',
  ],
  [
    'a noun that is a verb',
    'The bank forecast growth of 2.1 per cent next year.',
    'bank: The bank forecast growth of 2.1 per cent next year',
  ],
  ['turned down, by a deed', 'Voters rejected the plan by 52% to 48%.', 'Voters rejected the plan by 52% to 48%'],
  ['turned down, by a deed', 'The court rejected an appeal by the bank.', 'The court rejected an appeal by the bank'],
  ['who speaks', 'The Boston Globe reported that 40 men had been laid off.', 'Boston: 40 men had been laid off'],
  [
    'who speaks',
    'Inspectors found asbestos in three schools in May.',
    'Inspectors found asbestos in three schools in May',
  ],
  ['who speaks', 'The Senate rejected the bill by 52 votes to 48.', 'The Senate rejected the bill by 52 votes to 48'],
  ['who speaks', 'The union has rejected a pay offer of 4%.', 'The union has rejected a pay offer of 4%'],
  ['who speaks', 'The bank rejected a £40m bid from Norlux.', 'The bank rejected a £40m bid from Norlux'],
  ['who speaks', '“We lost 40 trees,” was the reply from Ana Rey.', 'Rey: We lost 40 trees'],
  ['who speaks', '“We lost 40 trees,” Ana Rey said. The park, she added, closed on Monday.', 'Rey: closed on Monday'],
  ['who speaks', "In Ana Rey's view, the park lost 40 trees.", 'Rey: the park lost 40 trees'],
  [
    'who speaks',
    'The firm paid £4m, said an official who spoke on condition of anonymity.',
    'official: The firm paid £4m',
  ],
  ['who speaks', 'The firm has paid £4m, Sky News understands.', 'Sky: The firm has paid £4m'],
  ['who speaks', 'The Guardian understands that the firm paid £4m.', 'Guardian: the firm paid £4m'],
  [
    'pronouns',
    'Researchers from Lund tracked 1,630 glaciers. Between 2000 and 2024, they found, the glaciers lost 37% of their area.',
    'Researchers: Between 2000 and 2024, they found, the glaciers lost 37% of their area',
  ],
  ['pronouns', 'The park, Ana Rey said, closed on Monday.', 'Rey: closed on Monday'],
  ['nobody says so', 'Few believe the army bombed the hospital.', 'Few believe the army bombed the hospital'],
  [
    'nobody says so',
    'Not everyone believes the army bombed the hospital.',
    '-Not everyone believes the army bombed the hospital',
  ],
  [
    'a survey behind its makers',
    'A survey of 2,300 GPs by the Royal College, published on Monday, found that 78% had seen a child come to harm.',
    'survey: 78% had seen a child come to harm',
  ],
  [
    'a rank before a name',
    'His defense minister, Gen. Ihor Savchuk, had told lawmakers on Monday that the army would receive 40 vehicles.',
    'Savchuk: the army would receive 40 vehicles',
  ],
  [
    'said of what is determined',
    'Ana Rey said further inquiries were under way in four towns.',
    'Rey: further inquiries were under way in four towns',
  ],
  [
    'puts at',
    'Rory Quinn, who rates the stock a buy, put its fair value at S$52.',
    'Quinn: Rory Quinn, who rates the stock a buy, put its fair value at S$52',
  ],
  [
    'puts at',
    'The bridge, which local reports put at between 300 and 340 metres, opened in May.',
    'reports: The bridge, which local reports put at between 300 and 340 metres',
  ],
  [
    'a transcript goes on',
    'Dame Harriet Lowe spoke at length to the paper on Friday about the flood wall.\n\nLOWE: The wall cost £4m to build. It was opened in May.',
    'Lowe: It was opened in May',
  ],
  [
    'a transcript goes on',
    'Q: How many homes are empty?\n\nA: About 61 homes are empty. We lost eleven weeks.',
    'interviewee: We lost eleven weeks',
  ],
  [
    "a paper's words end with the quotation",
    'The charter states "members may vote by post", but the club has never allowed it.',
    'charter: members may vote by post',
  ],
  [
    'a scene before what was asked',
    'When a storm surge drowned 31, the government asked the firm to build a wall.',
    'a storm surge drowned 31',
    'the government asked the firm to build a wall',
  ],
  [
    'works that are written',
    'He wrote the script in six weeks after her job disappeared.',
    'He wrote the script in six weeks after her job disappeared',
  ],
  [
    'what is measured by',
    'The van runs 310 miles according to the official test cycle, the maker said.',
    'maker: The van runs 310 miles according to the official test cycle',
  ],
  [
    'the family of one who is named',
    'The family of one of the dead, Kelly Marsh, said the road had been closed.',
    'family: the road had been closed',
  ],
  [
    'an office and a name between commas',
    'Neither had applied for asylum, the interior minister, Grace Lokua, told reporters, adding that both had arrived in 2024.',
    'Lokua: Neither had applied for asylum',
    'Lokua: both had arrived in 2024',
  ],
  [
    'behind a closed quotation',
    '"The pump is gone," Ito told the crew, and 12 men left the ship.',
    'Ito: The pump is gone',
    '12 men left the ship',
  ],
  [
    'behind words that were not quoted he goes on',
    'Sales fell by 4 per cent, Rey said, and prices rose by 6 per cent.',
    'Rey: prices rose by 6 per cent',
  ],
  [
    'research that found something',
    'Research by the charity found that 40% of families skip meals.',
    'Research: 40% of families skip meals',
  ],
  ['research that found something', 'Research by Ana Rey was paid for by the trust, which has 40 staff.', '=0'],
  [
    'a clause that opens with a small word',
    'Ruiz said although lead and zinc prices fell, the mine made a profit of $3 million.',
    'Ruiz: lead and zinc prices fell',
    'Ruiz: the mine made a profit of $3 million',
  ],
  ['privately', 'The dam has cracks, officials concede privately.', 'officials: The dam has cracks'],
];
