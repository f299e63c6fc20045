'use server';

import type { WorkbenchPatch } from '#lib/claims/types.ts';
import { runAction } from '#lib/platform/action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import * as data from './data.ts';
import * as mutations from './mutations.ts';
import * as sources from './mutations-sources.ts';
import * as schema from './schema.ts';
import type { SourceDTO } from './types.ts';

type Answer = Promise<Result<WorkbenchPatch>>;

export async function attachEvidence(input: unknown): Answer {
  return runAction(schema.attachEvidenceInput, input, async (actor, value) =>
    done(await mutations.attachEvidence(database(), actor, value)),
  );
}
export async function editEvidence(input: unknown): Answer {
  return runAction(schema.editEvidenceInput, input, async (actor, value) =>
    done(await mutations.editEvidence(database(), actor, value)),
  );
}
export async function withdrawEvidence(input: unknown): Answer {
  return runAction(schema.withdrawEvidenceInput, input, async (actor, value) =>
    done(await mutations.withdrawEvidence(database(), actor, value)),
  );
}
export async function restoreEvidence(input: unknown): Answer {
  return runAction(schema.restoreEvidenceInput, input, async (actor, value) =>
    done(await mutations.restoreEvidence(database(), actor, value)),
  );
}
export async function editSource(input: unknown): Promise<Result<{ version: number }>> {
  return runAction(schema.editSourceInput, input, async (actor, value) =>
    done(await sources.editSource(database(), actor, value)),
  );
}
export async function findSources(input: unknown): Promise<Result<SourceDTO[]>> {
  return runAction(schema.findSourcesInput, input, async (actor, { query }) =>
    done(await data.findSources(database(), actor, query)),
  );
}
