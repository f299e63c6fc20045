import type { Admissible } from '#lib/access/gate-session.ts';
import { endSessions } from '#lib/access/mutations-sessions.ts';
import { assertMay } from '#lib/access/policy.ts';
import type { Actor, Role } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { EventInput } from '#lib/history/types.ts';
import { type Db, Prisma, type Tx, transact } from '#lib/platform/db.ts';
import { hashPassword } from '#lib/platform/password.ts';
import { refuse } from '#lib/platform/result.ts';
import { deskName } from './data.ts';
import { namesOfOthers, readNames } from './data-names.ts';
import { assertAdminRemains, assertNotSelf } from './rules.ts';
import { isAlike } from './rules-names.ts';
import { assertGoodPassword } from './rules-password.ts';
import type { CreateUserInput } from './schema.ts';

type Said<E> = E extends { action: `person.${string}` } ? Omit<E, 'chain' | 'subject'> : never;

/** Appends an event of a person or an invitation to the desk's chain. */
export const note = (tx: Tx, actor: Actor | null, type: 'person' | 'invitation', id: string, event: Said<EventInput>) =>
  appendEvent(tx, actor, { ...event, chain: DESK_CHAIN, subject: { type, id } } as EventInput);

/**
 * Makes a person. `actor` is null on a desk's first start, when nobody is there to act. Refuses with `conflict` where
 * the address is taken.
 */
export async function createUser(db: Db, actor: Actor | null, input: CreateUserInput): Promise<{ id: string }> {
  if (actor) assertMay(actor, 'people.manage');
  await assertGoodPassword(input.password, [input.email, input.name, await deskName(db)]);
  const passwordHash = await hashPassword(input.password);
  const { id } = await unlessTaken(input.email, () =>
    transact(db, (tx) => insertUser(tx, () => actor, { ...input, passwordHash })),
  );
  return { id };
}

type NewUser = { email: string; name: string; role: Role; passwordHash: string | null };

/** `by` names who makes them: for a newcomer with a link, themselves. */
export async function insertUser(
  tx: Tx,
  by: (person: Admissible) => Actor | null,
  { email, name, role, passwordHash }: NewUser,
) {
  const person = await tx.user.create({ data: { email, name, role, passwordHash } });
  await assertNameFree(tx, name, person.id);
  await note(tx, by(person), 'person', person.id, { action: 'person.added', detail: { email, name, role } });
  // Whoever is here needs no invitation any more.
  await tx.invitation.updateMany({
    where: { email, purpose: 'invite', usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return person;
}

/**
 * Refuses a name that another person bears or has borne, under which reports tell of them, or one that reads as theirs. People of
 * one name add something to tell them apart. Two who take a name at the same moment take turns.
 */
export async function assertNameFree(tx: Tx, name: string, selfId: string | null): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('names of people', 0))`;
  const taken = namesOfOthers(await readNames(tx), selfId).find((other) => isAlike(other, name));
  if (taken !== undefined) refuse('conflict', 'name-taken', { field: 'name', values: { name: taken } });
}

/** Turns the database's word that an address is taken into a refusal. */
export async function unlessTaken<T>(email: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    return refuse('conflict', 'address-taken', { values: { email }, field: 'email' });
  }
}

/** Changes what a person may do, from their next request on. */
export async function changeRole(
  db: Db,
  actor: Actor,
  input: { id: string; version: number; role: Role },
): Promise<void> {
  assertMay(actor, 'people.manage');
  assertNotSelf(actor, input.id, 'own-role');
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx);
    const person = await presentPerson(tx, input);
    if (person.role === input.role) return;
    if (input.role !== 'admin') assertAdminRemains(admins, input.id);
    await tx.user.update({ where: { id: input.id }, data: { role: input.role, version: { increment: 1 } } });
    await note(tx, actor, 'person', input.id, {
      action: 'person.role',
      detail: { changes: { role: { before: person.role, after: input.role } } },
    });
  });
}

/** Shuts a person out, with all their sessions and links, or lets them in again. */
export async function setDisabled(
  db: Db,
  actor: Actor,
  input: { id: string; version: number; disabled: boolean },
): Promise<void> {
  assertMay(actor, 'people.manage');
  assertNotSelf(actor, input.id, 'own-disabling');
  await transact(db, async (tx) => {
    const admins = await lockAdmins(tx);
    const person = await presentPerson(tx, input);
    if ((person.disabledAt !== null) === input.disabled) return;
    if (input.disabled) assertAdminRemains(admins, input.id);
    await tx.user.update({
      where: { id: input.id },
      data: { disabledAt: input.disabled ? new Date() : null, version: { increment: 1 } },
    });
    if (input.disabled) await endAccess(tx, input.id);
    await note(tx, actor, 'person', input.id, {
      action: input.disabled ? 'person.disabled' : 'person.enabled',
      detail: { email: person.email },
    });
  });
}

/** The active admins, locked: two admins demoting each other take turns, and one stays. */
async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from users where role = 'admin' and disabled_at is null order by id for update`;
  return rows.map((row) => row.id);
}

async function presentPerson(tx: Tx, { id, version }: { id: string; version: number }) {
  await tx.$queryRaw`select 1 from users where id = ${id}::uuid for update`;
  const person = await tx.user.findUnique({ where: { id } });
  if (!person) refuse('not-found', 'no-person');
  if (person.version !== version) refuse('stale-version', 'person-changed', { values: { name: person.name } });
  return person;
}

/** Ends a person's sessions and open links at their next request. Returns the new epoch. */
export async function endAccess(tx: Tx, id: string): Promise<number> {
  const { sessionEpoch } = await tx.user.update({ where: { id }, data: { sessionEpoch: { increment: 1 } } });
  await endSessions(tx, id);
  await tx.invitation.updateMany({
    where: { userId: id, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return sessionEpoch;
}

/** Sets a person's password for them and ends their sessions. */
export async function setPassword(db: Db, actor: Actor, input: { id: string; password: string }): Promise<void> {
  assertMay(actor, 'people.manage');
  const person = await db.user.findUnique({ where: { id: input.id } });
  if (!person) refuse('not-found', 'no-person');
  await assertGoodPassword(input.password, [person.email, person.name, await deskName(db)]);
  const passwordHash = await hashPassword(input.password);
  await transact(db, async (tx) => {
    await storePassword(tx, actor, input.id, passwordHash, 'set');
  });
}

/** Stores a password and ends the person's sessions and links. Returns the new epoch. */
export async function storePassword(
  tx: Tx,
  actor: Actor,
  id: string,
  passwordHash: string,
  how: 'changed' | 'reset' | 'set',
) {
  await tx.user.update({ where: { id }, data: { passwordHash } });
  const epoch = await endAccess(tx, id);
  await note(tx, actor, 'person', id, { action: 'person.password', detail: { how } });
  return epoch;
}
