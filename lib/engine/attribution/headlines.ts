/** Who says what in a headline, which names its source before or behind the words: rows that hold in headlines alone. */
import type { Row } from '../rules/rows.ts';
import type { Reported } from './row.ts';

export const HEADLINES: readonly Row<Reported>[] = [
  {
    name: 'a headline with its source',
    pattern:
      '^ (said: ..30 ) , (who: <np> ) (cue: finds|says|warns|shows|reveals|claims|suggests|told|hears|say|find|warn|hear ) .? $',
    gives: { in: 'headline', quoted: false, over: 'replaces' },
    examples: {
      right: [
        '{Council spent £4m on consultants last year}, audit finds\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
      wrong: [
        'Council spent £4m on consultants last year\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
    },
  },
  {
    name: 'a headline, somebody tells somebody',
    pattern: '^ (said: ..30 ) , (who: <np> ) (cue: tells|told ) <np> .? $',
    gives: { in: 'headline', quoted: false, over: 'replaces' },
    examples: {
      right: [
        '{Norlux to cut 300 jobs}, chief executive tells staff\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
      wrong: [
        'Norlux to cut 300 jobs, chief executive loses staff\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
    },
  },
  {
    name: 'a headline that begins with a paper and a colon',
    pattern: '^ (who: %document ) (cue: : ) (said: ..40 ) $',
    gives: { in: 'headline', quoted: false, over: 'replaces' },
    examples: {
      right: [
        'Poll: {54% of voters want an election in May}\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
      wrong: [
        'Leeds: 54% of voters want an election in May\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
    },
  },
  {
    name: 'a headline, says somebody',
    pattern:
      '^ (said: ..30 ) , (cue: says|say|warns|warn|claims|claim|finds|find|suggests|suggest|shows|show|reveals ) (who: <np> ) .? $',
    gives: { in: 'headline', quoted: false, over: 'replaces' },
    examples: {
      right: [
        '{Scheme costs £3m a year}, says mayor\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
      wrong: [
        'Scheme costs £3m a year, and mayor quits\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
    },
  },
  {
    name: 'a headline, a dash and its source',
    pattern: '^ (said: ..30 ) (cue: —|--|- ) (who: ..2 %role|%people|%document|%body ) $',
    gives: { in: 'headline', quoted: false, over: 'replaces' },
    examples: {
      right: [
        '{Scheme costs £3m a year} – mayor\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
      wrong: ['Scheme costs £3m – again\n\nThe council met on Monday and took two votes on the budget for roads.'],
    },
  },
  {
    name: 'a headline that begins with its source',
    pattern:
      '^ (who: ..4 %role|%people|%document|%body|@person|@organization ) (cue: says|say|warns|warn|claims|admits|insists|finds ) (said: ..40 ) $',
    gives: { in: 'headline', quoted: false, over: 'gives way' },
    examples: {
      right: [
        'Mayor Says {Scheme Costs £3m A Year}\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
      wrong: [
        'Mayor Cuts Scheme Costs By £3m A Year\n\nThe council met on Monday and took two votes on the budget for roads.',
      ],
    },
  },
];
