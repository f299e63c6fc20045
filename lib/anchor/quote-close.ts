/** Where a quotation stands with a few words changed: a proposal, with what differs word by word. */
import type { Span } from './fold.ts';
import { isCapital, MARK, NUMBER, type Piece, type QuotableText, said, spelledAlike, WORD } from './quote-words.ts';
import { isNegatedForm, type Weight, weightOf, writtenOut } from './weighty.ts';
import { placesOfWord } from './words.ts';

/** What the quotation says and what the text says in its place, each as it is written; empty where one of them says nothing there. */
export type Difference = {
  readonly quote: string;
  readonly text: string;
  /** Where the text says it; null where it says nothing there. */
  readonly at: Span | null;
  /** Null where the words may differ between two wordings of one statement. */
  readonly weight: Weight | null;
};

export type Near = {
  readonly span: Span;
  readonly differences: readonly Difference[];
  /** Words that differ, marks and letters' case left out. */
  readonly changed: number;
};

/** The text's words looked at are so many of the quotation's, and a little on either side. */
const SLACK = 8;
/** Longer quotations are not compared: the work grows with the square. */
const LONGEST = 1500;
/** Words that stand more often say nothing of where it is. */
const COMMON = 40;
const CANDIDATES = 4;

type Pair = readonly [number, number];
type Row = { readonly text: string; readonly pieces: readonly Piece[] };

/** The place in a text most like a quotation, or null where nothing of it is there. Bounded by the quotation's length, whatever the text's. */
export function nearest(quote: Row, text: QuotableText, near: number): Near | null {
  if (quote.pieces.length === 0 || quote.pieces.length > LONGEST) return null;
  const found = candidates(quote.pieces, text).flatMap((at) => compared(quote, text, at) ?? []);
  const apart = ({ span }: Near) => Math.abs(span.start - near);
  return (
    found.sort(
      (a, b) => a.changed - b.changed || a.differences.length - b.differences.length || apart(a) - apart(b),
    )[0] ?? null
  );
}

/** Where the quotation would begin, as most of its rare words say. */
function candidates(pieces: readonly Piece[], text: QuotableText): number[] {
  const votes = new Map<number, { count: number; at: number }>();
  pieces.forEach(({ key, kind }, i) => {
    if (kind === MARK) return;
    const places = placesOfWord(text, text.numbers.get(key) ?? -1);
    if (places.length === 0 || places.length > COMMON) return;
    for (const place of places) {
      const at = place - i;
      const bucket = Math.floor(at / SLACK);
      // Words come and go: a neighbour's vote counts for both.
      for (const b of [bucket, bucket + 1]) {
        const held = votes.get(b);
        if (held) held.count += 1 / places.length;
        else votes.set(b, { count: 1 / places.length, at });
      }
    }
  });
  return [...votes.values()]
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .slice(0, CANDIDATES)
    .map(({ at }) => at);
}

function compared(quote: Row, text: QuotableText, at: number): Near | null {
  const slack = SLACK + (quote.pieces.length >> 2);
  const from = Math.max(0, at - slack);
  const to = Math.min(text.pieces.length, at + quote.pieces.length + slack);
  const { pairs, start, end } = align(quote.pieces, text.pieces, from, to);
  const [a, b] = [text.pieces[start], text.pieces[end - 1]];
  if (!a || !b || pairs.length === 0) return null;
  const stretches = stretchesBetween(pairs, quote, text, start, end);
  return {
    span: { start: a.start, end: b.end },
    differences: stretches.map((one) => differenceOf(one, quote, text)),
    changed: stretches.reduce((sum, one) => sum + changedIn(one, quote, text), 0),
  };
}

/** What a piece costs that has no like; a mark hardly anything. Of ways that cost the same, the one with more likes. */
const costOf = (piece: Piece | undefined): number => (piece?.kind === MARK ? 10 : 40);
const LIKE = -1;

/**
 * The cheapest way from the quotation to a stretch of the text between two pieces, which may begin and end anywhere (Sellers 1980): the pieces that
 * have their like, and the stretch. What was changed at either end is taken for what stands there.
 */
function align(a: readonly Piece[], b: readonly Piece[], from: number, to: number): { pairs: Pair[] } & Span {
  const width = to - from + 1;
  const table = new Int32Array((a.length + 1) * width);
  const cost = (i: number, j: number) => table[i * width + j] ?? 0;
  const isSame = (i: number, j: number) => a[i]?.key === b[from + j]?.key;
  const changed = (i: number, j: number) => {
    const [x, y] = [costOf(a[i]), costOf(b[from + j])];
    return isSame(i, j) ? LIKE : x === y ? x : x + y;
  };
  for (let i = 1; i <= a.length; i++) {
    table[i * width] = cost(i - 1, 0) + costOf(a[i - 1]);
    for (let j = 1; j < width; j++)
      table[i * width + j] = Math.min(
        cost(i - 1, j - 1) + changed(i - 1, j - 1),
        cost(i - 1, j) + costOf(a[i - 1]),
        cost(i, j - 1) + costOf(b[from + j - 1]),
      );
  }
  let end = 0;
  for (let j = 1; j < width; j++) if (cost(a.length, j) <= cost(a.length, end)) end = j;
  const pairs: Pair[] = [];
  let [i, j] = [a.length, end];
  while (i > 0) {
    const here = cost(i, j);
    if (j > 0 && here === cost(i - 1, j - 1) + changed(i - 1, j - 1)) {
      if (isSame(i - 1, j - 1)) pairs.push([i - 1, from + j - 1]);
      i--;
      j--;
    } else if (j > 0 && here === cost(i, j - 1) + costOf(b[from + j - 1])) j--;
    else i--;
  }
  return { pairs: pairs.reverse(), start: from + j, end: from + end };
}

/** Pieces of either side that have no like, between those that have; a pair spelled in two ways is one too. */
type Stretch = { readonly quote: Span; readonly text: Span; readonly isSpelling: boolean };

function stretchesBetween(pairs: readonly Pair[], quote: Row, text: Row, start: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  let [i, j] = [0, start];
  const between = (x: number, y: number) => {
    if (x > i || y > j) found.push({ quote: { start: i, end: x }, text: { start: j, end: y }, isSpelling: false });
  };
  for (const [x, y] of pairs) {
    between(x, y);
    [i, j] = [x + 1, y + 1];
    const [a, b] = [quote.pieces[x], text.pieces[y]];
    if (a?.kind === WORD && b && !spelledAlike(said(quote.text, a, a), said(text.text, b, b), x === 0))
      found.push({ quote: { start: x, end: i }, text: { start: y, end: j }, isSpelling: true });
  }
  between(quote.pieces.length, end);
  return found;
}

const within = ({ pieces }: Row, { start, end }: Span): readonly Piece[] => pieces.slice(start, end);
const wordsIn = (row: Row, span: Span): number => within(row, span).filter(({ kind }) => kind !== MARK).length;
const saidIn = (row: Row, span: Span): string => said(row.text, row.pieces[span.start], row.pieces[span.end - 1]);

const changedIn = ({ quote, text, isSpelling }: Stretch, a: Row, b: Row): number =>
  isSpelling || saysTheSame(within(a, quote), within(b, text)) ? 0 : Math.max(wordsIn(a, quote), wordsIn(b, text));

function differenceOf(stretch: Stretch, quote: Row, text: QuotableText): Difference {
  const [first, last] = [text.pieces[stretch.text.start], text.pieces[stretch.text.end - 1]];
  return {
    quote: stretch.quote.end > stretch.quote.start ? saidIn(quote, stretch.quote) : '',
    text: stretch.text.end > stretch.text.start ? saidIn(text, stretch.text) : '',
    at: first && last && stretch.text.end > stretch.text.start ? { start: first.start, end: last.end } : null,
    weight: stretch.isSpelling ? null : weightBetween(stretch, quote, text),
  };
}

const ungrouped = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ key }) => key)
    .join(' ')
    .replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '');
const asSpoken = (pieces: readonly Piece[]): string => pieces.map(({ key }) => writtenOut(key)).join(' ');
/** "Don't" and "do not", "10,000" and "10 000". */
const saysTheSame = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  asSpoken(a) === asSpoken(b) || ungrouped(a) === ungrouped(b);

/** The heaviest of what one side says and the other does not. */
function weightBetween({ quote: q, text: t }: Stretch, quote: Row, text: QuotableText): Weight | null {
  const [a, b] = [within(quote, q), within(text, t)];
  if (saysTheSame(a, b)) return null;
  if (a.some((x) => b.some((y) => isNegatedForm(x.key, y.key)))) return 'negation';
  const [own, other] = [sideOf(quote, q, a), sideOf(text, t, b)];
  const weights = [...weightsOf(own, text.small), ...weightsOf(other, text.small)];
  const counts = a.length > 0 && b.length > 0 && (followsFigure(own) || followsFigure(other)) ? ['unit' as const] : [];
  return ORDER.find((weight) => [...weights, ...counts].includes(weight)) ?? null;
}

const ORDER: readonly Weight[] = ['figure', 'negation', 'unit', 'direction', 'time', 'name', 'certainty'];

type Side = {
  readonly row: Row;
  readonly pieces: readonly Piece[];
  readonly before: Piece | undefined;
  readonly after: Piece | undefined;
};
const sideOf = (row: Row, { start, end }: Span, pieces: readonly Piece[]): Side => ({
  row,
  pieces,
  before: row.pieces[start - 1],
  after: row.pieces[end],
});

const isFigure = (piece: Piece | undefined): boolean =>
  piece?.kind === NUMBER || (piece?.kind === WORD && weightOf(piece.key) === 'figure');
/** "92 patients" beside "92 doctors": what is counted is another. */
const followsFigure = ({ before, pieces }: Side): boolean => isFigure(before) && pieces[0]?.kind === WORD;
const REACHED = /^(?:by|to|from)$/;

function weightsOf({ row, pieces, after }: Side, small: ReadonlySet<string>): Weight[] {
  return pieces.flatMap((piece, i): Weight[] => {
    const next = pieces[i + 1] ?? after;
    if (piece.kind === NUMBER) return ['figure'];
    const isSigned = piece.key === '-' && next?.kind === NUMBER && next.start === piece.end && isApart(row.text, piece);
    if (isSigned) return ['figure'];
    const weight = weightOf(piece.key);
    if (weight !== null) return [weight];
    if (piece.kind === MARK) return [];
    if (REACHED.test(piece.key) && next?.kind === NUMBER) return ['direction'];
    return isCapital(row.text, piece.start) && !small.has(piece.key) && !OPENERS.has(piece.key) ? ['name'] : [];
  });
}

/** A minus stands apart from what is before it: "mid-2020" holds none. */
const isApart = (text: string, { start }: Piece): boolean => start === 0 || /[\s([]/.test(text.charAt(start - 1));

/** Words that open sentences with a capital and name nobody. */
const OPENERS: ReadonlySet<string> = new Set(
  `the a an this that these those there it and but or so yet also however moreover still thus therefore meanwhile instead then when while where
   which who what why how although though because since as at by for from in of on to with if well yes ok okay is are was were be been has have had
   do does did just more much very such other another same here even indeed nevertheless nonetheless otherwise finally further furthermore`.split(
    /\s+/,
  ),
);
