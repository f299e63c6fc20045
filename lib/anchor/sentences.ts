import type { Span } from './fold.ts';

/** A text with its sentences, in order and not overlapping. */
export type SplitText = { readonly text: string; readonly sentences: readonly Span[] };

/** The first of a row of stretches, in order and not overlapping, that ends after a place; its length where none does. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From the first to the last sentence that a span touches, and at least the span itself. */
export function surroundings(sentences: readonly Span[], span: Span): Span {
  const low = firstEndingAfter(sentences, span.start);
  const first = sentences[low];
  if (!first || first.start >= span.end) return { start: span.start, end: span.end };
  let last = first;
  for (let i = low + 1; (sentences[i]?.start ?? Number.POSITIVE_INFINITY) < span.end; i++) last = sentences[i] ?? last;
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
}

/** The sentences and, so that every word belongs somewhere, what stands between them and is not blank. */
export function unitsOf({ text, sentences }: SplitText): Span[] {
  const units: Span[] = [];
  let from = 0;
  const between = (to: number) => {
    if (to > from && /\S/.test(text.slice(from, to))) units.push({ start: from, end: to });
  };
  for (const sentence of sentences) {
    between(sentence.start);
    units.push({ start: sentence.start, end: sentence.end });
    from = sentence.end;
  }
  between(text.length);
  return units;
}
