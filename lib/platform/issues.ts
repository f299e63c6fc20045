import { z } from 'zod';
import { type RefusalCode, type Saying, say, type Values } from './result.ts';

/** A schema's own words for what is wrong with a field: `error: says('field-too-long', { most: 80 })`. */
export const says = <Code extends RefusalCode>(code: Code, ...values: Values<Code>): string =>
  JSON.stringify(say(code, ...values));

const saying = z.object({
  code: z.custom<RefusalCode>((value) => typeof value === 'string'),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What an issue says; where the schema has no words for it, zod's own. */
export function sayingOf({ message }: { readonly message: string }): Saying {
  if (!message.startsWith('{')) return say('field-other', { words: message });
  return saying.parse(JSON.parse(message));
}
