import { cache } from 'react';
import { requireActor } from '#lib/access/gate-session.ts';
import { database } from '#lib/platform/db.ts';
import { countPeople, listAccounts, listInvitations, listPeople, peekLink } from './data.ts';
import type { LinkDTO } from './types.ts';

/** Everybody of the desk, read once per request: for whoever is signed in. */
export const deskPeople = cache(async () => {
  await requireActor('signed in');
  return listPeople(database());
});

/** What the page of people shows; 404 to whoever may not manage them. */
export async function loadPeople() {
  const actor = await requireActor('people.manage');
  const [accounts, invitations] = await Promise.all([listAccounts(database()), listInvitations(database())]);
  return { actor, accounts, invitations };
}

/** What a one-time link opens. Looking spends nothing. */
export const loadLink = (token: string): Promise<LinkDTO | null> => peekLink(database(), token);

/** True on a new desk, where the first admin is still to be made. */
export const deskIsEmpty = async (): Promise<boolean> => (await countPeople(database())) === 0;
