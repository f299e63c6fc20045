import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { mintActor } from './gate.ts';
import type { Actor } from './types.ts';

/**
 * The gate of a job: the person it runs for, as the database knows them now. What only a person in their own session may, no
 * job may. Of the desk's own jobs `forId` is null.
 *
 * @throws AppError `forbidden` where the account is disabled or gone.
 */
export async function jobActor(db: Db, forId: string | null): Promise<Actor> {
  if (forId === null) return mintActor({ kind: 'job', id: null, name: 'Stet', email: '', role: 'admin' });
  const person = await db.user.findUnique({
    where: { id: forId, disabledAt: null },
    select: { id: true, name: true, email: true, role: true },
  });
  if (!person) refuse('forbidden', 'account-disabled');
  return mintActor({ kind: 'job', ...person });
}
