import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

/** Paragraphs around the sentence, so that it is read as running text and not as a headline. */
const BEFORE = 'Harwick council meets\n\nThe members of the council came together for the first time this year.\n\n';
const AFTER =
  '\n\nThe report was handed to the council in the spring, and its authors spoke to the members for an hour.';

function claimsIn(sentence: string) {
  const { claims } = extractClaims(`${BEFORE}${sentence}${AFTER}`, { publishedOn: '2026-03-12' });
  return claims.filter(({ start, end }) => start >= BEFORE.length && end <= BEFORE.length + sentence.length);
}

const quotes = (sentence: string): string[] => claimsIn(sentence).map(({ quote }) => quote);

describe('clauses become claims', () => {
  test.each([
    [
      'verbs that share a subject',
      'Judge Helen Brown sentenced the banker to seven years in prison and ordered him to pay back £2.3 million.',
      ['Judge Helen Brown sentenced the banker to seven years in prison', 'ordered him to pay back £2.3 million'],
    ],
    [
      'two sentences in one',
      'Revenue fell 12 percent to $3.4 billion in the third quarter, while net profit dropped to $210 million.',
      ['Revenue fell 12 percent to $3.4 billion in the third quarter', 'net profit dropped to $210 million'],
    ],
    [
      'a relative clause with what it hangs on',
      'The council is wary of the tram line, which cost taxpayers £12 million last year.',
      ['The council is wary of the tram line', 'the tram line, which cost taxpayers £12 million last year'],
    ],
    [
      'objects with figures of their own',
      'The ministry has fined one German bank for its dealings and two Danish traders for hiding them.',
      ['The ministry has fined one German bank for its dealings', 'two Danish traders for hiding them'],
    ],
    [
      'figures behind a comma',
      'Some 3,940 people were admitted with flu in January, down 12 per cent on the month before.',
      ['Some 3,940 people were admitted with flu in January', 'down 12 per cent on the month before'],
    ],
    ['a wedding', 'Ardley married Tom Hirst, a surgeon, in 1963.', ['Ardley married Tom Hirst, a surgeon, in 1963']],
    [
      'a noun that is the verb after "who"',
      'Farmers, who use almost two-thirds of the water, must cut their consumption by 40%.',
      ['Farmers, who use almost two-thirds of the water', 'must cut their consumption by 40%'],
    ],
    [
      'a list that ends with a figure',
      'She is survived by two daughters, a son and seven grandchildren.',
      ['She is survived by two daughters, a son and seven grandchildren'],
    ],
    [
      'a comparison with a clause in it',
      'The convictions, the judge ruled, were "as unsafe as any this court has seen".',
      ['The convictions, the judge ruled, were "as unsafe as any this court has seen"'],
    ],
    [
      'a share at the end of what is said',
      'Sales grew by a quarter in 2023 while demand rose just 6%, said Helen Brown, an analyst.',
      ['Sales grew by a quarter in 2023', 'demand rose just 6%', 'Helen Brown, an analyst'],
    ],
    [
      'a time with a purpose behind it',
      'Ships sent around the Cape since late 2023 to avoid attacks have absorbed roughly 7% of capacity.',
      ['Ships sent around the Cape since late 2023 to avoid attacks have absorbed roughly 7% of capacity'],
    ],
    [
      'a verb that is a noun elsewhere',
      'The jury met, and the panel convicts few mayors of taking $1.2 million in bribes.',
      ['the panel convicts few mayors of taking $1.2 million in bribes'],
    ],
    [
      'a name with a dot in it',
      'Ver.di, which represents some 1,100 workers, went on strike in May.',
      ['Ver.di, which represents some 1,100 workers', 'went on strike in May'],
    ],
    [
      'those who were asked, which is no fact of its own',
      'Profit dropped to $214 million, missing the $260 million analysts polled by Reuters had expected.',
      ['Profit dropped to $214 million', 'missing the $260 million analysts polled by Reuters had expected'],
    ],
    [
      'two prices parted by a semicolon',
      'The plant could supply the south at €1.10 a cubic metre; water from the Ostra costs 32 cents.',
      ['The plant could supply the south at €1.10 a cubic metre', 'water from the Ostra costs 32 cents'],
    ],
    [
      'a quotation behind "Until then, he said,"',
      'Peter Bell lost. Until then, he said, "every driver will have to pay 40 euros".',
      [
        'Peter Bell lost',
        'Until then, he said, "every driver will have to pay 40 euros"',
        'every driver will have to pay 40 euros',
      ],
    ],
    [
      'an event taken for granted',
      'After his first meeting with Xi in April, Trump came out confident.',
      [
        'After his first meeting with Xi in April',
        'After his first meeting with Xi in April, Trump came out confident',
      ],
    ],
    [
      'a preposition before a participle',
      'In May the ministry stopped the imports until the end of the year, citing a resolution adopted in November.',
      ['In May the ministry stopped the imports until the end of the year', 'citing a resolution adopted in November'],
    ],
    [
      'a span of hours, which is one',
      'Half were asked to eat only between seven in the morning and seven in the evening.',
      ['Half were asked to eat only between seven in the morning and seven in the evening'],
    ],
    [
      'a list of places, which is one',
      'They followed 1,284 nurses in Norway, Chile and Japan for 18 months.',
      ['They followed 1,284 nurses in Norway, Chile and Japan for 18 months'],
    ],
    [
      'what “or” joins, which stands or falls together',
      'Trevor Malik has never sought or served in public office.',
      ['Trevor Malik has never sought or served in public office'],
    ],
    [
      'two clauses on either side of a semicolon',
      'More than six in 10 said they would stay; 46 percent said they were tired of the campaign.',
      ['More than six in 10 said they would stay', '46 percent said they were tired of the campaign'],
    ],
    [
      'who said it, set between two commas',
      'In March the network carried 21 million people, the department’s report shows, or 94 percent of the number in 2019.',
      [
        'In March the network carried 21 million people, the department’s report shows, or 94 percent of the number in 2019',
      ],
    ],
    [
      'two modals for one verb',
      'The damage from the leak may or may not cost Ferrum 4 percent of its sales.',
      ['The damage from the leak may or may not cost Ferrum 4 percent of its sales'],
    ],
    [
      'what a reproach takes for granted',
      'Haley criticized Beijing and Moscow for not supporting a resolution.',
      ['Beijing and Moscow for not supporting a resolution'],
    ],
    [
      'a participle with a figure',
      'The quake had a magnitude of 6.4, making it the strongest to hit the region since 1999.',
      ['The quake had a magnitude of 6.4', 'making it the strongest to hit the region since 1999'],
    ],
  ])('%s', (_, sentence, expected) => {
    const found = quotes(sentence);
    for (const quote of expected) expect(found).toContain(quote);
  });

  test.each([
    [
      'two hyphens for a dash',
      'The bridge -- built in 1931 -- was closed by the city in June.',
      ['The bridge -- built in 1931 -- was closed by the city in June', 'built in 1931'],
    ],
    [
      'a phrase with and before the clause it opens',
      'When the mayor met Mr. Allen and Mr. Bell, they agreed to cut the budget by 4 percent.',
      ['the mayor met Mr. Allen and Mr. Bell', 'they agreed to cut the budget by 4 percent'],
    ],
    [
      'verbs in a row under one have',
      'The army has taken the eastern town, burned the houses along the river, and driven 3,000 families out.',
      ['The army has taken the eastern town', 'burned the houses along the river', 'driven 3,000 families out'],
    ],
    [
      'infinitives that an and joins',
      'The state must do more to protect its ports, train new guards, and replace 40 scanners.',
      ['The state must do more to protect its ports, train new guards', 'replace 40 scanners'],
    ],
    [
      'neither as a subject',
      'Ms. Hall and Mr. Bell have never held office and neither has a degree in law.',
      ['Ms. Hall and Mr. Bell have never held office', 'neither has a degree in law'],
    ],
    [
      'a role, not a clause',
      'Her use of a private car as secretary of state appears to have cost 9,000 dollars.',
      ['Her use of a private car as secretary of state appears to have cost 9,000 dollars'],
    ],
    [
      'the last verb is that of the first clause',
      'A councillor who stole £90,000 to pay for holidays and a horse was jailed for three years on Friday.',
      ['A councillor who stole £90,000 to pay for holidays and a horse was jailed for three years on Friday'],
    ],
    [
      'what is denied ends with the thing',
      'Mr. Harker had denied 14 counts of fraud but was found guilty of 11 of them.',
      ['Mr. Harker had denied 14 counts of fraud', 'was found guilty of 11 of them'],
    ],
    [
      'a source described',
      'The glacier has lost a third of its volume, according to satellite images analysed by the polar survey.',
      ['The glacier has lost a third of its volume'],
    ],
    [
      'how long after, in one claim',
      'The union called the strike two days after the talks broke down.',
      ['The union called the strike two days after the talks broke down'],
    ],
    [
      'what a clause amounts to',
      'The shares rose 4.1 per cent in Oslo, a sign that investors had expected worse.',
      ['The shares rose 4.1 per cent in Oslo', 'a sign that investors had expected worse'],
    ],
    [
      'a claim about claims',
      'Claims on the internet that the vaccine itself caused the wave are false.',
      ['Claims on the internet that the vaccine itself caused the wave are false'],
    ],
    [
      'a tail with a figure',
      'Members backed the plan by 22 votes to 17, with three abstentions.',
      ['Members backed the plan by 22 votes to 17, with three abstentions'],
    ],
    [
      'a figure of its own behind the clause',
      'Ms. Bell won in 14 minutes before a crowd of 12,000, with her team mate Genzebe Wolde 0.4 seconds behind.',
      ['Ms. Bell won in 14 minutes before a crowd of 12,000', 'with her team mate Genzebe Wolde 0.4 seconds behind'],
    ],
    [
      'a duration of two units',
      'The match lasted two hours and 41 minutes and drew 9,000 people.',
      ['The match lasted two hours and 41 minutes', 'drew 9,000 people'],
    ],
    [
      'a preposition before a verb that shares its subject',
      'The drug has been known since antiquity and costs less than 20p a day.',
      ['The drug has been known since antiquity', 'costs less than 20p a day'],
    ],
  ])('%s', (_, sentence, wanted) => {
    expect(quotes(sentence)).toEqual(wanted);
  });

  test('a figure taken for granted inside what may come is a claim of its own', () => {
    const found = claimsIn(
      'The collapse could remove the buffer between China and the 30,000 American troops in South Korea.',
    );
    expect(found.map(({ quote, kind }) => [quote, kind])).toContainEqual([
      '30,000 American troops in South Korea',
      'quantity',
    ]);
    expect(quotes('China has welcomed the 30,000 American troops in South Korea.')).toHaveLength(1);
  });

  test('a cause is a fact of its own', () => {
    expect(quotes('The bridge closed because engineers found cracks in two of its piers.')).toEqual([
      'The bridge closed',
      'engineers found cracks in two of its piers',
    ]);
  });

  test('connectives are no part of a claim', () => {
    expect(quotes('However, the factory in Leeds closed in 2019.')[0]).toBe('the factory in Leeds closed in 2019');
    expect(quotes('So far 418 people have died this winter.')[0]).toBe('So far 418 people have died this winter');
  });

  test.each([
    'Did the council vote for the budget on Tuesday?',
    'Read the full report of the council here.',
    'If you smell gas, call your supplier before you open a window.',
  ])('nothing is claimed by %s', (sentence) => {
    expect(claimsIn(sentence)).toEqual([]);
  });
});

describe('kinds', () => {
  test.each([
    ['Unemployment rose to 4.2% in June.', 'trend'],
    ['The company employs 340 people in Leeds.', 'quantity'],
    ['Engineers closed the Severn bridge in Gloucester on Monday.', 'event'],
    ['Those who worked nights were more likely to develop diabetes than those who did not.', 'comparison'],
    ['The drug could transform the care of patients in Europe.', 'prediction'],
    ['The council must now find a way forward in Leeds.', 'opinion'],
    ['It is hard to overstate what the closure means for a town built around one gate.', 'opinion'],
    ['The law requires employers to keep a record of hours.', 'rule'],
    ['The tram line is due to open in 2027.', 'plan'],
    ['The bill would raise the minimum wage in Ohio.', 'rule'],
    ['Beijing opposes the sanctions against Pyongyang.', 'position'],
    // nobody carries it out, or it is only thought of
    ['Ferrum shares look set to fall in Leeds.', 'prediction'],
    ['The dollar is expected to rise against the yen in Tokyo.', 'prediction'],
    ['Ann Lee expects the price to stay between 40 and 50 dollars.', 'prediction'],
    ['The treaty must first be approved by the parliaments of Norway and Sweden.', 'rule'],
    ['The ministry in Oslo has yet to decide how the banks will be paid.', 'position'],
    ['Banks in Oslo lend perhaps as much as 60 pct of the value.', 'quantity'],
    ['The market in Oslo is uncertain.', 'position'],
    ['The board in Oslo redefined the groups to cover them more completely.', 'event'],
    ['The board of Ferrum will meet on Friday, dealers in Oslo said.', 'plan'],
    ['Bankers in Oslo said they would seek a ruling from the court in Bergen.', 'plan'],
    ['The gas must be cooled to 103 degrees in Oslo.', 'quantity'],
    ['Before trade can begin, the exchange in Oslo still has to obtain the approval of Norway.', 'position'],
    ['The council of Leeds will be closed for the 2027 season, and there is no excuse.', 'plan'],
    ['The price in Oslo would be 40 dollars if output fell.', 'prediction'],
  ])('%s', (sentence, kind) => {
    expect(claimsIn(sentence)[0]?.kind).toBe(kind);
  });

  test('an official’s plan is a plan, an expert’s forecast a forecast', () => {
    expect(claimsIn('“We are not going to close the library,” said Ann Lee, the mayor of Leeds.')[0]?.kind).not.toBe(
      'prediction',
    );
    const forecast = claimsIn('Prices will remain high in Europe, said Ann Lee, an economist at Leeds University.');
    expect(forecast.find(({ quote }) => quote.startsWith('Prices'))?.kind).toBe('prediction');
  });

  test('that a view was said in plain words is no claim beside it', () => {
    const kinds = (sentence: string) => claimsIn(sentence).map(({ kind }) => kind);
    expect(kinds('Ann Lee, the mayor of Leeds, told a meeting of bankers that fares could rise.')).not.toContain(
      'attribution',
    );
  });

  test('that there is no more to be had is minor', () => {
    expect(claimsIn('Ann Lee of Leeds declined to elaborate.').map(({ tier }) => tier)).toEqual(['minor']);
  });

  test('what may be to come is not taken for granted', () => {
    const events = (sentence: string) =>
      claimsIn(sentence).filter(({ layer, kind }) => layer === 'context' && kind !== 'identity');
    expect(events('Traders fear the outcome of the talks with Tom Pell.')).toEqual([]);
    expect(events('The bank made an early two-point cut in rates.')).toEqual([]);
    expect(events('The minister did not foresee a trade war with Japan.')).toEqual([]);
    expect(events('In the 2012 election, 71 percent of the stories were written by men.')).toEqual([]);
  });

  test.each([
    [
      '“Such a tax would be paid by millions of savers in Leeds,” said Ann Lee, the mayor of Leeds.',
      'Such',
      'prediction',
    ],
    [
      '“This will be a difficult budget for the council of Leeds,” said Ann Lee, the mayor of Leeds.',
      'This',
      'prediction',
    ],
    ['“We will request that the sanctions be lifted,” said Ann Lee, the mayor of Leeds.', 'We', 'plan'],
    ['The forecast by Norway is too gloomy, said Ann Lee, the mayor of Leeds.', 'The forecast', 'opinion'],
    [
      'The output of Norway will grow 2.5 percent in 2027, the International Monetary Fund said.',
      'The output',
      'trend',
    ],
    ['A new round of talks is needed in Oslo, said Ann Lee, the mayor of Leeds.', 'A new', 'opinion'],
    ['“We have full confidence in the council of Leeds,” said Ann Lee, the mayor of Leeds.', 'We', 'opinion'],
    ['Finance officer Ann Lee warned members that reserves would fall to £3.4 million.', 'reserves', 'trend'],
  ])('%s', (sentence, start, kind) => {
    expect(claimsIn(sentence).find(({ quote }) => quote.startsWith(start))?.kind).toBe(kind);
  });

  test('negation and hedges stay inside, and are noted', () => {
    const [claim] = claimsIn('The ministry did not publish the figures for Leeds.');
    expect(claim).toMatchObject({ polarity: 'negative', quote: 'The ministry did not publish the figures for Leeds' });
    expect(claimsIn('The fire was reportedly started by two boys in Leeds.')[0]?.factuality).toBe('possible');
  });
});

describe('who says it', () => {
  test('"X said that Y" is one claim, Y’s, with X as claimant', () => {
    const [claim, ...more] = claimsIn('The mayor said that 1,200 homes were built in Leeds in 2025.');
    expect(claim?.quote).toBe('1,200 homes were built in Leeds in 2025');
    expect(claim?.claimant.name.toLowerCase()).toContain('mayor');
    expect(more).toEqual([]);
  });

  test('where what is said cannot be checked, the saying can', () => {
    const found = claimsIn('“It is a disgrace for the whole city,” said Mark Adams, the mayor of Leeds, on Tuesday.');
    expect(found.find(({ kind }) => kind === 'attribution')?.quote).toContain('said Mark Adams');
  });

  test('a denial is no assertion of what is denied', () => {
    const found = claimsIn('Ann Lee denied that she had taken £5,000 from the builder.');
    expect(
      found.map(({ quote, kind, factuality, claimant }) => [quote, kind === 'attribution', factuality, claimant.name]),
    ).toEqual([
      ['Ann Lee denied that she had taken £5,000 from the builder', true, 'denied', 'Ann Lee'],
      ['she had taken £5,000 from the builder', false, 'denied', 'Ann Lee'],
    ]);
  });

  test('a share of people asked is a finding, not somebody’s word', () => {
    const found = claimsIn(
      'Just 28 percent of voters said they had a good opinion of Ann Lee, compared with 33 percent in May.',
    );
    expect(found.map(({ quote, claimant }) => [quote, claimant.type])).toEqual([
      ['Just 28 percent of voters said they had a good opinion of Ann Lee, compared with 33 percent in May', 'author'],
    ]);
  });

  test('a party and a state behind a name do not hide it', () => {
    const [claim] = claimsIn(
      '“The bill would cost 4 million families their homes,” Senator Mark Adams, R-Ky., said on Tuesday.',
    );
    expect(claim?.claimant.name).toBe('Mark Adams');
  });

  test('two apostrophes are a quotation mark', () => {
    const [claim] = claimsIn("''We lost 14 seats in a night,'' said Ann Lee, the whip.");
    expect([claim?.quote, claim?.claimant.name]).toEqual(['We lost 14 seats in a night', 'Ann Lee']);
  });

  test('text after a quotation is the author’s again', () => {
    const found = claimsIn(
      'Ms. Haley said that "much of the burden rests with China," which accounts for 90 percent of the trade.',
    );
    const own = found.find(({ quote }) => quote.includes('90 percent'));
    expect(own?.claimant.type).toBe('author');
  });
});

describe('sentences as papers write them', () => {
  test.each([
    [
      'the study that is named behind its finding',
      'Ice loss has tripled in three decades, a study published Thursday in a journal of the university has found.',
      ['trend: Ice loss has tripled in three decades (study)'],
    ],
    [
      'the report that is named before it',
      'According to a report released on Monday, exports fell 4 percent.',
      ['trend: Exports fell 4 percent (report)'],
    ],
    [
      'the audit with a date',
      'According to an audit published last week, the city overpaid by $31 million.',
      ['quantity: The city overpaid by $31 million (audit)'],
    ],
    [
      'a deficit behind "after"',
      'The trust will close two wards before Christmas after its deficit more than doubled to £31.4 million.',
      [
        'plan: The trust will close two wards before Christmas (author)',
        'trend: [The trust’s] deficit more than doubled to £31.4 million (author)',
      ],
    ],
    [
      'a warning inside a relative clause',
      'Harlow Vale, whose trust had warned in March that it could not absorb extra patients, treated 2,300 people from Ashworth.',
      [
        'quantity: Harlow Vale, whose trust had warned in [March 2026] that it could not absorb extra patients, treated 2,300 people from Ashworth (author)',
        'attribution: Harlow Vale, whose trust had warned in [March 2026] that it could not absorb extra patients (trust)',
        'prediction: It could not absorb extra patients (trust)',
      ],
    ],
    [
      'a quotation with "those" in its midst',
      '"What surprised us is that the small glaciers, those under half a square kilometre, account for a quarter of the loss," said Hine Parata.',
      [
        'quantity: “What surprised us is that the small glaciers, those under half a square kilometre, account for a quarter of the loss” (Hine Parata)',
      ],
    ],
    [
      'what is not emitted',
      'Carbon credits, each of which stands for a tonne of carbon dioxide not emitted, are traded in a market worth $949 billion.',
      [
        'quantity: Carbon credits, each of which stands for a tonne of carbon dioxide not emitted, are traded in a market worth $949 billion (author)',
        'position: Each of [carbon credits] stands for a tonne of carbon dioxide not emitted (author)',
      ],
    ],
    [
      'what was done to them, and then promised to them',
      'Carol Eames said the victims had been cold-called in 2021 and promised returns of 18 percent a year.',
      [
        'position: The victims had been cold-called in 2021 (Carol Eames)',
        'quantity: [The victims] promised returns of 18 percent a year (Carol Eames)',
      ],
    ],
    [
      'a subject behind its verb',
      'At its foot lies a lake that did not exist before 1973 and is now seven kilometres long.',
      ['quantity: At its foot lies a lake that did not exist before 1973 and is now seven kilometres long (author)'],
    ],
    [
      'a list behind a shared subject',
      'Detectives raided six addresses and seized three cars, 14 watches and about £250,000 in cash.',
      [
        'quantity: Detectives raided six addresses (author)',
        'quantity: [Detectives] seized three cars (author)',
        'quantity: [Detectives seized three cars,] 14 watches and about £250,000 in cash (author)',
      ],
    ],
    [
      'what somebody expects',
      'The authors expect the region to lose 60 percent of the ice by 2100.',
      ['quantity: The authors expect the region to lose 60 percent of the ice by 2100 (authors)'],
    ],
    [
      'a comparison with "when" in it',
      'Wages, adjusted for inflation, are lower than they were when she took office.',
      ['comparison: Wages, adjusted for inflation, are lower than they were when she took office (author)'],
    ],
    [
      'a relative clause set between commas',
      'He accused the council of using state television, which is watched by two in three households, as "a party loudspeaker".',
      [
        'attribution: He accused the [Harwick] council of using state television (unnamed speaker)',
        'opinion: [He accused] the [Harwick] council of using state television, which is watched by two in three households, as "a party loudspeaker" (unnamed speaker)',
        'quantity: State television is watched by two in three households (author)',
      ],
    ],
    [
      'a second thing behind a relative clause',
      'The firm faces competition from the maker Yadi, whose scooters sell for a third less, and tougher rules.',
      [
        'position: The firm faces competition from the maker Yadi (author)',
        'quantity: [The firm faces competition from] the maker Yadi, whose scooters sell for a third less (author)',
      ],
    ],
    [
      'a role somebody sang',
      'She made her debut in Lisbon in 1957 as Mimì and within three years had sung at La Scala.',
      [
        'event: She made her debut in Lisbon in 1957 as Mimì (author)',
        'event: Her debut in Lisbon in 1957 [took place] (author)',
        'event: [She] within three years had sung at La Scala (author)',
      ],
    ],
    [
      'albums that are recorded',
      'She performed in 46 countries, recorded 31 albums and sang the role 312 times.',
      [
        'quantity: She performed in 46 countries (author)',
        'quantity: [She] recorded 31 albums (author)',
        'quantity: [She] sang the role 312 times (author)',
      ],
    ],
    [
      'a saying of old',
      '"I never missed a performance in 40 years," Ines Cabral liked to say.',
      ['quantity: [Ines Cabral] never missed a performance in 40 years (Ines Cabral)'],
    ],
    [
      'an analyst of a firm',
      'Analyst Dee Okafor of Stratton Research said prices fell 4 percent.',
      ['trend: Prices fell 4 percent (Dee Okafor)'],
    ],
    [
      'a name nobody knows, of a body',
      'Gunvor Hild of the harbour board said prices fell 4 percent.',
      ['trend: Prices fell 4 percent (Gunvor Hild)'],
    ],
    [
      'a union that represents',
      'A union representing 600 workers at a plant in Leeds said it had learned of the cuts from the news.',
      [
        'quantity: A union representing 600 workers at a plant in Leeds [said it had learned of the cuts from the news] (author)',
        'event: [The union] had learned of the cuts from the news (union)',
      ],
    ],
    [
      'a civic group',
      'Roughly 340,000 citizens were unable to vote, according to the civic group Glas.',
      ['quantity: Roughly 340,000 citizens were unable to vote (Glas)'],
    ],
    ['a duty with a day', 'Parliament must convene by Oct. 3.', ['rule: Parliament must convene by Oct. 3 (author)']],
    [
      'a phrase before "and had"',
      'Halden levelled before the break and had 71 percent of possession.',
      ['event: Halden levelled before the break (author)', 'quantity: [Halden] had 71 percent of possession (author)'],
    ],
    [
      'a search that came short',
      'The paper could find only 63 percent of them.',
      ['quantity: The paper could find only 63 percent of them (author)'],
    ],
    [
      'a duty to come',
      'From April 1 employers will have to pay workers from the first day of sickness.',
      ['plan: From [1 April 2026] employers will have to pay workers from the first day of sickness (author)'],
    ],
    [
      'those of whom most are women',
      'About 1.3 million people who earn less than £125 a week, most of them women, will qualify for the first time.',
      [
        'plan: About 1.3 million people who earn less than £125 a week, most of them women, will qualify for the first time (author)',
      ],
    ],
    [
      'an assessment that says',
      'The federation puts the cost at £15 a worker; the own assessment of the Treasury, published in October, says £11.',
      [
        'attribution: The federation puts the cost at £15 a worker (federation)',
        'quantity: The own assessment of the Treasury, published in [October 2025], says £11 (author)',
      ],
    ],
    [
      'a study of workers',
      'A study of 14,000 workers in three U.S. states found that absence rose by 0.3 days a year but that flu infections dropped by 11 percent.',
      [
        'quantity: Absence rose by 0.3 days a year (study of 14,000 workers in three U.S. states)',
        'trend: Flu infections dropped by 11 percent (study of 14,000 workers in three U.S. states)',
      ],
    ],
    [
      'an author who is named behind',
      '"Sick people at work cost more than sick people at home," says its author, the economist Nicolas Ziebarth.',
      ['comparison: Sick people at work cost more than sick people at home (Nicolas Ziebarth)'],
    ],
    [
      'a ship with two participles',
      'The Astrid, built in 1987 and licensed to carry 150 passengers, had 287 people aboard.',
      [
        'quantity: The Astrid [was] built in 1987 and licensed to carry 150 passengers (author)',
        'quantity: [The Astrid] had 287 people aboard (author)',
      ],
    ],
    [
      'who swam',
      '"The boat was already leaning," said Marie Lotte, 34, who swam for two hours.',
      ['event: The boat was already leaning (Marie Lotte)', 'quantity: [Marie Lotte] swam for two hours (author)'],
    ],
    [
      'a month with a year before a figure',
      'In August 2025, 12 people drowned when a cargo boat went down near the same reef.',
      ['quantity: In August 2025, 12 people drowned when a cargo boat went down near the same reef (author)'],
    ],
    [
      'a promise behind a preposition',
      'After that accident the government promised to inspect every vessel; by its own count it has inspected 41 of 209.',
      [
        'plan: After that accident the government promised to inspect every vessel (author)',
        'quantity: By its own count it has inspected 41 of 209 (author)',
      ],
    ],
    [
      'an indictment and what it was done for',
      'According to the indictment, at least 112 patients were discharged in 10 weeks so that a target could be met.',
      ['quantity: At least 112 patients were discharged in 10 weeks so that a target could be met (indictment)'],
    ],
    [
      'a regulator that says "it"',
      'The water regulator has opened an inquiry into Severn Water, it said on Thursday.',
      ['event: The water regulator has opened an inquiry into Severn Water (water regulator)'],
    ],
    [
      'a day that may be any',
      'Patients discharged on a Friday were three times as likely to die as those discharged on a Tuesday.',
      [
        'quantity: Patients discharged on a Friday were three times as likely to die as those discharged on a Tuesday (author)',
      ],
    ],
    [
      'bills that are to rise',
      'Bills in the region are to rise by 31 percent.',
      ['plan: Bills in the region are to rise by 31 percent (author)'],
    ],
    [
      'what would have been',
      'Replacing the main would have cost £4.6 million.',
      ['quantity: Replacing the main would have cost £4.6 million (author)'],
    ],
    [
      'a mother who carried buckets',
      '"My mother is old, and she carried four buckets," said Priya Nair, who represents Lower Wick.',
      [
        'opinion: [Priya Nair’s] mother is old (Priya Nair)',
        'quantity: She carried four buckets (Priya Nair)',
        'position: Priya Nair represents Lower Wick (author)',
      ],
    ],
    [
      'a senator with a party and a vote',
      'Senator Bill Horne, Republican of Kentucky, who voted no, noted that the four firms earned $61 billion in profits.',
      ['quantity: The four firms earned $61 billion in profits (Bill Horne)'],
    ],
    [
      'what the author goes on to say',
      'Speaker Ann Whitfield has said she has the votes, but at least nine members of her party have threatened to oppose it.',
      [
        'position: [Ann Whitfield] has the votes (Ann Whitfield)',
        'quantity: At least nine members of [Ann Whitfield’s] party have threatened to oppose it (author)',
      ],
    ],
    [
      'a colonel who heads a team',
      'A team of monitors visited the site and counted 11 craters, said its head, the Finnish colonel Jari Salo.',
      [
        'event: A team of monitors visited the site (Jari Salo)',
        'quantity: [A team of monitors] counted 11 craters (Jari Salo)',
        'identity: [Jari Salo is a] Finnish colonel (author)',
      ],
    ],
    [
      'people of whom some are children',
      'Nine people, including four children, were killed on Wednesday.',
      ['quantity: Nine people, including four children, were killed on [11 March 2026] (author)'],
    ],
    [
      'the deadliest since',
      'It was the deadliest attack since a ceasefire took effect on Sept. 1.',
      ['identity: It was the deadliest attack since a ceasefire took effect on [1 September 2025] (author)'],
    ],
    [
      'one diplomat, who is no figure',
      '"It is now or never," one Western diplomat said.',
      ['opinion: It is now or never (one Western diplomat)'],
    ],
  ])('%s', (_, sentence, expected) => {
    const found = claimsIn(sentence).map(
      ({ kind, statement, claimant }) => `${kind}: ${statement} (${claimant.name || claimant.type})`,
    );
    expect(found).toEqual(expected);
  });
});
