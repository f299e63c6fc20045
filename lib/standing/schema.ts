import { z } from 'zod';
import { id, version } from '#lib/platform/fields.ts';
import { QUERY_RULES } from '#lib/settings/types.ts';

/** What an article's claims go by: whether open queries hold them, and whether untouched minor ones hold their sentences. */
export const articleRulesInput = z.object({ id, version, queries: z.enum(QUERY_RULES), minorCounts: z.boolean() });
export type ArticleRulesInput = z.infer<typeof articleRulesInput>;
