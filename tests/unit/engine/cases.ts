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
