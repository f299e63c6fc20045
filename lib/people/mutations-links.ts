import { assertMay } from '#lib/access/policy.ts';
import type { Actor, Role } from '#lib/access/types.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { isToken, makeToken, tokenHash } from '#lib/platform/token.ts';
import { note } from './mutations.ts';
import type { InviteInput } from './schema.ts';
import type { LinkPurpose, MadeLink } from './types.ts';

const HOURS = 60 * 60 * 1000;
const LIFETIME: Readonly<Record<LinkPurpose, number>> = {
  invite: 7 * 24 * HOURS,
  set_up: 24 * HOURS,
  sign_in: 24 * HOURS,
  reset: 24 * HOURS,
};

type LinkInput = { purpose: LinkPurpose } & Partial<{
  email: string;
  name: string | null;
  role: Role;
  userId: string;
  /** It is shown to whom it is for, who need not be told of it. */
  isForOneself: boolean;
}>;

/** Makes a link that works once. The token stands in the answer alone; the record has its hash. */
export async function createOneTimeLink(
  tx: Tx | Db,
  actor: Actor | null,
  baseUrl: string,
  input: LinkInput,
): Promise<MadeLink & { id: string }> {
  const token = makeToken();
  const { purpose, email = null, name = null, role = null, userId = null, isForOneself = false } = input;
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
      toldAt: isForOneself ? new Date() : null,
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
  if (!link || link.user?.disabledAt) refuse('not-found', 'link-dead');
  return link;
}
/** Invites somebody by a link to pass on. An older open invitation of the address stops working. */
export async function invite(db: Db, actor: Actor, baseUrl: string, input: InviteInput): Promise<MadeLink> {
  assertMay(actor, 'people.manage');
  return transact(db, async (tx) => {
    // Two invitations of one address take turns.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`invite ${input.email}`}, 0))`;
    if (await tx.user.findUnique({ where: { email: input.email } })) {
      refuse('conflict', 'address-taken', { values: { email: input.email }, field: 'email' });
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
  if (!open?.email || !open.role) refuse('not-found', 'invitation-ended');
  return invite(db, actor, baseUrl, { email: open.email, name: open.name, role: open.role });
}

export async function revokeInvitation(db: Db, actor: Actor, { id }: { id: string }): Promise<void> {
  assertMay(actor, 'people.manage');
  await transact(db, async (tx) => {
    const where = { id, purpose: 'invite', usedAt: null, revokedAt: null } as const;
    const { count } = await tx.invitation.updateMany({ where, data: { revokedAt: new Date() } });
    if (count === 0) refuse('not-found', 'invitation-ended');
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
    if (!person) refuse('not-found', 'no-active-person');
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
