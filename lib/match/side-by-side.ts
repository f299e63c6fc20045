/**
 * The figures of a claim beside those of a piece of evidence, with the difference worked out: help for who judges, never a verdict.
 *
 * What a claim's words allow, and why:
 * - A figure as it is written stands for what rounds to it: half a step of its last digit (ISO 80000-1, annex B). The noughts at the end of a whole
 *   number are digits below a thousand and rounding from there on: "140 million" reaches from 139.5 to 140.5, "60,000" from 55,000 to 65,000, and no figure
 *   further than a tenth of it.
 * - "About" takes a round figure at the coarsest scale it stands on (Krifka 2007): half a step of its last digit that is not nought, at most a
 *   tenth of it and at least a fortieth. "About 40" reaches from 36 to 44.
 * - "Almost", "nearly" and "just under" reach so far below and not above, "just over" so far above. "Almost 40" reaches from 36 to 40.
 * - "More than" and "at least" reach upwards; beyond a quarter more they are true and say little, which is told apart. "Up to" and "less than" likewise.
 * - A part in words ("one in five") stands for the percentages near it, as where two claims are compared.
 */
import type { Quantity, Time } from '#lib/engine/types.ts';
import { type Figure, NEAR_FRACTION, overlap, readFigure, unitsMeet } from './figures.ts';
import { keyOf, written } from './words.ts';

/** What carries figures: a claim, or the words of a piece of evidence as the engine reads them. */
export type Figured = { readonly quantities: readonly Quantity[]; readonly times: readonly Time[] };

/** Why two figures of one unit are not set against each other. */
export type Obstacle = 'per' | 'base' | 'time' | 'change' | 'direction';

/**
 * - `equal`: the same number, said the same way.
 * - `covered`: the claim's words allow what the evidence says.
 * - `far`: they allow it, and are far from it ("more than 40" beside 80).
 * - `open`: the evidence is no more exact than the claim, and they overlap.
 * - `apart`: they do not allow it.
 * - `not-compared`: see `obstacle`.
 */
export type FigureFit = 'equal' | 'covered' | 'far' | 'open' | 'apart' | 'not-compared';

export type Comparison = {
  readonly claim: Quantity;
  readonly evidence: Quantity;
  readonly fit: FigureFit;
  readonly obstacle: Obstacle | null;
  /** Evidence less claim, both in the unit of the evidence; of a range the end that is nearer. Null where they are not compared. */
  readonly difference: {
    readonly absolute: number;
    /** As a share of the claim's figure; null where that is nought. Of percentages the absolute difference is in points. */
    readonly relative: number | null;
    readonly inPoints: boolean;
  } | null;
  /** What the claim's words allow, both ends included; an end that is open is null. */
  readonly allows: { readonly low: number | null; readonly high: number | null; readonly by: Allowance } | null;
};
/** What of the claim's words lets them reach: how it is written, a word such as "almost", both ends of a range, a part in words. */
export type Allowance = 'rounding' | 'modifier' | 'range' | 'fraction';

/** For each figure of a claim the figure of the evidence that it is best set beside; figures without a like in the evidence are left out. */
export function figuresSideBySide(claim: Figured, evidence: Figured): Comparison[] {
  const apart = timesApart(claim.times, evidence.times);
  return claim.quantities.flatMap((own) => {
    const found = evidence.quantities
      .filter((other) => isAlike(own, other))
      .map((other) => compare(own, other, apart))
      .sort((a, b) => RANK.indexOf(a.fit) - RANK.indexOf(b.fit) || distance(a) - distance(b));
    return found[0] ?? [];
  });
}

const RANK: readonly FigureFit[] = ['equal', 'covered', 'open', 'far', 'apart', 'not-compared'];
const distance = ({ difference }: Comparison): number => Math.abs(difference?.relative ?? difference?.absolute ?? 0);

const figureOf = (quantity: Quantity): Figure => readFigure(quantity, new Map(), '');

function isAlike(a: Quantity, b: Quantity): boolean {
  if (a.rank !== b.rank || (a.tally === null) !== (b.tally === null)) return false;
  const [x, y] = [figureOf(a), figureOf(b)];
  return x.unit !== null && y.unit !== null ? unitsMeet(x.unit, y.unit) : x.unit === y.unit;
}

/** Both say when, and no time of one touches one of the other. */
function timesApart(a: readonly Time[], b: readonly Time[]): boolean {
  const told = (times: readonly Time[]) => times.filter(({ from, to, ofSaying }) => !ofSaying && (from || to));
  const [x, y] = [told(a), told(b)];
  return x.length > 0 && y.length > 0 && !x.some((one) => y.some((other) => overlap(one, other)));
}

function compare(claim: Quantity, evidence: Quantity, otherTime: boolean): Comparison {
  const obstacle = obstacleBetween(claim, evidence) ?? (otherTime ? 'time' : null);
  const [own, other] = [figureOf(claim), figureOf(evidence)];
  const none = { claim, evidence, obstacle, difference: null, allows: null };
  if (obstacle) return { ...none, fit: 'not-compared' };
  if (own.tally && other.tally) {
    const isSame = own.tally[0] === other.tally[0] && own.tally[1] === other.tally[1];
    return { ...none, fit: isSame ? 'equal' : 'apart' };
  }
  const allows = reachOf(own, claim);
  const said = saidBy(other, evidence);
  return {
    ...none,
    difference: differenceOf(own, other),
    allows,
    fit: fitOf(own, other, allows, said, reachOf(other, evidence)),
  };
}

function obstacleBetween(a: Quantity, b: Quantity): Obstacle | null {
  const [x, y] = [figureOf(a), figureOf(b)];
  if (x.per !== y.per && ((x.per !== null && y.per !== null) || !isNear(x, y))) return 'per';
  if (a.change !== null && b.change !== null && a.change !== b.change) return 'direction';
  if ((x.aspect === 'level') !== (y.aspect === 'level') && isShare(x)) return 'change';
  return isShare(x) && basesApart(a.of, b.of) ? 'base' : null;
}

/** Where only one says per what, they may still mean the same; not where one is many times the other. */
const isNear = (x: Figure, y: Figure): boolean => x.low <= 2 * y.low && y.low <= 2 * x.low;

const isShare = ({ unit }: Figure): boolean => unit === 'percent' || unit === 'percentage point';

/** Of cars, and of all vehicles: two wholes that have no word in common. */
function basesApart(a: string | null, b: string | null): boolean {
  const keys = (words: string | null) =>
    written(words ?? '').flatMap(({ text }) => (text.length > 3 ? keyOf(text) : []));
  const [x, y] = [keys(a), keys(b)];
  return x.length > 0 && y.length > 0 && !x.some((key) => y.includes(key));
}

type Reach = { readonly low: number | null; readonly high: number | null };

const BELOW = /\b(?:almost|nearly|just under|close to|not quite|shy of|short of|approaching)\b/i;
const ABOVE =
  /\b(?:just over|a little over|slightly over|just above|slightly more than|a little more than|just more than)\b/i;
const ABOUT = { most: 0.1, least: 0.025 } as const;
/** "More than 40" says little of 80. */
const FAR = 0.25;

function reachOf(figure: Figure, quantity: Quantity): Reach & { readonly by: Allowance } {
  const { low, high, modifier } = figure;
  if (figure.vague || (quantity.range && (quantity.range[0] === null || quantity.range[1] === null)))
    return {
      low: quantity.range?.[0] === null ? null : low,
      high: quantity.range?.[0] === null ? high : null,
      by: 'range',
    };
  const half = halfStep(quantity, low);
  if (low !== high) return { low: low - half, high: high + halfStep(quantity, high), by: 'range' };
  const about = Math.min(Math.max(coarse(low) / 2, Math.abs(low) * ABOUT.least), Math.abs(low) * ABOUT.most);
  if (ABOVE.test(quantity.text)) return { low, high: low + about, by: 'modifier' };
  switch (modifier) {
    case 'approximately':
      return { low: low - about, high: BELOW.test(quantity.text) ? low : low + about, by: 'modifier' };
    case 'at least':
    case 'more than':
      return { low, high: null, by: 'modifier' };
    case 'at most':
      return { low: null, high: low, by: 'modifier' };
    case 'less than':
      return BELOW.test(quantity.text)
        ? { low: low - about, high: low, by: 'modifier' }
        : { low: null, high: low, by: 'modifier' };
    default:
      return figure.fraction
        ? { low: low - NEAR_FRACTION, high: high + NEAR_FRACTION, by: 'fraction' }
        : { low: low - half, high: high + half, by: 'rounding' };
  }
}

/** The values that the evidence itself may mean: its number, or all that its own words allow. */
function saidBy(figure: Figure, quantity: Quantity): Reach {
  if (figure.modifier === null && !figure.vague && !figure.fraction) return { low: figure.low, high: figure.high };
  const { low, high } = reachOf(figure, quantity);
  return { low, high };
}

const ends = ({ low, high }: Reach): readonly [number, number] => [low ?? -Infinity, high ?? Infinity];
/** Numbers that differ by less were added up in another order. */
const DUST = 1e-9;

function fitOf(own: Figure, other: Figure, allows: Reach, said: Reach, asWritten: Reach): FigureFit {
  if (own.low === other.low && own.high === other.high && own.modifier === other.modifier) return 'equal';
  const [[low, high], [from, to]] = [ends(allows), ends(said)];
  const slack = DUST * Math.max(1, Math.abs(own.low));
  // A strict bound does not hold the bound itself.
  const isOnBound = other.low === own.low && other.low === other.high && other.modifier === null;
  if (isOnBound && (own.modifier === 'more than' || own.modifier === 'less than')) return 'apart';
  if (from >= low - slack && to <= high + slack) {
    const isOpenEnded = low === -Infinity || high === Infinity;
    return isOpenEnded && Math.abs(other.low - own.low) > FAR * Math.abs(own.low) ? 'far' : 'covered';
  }
  const [least, most] = ends(asWritten);
  return least <= high + slack && most >= low - slack && most - least > high - low ? 'open' : 'apart';
}

function differenceOf(own: Figure, other: Figure): Comparison['difference'] {
  const pairs = [
    [own.low, other.low],
    [own.high, other.high],
    [own.low, other.high],
    [own.high, other.low],
  ] as const;
  const [base, value] = pairs.reduce((best, pair) => (apartBy(pair) < apartBy(best) ? pair : best));
  const absolute = tidy(value - base);
  return { absolute, relative: base === 0 ? null : tidy(absolute / Math.abs(base)), inPoints: isShare(own) };
}
const apartBy = ([a, b]: readonly [number, number]): number => Math.abs(a - b);
const tidy = (value: number): number => Number(value.toPrecision(12));

/** Half of what the last digit of a figure as it is written is worth. */
function halfStep(quantity: Quantity, value: number): number {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(quantity.text)?.[0].replaceAll(',', '');
  const mantissa = digits === undefined ? Number.NaN : Number(digits);
  if (!(mantissa > 0) || value === 0) return 0;
  const scale = Math.abs(value) / mantissa;
  const decimals = digits?.split('.')[1]?.length ?? 0;
  if (decimals === 0 && mantissa >= 1000) return Math.min(coarse(mantissa) / 2, mantissa * ABOUT.most) * scale;
  // What is counted one by one is not rounded.
  return decimals === 0 && scale === 1 && !isMeasured(quantity) ? 0 : (10 ** -decimals * scale) / 2;
}

const isMeasured = ({ unit }: Quantity): boolean =>
  unit !== null && (unit === 'percent' || /^[A-Z]{3}$|point$/.test(unit));

/** What the last digit that is not nought is worth: 10 of 40, 100,000 of 2.3 million. */
function coarse(value: number): number {
  if (value === 0) return 0;
  let step = 10 ** Math.floor(Math.log10(Math.abs(value)));
  for (let i = 0; i < 12 && Math.abs(value / step - Math.round(value / step)) > 1e-9; i++) step /= 10;
  return step;
}
