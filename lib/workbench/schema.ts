import { z } from 'zod';
import { id } from '#lib/platform/fields.ts';

export const claimDetailInput = z.object({ id });
