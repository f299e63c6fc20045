import type { ClientBase } from 'pg';
import { linkKeyOf } from './rules-link-key.ts';

const AT_ONCE = 1000;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Fills in the keys of links that have none, or one of an older rule: of sources of before there were keys, and after the
 * rule has changed. Returns how many were written. No event speaks of a key: it is worked out of the link.
 */
export async function keyLinks(client: Pick<ClientBase, 'query'>): Promise<number> {
  let written = 0;
  for (let after = NO_ID; ; ) {
    const { rows } = await client.query<{ id: string; link: string | null; link_key: string | null }>(
      `select id, link, link_key from sources where id > $1 and (link is not null or link_key is not null) order by id limit ${AT_ONCE}`,
      [after],
    );
    const wrong = rows
      .map((row) => ({ id: row.id, kept: row.link_key, link: row.link, key: linkKeyOf(row.link) }))
      .filter(({ kept, key }) => kept !== key);
    if (wrong.length > 0)
      await client.query(
        `update sources s set link_key = k.key from unnest($1::uuid[], $2::text[], $3::text[]) k (id, key, link)
         where s.id = k.id and s.link is not distinct from k.link`,
        [wrong.map(({ id }) => id), wrong.map(({ key }) => key), wrong.map(({ link }) => link)],
      );
    written += wrong.length;
    const last = rows.at(-1);
    if (!last) return written;
    after = last.id;
  }
}
