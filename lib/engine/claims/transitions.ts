/** Sentences that only lead on to the next one, and state nothing of their own: "Others are less sure.", "Here is what we know." */
import { type Row, table } from '../rules/rows.ts';

const rows: readonly Row<true>[] = [
  {
    name: 'here is what',
    pattern: "^ %coordinator? (what: here is|are|'s )",
    gives: true,
    examples: {
      right: ['{Here is} what we know.'],
      wrong: ['Here the road ends.'],
    },
  },
  {
    name: 'others are less sure',
    pattern:
      '^ %coordinator? (what: others|some|many|few is|are|was|were|remain|remained ..2 sure|certain|convinced|sceptical|skeptical|persuaded|optimistic|pessimistic|hopeful|cautious|unconvinced .? ) $',
    gives: true,
    examples: {
      right: ['{Others were less sure.}', 'But {some remain sceptical.}'],
      wrong: ['Some are sure that the dam will hold.'],
    },
  },
  {
    name: 'not everyone agrees',
    pattern: '^ %coordinator? (what: not everyone|everybody is|was|agrees|agreed ) ..5 $',
    gives: true,
    examples: {
      right: ['{Not everyone is} convinced by the numbers.'],
      wrong: ['Not everyone believes the army bombed it.'],
    },
  },
  {
    name: 'they are divided',
    pattern:
      '^ %coordinator? (what: ADJ? NOUN|PROPN is|are|was|were|remain ADV? divided|split|mixed|unconvinced .? ) $',
    gives: true,
    examples: {
      right: ['{Economists are divided.}'],
      wrong: ['The city is divided by a wall.'],
    },
  },
  {
    name: 'some think so',
    pattern: '^ %coordinator? (what: <np> [think|believe|hope|say] so .? ) $',
    gives: true,
    examples: {
      right: ['{Some lawmakers think so.}'],
      wrong: ['Some lawmakers think so little of it that they left.'],
    },
  },
];

export const TRANSITIONS = table(rows);
