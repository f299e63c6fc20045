'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import type { Versioned } from './mutations.ts';
import * as mutations from './mutations-confidential.ts';
import * as schema from './schema-confidential.ts';

/** Marks a source as confidential, or says anew to whom it is named. */
export async function markConfidential(input: unknown): Promise<Result<Versioned>> {
  return runAction('source.confide', schema.markConfidentialInput, input, async (actor, value) =>
    done(await mutations.markConfidential(database(), actor, value)),
  );
}
/** Names a source to everybody again. */
export async function unmarkConfidential(input: unknown): Promise<Result<Versioned>> {
  return runAction('source.confide', schema.unmarkConfidentialInput, input, async (actor, value) =>
    done(await mutations.unmarkConfidential(database(), actor, value)),
  );
}
