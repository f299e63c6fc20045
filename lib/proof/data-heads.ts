import type { HeadsFile } from '#lib/history/schema-file.ts';
import type { Sql } from '#lib/platform/sql.ts';

/** The ends of all chains as they stand at one moment, for somebody else to keep. */
export async function readHeads(sql: Sql): Promise<HeadsFile> {
  const heads = await sql<HeadsFile['heads']>`
    select id as chain, sequence, hash from chains where sequence > 0 order by id`;
  const [desk] = await sql<{ name: string }[]>`select desk_name as name from settings where id = 1`;
  return { format: 'stet-heads/1', desk: desk?.name ?? '', at: new Date().toISOString(), heads: [...heads] };
}
