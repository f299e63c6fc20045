'use server';

import { z } from 'zod';
import { runAction, runChange } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import { ownAddress, renewSession } from '#lib/platform/session.ts';
import * as people from './mutations.ts';
import * as links from './mutations-links.ts';
import * as own from './mutations-own.ts';
import { changeRoleInput, disableInput, inviteInput, ownNameInput, ownPasswordInput, recordInput } from './schema.ts';
import type { MadeLink } from './types.ts';

export async function invite(input: unknown): Promise<Result<MadeLink>> {
  return runChange('people.manage', inviteInput, input, (db, actor, parsed) =>
    links.invite(db, actor, ownAddress(), parsed),
  );
}

export async function renewInvitation(input: unknown): Promise<Result<MadeLink>> {
  return runChange('people.manage', recordInput, input, (db, actor, parsed) =>
    links.renewInvitation(db, actor, ownAddress(), parsed),
  );
}

export async function revokeInvitation(input: unknown): Promise<Result<void>> {
  return runChange('people.manage', recordInput, input, links.revokeInvitation);
}

export async function changeRole(input: unknown): Promise<Result<void>> {
  return runChange('people.manage', changeRoleInput, input, people.changeRole);
}

export async function setDisabled(input: unknown): Promise<Result<void>> {
  return runChange('people.manage', disableInput, input, people.setDisabled);
}

/** A link through which somebody sets a new password. */
export async function makeResetLink(input: unknown): Promise<Result<MadeLink>> {
  return runChange('people.manage', recordInput, input, (db, actor, { id }) =>
    links.linkFor(db, actor, ownAddress(), { id, purpose: 'reset' }),
  );
}

export async function editOwnName(input: unknown): Promise<Result<void>> {
  return runChange('signed in', ownNameInput, input, own.editOwnName);
}

/** The other sessions end; this one goes on under the new epoch. */
export async function changeOwnPassword(input: unknown): Promise<Result<null>> {
  return runAction('signed in', ownPasswordInput, input, async (actor, parsed) => {
    const { epoch } = await own.changeOwnPassword(database(), actor, parsed);
    await renewSession({ userId: actor.id, epoch });
    return done(null);
  });
}

export async function endOwnSessions(): Promise<Result<null>> {
  return runAction('signed in', z.undefined(), undefined, async (actor) => {
    await own.endOwnSessions(database(), actor);
    return done(null);
  });
}
