'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import * as data from './data.ts';
import * as mutations from './mutations.ts';
import * as merging from './mutations-merge.ts';
import * as schema from './schema.ts';
import type { FoundSourceDTO } from './types.ts';

type Answer = Promise<Result<mutations.Versioned>>;

export async function editSource(input: unknown): Answer {
  return runAction('evidence.edit', schema.editSourceInput, input, async (actor, value) =>
    done(await mutations.editSource(database(), actor, value)),
  );
}
export async function archiveSource(input: unknown): Answer {
  return runAction('evidence.edit', schema.archiveSourceInput, input, async (actor, value) =>
    done(await mutations.archiveSource(database(), actor, value)),
  );
}
export async function mergeSources(input: unknown): Answer {
  return runAction('evidence.edit', schema.mergeSourcesInput, input, async (actor, value) =>
    done(await merging.mergeSources(database(), actor, value)),
  );
}
export async function findSources(input: unknown): Promise<Result<FoundSourceDTO[]>> {
  return runAction('signed in', schema.findSourcesInput, input, async (actor, value) =>
    done(await data.findSources(database(), actor, value)),
  );
}
