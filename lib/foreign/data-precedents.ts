import { claimRows, matchable } from '#lib/claims/data-matchable.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { Pair, PlacedClaim } from '#lib/match/index.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { claimDTO, claimFields, formatOf } from './data.ts';
import { matchColumn } from './schema-columns.ts';
import type { PrecedentDTO } from './types.ts';

/** How many foreign claims are compared with one, how many that hold one key are looked at, and how many are shown. */
const CANDIDATES = 40;
const HOLDERS = 200;
const SHOWN = 10;
const RELATED = 3;

/**
 * What others have found of the same thing, under what the caller has asked the rights for: the nearest first, those that only speak of the same
 * thing last. It is looked up when it is asked for, so that what was brought in a moment ago is there, and nothing of it is written anywhere.
 */
export async function precedentsOf(db: Db, claimId: string): Promise<PrecedentDTO[]> {
  // One statement where nothing was ever brought in.
  const [own] = await claimRows(
    db,
    Prisma.sql`c.id = ${claimId}::uuid and exists (select from foreign_files where set_aside_at is null)`,
  );
  if (!own) return [];
  const claim: PlacedClaim = { ...matchable(own), document: 'here' };
  // A claim that a person has added has no keys yet, and one that was reworded has those of before.
  const [keys = []] = await onText('keys', [claim], claim.statement.length);
  const ids = await candidates(db, keys);
  if (ids.length === 0) return [];
  const rows = await db.foreignClaim.findMany({
    where: { id: { in: ids } },
    select: { ...claimFields, match: true, file: { select: { id: true, format: true, title: true } } },
    orderBy: { id: 'asc' },
  });
  const others = rows.map((row): PlacedClaim => ({ ...matchColumn.read(row.match), document: row.id }));
  const length = others.reduce((sum, { statement }) => sum + statement.length, claim.statement.length);
  const pairs = await onText('pairs', { claims: [claim, ...others], own: 1 }, length);
  return nearest(pairs).flatMap(({ b, relation, because }) => {
    const row = rows[b - 1];
    if (!row) return [];
    const { match, file, ...fields } = row;
    return [{ ...claimDTO(fields), relation, because, file: { ...file, format: formatOf(file.format) } }];
  });
}

function nearest(pairs: readonly Pair[]): Pair[] {
  const weight = ({ relation, score }: Pair) => (relation === 'related' ? 0 : 1) + score;
  const sorted = [...pairs].sort((p, q) => weight(q) - weight(p) || p.b - q.b);
  const near = sorted.filter(({ relation }) => relation !== 'related');
  const related = sorted.filter(({ relation }) => relation === 'related').slice(0, RELATED);
  return [...near, ...related].slice(0, SHOWN);
}

async function candidates(db: Db, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    select near.id from unnest(${[...keys]}::text[]) as wanted (key)
    cross join lateral (
      select o.id from foreign_claims o join foreign_files f on f.id = o.file_id
      where o.look_up_keys @> array[wanted.key] and f.set_aside_at is null
      limit ${HOLDERS}
    ) near
    group by near.id order by count(*) desc, near.id desc
    limit ${CANDIDATES}`;
  return rows.map(({ id }) => id);
}
