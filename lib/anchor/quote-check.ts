/** Whether a quotation stands in a text: word for word, broken up, nearly, or not. */
import type { Span } from './fold.ts';
import { brokenUp } from './quote-broken.ts';
import { type Difference, nearest } from './quote-close.ts';
import { MARK, type Piece, piecesOf, type QuotableText, quotable, sameSaid, trimmed } from './quote-words.ts';
import { findRun } from './words.ts';

export type { Difference } from './quote-close.ts';
export { type QuotableText, quotable } from './quote-words.ts';
export { WEIGHTS, type Weight } from './weighty.ts';

export const QUOTE_KINDS = ['exact', 'broken', 'close', 'not-found'] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

export type QuoteCheck = {
  readonly kind: QuoteKind;
  /** Where its words stand in the text, in order; empty where they are not found. UTF-16 code units, half-open. */
  readonly spans: readonly Span[];
  /** What differs, word by word: of `close`, and of `not-found` where a place is proposed. */
  readonly difference: readonly Difference[];
  /** Of `not-found`: the place that may be meant, with a figure, a name or a "not" changed, or too much. Never acted on by itself. */
  readonly proposal: Span | null;
};

const NOT_FOUND: QuoteCheck = { kind: 'not-found', spans: [], difference: [], proposal: null };
/** Where the same words stand more often, the first so many are looked at. */
const PLACES = 64;
/** Of the words of a quotation that is `close` one in five differs at most, and of one that is worth proposing two in five. */
const CLOSE = { share: 0.2, words: 4 } as const;
const PROPOSED = { share: 0.4, words: 2 } as const;

/**
 * Looks for a quotation in a text.
 *
 * - `exact`: the same words one after the other. Quotation marks, kinds of dashes and spaces, hyphens at line ends, ligatures, grouped thousands, the
 *   numbers of footnotes, the case of the first letter and marks at either end are typography, and count for nothing.
 * - `broken`: the same words in their order, and the quotation says that it leaves out ("…") or puts in ("[the mayor]"), or a page turns between them.
 * - `close`: a few words differ, and none of them is a figure, a name, a negation, a unit, a direction, a time or a word of how sure it is.
 * - `not-found`: anything else. A changed figure is never close: the place is only proposed, with what each of the two says.
 *
 * @param near where it is thought to stand: of several places the nearest is given.
 * Linear in the text, which `quotable` makes ready once for many quotations; after that bounded by the quotation and by how often its words stand there.
 */
export function checkQuote(quote: string, text: string | QuotableText, near = 0): QuoteCheck {
  const pieces = trimmed(piecesOf(quote));
  if (!pieces.some(({ kind }) => kind !== MARK)) return NOT_FOUND;
  const ready = typeof text === 'string' ? quotable(text) : text;
  const exact = wordForWord(quote, pieces, ready, near);
  if (exact) return { ...NOT_FOUND, kind: 'exact', spans: [exact] };
  const spans = brokenUp(quote, ready, near);
  if (spans) return { ...NOT_FOUND, kind: 'broken', spans };
  return nearly(quote, pieces, ready, near);
}

function wordForWord(quote: string, pieces: readonly Piece[], text: QuotableText, near: number): Span | null {
  const run = Int32Array.from(pieces, ({ key }) => text.numbers.get(key) ?? -1);
  if (run.includes(-1)) return null;
  const isSame = (at: number) =>
    pieces.every((piece, k) => {
      const there = text.pieces[at + k];
      return there !== undefined && sameSaid(piece, quote, there, text.text, k === 0);
    });
  const apart = (at: number) => Math.abs((text.pieces[at]?.start ?? 0) - near);
  const [at] = findRun(run, text, isSame, PLACES).sort((a, b) => apart(a) - apart(b));
  const [first, last] = at === undefined ? [] : [text.pieces[at], text.pieces[at + run.length - 1]];
  return first && last ? { start: first.start, end: last.end } : null;
}

function nearly(quote: string, pieces: readonly Piece[], text: QuotableText, near: number): QuoteCheck {
  const found = nearest({ text: quote, pieces }, text, near);
  if (!found) return NOT_FOUND;
  const words = pieces.filter(({ kind }) => kind !== MARK).length;
  const isWithin = ({ share, words: least }: typeof CLOSE | typeof PROPOSED) =>
    words >= least && found.changed <= Math.max(1, Math.floor(words * share));
  const { span, differences: difference } = found;
  if (isWithin(CLOSE) && difference.every(({ weight }) => weight === null))
    return { ...NOT_FOUND, kind: 'close', spans: [span], difference };
  return isWithin(PROPOSED) ? { ...NOT_FOUND, difference, proposal: span } : NOT_FOUND;
}
