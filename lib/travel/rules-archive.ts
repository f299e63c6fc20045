import { z } from 'zod';
import { isDay } from '#lib/platform/days.ts';
import { optionalDate, optionalLink, optionalText, text } from '#lib/platform/fields.ts';

/*
 * What others have checked, out of an archive: ClaimReview (JSON-LD, a feed's dump) or a table with a claim in each row. Everything is made of the
 * same few fields; what of a row cannot be read is named by its row and its field, in the archive's own words.
 */

/** One claim of an archive. Dates are local, YYYY-MM-DD. */
const archivedClaim = z.object({
  statement: text(4000),
  rating: text(500),
  publisher: text(300),
  link: optionalLink,
  checkedOn: optionalDate,
  saidBy: optionalText(500),
  saidOn: optionalDate,
  rationale: optionalText(20_000),
});
export type ArchivedClaim = z.output<typeof archivedClaim>;
export const ARCHIVE_FIELDS = Object.keys(archivedClaim.shape) as ArchiveField[];
export type ArchiveField = keyof ArchivedClaim;

export type ArchiveRow =
  | { readonly row: number; readonly claim: ArchivedClaim }
  /** What cannot be read, by the archive's name for the field. */
  | { readonly row: number; readonly field: string };

type Given = Readonly<Partial<Record<ArchiveField, unknown>>>;

function rowOf(row: number, given: Given, names: Readonly<Partial<Record<ArchiveField, string>>>): ArchiveRow {
  const read = archivedClaim.safeParse(given);
  if (read.success) return { row, claim: read.data };
  const field = read.error.issues[0]?.path[0] as ArchiveField | undefined;
  return { row, field: (field && names[field]) ?? field ?? '?' };
}

// ---- ClaimReview ----

type Thing = Readonly<Record<string, unknown>>;

const thing = (value: unknown): Thing | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
/** JSON-LD has one value or several in the same place: the first counts. */
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const listed = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const isOf = (value: Thing, type: string): boolean =>
  listed(value['@type']).some((name) => typeof name === 'string' && name.replace(/^.*[/:]/, '') === type);
const said = (value: unknown): unknown => (typeof value === 'number' ? String(value) : (value ?? null));
/** A day as YYYY-MM-DD, of an instant its day as it is written; what is neither is left for the schema to refuse. */
function dayIn(value: unknown): unknown {
  const written = first(value);
  if (written === undefined || written === null || written === '') return null;
  const day = typeof written === 'string' ? written.trim().slice(0, 10) : '';
  return isDay(day) ? day : 'no day';
}
/** Whoever it is, by name. */
function nameOf(value: unknown): string | null {
  const one = first(value);
  if (typeof one === 'string') return one;
  const name = first(thing(one)?.name ?? thing(one)?.legalName);
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

/** The ClaimReviews in a piece of JSON-LD, however deep it holds them: graphs, feeds, lists. */
export function reviewsIn(value: unknown, depth = 0): Thing[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((one) => reviewsIn(one, depth + 1));
  const one = thing(value);
  if (one === null) return [];
  if (isOf(one, 'ClaimReview')) return [one];
  return [one['@graph'], one.dataFeedElement, one.item].flatMap((inner) => reviewsIn(inner, depth + 1));
}

const REVIEW_FIELDS: Readonly<Record<ArchiveField, string>> = {
  statement: 'claimReviewed',
  rating: 'reviewRating',
  publisher: 'author',
  link: 'url',
  checkedOn: 'datePublished',
  saidBy: 'itemReviewed.author',
  saidOn: 'itemReviewed.datePublished',
  rationale: 'reviewBody',
};

/** A ClaimReview as a row; `publisher` where it names none. */
export function rowOfReview(row: number, review: Thing, publisher: string | null): ArchiveRow {
  const rating = thing(first(review.reviewRating));
  const item = thing(first(review.itemReviewed));
  return rowOf(
    row,
    {
      statement: first(review.claimReviewed),
      rating: said(first(rating?.alternateName ?? rating?.name ?? rating?.ratingValue)),
      publisher: nameOf(review.author) ?? nameOf(review.publisher) ?? nameOf(review.sdPublisher) ?? publisher,
      link: said(first(review.url)),
      checkedOn: dayIn(review.datePublished),
      saidBy: nameOf(item?.author),
      saidOn: dayIn(item?.datePublished),
      rationale: said(first(review.reviewBody)),
    },
    REVIEW_FIELDS,
  );
}

// ---- tables ----

/** What the columns of tables are called that hold each field; Stet's own first. */
const HEADS: Readonly<Record<ArchiveField, readonly string[]>> = {
  statement: ['statement', 'claim', 'claimreviewed', 'claim reviewed', 'claim text', 'text'],
  rating: ['rating', 'verdict', 'conclusion', 'ruling', 'reviewrating', 'textual rating', 'label'],
  publisher: ['publisher', 'outlet', 'organisation', 'organization', 'fact-checker', 'fact checker', 'site'],
  link: ['link', 'url', 'review url', 'address'],
  checkedOn: ['checked on', 'date', 'at', 'review date', 'datepublished', 'published'],
  saidBy: ['claimant', 'said by', 'speaker', 'claim author'],
  saidOn: ['said on', 'claim date'],
  rationale: ['rationale', 'explanation', 'reviewbody', 'summary'],
};

/** Which column each field stands in, from 0. */
export type Columns = Readonly<Partial<Record<ArchiveField, number>>>;

const plainly = (head: string): string =>
  head
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');

/**
 * Finds the fields in a table's head. `named` says which column holds a field where its name does not tell. Of Stet's own tables "claim" is a number.
 * A name that is not there, and a table without statement or rating, are told as a field.
 */
export function columnsIn(
  head: readonly string[],
  named: Readonly<Partial<Record<ArchiveField, string>>>,
): { readonly columns: Columns; readonly heads: readonly string[] } | { readonly missing: string } {
  const heads = head.map(plainly);
  const columns: Partial<Record<ArchiveField, number>> = {};
  for (const field of ARCHIVE_FIELDS) {
    const wanted = named[field];
    const at =
      wanted === undefined
        ? HEADS[field].map((name) => heads.indexOf(name)).find((i) => i >= 0)
        : heads.indexOf(plainly(wanted));
    if (at === -1) return { missing: wanted ?? field };
    if (at !== undefined) columns[field] = at;
  }
  const missing = (['statement', 'rating'] as const).find((field) => columns[field] === undefined);
  return missing === undefined ? { columns, heads } : { missing };
}

/** Whether a table is one that Stet wrote: its rows are of several kinds, told in the first column. */
export const isOwnTable = (heads: readonly string[]): boolean => heads[0] === 'record' && heads.includes('digest');

/** A row of a table; null where it holds no claim that somebody has come to a finding on. */
export function rowOfCells(
  row: number,
  cells: readonly string[],
  { columns, heads }: { readonly columns: Columns; readonly heads: readonly string[] },
  publisher: string | null,
): ArchiveRow | null {
  const cell = (field: ArchiveField): string => {
    const at = columns[field];
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  if (cells.every((value) => value.trim() === '')) return null;
  const isOwn = isOwnTable(heads);
  if (isOwn && (cells[0] !== 'claim' || cell('rating') === '')) return null;
  const of = (field: ArchiveField): string | null => {
    const value = isOwn ? cell(field).replace(BEHIND, '$1') : cell(field);
    return value === '' ? null : value;
  };
  return rowOf(
    row,
    {
      statement: of('statement'),
      rating: of('rating'),
      // In Stet's own tables it is whoever published a source.
      publisher: (isOwn ? null : of('publisher')) ?? publisher,
      link: isOwn ? null : of('link'),
      checkedOn: dayIn(of('checkedOn')),
      saidBy: of('saidBy'),
      saidOn: dayIn(of('saidOn')),
      rationale: of('rationale'),
    },
    Object.fromEntries(ARCHIVE_FIELDS.map((field) => [field, heads[columns[field] ?? -1] ?? field])),
  );
}

/** The apostrophe that Stet's tables put before what a spreadsheet would take for a formula. */
const BEHIND = /(^|[;\t\r\n|])'(?=["\s]*[=+\-@＝＋－＠])/g;
