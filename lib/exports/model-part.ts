import { z } from 'zod';

/**
 * That a report holds chosen claims and not the whole article: how many, of how many that stand in it, and why these. Whoever has frozen it chose
 * them then. Null of the whole article.
 */
export const reportPart = z.object({ chosen: z.number(), of: z.number(), note: z.string().nullable() });
