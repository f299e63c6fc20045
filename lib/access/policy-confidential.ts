import { Prisma } from '#lib/platform/db.ts';
import type { Actor } from './types.ts';

/** What `isNamedTo` asks of a source. */
export const confidence = { confidentialAt: true, confidentialTo: true } as const satisfies Prisma.SourceSelect;

/** `isNamedTo` as a `where`: sources that are named to an actor. */
export const namedTo = ({ id }: Pick<Actor, 'id'>): Prisma.SourceWhereInput => ({
  OR: [{ confidentialAt: null }, ...(id === null ? [] : [{ confidentialTo: { has: id } }])],
});

/** The same as SQL, over a table or alias of sources; never null. */
export const namedSql = (readerId: string | null, sources: Prisma.Sql = Prisma.sql`sources`): Prisma.Sql =>
  Prisma.sql`(${sources}.confidential_at is null or coalesce(${readerId}::uuid = any(${sources}.confidential_to), false))`;
