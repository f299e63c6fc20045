import { describe, expect, it } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { matchClaims, type Relation } from '#lib/match/index.ts';

/** The claims of a sentence that stands between two plain paragraphs, published on 12 March 2026. */
function claimsOf(sentence: string): readonly EngineClaim[] {
  const text = `The town has a long history of trade.\n\n${sentence}\n\nThe mayor spoke on Monday.`;
  const at = text.indexOf(sentence);
  return extractClaims(text, { publishedOn: '2026-03-12' }).claims.filter(
    ({ start, end }) => start >= at && end <= at + sentence.length,
  );
}

function relationsOf(first: string, second: string): (Relation | null)[] {
  const found = claimsOf(first).flatMap((a) => claimsOf(second).map((b) => matchClaims(a, b).relation));
  expect(found.length).toBeGreaterThan(0);
  return [...new Set(found)];
}

/** One of these relations is right; "same" is right only where it stands. */
type Case = readonly [first: string, second: string, right: readonly Relation[]];

const CASES: readonly Case[] = [
  ['The fund paid the £3m to Leeds in 2024.', 'The fund refused to pay the £3m to Leeds in 2024.', ['tension']],
  ['The fund paid the £3m to Leeds.', 'The fund claims to have paid the £3m to Leeds.', ['related']],
  ['The fund paid the £3m to Leeds.', 'The fund paid back the £3m to Leeds.', ['related']],
  ['The fund paid the £3m to Leeds.', 'The fund withheld the £3m from Leeds.', ['related']],
  ['The fund paid the £3m to Leeds.', 'The fund owes Leeds the £3m.', ['related']],
  ['Half of the pupils in Leeds passed.', 'Half of the pupils in Leeds failed.', ['tension']],
  ['The army bombed the hospital.', 'Neither Spain nor the army bombed the hospital.', ['tension']],
  ['The army bombed the hospital.', 'Few believe the army bombed the hospital.', ['related', 'tension']],
  ['Crime fell 20% in 2024.', 'Crime did not fall in 2024.', ['tension']],
  ['No one died in the fire.', 'Three people died in the fire.', ['tension']],
  ['Profit was negative £3m in 2025.', 'Profit was £3m in 2025.', ['tension']],
  ['Growth was -0.3% in 2025.', 'Growth was 0.3% in 2025.', ['tension']],
  ['The vote was 52-48.', 'The vote was 48-52.', ['tension']],
  ['The fund is unlikely to pay £3m to Leeds.', 'The fund is likely to pay £3m to Leeds.', ['related']],
  ['Half of the pupils in Leeds walk to school.', '50 per cent of the pupils in Leeds walk to school.', ['same']],
  ['Profits halved in 2025 at Northway.', 'Profits fell 50% in 2025 at Northway.', ['same']],
  ['Profits doubled in 2025 at Northway.', 'Profits rose 100% in 2025 at Northway.', ['same']],
  ['Profits doubled in 2025 at Northway.', 'Profits rose 40% in 2025 at Northway.', ['tension']],
  ['Half of voters in Leeds backed the plan.', '67% of voters in Leeds backed the plan.', ['tension']],
  ['The union sued the company in Leeds.', 'The company sued the union in Leeds.', ['tension']],
  ['The council paid the contractor £3m in 2024.', 'The contractor paid the council £3m in 2024.', ['tension']],
  ['The council paid £3m in 2024.', 'The council paid £4m in 2024.', ['tension']],
  ['The school closed in 2024.', 'The school opened in 2024.', ['tension']],
  ['The council approved the plan on Monday.', 'The council rejected the plan on Monday.', ['tension']],
  ['More people died in 2024 than in 2023.', 'Fewer people died in 2024 than in 2023.', ['tension']],
  ['Profit rose to $40 million in 2024.', 'Profit fell to $40 million in 2024.', ['tension']],
  ['The bridge will close in May 2026.', 'The bridge will not close in May 2026.', ['tension']],
  ['The mayor was convicted of fraud in 2024.', 'The mayor was acquitted of fraud in 2024.', ['tension']],
  ['The drug is safe for children.', 'The drug is unsafe for children.', ['tension']],
  ['The drug is safe for children.', 'The drug is not safe for children.', ['tension']],
  ['Oxfam gave Kenya $3m in 2024.', 'Kenya gave Oxfam $3m in 2024.', ['tension']],
  ['The minister said taxes would rise by 5%.', 'The minister said taxes would fall by 5%.', ['tension']],
  ['The club won 3-1 on Monday.', 'The club lost 3-1 on Monday.', ['tension']],
  ['The fund denied that it paid £3m to Leeds.', 'The fund paid £3m to Leeds.', ['tension']],
  ['Men earn 12% more than women in Leeds.', 'Women earn 12% more than men in Leeds.', ['tension']],
  ['Norway beat Japan 2-0.', 'Japan beat Norway 2-0.', ['tension']],
  ['The report found 300 errors in the data.', 'The report found no errors in the data.', ['tension']],
  ['Everyone was paid in full.', 'Nobody was paid in full.', ['tension']],
  ['All of the schools have heating.', 'None of the schools have heating.', ['tension']],
  ['The firm dumped waste in the river.', 'The firm was cleared of dumping waste in the river.', ['tension']],
  ['The firm dumped waste in the river.', 'It is not true that the firm dumped waste in the river.', ['tension']],
  ['The firm dumped waste in the river.', 'Neither the firm nor its owner dumped waste in the river.', ['tension']],
  ['The ministry hired 900 nurses in 2025.', 'The ministry pledged to hire 900 nurses in 2025.', ['related']],
  ['The council paid £3m to Leeds in 2024.', 'The contractor paid £3m to Leeds in 2024.', ['related']],
  ['The council paid £3m for buses in 2024.', 'The council paid £3m for trams in 2024.', ['related']],
  ['The council paid £3m in 2024.', 'The council paid £3m in 2023.', ['related']],
  ['Crime rose 20% in Leeds in 2024.', 'Unemployment rose 20% in Leeds in 2024.', ['related']],
  ['Crime rose 20% in Leeds in 2024.', 'Crime rose 20% in York in 2024.', ['related']],
  ['Exports rose 4% in 2024.', 'Imports rose 4% in 2024.', ['related']],
  ['The bridge will close in May 2026.', 'The bridge closed in May 2026.', ['related']],
  ['Primary schools lost 300 teachers in 2024.', 'Secondary schools lost 300 teachers in 2024.', ['related']],
  ['The mayor was arrested in Leeds in 2024.', 'The mayor was jailed in Leeds in 2024.', ['related']],
  ['The fund refused to pay the £3m to Leeds.', 'The fund failed to pay the £3m to Leeds.', ['related']],
  ['Sales rose by 5%.', 'Sales rose to 5%.', ['related']],
  ['The fund did not deny that it paid £3m to Leeds.', 'The fund paid £3m to Leeds.', ['related']],
  ['The ship carried 300 tonnes of wheat to Egypt.', 'The ship carried 300 tonnes of rice to Egypt.', ['related']],
  ['The firm dumped waste in the river.', 'The firm was charged with dumping waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm was suspected of dumping waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm has no plans to dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm would rather close than dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm threatened to dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'It is unlikely that the firm dumped waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm sought permission to dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm is investigated over dumping waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm had wanted to dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm is thinking about dumping waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm can dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm is free to dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm dreamed of dumping waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm was tempted to dump waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'The firm joked about dumping waste in the river.', ['related']],
  ['The firm dumped waste in the river.', 'Had the firm dumped waste in the river, it would have closed.', ['related']],
  ['The council spent £4m on buses.', 'The council denied it spent £4m on buses.', ['tension', 'related']],
  ['No one died in the fire.', 'Three people died in the fire.', ['tension', 'related']],
  ['The firm made a profit of £3m in 2024.', 'The firm made a loss of £3m in 2024.', ['tension', 'related']],
  ['The bridge can carry 400 people.', 'The bridge cannot carry 400 people.', ['tension', 'related']],
  ['The company hired 400 workers in Leeds.', 'The company fired 400 workers in Leeds.', ['tension', 'related']],
  ['The company lost 400 workers in Leeds.', 'The company hired 400 workers in Leeds.', ['tension', 'related']],
  ['The dam holds 40 million litres.', 'The dam holds 40 million gallons.', ['tension', 'related']],
  ['The council voted 8-3 for the budget.', 'The council voted 8-3 against the budget.', ['tension', 'related']],
  ['The fund was nearly paid £3m.', 'The fund was paid £3m.', ['tension', 'related']],
  [
    'The bank lent Kenya $3m in 2024.',
    'The bank was on the verge of lending Kenya $3m in 2024.',
    ['tension', 'related'],
  ],
  [
    'The firm dumped waste in the river.',
    'The firm was not allowed to dump waste in the river.',
    ['tension', 'related'],
  ],
  ['The firm dumped waste in the river.', 'The firm came close to dumping waste in the river.', ['tension', 'related']],
  [
    'The firm dumped waste in the river.',
    'The firm was wrongly accused of dumping waste in the river.',
    ['tension', 'related'],
  ],
  [
    'The firm dumped waste in the river.',
    'The firm narrowly avoided dumping waste in the river.',
    ['tension', 'related'],
  ],
  [
    'The firm dumped waste in the river.',
    'The firm was talked out of dumping waste in the river.',
    ['tension', 'related'],
  ],
  [
    'The firm dumped waste in the river.',
    'The firm thought better of dumping waste in the river.',
    ['tension', 'related'],
  ],
  [
    'The firm dumped waste in the river.',
    'The firm shied away from dumping waste in the river.',
    ['tension', 'related'],
  ],
  [
    'The firm dumped waste in the river.',
    'The firm passed up a chance to dump waste in the river.',
    ['tension', 'related'],
  ],
  ['The firm dumped waste in the river.', 'The firm hesitated to dump waste in the river.', ['tension', 'related']],
  ['The firm dumped waste in the river.', 'The firm held off dumping waste in the river.', ['tension', 'related']],
  ['The firm dumped waste in the river.', 'The firm backed out of dumping waste in the river.', ['tension', 'related']],
  [
    'The firm dumped waste in the river.',
    'The firm is incapable of dumping waste in the river.',
    ['tension', 'related'],
  ],
  ['Two-thirds of voters in Leeds backed the plan.', '67% of voters in Leeds backed the plan.', ['same']],
  ['A third of voters in Leeds backed the plan.', '33% of voters in Leeds backed the plan.', ['same']],
  ['One in five voters in Leeds backed the plan.', '20% of voters in Leeds backed the plan.', ['same']],
  ['Exports rose 4% in May.', 'Exports increased by 4 percent in May.', ['same']],
  ['The council approved the plan on Monday.', 'The council backed the plan on Monday.', ['same']],
  ['Only 40 people were hurt in the fire.', '40 people were hurt in the fire.', ['same']],
  ['Officials said 40 people were hurt in the fire.', '40 people were hurt in the fire.', ['same']],
  ['The mayor was arrested by police in Leeds in 2024.', 'Police arrested the mayor in Leeds in 2024.', ['same']],
  ['The fund never paid the £3m to Leeds.', 'The fund did not pay the £3m to Leeds.', ['same']],
  ['The fund plans to pay the £3m to Leeds.', 'The fund intends to pay the £3m to Leeds.', ['same']],
  ['The fund did not fail to pay £3m to Leeds.', 'The fund paid £3m to Leeds.', ['same']],
  [
    'The unemployment rate in Spain fell to 11.2% in May.',
    'Unemployment in Spain dropped to 11.2 percent in May.',
    ['same'],
  ],
  ['The firm dumped waste in the river.', 'The firm dumped the waste in the river.', ['same']],
  ['The firm dumped waste in the river.', 'Waste was dumped in the river by the firm.', ['same']],
  ['At least 40 people were hurt in the fire.', '40 people were hurt in the fire.', ['less precise']],
  ['The plan to close the library cost £3m.', 'The plan cost £3m.', ['same', 'more precise', 'related']],
  ['The reservoir is 83% full.', 'The reservoir is 83% empty.', ['related', 'tension']],
  ['The reservoir was half full.', 'The reservoir was half empty.', ['related', 'tension']],
  ['The firm dumped waste in the river.', 'The firm was told not to dump waste in the river.', ['related', 'tension']],
  [
    'The firm dumped waste in the river.',
    'The firm lacks the means to dump waste in the river.',
    ['related', 'tension'],
  ],
  [
    'The firm dumped waste in the river.',
    'The firm apologised for dumping waste in the river.',
    ['related', 'less precise', 'same'],
  ],
  ['The firm dumped waste in the river.', 'The firm ended up dumping waste in the river.', ['same', 'less precise']],
  ['The firm dumped waste in the river.', 'Some claim the firm dumped waste in the river.', ['related', 'same']],
];

describe('two sentences', () => {
  it.each(CASES)('%s / %s', (first, second, right) => {
    for (const relation of relationsOf(first, second)) expect(right).toContain(relation);
  });
});
