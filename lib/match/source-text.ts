/** A source's text read as an article is, sentence by sentence and row by row: what its passages are looked up and compared by. */
import { quantitiesOf } from '#lib/engine/quantities/quantities.ts';
import { type Reading, readSentences, readWhole } from '#lib/engine/read.ts';
import type { Quantity, Span } from '#lib/engine/types.ts';
import { STOP } from './families.ts';
import type { MatchClaim } from './types.ts';
import { keyOf, written } from './words.ts';

export type SourceInput = {
  /** Any name for it; comes back with each of its passages. */
  readonly id: string;
  readonly text: string;
  /** Its title and whoever publishes it: a passage need not say again what they say. */
  readonly title?: string | null;
  /** Local date YYYY-MM-DD; without it "last year" stays unresolved. */
  readonly publishedOn?: string | null;
};

/** One sentence or row, in the shape in which claims are compared. */
export type SourcePassage = MatchClaim &
  Span & {
    /** Keys of its own words and figures. */
    readonly keys: ReadonlySet<string>;
    /** Keys of what it is read with: the title and the sentences beside it. */
    readonly context: ReadonlySet<string>;
    /** Keys of the head of its table, which a row is read through. */
    readonly head: ReadonlySet<string>;
  };
export type SourceText = { readonly id: string; readonly passages: readonly SourcePassage[] };

/** Reads a source once for all claims. In another language than English nothing is read. Near linear. */
export function readSource({ id, text, title, publishedOn }: SourceInput): SourceText {
  const { article, sentences } = readWhole(text);
  if (article === null) return { id, passages: [] };
  const readings = [...readSentences(article, publishedOn ? { publishedOn } : {})].flat();
  const own = readings.map(({ row }) => keysOf(text.slice(row.span.start, row.span.end)));
  const entitled = keysOf(title ?? '');
  const passages = readings.flatMap((reading, i): SourcePassage[] => {
    const { row } = reading;
    const { start, end } = row.span;
    const isTitle = text.slice(start, end).trim() === title?.trim();
    if (isTitle || !/[\p{L}\d]/u.test(text.slice(start, end)) || article.headings[row.at] === row.at) return [];
    const quantities = quantitiesIn(reading, text);
    const heading = article.headings[row.at] ?? -1;
    // the line above a table says what it is of
    const head = heading < 0 ? [] : [heading - 1, heading].flatMap((n) => own[n] ?? []);
    const beside = [i - 1, i + 1].filter((n) => sentences[readings[n]?.row.at ?? -1]?.block === row.span.block);
    return [
      {
        start,
        end,
        quote: text.slice(start, end),
        statement: text.slice(start, end),
        kind: 'event',
        polarity: 'positive',
        factuality: 'asserted',
        claimant: { name: 'author', type: 'author', start: null, end: null, via: null },
        quantities,
        times: row.times,
        entities: (article.mentions[row.at] ?? []).map(({ entity, span }) => ({
          ...span,
          text: text.slice(span.start, span.end),
          name: entity.name,
          type: entity.type,
        })),
        keys: new Set([...(own[i] ?? []), ...figureKeys(quantities)]),
        context: new Set([...entitled, ...beside.flatMap((n) => own[n] ?? [])]),
        head: new Set(head),
      },
    ];
  });
  return { id, passages };
}

/** What the engine leaves out of an article, a note or a head, may be the point of a source. */
function quantitiesIn({ row, sentence }: Reading, text: string): readonly Quantity[] {
  if (sentence) return sentence.quantities;
  const { words, expressions } = row.scanned;
  return quantitiesOf(text, words, { times: expressions });
}

/** Families and stems of the words, and numbers as they are written; "eleven" and "11" meet in `figureKeys`. */
export function keysOf(words: string): string[] {
  return written(words).flatMap(({ text }) => {
    const lower = text.toLowerCase().replace(/'s$/, '');
    if (/^\d/.test(lower)) return [`#${lower.replaceAll(',', '').replace(/[.%]{1,3}$/, '')}`];
    return STOP.has(lower) || lower.length < 2 ? [] : lower.split('-').map(keyOf);
  });
}

export const figureKeys = (quantities: readonly Quantity[]): string[] =>
  quantities.flatMap(({ value, range, tally }) =>
    [value, ...(range ?? []), ...(tally ?? [])].flatMap((number) => (number === null ? [] : `#${number}`)),
  );
