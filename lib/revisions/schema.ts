import { z } from 'zod';
import { ACCESS, REVISION_ORIGINS } from '#lib/articles/types.ts';
import { id, optionalDate, optionalInstant, optionalLink, optionalText, text } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { MODES } from '#lib/settings/types.ts';
import { typedText } from './rules-text.ts';

const articleField = z.string().transform(typedText);

/** What is told of a file beside its bytes. Whatever is not understood counts as not said. */
export const fileQuery = z.object({
  name: z.string().min(1).max(300).nullable().catch(null).default(null),
  changes: z.enum(['accepted', 'refused']).catch('accepted').default('accepted'),
});

/** All that is told of a new article beside its text. */
export const articleDetailsInput = z.object({
  headline: text(500),
  outlet: optionalText(200),
  byline: optionalText(300),
  link: optionalLink,
  publishedOn: optionalDate,
  dueAt: optionalInstant,
  mode: z.enum(MODES).optional(),
  access: z.enum(ACCESS).default('desk'),
  memberIds: z.array(id).max(200).default([]),
  origin: z.enum(REVISION_ORIGINS).default('paste'),
  /** Set by who has seen that the same text is already here and wants it again. */
  evenIfKnown: z.boolean().default(false),
});
export type ArticleDetails = z.infer<typeof articleDetailsInput>;
export const addArticleInput = articleDetailsInput.extend({ text: articleField });
export type AddArticleInput = z.infer<typeof addArticleInput>;

/** An article by its link alone; what nobody has told of it is read off the page. */
export const linkedArticleInput = articleDetailsInput.extend({
  headline: optionalText(500),
  link: optionalLink.pipe(z.string(says('field-link')).max(2000)),
});
export type LinkedArticleInput = z.infer<typeof linkedArticleInput>;

/** The text of an article that could not be fetched or read. */
export const firstTextInput = z.object({ articleId: id, text: articleField });
export type FirstTextInput = z.infer<typeof firstTextInput>;
export const arrivalInput = z.object({ articleId: id });

/** What the job that reads an article's first text is put in with: a link, a file as it came, or words with the file they were read from. */
export const articleJob = z.discriminatedUnion('from', [
  z.object({ from: z.literal('link'), link: z.string(), standIn: z.string().nullable() }),
  z.object({ from: z.literal('file'), sha256: z.string(), fileName: z.string(), standIn: z.string().nullable() }),
  z.object({
    from: z.literal('words'),
    sha256: z.string(),
    origin: z.enum(REVISION_ORIGINS),
    original: z.string().nullable(),
    originalName: z.string(),
  }),
]);
export type ArticleJob = z.infer<typeof articleJob>;

export const reviseInput = z.object({
  articleId: id,
  /** The revision that the reviser saw. */
  basedOn: id,
  text: articleField,
  origin: z.enum(REVISION_ORIGINS).default('paste'),
});
export type ReviseInput = z.infer<typeof reviseInput>;

export const previewInput = z.object({ articleId: id, text: articleField });
export type PreviewInput = z.infer<typeof previewInput>;

export const reextractInput = z.object({ articleId: id });

/** Brings the text of an earlier revision back, as a new one. */
export const restoreRevisionInput = z.object({ articleId: id, basedOn: id, number: z.number().int().positive() });
