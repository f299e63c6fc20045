import { listSessions } from '#lib/access/data-sessions.ts';
import { currentSession, requireActor } from '#lib/access/gate-session.ts';
import { database } from '#lib/platform/db.ts';
import { countPeople, isNamedPublicly, linksToTell, listAccounts, listInvitations, peekLink } from './data.ts';
import type { LinkDTO } from './types.ts';

/** What the page of people shows; 404 to whoever may not manage them. */
export async function loadPeople() {
  const actor = await requireActor('people.manage');
  const [accounts, invitations] = await Promise.all([listAccounts(database()), listInvitations(database())]);
  return { actor, accounts, invitations };
}

/** One's own account: who one is, and where one is signed in. */
export async function loadAccount() {
  const actor = await requireActor('signed in');
  const [sessions, session, isNamed] = await Promise.all([
    listSessions(database(), actor.id),
    currentSession(),
    isNamedPublicly(database(), actor.id),
  ]);
  return { actor, sessions, ownSessionId: session?.sessionId ?? '', isNamed };
}

/** Whose shell it is, and what they are to be told in it. */
export async function loadShell() {
  const actor = await requireActor('signed in');
  return { actor, links: await linksToTell(database(), actor.id) };
}

/** What a one-time link opens. Looking spends nothing. */
export const loadLink = (token: string): Promise<LinkDTO | null> => peekLink(database(), token);

/** True on a new desk, where the first admin is still to be made. */
export const deskIsEmpty = async (): Promise<boolean> => (await countPeople(database())) === 0;
