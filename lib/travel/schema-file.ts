import { z } from 'zod';
import { BLOCK_ROLES } from '#lib/engine/types.ts';
import { headSchema, linkSchema } from '#lib/history/schema-file.ts';
import { claim, comment, evidence, lineage, verdict } from './schema-claims.ts';
import { count, day, hash, id, idOrNull, instant, instantOrNull, mode, words } from './schema-parts.ts';

/*
 * A whole article as a file: JSON Lines, `stet-article/1`. Each line is one record, `{"claim": {…}}`, as canonical JSON: the article first, then
 * its records in the order of LINES, the events of its history, the heads, and an end that counts the lines and has their digest.
 * People are told by id and name, as the history's links need it. Other files' ids are text to whoever reads them.
 */

export const ARTICLE_FORMAT = 'stet-article/1';

const article = z.strictObject({
  format: z.literal(ARTICLE_FORMAT),
  /** What the desk that has checked it calls itself. */
  desk: z.string(),
  id,
  headline: z.string(),
  outlet: words,
  byline: words,
  link: words,
  publishedOn: day,
  mode,
  minorCounts: z.boolean(),
  coverage: z.strictObject({ read: count, minor: count, total: count }),
  createdAt: instant,
  createdBy: idOrNull,
  archivedAt: instantOrNull,
});

const person = z.strictObject({ id, name: z.string() });

const rating = z.strictObject({
  id,
  key: z.string(),
  label: z.string(),
  description: z.string(),
  position: z.number().int(),
  value: z.number().int().nullable(),
  stands: z.boolean(),
});

const revision = z.strictObject({
  number: count,
  language: z.string(),
  origin: z.string(),
  sha256: hash,
  text: z.string(),
  createdAt: instant,
  createdBy: idOrNull,
  /** Whether it is the one that the claims stand in now. */
  present: z.boolean(),
  blocks: z.array(z.strictObject({ start: count, end: count, role: z.enum(BLOCK_ROLES) })),
});

const mark = z.strictObject({
  id,
  revision: count,
  start: count,
  end: count,
  exact: z.string(),
  reason: z.string(),
  by: idOrNull,
  at: instant,
  withdrawnAt: instantOrNull,
});

const source = z.strictObject({
  id,
  title: z.string(),
  kind: z.string(),
  tier: z.string(),
  publisher: words,
  author: words,
  link: words,
  publishedOn: day,
  note: words,
  doi: words,
  isbn: words,
  archiveLink: words,
  updatedOn: day,
  accessedOn: day,
  origin: words,
});

/** What a source said, by its hash: the bytes travel as a WACZ (`stet export --captures`). */
const capture = z.strictObject({
  id,
  source: id,
  number: count,
  sha256: hash,
  mediaType: z.string(),
  size: count,
  fileName: words,
  askedFor: words,
  takenFrom: words,
  takenAt: instant,
  takenBy: idOrNull,
  erasedAt: instantOrNull,
  stamp: z.strictObject({ at: instant, by: z.string() }).nullable(),
  archived: z.strictObject({ address: z.string(), at: instant }).nullable(),
});

/** A frozen report by its digest: the report travels as JSON of its own. */
const report = z.strictObject({
  id,
  number: count,
  digest: hash,
  at: instant,
  by: id,
  correction: words,
  /** How many claims it is on; null of the whole article, and left out in files of before. */
  chosen: count.nullable().default(null),
});

const end = z.strictObject({ count, sha256: hash });

/** What a line holds, by the name of it, in the order in which they stand. */
export const LINES = {
  article,
  person,
  rating,
  revision,
  mark,
  source,
  capture,
  claim,
  lineage,
  evidence,
  verdict,
  comment,
  report,
  // An event whose detail is kept from somebody is in no file; one whose detail was erased by law is.
  event: linkSchema.refine(({ hidden }) => hidden !== 'masked'),
  head: headSchema,
  end,
} as const;
export type LineKind = keyof typeof LINES;
export const LINE_KINDS = Object.keys(LINES) as LineKind[];

export type LineOf<K extends LineKind> = z.infer<(typeof LINES)[K]>;
export type FileClaim = LineOf<'claim'>;
export type FileVerdict = LineOf<'verdict'>;
export type FileEvidence = LineOf<'evidence'>;
export type FileArticle = LineOf<'article'>;
