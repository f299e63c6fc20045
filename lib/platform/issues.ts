import { z } from 'zod';
import type { RefusalCode, Saying } from './result.ts';

/** A schema's own words for what is wrong with a field: `error: says('field-too-long', { most: 80 })`. */
export const says = (code: RefusalCode, values?: Saying['values']): string => JSON.stringify({ code, values });

const saying = z.object({
  code: z.custom<RefusalCode>((value) => typeof value === 'string'),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What an issue says; where the schema has no words for it, zod's own. */
export function sayingOf({ message }: { readonly message: string }): Saying {
  if (!message.startsWith('{')) return { code: 'field-other', values: { words: message } };
  return saying.parse(JSON.parse(message));
}
