import { z } from 'zod';
import { id, optionalDate, optionalInstant, optionalLink, optionalText, text, version } from '#lib/platform/fields.ts';
import { MODES } from '#lib/settings/types.ts';
import { ACCESS } from './types.ts';

export const editArticleInput = z.object({
  id,
  version,
  headline: text(500),
  outlet: optionalText(200),
  byline: optionalText(300),
  link: optionalLink,
  publishedOn: optionalDate,
  dueAt: optionalInstant,
});
export type EditArticleInput = z.infer<typeof editArticleInput>;

export const articleModeInput = z.object({ id, version, mode: z.enum(MODES) });
export const articleAccessInput = z.object({ id, version, access: z.enum(ACCESS), memberIds: z.array(id).max(200) });
export const archiveInput = z.object({ id, version, archived: z.boolean() });

export type ArticleModeInput = z.infer<typeof articleModeInput>;
export type ArticleAccessInput = z.infer<typeof articleAccessInput>;
export type ArchiveInput = z.infer<typeof archiveInput>;
