/** Cards as an editor would keep them: who "he" is, who speaks, what is told of whom. Wishes as in `cases.ts`. */
import type { Case } from './cases.ts';

export const CARDS: readonly Case[] = [
  [
    'cards, who is meant inside a claim',
    'Kevin Marlow, 46, was arrested in February. Police later found £18,400 in cash at his home.',
    '^Police later found £18,400 in cash at [Kevin Marlow’s] home',
  ],
  [
    'cards, who is meant inside a claim',
    'Ann Moss has led the party since May. “The Senate has endorsed her almost as one,” said Tom Pell.',
    '^The Senate has endorsed [Ann Moss] almost as one',
  ],
  [
    'cards, a second clause with somebody else',
    'Dean Fallow equalised after 62 minutes, and Iker Castell, who had not scored since August, made it 2-1. He added a third in stoppage time.',
    'Iker Castell, who had not scored since August, made it 2-1',
    '^He added a third in stoppage time',
  ],
  [
    'cards, whoever was spoken of before may be meant',
    "Ms Alvarez testified on Monday. Under questioning, she conceded that she had left early. Boyd's lawyer, Dana Klein, suggested she had been paid.",
    '^She had been paid',
  ],
  [
    'cards, born somewhere',
    'Ruth Ansell has died aged 93. Born in Whitby, the daughter of a trawlerman, she studied geology in Leeds.',
    '^[Ruth Ansell] studied geology in Leeds',
    '^[Ruth Ansell was born] in Whitby',
  ],
  [
    'cards, some of them',
    'The grid operator said engineers had reconnected 22,000 homes but that some would be without power for three days.',
    '^Some would be without power for three days',
  ],
  [
    'cards, what somebody did besides',
    'The tanker hit a reef, spilling 400 tonnes of oil into the bay.',
    '^[The tanker spilled] 400 tonnes of oil into the bay',
  ],
  [
    'cards, what somebody did besides',
    'The gale reached the coast, cutting power to 600 homes and closing two ports.',
    '^[The gale cut] power to 600 homes and [closed] two ports',
  ],
  [
    'cards, what may have come of all that was told',
    'The bus left the road near Tarn, killing 12 people and injuring 30.',
    '^[The bus left the road near Tarn,] killing 12 people and injuring 30',
  ],
  [
    'cards, a subject without what is set off from it',
    'The samples, which weigh less than a gram, were taken in 2019 and landed in Utah in 2024.',
    '^[The samples] landed in Utah in 2024',
  ],
  [
    'cards, a few quoted words are told whole',
    'Chief executive Marta Quill blamed high rates and “a customer who is moving house less often”.',
    'Quill: Chief executive Marta Quill blamed high rates and “a customer who is moving house less often”',
    '^[Marta Quill is chief] executive',
  ],
  [
    'cards, who somebody is',
    'Opposition councillor Rob Tanner and Rovers manager Greta Holm spoke on Monday.',
    '^[Greta Holm is the] Rovers manager',
  ],
  [
    'cards, in words of their own',
    '“We have lost £70m from our budget since 2010,” said Priya Nair.',
    '^“We have lost £70m from our budget since 2010”',
  ],
  [
    'cards, who speaks in the middle',
    'The rest of the tickets, he added, cost £40 on Friday. The bridge, said Paul Stone, “was inspected in 2021”.',
    '^The bridge “was inspected in 2021”',
  ],
  [
    'cards, a sentence broken by who speaks',
    'Ingrid Solheim disputed that: the condition, she said, “ran for three years and was met in full”.',
    '^[The condition] ran for three years and was met in full',
  ],
  [
    'cards, of whose firm',
    '“We learned of it in the press,” said Britta Olsen of Nordair, which operates nine flights a day.',
    '^Nordair operates nine flights a day',
  ],
  [
    'cards, what a report that shows something shows',
    'Ministers were accused of “sitting on” a report that shows queues will take nine years to clear.',
    'report: queues will take nine years to clear',
  ],
  [
    'cards, how long after',
    'The council approved 240 homes, eight years after the land was put up for sale.',
    '!the land was put up for sale',
    '!The council approved 240 homes, eight years',
  ],
  [
    'cards, said of nothing sure',
    'The governor vetoed a bill on rooms for pupils of their own sex, which critics said was unfair to some.',
    '!their own sex, which critics said was unfair to some',
  ],
  [
    'cards, what was turned down before',
    'Developer Hale Homes had appealed after the council rejected it in 2024.',
    '^The [town] council rejected it in 2024',
  ],
  [
    'cards, a view and that it was said',
    '“Attacking guests in a country that was built by guests offends its best tradition,” Lund said.',
    'Lund: Attacking guests in a country that was built by guests offends its best tradition',
  ],
  [
    'cards, what happened in quotation marks',
    'The trial began. “He let himself in at night, when he knew the cameras were broken,” prosecutor Anna Reiss said.',
    '~event He let himself in at night',
  ],
  [
    'cards, what something is worth in quotation marks',
    'The judge, Helen Carrow, said the thefts were “planned, patient and profitable”.',
    '~opinion the thefts were “planned, patient and profitable',
  ],
  [
    'speakers, a first name that is a place too',
    'Freddy Ortega stars in it. “They laugh at us,” said German Ortega. “It cost £400,” said Jordan Pell.',
    'German: They laugh at us',
    'Jordan: It cost £400',
  ],
  [
    'speakers, a family name that is a place too',
    'Valerie Paris was born in Bern. Paris claims she was sent to the ship in 1996.',
    'Valerie: she was sent to the ship in 1996',
    '^[Valerie Paris] was sent to the ship in 1996',
  ],
  [
    'speakers, an office with what it is of',
    '“Our teams counted 40 trees,” said its director of operations, Colin Reid.',
    'Colin: Our teams counted 40 trees',
  ],
  [
    'speakers, who the last clause is about',
    'The mayor, Tiago Nunes, has promised help, but Ines Duarte is sceptical: “They promised £40 in 2018.”',
    'Ines: They promised £40 in 2018',
  ],
  [
    'speakers, what the sentence before is about',
    'The regulator fined Norlux Energy on Monday. It found that the supplier had charged 40 customers twice.',
    'regulator: the supplier had charged 40 customers twice',
  ],
  [
    'speakers, whose family',
    'Agnès Roux has died at the age of 88, her family said.',
    'Roux: Agnès Roux has died at the age of 88',
  ],
  [
    'speakers, what is urged',
    'Officials urged parents to have 40 children seen after cases doubled in May.',
    'cases doubled in May',
  ],
  [
    'speakers, an operator by its name',
    'The operator, GoTarn, said fares would rise by 9 per cent in April.',
    'GoTarn: fares would rise by 9 per cent in April',
  ],
  ['tags, more than a third', 'More than a third of the rivers are too dirty to swim in, a study has found.', '=1'],
  [
    'tags, fishermen rescued',
    'On Friday, fishermen rescued over 700 people whose boat sank.',
    'On Friday, fishermen rescued over 700 people',
  ],
  [
    'tags, politically aligned',
    'The committee, which is seen as politically aligned with Lund, met twice in the spring of 2025 to vote on the plan.',
    '^The committee is seen as politically aligned with Lund',
  ],
];
