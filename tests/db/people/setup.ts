import { mintActor } from '#lib/access/gate.ts';
import type { Admissible } from '#lib/access/gate-session.ts';
import type { Actor, PersonActor, Role, Visitor } from '#lib/access/types.ts';
import { createUser } from '#lib/people/mutations.ts';
import type { Db } from '#lib/platform/db.ts';
import { AppError, type Refusal } from '#lib/platform/result.ts';
import type { Device } from '#lib/platform/session.ts';

export const PASSWORD = 'correct horse battery';
export const ADDRESS = 'http://desk.example';

/** The gate's mint, as sign-ins are lent it. */
export const admit = ({ id, name, email, role }: Omit<Admissible, 'sessionEpoch'>): PersonActor =>
  mintActor({ kind: 'person', id, name, email, role }) as PersonActor;

let made = 0;

/** A new person, with their actor and the first version of their record. */
export async function person(db: Db, role: Role, name = `Person ${made + 1}`) {
  made += 1;
  const email = `person${made}@example.org`;
  const { id } = await createUser(db, null, { email, name, role, password: PASSWORD });
  return { id, email, name, version: 1, actor: admit({ id, name, email, role }) };
}

/** Why something was refused; fails the test where it was not. */
export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof AppError) return outcome.refusal.reason;
  throw outcome ?? new Error('It was not refused');
}

/** The desk's history from the first event on: what, by whom, to whom, and the detail. */
export async function history(db: Db, action?: string) {
  const events = await db.event.findMany({
    where: { chainId: 'desk', ...(action && { action }) },
    include: { detail: true },
    orderBy: { sequence: 'asc' },
  });
  return events.map(({ action, actorId, actorKind, subjectId, detail }) => ({
    action,
    by: actorId ?? actorKind,
    subject: subjectId,
    detail: JSON.parse(detail?.detail ?? 'null') as unknown,
  }));
}

export const command: Actor = mintActor({
  kind: 'command',
  id: null,
  name: 'Command line',
  email: '',
  role: 'admin',
});

/** Where somebody comes from who signs in: an address, and the mark of earlier sign-ins in their browser. */
export const comingFrom = (address: string, device: Device | null = null): Visitor => ({
  address,
  agent: 'Mozilla/5.0 (X11; Linux x86_64) Tests',
  device,
});
