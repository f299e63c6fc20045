'use server';

import { runChange } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import * as mutations from './mutations.ts';
import { markNeedsInput } from './schema.ts';

/** Says of what needs one that it is read, put off, done, or none of it. */
export async function markNeeds(input: unknown): Promise<Result<{ count: number }>> {
  return runChange('signed in', markNeedsInput, input, async (db, actor, value) => {
    await mutations.markNeeds(db, actor, value);
    return { count: value.parts.length };
  });
}
