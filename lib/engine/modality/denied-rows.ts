/** What says that something is denied, false, or not known to be so. Words as in `rows.ts`. */
import type { Row } from '../rules/rows.ts';
import { as, NEGATIVE, type Stated } from './row.ts';

export const DENIED: readonly Row<Stated>[] = [
  {
    name: 'it is false that',
    pattern:
      '(it: false|untrue|myth|falsely|wrongly|wrong|baseless|unfounded|fake|hoax|lie ) that|claimed|claim|claims|said|stated|reported|suggested|accused',
    gives: as('denied'),
    examples: {
      right: ['It is a {myth} that the fund paid the £3m.', 'A post {falsely} claimed that the fund paid.'],
      wrong: ['The alarm was false.'],
    },
  },
  {
    name: 'the claim is false',
    pattern:
      'claim|claims|report|reports|rumour|rumours|rumor|rumors|story|stories|suggestion|suggestions|allegation|allegations|idea ..25 is|are|was|were ADV? (it: false|untrue|wrong|baseless|unfounded|fake|fabricated|bogus|incorrect|inaccurate|groundless )',
    gives: as('denied'),
    examples: {
      right: ['The claim that the fund paid is {false}.', 'Reports that the fund paid are {untrue}.'],
      wrong: ['The claim that the fund paid is true.', 'The alarm was false.'],
    },
  },
  {
    name: 'denies',
    pattern:
      '(it: [deny|dispute|refute|disprove|rebut] ) ADV? DET? that|-ing|having|being|it|this|wrongdoing|involvement|responsibility|knowledge|guilt|link|links|murder|manslaughter|rape|theft|assault|fraud|conspiracy',
    gives: as('denied'),
    unless: ['after:NOUN|ADJ|DET dispute|disputes -ing'],
    examples: {
      right: [
        'The council {denied} that it spent £4m.',
        'He {denies} taking the money.',
        'The firm {denied} any link with the fire.',
      ],
      wrong: [
        'More pay disputes looming, the council spent £4m.',
        'The council spent £4m.',
        'The council denied him entry.',
        'The court denied bail to two men.',
      ],
    },
  },
  {
    name: 'denied it was so',
    pattern: '(it: [deny] ) <np> ADV? had|has|have|was|were|is|are|did|would|will',
    gives: as('denied'),
    unless: ['[deny] him|her|them|us|me'],
    examples: {
      right: ['The mayor {denied} the firm had paid £3m.'],
      wrong: ['The insurer denied him cover.', 'The court denied bail to two men.'],
    },
  },
  {
    name: 'denies what was claimed',
    pattern:
      '(it: [deny|dispute|refute|disprove|rebut|reject|dismiss] ) ..4 claim|claims|allegation|allegations|accusation|accusations|suggestion|suggestions|assertion|assertions|rumour|rumours|charges|reports|speculation',
    gives: as('denied'),
    examples: {
      right: ['The mayor {rejected} the claims.', 'The council {denied} any suggestion that it lied.'],
      wrong: ['The mayor rejected the plan.', 'The insurer denied him cover.'],
    },
  },
  {
    name: 'no evidence that',
    pattern: 'no ADJ? (it: evidence|proof|sign|indication|suggestion|truth|basis ) that|of|to|in|for|DET|PRON|PROPN',
    // "no sign of the boat": it is not there
    unless: ['no ADJ? sign|indication of DET|NOUN|PROPN|PRON'],
    gives: { isNegative: true, factuality: 'denied' },
    examples: {
      right: ['There is no {evidence} that the fund paid.'],
      wrong: ['There is evidence that the fund paid.', 'There was no sign of the boat.'],
    },
  },
  {
    name: 'little evidence that',
    pattern:
      'little|scant|insufficient ADJ? (it: evidence|proof|sign|indication|suggestion|truth|basis ) that|of|to|in|for',
    gives: as('denied'),
    examples: {
      right: ['There is little {evidence} that the tax cut smoking.'],
      wrong: ['There is evidence that the tax cut smoking.'],
    },
  },
  {
    name: 'stopped short of doing',
    pattern: '[stop|fall|come] (it: short ) of -ing',
    gives: NEGATIVE,
    examples: {
      right: ['The council stopped {short} of closing two schools.'],
      wrong: ['The council fell short of its goal.', 'The council was short of staff.'],
    },
  },
  {
    name: 'it is not clear whether',
    pattern: '(it: unclear|unknown|uncertain|unsure|undecided|clear|certain|sure|known ) whether|if',
    gives: as('possible'),
    examples: {
      right: [
        'It is {unclear} whether the council sold the hall.',
        'It was not {clear} if the council had sold the hall.',
      ],
      wrong: ['It is unclear how the hall was sold.'],
    },
  },
  {
    name: 'it is not true that',
    pattern: "not|n't|never ADV? (it: true|correct|accurate ) that",
    gives: { isNegative: true, factuality: 'denied' },
    examples: {
      right: ['It is not {true} that the fund paid.'],
      wrong: ['It is true that the fund paid.', 'The story is not true.'],
    },
  },
  {
    name: 'accused of',
    pattern: '(it: accused|suspected|charged ) of|with',
    gives: as('possible'),
    examples: {
      right: ['The fund was {accused} of paying bribes.'],
      wrong: ['The fund accused nobody.'],
    },
  },
];
