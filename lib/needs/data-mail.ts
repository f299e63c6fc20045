import type { Db } from '#lib/platform/db.ts';
import type { Told } from './rules-letter.ts';
import type { MailChoice } from './types.ts';

/** How somebody wants to be told by e-mail. */
export async function mailChoiceOf(db: Db, userId: string): Promise<MailChoice> {
  return (await db.mailChoice.findUnique({ where: { userId }, select: { how: true } }))?.how ?? 'none';
}

/** What they were told of, in which state. */
export async function toldOf(db: Db, userId: string): Promise<Told> {
  const rows = await db.mailedNeed.findMany({ where: { userId }, select: { key: true, state: true } });
  return new Map(rows.map(({ key, state }) => [key, state]));
}

/** At least so long stands between two letters as it comes, and between two looks while nothing moves. */
const GAP_SECONDS = 120;
const LOOK_SECONDS = 600;
/** People who are looked at in one go, those looked at longest ago first. */
const MOST_AT_ONCE = 100;

/**
 * Who may have to be told something: where anything has moved since it was last looked, or that was a while ago; of those who want
 * the morning's letter, once in the morning. Who is not due takes nobody's place among those who are.
 *
 * @param morning this morning, null while it is still to come
 */
export async function peopleToLookAt(db: Db, morning: Date | null): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    select m.user_id::text as "userId"
    from mail_choices m join users u on u.id = m.user_id and u.disabled_at is null
    where case when m.how = 'digest' then coalesce(m.looked_at, '-infinity') < ${morning}::timestamptz
      else (m.sent_at is null or m.sent_at < now() - make_interval(secs => ${GAP_SECONDS}::int))
        and (m.looked_at is null or m.looked_at < now() - make_interval(secs => ${LOOK_SECONDS}::int)
          or exists (select from events e where e.at > m.looked_at)) end
    order by m.looked_at nulls first limit ${MOST_AT_ONCE}`;
  return rows.map(({ userId }) => userId);
}
