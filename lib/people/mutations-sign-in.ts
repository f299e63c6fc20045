import { z } from 'zod';
import type { Admissible, Admitted, Proof } from '#lib/access/gate-session.ts';
import { openSession } from '#lib/access/mutations-sessions.ts';
import type { PersonActor, Visitor } from '#lib/access/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';
import { hashPassword, passwordFits } from '#lib/platform/password.ts';
import { countTry, forgetTries, giveBackTry, type Limit, tooManyTries } from '#lib/platform/rate-limit.ts';
import { done, refuse, refused } from '#lib/platform/result.ts';
import { deskName, peekLink } from './data.ts';
import { insertUser, note, storePassword, unlessTaken } from './mutations.ts';
import { spendLink } from './mutations-links.ts';
import { assertGoodPassword } from './rules-password.ts';
import { joinInput, linkInput, resetInput, setUpInput, signInInput } from './schema.ts';
import type { LinkPurpose } from './types.ts';

/** Sign-ins from browsers without a mark that are under way in this process: more would take the database from the others. */
const MOST_STRANGERS = 32;
let strangers = 0;

/** Proves a person by their password. Whether the address is known shows neither in the words nor in the time. */
export const signInWithPassword: Proof = async (db, admit, credentials, from) => {
  if (from.device) return provePassword(db, admit, credentials, from);
  if (strangers >= MOST_STRANGERS) return refused('rate-limited', 'many-sign-ins');
  strangers += 1;
  try {
    return await provePassword(db, admit, credentials, from);
  } finally {
    strangers -= 1;
  }
};

const provePassword: Proof = async (db, admit, credentials, from) => {
  const parsed = parse(signInInput, credentials);
  if (!parsed.ok) return parsed;
  const { email, password } = parsed.value;
  const found = await db.user.findUnique({ where: { email, disabledAt: null } });
  const isKnown = found !== null && from.device?.known[found.id] === found.sessionEpoch;
  const tries = triesOf(email, from, isKnown);
  for (const [limit, key] of tries) {
    const wait = await countTry(db, limit, key);
    if (wait) return tooManyTries(wait);
  }
  const person = found && admissible(found);
  const asker = isKnown ? 'known' : 'stranger';
  if (!(await passwordFits(password, found?.passwordHash ?? null, asker)) || !person) {
    await noteFailure(db, email, person?.id ?? null, from);
    return refused('invalid', 'wrong-sign-in');
  }
  for (const [limit, key] of tries) await (limit === 'address' ? giveBackTry : forgetTries)(db, limit, key);
  return done(await transact(db, (tx) => begin(tx, admit(person), person, 'password', from)));
};

/**
 * What a try counts against. In a browser in which this person has signed in before, against that browser alone: no guess
 * made elsewhere, nor at the next desk behind the same address, keeps them out.
 */
const triesOf = (
  email: string,
  { address, device }: Visitor,
  isKnown: boolean,
): readonly (readonly [Limit, string])[] =>
  isKnown && device
    ? [['device', `${device.id} ${email}`]]
    : [
        ['address', address],
        ['pair', `${address} ${email}`],
      ];

async function noteFailure(db: Db, email: string, personId: string | null, { address }: Visitor): Promise<void> {
  log.warn({ person: personId, address }, 'a sign-in failed');
  // The same for an address that is nobody's: what is written takes time, and would tell.
  if ((await countTry(db, 'noted', email)) || (await countTry(db, 'notedInAll', 'desk'))) return;
  await transact(db, (tx) =>
    note(tx, null, 'person', personId ?? '', { action: 'person.signInFailed', detail: { email } }),
  );
}

/** The record without what must not leave: the hash. */
const admissible = ({ id, name, email, role, sessionEpoch }: Admissible): Admissible => ({
  id,
  name,
  email,
  role,
  sessionEpoch,
});

/** Begins the session and writes down that it did. */
async function begin(
  tx: Tx,
  actor: PersonActor,
  person: Admissible,
  how: 'password' | 'link',
  from: Visitor,
  isProved = how === 'password',
): Promise<Admitted> {
  await note(tx, actor, 'person', actor.id, { action: 'person.signedIn', detail: { how } });
  return { ...admissible(person), sessionId: await openSession(tx, person.id, how, from, isProved) };
}

type LinkForm = { email?: string; name?: string; password?: string };
/** What each kind of link asks for before it opens. */
const FORMS: Readonly<Record<LinkPurpose, z.ZodType<LinkForm>>> = {
  invite: joinInput,
  set_up: setUpInput,
  reset: resetInput,
  sign_in: z.object({}),
};

/** Proves a person by a one-time link, which this spends: signs in, takes an invitation up, or sets a password. */
export const signInWithLink: Proof = async (db, admit, credentials, from) => {
  const sent = parse(linkInput, credentials);
  if (!sent.ok) return sent;
  // Nothing is worked out for a link that opens nothing.
  const link = await peekLink(db, sent.value.token);
  if (!link) {
    const wait = await countTry(db, 'link', from.address);
    return wait ? tooManyTries(wait) : refused('not-found', 'link-dead');
  }
  const form = parse(FORMS[link.purpose], credentials);
  if (!form.ok) return form;
  const email = link.email ?? form.value.email ?? '';
  const name = form.value.name ?? link.name ?? '';
  const { password } = form.value;
  if (password !== undefined) await assertGoodPassword(password, [email, name, await deskName(db)]);
  // Hashed before the transaction, which is to be short. Whether the link is still good is decided inside it.
  const passwordHash = password === undefined ? '' : await hashPassword(password);
  const open = async (tx: Tx): Promise<Admitted> => {
    const { purpose, user, role } = await spendLink(tx, sent.value.token);
    if (purpose === 'set_up') await assertNobodyHere(tx);
    const isNew = purpose === 'set_up' || purpose === 'invite';
    const newcomer = { email, name, role: purpose === 'set_up' ? 'admin' : (role ?? 'viewer'), passwordHash } as const;
    const person = isNew ? await insertUser(tx, admit, newcomer) : (user ?? refuse('not-found', 'link-dead'));
    const sessionEpoch =
      purpose === 'reset'
        ? await storePassword(tx, admit(person), person.id, passwordHash, 'reset')
        : person.sessionEpoch;
    // Who has just chosen their password has proved that they know it.
    return begin(tx, admit(person), { ...person, sessionEpoch }, 'link', from, password !== undefined);
  };
  return done(await unlessTaken(email, () => transact(db, open)));
};

async function assertNobodyHere(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('first admin', 0))`;
  if ((await tx.user.count()) > 0) refuse('conflict', 'desk-has-people');
}
