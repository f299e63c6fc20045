/**
 * What a reader would point at when asked why a sentence is worth checking. Each signal has a learned weight;
 * the words beside it are what Stet says when the signal moved the score up or down.
 */

import * as lists from '../lexicon/checkworthiness.ts';
import type { Word } from './words.ts';

export type Signal = {
  readonly id: string;
  /** 0 where absent, up to 1. */
  readonly value: (facts: Facts) => number;
  /** Said when the signal raised the score; null where it is only arithmetic. */
  readonly up: string | null;
  /** Said when it lowered the score. */
  readonly down: string | null;
};

/** Counts over one sentence, taken in one pass. */
type Facts = {
  readonly length: number;
  readonly question: boolean;
  readonly exclaims: boolean;
  readonly brokenOff: boolean;
  readonly count: Readonly<Record<Counted, number>>;
  readonly start: string;
  readonly second: string;
};

const COUNTED = {
  money: lists.MONEY_WORDS,
  percent: lists.PERCENT_WORDS,
  day: lists.MONTHS_AND_DAYS,
  period: lists.PERIODS,
  comparison: lists.COMPARISONS,
  change: lists.CHANGES,
  act: lists.ACTS,
  saying: lists.SAYING,
  cause: lists.CAUSES,
  absolute: lists.ABSOLUTES,
  quantifier: lists.QUANTIFIERS,
  matter: lists.PUBLIC_MATTERS,
  view: lists.VIEWS,
  duty: lists.DUTY,
  hedge: lists.HEDGES,
  conditional: lists.CONDITIONALS,
  future: lists.FUTURE,
  judgement: lists.JUDGEMENTS,
  vague: lists.VAGUE,
  third: lists.THIRD_PERSON,
  singular: lists.FIRST_SINGULAR,
  plural: lists.FIRST_PLURAL,
  you: lists.SECOND,
  negation: lists.NEGATIONS,
  past: lists.PAST_FORMS,
} as const;

type Counted = keyof typeof COUNTED | 'figure' | 'year' | 'name';
const KEYS = Object.keys(COUNTED) as (keyof typeof COUNTED)[];
const NOTHING: Readonly<Record<Counted, number>> = {
  ...(Object.fromEntries(KEYS.map((key) => [key, 0])) as Record<keyof typeof COUNTED, number>),
  figure: 0,
  year: 0,
  name: 0,
};

/** word → the counters it raises; built once so that a sentence costs one look-up a word. */
const RAISES = new Map<string, Counted[]>();
for (const key of KEYS) for (const word of COUNTED[key]) RAISES.set(word, [...(RAISES.get(word) ?? []), key]);
for (const word of lists.NUMBER_WORDS) RAISES.set(word, [...(RAISES.get(word) ?? []), 'figure']);

export function factsOf(words: readonly Word[], sentence: string): Facts {
  const count = { ...NOTHING };
  for (const [index, word] of words.entries()) {
    if (word.shape === '#year') count.year++;
    else if (word.shape.charCodeAt(0) === 35) {
      count.figure++;
      if (word.shape === '#money') count.money++;
      if (word.shape === '#percent') count.percent++;
    }
    if (word.kind === 'Cap' || word.kind === 'CAPS') count.name++;
    const raised = RAISES.get(word.lower);
    if (raised !== undefined) for (const key of raised) count[key]++;
    else if (index > 0 && word.lower.length > 4 && word.lower.endsWith('ed')) count.past++;
    if (word.lower === '%') count.percent++;
    if (word.lower === 'going' && words[index + 1]?.lower === 'to') count.future++;
    if ((word.lower === 'have' || word.lower === 'has') && words[index + 1]?.lower === 'to') count.duty++;
  }
  return {
    length: words.length,
    question: /\?["')\]]*$/.test(sentence),
    exclaims: /!["')\]]*$/.test(sentence),
    brokenOff: /(?:\.\.\.|-)["')\]]*$/.test(sentence),
    count,
    start: words[0]?.lower ?? '',
    second: words[1]?.lower ?? '',
  };
}

const some = (key: Counted) => (f: Facts) => (f.count[key] > 0 ? 1 : 0);
const upTo = (key: Counted, most: number) => (f: Facts) => Math.min(f.count[key], most) / most;
const both = (a: Counted, b: Counted) => (f: Facts) => (f.count[a] > 0 && f.count[b] > 0 ? 1 : 0);
const yes = (test: (f: Facts) => boolean) => (f: Facts) => (test(f) ? 1 : 0);
const signal = (id: string, value: Signal['value'], up: string | null, down: string | null): Signal => ({
  id,
  value,
  up,
  down,
});

export const SIGNALS: readonly Signal[] = [
  signal('figure', some('figure'), 'states a figure', null),
  signal('figures', upTo('figure', 3), 'states a figure', null),
  signal('percent', some('percent'), 'states a percentage', null),
  signal('money', some('money'), 'names a sum of money', null),
  signal('year', some('year'), 'names a year', null),
  signal('day', some('day'), 'names a date', null),
  signal('period', some('period'), 'names a period', null),
  signal('comparison', some('comparison'), 'compares or ranks', null),
  signal('change', some('change'), 'says that something rose, fell or changed', null),
  signal('past', upTo('past', 2), 'reports what happened', null),
  signal('act', some('act'), 'says what somebody did', null),
  signal('saying', some('saying'), 'reports what somebody said or found', null),
  signal('cause', some('cause'), 'gives a cause', 'argues for a cause'),
  signal('name', some('name'), 'names somebody or something', null),
  signal('names', upTo('name', 4), 'names somebody or something', null),
  signal('absolute', some('absolute'), 'allows of no exception', null),
  signal('quantifier', some('quantifier'), 'says how many or how often', null),
  signal('matter', upTo('matter', 2), 'is about public matters', null),
  signal('third', some('third'), 'is about somebody else', null),
  signal('singular', some('singular'), null, 'speaks of the speaker'),
  signal('plural', some('plural'), null, 'speaks of the speaker’s own side'),
  signal('you', some('you'), null, 'addresses somebody'),
  signal('view', some('view'), null, 'gives a view or a wish'),
  signal(
    'own view',
    yes((f) => f.count.view > 0 && f.count.singular + f.count.plural > 0),
    null,
    'gives a view or a wish',
  ),
  signal('duty', some('duty'), null, 'says what should be done'),
  signal('future', some('future'), null, 'looks ahead'),
  signal('hedge', some('hedge'), null, 'is hedged'),
  signal('conditional', some('conditional'), null, 'speaks of what would be'),
  signal('judgement', some('judgement'), null, 'judges more than it states'),
  signal('vague', some('vague'), null, 'is vague'),
  signal('negation', some('negation'), 'says what is not so', 'says what is not so'),
  signal(
    'question',
    yes((f) => f.question),
    null,
    'asks a question',
  ),
  signal(
    'asking',
    yes((f) => f.question && lists.QUESTION_WORDS.has(f.start)),
    null,
    'asks a question',
  ),
  signal(
    'exclaims',
    yes((f) => f.exclaims),
    null,
    'exclaims',
  ),
  signal(
    'broken off',
    yes((f) => f.brokenOff),
    null,
    'breaks off',
  ),
  signal(
    'order',
    yes((f) => lists.ORDERS.has(f.start)),
    null,
    'tells somebody what to do',
  ),
  signal(
    'courtesy',
    yes((f) => lists.COURTESY.has(f.start)),
    null,
    'is courtesy',
  ),
  signal(
    'pointing',
    yes((f) => /^(?:that|this|it|that's|it's|there|here)/.test(f.start)),
    null,
    'does not say what it is about',
  ),
  signal(
    'tiny',
    yes((f) => f.length < 5),
    null,
    'is very short',
  ),
  signal(
    'short',
    yes((f) => f.length < 9),
    null,
    'is short',
  ),
  signal(
    'middling',
    yes((f) => f.length > 14),
    'is full of detail',
    null,
  ),
  signal(
    'long',
    yes((f) => f.length > 24),
    'is full of detail',
    null,
  ),
  signal('figure past', both('figure', 'past'), 'states a figure about what happened', null),
  signal('figure future', both('figure', 'future'), null, 'looks ahead'),
  signal('figure matter', both('figure', 'matter'), 'states a figure about public matters', null),
  signal('past self', both('past', 'singular'), null, 'speaks of the speaker'),
  signal('past name', both('past', 'name'), 'reports what somebody named did', null),
  signal('act third', both('act', 'third'), 'says what somebody did', null),
  signal('comparison matter', both('comparison', 'matter'), 'compares or ranks', null),
];

/** One number for each of `SIGNALS`, in that order. */
export function signalValues(words: readonly Word[], sentence: string): number[] {
  const facts = factsOf(words, sentence);
  return SIGNALS.map(({ value }) => value(facts));
}
