import { z } from 'zod';
import { id, optionalLink } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { FEED_MINUTES, MOST_AT_A_TIME } from './types.ts';

function namesNobody(link: string): boolean {
  const { username, password } = new URL(link);
  return username === '' && password === '';
}

export const addFeedInput = z.object({
  link: optionalLink.pipe(
    z
      .string(says('field-link'))
      .max(2000)
      // A password would stand in the history and on the page of everybody.
      .refine(namesNobody, says('field-link')),
  ),
  minutes: z.coerce.number().pipe(z.literal(FEED_MINUTES)).default(60),
});
export type AddFeedInput = z.infer<typeof addFeedInput>;

export const feedInput = z.object({ id });

export const itemsInput = z.object({ ids: z.array(id).min(1).max(MOST_AT_A_TIME) });

/** What the job that reads a feed is put in with. */
export const feedJob = z.object({ feedId: z.string() });
