/**
 * How a claim is put forward: rows for what says that it is not so, and for what says that it only may be, is planned, expected, supposed or denied.
 *
 * Words and signatures after Karttunen (2012) for implicative verbs and Sauri and Pustejovsky (2009) for factuality. A row captures `it`, the word that decides.
 */
import { type Row, table } from '../rules/rows.ts';
import type { Factuality } from '../types.ts';

export type Stated = {
  /** Turns what is claimed into its opposite. */
  readonly isNegative: boolean;
  readonly factuality: Factuality | null;
};

const NEGATIVE: Stated = { isNegative: true, factuality: null };
const as = (factuality: Factuality): Stated => ({ isNegative: false, factuality });

const rows: readonly Row<Stated>[] = [
  {
    name: 'not, never, hardly',
    pattern: "(it: not|n't|never|cannot|hardly|barely|scarcely|rarely|seldom )",
    gives: NEGATIVE,
    unless: ['not only|just|least|merely|to', 'never-ending'],
    examples: {
      right: ['The ministry did {not} publish the figures.', '{Never} before has the river been so low.'],
      wrong: ['The ministry not only published the figures.', 'The ministry published the figures.'],
    },
  },
  {
    name: 'no, nobody, nothing',
    pattern: '(it: no|none|nobody|nothing|neither )',
    gives: NEGATIVE,
    unless: ['no doubt|matter|sooner|wonder', 'no ADJ than', 'none other'],
    examples: {
      right: ['{Nobody} was charged over the fire.', 'In {no} year since 1990 has crime fallen.'],
      wrong: ['There is no doubt that the fire was lit.', 'Anybody could be charged.'],
    },
  },
  {
    name: 'failed, refused',
    pattern: '(it: [fail|refuse|decline|neglect|forget] ) to VERB|AUX|NOUN',
    gives: NEGATIVE,
    unless: ['[decline|refuse] to comment|say|answer'],
    examples: {
      right: ['The fund {refused} to pay the £3m.', 'The crew {failed} to reach the summit.'],
      wrong: ['The crops failed in May.', 'Shares declined to 40p.'],
    },
  },
  {
    name: 'has yet to',
    pattern: '[have] (it: yet ) to VERB|AUX|NOUN',
    gives: NEGATIVE,
    examples: {
      right: ['The fund has {yet} to pay the £3m.'],
      wrong: ['The fund has paid, yet to little avail.'],
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
    pattern: '(it: nearly|almost|narrowly ) VERB',
    gives: NEGATIVE,
    unless: ['nearly|almost VERB @figure', 'nearly|almost [double|treble|triple|halve|quadruple]'],
    examples: {
      right: ['The fund {nearly} paid the money twice.'],
      wrong: ['Nearly 40 people paid.', 'Sales almost doubled.'],
    },
  },
  {
    name: 'did not happen as was planned',
    pattern: 'was|were (it: about|due|meant|supposed ) to VERB',
    gives: as('planned'),
    examples: {
      right: ['The fund was {about} to pay the £3m.'],
      wrong: ['The talk was about pay.'],
    },
  },
  {
    name: 'may, might, could',
    pattern: '(it: may|might|could ) ADV? ADV? VERB|AUX|NOUN|ADJ|be|have',
    gives: as('possible'),
    unless: ["could not|n't", 'could only'],
    examples: {
      right: ['The crash {may} have been caused by ice.', 'Prices {could} rise in June.'],
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
    name: 'seems to, is thought to',
    pattern: '(it: [appear|seem]|believed|thought|suspected|alleged|rumoured|understood ) to VERB|AUX|be|have',
    gives: as('possible'),
    examples: {
      right: ['The decline {appears} to be due to milk.', 'Two boys are {believed} to have started the fire.'],
      wrong: ['The boys believed it.', 'He said so to the crew.'],
    },
  },
  {
    name: 'plans to, promised to',
    pattern:
      '(it: [plan|intend|aim|propose|pledge|promise|vow|agree|threaten|offer|hope|want|decide|commit] ) to VERB|AUX|NOUN|be|have',
    gives: as('planned'),
    examples: {
      right: ['The ministry {pledged} to hire 900 nurses.', 'The firm {plans} to close the dock.'],
      wrong: ['The plans were drawn in 2019.'],
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
    pattern: '(it: due|set|scheduled|slated|poised|ready ) to VERB|be|AUX',
    gives: as('planned'),
    examples: {
      right: ['The dock is {due} to close in May.'],
      wrong: ['The closure was due to the ice.'],
    },
  },
  {
    name: 'is expected to',
    pattern:
      '(it: expected|likely|unlikely|forecast|projected|predicted|anticipated|bound|certain ) to VERB|be|have|AUX',
    gives: as('expected'),
    examples: {
      right: ['Output is {expected} to fall in June.'],
      wrong: ['He expected it in June.'],
    },
  },
  {
    name: 'if, unless',
    pattern: '(it: if|unless|provided|assuming ) DET|PRON|NOUN|PROPN|NUM|ADJ|there',
    gives: as('conditional'),
    unless: ['if not', 'provided DET NOUN for|to|with'],
    examples: {
      right: ['The dock will flood {if} the tide turns before Monday.'],
      wrong: ['He asked for help.', 'The town provided the hall for the vote.'],
    },
  },
  {
    name: 'would have, had it',
    pattern: '(it: would|could|should|might ) ADV? have VERB|been',
    gives: as('conditional'),
    unless: ['could|might ADV? have been', 'might have'],
    examples: {
      right: ['The dock {would} have cost £4m.'],
      wrong: ['The dock would cost £4m.', 'The dock cost £4m.'],
    },
  },
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
    name: 'denies',
    pattern: '(it: [deny|dispute|refute|disprove] ) that|-ing|DET|PRON|PROPN',
    gives: as('denied'),
    unless: ['[deny] <np> <np>'],
    examples: {
      right: ['The council {denied} that it spent £4m.', 'He {denies} taking the money.'],
      wrong: ['The council spent £4m.'],
    },
  },
  {
    name: 'no evidence that',
    pattern: 'no (it: evidence|proof|sign|indication|suggestion ) that|of',
    gives: as('denied'),
    examples: {
      right: ['There is no {evidence} that the fund paid.'],
      wrong: ['There is evidence that the fund paid.'],
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

export const STATED = table(rows);
