import { z } from 'zod';
import { instant, person } from '../model-queries.ts';

/**
 * The desk's work in a period, `period/1`, of the articles that whoever has made it may read: what its formats show, answers included, so that
 * no format works anything out. Canonical JSON of it has the SHA-256 that stands in the desk's history.
 */

const count = z.number();
/** A day of the desk's zone, YYYY-MM-DD. */
const day = z.string();

const rated = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  stands: z.boolean(),
  /** Claims that were settled with it in the period, and still are. */
  count,
});
export type PeriodRating = z.infer<typeof rated>;

/** How many claims stand where, when the report was made; each counts once, and what was left out beside. */
const standing = z.object({
  stands: count,
  change: count,
  disputed: count,
  stale: count,
  await: count,
  unchecked: count,
  leftOut: count,
});
export type PeriodStanding = z.infer<typeof standing>;

const report = z.object({
  number: z.number(),
  at: instant,
  digest: z.string(),
  /** What was wrong in the one before. */
  correction: z.string().nullable(),
  /** When the public could read it; null where it cannot. */
  publicAt: instant.nullable(),
});
export type PeriodReport = z.infer<typeof report>;

const article = z.object({
  id: z.string(),
  headline: z.string(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  publishedOn: day.nullable(),
  standing,
  coverage: z.object({ read: count, minor: count, total: count }),
  /** Claims settled in the period, by rating. */
  ratings: z.array(rated),
  settled: count,
  /** Claims on which a second reader found otherwise than the first, in the period. */
  disputes: count,
  /** Questions that are open, on the article and its claims. */
  questions: count,
  /** Made in the period, on the whole article. */
  reports: z.array(report),
});
export type PeriodArticle = z.infer<typeof article>;

/** What one person did; null where it is so little that it is not shown whose it was. */
const deeds = z.object({
  name: z.string(),
  firstVerdicts: count.nullable(),
  secondReadings: count.nullable(),
  evidence: count.nullable(),
});

export const periodModel = z.object({
  format: z.literal('period/1'),
  desk: z.string(),
  from: day,
  to: day,
  /** IANA name: whose days these are. */
  timeZone: z.string(),
  madeAt: instant,
  madeBy: person,
  totals: z.object({
    articles: count,
    firstVerdicts: count,
    secondReadings: count,
    settled: count,
    /** Of these, the ones whose rating says that the words may not stand. */
    wrong: count,
    ratings: z.array(rated),
    disputes: count,
    corrections: count,
    wordings: z.object({ proposed: count, accepted: count, refused: count }),
    standing,
    questions: count,
  }),
  people: z.array(deeds),
  /** Below it a count is not shown by person; 0 where the desk shows them all. */
  least: count,
  /** In which something was done in the period, by their headlines. */
  articles: z.array(article),
  /** The end of the desk's history that it saw. */
  head: z.object({ sequence: count, hash: z.string() }),
  /** Random, so that nobody tries numbers under the digest until they fit. */
  salt: z.string(),
});
export type PeriodModel = z.infer<typeof periodModel>;

/** A period's report as it is handed to a format: canonical JSON and its SHA-256. */
export type MadePeriod = { readonly model: PeriodModel; readonly digest: string };

/** The JSON Schema (2020-12) of the `json` format. */
export const periodSchema = (): object =>
  z.toJSONSchema(
    periodModel.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) }).meta({
      title: 'Stet period/1',
      description: 'A report on the desk’s work in a period; docs/reports.md says what each field means.',
    }),
    { target: 'draft-2020-12', io: 'input' },
  );
