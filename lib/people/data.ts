import type { Db, Tx } from '#lib/platform/db.ts';
import { isToken, tokenHash } from '#lib/platform/token.ts';
import type { AccountDTO, InvitationDTO, LinkDTO, MadeForMeDTO, PersonDTO } from './types.ts';

/** Everybody of the desk, by name: for assigning, naming and showing. Those disabled come too, marked. */
export async function listPeople(db: Db): Promise<PersonDTO[]> {
  const people = await db.user.findMany({
    select: { id: true, name: true, role: true, disabledAt: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return people.map(({ id, name, role, disabledAt }) => ({ id, name, role, disabled: disabledAt !== null }));
}

/** Everybody with what an admin needs to know; the active first. */
export async function listAccounts(db: Db): Promise<AccountDTO[]> {
  const [people, signIns] = await Promise.all([
    db.user.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], omit: { passwordHash: true } }),
    db.event.groupBy({
      by: ['subjectId'],
      where: { chainId: 'desk', subjectType: 'person', action: 'person.signedIn' },
      _max: { at: true },
    }),
  ]);
  const lastSignIn = new Map(signIns.map((row) => [row.subjectId, row._max.at]));
  const accounts = people.map(
    (person) =>
      ({
        id: person.id,
        name: person.name,
        email: person.email,
        role: person.role,
        disabled: person.disabledAt !== null,
        version: person.version,
        createdAt: person.createdAt.toISOString(),
        lastSignInAt: lastSignIn.get(person.id)?.toISOString() ?? null,
      }) satisfies AccountDTO,
  );
  return accounts.sort((a, b) => Number(a.disabled) - Number(b.disabled));
}

/** Invitations that nobody has taken up or revoked, those that ran out too: they are to be sent anew or let go. */
export async function listInvitations(db: Db, now = new Date()): Promise<InvitationDTO[]> {
  const open = await db.invitation.findMany({
    where: { purpose: 'invite', usedAt: null, revokedAt: null },
    include: { createdBy: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
  });
  return open.map(
    (row) =>
      ({
        id: row.id,
        email: row.email ?? '',
        name: row.name,
        role: row.role ?? 'viewer',
        invitedBy: row.createdBy?.name ?? null,
        expiresAt: row.expiresAt.toISOString(),
        expired: row.expiresAt <= now,
      }) satisfies InvitationDTO,
  );
}

export async function countPeople(db: Db | Tx): Promise<number> {
  return db.user.count();
}

/** The person of an e-mail address, for the command line; null where there is none. */
export async function findPersonByEmail(db: Db, email: string): Promise<(PersonDTO & { version: number }) | null> {
  const row = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } });
  return row && { id: row.id, name: row.name, role: row.role, disabled: row.disabledAt !== null, version: row.version };
}

/** Links to a person's account that others have made and of which they have not been told, the newest first. */
export async function linksToTell(db: Db, userId: string): Promise<MadeForMeDTO[]> {
  const links = await db.invitation.findMany({
    where: { userId, toldAt: null, OR: [{ createdById: null }, { createdById: { not: userId } }] },
    include: { createdBy: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 10,
  });
  return links.map(
    ({ id, purpose, createdBy, createdAt }) =>
      ({ id, purpose, by: createdBy?.name ?? null, at: createdAt.toISOString() }) satisfies MadeForMeDTO,
  );
}

/** The desk's name, which is no good password here. */
export async function deskName(db: Db | Tx): Promise<string> {
  return (await db.setting.findUnique({ where: { id: 1 }, select: { deskName: true } }))?.deskName ?? '';
}

/** What the link opens, without spending it; null where it is unknown, spent, revoked or too old. */
export async function peekLink(db: Db, token: string, now = new Date()): Promise<LinkDTO | null> {
  if (!isToken(token)) return null;
  const row = await db.invitation.findUnique({
    where: { tokenHash: tokenHash(token), usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    include: { user: { select: { name: true, email: true, role: true, disabledAt: true } } },
  });
  if (!row || row.user?.disabledAt) return null;
  return {
    purpose: row.purpose,
    email: row.user?.email ?? row.email,
    name: row.user?.name ?? row.name,
    role: row.user?.role ?? row.role,
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** Whether somebody has agreed to stand by name on the public pages. */
export const isNamedPublicly = async (db: Db, id: string): Promise<boolean> =>
  (await db.user.findUniqueOrThrow({ where: { id }, select: { namedPublicly: true } })).namedPublicly;
