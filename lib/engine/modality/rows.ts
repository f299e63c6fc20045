/**
 * How a claim is put forward: rows for what says that it is not so, and for what says that it only may be, is planned, expected, supposed or denied.
 *
 * Words and signatures after Karttunen (2012) for implicative verbs and Sauri and Pustejovsky (2009) for factuality. A row captures `it`, the word that decides.
 */
import { type Row, table } from '../rules/rows.ts';
import { CONDITIONAL } from './conditional-rows.ts';
import { DENIED } from './denied-rows.ts';
import { as, NEGATIVE, type Stated } from './row.ts';

const rows: readonly Row<Stated>[] = [
  {
    name: 'not, never, hardly',
    pattern: "(it: not|n't|never|cannot|hardly|barely|scarcely|rarely|seldom )",
    gives: NEGATIVE,
    unless: [
      // "It will not go to Leeds, at least not yet": said once more
      'after:,|but|least not yet',
      'not only|just|least|merely|to|that|necessarily',
      'never-ending',
      'after:or not',
      // "for not paying", "despite never having paid": of something else than the claim's verb
      'after:!AUX not|never ADV? VERB&-ing|having|being',
      // "landlord, not manufacturer"
      'after:, not NOUN|PROPN|ADJ|NUM|ADP|SCONJ|because|in|by|for|to|from|with|on|at',
      'after:or|and not NOUN|PROPN|NUM|ADP',
    ],
    examples: {
      right: ['The ministry did {not} publish the figures.', '{Never} before has the river been so low.'],
      wrong: [
        'The ministry not only published the figures.',
        'The ministry may publish the figures, but not yet.',
        'The ministry published the figures.',
        'The firm was fined for not paying the tax.',
        'The rest would follow in days, not weeks.',
        'It is not that the ministry lied.',
        'Whether or not the ministry lied, two docks will close.',
      ],
    },
  },
  {
    name: 'no, nobody, nothing',
    pattern: '(it: no|none|nobody|nothing|neither|nowhere )',
    gives: NEGATIVE,
    unless: [
      'no doubt|matter|sooner|wonder',
      'no ADJ than',
      'none other',
      'after:for|but nothing',
      // "from £3m to virtually nothing"
      'after:to|virtually|almost|practically|next nothing',
      'nothing but|less|short',
      // "the talks went nowhere"
      'after:VERB|AUX|of nowhere',
      // "workers no longer needed by the mills"
      'no longer VERB&-ed by',
      'no vote|votes|camp|campaign|strings',
      'after:doing|saying nothing',
      'after:, no ?|"|$',
      'no $',
    ],
    examples: {
      right: ['{Nobody} was charged over the fire.', 'In {no} year since 1990 has crime fallen.'],
      wrong: [
        'There is no doubt that the fire was lit.',
        'Anybody could be charged.',
        'The town let the docks go for nothing.',
        'The docks fell in value from £3m to nothing.',
        'The talks on the docks have gone nowhere.',
        'The mayor was one of the four no votes.',
        'The town would hire men no longer needed by the mills.',
        'The choices ranged from doing nothing to closing the docks.',
        'The town paid £3m with no strings attached.',
      ],
    },
  },
  {
    name: 'nor did',
    pattern: '^ (it: nor ) AUX|,',
    gives: NEGATIVE,
    examples: {
      right: ['{Nor} did the fund pay the £3m.', '{Nor}, he said, did the fund pay.'],
      wrong: ['The fund was neither rich nor did it lend.'],
    },
  },
  {
    name: 'failed, refused',
    pattern: '(it: [fail|refuse|decline|neglect|forget|pretend|cease] ) to VERB|AUX|NOUN',
    gives: NEGATIVE,
    // "anger at the crew for failing to": of something else than the claim's verb
    unless: [
      '[decline|refuse] to comment|say|answer',
      'after:for|of|by|about|over|without failing|refusing|declining|neglecting',
    ],
    examples: {
      right: ['The fund {refused} to pay the £3m.', 'The crew {failed} to reach the summit.'],
      wrong: [
        'The crops failed in May.',
        'Shares declined to 40p.',
        'The remark showed anger at the crew for failing to reach the summit.',
      ],
    },
  },
  {
    name: 'has yet to',
    pattern: '[have]|[be] (it: yet ) to VERB|AUX|NOUN|be',
    gives: NEGATIVE,
    examples: {
      right: ['The fund has {yet} to pay the £3m.', 'The fund is {yet} to pay the £3m.'],
      wrong: ['The fund has paid, yet to little avail.'],
    },
  },
  {
    name: 'unable, unwilling to',
    pattern: '(it: unable|unwilling|powerless|reluctant ) to VERB|AUX|NOUN|be',
    gives: NEGATIVE,
    examples: {
      right: ['The fund was {unable} to pay the £3m.'],
      wrong: ['The fund was able to pay the £3m.', 'The fund was unwilling.'],
    },
  },
  {
    name: 'ruled out doing',
    pattern: '(it: [rule|refrain|desist|abstain|back|pull|shy] ) out|from|away of|from? VERB&-ing',
    gives: NEGATIVE,
    examples: {
      right: ['The fund {ruled} out paying the £3m.', 'The fund {refrained} from paying the £3m.'],
      wrong: ['The fund ruled on the case.', 'The fund pulled out in May.'],
    },
  },
  {
    name: 'prevented from doing',
    pattern: '[be] ADV? (it: prevented|barred|banned|blocked|stopped|prohibited|kept ) from VERB&-ing|being|having',
    gives: NEGATIVE,
    examples: {
      right: ['The fund was {prevented} from paying.'],
      wrong: ['The court barred the fund from paying.', 'The men were kept from Leeds.'],
    },
  },
  {
    name: 'not doing',
    pattern: '^ !VERB&!AUX* (it: not|never ) VERB&-ing|having|being',
    gives: NEGATIVE,
    unless: ['^ !VERB&!AUX* not|never VERB&-ing|having|being ..15 is|are|was|were'],
    examples: {
      right: ['Beijing and Moscow for {not} supporting the plan.'],
      wrong: ['The fund was fined for not paying the tax.', 'Paris not having a passport was a surprise.'],
    },
  },
  {
    name: 'for failing to',
    pattern: '^ !VERB&!AUX* for (it: failing|refusing|neglecting ) to VERB|AUX|NOUN',
    gives: NEGATIVE,
    examples: {
      right: ['The crew for {failing} to reach the summit.'],
      wrong: ['The mayor thanked the crew for failing to reach the summit.'],
    },
  },
  {
    name: 'avoided, stopped',
    pattern: '(it: avoided|avoids|escaped|stopped|stops|ceased|resisted ) -ing',
    gives: NEGATIVE,
    examples: {
      right: ['The fund {avoided} paying the £3m.', 'The plant {stopped} making tyres in 2019.'],
      wrong: ['The bus stopped at the plant.'],
    },
  },
  {
    name: 'nearly, almost did',
    pattern: '(it: nearly|almost ) VERB',
    gives: NEGATIVE,
    unless: [
      'after:is|are|and nearly|almost',
      'nearly|almost VERB @figure',
      'nearly|almost [double|treble|triple|halve|quadruple]',
    ],
    examples: {
      right: ['The fund {nearly} paid the money twice.'],
      wrong: [
        'Nearly 40 people paid.',
        'Sales almost doubled.',
        'The market is thin and almost saturated.',
        'The fund narrowly escaped ruin.',
      ],
    },
  },
  {
    name: 'did not happen as was planned',
    pattern: 'was|were (it: due|meant|supposed ) to VERB',
    gives: as('planned'),
    unless: ['was|were due to VERB&-s&!-ss'],
    examples: {
      right: ['The fund was {meant} to pay the £3m.'],
      wrong: ['The fund meant to pay.', 'The loss was due to remarks by two ministers.'],
    },
  },
  {
    name: 'may, might, could',
    pattern: "(it: may|might|could ) n't|not? ADV? ADV? VERB|AUX|NOUN|ADJ|be|have",
    gives: as('possible'),
    unless: ["could not|n't", 'could only'],
    examples: {
      right: ['The crash {may} have been caused by ice.', 'Prices {could} rise in June.', 'The tax {may} not rise.'],
      wrong: ['The talks end in May.', 'The crew could not reach the summit.'],
    },
  },
  {
    name: 'perhaps, reportedly',
    pattern: '(it: perhaps|maybe|possibly|reportedly|allegedly|apparently|presumably|probably|purportedly|supposedly )',
    gives: as('possible'),
    unless: ['perhaps|maybe|probably|possibly @figure'],
    examples: {
      right: ['The fire was {reportedly} started by two boys.'],
      wrong: ['Two boys started the fire.', 'Perhaps 40 people were there.'],
    },
  },
  {
    name: 'likely did',
    pattern: '(it: likely ) VERB&-ed|reached|fell|rose|made|had|came|took|was|were',
    gives: as('possible'),
    examples: {
      right: ['Output {likely} reached 5.1m tonnes.'],
      wrong: ['Her likely opponent called it a stunt.', 'Output is likely to reach 5.1m tonnes.'],
    },
  },
  {
    name: 'seems to, is thought to',
    pattern: '(it: [appear|seem]|believed|thought|suspected|alleged|rumoured|understood ) to VERB|AUX|be|have',
    gives: as('possible'),
    examples: {
      right: ['The decline {appears} to be due to milk.', 'Two boys are {believed} to have started the fire.'],
      wrong: ['The boys believed it.', 'He said so to the crew.'],
    },
  },
  {
    name: 'it is feared that',
    pattern:
      '[be] ADV? (it: feared|believed|thought|understood|suspected|alleged|rumoured ) that|dead|drowned|killed|lost',
    gives: as('possible'),
    examples: {
      right: ['It is {feared} that 40 people died.', 'Some 40 people are {feared} dead.'],
      wrong: ['The crew feared that the ship was lost.'],
    },
  },
  {
    name: 'claims to have done, is said to have done',
    pattern: '(it: [claim|profess|purport]|said|reported ) to have|be VERB|AUX|ADJ|NOUN|been',
    gives: as('possible'),
    unless: ['claims|claim to be VERB&-ed'],
    examples: {
      right: ['Dan Cole {claims} to have paid £4,000.', 'The firm is {said} to have lost £4m.'],
      wrong: ['The firm has claims to be settled.', 'He said he had lost £4m.'],
    },
  },
  {
    name: 'doubts that',
    pattern: '(it: [doubt|question] ) that|whether|if|DET|PRON|PROPN',
    gives: as('possible'),
    unless: ['no doubt', "after:no|little|without|not|n't|the|a|any|ADJ doubt|doubts", '[question] DET|PRON|PROPN'],
    examples: {
      right: ['Some {doubt} that the army bombed the hospital.', 'Critics {question} whether the bridge is safe.'],
      wrong: [
        'There is no doubt that the army bombed it.',
        'There was little doubt that the army had bombed it.',
        'Police questioned the man.',
      ],
    },
  },
  {
    name: 'plans to, promised to',
    pattern:
      '(it: [plan|intend|aim|propose|pledge|promise|vow|agree|threaten|offer|hope|want|decide|commit] ) to VERB|AUX|NOUN|be|have',
    gives: as('planned'),
    unless: [
      "after:the|a|an|any|some|this|that|every|each|his|her|its|their|'s|new|-al|-ar|-ic|-ous|-ive|-able|-ed plan|plans|offer|promise|pledge to",
    ],
    examples: {
      right: ['The ministry {pledged} to hire 900 nurses.', 'The firm {plans} to close the dock.'],
      wrong: [
        'The plans were drawn in 2019.',
        'Its unpopular plan to tax sugar cost the party 40 seats.',
        'The states can veto any plan to tax sugar.',
      ],
    },
  },
  {
    name: 'considers doing',
    pattern: '(it: [consider|contemplate|discuss|weigh|mull|propose|suggest] ) -ing',
    gives: as('planned'),
    examples: {
      right: ['The firm {considered} closing the dock.'],
      wrong: ['The firm considered the dock a loss.'],
    },
  },
  {
    name: 'asked, told, ordered to',
    pattern: '(it: asked|ordered|told|urged|offered|instructed|forced|required|invited ) to VERB|be|have|AUX',
    gives: as('planned'),
    unless: ['forced|required to'],
    examples: {
      right: ['The fund was {asked} to pay the £3m.'],
      wrong: ['The fund asked for £3m.', 'The fund was forced to pay.'],
    },
  },
  {
    name: 'is to, is due to',
    pattern: '(it: due|set|scheduled|slated|poised|ready|about ) to VERB|be|AUX',
    gives: as('planned'),
    unless: ['due to VERB&-s&!-ss', 'after:VERB|NOUN|ADV due to'],
    examples: {
      right: [
        'The dock is {due} to close in May.',
        'The dock was {about} to close.',
        'The bill is {due} to pass in May.',
      ],
      wrong: [
        'The closure was due to the ice.',
        'The closure was due to remarks by two ministers.',
        'Profit suffered considerably due to exchange rates.',
      ],
    },
  },
  {
    name: 'will, would',
    pattern: "(it: will|'ll|shall|wo|would|'d ) n't|not? ADV? ADV? VERB|AUX|NOUN|ADJ|be|have",
    gives: as('expected'),
    unless: [
      "would|'d n't|not? ADV? have",
      "'d VERB&-ed|been",
      'after:DET|ADJ will',
      "would n't|not? [comment|elaborate]",
    ],
    examples: {
      right: ['The dock {will} close in May.', 'He said the dock {would} close.', 'The dock {will} not close.'],
      wrong: [
        'The dock would have closed.',
        'The dock closed in May.',
        'The will was read.',
        'The mayor would not comment.',
      ],
    },
  },
  {
    name: 'is going to',
    pattern: '[be] ADV? (it: going ) to VERB|be|AUX',
    gives: as('expected'),
    examples: {
      right: ['The dock is {going} to close in May.'],
      wrong: ['The crew is going to Leeds.'],
    },
  },
  {
    name: 'is expected to',
    pattern: '(it: expected|likely|forecast|projected|predicted|anticipated|bound|certain ) to VERB|be|have|AUX',
    gives: as('expected'),
    unless: ['after:more|less|most|least|times|as likely'],
    examples: {
      right: ['Output is {expected} to fall in June.'],
      wrong: ['He expected it in June.', 'Nurses are 15% more likely to have kidney stones.'],
    },
  },
  {
    name: 'expects to',
    pattern: '(it: [expect|anticipate] ) <np>? to VERB|be|have|AUX',
    gives: as('expected'),
    unless: ['after:[be] expected'],
    examples: {
      right: ['The dock {expects} to earn £3m this year.', 'Lund {expects} the dock to close in May.'],
      wrong: ['The dock got what it expected.', 'The dock was expected to close.'],
    },
  },
  {
    name: 'unlikely to',
    pattern: '(it: unlikely ) to VERB|be|have|AUX',
    gives: as('expected'),
    examples: {
      right: ['The dock is {unlikely} to close in May.'],
      wrong: ['The dock is likely to close.', 'An unlikely friend came to the dock.'],
    },
  },
];

export const STATED = table([...rows, ...CONDITIONAL, ...DENIED]);
