/** A text as quotations are looked for in it: its words, figures and marks, with what typography alone changes taken off. */
import { fold, type Span } from './fold.ts';
import { type Places, placesOf } from './words.ts';

/** What a piece is. Quotation marks are none: which kind stands around or within somebody's words is the house's choice. */
export const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;

/** One word, figure or mark of a text. */
export type Piece = Span & {
  /** Equal for what may be one word: lower case, no hyphens, thousands not grouped. */
  readonly key: string;
  readonly kind: typeof WORD | typeof NUMBER | typeof MARK;
};

/** A word: an apostrophe or a hyphen may stand inside it, and at the end of a line a hyphen of the printer's. */
const SPELT =
  /[\p{L}\p{M}](?:[\p{L}\p{M}\u200B\u2060\uFEFF]|\u00AD(?!\s)|['\u2018\u2019\u02BC](?=\p{L})|[-\u2010\u2011\u2013](?=\p{L})|[-\u2010\u2011\u00AD]\s{1,40}(?=\p{Ll}))*/u;
const FIGURE = /\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{No}\p{Nl}]/u;
const DOTS = /\.{3,}|\u2026|\.(?: \.){2,}/u;
const DASH = /-{2,}|[-\u2010-\u2015\u2212]/u;
const SILENT = /['"\u2018-\u201F\u2032\u2033\u00AB\u00BB\u2039\u203A`\uFFFC\u00AD\u200B\u2060\uFEFF]/u;
const PIECE = new RegExp(
  `(?<word>${SPELT.source})|(?<number>${FIGURE.source})|(?<dots>${DOTS.source})|(?<dash>${DASH.source})|${SILENT.source}|(?<mark>\\S)`,
  'gu',
);

const PLAIN = /^[A-Za-z]+$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const JOINTS = /[-\u2010\u2011\u2013\u00AD]\s*/g;

const keyOf = (word: string): string => {
  if (PLAIN.test(word)) return word.toLowerCase();
  return fold(word.replace(JOINTS, '').normalize('NFKC')).toLowerCase();
};
const keyOfNumber = (figure: string): string =>
  GROUPED.test(figure) ? figure.replaceAll(',', '') : figure.normalize('NFKC');

/** The number of a footnote, raised behind a word or a stop: it is no part of what is said. "m²" is no footnote. */
const RAISED = /^[\u00B9\u00B2\u00B3\u2070-\u2079]$/;
const FOOTED = /(?:\p{L}{4}|[.,;:!?'"\u2019\u201D)\u00B9\u00B2\u00B3\u2070-\u2079])$/u;
const isFootnote = (text: string, sign: string, at: number): boolean =>
  RAISED.test(sign) && FOOTED.test(text.slice(Math.max(0, at - 5), at));

/** Cuts a text into its pieces, in order. Linear. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [said, at] = [match[0], match.index];
    const place = { start: at, end: at + said.length };
    const { word, number, dots, dash, mark } = match.groups ?? {};
    if (word !== undefined) pieces.push({ ...place, key: keyOf(said), kind: WORD });
    else if (number !== undefined) {
      if (!isFootnote(text, said, at)) pieces.push({ ...place, key: keyOfNumber(said), kind: NUMBER });
    } else if (dots !== undefined) pieces.push({ ...place, key: '\u2026', kind: MARK });
    else if (dash !== undefined) pieces.push({ ...place, key: '-', kind: MARK });
    else if (mark !== undefined) pieces.push({ ...place, key: said, kind: MARK });
  }
  return pieces;
}

/** Marks that end or open somebody's words where a quoter cuts them, and say nothing. A question, a unit or a minus says something. */
const LOOSE = /^[.,;:\u2026*\u2022|]$/;

/** Pieces without the loose marks at either end. */
export function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const isLoose = ({ key, kind }: Piece, next: Piece | undefined) =>
    kind === MARK && (LOOSE.test(key) || (key === '-' && next?.kind !== NUMBER));
  const start = pieces.findIndex((piece, i) => !isLoose(piece, pieces[i + 1]));
  const end = pieces.findLastIndex((piece) => !isLoose(piece, undefined));
  return start < 0 ? [] : pieces.slice(start, end + 1);
}

/** A text made ready to be asked for many quotations. */
export type QuotableText = Places & {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** For every piece its number in `numbers`. */
  readonly ids: Int32Array;
  readonly numbers: ReadonlyMap<string, number>;
  /** Words that the text writes small somewhere: their capital elsewhere is a sentence's, not a name's. */
  readonly small: ReadonlySet<string>;
};

/** Makes a text ready. Linear; worth keeping where more than one quotation is looked for in it. */
export function quotable(text: string): QuotableText {
  const pieces = piecesOf(text);
  const numbers = new Map<string, number>();
  const small = new Set<string>();
  const ids = pieces.map(({ key, kind, start }) => {
    const known = numbers.get(key) ?? numbers.size;
    if (known === numbers.size) numbers.set(key, known);
    if (kind === WORD && !isCapital(text, start)) small.add(key);
    return known;
  });
  return { text, pieces, ids: Int32Array.from(ids), numbers, small, ...placesOf(ids, numbers.size) };
}

export const isCapital = (text: string, at: number): boolean =>
  /^\p{Lu}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));

/** How a word is spelled: a hyphen as "-", one at the end of a line, which may be no hyphen of the word, as "~". */
const spelled = (word: string): string =>
  fold(word.replace(JOINTS, (joint) => (/\s/.test(joint) ? '~' : joint === '\u00AD' ? '' : '-')).normalize('NFKC'));

/** Whether two words of one key are spelled alike; with `anyCase`, whatever the case of their first letters. */
export function spelledAlike(a: string, b: string, anyCase: boolean): boolean {
  if (a === b) return true;
  const free = (word: string) => (anyCase ? word.charAt(0).toLowerCase() + word.slice(1) : word);
  return joinedAlike(free(spelled(a)), free(spelled(b)));
}

function joinedAlike(a: string, b: string): boolean {
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x === y || (x === '~' && y === '-') || (x === '-' && y === '~')) {
      i++;
      j++;
    } else if (x === '~') i++;
    else if (y === '~') j++;
    else return false;
  }
  return true;
}

/** What the pieces from one to another say, as it stands in their text. */
export const said = (text: string, from: Piece | undefined, to: Piece | undefined = from): string =>
  from && to ? text.slice(from.start, to.end) : '';

/** Whether two pieces say the same, spelled alike. */
export const sameSaid = (a: Piece, inA: string, b: Piece, inB: string, anyCase: boolean): boolean =>
  a.key === b.key && (a.kind !== WORD || spelledAlike(said(inA, a), said(inB, b), anyCase));
