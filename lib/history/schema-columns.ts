import { z } from 'zod';
import { canonicalJson } from '#lib/platform/canonical.ts';
import { column } from '#lib/platform/column.ts';
import type { ChainHead } from './rules.ts';
import type { EventDetail, EventInput } from './types.ts';

const detail: z.ZodType<EventDetail> = z.record(z.string(), z.json());

/** `event_details.detail`: canonical JSON as text, which is what is hashed. What is read may be of an older shape than today's. */
export const readDetail = (text: string): EventDetail => detail.parse(JSON.parse(text));
/** Payloads are plain JSON by their types; what is not is refused (TypeError). */
export const writeDetail = (event: EventInput): string => canonicalJson(JSON.parse(JSON.stringify(event.detail)));

/** `reports.heads`: the ends of the histories that a report saw. */
export const headsColumn = column<readonly ChainHead[]>(
  z.array(z.object({ chain: z.string(), sequence: z.number(), hash: z.string() })),
);
