/**
 * NewsQuant's way of writing a quantity, and ours turned into it: names of units and currencies, rates in one unit, "thousands" as 1,000 to 10,000, one sign of change.
 */
import { CURRENCY_NAMES } from '#lib/engine/lexicon/currencies.ts';
import type { Quantity } from '#lib/engine/types.ts';

export type NewsQuantEntry = {
  text: string;
  quantities: { change: string; value: string; unit: string; normalized_unit: string; referred_concepts: string }[];
};
export type Plain = {
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly change: string;
};

/** Shortest names first, so that USD is "dollar" and JPY "japanese yen" as there. */
const MONEY: Readonly<Record<string, string>> = {
  USD: 'dollar',
  GBP: 'pound sterling',
  JPY: 'japanese yen',
  AUD: 'australian dollar',
  CAD: 'canadian dollar',
  NZD: 'new zealand dollar',
  HKD: 'hong kong dollar',
  DKK: 'danish krone',
  INR: 'rupee',
};
function moneyName(code: string): string {
  const known = MONEY[code];
  if (known !== undefined) return known;
  for (const [name, other] of CURRENCY_NAMES) if (other === code && name !== code.toLowerCase()) return name;
  return code.toLowerCase();
}

const NAMES: Readonly<Record<string, string>> = {
  percent: 'percentage',
  'degree Fahrenheit': 'fahrenheit',
  'degree Celsius': 'celsius',
  'part per billion': 'parts-per-billion',
  'part per million': 'parts-per-million',
};
const PLURALS: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  lives: 'life',
  halves: 'half',
};
const BASE: Readonly<Record<string, string>> = {
  best: 'good',
  better: 'good',
  biggest: 'big',
  largest: 'large',
  larger: 'large',
  worst: 'bad',
  greatest: 'great',
  proudest: 'proud',
  highest: 'high',
};

function singular(word: string): string {
  const known = PLURALS[word] ?? BASE[word];
  if (known !== undefined) return known;
  if (word === 'series' || word === 'species' || word.endsWith('ss') || word.endsWith('us') || word.length < 4)
    return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz|us)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Singular, lower case, hyphens and articles apart: compared on both sides alike, since the annotators lemmatised by machine. */
const plainUnit = (unit: string): string =>
  unit
    .toLowerCase()
    .split(/[\s-]+/)
    .map(singular)
    .join(' ');

function unitName({ unit, per }: Quantity): string {
  // a part of a whole has no unit there
  if (unit === null || unit === 'share') return '-';
  const name = /^[A-Z]{3}$/.test(unit) ? moneyName(unit) : (NAMES[unit] ?? unit);
  return per === null ? name : `${name} per ${per}`;
}

function changeSign(quantity: Quantity): string {
  if (quantity.modifier === 'approximately') return '~';
  if (quantity.range !== null) return '=';
  if (quantity.modifier === 'at least' || quantity.modifier === 'more than') return '>';
  if (quantity.modifier === 'at most' || quantity.modifier === 'less than') return '<';
  return quantity.change ?? '=';
}

function plainValue({ value, range: ends, tally, text }: Quantity): Plain['value'] {
  const low = ends?.[0] ?? tally?.[0] ?? value ?? 0;
  // an open end is written out there: "hundreds" are 200 to 1,000
  const open = ends !== null && ends[1] === null ? (low === 24 ? 100 : 5 * low) : low;
  const range = [low, ends?.[1] ?? tally?.[1] ?? open] as const;
  if (ends === null && tally === null) return value ?? 0;
  // their lower end of "thousands" is one thousand, ours two; "dozens" they give as twelve
  const vague =
    /(?:thousands|millions|billions|hundreds)$/i.test(text.split(/\sof\s/)[0] ?? '') && range[1] === 5 * range[0];
  if (vague) return [range[0] / 2, range[1]];
  return range[0] === range[1] ? range[0] : range;
}

/** Our quantities as NewsQuant would write them. */
export function asNewsQuant(quantities: readonly Quantity[]): Plain[] {
  return quantities
    .filter((q) => !q.rank && !(q.unit === 'time' && !/\d|times/i.test(q.text)))
    .map((q) => ({ value: plainValue(q), unit: unitName(q), change: changeSign(q) }));
}

export function goldOf(gold: NewsQuantEntry['quantities'][number]): Plain {
  const dash = gold.value.startsWith('-') ? -1 : gold.value.indexOf('-');
  const pair = dash > 0 && !gold.value.toUpperCase().includes('E');
  const value = pair
    ? ([Number(gold.value.slice(0, dash)), Number(gold.value.slice(dash + 1))] as const)
    : Number(gold.value);
  return { value, unit: gold.normalized_unit, change: gold.change };
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);

export function sameValue(a: Plain, b: Plain): boolean {
  if (typeof a.value === 'number' || typeof b.value === 'number') {
    return typeof a.value === 'number' && typeof b.value === 'number' && close(a.value, b.value);
  }
  return close(a.value[0], b.value[0]) && close(a.value[1], b.value[1]);
}

export const sameUnit = (a: Plain, b: Plain): boolean => plainUnit(a.unit) === plainUnit(b.unit);
