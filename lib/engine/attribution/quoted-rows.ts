/** Who says what is printed as his own words: transcripts, interviews, signatures, and quotations that their speaker breaks. */
import type { Row } from '../rules/rows.ts';
import type { Reported } from './row.ts';

const WORDS: Reported = { in: 'anywhere', quoted: true, over: 'replaces' };

export const QUOTED: readonly Row<Reported>[] = [
  {
    name: 'words in quotation marks were the reply',
    pattern:
      '^ " (said: ..60 ) " ,? was the (cue: reply|answer|verdict|response|message|conclusion ) from|of (who: <np> ) .? $',
    gives: WORDS,
    examples: {
      right: ['“{We lost 40 trees,}” was the reply from Ana Rey.'],
      wrong: ['“We lost 40 trees,” was on the wall.'],
    },
  },
  {
    name: 'a name, what it is in brackets, and a colon',
    pattern: '^ (who: NOUN|PROPN{4} ) ( ..4 )? (cue: :|): ) (said: ..200 )',
    gives: WORDS,
    examples: {
      right: ['LAM (voice-over): {The city spent $4 million on roads.}'],
      wrong: ['The city (Leeds) spent $4 million on roads.'],
    },
  },
  {
    name: 'a clock, a name and a colon',
    pattern: '^ PUNCT NUM ..5 PUNCT (who: PROPN{4} ) (cue: : ) (said: ..200 )',
    gives: WORDS,
    examples: {
      right: ['[00:14:22] PELL: {I voted against it in 2019.}'],
      wrong: ['[Sic] The council voted against it in 2019.'],
    },
  },
  {
    name: 'question and answer',
    pattern: '^ (who: a|q ) (cue: : ) (said: ..200 )',
    gives: WORDS,
    examples: {
      right: ['A: {About 9,000 nurses left in 2025.}'],
      wrong: ['A nurse left in 2025: Ada Lund.'],
    },
  },
  {
    name: 'a name and a colon',
    pattern: '^ (who: PROPN{4} ) (cue: : ) (said: ..200 )',
    gives: WORDS,
    unless: ['PROPN{4} : PROPN{3} $', 'PROPN{4} : NUM', '%label'],
    examples: {
      right: ['MAYOR PELL: {The city spent $4 million on police overtime last year.}'],
      wrong: ['Mayor Pell spent $4 million: it went on police.', 'Exclusive: The city spent $4 million on police.'],
    },
  },
  {
    name: 'a quotation that its speaker breaks',
    pattern: '" ..15 , " (cue: [say|add|explain] ) (who: <np> ) , " (said: AUX|VERB|-s|-ed ..80 )',
    gives: WORDS,
    examples: {
      right: ['“The bridge,” said engineer Paul Stone, “{was inspected in 2021 and failed.”}'],
      wrong: ['“The bridge failed,” said engineer Paul Stone.'],
    },
  },
  {
    name: 'a quotation that its speaker breaks, the speaker first',
    pattern: '" ..15 , " (who: <np> ) (cue: [say|add|explain] ) , " (said: AUX|VERB|-s|-ed ..80 )',
    gives: WORDS,
    examples: {
      right: ['“The dam,” he said, “{holds 40 million litres.”}'],
      wrong: ['“The dam holds 40 million litres,” he said.'],
    },
  },
  {
    name: 'a dash and a signature',
    pattern: '^ " (said: ..100 ) " (cue: —|--|- ) (who: NOUN|PROPN+ ) .? $',
    gives: WORDS,
    examples: {
      right: ['“{The rules cut fraud by 40% in a year.}” — Commissioner Jane Okoro'],
      wrong: ['“The rules cut fraud by 40% in a year,” a commissioner said.'],
    },
  },
];
