import { z } from 'zod';
import { id } from '#lib/platform/fields.ts';

export const jobInput = z.object({ id });
export type JobInput = z.infer<typeof jobInput>;
