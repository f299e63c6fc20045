/** Figures of two claims side by side: equal, one more exact, or at odds. */

import { PERSON_NOUNS } from '#lib/engine/lexicon/titles.ts';
import { withoutTail } from '#lib/engine/text/text.ts';
import type { Quantity } from '#lib/engine/types.ts';
import { keyOf } from './words.ts';

export type Figure = {
  readonly text: string;
  readonly low: number;
  readonly high: number;
  /** "percent", "USD", or the key of the counted noun; null where nothing is named. */
  readonly unit: string | null;
  readonly per: string | null;
  readonly modifier: Quantity['modifier'];
  /** What kind of figure: a share and a change of the same number of percent have nothing in common. */
  readonly aspect: 'up' | 'down' | 'level';
  /** "rose to 5%", not "rose by 5%". */
  readonly reached: boolean;
  /** "thousands", "dozens": an order of size and no more. */
  readonly vague: boolean;
  /** "two-thirds", "one in five": said in words that round. */
  readonly fraction: boolean;
  /** A vote or a score, in the order of the text. */
  readonly tally: readonly [number, number] | null;
};

export type FigureRelation = 'equal' | 'more precise' | 'less precise' | 'different' | 'not comparable';

const VAGUE = /^(?:\p{L}+ )*(?:dozens|scores|hundreds|thousands|millions|billions)\b/iu;
/** How far an "about" reaches. */
const ABOUT = 0.06;
/** "More than 40,000" may be 43,000; it is hardly 90,000. */
const BEYOND = 0.25;

/** "Halved" fell by 50 percent, "doubled" rose by 100. */
function inPercent(quantity: Quantity): Quantity {
  const { unit, value, change } = quantity;
  if (unit !== 'time' || value === null || change === null) return quantity;
  return { ...quantity, unit: 'percent', value: Math.abs(value - 1) * 100 };
}

/** @param before the word before the figure, in lower case */
export function readFigure(given: Quantity, words: ReadonlyMap<string, number>, before: string): Figure {
  const quantity = inPercent(given);
  const { unit, range, tally, modifier, change, per, text } = quantity;
  const [low, high] = tally ?? range ?? [quantity.value, quantity.value];
  const value = low ?? high ?? 0;
  const fraction = (unit === null || /^shares?\b/.test(unit)) && Math.abs(value) > 0 && Math.abs(high ?? value) <= 1;
  const scale = fraction ? 100 : 1;
  const kind = fraction ? 'percent' : unitKey(unit);
  const moved = kind === 'percent' && (words.has('grow*') ? 'up' : words.has('shrink*') ? 'down' : null);
  return {
    text,
    low: (low ?? (modifier === null ? (high ?? 0) : 0)) * scale,
    high: (high ?? value) * scale,
    unit: kind,
    per: per === null ? null : keyOf(per.split(' ').at(-1) ?? per),
    modifier:
      modifier ?? (range === null ? null : range[0] === null ? 'at most' : range[1] === null ? 'at least' : null),
    // a sign tells the direction itself
    aspect: (value < 0 ? null : change) ?? (moved || 'level'),
    reached: before === 'to' || before === 'at',
    vague: VAGUE.test(text.trim()),
    fraction,
    tally,
  };
}

function unitKey(unit: string | null): string | null {
  if (unit === null) return null;
  if (/^[A-Z]{3}$/.test(unit) || unit === 'percent' || unit === 'percentage point') return unit;
  const words = unit.split(' ');
  return keyOf(words.at(-1) ?? unit);
}

type Days = { readonly from: string | null; readonly to: string | null };
/** Whether two stretches of days touch; an end that is not told is open. */
export const overlap = (x: Days, y: Days): boolean =>
  (x.from === null || y.to === null || x.from <= y.to) && (y.from === null || x.to === null || y.from <= x.to);

/** Half a step of the last digit that is written: 2.3 million reaches from 2.25 to 2.35 million. */
function rounding(value: number): number {
  if (value === 0) return 0;
  let step = 10 ** Math.floor(Math.log10(Math.abs(value)));
  for (let i = 0; i < 12 && Math.abs(value / step - Math.round(value / step)) > 1e-9; i++) step /= 10;
  return step / 2;
}

/** The values a figure allows. */
function reach(figure: Figure): readonly [number, number] {
  const { low, high, modifier, vague } = figure;
  if (vague) return [low, low * 1000];
  const slack = Math.max(rounding(low), Math.abs(low) * ABOUT);
  switch (modifier) {
    case 'approximately':
      return [low - slack, high + slack];
    case 'at least':
    case 'more than':
      return [low, high * (1 + BEYOND)];
    case 'at most':
    case 'less than':
      return [low * (1 - BEYOND), high];
    default:
      return [low, high];
  }
}

const PEOPLE: ReadonlySet<string> = new Set([...PERSON_NOUNS.keys()].map(keyOf));
const PERSON = keyOf('person');

/** The same unit, one left open, or "611 people" beside "611 patients". */
export function unitsMeet(a: string | null, b: string | null): boolean {
  if (a === b || a === null || b === null) return true;
  return (a === PERSON && PEOPLE.has(b)) || (b === PERSON && PEOPLE.has(a));
}

const comparable = (a: Figure, b: Figure): boolean =>
  a.aspect === b.aspect &&
  (a.aspect === 'level' || a.reached === b.reached) &&
  a.per === b.per &&
  unitsMeet(a.unit, b.unit);

/** Written so finely that it is hardly met by chance: 611, 1,200, 11.2, but not 90 or 5,000. */
export function isSpecific({ low }: Figure): boolean {
  const written = String(Number(Math.abs(low).toPrecision(12)))
    .replace('.', '')
    .replace(/^0+/, '');
  const digits = withoutTail(written, '0').length;
  return digits >= 3 || (digits === 2 && Math.abs(low) >= 100);
}

const equal = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
const within = (inner: readonly [number, number], outer: readonly [number, number]): boolean =>
  inner[0] >= outer[0] - 1e-9 && inner[1] <= outer[1] + 1e-9;

/** A fraction in words stands for the percentages that round to it, and is met by those close by. */
const FRACTION = { equal: 0.5, near: 1.7 };
/** How far from a fraction in words a percentage may be that it stands for, in points. */
export const NEAR_FRACTION = FRACTION.near;

function compareFractions(a: Figure, b: Figure): FigureRelation | null {
  if (a.fraction === b.fraction || a.modifier !== null || b.modifier !== null) return null;
  const apart = Math.max(Math.abs(a.low - b.low), Math.abs(a.high - b.high));
  if (apart <= FRACTION.equal) return 'equal';
  if (apart <= FRACTION.near) return a.fraction ? 'less precise' : 'more precise';
  return 'different';
}

/** How figure `a` stands to `b`. A tally is compared with tallies alone, and 52-48 is not 48-52. */
export function compareFigures(a: Figure, b: Figure): FigureRelation {
  if (a.tally !== null || b.tally !== null) {
    if (a.tally === null || b.tally === null) return 'not comparable';
    return a.tally[0] === b.tally[0] && a.tally[1] === b.tally[1] ? 'equal' : 'different';
  }
  if (!comparable(a, b)) return 'not comparable';
  const fractions = compareFractions(a, b);
  if (fractions !== null) return fractions;
  if (equal(a.low, b.low) && equal(a.high, b.high)) {
    if (a.modifier === b.modifier || (a.vague && b.vague)) return 'equal';
    return a.modifier === null ? 'more precise' : b.modifier === null ? 'less precise' : 'equal';
  }
  const [ra, rb] = [reach(a), reach(b)];
  if (within(ra, rb)) return 'more precise';
  if (within(rb, ra)) return 'less precise';
  // A round number stands for what rounds to it: 2.3 million for 2,312,000.
  if (a.modifier === null && b.modifier === null && a.low === a.high && b.low === b.high) {
    const [fine, coarse] = rounding(a.low) < rounding(b.low) ? [a, b] : [b, a];
    if (Math.abs(coarse.low) >= 1000 && Math.abs(fine.low - coarse.low) <= rounding(coarse.low))
      return fine === a ? 'more precise' : 'less precise';
  }
  return 'different';
}
