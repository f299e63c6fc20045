import type { z } from 'zod';
import type { Prisma } from './db.ts';

/** A JSON column: the one place that knows its shape, on the way in and on the way out. */
export type Column<T> = {
  /** What the column holds; throws ZodError where that is not of its shape. */
  readonly read: (stored: unknown) => T;
  readonly write: (value: T) => Prisma.InputJsonValue;
};

export const column = <T>(schema: z.ZodType<T>): Column<T> => ({
  read: (stored) => schema.parse(stored),
  // Readonly records become the plain JSON that they are.
  write: (value) => JSON.parse(JSON.stringify(value)),
});
