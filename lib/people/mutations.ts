import { appendEvent, DESK_CHAIN } from '#lib/history/mutations.ts';
import type { EventInput } from '#lib/history/types.ts';
import type { Actor, PersonActor } from '#lib/platform/actor.ts';
import type { Admissible } from '#lib/platform/auth.ts';
import { type Db, Prisma, type Tx, transact } from '#lib/platform/db.ts';
import { hashPassword, passwordFits } from '#lib/platform/password.ts';
import { countTry, forgetTries, tooManyTries } from '#lib/platform/rate-limit.ts';
import { refuse } from '#lib/platform/result.ts';
import { isToken, makeToken, tokenHash } from '#lib/platform/token.ts';
import { assertMay } from './policy.ts';
import { assertAdminRemains, assertNotSelf } from './rules.ts';
import type { CreateUserInput, InviteInput } from './schema.ts';
import type { LinkPurpose, MadeLink, Role } from './types.ts';

type Said<E> = E extends { action: `person.${string}` } ? Omit<E, 'chain' | 'subject'> : never;

/** Appends an event of a person or an invitation to the desk's chain. */
export const note = (tx: Tx, actor: Actor | null, type: 'person' | 'invitation', id: string, event: Said<EventInput>) =>
  appendEvent(tx, actor, { ...event, chain: DESK_CHAIN, subject: { type, id } } as EventInput);

// ---- people ----

/**
 * Makes a person. `actor` is null on a desk's first start, when nobody is there to act. Refuses with `conflict` where
 * the address is taken.
 */
export async function createUser(db: Db, actor: Actor | null, input: CreateUserInput): Promise<{ id: string }> {
  if (actor) assertMay(actor, 'people.manage');
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
  await note(tx, by(person), 'person', person.id, { action: 'person.added', detail: { email, name, role } });
  // Whoever is here needs no invitation any more.
  await tx.invitation.updateMany({
    where: { email, purpose: 'invite', usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return person;
}

/** Turns the database's word that an address is taken into a refusal. */
export async function unlessTaken<T>(email: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    const message = `Somebody with the address ${email} is already here.`;
    return refuse('conflict', message, { fields: { email: message } });
  }
}

/** Changes what a person may do, from their next request on. */
export async function changeRole(
  db: Db,
  actor: Actor,
  input: { id: string; version: number; role: Role },
): Promise<void> {
  assertMay(actor, 'people.manage');
  assertNotSelf(actor, input.id, 'Nobody changes their own role: ask another admin.');
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
  assertNotSelf(actor, input.id, 'Nobody disables themselves: ask another admin.');
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
  if (!person) refuse('not-found', 'There is no such person.');
  if (person.version !== version)
    refuse('stale-version', `Somebody has just changed ${person.name}. Look again, then decide.`);
  return person;
}

/** Ends a person's sessions and open links at their next request. Returns the new epoch. */
async function endAccess(tx: Tx, id: string): Promise<number> {
  const { sessionEpoch } = await tx.user.update({ where: { id }, data: { sessionEpoch: { increment: 1 } } });
  await tx.invitation.updateMany({
    where: { userId: id, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return sessionEpoch;
}

/** Sets a person's password for them and ends their sessions. */
export async function setPassword(db: Db, actor: Actor, input: { id: string; password: string }): Promise<void> {
  assertMay(actor, 'people.manage');
  const passwordHash = await hashPassword(input.password);
  await transact(db, async (tx) => {
    if (!(await tx.user.findUnique({ where: { id: input.id } }))) refuse('not-found', 'There is no such person.');
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

// ---- one-time links ----

const HOURS = 60 * 60 * 1000;
const LIFETIME: Readonly<Record<LinkPurpose, number>> = {
  invite: 7 * 24 * HOURS,
  set_up: 24 * HOURS,
  sign_in: 24 * HOURS,
  reset: 24 * HOURS,
};

type LinkInput = { purpose: LinkPurpose } & Partial<{ email: string; name: string | null; role: Role; userId: string }>;

/** Makes a link that works once. The token stands in the answer alone; the record has its hash. */
export async function createOneTimeLink(
  tx: Tx | Db,
  actor: Actor | null,
  baseUrl: string,
  input: LinkInput,
): Promise<MadeLink & { id: string }> {
  const token = makeToken();
  const { purpose, email = null, name = null, role = null, userId = null } = input;
  const expiresAt = new Date(Date.now() + LIFETIME[purpose]);
  const { id } = await tx.invitation.create({
    data: {
      purpose,
      email,
      name,
      role,
      userId,
      tokenHash: tokenHash(token),
      createdById: actor?.id ?? null,
      expiresAt,
    },
  });
  return { id, url: new URL(`/link/${token}`, baseUrl).href, email, expiresAt: expiresAt.toISOString() };
}

/** Spends a link inside the caller's transaction; of two who try at once one is refused. */
export async function spendLink(tx: Tx, token: string) {
  const hash = isToken(token) ? tokenHash(token) : '';
  const now = new Date();
  const spent = await tx.invitation.updateMany({
    where: { tokenHash: hash, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  const link =
    spent.count === 1 ? await tx.invitation.findUnique({ where: { tokenHash: hash }, include: { user: true } }) : null;
  if (!link || link.user?.disabledAt) refuse('not-found', LINK_DEAD);
  return link;
}
export const LINK_DEAD = 'This link has been used, has run out, or was replaced. Ask for a new one.';

/** Invites somebody by a link to pass on. An older open invitation of the address stops working. */
export async function invite(db: Db, actor: Actor, baseUrl: string, input: InviteInput): Promise<MadeLink> {
  assertMay(actor, 'people.manage');
  return transact(db, async (tx) => {
    // Two invitations of one address take turns.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`invite ${input.email}`}, 0))`;
    if (await tx.user.findUnique({ where: { email: input.email } })) {
      const message = `Somebody with the address ${input.email} is already here.`;
      refuse('conflict', message, { fields: { email: message } });
    }
    await tx.invitation.updateMany({
      where: { email: input.email, purpose: 'invite', usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const { id, ...link } = await createOneTimeLink(tx, actor, baseUrl, { purpose: 'invite', ...input });
    const detail = { email: input.email, role: input.role };
    await note(tx, actor, 'invitation', id, { action: 'person.invited', detail });
    return link;
  });
}

/** Makes a new link for an open invitation; the old one stops working. */
export async function renewInvitation(
  db: Db,
  actor: Actor,
  baseUrl: string,
  { id }: { id: string },
): Promise<MadeLink> {
  assertMay(actor, 'people.manage');
  const open = await db.invitation.findUnique({ where: { id, purpose: 'invite', usedAt: null, revokedAt: null } });
  if (!open?.email || !open.role) refuse('not-found', 'This invitation has been used or revoked.');
  return invite(db, actor, baseUrl, { email: open.email, name: open.name, role: open.role });
}

export async function revokeInvitation(db: Db, actor: Actor, { id }: { id: string }): Promise<void> {
  assertMay(actor, 'people.manage');
  await transact(db, async (tx) => {
    const where = { id, purpose: 'invite', usedAt: null, revokedAt: null } as const;
    const { count } = await tx.invitation.updateMany({ where, data: { revokedAt: new Date() } });
    if (count === 0) refuse('not-found', 'This invitation has been used or revoked.');
    const { email } = await tx.invitation.findUniqueOrThrow({ where: { id } });
    await note(tx, actor, 'invitation', id, { action: 'person.invitationRevoked', detail: { email: email ?? '' } });
  });
}

/** Makes a link that lets a person set a new password, or signs them straight in. Older ones stop working. */
export async function linkFor(
  db: Db,
  actor: Actor | null,
  baseUrl: string,
  { id, purpose }: { id: string; purpose: 'reset' | 'sign_in' },
): Promise<MadeLink> {
  if (actor) assertMay(actor, 'people.manage');
  return transact(db, async (tx) => {
    const person = await tx.user.findUnique({ where: { id, disabledAt: null } });
    if (!person) refuse('not-found', 'There is no such person, or they are disabled.');
    await tx.invitation.updateMany({
      where: { userId: id, purpose, usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const made = await createOneTimeLink(tx, actor, baseUrl, { purpose, userId: id });
    await note(tx, actor, 'person', id, { action: 'person.linkMade', detail: { email: person.email, purpose } });
    return { url: made.url, email: person.email, expiresAt: made.expiresAt };
  });
}

/** The link through which a desk's first admin is made; null where somebody is here already. */
export async function firstAdminLink(db: Db, baseUrl: string): Promise<MadeLink | null> {
  if ((await db.user.count()) > 0) return null;
  const { url, email, expiresAt } = await createOneTimeLink(db, null, baseUrl, { purpose: 'set_up' });
  return { url, email, expiresAt };
}
