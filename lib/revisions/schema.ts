import { z } from 'zod';
import { ACCESS, REVISION_ORIGINS } from '#lib/articles/types.ts';
import { id, optionalDate, optionalInstant, optionalLink, optionalText, text } from '#lib/platform/fields.ts';
import { MODES } from '#lib/settings/types.ts';

/** 2 million UTF-16 code units: several books. Beyond that a text is not an article. */
export const MAX_ARTICLE_LENGTH = 2_000_000;

export const addArticleInput = z.object({
  headline: text(500),
  outlet: optionalText(200),
  byline: optionalText(300),
  link: optionalLink,
  publishedOn: optionalDate,
  dueAt: optionalInstant,
  mode: z.enum(MODES).optional(),
  access: z.enum(ACCESS).default('desk'),
  memberIds: z.array(id).max(200).default([]),
  text: z.string(),
  origin: z.enum(REVISION_ORIGINS).default('paste'),
  /** Set by who has seen that the same text is already here and wants it again. */
  evenIfKnown: z.boolean().default(false),
});
export type AddArticleInput = z.infer<typeof addArticleInput>;

export const reviseInput = z.object({
  articleId: id,
  /** The revision that the reviser saw. */
  basedOn: id,
  text: z.string(),
  origin: z.enum(REVISION_ORIGINS).default('paste'),
});
export type ReviseInput = z.infer<typeof reviseInput>;

export const previewInput = z.object({ articleId: id, text: z.string() });
export type PreviewInput = z.infer<typeof previewInput>;

export const reextractInput = z.object({ articleId: id });

/** Brings the text of an earlier revision back, as a new one. */
export const restoreRevisionInput = z.object({ articleId: id, basedOn: id, number: z.number().int().positive() });
