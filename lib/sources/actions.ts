'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import * as data from './data.ts';
import * as mutations from './mutations.ts';
import * as schema from './schema.ts';
import type { SourceDTO } from './types.ts';

export async function editSource(input: unknown): Promise<Result<{ version: number }>> {
  return runAction('evidence.edit', schema.editSourceInput, input, async (actor, value) =>
    done(await mutations.editSource(database(), actor, value)),
  );
}
export async function findSources(input: unknown): Promise<Result<SourceDTO[]>> {
  return runAction('signed in', schema.findSourcesInput, input, async (actor, { query }) =>
    done(await data.findSources(database(), actor, query)),
  );
}
