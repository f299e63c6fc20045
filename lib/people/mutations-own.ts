import { endSessions, noteProof, openSession } from '#lib/access/mutations-sessions.ts';
import type { PersonActor, Visitor } from '#lib/access/types.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { hashPassword, passwordFits } from '#lib/platform/password.ts';
import { countTry, forgetTries, tooManyTries } from '#lib/platform/rate-limit.ts';
import { AppError, refuse } from '#lib/platform/result.ts';
import type { SessionClaims } from '#lib/platform/session-token.ts';
import { deskName } from './data.ts';
import { assertNameFree, endAccess, note, storePassword } from './mutations.ts';
import { assertGoodPassword } from './rules-password.ts';

export async function editOwnName(db: Db, actor: PersonActor, { name }: { name: string }): Promise<void> {
  await transact(db, async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.id } });
    if (before.name === name) return;
    await assertNameFree(tx, name, actor.id);
    await tx.user.update({ where: { id: actor.id }, data: { name, version: { increment: 1 } } });
    await note(tx, actor, 'person', actor.id, {
      action: 'person.edited',
      detail: { changes: { name: { before: before.name, after: name } } },
    });
  });
}

/** Agrees to stand by name on the public pages, or takes it back: nobody else can for them. */
export async function setNamedPublicly(db: Db, actor: PersonActor, { named }: { named: boolean }): Promise<void> {
  await transact(db, async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { namedPublicly: true } });
    if (before.namedPublicly === named) return;
    await tx.user.update({ where: { id: actor.id }, data: { namedPublicly: named, version: { increment: 1 } } });
    await note(tx, actor, 'person', actor.id, {
      action: 'person.edited',
      detail: { changes: { namedPublicly: { before: before.namedPublicly, after: named } } },
    });
  });
}

/** Refuses, naming the field, unless this is the person's present password. Guessing comes to an end. */
async function provePassword(db: Db, actor: PersonActor, current: string): Promise<void> {
  const wait = await countTry(db, 'own', actor.id);
  if (wait) throw new AppError(tooManyTries(wait));
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
  if (!(await passwordFits(current, passwordHash))) {
    refuse('invalid', 'wrong-present-password', { field: 'current' });
  }
  await forgetTries(db, 'own', actor.id);
}

/** Proves once more who sits at this session, before something that lets others in. */
export async function proveAgain(
  db: Db,
  actor: PersonActor,
  sessionId: string,
  { current }: { current: string },
): Promise<void> {
  await provePassword(db, actor, current);
  await noteProof(db, sessionId);
}

/** Changes one's own password, which ends all of one's sessions. Returns a new one, to go on with. */
export async function changeOwnPassword(
  db: Db,
  actor: PersonActor,
  from: Pick<Visitor, 'address' | 'agent'>,
  input: { current: string; password: string },
): Promise<SessionClaims> {
  await provePassword(db, actor, input.current);
  await assertGoodPassword(input.password, [actor.email, actor.name, await deskName(db)]);
  const fresh = await hashPassword(input.password);
  return transact(db, async (tx) => {
    const epoch = await storePassword(tx, actor, actor.id, fresh, 'changed');
    return { userId: actor.id, sessionId: await openSession(tx, actor.id, 'password', from, true), epoch };
  });
}

/** Ends all of one's sessions, this one too. */
export async function endOwnSessions(db: Db, actor: PersonActor): Promise<void> {
  await transact(db, async (tx) => {
    await endAccess(tx, actor.id);
    await note(tx, actor, 'person', actor.id, { action: 'person.sessionsEnded', detail: { email: actor.email } });
  });
}

/** Ends one of one's own sessions, at its next request. */
export async function endOwnSession(db: Db, actor: PersonActor, { id }: { id: string }): Promise<void> {
  if ((await endSessions(db, actor.id, id)) === 0) refuse('not-found', 'session-ended');
}

/** Notes that one has read which links were made for one. */
export async function noteLinksSeen(db: Db, actor: PersonActor): Promise<void> {
  await db.invitation.updateMany({ where: { userId: actor.id, toldAt: null }, data: { toldAt: new Date() } });
}
