import { z } from 'zod';
import { id, optionalDate, optionalLink, optionalText, text, version } from '#lib/platform/fields.ts';
import { SOURCE_KINDS, SOURCE_TIERS } from './types.ts';

export const sourceFields = z.object({
  title: text(500),
  kind: z.enum(SOURCE_KINDS).default('page'),
  tier: z.enum(SOURCE_TIERS),
  publisher: optionalText(300),
  author: optionalText(300),
  link: optionalLink,
  publishedOn: optionalDate,
  note: optionalText(2000),
});

export const editSourceInput = sourceFields.extend({ id, version });
export type EditSourceInput = z.infer<typeof editSourceInput>;
export const findSourcesInput = z.object({ query: z.string().max(300).default('') });
export type SourceFields = z.infer<typeof sourceFields>;
