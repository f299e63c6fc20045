import { z } from 'zod';
import { id, optionalLink, text } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';

export const captureSourceInput = z.object({
  sourceId: id,
  /** Of a source that was just made from its link alone: what is read off the page becomes its details. */
  fill: z.boolean().default(false),
});
export type CaptureSourceInput = z.infer<typeof captureSourceInput>;
/** A link alone. A title that is only the link has room for 500 characters of it. */
export const linkInput = z.object({ link: optionalLink.pipe(z.string(says('field-link')).max(2000)) });
export type LinkInput = z.infer<typeof linkInput>;
/** A source to be opened, at one capture of it or at its newest. */
export const readerInput = z.object({ id, capture: id.nullish().transform((value) => value ?? null) });
export const ofSourceInput = z.object({ sourceId: id });
export const captureInput = z.object({ id });
export const eraseCaptureInput = z.object({ id, reason: text(500) });
export type EraseCaptureInput = z.infer<typeof eraseCaptureInput>;

/** What an upload says of its file, beside the bytes. */
export const uploadInput = z.object({
  sourceId: id,
  fileName: text(300),
  mediaType: z
    .string()
    .max(200)
    .transform((value) => value.split(';')[0]?.trim().toLowerCase() ?? '')
    .pipe(z.union([z.literal(''), z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/)])),
});
export type UploadInput = z.infer<typeof uploadInput>;

/** What the jobs of captures are put in with. */
export const linkJob = z.object({ link: z.string(), fill: z.boolean() });
export const fileJob = z.object({ sha256: z.string(), fileName: z.string(), mediaType: z.string() });
/** Of an archive that was asked: when, what it calls the job, and how often it was looked for the copy since. */
export const archiveJob = z.object({
  /** How often it was asked, where it wants to be asked later. */
  tries: z.number().default(0),
  asked: z.object({ ticket: z.string().nullable(), looks: z.number() }).nullable().default(null),
});
export type ArchiveJob = z.infer<typeof archiveJob>;
export const captureJob = z.union([fileJob, linkJob]);
