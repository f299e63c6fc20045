import { z } from 'zod';
import { id } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';

/** Letters of a sealed mark: more than one has. */
const mark = z.string().max(4_000);

export const missedInput = z.object({ after: mark });
export type MissedInput = z.infer<typeof missedInput>;

/** JSON as it was sent: as text, so that a browser can send it while its page is closing. */
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: says('input-not-understood') });
    return z.NEVER;
  }
});

/** Where one of a person's windows is: `tab` is a number that it has given itself. */
export const hereInput = json.pipe(
  z.object({
    tab: z.uuid(),
    /** Null where it has left. */
    articleId: id.nullable(),
    claimId: id.nullable(),
    /** Whether a verdict on the claim is being written. */
    writes: z.boolean(),
  }),
);
export type HereInput = z.infer<typeof hereInput>;
