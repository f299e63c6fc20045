import { z } from 'zod';
import { CITATION_FORMATS } from '#lib/ingest/citations/types.ts';
import { id, optionalDate, optionalLink, optionalText, text, version } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { doiIn, isbnIn, typedLink } from './rules-identifiers.ts';
import { SOURCE_KINDS, SOURCE_SHELVES, SOURCE_TIERS } from './types.ts';

/** An identifier in the one way of writing that `read` gives it, or nothing. */
const identifier = (read: (typed: string) => string | null, wrong: string) =>
  optionalText(300)
    .refine((typed) => typed === null || read(typed) !== null, wrong)
    .transform((typed) => (typed === null ? null : read(typed)));

const sourceShape = z.object({
  title: text(500),
  kind: z.enum(SOURCE_KINDS).default('page'),
  tier: z.enum(SOURCE_TIERS),
  publisher: optionalText(300),
  author: optionalText(300),
  link: optionalLink,
  publishedOn: optionalDate,
  note: optionalText(2000),
  // Left out, these stay as they are, or empty in a new source.
  doi: identifier(doiIn, says('field-doi')).optional(),
  isbn: identifier(isbnIn, says('field-isbn')).optional(),
  archiveLink: optionalLink.optional(),
  updatedOn: optionalDate.optional(),
  accessedOn: optionalDate.optional(),
  origin: optionalText(200).optional(),
});
/** A link is no title, but where the source has nothing else yet than that very link. */
const hasTitle = ({ title, link }: { title: string; link: string | null }) =>
  typedLink(title) === null || title === link;
const titled = { path: ['title'], message: says('title-is-link') };

export const sourceFields = sourceShape.refine(hasTitle, titled);
export type SourceFields = z.infer<typeof sourceFields>;

export const editSourceInput = sourceShape.extend({ id, version }).refine(hasTitle, titled);
export type EditSourceInput = z.infer<typeof editSourceInput>;

export const archiveSourceInput = z.object({ id, version, archived: z.boolean() });
export type ArchiveSourceInput = z.infer<typeof archiveSourceInput>;

const versioned = z.object({ id, version });
/** `gone` becomes part of `keep`. */
export const mergeSourcesInput = z.object({ keep: versioned, gone: versioned });
export type MergeSourcesInput = z.infer<typeof mergeSourcesInput>;

/** Words, or a link; `articleId` has the sources of that article come first. */
export const findSourcesInput = z.object({ query: z.string().max(2000).default(''), articleId: id.optional() });
export type FindSourcesInput = z.infer<typeof findSourcesInput>;

export const citationFormat = z.enum(CITATION_FORMATS);

/** What a list of sources shows, out of an address: what it says wrongly is left out. */
export const sourcesAsked = z.object({
  words: z
    .string()
    .default('')
    .transform((words) => words.trim().slice(0, 2000)),
  kind: z.enum(SOURCE_KINDS).nullable().catch(null).default(null),
  tier: z.enum(SOURCE_TIERS).nullable().catch(null).default(null),
  shelf: z.enum(SOURCE_SHELVES).catch('all').default('all'),
  after: id.nullable().catch(null).default(null),
});
export type SourcesAsked = z.infer<typeof sourcesAsked>;
