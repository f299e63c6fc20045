import { z } from 'zod';
import {
  CLAIMANT_TYPES,
  type Entity,
  FACTUALITIES,
  MODIFIERS,
  POLARITIES,
  type Quantity,
  type Time,
} from '#lib/engine/types.ts';
import { column } from '#lib/platform/column.ts';
import { DESK_RULES } from '#lib/settings/types.ts';
import { BASIS_FORMS, type Basis } from './rules-basis.ts';
import type { UnmetRule } from './rules-desk.ts';
import type { Proposal } from './types.ts';

const place = { start: z.number(), end: z.number(), text: z.string() };
const words = z.string().nullable();

/** `claims.figures`. */
export const figuresSchema: z.ZodType<readonly Quantity[]> = z.array(
  z.object({
    ...place,
    value: z.number().nullable(),
    unit: words,
    modifier: z.enum(MODIFIERS).nullable(),
    range: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
    tally: z.tuple([z.number(), z.number()]).nullable().default(null),
    per: words,
    of: words,
    change: z.enum(['up', 'down']).nullable(),
    rank: z.boolean(),
  }),
);
export const figuresColumn = column(figuresSchema);

/** `claims.times`. */
export const timesSchema: z.ZodType<readonly Time[]> = z.array(
  z.object({
    ...place,
    from: words,
    to: words,
    basis: z.enum(['stated', 'publication date', 'earlier date', 'unresolved']),
    ofSaying: z.literal(true).optional(),
  }),
);
export const timesColumn = column(timesSchema);

/** `claims.entities`. */
export const entitiesSchema: z.ZodType<readonly Entity[]> = z.array(
  z.object({ ...place, name: z.string(), type: z.enum(['place', 'person', 'organization', 'other']) }),
);
export const entitiesColumn = column(entitiesSchema);

/** `claims.proposal`. */
export const proposalColumn = column<Proposal>(
  z.object({
    revisionId: z.string(),
    statement: words,
    figures: figuresSchema,
    times: timesSchema,
    said: z
      .object({
        polarity: z.enum(POLARITIES),
        factuality: z.enum(FACTUALITIES),
        claimant: z.object({ name: z.string(), kind: z.enum(CLAIMANT_TYPES) }),
        via: words,
      })
      .optional(),
    around: z.literal(true).optional(),
    left: z.string().optional(),
  }),
);

/** `verdicts.unmet` and `sign_offs.unmet`. */
export const unmetColumn = column<readonly UnmetRule[]>(
  z.array(z.object({ rule: z.enum(DESK_RULES), strength: z.enum(['warn', 'refuse']), has: z.number() })),
);

// Loose, so that a digest over what is read is a digest over all that was written.
const basis: z.ZodType<Basis> = z.looseObject({
  form: z.literal(BASIS_FORMS).optional(),
  statement: z.string(),
  quote: z.string(),
  sentence: z.string(),
  claimant: z.string(),
  polarity: z.enum(POLARITIES).optional(),
  factuality: z.enum(FACTUALITIES).optional(),
  figures: z.array(z.string()),
  times: z.array(z.string()),
  evidence: z.array(
    z.looseObject({
      number: z.number(),
      source: z.string(),
      stance: words,
      aspect: z.string(),
      quote: words,
      locator: words,
      note: words,
      withdrawn: z.boolean(),
      recheck: z.string().optional(),
    }),
  ),
});

/** The basis as it was kept with a verdict: `verdicts.basis`, canonical JSON as text. */
export const parseBasis = (text: string): Basis => basis.parse(JSON.parse(text));
