import { z } from 'zod';
import type { Admissible, Proof } from '#lib/access/gate-session.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import { type Tx, transact } from '#lib/platform/db.ts';
import { hashPassword, makePassword, passwordFits } from '#lib/platform/password.ts';
import { countTry, forgetTries, giveBackTry, tooManyTries } from '#lib/platform/rate-limit.ts';
import { done, refuse, refused } from '#lib/platform/result.ts';
import { tokenHash } from '#lib/platform/token.ts';
import { insertUser, note, storePassword, unlessTaken } from './mutations.ts';
import { LINK_DEAD, spendLink } from './mutations-links.ts';
import { joinInput, linkInput, resetInput, setUpInput, signInInput } from './schema.ts';
import type { LinkPurpose } from './types.ts';

const WRONG = 'The e-mail address or the password is not right.';

/** Proves a person by their password. Whether the address is known shows neither in the words nor in the time. */
export const signInWithPassword: Proof = async (db, admit, credentials, address) => {
  const parsed = parse(signInInput, credentials);
  if (!parsed.ok) return parsed;
  const { email, password } = parsed.value;
  const wait = (await countTry(db, 'address', address)) ?? (await countTry(db, 'account', email));
  if (wait) return refused('rate-limited', tooManyTries(wait));
  const found = await db.user.findUnique({ where: { email, disabledAt: null } });
  const person = found && admissible(found);
  if (!(await passwordFits(password, found?.passwordHash ?? null)) || !person) {
    await transact(db, (tx) =>
      note(tx, null, 'person', person?.id ?? '', { action: 'person.signInFailed', detail: { email } }),
    );
    return refused('invalid', WRONG);
  }
  await Promise.all([forgetTries(db, 'account', email), giveBackTry(db, 'address', address)]);
  await transact(db, (tx) => noteSignIn(tx, admit(person), 'password'));
  return done(person);
};

/** The record without what must not leave: the hash. */
const admissible = ({ id, name, email, role, sessionEpoch }: Admissible): Admissible => ({
  id,
  name,
  email,
  role,
  sessionEpoch,
});

const noteSignIn = (tx: Tx, actor: PersonActor, how: 'password' | 'link') =>
  note(tx, actor, 'person', actor.id, { action: 'person.signedIn', detail: { how } });

/** What each kind of link asks for before it opens. */
const FORMS: Readonly<Record<LinkPurpose, z.ZodType<{ email?: string; name?: string; password?: string }>>> = {
  invite: joinInput,
  set_up: setUpInput,
  reset: resetInput,
  sign_in: z.object({}),
};

/** Proves a person by a one-time link, which this spends: signs in, takes an invitation up, or sets a password. */
export const signInWithLink: Proof = async (db, admit, credentials) => {
  const sent = parse(linkInput, credentials);
  if (!sent.ok) return sent;
  const link = await db.invitation.findUnique({ where: { tokenHash: tokenHash(sent.value.token) } });
  if (!link) return refused('not-found', LINK_DEAD);
  const form = parse(FORMS[link.purpose], credentials);
  if (!form.ok) return form;
  const email = link.email ?? form.value.email ?? '';
  const name = form.value.name ?? '';
  // Hashed before the transaction, which is to be short. Whether the link is still good is decided inside it.
  const passwordHash = await hashPassword(form.value.password ?? makePassword());
  const open = async (tx: Tx): Promise<Admissible> => {
    const { purpose, user, role } = await spendLink(tx, sent.value.token);
    if (purpose === 'set_up') await assertNobodyHere(tx);
    const isNew = purpose === 'set_up' || purpose === 'invite';
    const newcomer = { email, name, role: purpose === 'set_up' ? 'admin' : (role ?? 'viewer'), passwordHash } as const;
    const person = isNew ? await insertUser(tx, admit, newcomer) : (user ?? refuse('not-found', LINK_DEAD));
    const epoch =
      purpose === 'reset'
        ? await storePassword(tx, admit(person), person.id, passwordHash, 'reset')
        : person.sessionEpoch;
    await noteSignIn(tx, admit(person), 'link');
    return admissible({ ...person, sessionEpoch: epoch });
  };
  return done(await unlessTaken(email, () => transact(db, open)));
};

async function assertNobodyHere(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('first admin', 0))`;
  if ((await tx.user.count()) > 0)
    refuse('conflict', 'This desk has its people already. Ask an admin for an invitation.');
}
