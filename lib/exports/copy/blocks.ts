import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { openFix } from '../outline/outcome.ts';
import { blockAt, firstWhere, type Stretch } from '../outline/places.ts';
import { wordParts } from '../word-parts.ts';
import type { CopyBlock, CopyFix, CopyPiece } from './types.ts';

export type Placed = ReportClaim & { readonly start: number; readonly end: number };
type PlacedFix = Stretch & { readonly fix: CopyFix };
/** Words of the article, or words put in at one place of it (start = end). */
type Atom = Stretch & {
  readonly text: string;
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly fix: number | null;
};

/** What no document of Office Open XML can hold: it is left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const UNWRITABLE = /[\0-\x08\x0b-\x1f\uFFFE\uFFFF]/g;

/** Words as they stand in a document. */
export const writable = (text: string): string => text.replace(UNWRITABLE, '').toWellFormed();

/**
 * The fixes that can stand in the text as changes: of settled claims, within one block, and not over one that stands before.
 * Of others the margin alone has the words.
 */
export function fixesIn({ article }: ReportModel, placed: readonly Placed[]): PlacedFix[] {
  const found: PlacedFix[] = [];
  let taken = 0;
  for (const claim of [...placed].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const after = openFix(claim);
    const verdict = settlingVerdict(claim);
    const isThere = article.text.slice(claim.start, claim.end) === claim.quote && claim.end > claim.start;
    if (after === null || verdict === null || after === claim.quote || claim.start < taken || !isThere) continue;
    const block = blockAt(article.blocks, claim.start);
    const { start, end } = article.blocks[block] ?? { start: 0, end: -1 };
    if (claim.start < start || end < claim.end) continue;
    const fix = { claim: claim.number, block, before: claim.quote, after, by: verdict.by.name, at: verdict.at };
    found.push({ fix, start: claim.start, end: claim.end });
    taken = claim.end;
  }
  return found;
}

/** The blocks in pieces: words, fixes, and where claims begin and end. */
export function blocksOf(
  { article }: ReportModel,
  placed: readonly Placed[],
  fixes: readonly PlacedFix[],
): CopyBlock[] {
  const marks = marksIn(article.blocks, placed);
  const fixed = Map.groupBy(fixes.entries(), ([, { fix }]) => fix.block);
  return article.blocks.map((block, at) => ({
    role: block.role,
    pieces: piecesOf(article.text, block, marks[at] ?? [], fixed.get(at) ?? []),
  }));
}

type Fixes = readonly (readonly [index: number, fix: PlacedFix])[];

function piecesOf(text: string, block: Stretch, marks: readonly Mark[], fixes: Fixes): CopyPiece[] {
  const cuts = [...new Set(marks.map((mark) => mark.at))].sort((a, b) => a - b);
  const fixed = new Set(fixes.map(([, { end }]) => end));
  const pieces: CopyPiece[] = [];
  let at = 0;
  const mark = (until: (one: Mark) => boolean): void => {
    for (let next = marks[at]; next && until(next); next = marks[++at])
      pieces.push({ kind: next.kind, claim: next.claim });
  };
  for (const atom of atomsOf(text, block, fixes).flatMap((one) => cutAt(one, cuts))) {
    // What is put in at a claim's end belongs to it where the fix began before; else it comes after all that stands at this place.
    const belongs = atom.kind === 'inserted' && fixed.has(atom.start);
    mark((one) => one.at < atom.start || (one.at === atom.start && !belongs));
    const words = writable(atom.text);
    if (words !== '') pieces.push({ kind: atom.kind, text: words, fix: atom.fix });
  }
  mark(() => true);
  return pieces;
}

type Mark = { readonly kind: 'begin' | 'end'; readonly claim: number; readonly at: number };

/** Of each block where claims begin and end in it, in the order in which it is written: at one place ends first, the wider around the narrower. */
function marksIn(blocks: readonly Stretch[], placed: readonly Placed[]): Mark[][] {
  const ends: Mark[][] = blocks.map(() => []);
  const begins: Mark[][] = blocks.map(() => []);
  const narrowFirst = [...placed].sort((a, b) => a.end - a.start - (b.end - b.start) || b.number - a.number);
  for (const { start, end, number } of narrowFirst) {
    const first = blockAt(blocks, start);
    const last = lastBefore(blocks, end);
    const [from, to] = [blocks[first], blocks[last]];
    if (!from || !to || last < first) continue;
    begins[first]?.unshift({ kind: 'begin', claim: number, at: Math.max(start, from.start) });
    ends[last]?.push({ kind: 'end', claim: number, at: Math.min(end, to.end) });
  }
  return blocks.map((_, i) => [...(ends[i] ?? []), ...(begins[i] ?? [])].sort((a, b) => a.at - b.at));
}

/** The last block that begins before a place of the text; -1 where none does. */
function lastBefore(blocks: readonly Stretch[], place: number): number {
  const at = blockAt(blocks, place);
  return (blocks[at]?.start ?? place) < place ? at : at - 1;
}

/** A block as words and changes. */
function atomsOf(text: string, block: Stretch, fixes: Fixes): Atom[] {
  const atoms: Atom[] = [];
  let from = block.start;
  const same = (until: number) => {
    if (until > from) atoms.push({ start: from, end: until, text: text.slice(from, until), kind: 'same', fix: null });
    from = until;
  };
  for (const [index, { fix, start }] of fixes) {
    same(start);
    for (const part of wordParts(fix.before, fix.after)) {
      const isThere = part.kind !== 'inserted';
      const end = from + (isThere ? part.text.length : 0);
      atoms.push({ start: from, end, text: part.text, kind: part.kind, fix: part.kind === 'same' ? null : index });
      from = end;
    }
  }
  same(block.end);
  return atoms;
}

/** An atom in pieces, cut at these places of the article, which are in order. */
function cutAt(atom: Atom, cuts: readonly number[]): Atom[] {
  if (atom.kind === 'inserted') return [atom];
  const first = firstWhere(cuts.length, (at) => (cuts[at] ?? 0) > atom.start);
  const edges = [atom.start];
  for (let at = first; (cuts[at] ?? atom.end) < atom.end; at++) edges.push(cuts[at] ?? atom.end);
  edges.push(atom.end);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? atom.end;
    return { ...atom, start, end, text: atom.text.slice(start - atom.start, end - atom.start) };
  });
}
