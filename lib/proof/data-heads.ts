import type { ChainHead } from '#lib/history/rules.ts';
import type { HeadsFile } from '#lib/history/schema-file.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { asOfOneMoment } from './data-moment.ts';

/** The ends of all chains as they stand at one moment, for somebody else to keep. */
export const readHeads = (sql: Sql): Promise<HeadsFile> =>
  asOfOneMoment(sql, async (tx) => {
    const heads = await tx.unsafe<ChainHead[]>(
      'select id as chain, sequence, hash from chains where sequence > 0 order by id',
    );
    const [desk] = await tx.unsafe<{ name: string }[]>('select desk_name as name from settings where id = 1');
    return { format: 'stet-heads/1', desk: desk?.name ?? '', at: new Date().toISOString(), heads: [...heads] };
  });
