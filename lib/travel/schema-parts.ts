import { z } from 'zod';

/* What the records of an article's file are made of. */

export const words = z.string().nullable();
export const instant = z.iso.datetime();
export const instantOrNull = instant.nullable();
export const day = z.iso.date().nullable();
export const id = z.uuid();
export const idOrNull = id.nullable();
export const count = z.number().int().nonnegative();
export const place = z.number().int().nonnegative().nullable();
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const mode = z.enum(['one', 'open', 'blind']);
