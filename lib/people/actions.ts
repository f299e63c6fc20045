'use server';

import { z } from 'zod';
import { runAction, runChange, runProven } from '#lib/access/gate-action.ts';
import { currentSession, currentVisitor } from '#lib/access/gate-session.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import { rememberDevice, renewSession } from '#lib/platform/session.ts';
import { ownAddress } from '#lib/platform/session-token.ts';
import * as people from './mutations.ts';
import * as links from './mutations-links.ts';
import * as own from './mutations-own.ts';
import {
  changeRoleInput,
  disableInput,
  inviteInput,
  namedPubliclyInput,
  ownNameInput,
  ownPasswordInput,
  proveInput,
  recordInput,
} from './schema.ts';
import type { MadeLink } from './types.ts';

export async function invite(input: unknown): Promise<Result<MadeLink>> {
  return runProven('people.manage', inviteInput, input, (db, actor, parsed) =>
    links.invite(db, actor, ownAddress(), parsed),
  );
}

export async function renewInvitation(input: unknown): Promise<Result<MadeLink>> {
  return runProven('people.manage', recordInput, input, (db, actor, parsed) =>
    links.renewInvitation(db, actor, ownAddress(), parsed),
  );
}

export async function revokeInvitation(input: unknown): Promise<Result<void>> {
  return runChange('people.manage', recordInput, input, links.revokeInvitation);
}

export async function changeRole(input: unknown): Promise<Result<void>> {
  return runProven('people.manage', changeRoleInput, input, people.changeRole);
}

export async function setDisabled(input: unknown): Promise<Result<void>> {
  return runProven('people.manage', disableInput, input, people.setDisabled);
}

/** A link through which somebody sets a new password. */
export async function makeResetLink(input: unknown): Promise<Result<MadeLink>> {
  return runProven('people.manage', recordInput, input, (db, actor, { id }) =>
    links.linkFor(db, actor, ownAddress(), { id, purpose: 'reset' }),
  );
}

export async function editOwnName(input: unknown): Promise<Result<void>> {
  return runChange('signed in', ownNameInput, input, own.editOwnName);
}

export async function setNamedPublicly(input: unknown): Promise<Result<void>> {
  return runChange('signed in', namedPubliclyInput, input, own.setNamedPublicly);
}

/** All sessions end; this browser goes on in a new one. */
export async function changeOwnPassword(input: unknown): Promise<Result<null>> {
  return runAction('signed in', ownPasswordInput, input, async (actor, parsed) => {
    const claims = await own.changeOwnPassword(database(), actor, await currentVisitor(), parsed);
    await renewSession(claims);
    await rememberDevice(claims);
    return done(null);
  });
}

/** Types one's password again, for what asks for it. */
export async function proveAgain(input: unknown): Promise<Result<null>> {
  return runAction('signed in', proveInput, input, async (actor, parsed) => {
    const session = await currentSession();
    if (session) await own.proveAgain(database(), actor, session.sessionId, parsed);
    return done(null);
  });
}

export async function endOwnSessions(): Promise<Result<null>> {
  return runAction('signed in', z.undefined(), undefined, async (actor) => {
    await own.endOwnSessions(database(), actor);
    return done(null);
  });
}

export async function endOwnSession(input: unknown): Promise<Result<void>> {
  return runChange('signed in', recordInput, input, own.endOwnSession);
}

/** The links that were made for one are known of now. */
export async function noteLinksSeen(): Promise<Result<void>> {
  return runChange('signed in', z.undefined(), undefined, own.noteLinksSeen);
}
