import { z } from 'zod';
import { id } from '#lib/platform/fields.ts';

export const claimDetailInput = z.object({ id });
/** A claim, and the capture to look through for it; without one, the newest of the article's and the desk's sources. */
export const claimPassagesInput = z.object({ id, capture: id.nullish().transform((value) => value ?? null) });

export const articleBearingsInput = z.object({ id, capture: id });

export const articleInput = z.object({ id });

/** What is typed to find an article by its name. */
export const findArticlesInput = z.object({ q: z.string().max(200).catch('') });
