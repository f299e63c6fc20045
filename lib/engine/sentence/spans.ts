/**
 * Where a claim starts and ends: token ranges made into exact spans, without the joints around them.
 */
import { CONNECTIVES, LONG_CONNECTIVES } from '../lexicon/clauses.ts';
import type { Span, Token } from '../types.ts';

const OPENING = /^["'(]$/;
const CLOSING = /^["')]$/;
const LONG = LONG_CONNECTIVES.map((phrase) => phrase.split(' '));

const isMark = (token: Token | undefined): boolean =>
  token !== undefined && token.tag === 'PUNCT' && !/["'()%$£€]/.test(token.text);

/** How many double quotation marks and brackets stand in the range. */
function count(tokens: readonly Token[], from: number, to: number, marks: string): number {
  let n = 0;
  for (let i = from; i < to; i += 1) if (marks.includes(tokens[i]?.text ?? ' ')) n += 1;
  return n;
}

/** Places of the single quotation marks in the range. */
function singleMarks(tokens: readonly Token[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let i = from; i < to; i += 1) if (tokens[i]?.text === "'" && tokens[i]?.tag === 'PUNCT') places.push(i);
  return places;
}

/** "But for the grant, 40 homes would have been lost": without it. */
export const isWithout = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'but' &&
  tokens[at + 1]?.lower === 'for' &&
  tokens.some(({ lower }, i) => i > at && tokens[i + 1]?.lower === 'have' && /^(?:would|might|could)$/.test(lower));

/** "As a result the mill closed", "As such there was none": no comma need stand behind it, but no "of" either. */
const isResult = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'as' &&
  (/^(?:result|consequence)$/.test(tokens[at + 2]?.lower ?? '')
    ? /^(?:DET|PRON|NOUN|PROPN|NUM|ADJ)$/.test(tokens[at + 3]?.tag ?? '')
    : /^(?:there|it|he|she|they|we|i)$/.test(tokens[at + 2]?.lower ?? ''));

/** Skips "But", "Meanwhile," and the like; they join the claim to what came before. */
export function afterConnectives(tokens: readonly Token[], from: number, to: number): number {
  let i = from;
  for (;;) {
    while (i < to && (isMark(tokens[i]) || tokens[i]?.text === '"')) i += 1;
    const token = tokens[i];
    if (token === undefined || i >= to - 1) return from;
    const next = tokens[i + 1];
    const plain =
      // "But for the grant, 40 homes would have been lost"
      (token.tag === 'CCONJ' && next?.lower !== 'far' && !isWithout(tokens, i)) ||
      (CONNECTIVES.has(token.lower) &&
        (next?.lower === ',' ||
          ['but', 'so', 'and', 'yet', 'then', 'thus', 'instead', 'still', 'also', 'indeed', 'now'].includes(
            token.lower,
          )) &&
        next?.tag !== 'ADP' &&
        next?.lower !== 'far');
    if (plain) {
      i += 1;
      from = i;
      continue;
    }
    const long = LONG.find(
      (words) =>
        words.every((word, k) => tokens[i + k]?.lower === word) &&
        (tokens[i + words.length]?.lower === ',' || isResult(tokens, i)),
    );
    if (long === undefined) return i > from && from > 0 ? from : i;
    i += long.length + (tokens[i + long.length]?.lower === ',' ? 1 : 0);
    from = i;
  }
}

/**
 * The exact span of a token range: no comma, dash or connective at its ends, no quotation mark or bracket without its fellow.
 *
 * @returns null where nothing is left
 */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  let a = from;
  let b = to;
  for (;;) {
    const [a0, b0] = [a, b];
    while (
      a < b &&
      (isMark(tokens[a]) || (CLOSING.test(tokens[a]?.text ?? '') && !OPENING.test(tokens[a]?.text ?? '')))
    )
      a += 1;
    while (b > a && (isMark(tokens[b - 1]) || (tokens[b - 1]?.tag === 'CCONJ' && tokens[b - 1]?.lower !== 'both')))
      b -= 1;
    if (count(tokens, a, b, '"') % 2 === 1) {
      if (tokens[a]?.text === '"') a += 1;
      else if (tokens[b - 1]?.text === '"') b -= 1;
    } else if (tokens[a]?.text === '"' && tokens[b - 1]?.text === '"' && count(tokens, a, b, '"') === 2) {
      a += 1;
      b -= 1;
    }
    // single marks too, but for those of "the ministers' plan"
    const singles = singleMarks(tokens, a, b);
    const [one] = singles;
    if (singles.length === 1 && one === a) a += 1;
    else if (singles.length === 1 && one === b - 1 && tokens[b - 2]?.tag === 'PUNCT') b -= 1;
    else if (singles.length === 2 && one === a && singles[1] === b - 1) {
      a += 1;
      b -= 1;
    }
    if (tokens[b - 1]?.text === '(' || (tokens[b - 1]?.text === ')' && count(tokens, a, b, '(') === 0)) b -= 1;
    if (tokens[a]?.text === '(' && count(tokens, a, b, ')') === 0) a += 1;
    if (a === a0 && b === b0) break;
  }
  // `"Sons of Lund" is a show called "Brokers"`: the mark of a title that opens the sentence belongs to it
  const opens = tokens[a - 1]?.text === '"' && count(tokens, 0, a - 1, '"') % 2 === 0;
  if (opens && count(tokens, a, b, '"') % 2 === 1) a -= 1;
  const first = tokens[a];
  const last = tokens[b - 1];
  if (first === undefined || last === undefined || a >= b) return null;
  // "£2.3m." at the end of a sentence: the stop is the sentence's.
  const stop = /^(?:m|bn|k|tn|km|kg|cm|mm|ft|pc|p|c|f|mph|kph|yards?|%|[-−]?\d[\d.,]*(?:[a-z]\w*)?)\.$/i.test(last.text)
    ? 1
    : 0;
  return { start: first.start, end: last.end - stop };
}

export const overlapOf = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Intersection over union of two spans, 0 to 1. */
export function iou(a: Span, b: Span): number {
  const shared = overlapOf(a, b);
  return shared / (a.end - a.start + b.end - b.start - shared);
}

export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;
