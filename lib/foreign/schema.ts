import { z } from 'zod';
import { id, version } from '#lib/platform/fields.ts';

/** Putting a file aside, and taking it back. */
export const setAsideInput = z.object({ id, version, aside: z.boolean() });
export type SetAsideInput = z.infer<typeof setAsideInput>;
