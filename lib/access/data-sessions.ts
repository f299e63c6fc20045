import { type Db, Prisma } from '#lib/platform/db.ts';
import { idleSeconds, PROVED_SECONDS, type SessionClaims, sessionSeconds } from '#lib/platform/session-token.ts';
import type { OwnSessionDTO, Role } from './types.ts';

/** A session that holds, with its person as the database has them now. */
export type LiveSession = {
  readonly sessionId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly sessionEpoch: number;
  /** Whether the password was typed in it a short while ago. */
  readonly isProved: boolean;
};

/** What makes a session `s` hold, by the database's clock: not ended, not older than sessions last, and used of late. */
export const holds = () => Prisma.sql`s.ended_at is null
  and s.created_at > now() - make_interval(secs => ${sessionSeconds()})
  and s.last_seen_at > now() - make_interval(secs => ${idleSeconds()})`;

/**
 * Of the sessions that cookies name, those that still hold, as rows `sessionId`, `id` (of the person) and `role`: for asking
 * of many in one statement with what they ask for.
 */
export const liveSessionsSql = (claims: readonly SessionClaims[]): Prisma.Sql => Prisma.sql`
  select s.id as "sessionId", u.id, u.role::text as role
  from unnest(${claims.map((one) => one.sessionId)}::uuid[], ${claims.map((one) => one.userId)}::uuid[],
    ${claims.map((one) => one.epoch)}::int[]) named (session_id, user_id, epoch)
  join sessions s on s.id = named.session_id
  join users u on u.id = s.user_id and u.id = named.user_id and u.session_epoch = named.epoch
  where u.disabled_at is null and ${holds()}`;

/** The session that a cookie names, where it still holds, and null otherwise. */
export async function liveSession(db: Db, { userId, sessionId, epoch }: SessionClaims): Promise<LiveSession | null> {
  const [row] = await db.$queryRaw<LiveSession[]>`
    select s.id as "sessionId", u.id, u.name, u.email, u.role::text as role, u.session_epoch as "sessionEpoch",
      coalesce(s.proved_at > now() - make_interval(secs => ${PROVED_SECONDS}), false) as "isProved"
    from sessions s join users u on u.id = s.user_id
    where s.id = ${sessionId}::uuid and u.id = ${userId}::uuid and u.session_epoch = ${epoch}
      and u.disabled_at is null and ${holds()}`;
  return row ?? null;
}

/** A person's sessions that hold, the one last used first. */
export async function listSessions(db: Db, userId: string): Promise<OwnSessionDTO[]> {
  const rows = await db.$queryRaw<{ id: string; address: string; agent: string; createdAt: Date; lastSeenAt: Date }[]>`
    select s.id, s.address, s.agent, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt"
    from sessions s where s.user_id = ${userId}::uuid and ${holds()}
    order by s.last_seen_at desc, s.id desc limit 100`;
  return rows.map(
    ({ createdAt, lastSeenAt, ...session }) =>
      ({
        ...session,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      }) satisfies OwnSessionDTO,
  );
}
