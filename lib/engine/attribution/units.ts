import { BEFORE_FIGURES, HARD_ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import type { SentenceSpan } from '../sentence/split.ts';
import { firstFrom } from '../sentence/stretches.ts';
import { isPlain } from '../text/plain.ts';
import type { TextView } from '../text/text.ts';
import type { Block, NamedEntity, Quotation, Span } from '../types.ts';

/** What attribution reads: a word, a name of the document as one, a quotation as one, or a mark. */
export type Item = Span & {
  readonly kind: 'word' | 'name' | 'quote' | 'mark';
  readonly text: string;
  readonly lower: string;
  /** "China's": whose, not who. */
  readonly possessive: boolean;
  readonly entity: NamedEntity | null;
  readonly quotation: Quotation | null;
  /** A quotation that begins with a small letter: it goes on what stands before it. */
  readonly goesOn: boolean;
};

/** Sentences bound together by quotations that run across their ends, read as one. */
export type Unit = Span & { readonly block: number; readonly items: readonly Item[] };

const LONGEST_UNIT = 400;

export type Mention = Span & { readonly entity: NamedEntity };

const ITEM =
  /["']|\d[\d,.]*\d(?:\p{L}+)?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['.&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|--+|[,;:—()[\]!?…]|\./gu;

/** The same of a plain text. */
const PLAIN_ITEM = /["']|\d[\d,.]*\d(?:[A-Za-z]+)?|[A-Za-z0-9]+(?:['.&-][A-Za-z0-9]+)*|--+|[,;:—()[\]!?…]|\./g;

/** Reads the sentences into units, in order. Linear in the text. */
export function readUnits(
  view: TextView,
  sentences: readonly SentenceSpan[],
  blocks: readonly Block[],
  mentions: readonly Mention[],
  quotations: readonly Quotation[],
): Unit[] {
  const outer = outermost(quotations.filter((quotation) => !quotation.term));
  const units: Unit[] = [];
  let mentionAt = 0;
  let quoteAt = 0;
  for (const span of unitSpans(sentences, blocks, outer)) {
    while ((mentions[mentionAt]?.end ?? Infinity) <= span.start) mentionAt++;
    while ((outer[quoteAt]?.end ?? Infinity) <= span.start) quoteAt++;
    units.push(...bounded(span, itemsOf(view, span, mentions, mentionAt, outer, quoteAt)));
  }
  return units;
}

/** Sentences are read whole, but nothing longer than any sentence is: the work on a unit grows faster than its length. */
function bounded(span: SentenceSpan, items: readonly Item[]): Unit[] {
  if (items.length <= LONGEST_UNIT) return [{ ...span, items }];
  const units: Unit[] = [];
  for (let at = 0; at < items.length; at += LONGEST_UNIT) {
    const part = items.slice(at, at + LONGEST_UNIT);
    units.push({
      start: part[0]?.start ?? span.start,
      end: part.at(-1)?.end ?? span.end,
      block: span.block,
      items: part,
    });
  }
  return units;
}

function outermost(quotations: readonly Quotation[]): Quotation[] {
  const kept: Quotation[] = [];
  for (const quotation of quotations) {
    const last = kept.at(-1);
    if (last === undefined || quotation.start >= last.end) kept.push(quotation);
  }
  return kept;
}

function unitSpans(
  sentences: readonly SentenceSpan[],
  blocks: readonly Block[],
  quotations: readonly Quotation[],
): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const start = Math.max(sentence.start, blocks[sentence.block]?.start ?? 0);
    const last = spans.at(-1);
    while ((quotations[at]?.end ?? Infinity) < start) at++;
    const quotation = quotations[at];
    const inside = quotation !== undefined && quotation.start < start && quotation.end > start;
    if (last !== undefined && last.block === sentence.block && inside)
      spans[spans.length - 1] = { ...last, end: sentence.end };
    else spans.push({ start, end: sentence.end, block: sentence.block });
  }
  return spans;
}

function itemsOf(
  view: TextView,
  span: Span,
  mentions: readonly Mention[],
  fromMention: number,
  quotations: readonly Quotation[],
  fromQuote: number,
): Item[] {
  const items: Item[] = [];
  let mentionAt = fromMention;
  let quoteAt = fromQuote;
  const text = view.folded.slice(span.start, span.end);
  const pattern = isPlain(text) ? PLAIN_ITEM : ITEM;
  for (let at = span.start; at < span.end; ) {
    const quotation = quotations[quoteAt];
    if (
      quotation !== undefined &&
      quotation.start - 2 <= at &&
      at <= quotation.start &&
      opensHere(view, at, quotation)
    ) {
      items.push(item('quote', quotation.start, Math.min(quotation.end, span.end), view, null, quotation));
      at = afterMark(view, quotation.end);
      quoteAt++;
      while ((mentions[mentionAt]?.start ?? Infinity) < at) mentionAt++;
      continue;
    }
    const mention = mentions[mentionAt];
    if (mention !== undefined && mention.start <= at) {
      mentionAt++;
      if (mention.start === at) {
        items.push(item('name', at, mention.end, view, mention.entity, null));
        at = mention.end;
        if (/^'s\b/i.test(view.folded.slice(at, at + 3))) at += 2;
        else if (/^' /.test(view.folded.slice(at, at + 2))) at += 1;
      }
      continue;
    }
    pattern.lastIndex = at - span.start;
    const match = pattern.exec(text);
    if (match === null) break;
    const found = span.start + match.index;
    if (found === at) {
      const bare = at + match[0].length;
      const end = abbreviates(view, match[0], bare, span.end) ? bare + 1 : bare;
      const kind = /^[\p{L}\p{N}]/u.test(match[0]) ? 'word' : 'mark';
      const owners = kind === 'word' && ownsInPlural(view, match[0], end);
      const next = item(kind, at, end, view, null, null);
      items.push(owners ? { ...next, possessive: true } : next);
      at = owners ? end + 1 : end;
    } else at = Math.max(found, at + 1);
  }
  return items;
}

/** The stop of "Mr." belongs to its word and ends nothing, nor does that of "Feb. 19". */
function abbreviates(view: TextView, word: string, end: number, limit: number): boolean {
  if (view.folded[end] !== '.' || end + 1 >= limit) return false;
  const lower = word.toLowerCase();
  if (HARD_ABBREVIATIONS.has(lower) || /^\p{Lu}$/u.test(word)) return true;
  return BEFORE_FIGURES.has(lower) && /^ \d/.test(view.folded.slice(end + 1, end + 3));
}

/** "the doctors' union": quotation marks have been read before, so the mark behind the plural is its own. */
const ownsInPlural = (view: TextView, word: string, end: number): boolean =>
  /[a-z]s$/i.test(word) && /^' \p{L}/u.test(view.folded.slice(end, end + 3));

function markStart(view: TextView, quotation: Quotation): number {
  const doubled = view.folded[quotation.start - 1] === "'" && view.folded[quotation.start - 2] === "'";
  return quotation.start - (doubled ? 2 : 1);
}

function opensHere(view: TextView, at: number, quotation: Quotation): boolean {
  return at >= markStart(view, quotation);
}

function afterMark(view: TextView, end: number): number {
  return view.folded[end] === "'" && view.folded[end + 1] === "'" ? end + 2 : end + 1;
}

function item(
  kind: Item['kind'],
  start: number,
  end: number,
  view: TextView,
  entity: NamedEntity | null,
  quotation: Quotation | null,
): Item {
  const whole = kind === 'quote' ? '' : view.folded.slice(start, end);
  const tail = kind === 'word' && (whole.endsWith("'s") || whole.endsWith("'S"));
  const possessive = tail || (kind === 'name' && /^'(?:s\b|(?=\s))/i.test(view.folded.slice(end, end + 3)));
  const text = tail ? whole.slice(0, -2) : whole;
  return {
    kind,
    start,
    end: tail ? end - 2 : end,
    text,
    lower: (text.endsWith('.') ? text.slice(0, -1) : text).toLowerCase(),
    possessive,
    entity,
    quotation,
    goesOn: kind === 'quote' && /^"?\p{Ll}/u.test(view.folded.slice(start, start + 3)),
  };
}

/** A quotation with others inside it, read as a unit of its own. */
export function readInside(
  view: TextView,
  unit: Unit,
  outer: Quotation,
  inner: readonly Quotation[],
  mentions: readonly Mention[],
): Unit {
  return {
    start: outer.start,
    end: outer.end,
    block: unit.block,
    items: itemsOf(view, outer, mentions, firstFrom(mentions, outer.start), inner, 0),
  };
}

/** Every place a name stands, in order. */
export function mentionsOf(names: readonly NamedEntity[]): Mention[] {
  return names
    .flatMap((entity) => entity.mentions.map((mention): Mention => ({ ...mention, entity })))
    .sort((a, b) => a.start - b.start);
}
