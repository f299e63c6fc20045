/**
 * How far readers agree, as the field measures it. A unit is what was judged, with each judgement it got; categories are any strings.
 * Cohen's kappa: J. Cohen, "A coefficient of agreement for nominal scales", 1960. Krippendorff's alpha: K. Krippendorff, "Computing Krippendorff's
 * alpha-reliability", 2011. Intervals of kappa and alpha by the jackknife (J. Tukey, 1958), of a share by E. B. Wilson's, 1927.
 */

/** Two judgements of one thing, by the first and the second who judged it, and how many things were judged so. */
export type Pair = { readonly first: string; readonly second: string; readonly count: number };
/** The judgements that one thing got, in any order, and how many things got these. */
export type Unit = { readonly values: readonly string[]; readonly count: number };

/** A number with its interval at 95 %; `low` and `high` are null where so few judged that none can be given. */
export type Estimate = { readonly value: number; readonly low: number | null; readonly high: number | null };

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;
/** Of fewer things than this no interval of kappa or alpha is given: it would say more than it knows. */
export const LEAST_FOR_INTERVAL = 5;

/** The share of `hits` in `all`, 0 to 1, with Wilson's interval; null where there is nothing. */
export function share(hits: number, all: number): Estimate | null {
  if (all === 0) return null;
  const value = hits / all;
  const middle = (value + (Z * Z) / (2 * all)) / (1 + (Z * Z) / all);
  const half = (Z / (1 + (Z * Z) / all)) * Math.sqrt((value * (1 - value)) / all + (Z * Z) / (4 * all * all));
  // What rounding leaves of a bound that is 0 or 1.
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Cohen's kappa of two readers, -1 to 1; null where it has none: nothing was judged, or all of it alike by both. */
export const kappa = (pairs: readonly Pair[]): Estimate | null =>
  estimate(
    pairs.map(({ first, second, count }) => ({ values: [first, second], count })),
    kappaOf,
  );

function kappaOf(cells: readonly Unit[]): number | null {
  const all = sum(cells.map(({ count }) => count));
  const by = (place: number) => totals(cells, ({ values }) => values.slice(place, place + 1));
  const [rows, columns] = [by(0), by(1)];
  const seen = sum(cells.filter(({ values: [a, b] }) => a === b).map(({ count }) => count)) / all;
  const chance = sum([...rows].map(([category, count]) => (count / all) * ((columns.get(category) ?? 0) / all)));
  return chance === 1 || all === 0 ? null : (seen - chance) / (1 - chance);
}

/** How far apart two values are, squared: 0 where they are the same. `ordinal` goes by how many values lie between. */
export type Level = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha, at most 1, of any number of readers; units may have been judged by some of them only, and those with one judgement count
 * nothing. Values of `ordinal` and `interval` are numbers, written as such. Null where nothing was judged twice, or everything alike.
 */
export const alpha = (units: readonly Unit[], level: Level = 'nominal'): Estimate | null =>
  estimate(
    units.filter(({ values }) => values.length > 1).map(({ values, count }) => ({ values: [...values].sort(), count })),
    (cells) => alphaOf(cells, level),
  );

function alphaOf(cells: readonly Unit[], level: Level): number | null {
  const frequency = totals(cells, ({ values }) => values);
  const all = sum([...frequency.values()]);
  const distance = distances(frequency, level);
  let seen = 0;
  for (const { values, count } of cells)
    for (const [at, a] of values.entries())
      for (const [other, b] of values.entries())
        if (at !== other) seen += (count * distance(a, b)) / (values.length - 1);
  let chance = 0;
  for (const [a, countA] of frequency) for (const [b, countB] of frequency) chance += countA * countB * distance(a, b);
  return chance === 0 ? null : 1 - ((all - 1) * seen) / chance;
}

function distances(frequency: ReadonlyMap<string, number>, level: Level): (a: string, b: string) => number {
  if (level === 'nominal') return (a, b) => (a === b ? 0 : 1);
  if (level === 'interval') return (a, b) => (Number(a) - Number(b)) ** 2;
  const inOrder = [...frequency].map(([value, count]) => ({ value: Number(value), count })).sort(byValue);
  return (a, b) => {
    const [low, high] = [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))];
    if (low === high) return 0;
    const between = inOrder.filter(({ value }) => value >= low && value <= high);
    const ends = between.filter(({ value }) => value === low || value === high);
    return (sum(between.map(({ count }) => count)) - sum(ends.map(({ count }) => count)) / 2) ** 2;
  };
}

const byValue = (a: { readonly value: number }, b: { readonly value: number }) => a.value - b.value;

/** How often a category that one of the two gave was the other's too, 0 to 1 (Dice), and of how many it was given; null where nobody gave it. */
export function agreementOn(
  pairs: readonly Pair[],
  category: string,
): { readonly value: number; readonly given: number } | null {
  const count = (which: (pair: Pair) => boolean) => sum(pairs.filter(which).map((pair) => pair.count));
  const both = count(({ first, second }) => first === category && second === category);
  const given = count(({ first, second }) => first === category || second === category);
  return given === 0 ? null : { value: (2 * both) / (both + given), given };
}

/** A coefficient with the jackknife's interval: what it would be without each thing in turn, which is the same for all of one cell. */
function estimate(units: readonly Unit[], coefficient: (cells: readonly Unit[]) => number | null): Estimate | null {
  const cells = merged(units);
  const all = sum(cells.map(({ count }) => count));
  const value = all === 0 ? null : coefficient(cells);
  if (value === null) return null;
  if (all < LEAST_FOR_INTERVAL) return { value, low: null, high: null };
  const without = cells.map(({ count }, at) => {
    const left = cells.flatMap((cell, other) =>
      other !== at ? [cell] : count > 1 ? [{ ...cell, count: count - 1 }] : [],
    );
    // Without the one thing that was judged otherwise, all is agreement.
    return { count, value: coefficient(left) ?? 1 };
  });
  const mean = sum(without.map((one) => one.count * one.value)) / all;
  const variance = ((all - 1) / all) * sum(without.map((one) => one.count * (one.value - mean) ** 2));
  const half = Z * Math.sqrt(variance);
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) };
}

/** Those that were judged the same way as one: what is worked out of them takes no longer for more things. */
function merged(units: readonly Unit[]): Unit[] {
  const cells = Map.groupBy(units, ({ values }) => JSON.stringify(values));
  return [...cells.values()].flatMap(([first, ...others]) =>
    first ? [{ values: first.values, count: sum([first, ...others].map(({ count }) => count)) }] : [],
  );
}

function totals(cells: readonly Unit[], valuesOf: (cell: Unit) => readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const cell of cells) for (const value of valuesOf(cell)) found.set(value, (found.get(value) ?? 0) + cell.count);
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
