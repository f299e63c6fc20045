import { z } from 'zod';
import {
  DETAIL_SOURCES,
  type DocumentDetails,
  type Place,
  READ_WARNINGS,
  type Stretch,
} from '#lib/ingest/read/types.ts';
import { column } from '#lib/platform/column.ts';
import { WORKINGS } from './rules-working.ts';
import {
  type CaptureTextDTO,
  CHECK_OUTCOMES,
  type PlacedDifference,
  type StretchCheck,
  type Working,
} from './types-captures.ts';

const stretch = { start: z.number(), end: z.number() };

/** `captures.headers`: names in lower case, in the order they came. */
export const headersColumn = column<readonly (readonly [string, string])[]>(z.array(z.tuple([z.string(), z.string()])));

/** `capture_readings.places`. */
export const placesColumn = column<readonly Place[]>(
  z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...stretch, kind: z.literal('paragraph'), number: z.number() }),
      z.object({
        ...stretch,
        kind: z.literal('page'),
        page: z.number(),
        rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      }),
      z
        .object({ ...stretch, kind: z.literal('cell'), sheet: z.string().nullable(), table: z.number().optional() })
        .extend({ cell: z.string() }),
      z.object({ ...stretch, kind: z.literal('time'), seconds: z.number() }),
    ]),
  ),
);

/** `capture_readings.view`. */
export const viewColumn = column<readonly Stretch[]>(z.array(z.object(stretch)));

const detail = z
  .object({ value: z.string(), from: z.enum(DETAIL_SOURCES) })
  .nullable()
  .default(null);

/** `capture_readings.details`. */
export const detailsColumn = column<DocumentDetails>(
  z.object({
    title: detail,
    author: detail,
    publisher: detail,
    publishedOn: detail,
    changedOn: detail,
    link: detail,
    language: detail,
    identifiers: z.object({ doi: detail, isbn: detail }).default({ doi: null, isbn: null }),
  }),
);

const words = z.string().nullable();

/** `capture_readings.more`. */
export const moreColumn = column<Pick<CaptureTextDTO, 'notes' | 'changes' | 'links' | 'warnings'>>(
  z.object({
    notes: z
      .array(z.object({ ...stretch, kind: z.enum(['footnote', 'comment']), text: z.string(), author: words }))
      .default([]),
    changes: z
      .array(
        z.object({
          ...stretch,
          kind: z.enum(['inserted', 'deleted', 'moved']),
          text: z.string(),
          author: words,
          at: words,
        }),
      )
      .default([]),
    links: z.array(z.object({ ...stretch, href: z.string() })).default([]),
    warnings: z.array(z.enum(READ_WARNINGS)).default([]),
  }),
);

/**
 * `capture_checks.detail`: where each stretch that evidence quotes stands now. Places alone, no words: those go with an erasure of
 * either capture.
 */
export const checkColumn = column<{ readonly stretches: readonly StretchCheck[] }>(
  z.object({
    stretches: z
      .array(
        z.object({
          evidenceId: z.string(),
          outcome: z.enum(CHECK_OUTCOMES),
          before: z.object(stretch),
          after: z.object(stretch).nullable(),
        }),
      )
      .default([]),
  }),
);

/** `evidence.quote_difference`; null where nothing differs. */
export const differenceColumn = column<readonly PlacedDifference[]>(
  z.array(z.object({ quote: z.string(), at: z.object(stretch).nullable() })),
);

/** `evidence.working`. */
export const workingColumn = column<Working>(
  z.object({
    kind: z.enum(WORKINGS),
    inputs: z.array(
      z.object({
        ...stretch,
        words: z.string(),
        locator: z.string(),
        cell: z.object({ sheet: words, table: z.number().nullable(), name: z.string() }).nullable(),
      }),
    ),
  }),
);
