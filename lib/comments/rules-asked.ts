import type { Changes } from '#lib/history/types.ts';
import type { Prisma } from '#lib/platform/db.ts';
import type { AskedDTO } from './types.ts';

export const NOBODY_ASKED: AskedDTO = { addressee: null, whom: null, how: null, dueAt: null, holds: null };

type AskedColumns = Pick<Prisma.CommentGetPayload<object>, 'addressee' | 'askedWhom' | 'askedHow' | 'dueAt' | 'holds'>;
export const askedColumns = ({ addressee, whom, how, dueAt, holds }: AskedDTO): AskedColumns => ({
  addressee,
  askedWhom: whom,
  askedHow: how,
  dueAt: dueAt === null ? null : new Date(dueAt),
  holds,
});
export const askedOf = ({ addressee, askedWhom, askedHow, dueAt, holds }: AskedColumns): AskedDTO => ({
  addressee,
  whom: askedWhom,
  how: askedHow,
  dueAt: dueAt?.toISOString() ?? null,
  holds,
});

export const normal = (asked: AskedDTO): AskedDTO => ({
  ...asked,
  dueAt: asked.dueAt === null ? null : new Date(asked.dueAt).toISOString(),
});

export const differences = (
  before: Readonly<Record<string, string | null>>,
  after: Readonly<Record<string, string | null>>,
): Changes =>
  Object.fromEntries(
    Object.entries(after).flatMap(([key, value]) => {
      const was = before[key] ?? null;
      return was === value ? [] : [[key, { before: was, after: value }]];
    }),
  );
