/** Where a span lies among the tokens of a sentence, and the tokens that it holds: the same array for the same stretch, so that what is read in it is read once. */
import type { Span, Token } from '../types.ts';
import { once } from './once.ts';

/** Index of the first of tokens, or of spans in the order of the text, that starts at a place or behind it; their number where none does. */
export function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first token that ends behind a place; the number of tokens where none does. */
export function firstPast(tokens: readonly Token[], end: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last token from one place up to another (half-open) that a test takes; -1 where none does. */
export function lastIndexIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  takes: (token: Token) => boolean,
): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at];
    if (token !== undefined && takes(token)) return at;
  }
  return -1;
}

const NONE: readonly Token[] = [];

/** What has been asked for of a run of tokens, by its first and its last index. */
const asked = once((_: readonly Token[]) => new Map<number, readonly Token[]>());

/** `tokens.slice(from, to)`, made once. */
export function stretch(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  if (to <= from) return NONE;
  if (from === 0 && to === tokens.length) return tokens;
  const known = asked(tokens);
  const key = from * (tokens.length + 1) + to;
  const found = known.get(key) ?? tokens.slice(from, to);
  known.set(key, found);
  return found;
}

/** The tokens that a span holds. */
export const tokensIn = (tokens: readonly Token[], { start, end }: Span): readonly Token[] =>
  stretch(tokens, firstFrom(tokens, start), firstPast(tokens, end));
