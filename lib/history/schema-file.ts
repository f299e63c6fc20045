import { z } from 'zod';

/** One line of a history's file. Links of `stet-history/1`, which 0.1.0 wrote, know of no records. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const sequence = z.number().int().nonnegative();

/** An event of a chain as a file holds it: without what only the database keeps. */
export const linkSchema = z.object({
  chain: z.string(),
  sequence,
  at: z.string(),
  actorId: z.string().nullable(),
  actorKind: z.string(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  detailHash: hash,
  previousHash: z.string(),
  hash,
  recordsHash: hash.nullable().default(null),
  salt: z.string().nullable(),
  detail: z.string().nullable(),
  hidden: z.enum(['erased', 'masked']).nullable(),
});

export const headSchema = z.object({ chain: z.string(), sequence, hash: z.string() });

/** The ends of chains, as `stet heads` writes them down. */
export const headsFile = z.object({
  format: z.literal('stet-heads/1'),
  desk: z.string(),
  at: z.string(),
  heads: z.array(headSchema),
});
export type HeadsFile = z.infer<typeof headsFile>;

/** Any file that somebody keeps and that says where chains ended: of `stet heads`, or a report of any form. */
export const keptHeads = z.object({
  format: z.string().regex(/^(?:stet-heads|report)\/\d+$/),
  heads: z.array(headSchema),
});

export const historyLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('history'), format: z.enum(['stet-history/1', 'stet-history/2']) }),
  z.object({ kind: z.literal('event'), link: linkSchema }),
  z.object({ kind: z.literal('head'), head: headSchema }),
  z.object({ kind: z.literal('end'), count: z.number().int().nonnegative() }),
]);
