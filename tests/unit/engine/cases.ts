/**
 * Sentences of the kinds that went wrong on articles nobody had developed on, with what is right. A wish is one of
 * - `words`: a claim of the author's with these words; `SPEAKER: words`: a claim whose claimant's name holds SPEAKER (`?` where nobody is named).
 * - `!words`: no claim has exactly these words; `=n`: there are so many claims that can be checked.
 * - `~kind words`: the claim with these words is of that kind; `^statement`: a claim is worded like this; `-words`: a negative claim has these words.
 */
export type Case = readonly [kind: string, text: string, ...wishes: string[]];

export const CASES: readonly Case[] = [
  [
    'tails',
    'She was held in a cellar where two guards questioned her for three hours.',
    'She was held in a cellar',
    'a cellar where two guards questioned her for three hours',
  ],
  [
    'tails',
    'The ministry will drop the visa test for four countries whose approval rate is already above 90%.',
    'The ministry will drop the visa test for four countries',
    'four countries whose approval rate is already above 90%',
  ],
  ['tails', 'Lund scored from the spot, putting Bergen ahead.', 'Lund scored from the spot', 'putting Bergen ahead'],
  [
    'tails',
    'In the 70th minute, Lund doubled the lead, heading in a cross from Maja Strand.',
    'In the 70th minute, Lund doubled the lead',
    'heading in a cross from Maja Strand',
  ],
  [
    'tails',
    'In the 62nd minute Olsen won a free kick which referee Ana Prieto gave after watching the replay.',
    'In the 62nd minute Olsen won a free kick',
  ],
  [
    'tails',
    'Norlux, its main rival, has been losing customers while the newly merged Ferrova is quickly gaining riders.',
    'the newly merged Ferrova is quickly gaining riders',
  ],
  [
    'tails',
    'The club requires players to sign a ten-year contract, agreeing to live in the town where its founder was born.',
    'The club requires players to sign a ten-year contract',
  ],
  [
    'tails',
    'On May 4, union officials went to the harbour office where they claimed the crane had failed twice.',
    'On May 4, union officials went to the harbour office',
  ],
  [
    'tails',
    "In Sunday's race, 23-year-old Mia Holt beat Eva Brandt by a tenth of a second to become the youngest winner since 1998.",
    'to become the youngest winner since 1998',
  ],
  [
    'fragments',
    'Its loss widened to $60 million, or $1.20 a share, from $51 million, or $1.02 a share, a year earlier.',
    '=1',
  ],
  [
    'fragments',
    'Over the past 20 days it has been #4, a couple of points behind Volo – and nearly level with Trano.',
    '=1',
  ],
  [
    'fragments',
    'The owner of a flat assessed at $300,000, roughly the national median, will pay about $200 more a year, according to the tax office.',
    '=1',
  ],
  [
    'fragments',
    'Norway beat Japan 2–0; Peru beat Chile 3–1; and Mali lost 1–2 to Kenya.',
    'Norway beat Japan 2–0',
    'Peru beat Chile 3–1',
    'Mali lost 1–2 to Kenya',
  ],
  ['fragments', 'The forms run to 20 pages with 30 to 40 boxes, also a record.', '=1'],
  [
    'fragments',
    'The painting was returned to the museum by Duval shortly after he left the firm.',
    '!he left the firm',
  ],
  [
    'fragments',
    'While standard fire, police, and water checks will continue, crews will drop the third test.',
    '!police, and water checks will continue',
  ],
  [
    'nothing taken',
    '“The debt is now 3.1 times income, and the limit is 4.2,” said Ada Klein, an analyst.',
    'Klein: The debt is now 3.1 times income',
    'Klein: the limit is 4.2',
  ],
  ['nothing taken', 'The bank closed two branches in May. It does not plan layoffs.', 'It does not plan layoffs'],
  ['nothing taken', 'Of the 90 pupils, 61 were boys, and 14 needed hospital care.', '14 needed hospital care'],
  [
    'nothing taken',
    'The report centres on soil heat: topsoil dries out faster as nights get warmer.',
    'topsoil dries out faster as nights get warmer',
  ],
  [
    'sayings',
    '“It rained for days. Farmers are leaving,” said Ida Moss.',
    'Moss: Farmers are leaving',
    '!Farmers are leaving,” said Ida Moss',
  ],
  ['extras', "This was Norway's first victory in the opening match of the Cup since 1974.", '=1'],
  [
    'kinds',
    'Despite their efforts, neither crew could reach the summit before dark.',
    '-Despite their efforts, neither crew could reach the summit before dark',
  ],
  ['kinds', 'The ferry could carry 400 people before 1950.', '~quantity The ferry could carry 400 people before 1950'],
  [
    'kinds',
    'Every application will be assessed by two people, officials told the Gazette.',
    '~plan Every application will be assessed by two people',
  ],
  ['kinds', 'But the tower has outlived its usefulness.', '~opinion the tower has outlived its usefulness'],
  [
    'the author behind a quotation',
    'The memo from the port authority says “late crews may lose their berth”, but the harbour master will send two warnings first.',
    'the harbour master will send two warnings first',
  ],
  [
    'the author behind a quotation',
    "The ministry's letter reads “we may widen the scheme to other towns in due course”, but no plans to widen it exist.",
    'no plans to widen it exist',
  ],
  [
    'speakers',
    'After calling the company by phone to speak with his sister, Ito was put through to a lawyer, Ann Weiss.',
    'After calling the company by phone to speak with his sister, Ito was put through to a lawyer, Ann Weiss',
  ],
  [
    'speakers',
    'Ito read an article in the party magazine Red Dawn, which attacked former members including Ken Sato.',
    'Ito read an article in the party magazine Red Dawn',
  ],
  [
    'speakers',
    'A 2003 paper that claimed a link between tea and gout was withdrawn in 2009, and its lead author was struck off.',
    'its lead author was struck off',
    '!a link between tea and gout was withdrawn',
  ],
  [
    'speakers',
    'But a town hall cabinet member, Cllr Rhys Tandy, said the closures had saved £2m.',
    'Tandy: the closures had saved £2m',
  ],
  [
    'speakers',
    'CEO of the Harbour Trust Ida Moss told the Gazette the pier would close.',
    'Moss: the pier would close',
  ],
  [
    'speakers',
    'According to Okoye the laptop was sent back to the firm by courier in June.',
    'Okoye: the laptop was sent back to the firm by courier in June',
  ],
  [
    'speakers',
    'They estimated by 2040, warmer winters and fewer bees would cut apple harvests by 30 percent.',
    'They: by 2040, warmer winters and fewer bees would cut apple harvests by 30 percent',
  ],
  [
    'speakers',
    'Ruiz said although lead and zinc are separately known to harm trout, “nobody has tested them together”.',
    '!zinc are separately known to harm trout',
  ],
  [
    'speakers',
    'Figures released on Monday show a record 8,200 hikers visiting the park last year pushed rescue calls over 450.',
    'Figures: a record 8,200 hikers visiting the park last year pushed rescue calls over 450',
  ],
  [
    'conditions',
    '“It might be a blip. But if it isn’t, and Volo continues to climb, Trano could fall to fifth place,” said Ada Klein.',
    '!Volo continues to climb',
  ],
  [
    'conditions',
    'If Volo keeps growing and Trano closes its plant, Ferrova would become the largest maker in Spain.',
    '!Trano closes its plant',
  ],
  [
    'false statements',
    'Instead of being taken to a clinic, as promised, she was driven to the Grand Hotel.',
    '!of being taken to a clinic, as promised',
  ],
  [
    'false statements',
    'The tram is one of the oldest in Europe as measured by its rails and the huge numbers of people who ride it.',
    '!the huge numbers of people who ride it',
  ],
  [
    'a broken quotation',
    '“The bridge,” said engineer Paul Stone, “was inspected in 2021 and failed.”',
    'Stone: was inspected in 2021',
  ],
  [
    'said, when and where',
    'The council said on Tuesday it had spent £3.4m on roads.',
    'council: it had spent £3.4m on roads',
  ],
  [
    'said, when and where',
    'Police said in a statement the fire had killed two people.',
    'Police: the fire had killed two people',
  ],
  [
    'said, when and where',
    'Mr Brown said last night the force had lost 300 officers.',
    'Brown: the force had lost 300 officers',
  ],
  [
    'said, when and where',
    'The minister told the BBC on Monday the scheme had cost £2bn.',
    'minister: the scheme had cost £2bn',
  ],
  [
    'said, when and where',
    'As the governor said on Monday, the state has 4,000 empty homes.',
    'governor: the state has 4,000 empty homes',
  ],
  [
    'transcripts',
    'MAYOR PELL: The city spent $4 million on police overtime last year.',
    'PELL: The city spent $4 million on police overtime last year',
  ],
  ['the verb “cost”', 'The tram cost £9m, the minister said.', 'minister: The tram cost £9m'],
  ['the verb “cost”', 'The dam cost $3 billion, according to a World Bank report.', 'report: The dam cost $3 billion'],
  [
    'signatures',
    '“The rules cut fraud by 40% in a year.” – Commissioner Jane Okoro',
    'Okoro: The rules cut fraud by 40% in a year',
  ],
  [
    'figures at the end',
    'The mayor told the BBC the storm had cost the city £5m.',
    'mayor: the storm had cost the city £5m',
  ],
  ['figures at the end', 'Lee told a press conference the fund lost £40m.', 'Lee: the fund lost £40m'],
  ['negation', 'Never before has the river been so low.', '-Never before has the river been so low'],
  ['negation', 'In no year since 1990 has crime fallen.', '-In no year since 1990 has crime fallen'],
  ['negation', 'Not until 2024 did the council pay the £3m.', '-Not until 2024 did the council pay the £3m'],
  ['negation', 'Rarely has a minister lied so often.', '-Rarely has a minister lied so often'],
  ['negation', 'Nobody was charged.', '-Nobody was charged'],
  ['negation', 'Nothing was paid.', '-Nothing was paid'],
  ['plain facts', 'Vaccines cause autism.', 'Vaccines cause autism'],
  ['plain facts', 'Britain exports arms to Israel.', 'Britain exports arms to Israel'],
  ['plain facts', 'The law bans smoking in parks.', 'The law bans smoking in parks'],
  ['plain facts', '5G towers spread Covid.', '5G towers spread Covid'],
  [
    'fragments',
    'The company now expects sales of $20 million to $25 million for 2026, down from as much as $31 million.',
    '=1',
  ],
  [
    'fragments',
    'Six minutes later, Lund scored a third goal for Norway.',
    'Six minutes later, Lund scored a third goal for Norway',
  ],
  [
    'fragments',
    'Moss said: “The party has a plan to get deals in place so claims can be quickly and safely closed.”',
    '!safely closed',
  ],
  [
    'fragments',
    'Ito was held at a base in Clearwater, Florida until she was eighteen.',
    'Ito was held at a base in Clearwater, Florida until she was eighteen',
  ],
  ['fragments', 'Police arrested and questioned the student.', 'Police arrested and questioned the student'],
  [
    'false statements',
    'The scene was caused by strong winds and heavy rain that led the crane to fall.',
    '^[The scene was caused by strong winds and] heavy rain that led the crane to fall',
  ],
  [
    'false statements',
    'Trask holds shares in Ferrum, which combined are worth $2 million.',
    '^[Trask holds shares in] Ferrum, which combined are worth $2 million',
  ],
  [
    'false statements',
    'Nora Pike, the Shadow Home Secretary, said no. On Monday, Home Secretary Dan Cole told the Gazette he would resign.',
    '^On [9 March 2026], Home Secretary Dan Cole told the Gazette he would resign',
  ],
  [
    'who is meant',
    'Jon Tester, a senator, spoke on Monday of the bill by John McCain. He derided the bill in May 2025.',
    '^[Jon Tester] derided the bill in May 2025',
  ],
  [
    'events',
    'At an emergency meeting of the Security Council on Wednesday, the envoy resigned.',
    '^An emergency meeting of the Security Council on [11 March 2026] [took place]',
  ],
  [
    'speakers',
    'Recent reports have revealed that a deserter from the army was flown to a base in Norway.',
    'reports: a deserter from the army was flown to a base in Norway',
  ],
  [
    'speakers',
    'The Bend, Ore.-based company said revenue rose 3% to $41 million.',
    'company: revenue rose 3% to $41 million',
  ],
  [
    'speakers',
    'Documents seen by this newspaper show the first leak was found on 3 May. The agency has since opened two wells. It said 900 homes were supplied in June.',
    'agency: 900 homes were supplied in June',
  ],
  [
    'speakers',
    'Officials told the Gazette every form will be read twice, with the Courier reporting no one will be fined.',
    'Courier: no one will be fined',
  ],
  [
    'speakers',
    'Weber stated to the Evening Post that the theft involved six paintings each worth $900.',
    'Weber: the theft involved six paintings each worth $900',
  ],
  [
    'speakers',
    'The auditing firm Clearwell.com, has said that as of June 1, 2025, the bank holds 310 bad loans.',
    'Clearwell: as of June 1, 2025, the bank holds 310 bad loans',
  ],
  [
    'speakers',
    'Unions at Northway Energy asked Unite to act. Unite is Britain’s largest union.\n\nThe company said it had lost 40 million pounds.',
    'company: it had lost 40 million pounds',
  ],
  [
    'speakers',
    'The World Health Organisation (WHO) met on Monday. WHO say iodine deficiency is common.',
    'World: iodine deficiency is common',
  ],
  [
    'introductions',
    'And from Chairman Luis Vega:\n\n“The fund paid out $90 million in 2025.”',
    'Vega: The fund paid out $90 million in 2025',
  ],
  [
    'signatures',
    '“It was a good year. The city paid $4 million.” – Matthew Ingram',
    'Ingram: The city paid $4 million',
  ],
  ['transcripts', 'LAM (voice-over): The city spent $4 million on roads.', 'LAM: The city spent $4 million on roads'],
  ['transcripts', '[00:14:22] PELL: I voted against it in 2019.', 'PELL: I voted against it in 2019'],
  [
    'transcripts',
    'A: About 9,000 nurses left the hospital in 2025.',
    'interviewee: About 9,000 nurses left the hospital in 2025',
  ],
  ['capitals', 'THE MAYOR SAID THE FUND LOST £40M IN 2024.', 'MAYOR: THE FUND LOST £40M IN 2024'],
  [
    'kinds',
    'It is time for farmers to give up the old pumps.',
    '~opinion It is time for farmers to give up the old pumps',
  ],
  ['speakers', 'More than six in 10 said they had skipped a meal in May.', 'six: they had skipped a meal in May'],
  [
    'speakers',
    "The senator's answer was that the plan would cost $4 billion.",
    'senator: the plan would cost $4 billion',
  ],
  [
    'speakers',
    "One of Ms. Rey's main arguments is that the plan had cost $4 billion.",
    'Rey: the plan had cost $4 billion',
  ],
  [
    'speakers',
    'Asked which county was his favorite, Tom Reed of the Iowa board demurred: "The county lost 300 farms last year."',
    'Reed: The county lost 300 farms last year',
  ],
  [
    'speakers',
    'Speaking at a town hall event in Salem, New Hampshire, Paul Reed went after the governor, saying the state lost 300 farms last year.',
    'Reed: the state lost 300 farms last year',
  ],
  ['speakers', 'The jury was told Rey stole £3m from the fund.', 'jury: Rey stole £3m from the fund'],
  ['speakers', 'Local media reported that Rey left for Spain on Monday.', 'media: Rey left for Spain on Monday'],
  [
    'speakers',
    'The lawsuit, filed in Ohio on Monday, alleges the firm hid the leak for two years.',
    'lawsuit: the firm hid the leak for two years',
  ],
  [
    'speakers',
    'Ana Rey on Monday told the council that the scheme costs £3m a year.',
    'Rey: the scheme costs £3m a year',
  ],
  ['speakers', 'As Ana Rey put it, the scheme costs £3m a year.', 'Rey: the scheme costs £3m a year'],
  [
    'speakers',
    "Northway's chief executive, Tom Reed, said the ward lost six beds in May.",
    'Reed: the ward lost six beds in May',
  ],
  [
    'speakers',
    'Rey said the harbour was closed in 2019, while the council maintains it shut in 2021.',
    'Rey: the harbour was closed in 2019',
    'council: it shut in 2021',
  ],
  ['speakers', 'Ana Rey, meanwhile, insisted the harbour was closed in 2019.', 'Rey: the harbour was closed in 2019'],
  [
    'speakers',
    'Christopher Harvey said the row was all part of the circus that is American politics.',
    'Harvey: the row was all part of the circus that is American politics',
  ],
  [
    'speakers',
    'Wikinews has learned that according to an Internet posting made 24 hours ago, the church was closed by hackers.',
    'posting: the church was closed by hackers',
  ],
  [
    'speakers',
    'The results of the Delta Survey published in the journal this week, revealed that 300 fields had dried out.',
    'Delta: 300 fields had dried out',
  ],
  ['speakers', 'He said in a statement released on Monday that the bridge was safe.', 'He: the bridge was safe'],
  [
    'speakers',
    'The Church of Light denied these claims:\n\nShe was never forced to work in the engine room. She was a volunteer for two years.',
    'Church: She was never forced to work in the engine room',
    'Church: She was a volunteer for two years',
  ],
  [
    'speakers',
    '"We lost six beds in May," said Marta Olsen, a nurse. But the face of the ward has drawn visitors. "The ward then shut on 3 June."',
    'Olsen: The ward then shut on 3 June',
  ],
  ['kinds', 'The issue is complicated, Ana Rey said.', '~opinion The issue is complicated'],
  ['kinds', 'Ana Rey said the ban was "an egregious act".', '~opinion the ban was "an egregious act".'],
  ['kinds', 'Ana Rey said she appreciated the apology.', '~opinion she appreciated the apology'],
  ['kinds', 'Ana Rey said she believed the movement had helped the town.', '~opinion the movement had helped the town'],
  [
    'kinds',
    'Senator Ana Rey said her rival\'s presence on the ballot "is going to help our candidates."',
    '~prediction her rival\'s presence on the ballot "is going to help our candidates."',
  ],
  [
    'kinds',
    '"We have agreed on an inquiry with the union," said Ana Rey, the mayor.',
    '~event We have agreed on an inquiry with the union',
  ],
  // cards: what a statement says must be what the article says
  [
    'cards, what which means',
    'He denied a further charge of threatening a witness, which was left to lie on file.',
    '^[He denied a further charge of threatening] a witness, which was left to lie on file',
  ],
  [
    'cards, what which means',
    'Wholesale prices have fallen by a third since late February, which may be a sign that the worst is over.',
    '^[Wholesale prices have fallen by a third since] late February, which may be a sign that the worst is over',
  ],
  [
    'cards, what which means',
    'The mayor opened a museum in Leeds, which cost £9m.',
    '^[The mayor opened a museum in] Leeds, which cost £9m',
  ],
  [
    'cards, what which means',
    'The lake lies north of Tarn, a village of 300 people, which was flooded in 2019.',
    '^[Tarn] was flooded in 2019',
    '^[Tarn is] a village of 300 people',
  ],
  [
    'cards, what which means',
    'Nurses waited after doctors had decided to admit them, which was 9,000 fewer than in 2019.',
    '^[Nurses waited after doctors had decided to admit] them, which was 9,000 fewer than in 2019',
  ],
  [
    'cards, whom who means',
    'The rebels were led by Jane Farrow, the member for Eastbury and a former whip, who had tabled an amendment.',
    '^[Jane Farrow] had tabled an amendment',
  ],
  [
    'cards, whom who means',
    'Police searched the home of the treasurer of the club, who was arrested in 2019.',
    '^[The treasurer of the club] was arrested in 2019',
  ],
  [
    'cards, whom who means',
    'Critics have praised the performance of Isla Munro, who had never acted before and was working in a fish shop.',
    '^[Isla Munro] was working in a fish shop',
  ],
  [
    'cards, whom who means',
    'Effie MacLean, who runs the shop and who played the postmistress, was there.',
    '^Effie MacLean runs the shop',
    '^[Effie MacLean] played the postmistress',
  ],
  [
    'cards, a tail within a subject',
    'Rosalind Achebe, the engineer who designed the barrier that has protected the port since 1987, has died aged 87.',
    'Rosalind Achebe, the engineer who designed the barrier that has protected the port since 1987, has died aged 87',
    'the barrier that has protected the port since 1987',
  ],
  [
    'cards, a condition whole',
    'He will be banned for life if the Nursing Council, which meets in May, upholds the recommendation of its panel.',
    'He will be banned for life if the Nursing Council, which meets in May, upholds the recommendation of its panel',
  ],
  [
    'cards, a condition whole',
    'The governor did not know of the gift until a reporter asked him about it.',
    'The governor did not know of the gift until a reporter asked him about it',
  ],
  [
    'cards, two participles under one "was"',
    'Lund was arrested on Monday and charged with murder.',
    '^[Lund was] charged with murder',
  ],
  [
    'cards, two participles under one "was"',
    'She was appointed OBE in 1988 and made a dame in 2003, but turned down a seat in the house.',
    '^[She was] made a dame in 2003',
    '^[She] turned down a seat in the house',
  ],
  [
    'cards, of one or of many',
    'Police have arrested the captain, who was found at a farm on Wednesday, and are looking for the owner.',
    '^[Police] are looking for the owner',
  ],
  [
    'cards, where it was',
    'The film was less welcome on the island of Fara, where a list of the dead was pinned to the wall.',
    '^A list of the dead was pinned to the wall [on the island of Fara]',
  ],
  [
    'cards, where it was',
    'Prewitt was suspended from the hospital, where he had worked since 2009.',
    '^[Prewitt was suspended from the hospital, where] he had worked since 2009',
  ],
  [
    'cards, a deed told beside what was said',
    'A federal judge on Tuesday blocked Ohio from selling nearly 11,000 acres of forest, saying the state had failed to study the bats.',
    'A federal judge on Tuesday blocked Ohio from selling nearly 11,000 acres of forest',
  ],
  [
    'cards, one figure',
    'Ambulances took an average of 32 minutes and 14 seconds to reach patients with suspected strokes.',
    'Ambulances took an average of 32 minutes and 14 seconds to reach patients with suspected strokes',
  ],
  [
    'cards, one figure',
    'The Star of Hallow was carrying about 260 passengers, nearly twice the number it was licensed for, when it sank.',
    'The Star of Hallow was carrying about 260 passengers, nearly twice the number it was licensed for',
  ],
  [
    'cards, one figure',
    'The firm said it would cut 1,100 jobs, or about 7% of its workforce.',
    'firm: it would cut 1,100 jobs, or about 7% of its workforce',
  ],
  [
    'cards, the second that',
    'Prewitt’s barrister said that his client had become ill after an injury and that he had not lived lavishly.',
    'barrister: he had not lived lavishly',
  ],
  [
    'cards, in front of the sentence',
    'Founded in 1974 as a maker of tools, Halden employs 600 people.',
    '^[Halden was founded] in 1974 as a maker of tools',
  ],
  [
    'cards, nobody knows which of two',
    'A spokesman for the prime minister, Owen Tait, said that the plan was late.',
    '!the prime minister, Owen Tait',
  ],
  [
    'cards, what it is to him',
    'The union described cuts in the north as “brutal”.',
    '^Cuts in the north [are] “brutal”',
  ],
  ['cards, when', 'The pools will shut at the end of June.', '^The pools will shut at the end of June [2026]'],
  [
    'cards, when',
    'Halden has missed its own targets in five of the past six quarters.',
    '^Halden has missed its own targets in five of the past six quarters [to 12 March 2026]',
  ],
  [
    'cards, when',
    'The film was named at next month’s Screen Awards.',
    '^The film was named at [April 2026]’s Screen Awards',
  ],
  ['cards, nothing stated', 'Others were less sure.', '=0'],
  ['cards, nothing stated', 'Not everyone is convinced by the numbers.', '=0'],
  [
    'cards, what it means',
    'The levy was due to take effect in October. It would have raised about £320 million a year.',
    '^[The levy] would have raised about £320 million a year',
  ],
  [
    'cards, what it means',
    'The bank has missed its targets, and its order backlog has shrunk to 1.9 billion euros.',
    '^[The bank’s] order backlog has shrunk to 1.9 billion euros',
  ],
  [
    'cards, what it means',
    'The bridge crosses the river beside a mill. It was built in 1911.',
    '^It was built in 1911',
  ],
  [
    'cards, what it means',
    'The bridge is closed. It is unclear whether it will open again in May.',
    '!the bridge is unclear whether it will open again in May',
  ],
  [
    'cards, what it means',
    'The airline said the airport had closed. It was unaware of the plans.',
    '^It was unaware of the plans',
  ],
  [
    'cards, what it means',
    'The Agriculture Department announced a plan. Farmers asked for more. The department has begun to import eggs from Norway.',
    '^The [Agriculture] department has begun to import eggs from Norway',
  ],
  [
    'cards, whole items',
    'The council will also:\n\n- sell the old library in Church Street, which has been empty since 2022;\n- stop funding the bus to Langford.',
    '^[The council will] sell the old library in Church Street',
    '^[The council will] stop funding the bus to Langford',
    '!The council will also',
  ],
  [
    'cards, what it means',
    'Dairy farmers were hit hardest. Their earnings dropped by a third.',
    '^[Dairy farmers’] earnings dropped by a third',
  ],
  [
    'cards, a condition whole',
    'Ruiz said the real cost was closer to 36 million euros once the ferry that replaced the bridge was counted.',
    'Ruiz: the real cost was closer to 36 million euros once the ferry that replaced the bridge was counted',
  ],
];

/** Cases that are not right yet. One that comes right fails here, and is taken off the list. */
export const OPEN: ReadonlySet<string> = new Set<string>([
  'Over the past 20 days it has been #4, a couple of points behind Volo – and nearly level with Trano.',
  'The owner of a flat assessed at $300,000, roughly the national median, will pay about $200 more a year, according to the tax office.',
  'While standard fire, police, and water checks will continue, crews will drop the third test.',
  'The report centres on soil heat: topsoil dries out faster as nights get warmer.',
  "This was Norway's first victory in the opening match of the Cup since 1974.",
  'But the tower has outlived its usefulness.',
  'After calling the company by phone to speak with his sister, Ito was put through to a lawyer, Ann Weiss.',
]);
