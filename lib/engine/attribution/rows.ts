/**
 * Who says what, where the words stand in an order that `cues.ts` does not read: rows over the tokens of one sentence.
 *
 * `who` is the one who is answerable, `cue` the word that says so, `said` what was said.
 */
import { type Row, table } from '../rules/rows.ts';
import { HEADLINES } from './headlines.ts';
import { QUOTED } from './quoted-rows.ts';
import { RELAYED } from './relayed-rows.ts';
import type { Reported } from './row.ts';

const ANYWHERE: Reported = { in: 'anywhere', quoted: false, over: 'replaces' };
/** Only where nothing has been found for the cue. */
const ELSE: Reported = { in: 'anywhere', quoted: false, over: 'gives way' };

const SAYS = '[say|confirm|claim|admit|warn|argue|insist|announce|add|maintain|concede|acknowledge]';

const reported: readonly Row<Reported>[] = [
  {
    name: 'said when or where, and then a clause',
    pattern: `(who: <np> ) AUX? ADV? (cue: ${SAYS} ) on|in|at|during|last|late|early|yesterday|today|this <np>? ,? (said: <np> ADV? AUX|VERB ..80 )`,
    gives: ANYWHERE,
    unless: [
      '<np> AUX? ADV? VERB in|at|on|during <np> VERB ..5 that',
      '<np> AUX? ADV? VERB in|on|at DET ADJ|NOUN{2} statement|letter|report|interview|speech|article DET|PRON|PROPN|NUM|ADJ|NOUN',
    ],
    examples: {
      right: [
        'The council said on Tuesday {it had spent £3.4m on roads}.',
        'Police said in May {the fire had killed two people}.',
        'Mr Brown said last night {the force had lost 300 officers}.',
      ],
      wrong: [
        'The council said on Tuesday that roads were dear.',
        'The council met on Tuesday it had chosen.',
        'He said in a statement released on Monday that the bridge was safe.',
      ],
    },
  },
  {
    name: 'said in a statement, and then a clause',
    pattern: `(who: <np> ) AUX? ADV? (cue: ${SAYS} ) in|on|at DET ADJ|NOUN{2} statement|letter|report|interview|speech|conference|article|note|newsletter|release|programme|program ,? (said: DET|PRON|PROPN|NUM|NOUN ..80 )`,
    gives: ANYWHERE,
    unless: ['<np> AUX? ADV? VERB in|on|at ..5 to|by|of|with|from|in|on', '<np> AUX? ADV? VERB in|on|at ..12 that'],
    examples: {
      right: [
        'The ministry said in a statement {output fell 3 per cent}.',
        'Lund said in a television interview {output fell 3 per cent}.',
      ],
      wrong: ['The ministry said in a statement to the press that output fell.', 'The ministry put out a statement.'],
    },
  },
  {
    name: 'told somebody when or where, and then a clause',
    pattern:
      '(who: <np> ) AUX? ADV? (cue: [tell] ) <np> on|in|at|during|last|late|early|yesterday|today|this <np>? ,? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['The minister told the BBC on Monday {the scheme had cost £2bn}.'],
      wrong: ['The minister told the BBC on Monday about the scheme.'],
    },
  },
  {
    name: 'a clause, somebody said',
    pattern:
      '^ (said: DET|PROPN|NOUN|PRON|NUM ..6 cost|spread|cut|put|let|hit|set ..60 ) , (who: the|a|an|one|our <np> ) (cue: said|says|claimed|claims|warned|admitted|confirmed|announced ) .? $',
    gives: ANYWHERE,
    examples: {
      right: ['{The tram cost £9m}, the minister said.'],
      wrong: ['The tram cost £9m, the minister left.'],
    },
  },
  {
    name: 'a clause, according to somebody',
    pattern:
      '^ (said: DET|PROPN|NOUN|PRON|NUM ..6 cost|spread|cut|put|let|hit|set ..60 ) , according to (who: <np> ) .? $',
    gives: ANYWHERE,
    examples: {
      right: ['{The dam cost $3 billion}, according to a World Bank report.'],
      wrong: ['The dam cost $3 billion, thanks to a World Bank report.'],
    },
  },
  {
    name: 'according to somebody, without a comma',
    pattern:
      '^ according to DET? (who: @person|@organization|@other|PROPN+ ) (said: DET|PRON|NUM|ADV|NOUN|over|around|nearly ..80 ) .? $',
    gives: ANYWHERE,
    unless: ['according to ..6 , quoting|citing'],
    examples: {
      right: [
        'According to Okoye {the laptop was sent back to the firm by courier in June}.',
        'According to the Interior Ministry {over 345 hikers have been hurt in the park}.',
      ],
      wrong: [
        'According to Okoye, the laptop was sent back in June.',
        'According to Okoye news agency, quoting the minister, the laptop was sent back.',
      ],
    },
  },
  {
    name: 'somebody, who or what they are, said',
    pattern: '^ (who: <np> ) , <np> , AUX? (cue: [say] ) that? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ELSE,
    unless: ['a|an|the|its|their <np> , PROPN+ ,'],
    examples: {
      right: ['The firm Clearwell, the auditor, has said that {the bank holds 310 bad loans}.'],
      wrong: ['The firm Clearwell, the auditor, has held that bank.'],
    },
  },
  {
    name: 'those who are close to somebody, whose name follows, said',
    pattern:
      '(who: the|his|her family|parents|relatives|widow|widower|mother|father|wife|husband|brother|sister|son|daughter|lawyer|lawyers|solicitor|friends|colleagues of ..7 ) , PROPN+ , AUX? (cue: [say|add|warn|claim] ) that? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['The family of one of the dead, Kelly Marsh, said {the road had been closed}.'],
      wrong: ['The family of one of the dead, Kelly Marsh, left.'],
    },
  },
  {
    name: 'what somebody is, their name, said',
    pattern:
      'a|an|the|its|their <np> , (who: PROPN+ ) , AUX? (cue: [say|add|warn|claim] ) that? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['A town hall cabinet member, Cllr Rhys Tandy, said {the closures had saved money}.'],
      wrong: ['A town hall cabinet member, Cllr Rhys Tandy, left.'],
    },
  },
  {
    name: 'somebody for or of a body, said',
    pattern: '^ (who: PROPN+ ) for|of|from|at <np> , AUX? (cue: [say] ) that? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['Lydia Brandt for Food Standards, says {they are looking at new rules by the end of the year}.'],
      wrong: ['Lydia Brandt for Food Standards, left the hall.'],
    },
  },
  {
    name: 'noted what began as something had become another',
    pattern: `(who: <np> ) AUX? ADV? (cue: [say|note|write|observe|argue|report] ) (said: what VERB|AUX ..10 had|has|was|were|is|are ..60 )`,
    gives: ANYWHERE,
    examples: {
      right: ['The Gazette noted {what began as a joke had grown into a party}.'],
      wrong: ['The Gazette noted what happened.'],
    },
  },
  {
    name: 'which somebody says is something',
    pattern:
      '(said: which|that (who: <np> ) (cue: [say|charge|claim|argue|allege|warn|believe|think|describe|estimate|insist] ) as|AUX|VERB ..60 )',
    gives: ANYWHERE,
    examples: {
      right: [
        'The governor vetoed a bill, {which critics said was unfair to pupils}.',
        'Output fell below the level {that the Water Board says is needed to stop cuts}.',
        'The governor vetoed the bill, {which critics said hit 300 families}.',
      ],
      wrong: ['The governor vetoed a bill, which critics had asked him to do.'],
    },
  },
  {
    name: 'a clause, as a paper understands',
    pattern:
      '^ (said: <np> ..60 ) , DET? (who: @organization|@other|@person|PROPN+ ) (cue: AUX? understands|reveal|reveals|learned|learnt ) .? $',
    gives: ANYWHERE,
    examples: {
      right: [
        '{The firm has paid £4m}, the Gazette understands.',
        '{Hale will resign in May}, the Courier can reveal.',
      ],
      wrong: ['The firm has paid £4m, the chairman says.'],
    },
  },
  {
    name: 'understands that, has learned that',
    pattern:
      'DET? (who: @organization|@other|@person|PROPN+ ) (cue: [have]? ADV? understands|learned|learnt|established ) that (said: <np> ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['The Gazette understands that {the firm paid £4m}.', 'Sky News has learned that {the firm paid £4m}.'],
      wrong: ['The Gazette understands the firm.'],
    },
  },
  {
    name: 'in the view of somebody',
    pattern:
      "^ in (who: PROPN|NOUN|DET|ADJ{5} ) 's (cue: view|opinion|telling|judgment|judgement|account ) , (said: <np> ADV? AUX|VERB ..80 ) .? $",
    gives: ANYWHERE,
    examples: {
      right: ["In Ana Rey's view, {the park lost 40 trees}."],
      wrong: ["In Ana Rey's park, 40 trees were lost."],
    },
  },
  {
    name: 'which somebody puts at so much',
    pattern: '(said: which|that (who: <np> ) (cue: put|puts|estimated|estimates ) at ..3 NUM ..12 )',
    gives: ANYWHERE,
    examples: {
      right: ['The bridge, {which local reports put at between 300 and 340 metres}.'],
      wrong: ['The bridge, which local reports put at risk.'],
    },
  },
  {
    name: 'quick to point out',
    pattern: '(who: <np> ) ..2 (cue: AUX ..2 quick|keen|eager to point|stress|note|say|add out? ) that (said: ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['The actors are quick to point out that {they do not play any real person}.'],
      wrong: ['The actors are quick to leave.'],
    },
  },
  {
    name: 'said, and a clause with nothing between',
    pattern:
      '(who: <np> ) AUX? ADV? (cue: [say|note|claim|admit|warn|argue|insist|announce|add|maintain|report|reveal|confirm|suggest] ) (said: <np> ADV? AUX|VERB ..80 )',
    gives: ELSE,
    unless: ['which|that|what|who', '<np> ..2 ADP <np>', '<np> -ing'],
    examples: {
      right: [
        'Pike noted {the findings show cheaper fares also matter}.',
        'THE MAYOR SAID {THE FUND LOST £40M IN 2024}.',
      ],
      wrong: ['Pike noted the findings of the board.'],
    },
  },
  {
    name: 'told somebody or stated to somebody that',
    pattern:
      '(who: <np> ) AUX? ADV? (cue: [state|explain|suggest|confirm|admit|reveal|announce] ) to <np> that (said: ..80 )',
    gives: ELSE,
    examples: {
      right: ['Weber stated to the Evening Post that {the theft involved six paintings}.'],
      wrong: ['Weber went to the Evening Post that day.'],
    },
  },
  {
    name: 'somebody, has said that',
    pattern: '^ (who: <np> ) , AUX (cue: [say|claim|warn|announce|confirm] ) that (said: ..80 )',
    gives: ELSE,
    examples: {
      right: ['The auditing firm Clearwell.com, has said that {as of June 1, 2025, the bank holds 310 bad loans}.'],
      wrong: ['The auditing firm Clearwell.com has 310 bad loans.'],
    },
  },
  {
    name: 'figures that were published show',
    pattern:
      '(who: %document ) VERB&-ed|seen|made|out|compiled ..10 (cue: show|shows|showed|suggest|suggests|indicate|indicates|reveal|reveals ) that? (said: <np> ..80 )',
    gives: ELSE,
    unless: ['%document ..10 %negator'],
    examples: {
      right: ['Figures released on Monday show {a record 8,200 hikers visiting the park pushed calls over 450}.'],
      wrong: ['Figures released on Monday were low.'],
    },
  },
  {
    name: 'results of something, published somewhere, show',
    pattern:
      '^ DET? ADJ? (who: %document ..5 ) , VERB ..14 , (cue: show|shows|showed|suggest|suggests|suggested|found|find|finds|indicate|indicates|say|says|said|warns|warned|states|stated ) that? (said: <np> ..80 )',
    gives: ELSE,
    examples: {
      right: [
        'The letter, signed by Hale, says {60 jobs will go}.',
        'Results of the trials, published in a paper by Ivo Brandt in 1994, show {tall plants lose more water than short plants}.',
      ],
      wrong: ['The men, seen in a park in 1994, show tall plants.'],
    },
  },
  {
    name: 'with somebody reporting',
    pattern:
      ',? with (who: <np> ) (cue: reporting|saying|warning|claiming|adding|arguing|insisting|noting ) that? (said: <np> ..60 )',
    gives: { in: 'anywhere', quoted: false, over: 'breaks' },
    examples: {
      right: ['Every form is read twice, with the Courier reporting {no one will be fined}.'],
      wrong: ['Every form is read twice, with the Courier on the table.'],
    },
  },
  {
    name: 'said, and a clause that opens with a small word',
    pattern: `(who: <np> ) AUX? ADV? (cue: ${SAYS} ) (said: although|though|while|because|since|once ..80 )`,
    gives: ANYWHERE,
    examples: {
      right: ['Ruiz said {although lead and zinc are known to harm trout, nobody has tested them together}.'],
      wrong: ['Ruiz left although lead and zinc are known to harm trout.'],
    },
  },
  {
    name: 'estimated by when',
    pattern: '(who: <np> ) AUX? (cue: [estimate|predict|project|forecast] ) (said: by|in @time+ ,? ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['They estimated {by 2040, warmer winters and fewer bees would cut apple harvests by 30 percent}.'],
      wrong: ['They met by 2040, when winters were warm.'],
    },
  },
  {
    name: 'it is understood that',
    pattern:
      '^ (who: it ) is|was (cue: ADV? understood|believed|thought|alleged|claimed|reported|rumoured|rumored ) that (said: ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['It is understood that {the mayor left for Spain on Monday}.'],
      wrong: ['It is feared by some that the mayor left.', 'It is true that the mayor left for Spain on Monday.'],
    },
  },
  {
    name: 'wrote to somebody to say',
    pattern:
      '(who: <np> ) AUX? (cue: [write|phone|email|text|tweet] ..3 to say ) that? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['Hale wrote to staff to say {60 jobs would go}.'],
      wrong: ['Hale wrote to staff about 60 jobs.'],
    },
  },
  {
    name: 'adamant that',
    pattern:
      '(who: <np> ) (cue: is|was|are|were|remain|remains|remained ADV? adamant|convinced|confident|certain|insistent ) that? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ANYWHERE,
    unless: ['after:not everyone|everybody|all'],
    examples: {
      right: ['Ana Rey is adamant that {the harbour was closed in 2019}.'],
      wrong: ['Ana Rey is adamant about the harbour.', 'Not everyone is convinced the harbour will pay.'],
    },
  },
  {
    name: 'made clear that',
    pattern: '(who: <np> ) AUX? ADV? (cue: [make] it? clear ) that? (said: <np> ADV? AUX|VERB ..80 )',
    gives: ANYWHERE,
    examples: {
      right: [
        'Ana Rey made it clear that {the scheme costs £3m a year}.',
        'Ana Rey made clear {the scheme costs £3m}.',
      ],
      wrong: ['Ana Rey made the water clear.'],
    },
  },
  {
    name: 'in the words of somebody',
    pattern: '^ (cue: in the words of ) (who: <np> ) , (said: <np> ADV? AUX|VERB ..80 ) .? $',
    gives: ANYWHERE,
    examples: {
      right: ['In the words of Ana Rey, {the scheme costs £3m a year}.'],
      wrong: ['In the words of Ana Rey, a scheme.'],
    },
  },
];

export const REPORTED = table([...reported, ...RELAYED, ...QUOTED, ...HEADLINES]);
