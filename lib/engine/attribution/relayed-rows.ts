/** Who says what one paper, station or agency passes on from another: whoever is quoted answers for it. */
import type { Row } from '../rules/rows.ts';
import type { Reported } from './row.ts';

const ANYWHERE: Reported = { in: 'anywhere', quoted: false, over: 'replaces' };

export const RELAYED: readonly Row<Reported>[] = [
  {
    name: 'according to one, quoting another',
    pattern:
      '^ according to ..6 , (cue: quoting|citing ) (who: ..14 ) , (said: DET|PROPN|NOUN|PRON|NUM ..12 AUX|VERB ..80 ) .? $',
    gives: { in: 'anywhere', quoted: false, over: 'breaks' },
    examples: {
      right: [
        'According to the Gazette, quoting the minister Ida Moss, {the pier has been closed}.',
        'According to the Gazette, quoting the state agency RCNA, {the military has been put on alert}.',
      ],
      wrong: ['According to the Gazette, the pier has been closed.'],
    },
  },
  {
    name: 'quoted by somebody as saying',
    pattern: '(who: <np> ) AUX ADV? (cue: quoted|cited by|in|on <np> as saying|telling ) that? (said: <np> ..80 )',
    gives: ANYWHERE,
    examples: {
      right: [
        'Ana Rey was quoted by the Gazette as saying {the scheme costs £3m a year}.',
        'Hale was quoted in the Courier as saying {60 jobs would go}.',
      ],
      wrong: ['Ana Rey was quoted by the Gazette on Monday.'],
    },
  },
  {
    name: 'quoted somebody as saying',
    pattern: '(cue: [quote|cite] (who: <np> ) as saying ) that? (said: <np> ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['The Gazette quoted Ana Rey as saying {the scheme costs £3m a year}.'],
      wrong: ['The Gazette quoted Ana Rey at length.'],
    },
  },
  {
    name: 'a clause, a paper quoted somebody as saying',
    pattern:
      '^ (said: DET|PROPN|NOUN|PRON|NUM ..70 ) , DET? ADJ|NOUN|PROPN{4} (cue: [quote|cite] (who: <np> ) as saying|telling ) ..12 .? $',
    gives: ANYWHERE,
    examples: {
      right: ['{The tax would fall}, the radio quoted the minister as saying.'],
      wrong: ['The tax would fall, the radio told the minister.'],
    },
  },
  {
    name: 'a paper, quoting another, said',
    pattern:
      '^ <np> , quoting|citing (who: <np> ) , AUX? ADV? (cue: [say|report] ) that? (said: DET|PROPN|NOUN|PRON|NUM ..80 )',
    gives: ANYWHERE,
    examples: {
      right: ['The agency, quoting the Evening Post, said {output fell 3 per cent}.'],
      wrong: ['The agency, the Evening Post, said output fell 3 per cent.'],
    },
  },
];
