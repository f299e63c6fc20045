import type { PersonActor } from '#lib/access/types.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { hashPassword, passwordFits } from '#lib/platform/password.ts';
import { countTry, forgetTries, tooManyTries } from '#lib/platform/rate-limit.ts';
import { refuse } from '#lib/platform/result.ts';
import { endAccess, note, storePassword } from './mutations.ts';

// ---- oneself ----

export async function editOwnName(db: Db, actor: PersonActor, { name }: { name: string }): Promise<void> {
  await transact(db, async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.id } });
    if (before.name === name) return;
    await tx.user.update({ where: { id: actor.id }, data: { name, version: { increment: 1 } } });
    await note(tx, actor, 'person', actor.id, {
      action: 'person.edited',
      detail: { changes: { name: { before: before.name, after: name } } },
    });
  });
}

/** Changes one's own password, which ends one's other sessions. Returns the new epoch, for this session to go on with. */
export async function changeOwnPassword(
  db: Db,
  actor: PersonActor,
  input: { current: string; password: string },
): Promise<{ epoch: number }> {
  const wait = await countTry(db, 'account', actor.email);
  if (wait) refuse('rate-limited', tooManyTries(wait));
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
  if (!(await passwordFits(input.current, passwordHash))) {
    const message = 'This is not your present password.';
    refuse('invalid', message, { fields: { current: message } });
  }
  await forgetTries(db, 'account', actor.email);
  const fresh = await hashPassword(input.password);
  const epoch = await transact(db, (tx) => storePassword(tx, actor, actor.id, fresh, 'changed'));
  return { epoch };
}

/** Ends all of one's sessions, this one too. */
export async function endOwnSessions(db: Db, actor: PersonActor): Promise<void> {
  await transact(db, async (tx) => {
    await endAccess(tx, actor.id);
    await note(tx, actor, 'person', actor.id, { action: 'person.sessionsEnded', detail: { email: actor.email } });
  });
}
