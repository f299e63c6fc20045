/**
 * Words of which one changed makes a quotation another statement. The rows are asked in their order, the first to hold a word names what changed.
 * To add a word, put it into its line; the forms of number words, units, currencies and movements come from the engine's own tables.
 */
import { MONTHS, WEEKDAYS } from '#lib/engine/lexicon/calendar.ts';
import { CHANGE_WORDS } from '#lib/engine/lexicon/change-words.ts';
import { CURRENCY_NAMES } from '#lib/engine/lexicon/currencies.ts';
import {
  CARDINALS,
  FACTORS,
  FRACTIONS,
  GROUPS,
  MAGNITUDES,
  ORDINALS,
  VAGUE_PLURALS,
} from '#lib/engine/lexicon/number-words.ts';
import { UNIT_SIGNS, UNIT_WORDS } from '#lib/engine/lexicon/units.ts';

export const WEIGHTS = ['figure', 'negation', 'unit', 'direction', 'name', 'time', 'certainty'] as const;
/** What kind of word a change that counts is one of. */
export type Weight = (typeof WEIGHTS)[number];

const line = (words: string): string[] => words.trim().split(/\s+/);
const keys = (...tables: readonly (ReadonlyMap<string, unknown> | ReadonlySet<string>)[]): string[] =>
  tables.flatMap((table) => [...table.keys()]).map((word) => word.toLowerCase().replace(/[-\s]/g, ''));

const ROWS: readonly { readonly weight: Weight; readonly words: ReadonlySet<string> }[] = [
  {
    weight: 'negation',
    words: new Set(
      line(`not no never none nobody nothing neither nor nowhere hardly barely scarcely rarely seldom without cannot
        deny denies denied denying refuse refuses refused refusing fail fails failed failing lack lacks lacked lacking true false untrue`),
    ),
  },
  {
    weight: 'figure',
    words: new Set([
      ...keys(CARDINALS, MAGNITUDES, VAGUE_PLURALS, GROUPS, FRACTIONS, ORDINALS, FACTORS),
      ...line(`thirds quarters fifths sixths tenths all every each both most many some several few fewer any only entire entirely whole half
        majority minority almost nearly about around roughly approximately exactly least`),
    ]),
  },
  {
    weight: 'unit',
    words: new Set([
      ...keys(UNIT_WORDS, UNIT_SIGNS, CURRENCY_NAMES),
      ...line(
        'percent percentage percentages cent cents point points per daily weekly monthly yearly annual annually hourly',
      ),
      ...line('% ‰ ° $ £ € ¥ ₹ ¢'),
    ]),
  },
  {
    weight: 'direction',
    words: new Set([
      ...keys(CHANGE_WORDS),
      ...line(`up down over under above below before after higher lower highest lowest largest biggest smallest best worst better worse
        first last earlier later earliest latest maximum minimum against support supports supported oppose opposes opposed
        win wins won lose loses lost accept accepts accepted reject rejects rejected approve approves approved begin began begun end ended
        start started stop stopped open opened close closed buy bought sell sold ally enemy guilty innocent legal illegal alive dead left right
        north south east west northern southern eastern western`),
    ]),
  },
  {
    weight: 'time',
    words: new Set([...keys(MONTHS, WEEKDAYS), ...line('today yesterday tomorrow tonight now then ago previous next')]),
  },
  {
    weight: 'name',
    words: new Set(line('i me my mine he him his she her hers we us our ours they them their theirs you your yours')),
  },
  {
    weight: 'certainty',
    words: new Set(
      line(`may might can could would should must will shall if unless perhaps maybe possibly probably likely allegedly alleged reportedly
        apparently supposedly certainly definitely always sometimes often usually suspected claimed plans planned expects expected`),
    ),
  },
];

const BY_WORD: ReadonlyMap<string, Weight> = new Map(
  [...ROWS].reverse().flatMap(({ weight, words }) => [...words].map((word): [string, Weight] => [word, weight])),
);

/** What a word, by its key, is; null for one that may differ between two wordings of one statement. */
export function weightOf(key: string): Weight | null {
  if (/n't$/.test(key)) return 'negation';
  return BY_WORD.get(key) ?? BY_WORD.get(key.replace(/'(?:s|m|re|ve|ll|d)$/, '')) ?? null;
}

const NEGATING = line('un in im il ir dis non mis anti de');
/** "Likely" beside "unlikely", "legal" beside "illegal". */
export const isNegatedForm = (a: string, b: string): boolean =>
  NEGATING.some((prefix) => prefix + a === b || prefix + b === a) ||
  (a.endsWith('less') && b === `${a.slice(0, -4)}ful`) ||
  (b.endsWith('less') && a === `${b.slice(0, -4)}ful`);

const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^can't$|^cannot$/, 'can not'],
  [/^won't$/, 'will not'],
  [/^shan't$/, 'shall not'],
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/^i'm$/, 'i am'],
  [/^(it|that|he|she|there|what|who|here)'s$/, '$1 is'],
];
/** "Don't" as it is written out, so that either stands for the other. */
export const writtenOut = (key: string): string => SPOKEN.reduce((word, [form, full]) => word.replace(form, full), key);
