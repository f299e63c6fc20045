import { diffWordsWithSpace } from 'diff';
import { fold } from '#lib/anchor/fold.ts';
import type { Placement, SplitText } from '#lib/anchor/reanchor.ts';
import type { DocumentDetails, Stretch } from '#lib/ingest/read/types.ts';
import { doiIn, isbnIn } from './rules-identifiers.ts';
import type { DetailProposalDTO, QuotedStretchDTO, StretchCheck } from './types-captures.ts';

/** A text with its lines, for finding its stretches in another text. */
export const linesOf = (text: string): SplitText => ({
  text,
  sentences: [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length })),
});

/** Words of so many characters are the same words wherever in a text they stand; a figure by itself is not. */
const LONG_ENOUGH = 24;

/** A stretch of which nothing is left. */
export const goneStretch = (evidenceId: string, before: Stretch): StretchCheck => ({
  evidenceId,
  outcome: 'gone',
  before,
  after: null,
});

/** Characters by which a short stretch in another sentence is known to be the same one. */
const NEIGHBOUR = 16;

/** Whether what stands before the stretch, or after it, is the same in both texts. */
function hasNeighbour(text: string, before: Stretch, now: string, after: Stretch): boolean {
  const left = (whole: string, { start }: Stretch) => fold(whole.slice(Math.max(0, start - NEIGHBOUR), start));
  const right = (whole: string, { end }: Stretch) => fold(whole.slice(end, end + NEIGHBOUR));
  return left(text, before) === left(now, after) || right(text, before) === right(now, after);
}

/** What became of a stretch that evidence quotes, out of where its words are found in the text of now. */
export function stretchCheck(
  evidenceId: string,
  { text, before }: { readonly text: string; readonly before: Stretch },
  now: string,
  { state, span, proposal }: Placement,
): StretchCheck {
  const words = text.slice(before.start, before.end);
  const isSame =
    state === 'unchanged' || state === 'moved' || (state === 'context_changed' && words.length >= LONG_ENOUGH);
  if (span !== null && (isSame || (state === 'context_changed' && hasNeighbour(text, before, now, span))))
    return { evidenceId, outcome: 'same', before, after: span };
  if (state === 'lost' && words.length >= LONG_ENOUGH && fold(now).includes(fold(words)))
    return { evidenceId, outcome: 'same', before, after: null };
  const after = span ?? proposal;
  return { evidenceId, outcome: after === null ? 'gone' : 'changed', before, after };
}

/** Characters shown on each side of a stretch. */
const AROUND = 80;
/** Longer stretches are shown whole, one after the other: their diff would cost too much. */
const LONGEST_DIFF = 4_000;

/** A stretch with whole words around it, of its own lines alone. */
function withAround(text: string, { start, end }: Stretch): string {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const left = text.slice(from, start);
  const right = text.slice(end, to);
  const line = left.lastIndexOf('\n') + 1;
  const lineEnd = right.indexOf('\n');
  const before = line > 0 || from === 0 ? left.slice(line) : `… ${left.replace(/^\S*\s+/, '')}`;
  const after =
    lineEnd >= 0 ? right.slice(0, lineEnd) : to === text.length ? right : `${right.replace(/\s+\S*$/, '')} …`;
  return `${before}${text.slice(start, end)}${after}`;
}

/** A checked stretch in words, out of the texts of both captures; null for a text that was erased. */
export function quotedStretch(check: StretchCheck, before: string | null, now: string | null): QuotedStretchDTO {
  const was = before === null ? '' : withAround(before, check.before);
  const is = check.after === null || now === null ? null : withAround(now, check.after);
  const diff =
    is === null || was.length + is.length > LONGEST_DIFF
      ? [{ text: was, kind: 'removed' as const }, ...(is === null ? [] : [{ text: is, kind: 'added' as const }])]
      : diffWordsWithSpace(was, is).map(({ value, added, removed }) => ({
          text: value,
          kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
        }));
  return { evidenceId: check.evidenceId, outcome: check.outcome, before: was, after: is, diff };
}

/** What of a source may be filled from what was read off its capture. */
export type Fillable = {
  readonly title: string;
  readonly link: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly updatedOn: string | null;
  readonly doi: string | null;
  readonly isbn: string | null;
};

const atMost = (most: number) => (value: string) => value.trim().slice(0, most) || null;
const day = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null);
/** What a field of the source takes of a detail, or null. */
const TAKES = {
  title: atMost(500),
  author: atMost(300),
  publisher: atMost(300),
  publishedOn: day,
  updatedOn: day,
  doi: doiIn,
  isbn: isbnIn,
} as const satisfies Record<DetailProposalDTO['field'], (value: string) => string | null>;
const FIELDS = ['title', 'author', 'publisher', 'publishedOn', 'updatedOn', 'doi', 'isbn'] as const;

/** Details read off a capture for the fields of its source that are empty; a title that is only the link counts as empty. */
export function detailProposals(source: Fillable, { identifiers, ...details }: DocumentDetails): DetailProposalDTO[] {
  const found = { ...details, ...identifiers, updatedOn: details.changedOn };
  return FIELDS.flatMap((field) => {
    const detail = found[field];
    const isEmpty = field === 'title' ? source.title === source.link : source[field] === null;
    const value = detail && isEmpty ? TAKES[field](detail.value) : null;
    return detail && value !== null ? [{ field, value, from: detail.from }] : [];
  });
}

/** Kinds of picture that are kept as captures and shown, by how their bytes begin. */
const PICTURES: readonly (readonly [mediaType: string, begins: string, then?: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/webp', 'RIFF', 'WEBP'],
];

/** The media type of a picture by its own bytes, or null for what is none. What somebody calls it decides nothing. */
export function pictureType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = PICTURES.find(([, begins, then]) => head.startsWith(begins) && (!then || head.startsWith(then, 8)));
  return found?.[0] ?? null;
}

/** Which reader it was, as a number that goes up: 3 of "read/3"; 0 of what is none. */
export const readerNumber = (version: string): number => Number(/\d+$/.exec(version)?.[0] ?? 0);

/** What a job is to work on, which each of its kind names. */
export function idOf(id: string | null): string {
  if (id === null) throw new Error('The job names nothing to work on');
  return id;
}
