/*
 * A simple working over figures of a source: a sum, a difference, a share. It is written down as its inputs and its kind; what comes of them is worked
 * out anew whenever it is shown, so that nobody can write another result beside them.
 */

export const WORKINGS = ['sum', 'difference', 'share', 'change', 'per_head', 'average'] as const;
export type WorkingKind = (typeof WORKINGS)[number];

/** A figure as a source writes it. */
export type WrittenFigure = {
  /** In ones: "6.1 million" is 6,100,000. */
  readonly value: number;
  /** The word or letter that it is counted in, as what it multiplies by: a million is 1,000,000; 1 where there is none. */
  readonly scale: number;
  /** As the source writes that word: " million", "bn"; empty where there is none. */
  readonly scaleWord: string;
  /** "£", "%" and the like; null where it is a bare number. */
  readonly unit: string | null;
  /** Digits behind the point. */
  readonly decimals: number;
  /** The figure's own words, with sign, unit and scale. */
  readonly words: string;
};

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};
/**
 * A sign, a currency, digits in groups of three or not, a word of scale, a percent sign. A letter before or behind makes it a name: "A4", "3rd". Plain spaces
 * part two figures, as in a row of a table: only those that hold a figure together group its digits.
 */
const FIGURE =
  /(?<![\p{L}\d.,])(?<open>\()?(?<sign>[-−–+]\s?)?(?<money>[£$€¥]\s?)?(?<digits>\d{1,3}(?:[,’'\u00A0\u2009\u202F]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)(?:(?<scale>\s?(?:thousand|million|billion|trillion|bn|mn|tn|k|m))(?!\p{L}))?(?<percent>\s?(?:%|per ?cent)(?!\p{L}))?(?![\p{L}\d]|\.\d)(?<close>\))?/giu;

/** Every figure in words, with its place in them in UTF-16 code units. */
export function figuresIn(
  words: string,
): { readonly start: number; readonly end: number; readonly figure: WrittenFigure }[] {
  return [...words.matchAll(FIGURE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    figure: figureOf(match),
  }));
}

function figureOf(match: RegExpExecArray): WrittenFigure {
  const { open, sign = '', money, digits = '', scale: word = '', percent, close } = match.groups ?? {};
  // A comma with anything but three digits behind it is a point: "12,5".
  const bare =
    /^\d+,\d+$/.test(digits) && !/,\d{3}$/.test(digits) ? digits.replace(',', '.') : digits.replace(/[^\d.]/g, '');
  const scale = SCALES[word.trim().toLowerCase()] ?? 1;
  // Accounts write what is owed in brackets.
  const isNegative = /[-−–]/.test(sign) || (open !== undefined && close !== undefined);
  return {
    value: (isNegative ? -1 : 1) * Number(bare) * scale,
    scale,
    scaleWord: word.replace(/\s/g, ' '),
    unit: money?.trim() ?? (percent ? '%' : null),
    decimals: bare.split('.')[1]?.length ?? 0,
    words: match[0].trim(),
  };
}

/** The one figure in words; null where there is none, or more than one. */
export function figureIn(words: string): WrittenFigure | null {
  const found = figuresIn(words);
  return found.length === 1 ? (found[0]?.figure ?? null) : null;
}

/** How many figures a working takes. */
export const takes = (kind: WorkingKind): { readonly least: number; readonly most: number } =>
  kind === 'sum' || kind === 'average' ? { least: 2, most: MOST_INPUTS } : { least: 2, most: 2 };
export const MOST_INPUTS = 24;

export type Worked = {
  readonly value: number;
  /** The result as it is told: "21.9 %", "£2,192", "2.4 points". */
  readonly result: string;
  /** The whole of it: "(1,204 − 988) ÷ 988 = 21.9 %". */
  readonly words: string;
};

/** Why a working has no result: too few figures or too many, figures of two units, or nothing to divide by. */
export type WorkingTrouble = 'count' | 'units' | 'nought';

/**
 * What comes of a working. Figures are taken in the order in which they were chosen: a change is from the first to the second, a share is the first
 * of the second, and so much per head is the first over the second.
 */
export function worked(kind: WorkingKind, figures: readonly WrittenFigure[]): Worked | WorkingTrouble {
  const { least, most } = takes(kind);
  const [a, b] = figures;
  if (figures.length < least || figures.length > most || !a || !b) return 'count';
  const units = new Set(figures.flatMap(({ unit }) => unit ?? []));
  if (kind !== 'per_head' && units.size > 1) return 'units';
  const isDivided = kind === 'share' || kind === 'change' || kind === 'per_head';
  const by = kind === 'change' ? a : b;
  if (isDivided && by.value === 0) return 'nought';
  const done = RULES[kind](figures, a, b);
  return Number.isFinite(done.value) ? { ...done, words: `${done.sum} = ${done.result}` } : 'nought';
}

type Done = { readonly value: number; readonly sum: string; readonly result: string };
type Rule = (all: readonly WrittenFigure[], a: WrittenFigure, b: WrittenFigure) => Done;

const RULES: Readonly<Record<WorkingKind, Rule>> = {
  sum: (all) => level(added(all), all.map(input).join(' + '), all),
  average: (all) => {
    const value = added(all) / all.length;
    return level(value, `(${all.map(input).join(' + ')}) ÷ ${all.length}`, all, 1);
  },
  difference: (all, a, b) => {
    const value = b.value - a.value;
    const sum = `${input(b)} − ${input(a)}`;
    if (a.unit === '%' || b.unit === '%') return { value, sum, result: `${plain(value, decimalsOf(all))} points` };
    return level(value, sum, all);
  },
  share: (_, a, b) => percent(a.value / b.value, `${input(a)} ÷ ${input(b)}`),
  change: (_, a, b) => percent((b.value - a.value) / a.value, `(${input(b)} − ${input(a)}) ÷ ${input(a)}`),
  per_head: (_, a, b) => {
    const value = a.value / b.value;
    return { value, sum: `${input(a)} ÷ ${input(b)}`, result: `${withUnit(significant(value), a.unit)} per head` };
  },
};

const added = (all: readonly WrittenFigure[]): number => all.reduce((sum, { value }) => sum + value, 0);
/** As the source writes it; one below nought in brackets, so that its sign is none of the working's. */
const input = ({ words, value }: WrittenFigure): string =>
  value < 0 ? `(−${words.replace(/^\(|\)$/g, '').replace(/^[-−–]\s?/, '')})` : words.replace(/^[+(]\s?/, '');
const decimalsOf = (all: readonly WrittenFigure[]): number => Math.max(...all.map(({ decimals }) => decimals));

/** A result of the inputs' own kind: in their unit, and in the word that they are all counted in. */
function level(value: number, sum: string, all: readonly WrittenFigure[], more = 0): Done {
  const [first] = all;
  const isOneScale = first !== undefined && all.every(({ scale }) => scale === first.scale);
  const scale = isOneScale ? first.scale : 1;
  const unit = all.find((figure) => figure.unit !== null)?.unit ?? null;
  const digits = scale === 1 && !isOneScale ? 0 : decimalsOf(all) + more;
  const words = `${plain(value / scale, digits)}${isOneScale ? first.scaleWord : ''}`;
  return { value, sum, result: withUnit(words, unit) };
}

function percent(share: number, sum: string): Done {
  const value = share * 100;
  return { value, sum, result: `${Math.abs(value) < 0.1 && value !== 0 ? significant(value) : plain(value, 1)} %` };
}

const withUnit = (words: string, unit: string | null): string => {
  if (unit === null) return words;
  if (unit === '%') return `${words} %`;
  return words.startsWith('−') ? `−${unit}${words.slice(1)}` : `${unit}${words}`;
};

const signed = (words: string): string => words.replace('-', '−');
const plain = (value: number, digits: number): string =>
  signed(new Intl.NumberFormat('en', { maximumFractionDigits: Math.min(digits, 6) }).format(value));
const significant = (value: number): string =>
  signed(
    new Intl.NumberFormat(
      'en',
      Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 },
    ).format(value),
  );

/** The result in words that the engine reads: for setting it beside a claim's figures. */
export function spokenResult(kind: WorkingKind, { value, result }: Worked): string {
  if (kind === 'change')
    return `${value < 0 ? 'fell' : 'rose'} by ${result.replace('−', '').replace(' %', ' per cent')}`;
  return result.replace(' %', ' per cent').replace(' points', ' percentage points');
}

/** All of a working in words, out of its inputs' own; empty where nothing comes of it. */
export function inWords(kind: WorkingKind, inputs: readonly string[]): string {
  const figures = inputs.map(figureIn).filter((figure) => figure !== null);
  if (figures.length !== inputs.length) return '';
  const done = worked(kind, figures);
  return typeof done === 'string' ? '' : done.words;
}

/** The same of one that evidence keeps. */
export const workingWords = (working: {
  readonly kind: WorkingKind;
  readonly inputs: readonly { readonly words: string }[];
}): string =>
  inWords(
    working.kind,
    working.inputs.map(({ words }) => words),
  );
