'use server';

import { runChange } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import * as mutations from './mutations.ts';
import { chooseMail as choose } from './mutations-mail.ts';
import { chooseMailInput, markNeedsInput } from './schema.ts';
import type { MailChoice } from './types.ts';

/** Says of what needs one that it is read, put off, done, or none of it. */
export async function markNeeds(input: unknown): Promise<Result<{ count: number }>> {
  return runChange('signed in', markNeedsInput, input, async (db, actor, value) => {
    await mutations.markNeeds(db, actor, value);
    return { count: value.parts.length };
  });
}

/** Says how one wants to be told by e-mail. */
export async function chooseMail(input: unknown): Promise<Result<{ how: MailChoice }>> {
  return runChange('signed in', chooseMailInput, input, async (db, actor, { how }) => {
    await choose(db, actor, how);
    return { how };
  });
}
