import { z } from 'zod';
import { reportModel } from './model.ts';

/** What has come after the report, where something has. */
const later = z.object({
  number: z.number(),
  createdAt: z.string(),
  corrections: z.array(z.object({ note: z.string(), at: z.string() })),
});

/**
 * The JSON Schema (2020-12) of a report as the `json` format hands it out. What a report may leave out, since it is older
 * than the field, is not required.
 */
export function reportSchema(): object {
  const schema = reportModel
    .extend({ format: z.literal('report/2'), digest: z.string().regex(/^[0-9a-f]{64}$/), later: later.optional() })
    .meta({
      title: 'Stet report/2',
      description: 'A frozen verdict report; docs/reports.md says what each field means.',
    });
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
}
