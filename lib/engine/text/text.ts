import type { Span } from '../types.ts';
import { withoutMarks } from './markup.ts';
import { withoutRaised } from './raised.ts';

/**
 * A way of looking at a text without editing it. `folded` has exactly the length of `raw`: every fold puts one code unit
 * in the place of one, so the offset map between the two is the identity and a span found in one holds in the other.
 */
export type TextView = {
  readonly raw: string;
  /** Odd spaces as ' ', curly quotes straight, hyphens as '-', dashes as '—'; '\n' only where a paragraph really ends. */
  readonly folded: string;
  /** The lines that hold anything, trimmed; a hard-wrapped paragraph is one line. */
  readonly lines: readonly Span[];
};

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...spread(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b',
    ' ',
  ),
  ...spread('\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060\u2039\u203a', "'"),
  ...spread('\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb', '"'),
  ...spread('\u2010\u2011', '-'),
  ...spread('\u2012\u2013\u2014\u2015\u2212', '—'),
  ...spread('\u2028\u2029\u0085\u000b\u000c', '\n'),
  ['\uffe1', '£'],
  ['\uff04', '$'],
  ['\uff05', '%'],
]);

function spread(characters: string, to: string): [string, string][] {
  return [...characters].map((character) => [character, to]);
}

const FOLDABLE = new RegExp(`[${[...FOLDS.keys()].join('')}]`, 'g');

/** "10–15", "2–0", "US–China": a dash with nothing around it ties two things together, as a hyphen does; before a figure alone it is a minus. */
const TYING = /(?<=\d)[\u2012-\u2015\u2212](?=[$£€]?\d)|(?<=\p{L})\u2013(?=[\p{L}\d])|(?<=\d)\u2013(?=\p{L})/gu;
const MINUS = /(?<=^|[\s(])[\u2013\u2212](?=[$£€]?\.?\d)/gm;

/** "12 000 people", with a space of any kind: one figure. Not "June 5 300 people", nor a row of a table. */
const GROUPED =
  /(?<![\p{L}\d.,:/-])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?![\p{L}\d-]|[.,:/]\d|[ \u00a0\u2009\u202f]\d)/gu;
const BEFORE_GROUPS =
  /(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?|No\.?|[Pp]age|[Rr]oom|\d) $/;

const withGroups = (text: string): string =>
  text.replace(GROUPED, (figure, at: number) =>
    figure.startsWith('0') || BEFORE_GROUPS.test(text.slice(Math.max(0, at - 12), at))
      ? figure
      : figure.replace(/\D/g, ','),
  );

/** ", R-Ky.," and " (D-Calif.)" behind a politician's name: nothing in the sentence hangs on it, and its stop ends none. */
const PARTY = /(?:, [RDI]-[A-Z][a-z]{1,15}(?: [A-Z][a-z]{1,12})?\.?,| \([RDI]-[A-Z][A-Za-z.]{1,15}\))(?= )/g;

/** Above this a line is a paragraph of its own, however its neighbours look: nothing is wrapped so wide. */
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 40;
const LIST_MARK = /^\s*(?:[•●▪◦‣⁃*·—-]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]+\s)/;
const ENDS_A_SENTENCE = /[.!?…:;]["')\]]*\s*$/;
const STARTS_LOW = /^\s*\p{Ll}/u;

/**
 * Reads a text into a view of the same length. Two apostrophes that stand for a quotation mark become a space and a mark, a
 * hyphen between spaces and two or three in a row a dash, a politician's party and state spaces.
 * Linear in the text.
 */
export function readText(text: string): TextView {
  const folded = withGroups(withoutMarks(text))
    .replace(TYING, '-')
    .replace(MINUS, '-')
    .replace(FOLDABLE, (character) => FOLDS.get(character) ?? character)
    .replace(/\r(?!\n)/g, '\n')
    .replace(/\r/g, ' ')
    .replace(PARTY, (words) => ' '.repeat(words.length))
    .replace(/(?<![^\s(—-])''(?=\S)/g, ' "')
    .replace(/(?<=\S)''(?!')/g, '" ')
    .replace(/(?<=[^\s\d] )-(?= \S)|(?<=\S )-(?= [^\s\d])/g, '—')
    .replace(/(?<=[^\s-] ?)-{2,3}(?= ?[^\s-])/g, (hyphens) => '—'.padEnd(hyphens.length));
  return unwrap(text, withoutRaised(folded));
}

/** The text without the given marks at its end, in one pass: a pattern that ends in `[…]+$` looks from every mark anew. */
export function withoutTail(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

type PhysicalLine = Span & { readonly text: string };

function physicalLines(folded: string): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let start = 0;
  for (const piece of folded.split('\n')) {
    lines.push({ start, end: start + piece.length, text: piece.trimEnd() });
    start += piece.length + 1;
  }
  return lines;
}

/** Turns the line ends inside hard-wrapped paragraphs into spaces. */
function unwrap(raw: string, folded: string): TextView {
  const physical = physicalLines(folded);
  const joins = new Set<number>();
  for (const run of runs(physical)) for (const at of joinsWithin(run)) joins.add(at);
  const view = joins.size === 0 ? folded : joined(folded, joins);
  return { raw, folded: view, lines: trimmedLines(view) };
}

function runs(lines: readonly PhysicalLine[]): PhysicalLine[][] {
  const found: PhysicalLine[][] = [];
  let run: PhysicalLine[] = [];
  for (const line of lines) {
    if (line.text.trim() !== '') run.push(line);
    else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  if (run.length > 0) found.push(run);
  return found;
}

/**
 * Offsets of the line ends to read as spaces. A run of lines is taken as wrapped where nearly every break is one a
 * greedy wrapper would have made: the next line's first word did not fit any more. A lone break is joined where the
 * sentence plainly goes on: no stop before it, a small letter after it, and a stop in the end.
 */
function joinsWithin(run: readonly PhysicalLine[]): number[] {
  const pairs = run.slice(1).map((next, i) => ({ line: run[i] ?? next, next }));
  const width = run.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  const open = pairs.filter(({ line }) => !ENDS_A_SENTENCE.test(line.text)).length;
  const greedy = pairs.filter(({ line, next }) => line.text.length + 1 + firstWordLength(next.text) > width - 2).length;
  const wrapped =
    pairs.length >= 2 &&
    width >= NARROWEST_WRAP &&
    width <= WIDEST_WRAP &&
    !run.some((line) => line.text.includes('\t')) &&
    greedy >= 0.9 * pairs.length &&
    open >= 0.5 * pairs.length;
  const stops = ENDS_A_SENTENCE.test(run.at(-1)?.text ?? '');
  return pairs
    .filter(({ line, next }) => {
      if (LIST_MARK.test(next.text)) return false;
      return wrapped || (stops && !ENDS_A_SENTENCE.test(line.text) && STARTS_LOW.test(next.text));
    })
    .map(({ line }) => line.end);
}

function firstWordLength(text: string): number {
  const word = /\S+/.exec(text);
  return word === null ? 0 : word[0].length;
}

function joined(folded: string, joins: ReadonlySet<number>): string {
  const parts: string[] = [];
  let from = 0;
  for (const at of [...joins].sort((a, b) => a - b)) {
    parts.push(folded.slice(from, at), ' ');
    from = at + 1;
  }
  parts.push(folded.slice(from));
  return parts.join('');
}

function trimmedLines(folded: string): Span[] {
  const lines: Span[] = [];
  let at = 0;
  for (const piece of folded.split('\n')) {
    const body = piece.trim();
    if (body !== '') {
      const start = at + piece.indexOf(body);
      lines.push({ start, end: start + body.length });
    }
    at += piece.length + 1;
  }
  return lines;
}
