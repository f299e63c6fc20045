import { z } from 'zod';

/** Somebody, by the name they bore when they acted. `id` is null where an older report named people by name alone. */
export const person = z.object({ id: z.string().nullable(), name: z.string() });
export const instant = z.string();

/** Whom a query was put to, how, and until when (an instant). */
const asked = z.object({
  addressee: z.enum(['writer', 'expert', 'source', 'party', 'colleague', 'legal']).nullable(),
  whom: z.string().nullable(),
  how: z.string().nullable(),
  dueAt: instant.nullable(),
});
/** What a guest has answered, a writer without an account who came by a link to the article. */
const guestAnswer = z.object({ guest: z.string(), at: instant, body: z.string() });
/** `asked` is null where an older report did not say. */
export const query = z.object({
  by: person,
  at: instant,
  body: z.string(),
  asked: asked.nullable().default(null),
  /** The piece of the claim's evidence, by its number, or the words of the article that it is about; null of the claim, or of the article as a whole. */
  about: z.object({ evidence: z.number().nullable(), quote: z.string().nullable() }).nullable().default(null),
  guestAnswers: z.array(guestAnswer).default([]),
});
/** A query that is closed: what came of it, what was answered, by whom it was closed and when. */
export const closedQuery = query.extend({
  outcome: z.enum(['answered', 'unanswered', 'dropped']).nullable(),
  answer: z.string().nullable(),
  /** Whose answer it is where it came in by a file, as the file says; empty where it names nobody. Null of any other, and where an older report did not say. */
  answerFrom: z.string().nullable().default(null),
  closedBy: person,
  closedAt: instant,
});
export type ReportClosedQuery = z.infer<typeof closedQuery>;
export type ReportQuery = z.infer<typeof query>;

export const isLegal = ({ asked }: ReportQuery): boolean => asked?.addressee === 'legal';
/** Whether a claim is flagged for legal attention. */
export const isFlagged = ({ openQueries }: { readonly openQueries: readonly ReportQuery[] }): boolean =>
  openQueries.some(isLegal);
