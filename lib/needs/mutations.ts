import { checkActor } from '#lib/access/policy-articles.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { type Needy, needRows } from './data.ts';
import { keyOf } from './rules.ts';
import type { MarkNeedsInput } from './schema.ts';

/**
 * Notes what somebody says of what needs them, each in the state in which they saw it: where it is in another by now, it is there all
 * the same. What does not need them any more is passed by. Of their own notes alone, so that no history tells of it.
 */
export async function markNeeds(db: Db, actor: Needy, { parts, as, until }: MarkNeedsInput): Promise<void> {
  await checkActor(db, actor, 'article.read');
  await transact(db, async (tx) => {
    const { rows } = await needRows(tx, actor);
    const standing = new Set(rows.map(keyOf));
    const meant = parts.filter(({ key }) => standing.has(key));
    const [keys, states] = [meant.map(({ key }) => key), meant.map(({ state }) => state)];
    if (as === 'new') {
      await tx.needMark.deleteMany({ where: { userId: actor.id, key: { in: keys } } });
      return;
    }
    await tx.$executeRaw`
      insert into need_marks (user_id, key, state, stand, until, changed_at)
      select ${actor.id}::uuid, p.key, p.state, ${as}::need_stand, ${until}::timestamptz, now()
      from unnest(${keys}::text[], ${states}::text[]) p (key, state)
      on conflict (user_id, key) do update set state = excluded.state, stand = excluded.stand, until = excluded.until, changed_at = now()`;
  });
}
