/** Verbs of saying that report nothing: rows that capture such a `cue`. */
import { type Row, table } from '../rules/rows.ts';

const falseCues: readonly Row<null>[] = [
  {
    name: 'calling somebody on the phone',
    pattern: '(cue: [call|ring|phone] ) <np> by phone|telephone',
    gives: null,
    examples: {
      right: ['After {calling} the company by phone to speak with his sister, Ito was put through.'],
      wrong: ['He called the company a fraud.'],
    },
  },
  {
    name: 'doing something did not mean that',
    pattern: '^ "? (cue: agreeing|accepting|admitting|denying|claiming|saying ) ..6 did|does|do|would not|n\'t mean',
    gives: null,
    examples: {
      right: ['{Agreeing} to pay does not mean that the firm is guilty.'],
      wrong: ['Agreeing that the firm was guilty, Lund left.'],
    },
  },
  {
    name: 'foreseeing something, as a reason or a way',
    pattern: 'in|by|for|while|, (cue: anticipating|expecting|forecasting|predicting ) the|a|an|its|their',
    gives: null,
    unless: ['. ..8 would|will|could|might|that'],
    examples: {
      right: ['In {anticipating} the launch, Rowe has cut prices.'],
      wrong: ['The board cut its rate, expecting the krone would rise.', 'Rowe is anticipating the launch.'],
    },
  },
  {
    name: 'reading an article',
    pattern: '(cue: [read] ) an|the|a|this|that ..3 article|book|letter|report|paper|magazine|story|column',
    gives: null,
    examples: {
      right: ['Ito {read} an article in the party magazine Red Dawn.'],
      wrong: ['The letter read: "We will strike."'],
    },
  },
  {
    name: 'a paper that claimed something',
    pattern: '<np> that|which (cue: [claim|suggest|allege|show|report] ) ..8 was|were|has|have|is|are',
    gives: null,
    examples: {
      right: ['A 2003 paper that {claimed} a link between tea and gout was withdrawn in 2009.'],
      wrong: ['A 2003 paper claimed a link between tea and gout.'],
    },
  },
  {
    name: 'a deed that only sounds like words',
    pattern: '(cue: [reject] ) by ..3 vote|votes|margin',
    gives: null,
    examples: {
      right: ['The plan was {rejected} by a majority vote.'],
      wrong: ['The minister rejected the plan.'],
    },
  },
  {
    name: 'turning down a thing',
    pattern: '(cue: [reject|dismiss|dispute|oppose|back|support] ) ..4 %proposal',
    gives: null,
    unless: ['. ..4 claim|claims|suggestion|suggestions|allegation|allegations|"'],
    examples: {
      right: ['Several states have recently {rejected} bills that would ban the pill.'],
      wrong: [
        'The mayor rejected claims in the bill that 40 men had died.',
        'The mayor dismissed the bill as “a scandal”.',
        'The mayor rejected the idea.',
      ],
    },
  },
  {
    name: 'turning down what was named before',
    pattern: '(cue: [reject|oppose|back|support] ) it|them|him|her',
    gives: null,
    unless: ['. . as|,|"'],
    examples: {
      right: ['The firm appealed after the council {rejected} it last year.'],
      wrong: ['The mayor rejected it as “a scandal”.', 'The mayor rejected the idea.'],
    },
  },
  {
    name: 'reporting a thing to somebody',
    pattern: '(cue: [report] ) it|them|him|her to|at|in|on|,|and|.',
    gives: null,
    examples: {
      right: ['The site found the post, {reported} it to the police and took it down.'],
      wrong: ['The site reported its loss at £3m.'],
    },
  },
  {
    name: 'writing a work',
    pattern:
      '(cue: [write|co-write] ) DET ADJ? NOUN? script|screenplay|book|novel|song|play|poem|music|score|code|software|program|programme|opera|album|lyrics|thesis|memoir|essay|textbook|symphony|libretto',
    gives: null,
    unless: ['. ..5 was|were|is|are|had|has|would|could|that'],
    examples: {
      right: ['He {wrote} the script in six weeks after her job disappeared.'],
      wrong: ['He wrote the script was lost.', 'He wrote that the script was lost.'],
    },
  },
  {
    name: 'adding to a score or a sum',
    pattern:
      '(cue: [add] ) a|an|another|his|her|their|its|the ADJ|NUM? NUM|ADJ|NOUN in|on|from|to|after|before|with|when|late|, ',
    gives: null,
    unless: ['. ..6 was|were|is|are|had|has|would|could|that|will'],
    examples: {
      right: [
        'He {added} a third in stoppage time.',
        'Marsh {added} another goal from the spot.',
        'Orr {added} his second after the break.',
      ],
      wrong: ['He added the council had spent too much.', 'She added that a third was lost.'],
    },
  },
  {
    name: 'finding a thing',
    pattern: 'after:, (cue: finding ) NUM|a|an|no|some|several|dozens|hundreds',
    gives: null,
    unless: ['. ..8 was|were|is|are|had|has|would|could|that|will'],
    examples: {
      right: ['Police searched the flat, {finding} two knives.'],
      wrong: [
        'The panel reported in May, finding that two men had lied.',
        'The panel ruled in May, finding two men were lying.',
      ],
    },
  },
  {
    name: 'declaring or announcing a thing',
    pattern:
      '(cue: [declare|announce] ) a|an|the|its|his|her|their|no|new|plans ADJ|NUM|NOUN|PROPN{5} ADP|,|.|and|with|that|which',
    gives: null,
    unless: [
      '. . ADJ|NUM|NOUN|PROPN{5} was|were|is|are|had|has|would|could|will|"',
      '. . ADJ|NUM|NOUN|PROPN{5} ADP ..6 was|were|is|are|had|has|would|could|will|"',
    ],
    examples: {
      right: [
        'The board {declared} a dividend of one share.',
        'The firm {announced} a vast plan, which analysts said was aimed at its rivals.',
      ],
      wrong: [
        'The board declared the firm was sound.',
        'The board declared the firm in May to be “sound”.',
        'The board announced the sale of the firm would go ahead.',
      ],
    },
  },
  {
    name: 'promising a thing that is made of others',
    pattern:
      '(cue: [promise|pledge|propose|demand] ) a|an|the|new ADJ|NUM|NOUN|PROPN{4} of ADJ|NOUN|PROPN{4} ,|to|for|and',
    gives: null,
    examples: {
      right: ['The council {promised} a package of new measures, after the budget was passed.'],
      wrong: ['The council promised the sale of the mill would go ahead.'],
    },
  },
  {
    name: 'pledging a thing',
    pattern: '(cue: [pledge] ) <np> as|for|against|to',
    gives: null,
    unless: ['. ..12 "'],
    examples: {
      right: ['The firm has {pledged} its shares as security for the loan.'],
      wrong: ['The firm pledged that its shares would be sold.', 'The firm pledged to sell its shares.'],
    },
  },
  {
    name: 'urging somebody to do something',
    pattern: '(cue: [urge|advise|ask|request] ) <np> to VERB',
    gives: null,
    unless: ['. ..12 "'],
    examples: {
      right: [
        'Doctors {urged} parents to have their children seen.',
        'The mayor {asked} the firm to rebuild the wall.',
      ],
      wrong: ['Doctors urged parents to “have their children seen”.', 'Doctors urged that children be seen.'],
    },
  },
  {
    name: 'expecting an amount',
    pattern: '(cue: [expect] ) ADJ? NOUN NOUN? of|between|in',
    gives: null,
    unless: ['. ..12 to VERB', '. ..12 will|would|could|that|was|is|are|were'],
    examples: {
      right: ['The firm now {expects} operating profit of 410 million crowns.'],
      wrong: [
        'The firm expects growth in Norway to slow.',
        'The firm expects growth in Norway will slow.',
        'The firm expects that growth will slow.',
      ],
    },
  },
  {
    name: 'reporting on oneself',
    pattern: '(cue: [report] ) his|her|its|their ADJ|NOUN',
    gives: null,
    unless: ['. . ..6 was|were|is|are|had|has|would|will'],
    examples: {
      right: ['Participants {reported} their own working hours, which may have led to errors.'],
      wrong: ['Residents reported their cars were gone.', 'Residents reported that their cars were gone.'],
    },
  },
  {
    name: 'agreeing to do what tells of a thing',
    pattern: '(cue: [agree] ) ..3 to VERB <np> that|which',
    gives: null,
    examples: {
      right: ['Its lenders {agreed} in August to waive a rule that capped the ratio at 3.5.'],
      wrong: ['Its lenders agreed that the ratio was too high.'],
    },
  },
];

export const FALSE_CUES = table(falseCues);
