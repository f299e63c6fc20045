import type { Db, Tx } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';
import { holds } from './data-sessions.ts';
import type { Visitor } from './types.ts';

/** Characters kept of what a browser calls itself. */
const AGENT = 300;

/** Begins a session, in the transaction that proves the person. Returns its id. */
export async function openSession(
  tx: Tx,
  userId: string,
  way: 'password' | 'link',
  { address, agent }: Pick<Visitor, 'address' | 'agent'>,
  isProved: boolean,
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into sessions (id, user_id, way, address, agent, created_at, last_seen_at, proved_at)
    values (gen_random_uuid(), ${userId}::uuid, ${way}::sign_in_way, ${address}, ${agent.slice(0, AGENT).toWellFormed()},
      now(), now(), case when ${isProved} then now() end)
    returning id`;
  if (!row) throw new Error('The session was not written');
  return row.id;
}

/** Ends one session of a person, or all of theirs. Returns how many there were to end. */
export async function endSessions(tx: Tx | Db, userId: string, sessionId?: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, endedAt: null, ...(sessionId === undefined ? {} : { id: sessionId }) },
    data: { endedAt: new Date() },
  });
  return count;
}

/**
 * Notes that a session is in use, at most once a minute, and only where it still holds: one that has run out since the request
 * was let in stays so. It ends no request where it cannot be written: then the session ends a little earlier than it might.
 */
export async function touchSession(db: Db, sessionId: string): Promise<void> {
  try {
    await db.$executeRaw`
      update sessions s set last_seen_at = now()
      where s.id = ${sessionId}::uuid and ${holds()} and s.last_seen_at < now() - interval '1 minute'`;
  } catch (error) {
    log.warn({ err: error }, 'the use of a session could not be noted');
  }
}

/** Notes that the password was typed in a session just now. */
export async function noteProof(tx: Tx | Db, sessionId: string): Promise<void> {
  await tx.$executeRaw`update sessions set proved_at = now() where id = ${sessionId}::uuid and ended_at is null`;
}
