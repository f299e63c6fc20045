/**
 * Where a clause can be cut in two: rows that find what hangs on its end and may be a fact of its own ("a cellar *where two guards questioned her*").
 *
 * A row captures `tail`, from the first word of what would be cut off, and `head`, the words it hangs on, where they stand right before it and belong to
 * its claim too. Whether the tail is a claim of its own, `detach.ts` decides by what is in it.
 */
import { type Row, table } from '../rules/rows.ts';

export type Joint = {
  /** Whether the words the tail hangs on go into its claim. */
  readonly withHead: boolean;
  /** Where the tail ends: with the clause, or at the next comma. */
  readonly until: 'end' | 'comma';
  /** Whether the first word only joins, and stays out of the claim ("because"). */
  readonly joins: boolean;
  /** Whether the tail has a subject and a verb of its own. */
  readonly isWhole: boolean;
};

const HEADED: Joint = { withHead: true, until: 'end', joins: false, isWhole: false };
const BARE: Joint = { withHead: false, until: 'end', joins: false, isWhole: false };
const CLAUSE: Joint = { withHead: false, until: 'end', joins: false, isWhole: true };
const JOINED: Joint = { withHead: false, until: 'end', joins: true, isWhole: true };

const rows: readonly Row<Joint>[] = [
  {
    name: 'a place where',
    pattern: '(head: <np> ) ,? (tail: where DET|NUM|PRON|NOUN|PROPN|ADJ )',
    gives: HEADED,
    examples: {
      right: ['She stayed in a hotel {where two guards questioned her}.'],
      wrong: ['Nobody knows where the money went.'],
    },
  },
  {
    name: 'something that',
    pattern: '(head: <np> ) (tail: that|which ADV? had|was|were|has|have|would|VERB&-ed )',
    gives: HEADED,
    unless: [
      'all|any|every|these|those ..8 that|which',
      '@time+ that|which',
      'type|kind|sort|way|one|things|something|anything that',
      'DET type|kind|sort|way|one|things that',
      '..4 things that',
    ],
    examples: {
      right: ['The governor vetoed a bill {that would have closed two schools}.'],
      wrong: [
        'The governor said that would have closed two schools.',
        'Lund has said things and done things that have been wrong.',
      ],
    },
  },
  {
    name: 'something that somebody',
    pattern: '(head: <np> ) (tail: that|which <np> ADV? VERB|AUX )',
    gives: HEADED,
    unless: [
      '@time+ that|which',
      'all|any|every ..8 that|which',
      '..6 [convince|persuade|assure|inform|remind|notify|tell|warn|promise|advise] <np> that',
      'after:[convince|persuade|assure|inform|remind|notify|tell|warn|promise|advise|teach|show] <np> that',
      '..7 recommendation|requirement|demand|request|proposal that',
      '..4 %factive|%saying|claim|claims|allegation|news|hope|fear|risk|chance|danger|possibility|threat|evidence|proof|doubt|belief|rumour|warning|sign|point|way|type|kind|side|condition|pretext that',
    ],
    examples: {
      right: ['The council sold a bridge {that the army had built in 1944}.'],
      wrong: [
        'The council denied the claim that the army had built it.',
        'She spent a decade persuading her colleagues that it was right.',
        'The mill broke a national health board recommendation that all salt be treated.',
      ],
    },
  },
  {
    name: 'people who',
    pattern: '(head: <np> ) (tail: who ADV? VERB|AUX )',
    gives: HEADED,
    unless: ['themselves|himself|herself|ourselves|yourself who'],
    examples: {
      right: ['The police arrested a man {who sold forged tickets}.'],
      wrong: ['The police asked who sold forged tickets.', 'Members will ask themselves who can lead.'],
    },
  },
  {
    name: 'people whose',
    pattern: '(head: <np> ) (tail: whose NOUN|ADJ )',
    gives: HEADED,
    examples: {
      right: ['The ministry will drop the test for four countries {whose approval rate is above 90%}.'],
      wrong: ['The ministry asked whose approval was needed.'],
    },
  },
  {
    name: 'something somebody did',
    pattern: '(head: DET|NUM ADJ? NOUN&!time&!way&!day&!year&!week&!month ) (tail: he|she|they|we|i ADV? VERB|AUX )',
    gives: HEADED,
    examples: {
      right: ['The boy brought a clock {he had made} to school.'],
      wrong: ['The boy brought it the day he left.'],
    },
  },
  {
    name: 'something done',
    pattern:
      '(head: <np> ) (tail: VERB&-ed&!compared|made|held|built|found|sold|written|taken|led|known|given|sent|shown|left|paid by|in|at|to|for|on|with|from|as|just|after|during|under|against|since )',
    gives: HEADED,
    unless: [
      '<np> VERB ..3 VERB&-ed|made|held|built $',
      '<np> [design|centre|center|base|intend|mean]',
      '<np> VERB ADP ADJ? ADJ|NOUN|PROPN .? $',
      'he|she|it|they|we|i|you',
    ],
    examples: {
      right: ['Seven members kept up a filibuster {aimed at a bill on schools}.'],
      wrong: [
        'Seven members kept a filibuster going.',
        'The town counselled a calm approach centred on talks and patience.',
        'The tests caused little of the fear sparked in Leeds.',
        'The mill sold 8,000 tonnes compared with 7,000 in May.',
      ],
    },
  },
  {
    name: 'something doing',
    pattern: '(head: <np> ) (tail: VERB&-ing DET|NUM|PROPN|PRON|ADJ )',
    gives: HEADED,
    unless: ['after:spend|spends|spent|spending <np>', '@time+ VERB&-ing'],
    examples: {
      right: ['A reporter saw a man {carrying two rifles}.'],
      wrong: [
        'The man is carrying two rifles.',
        'The minister had spent 18 months defending a policy.',
        'Voters will see ads this autumn tying the party to him.',
      ],
    },
  },
  {
    name: 'comma, doing',
    pattern: ', ADV? (tail: VERB&-ing&!including&!following&!according )',
    gives: BARE,
    unless: [
      ', [say|add|argue|claim|insist|warn|note|state|allege|assert|write|tell|explain|know|speak|read|call]',
      ', -ing NOUN ,',
    ],
    examples: {
      right: ['Lund scored from the spot, {putting Bergen ahead}.'],
      wrong: ['Lund scored from the spot, saying it was easy.', 'Ten people, including Lund, scored.'],
    },
  },
  {
    name: 'comma, done',
    pattern:
      ', (tail: VERB&-ed|made|held|built|found|sold|written|led|known|given|sent|shown by|in|at|to|for|of|on|with|from|as|after|during|under|against|since )',
    gives: BARE,
    unless: [', [compare]'],
    examples: {
      right: [
        'The jury freed Ruiz, {accused of theft in 2019}.',
        'The firm moved to a hall in Leeds, {built in 1911}.',
      ],
      wrong: ['The firm, which built in Leeds, closed.', 'Sales rose by 4%, compared with a fall in 2019.'],
    },
  },
  {
    name: 'comma, who or what it is',
    pattern: '(head: <np> ) , (tail: a|an|the|one|its|his|her|their <np> )',
    gives: { withHead: false, until: 'comma', joins: false, isWhole: false },
    unless: [
      '<np> , <np> ,? and|or',
      "<np> , DET NOUN ' ..3 and|or",
      '<np> , <np> , <np> ,',
      '<np> , <np> , <np> and|or',
      '<np> , <np> VERB|AUX',
      '<np> , @time @time',
    ],
    examples: {
      right: ['The council closed Leda, {the second-largest operator by visits}.'],
      wrong: [
        "The scheme includes a primary school, a doctors' surgery and a park.",
        'Few women lead large firms, the police, the courts and trade unions.',
        'In Leda, the operator closed.',
        'She leaves her daughter, a doctor, her son, Leo, and his wife.',
      ],
    },
  },
  {
    name: 'with something doing',
    pattern: ',? (tail: with <np> VERB&-ing )',
    gives: BARE,
    unless: ['after:VERB with'],
    examples: {
      right: ['The talks went on, {with the two sides growing further apart}.'],
      wrong: ['The talks went on with Norway.', 'The paper spoke with a man going by another name.'],
    },
  },
  {
    name: 'because',
    pattern: '(tail: because <np> )',
    gives: JOINED,
    unless: ['because of', 'after:only|just|simply|merely|largely|partly|mainly|mostly|precisely|perhaps because'],
    examples: {
      right: ['He took his family to Geneva {because ministers wanted to meet his son}.'],
      wrong: ['He took his family to Geneva because of the heat.', 'She lost not only because rivals spent more.'],
    },
  },
  {
    name: 'after doing',
    pattern: ',? (tail: after|before|while|despite|instead VERB&-ing )',
    gives: BARE,
    unless: [
      'after:than|or|and|not after|before',
      'after:hour|hours|minute|minutes|day|days|week|weeks|month|months|year|years|shortly|soon after|before',
    ],
    examples: {
      right: ['She was fined {after leaving the hall with two bags}.'],
      // how it was done belongs to what was done
      wrong: [
        'She left the hall.',
        'The boat sank about two hours after leaving the port.',
        'The horse died in the yard rather than after falling in the race.',
        'The firm cut its costs by closing two depots.',
      ],
    },
  },
  {
    name: 'as somebody does',
    pattern: '(tail: as <np> AUX|VERB&!-ed&!-ing )',
    gives: JOINED,
    unless: [
      'as if|though|long|soon|well|much|many|it|he|she',
      'after:soon|long|far|much|well|insofar|such as',
      'as NOUN of',
      'as ..3 put|said|told',
      'as <np> VERB .? $',
    ],
    examples: {
      right: ['The lesson is heard {as several states have rejected such bills}.'],
      wrong: [
        'She served as mayor.',
        'The council failed to consult users as the law requires.',
        'Rents will rise as soon as the new tax is felt.',
        'Lund named some deeds, such as early use of a fund exceeding £4m.',
      ],
    },
  },
  {
    name: 'to become',
    pattern: '(tail: to [become] )',
    gives: BARE,
    // "failed to become": what she failed at
    unless: ['to become a|an ADJ? NOUN .', 'after:VERB|AUX|able|unable|likely|unlikely|due|keen to'],
    examples: {
      right: ['Mia Holt beat Eva Brandt by a second {to become the youngest winner since 1998}.'],
      wrong: [
        'Mia Holt became the youngest winner since 1998.',
        'Mia Holt failed to become the youngest winner since 1998.',
      ],
    },
  },
  {
    name: 'while somebody else does',
    pattern: '(tail: while <np> ADV? AUX|VERB )',
    gives: JOINED,
    examples: {
      right: ['Norlux has been losing customers {while the newly merged Ferrova is gaining riders}.'],
      wrong: ['Norlux lost customers for a while.'],
    },
  },
  {
    name: 'so that somebody',
    pattern: '(tail: so <np> %modal )',
    gives: JOINED,
    examples: {
      right: ['They moved to London {so they could be near the church}.'],
      wrong: ['They moved so often.'],
    },
  },
  {
    name: 'comma, and that',
    pattern: 'and|but (tail: that <np> ADV? AUX|VERB )',
    gives: JOINED,
    examples: {
      right: ['Officials said that the fire was out and {that nobody was hurt}.'],
      wrong: ['Officials said that the fire was out.'],
    },
  },
  {
    name: 'comma, somebody does',
    pattern: ', (tail: we|i|they|he|she|you|it|this|that ADV? AUX|VERB )',
    gives: CLAUSE,
    unless: [', ..2 %saying'],
    examples: {
      right: ['"We lost the vote in May, {we lost the house in June}," he said.'],
      wrong: ['We lost the vote, he said.'],
    },
  },
  {
    name: 'in hopes of, in defiance of',
    pattern: '(tail: in hopes|contravention|breach|violation|defiance )',
    gives: BARE,
    examples: {
      right: ['They spoke for hours {in hopes of delaying the bill}.'],
      wrong: ['They spoke in public.'],
    },
  },
];

export const JOINTS = table(rows);
