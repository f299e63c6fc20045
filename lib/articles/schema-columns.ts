import { z } from 'zod';
import { BLOCK_ROLES } from '#lib/engine/types.ts';
import { DETAIL_SOURCES } from '#lib/ingest/read/types.ts';
import { column } from '#lib/platform/column.ts';
import { type BlockDTO, HEAD_FIELDS, type ReadOff, type SentenceDTO } from './types.ts';

const place = { start: z.number(), end: z.number() };

/** `readings.blocks`. */
export const blocksColumn = column<readonly BlockDTO[]>(z.array(z.object({ ...place, role: z.enum(BLOCK_ROLES) })));

/** `readings.sentences`. */
export const sentencesColumn = column<readonly SentenceDTO[]>(
  z.array(z.object({ ...place, suggestion: z.enum(['claimed', 'nothing to check']), reason: z.string() })),
);

/** `articles.read_off`. */
export const readOffColumn = column<ReadOff>(
  z.partialRecord(z.enum(HEAD_FIELDS), z.object({ value: z.string(), from: z.enum(DETAIL_SOURCES) })),
);
