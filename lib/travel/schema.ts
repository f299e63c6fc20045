import { z } from 'zod';
import { optionalText, text } from '#lib/platform/fields.ts';

/** A file that is to come in by the web: what is said beside its bytes. */
export const bringInput = z.object({ name: text(300), publisher: optionalText(300), leaveOut: z.boolean() });
export type BringInput = z.output<typeof bringInput>;

/** What a job of the kind `foreign` is put in with. */
export const foreignJob = z.object({
  sha256: z.string(),
  name: z.string(),
  publisher: z.string().nullable(),
  leaveOut: z.boolean(),
});
