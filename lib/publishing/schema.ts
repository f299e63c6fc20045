import { z } from 'zod';
import { id, optionalInstant, text, version } from '#lib/platform/fields.ts';

export const correctInput = z.object({ articleId: id, correction: text(2000) });
export type CorrectInput = z.infer<typeof correctInput>;

/** `seen` is the due correction's own: it says which changes are declined. */
export const declineInput = z.object({ articleId: id, seen: z.string().max(64), reason: text(1000) });
export type DeclineInput = z.infer<typeof declineInput>;

/** `publicAt` is an instant in ISO form, until when the public sees nothing of it; at once where there is none. */
export const publishInput = z.object({ reportId: id, publicAt: optionalInstant });
export type PublishInput = z.infer<typeof publishInput>;

export const withdrawInput = z.object({ articleId: id, version, note: text(1000) });
export type WithdrawInput = z.infer<typeof withdrawInput>;

/** For how many days a secret link is good, as a form says it. */
export const LINK_DAYS = ['1', '7', '30', '90'] as const;
export const makeLinkInput = z.object({ reportId: id, label: text(120), days: z.enum(LINK_DAYS).transform(Number) });
export type MakeLinkInput = z.infer<typeof makeLinkInput>;

export const revokeLinkInput = z.object({ id });
