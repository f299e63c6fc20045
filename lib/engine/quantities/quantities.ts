/**
 * Stage 7: quantities. Reads the figures of a sentence as data: number, unit, bound, range, rate, movement, and what is measured.
 *
 * The tuple is that of CQE (Almasian, Kazakova, Göldner and Gertz, "CQE: A Comprehensive Quantity Extractor", EMNLP 2023); the rules are our own and need no parse.
 * Linear in the sentence: every reading looks a bounded way ahead.
 */

import { CHANGE_WORDS, MEASURE_VERBS } from '../lexicon/change-words.ts';
import { GLUED_CURRENCY, SYMBOLS } from '../lexicon/currencies.ts';
import { MODIFIER_SIGNS, MODIFIERS_BEFORE } from '../lexicon/modifiers.ts';
import { CARDINALS, FACTORS, MAGNITUDES, ORDINALS, VAGUE_PLURALS } from '../lexicon/number-words.ts';
import { TIME_UNITS } from '../lexicon/units.ts';
import type { TimeExpression } from '../times/forms.ts';
import { readTimes } from '../times/read.ts';
import type { Quantity, Span, Tag, Token } from '../types.ts';
import { isAge } from './ages.ts';
import { changeOf, measured, modifierBehind, modifiersAt } from './context.ts';
import { countedBy } from './counted.ts';
import { identifierEnd, isListNumber, isName, isProperName, namesWhatFollows, timeMask } from './exclude.ts';
import { type Draft, type Figure, readFigure } from './figures.ts';
import { inheritUnit } from './inherit.ts';
import { isPlural, type TagAt } from './nouns.ts';
import { isContest, withRange } from './ranges.ts';
import { isDash, scan, type Word } from './scan.ts';
import { inSingular } from './singular.ts';
import { readFactor, readNone, readRank, type Special } from './special.ts';
import { rateBase, unitOf } from './units.ts';

export type QuantityContext = {
  /** Stage 4's tokens of the sentence: with them a singular noun ends at its verb. */
  readonly tokens?: readonly Token[];
  /** The unit a table's heading gives to figures that have none. */
  readonly unitFromHeading?: string | null;
  /** Stage 8's reading of the same words, where there is one. */
  readonly times?: readonly TimeExpression[];
};

type Words = readonly Word[];

function tagLookup(tokens: readonly Token[] | undefined): TagAt | null {
  if (tokens === undefined) return null;
  // Most sentences have no figure and never ask.
  let tags: ReadonlyMap<number, Tag> | null = null;
  return (start) => {
    tags ??= new Map(tokens.map((token): [number, Tag] => [token.start, token.tag]));
    return tags.get(start);
  };
}

/** First words of figures, ranks, factors and of what softens a figure: any other word starts none. */
const STARTS: ReadonlySet<string> = new Set([
  ...CARDINALS.keys(),
  ...MAGNITUDES.keys(),
  ...VAGUE_PLURALS.keys(),
  ...ORDINALS.keys(),
  ...FACTORS.keys(),
  ...MODIFIERS_BEFORE.map(([phrase]) => phrase.split(' ')[0] ?? ''),
  'a',
  'an',
  'the',
  'another',
  'half',
  'several',
  'few',
  'no',
  'none',
  'minus',
  'negative',
]);

function canStart(word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (word.kind === 'word') return STARTS.has(word.lower) || GLUED_CURRENCY.has(word.text);
  return (
    word.kind === 'number' ||
    MODIFIER_SIGNS.has(word.text) ||
    SYMBOLS.has(word.text) ||
    word.text === '+' ||
    isDash(word)
  );
}

const isOne = (word: Word | undefined): boolean => word?.lower === 'one';
const NOT_ONE_BEFORE: ReadonlySet<string> = new Set(
  'no the this that each every any which another some number day big square world chapter its his her their my our'.split(
    ' ',
  ),
);
const NOT_ONE_AFTER: ReadonlySet<string> = new Set(
  'north south east west day another thing time way side hand point reason example must might can could should would who that which more after by on in to and or is was has'.split(
    ' ',
  ),
);

/** "one-liners", "a one-off", "one-way": counts nothing. */
const ONE_WORDS = /^(?:liners?|offs?|way|sided|time|stop|upmanship|on|nil|all)$/;

/** "One" that stands for somebody or something rather than counting: "no one", "one day", "each one". */
function isPronoun(words: Words, { figure, at }: Draft): boolean {
  if (!isOne(words[figure.at]) || figure.number.next !== figure.at + 1) return false;
  if (figure.number.form !== 'words' || figure.range !== null) return false;
  const after = words[figure.at + 1];
  if (figure.unit.kind === 'none' || (after !== undefined && NOT_ONE_AFTER.has(after.lower))) return true;
  if (isDash(after) && after?.spaced === false && ONE_WORDS.test(words[figure.at + 2]?.lower ?? '')) return true;
  return NOT_ONE_BEFORE.has(words[at - 1]?.lower ?? '');
}

const CUES: ReadonlySet<string> = new Set(
  'to by from at of with than between only just another further reach reached hit scored won killed injured wounded totalled totaled counted left'.split(
    ' ',
  ),
);

/** Whether a figure without a unit is worth giving: written like a quantity, or where one must stand. */
function standsBare(words: Words, draft: Draft): boolean {
  const { figure, at, modifier, next } = draft;
  const { number } = figure;
  if (figure.tally !== null || figure.range !== null || modifier !== null || number.scale > 1) return true;
  if (number.form === 'fraction' || number.form === 'ratio' || number.form === 'vague') return true;
  const written = words[figure.at];
  const cue = words[at - 1]?.lower ?? '';
  // "at four" is a time of day
  if (cue === 'at' && written?.kind !== 'number' && number.value <= 12) return false;
  if (CUES.has(cue) || MEASURE_VERBS.has(cue))
    return (
      number.value >= 10 ||
      written?.text.includes('.') === true ||
      written?.kind !== 'number' ||
      changeOf(words, at, next, 'none') !== null
    );
  if (written?.kind !== 'number') return number.value >= 20;
  // "membership fell 200 to 3,400"
  if (CHANGE_WORDS.has(cue) && words[next]?.lower === 'to' && words[next + 1]?.kind === 'number') return true;
  return written.text.includes(',') || written.text.includes('.') || written.text.length >= 5;
}

/** "In May, 14 needed hospital treatment", "and 12 were found": a bare figure that does something, where a clause may begin. */
function isSubject(words: Words, { figure, at, next }: Draft, tagAt: TagAt | null): boolean {
  const { form, value } = figure.number;
  const verb = words[next];
  const before = words[at - 1];
  if (verb === undefined || (form !== 'digits' && form !== 'words') || !(value >= 2)) return false;
  const opens = before === undefined || /^(?:,|;|and|but|while|that|because|although)$/.test(before.lower);
  const tag = tagAt?.(verb.start);
  const does =
    tag === undefined ? /^(?:was|were|had|did)$|[a-z]{3}ed$/.test(verb.lower) : tag === 'AUX' || tag === 'VERB';
  return opens && verb.spaced && does && !verb.lower.endsWith('ing');
}

const NEGATIVE_KINDS: ReadonlySet<string> = new Set(['money', 'measure', 'share']);

/** "Over five years", "within two days": a preposition of time rather than a bound; "for over five years" bounds. */
function spansTime(words: Words, at: number, next: number, figure: Figure): boolean {
  const word = words[at]?.lower ?? '';
  // "higher than five years ago"
  if (words[next - 1]?.lower === 'than' && words[figure.next]?.lower === 'ago')
    return TIME_UNITS.has(figure.unit.unit ?? '');
  if (next !== at + 1 || !(word === 'over' || word === 'within')) return false;
  return TIME_UNITS.has(figure.unit.unit ?? '') && words[at - 1]?.lower !== 'for' && words[at - 1]?.lower !== 'in';
}

/** The draft that starts at `at`: modifiers, figure, range, rate, modifier behind. */
function draftAt(text: string, words: Words, at: number, blocked: Uint8Array, tagAt: TagAt | null): Draft | null {
  const modifiers = modifiersAt(words, at);
  let start = modifiers === null ? at : modifiers.next;
  let signed: 'up' | 'down' | null = null;
  if (words[start]?.text === '+' && words[start + 1]?.spaced === false) {
    signed = 'up';
    start++;
  }
  if (blocked[start] === 1) return null;
  const first = readFigure(text, words, start, tagAt);
  if (first === null || blocked[first.at] === 1) return null;
  let figure = withRange(text, words, first, at - 1, blocked, tagAt);
  if (first.number.value < 0 && !NEGATIVE_KINDS.has(figure.unit.kind)) {
    figure = { ...figure, number: { ...figure.number, value: -figure.number.value } };
  } else if (first.number.value < 0) {
    // "fell -2.1 per cent": the verb says which way, and the mark is a dash
    const moved = CHANGE_WORDS.get(words[words[start - 1]?.lower === 'by' ? start - 2 : start - 1]?.lower ?? '');
    if (moved !== undefined) figure = { ...figure, number: { ...figure.number, value: -figure.number.value } };
    signed = moved ?? 'down';
  }
  if (modifiers !== null && spansTime(words, at, modifiers.next, figure))
    return { at: start, next: figure.next, figure, modifier: null, per: figure.per, signed };
  const behind = modifierBehind(words, figure.next);
  if (behind !== null && figure.unit.kind === 'none' && figure.tally === null) {
    // "300-plus yards", "30 or more people"
    const unit = unitOf(text, words, { ...figure.number, next: behind.next }, null, tagAt);
    if (unit.kind !== 'none') figure = { ...figure, unit, next: Math.max(unit.next, behind.next) };
  }
  let next = behind === null ? figure.next : Math.max(behind.next, figure.next);
  // "5% or more a year"
  const rate = behind === null || figure.per !== null ? null : rateBase(text, words, next, tagAt);
  if (rate !== null) next = rate.next;
  const modifier =
    modifiers !== null && modifiers.modifier !== 'approximately'
      ? modifiers.modifier
      : (behind?.modifier ?? modifiers?.modifier ?? null);
  return { at, next, figure, modifier, per: figure.per ?? rate?.per ?? null, signed };
}

/** Whether the draft is a quantity, and no name, list number or pronoun. */
function counts(words: Words, draft: Draft, inherited: boolean, tabular: boolean, tagAt: TagAt | null): boolean {
  const { figure, modifier, at } = draft;
  const { unit } = figure;
  const digits = words[figure.at]?.kind === 'number';
  const explicit =
    tabular ||
    unit.kind === 'money' ||
    unit.kind === 'share' ||
    unit.kind === 'measure' ||
    modifier !== null ||
    figure.number.scale > 1 ||
    draft.signed !== null;
  const counted = unit.kind === 'count';
  if (digits && isListNumber(words, figure.at)) return false;
  if (
    digits &&
    figure.currency === null &&
    figure.tally === null &&
    isName(words, figure.at, explicit || inherited, counted)
  )
    return false;
  if (namesWhatFollows(words, figure.at, figure.number.next, figure.next, explicit, counted)) return false;
  const glued = words[figure.number.next];
  const decimal = words[figure.at]?.text.includes('.') === true;
  if (digits && !decimal && glued?.kind === 'word' && !glued.spaced && (unit.kind === 'none' || unit.kind === 'count'))
    return false;
  if (isPronoun(words, draft) || isProperName(words, figure)) return false;
  // "5 degrees below zero"
  if (words[figure.at]?.lower === 'zero' && modifier !== null) return false;
  if (figure.tally !== null) return isContest(words, at, draft.next);
  return unit.kind !== 'none' || inherited || standsBare(words, draft) || isSubject(words, draft, tagAt);
}

/** The unit as it is given: a part of a whole is a share, whatever it is a part of. */
function unitGiven({ figure }: Draft, heading: string | null, aged: boolean): string | null {
  const { unit, number } = figure;
  if (aged) return 'year';
  if (unit.unit !== null) return inSingular(unit.unit);
  const part = number.form === 'fraction' || number.form === 'ratio';
  return part && number.value < 1 ? 'share' : heading === null ? null : inSingular(heading);
}

/** A value, or two ends of which one may be open, or two numbers of a vote or a score. */
function numbersOf({ number, range, tally }: Figure): Pick<Quantity, 'value' | 'range' | 'tally'> {
  if (tally !== null) return { value: null, range: null, tally };
  if (range === null) return { value: number.value, range: null, tally: null };
  return { value: null, range: number.form === 'vague' ? [range[0], null] : range, tally: null };
}

function toQuantity(text: string, words: Words, draft: Draft, heading: string | null, tagAt: TagAt | null): Quantity {
  const { figure, at, next } = draft;
  const start = words[at]?.start ?? 0;
  const end = words[next - 1]?.end ?? start;
  const { unit } = figure;
  const of = measured(words, at, next, unit.noun, tagAt);
  const aged = isAge(words, draft);
  return {
    start,
    end,
    text: text.slice(start, end),
    ...numbersOf(figure),
    unit: unitGiven(draft, heading, aged),
    modifier: draft.modifier ?? (figure.number.form === 'vague' ? 'at least' : null),
    per: draft.per,
    of: of === null ? null : text.slice(words[of.from]?.start ?? start, words[of.next - 1]?.end ?? start),
    change:
      draft.signed ??
      (TIME_UNITS.has(unit.unit ?? '') || figure.tally !== null ? null : changeOf(words, at, next, unit.kind)),
    rank: false,
  };
}

function special(text: string, words: Words, at: number, found: Special): Quantity {
  const start = words[at]?.start ?? 0;
  const end = words[found.next - 1]?.end ?? start;
  const { value, unit, change, rank } = found;
  return {
    start,
    end,
    text: text.slice(start, end),
    value,
    unit: unit === null ? null : inSingular(unit),
    modifier: null,
    range: null,
    tally: null,
    per: null,
    of: unit === 'time' ? null : unit,
    change,
    rank,
  };
}

/**
 * The quantities of one sentence.
 * @param text the whole text
 * @param sentence the sentence's span, UTF-16 code units of `text`
 * @param context tokens and a table heading's unit, where there are any
 * @returns quantities in order, none overlapping another; ranks have `rank: true`
 */
export function findQuantities(text: string, sentence: Span, context: QuantityContext = {}): Quantity[] {
  return quantitiesOf(text, scan(text, sentence), context);
}

/** The quantities of a sentence already taken apart into words. */
export function quantitiesOf(text: string, words: Words, context: QuantityContext = {}): Quantity[] {
  const blocked = timeMask(words, context.times ?? readTimes(words));
  const tagAt = tagLookup(context.tokens);
  const heading = context.unitFromHeading ?? null;
  const found: (Draft | Quantity)[] = [];
  let i = 0;
  while (i < words.length) {
    if (blocked[i] === 1) {
      i++;
      continue;
    }
    const identifier = words[i]?.kind === 'number' ? identifierEnd(words, i) : -1;
    if (identifier > i) {
      i = identifier;
      continue;
    }
    if (!canStart(words[i])) {
      i++;
      continue;
    }
    const rank = readRank(text, words, i);
    const other = rank ?? readFactor(words, i) ?? readNone(text, words, i);
    if (other !== null) {
      found.push(special(text, words, i, other));
      i = other.next;
      continue;
    }
    const draft = draftAt(text, words, i, blocked, tagAt);
    if (draft === null) i++;
    else {
      found.push(draft);
      i = Math.max(i + 1, draft.next);
    }
  }
  return settle(text, words, found, heading, tagAt);
}

/** The draft as a count of `noun`, a word that stands elsewhere. */
const counting = (draft: Draft, noun: string): Draft => ({
  ...draft,
  figure: { ...draft.figure, unit: { unit: noun, kind: 'count', next: draft.next, noun: null } },
});

/** "Two $500 cheques": the noun behind a sum or a measure that only describes it. */
function behindSum(text: string, words: Words, draft: Draft, next: Draft | undefined): string | null {
  if (next === undefined || next.at !== draft.next || !/^(?:money|measure)$/.test(next.figure.unit.kind)) return null;
  const noun = words[next.next];
  return noun !== undefined && isPlural(noun) ? text.slice(noun.start, noun.end) : null;
}

const isDraft = (item: Draft | Quantity): item is Draft => 'figure' in item;

/** Second look, with all figures known: units handed on, names dropped. */
function settle(
  text: string,
  words: Words,
  found: readonly (Draft | Quantity)[],
  heading: string | null,
  tagAt: TagAt | null,
): Quantity[] {
  const drafts = found.filter(isDraft);
  // what a figure was found to count is handed on: "deaths rose to 12 from 9"
  const known = [...drafts];
  const settled = new Map<Draft, Draft | null>();
  for (const [n, draft] of drafts.entries()) {
    const aged = isAge(words, draft);
    const unit =
      aged || draft.figure.unit.kind !== 'none'
        ? null
        : (behindSum(text, words, draft, drafts[n + 1]) ?? countedBy(text, words, draft));
    const inherited = aged ? null : unit === null ? inheritUnit(words, known, n) : counting(draft, unit);
    if (inherited !== null) known[n] = inherited;
    const keep = counts(words, draft, inherited !== null || aged || heading !== null, heading !== null, tagAt);
    settled.set(draft, keep ? (inherited ?? draft) : null);
  }
  return found.flatMap((item) => {
    if (!isDraft(item)) return [item];
    const draft = settled.get(item) ?? null;
    return draft === null ? [] : [toQuantity(text, words, draft, heading, tagAt)];
  });
}
