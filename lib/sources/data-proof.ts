import type { Db, Tx } from '#lib/platform/db.ts';
import { linkKeyOf } from './rules-link-key.ts';

const AT_ONCE = 1000;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Sources whose link has another key than the one they are found by, by their ids. */
export async function unlikeLinkKeys(db: Db | Tx): Promise<string[]> {
  const unlike: string[] = [];
  for (let after = NO_ID; ; ) {
    const rows = await db.source.findMany({
      // One that has none yet is found by nothing until the next start, which fills it in: that hides no forgery.
      where: { id: { gt: after }, linkKey: { not: null } },
      select: { id: true, link: true, linkKey: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    unlike.push(...rows.filter(({ link, linkKey }) => linkKeyOf(link) !== linkKey).map(({ id }) => id));
    const last = rows.at(-1);
    if (!last) return unlike;
    after = last.id;
  }
}
