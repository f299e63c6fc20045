/** Where a quotation's words stand in their order but broken up: by what it leaves out or puts in, or by what a page puts between them. */
import type { Span } from './fold.ts';
import { type Lines, linesOf } from './quote-lines.ts';
import { MARK, NUMBER, type Piece, piecesOf, type QuotableText, sameSaid, trimmed, WORD } from './quote-words.ts';
import { type Weight, weightOf } from './weighty.ts';
import { lowerBound, placesOfWord } from './words.ts';

/** Words that stand next to one another in the quotation. */
type Part = {
  readonly words: string;
  readonly pieces: readonly Piece[];
  /** How it hangs on the part before: words are left out, or the quoter's own stand in brackets. */
  readonly after: 'omission' | 'insertion';
  /** Pieces whose first letter may be of either case: the quoter has begun a sentence with them, or wrote "[t]he". */
  readonly anyCase: ReadonlySet<number>;
};
/** A part in the text: pieces by index, and its stretches where something stands between them. */
type Found = Span & { readonly stretches: readonly Span[] };

/** What is left out may be a page; between scraps of a word or two only so much, or they would be found anywhere. Characters. */
const OMITTED = { most: 3000, scraps: 300 } as const;
const SCRAP = 3;
/** A name in brackets stands for so few words. */
const REPLACED = 8;
/** So many words ahead tell whether a quotation goes on at the turn of a page or before it. */
const AHEAD = 8;
/** Words in brackets within the text: "[laughter]". */
const ASIDE = 12;

const OMITTING =
  /\[\s?(?:\u2026|\.{3,5}|\.(?: \.){2,3})\s?\]|\(\s?(?:\u2026|\.{3,5}|\.(?: \.){2,3})\s?\)|\u2026|\.{3,}|\.(?: \.){2,}/u;
const SIC = /\[sic[.!]?\]/u;
const CHANGED_LETTER = /\[(?<letter>\p{L})\](?=\p{L})/u;
const PUT_IN = /\[[^\][]{1,300}\]/u;
const GAP = new RegExp(
  `(?<omission>${OMITTING.source})|${SIC.source}|${CHANGED_LETTER.source}|(?<insertion>${PUT_IN.source})`,
  'giu',
);

/** The stretches in which a quotation's words stand in a text, the nearest to `near`; null where they do not. */
export function brokenUp(quote: string, text: QuotableText, near: number): Span[] | null {
  const parts = partsOf(quote);
  const lines = linesOf(text);
  const places = parts.map((part) => occurrences(part, text, lines));
  let best: { readonly chain: readonly Found[]; readonly length: number; readonly apart: number } | null = null;
  for (const first of places[0] ?? []) {
    const chain = chainFrom(first, parts, places, text);
    if (!chain) continue;
    const { start, end } = spanOf(text, { start: first.start, end: chain.at(-1)?.end ?? first.end });
    const [length, apart] = [end - start, Math.abs(start - near)];
    if (best === null || length < best.length || (length === best.length && apart < best.apart))
      best = { chain, length, apart };
  }
  return best?.chain.flatMap(({ stretches }) => stretches.map((one) => spanOf(text, one))) ?? null;
}

/** The quotation cut where it says itself that something was left out or put in. */
function partsOf(quote: string): Part[] {
  const parts: Part[] = [];
  let words = '';
  let freed = new Set<number>();
  let after: Part['after'] = 'insertion';
  const close = (next: Part['after']) => {
    const pieces = trimmed(piecesOf(words));
    const isEmpty = !pieces.some(({ kind }) => kind !== MARK);
    if (!isEmpty) {
      const anyCase = new Set([...pieces.keys()].filter((i) => i === 0 || freed.has(pieces[i]?.start ?? -1)));
      parts.push({ words, pieces, after, anyCase });
    }
    after = isEmpty && after === 'omission' ? after : next;
    words = '';
    freed = new Set();
  };
  let at = 0;
  for (const match of quote.matchAll(GAP)) {
    words += quote.slice(at, match.index);
    at = match.index + match[0].length;
    const { omission, letter, insertion } = match.groups ?? {};
    if (omission !== undefined) close('omission');
    else if (insertion !== undefined) close('insertion');
    else if (letter !== undefined) {
      freed.add(words.length);
      words += letter;
    }
  }
  words += quote.slice(at);
  close('omission');
  return parts;
}

/** Every place where a part stands, in order; what a page or a transcript puts between its words is passed over. */
function occurrences(part: Part, text: QuotableText, lines: Lines): Found[] {
  const first = part.pieces[0];
  if (!first) return [];
  const found = Array.from(placesOfWord(text, text.numbers.get(first.key) ?? -1)).flatMap(
    (at) => walk(part, text, lines, at) ?? [],
  );
  return withinNone(found);
}

/** Without those that hold another: the same words stand there with less between them. Sorted by start, and so by end. */
function withinNone(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.toReversed()) if (one.end < (kept.at(-1)?.end ?? Number.POSITIVE_INFINITY)) kept.push(one);
  return kept.reverse();
}

function walk({ pieces, words, anyCase }: Part, text: QuotableText, lines: Lines, at: number): Found | null {
  const stretches: Span[] = [];
  let from = at;
  let j = at;
  const is = (i: number, k: number): boolean => {
    const [a, b] = [pieces[i], text.pieces[k]];
    return a !== undefined && b !== undefined && sameSaid(a, words, b, text.text, anyCase.has(i));
  };
  /** How far the quotation goes on, from a piece of its own, where a piece of the text stands. */
  const runOf = (i: number, k: number): number => {
    let n = 0;
    while (n < AHEAD && i + n < pieces.length && is(i + n, k + n)) n += 1;
    return n;
  };
  /** Where it goes on behind a turn of the page, two words of it at least, and further than it does right here. */
  const turnAt = (i: number, j: number): number | undefined => {
    const turns = lines.after(j);
    if (turns.length === 0) return undefined;
    const here = runOf(i, j);
    const least = Math.min(2, pieces.length - i);
    const runs = turns.map((k) => ({ k, run: runOf(i, k) })).filter(({ run }) => run >= least && run > here);
    return runs.sort((a, b) => b.run - a.run || a.k - b.k)[0]?.k;
  };
  for (let i = 0; i < pieces.length; ) {
    const turn = i === 0 ? undefined : turnAt(i, j);
    if (turn === undefined && is(i, j)) {
      i += 1;
      j += 1;
      continue;
    }
    const next = turn ?? (i === 0 ? undefined : behindAside(text, j));
    if (next !== undefined) {
      stretches.push({ start: from, end: j });
      [from, j] = [next, next];
      continue;
    }
    // A word parted at the foot of a page goes on below the head of the next.
    const rest = lines.after(j + 2).find((k) => isParted(pieces[i], text, j, k));
    if (rest === undefined) return null;
    stretches.push({ start: from, end: j + 2 });
    [from, j] = [rest, rest + 1];
    i += 1;
  }
  stretches.push({ start: from, end: j });
  return { start: at, end: j, stretches };
}

/** Behind the words in square brackets that open here. */
function behindAside({ pieces }: QuotableText, at: number): number | undefined {
  if (pieces[at]?.key !== '[') return undefined;
  for (let k = at + 1; k <= at + ASIDE && k < pieces.length; k++) if (pieces[k]?.key === ']') return k + 1;
  return undefined;
}

function isParted(word: Piece | undefined, { pieces }: QuotableText, j: number, k: number): boolean {
  const [head, hyphen, rest] = [pieces[j], pieces[j + 1], pieces[k]];
  return (
    word?.kind === WORD &&
    hyphen?.key === '-' &&
    hyphen.start === head?.end &&
    head.key + (rest?.key ?? '') === word.key
  );
}

/** Each part behind the one before, as near as it comes; null where one is not there, or too far. */
function chainFrom(
  first: Found,
  parts: readonly Part[],
  places: readonly (readonly Found[])[],
  text: QuotableText,
): readonly Found[] | null {
  const chain = [first];
  for (let n = 1; n < parts.length; n++) {
    const [before, part] = [chain.at(-1), parts[n]];
    if (!before || !part) return null;
    const starts = Int32Array.from(places[n] ?? [], ({ start }) => start);
    const next = places[n]?.[lowerBound(starts, before.end)];
    if (!next || !mayFollow(part, parts[n - 1], before, next, text)) return null;
    chain.push(next);
  }
  return chain;
}

const wordCount = (part: Part | undefined): number => part?.pieces.filter(({ kind }) => kind !== MARK).length ?? 0;
/** What a bracket may not stand in for without a reader's being told. */
const KEPT: ReadonlySet<Weight> = new Set(['figure', 'negation', 'direction', 'certainty']);

function mayFollow(part: Part, last: Part | undefined, before: Found, next: Found, text: QuotableText): boolean {
  if (part.after === 'insertion') {
    const passed = text.pieces.slice(before.end, next.start);
    return (
      passed.length <= REPLACED &&
      passed.every(({ key, kind }) => kind !== NUMBER && !KEPT.has(weightOf(key) ?? 'name'))
    );
  }
  const gap = (text.pieces[next.start]?.start ?? 0) - (text.pieces[before.end - 1]?.end ?? 0);
  return gap <= (Math.min(wordCount(part), wordCount(last)) < SCRAP ? OMITTED.scraps : OMITTED.most);
}

const spanOf = ({ pieces }: QuotableText, { start, end }: Span): Span => ({
  start: pieces[start]?.start ?? 0,
  end: pieces[end - 1]?.end ?? 0,
});
