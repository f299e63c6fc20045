/** What says that something is only supposed. Words as in `rows.ts`. */
import type { Row } from '../rules/rows.ts';
import { as, type Stated } from './row.ts';

export const CONDITIONAL: readonly Row<Stated>[] = [
  {
    name: 'if, unless',
    pattern: '(it: if|unless|provided|assuming ) DET|PRON|NOUN|PROPN|NUM|ADJ|there|VERB&-ed',
    gives: as('conditional'),
    unless: [
      'if not',
      'after:even if',
      'after:as if',
      'after:[ask|wonder|know|see|check|decide|determine|doubt|learn|discuss|question]|clear|unclear|certain|sure|uncertain|unknown if',
      'provided DET NOUN for|to|with',
    ],
    examples: {
      right: ['The dock will flood {if} the tide turns before Monday.'],
      wrong: [
        'He asked for help.',
        'The town provided the hall for the vote.',
        'Half of the ice will be gone even if the world acts.',
        'A reporter asked if the mayor would resign.',
        'It was not clear if the mayor had left.',
        'The dock looks as if the tide had been in it.',
      ],
    },
  },
  {
    name: 'on condition that',
    pattern: '(it: condition|provided|providing ) that',
    gives: as('conditional'),
    unless: ['after:!on condition that'],
    examples: {
      right: ['The town will pay the £3m {provided} that the dock stays open.'],
      wrong: ['It is a condition that nobody met.', 'The town provided the hall that burned.'],
    },
  },
  {
    name: 'had it, were it',
    pattern: '^ (it: had|were|should ) <np> ADV? VERB|AUX|been|to|not',
    gives: as('conditional'),
    unless: ['^ had|were|should ..20 ?'],
    examples: {
      right: ['{Had} the fund paid, Leeds would be rich.'],
      wrong: ['The fund had the money paid back.', 'Had the fund paid?'],
    },
  },
  {
    name: 'would have done',
    pattern: '(it: would|could|should|might ) ADV? have VERB|been',
    gives: as('conditional'),
    unless: ['could|might ADV? have been', 'might have'],
    examples: {
      right: ['The dock {would} have cost £4m.'],
      wrong: ['The dock would cost £4m.', 'The dock cost £4m.'],
    },
  },
];
