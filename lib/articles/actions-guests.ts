'use server';

import { runChange, runProven } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import { ownAddress } from '#lib/platform/session-token.ts';
import * as guests from './mutations-guests.ts';
import { inviteGuestInput, revokeGuestInput } from './schema-guests.ts';
import type { MadeGuestLink } from './types.ts';

/** A link for a writer without an account. It lets somebody in, so the password is asked for once more. */
export async function inviteGuest(input: unknown): Promise<Result<MadeGuestLink>> {
  return runProven('article.access', inviteGuestInput, input, (db, actor, parsed) =>
    guests.inviteGuest(db, actor, ownAddress(), parsed),
  );
}

export async function revokeGuest(input: unknown): Promise<Result<void>> {
  return runChange('article.access', revokeGuestInput, input, guests.revokeGuest);
}
