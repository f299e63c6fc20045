import { z } from 'zod';
import { CLAIM_KINDS, CLAIMANT_TYPES, FACTUALITIES, POLARITIES } from '#lib/engine/types.ts';
import type { MatchClaim } from '#lib/match/index.ts';
import { column } from '#lib/platform/column.ts';
import { entitiesSchema, figuresSchema, timesSchema } from '#lib/standing/schema-columns.ts';
import type { ForeignSaid } from './types.ts';

const words = z.string().nullable();

/** `foreign_claims.match`. */
export const matchColumn = column<MatchClaim>(
  z.object({
    quote: z.string(),
    statement: z.string(),
    kind: z.enum(CLAIM_KINDS),
    polarity: z.enum(POLARITIES),
    factuality: z.enum(FACTUALITIES),
    claimant: z.object({
      name: z.string(),
      type: z.enum(CLAIMANT_TYPES),
      start: z.number().nullable(),
      end: z.number().nullable(),
      via: words,
    }),
    quantities: figuresSchema,
    times: timesSchema,
    entities: entitiesSchema,
  }),
);

/** `foreign_claims.said`. */
export const saidColumn = column<ForeignSaid>(
  z.object({
    quote: words,
    findings: z.array(
      z.object({
        by: z.string(),
        at: words,
        rating: z.string(),
        rationale: words,
        signedOffBy: words,
        inForce: z.boolean(),
      }),
    ),
    evidence: z.array(
      z.object({
        number: z.number(),
        stance: z.string(),
        quote: words,
        locator: words,
        source: z.string(),
        publisher: words,
        link: words,
        withdrawn: z.boolean(),
      }),
    ),
    comments: z.array(z.object({ by: z.string(), at: z.string(), body: z.string() })),
  }),
);
