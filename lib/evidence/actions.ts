'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import * as mutations from './mutations.ts';
import * as passages from './mutations-passage.ts';
import * as schema from './schema.ts';
import type { AttachedPatch, PassagePatch } from './types.ts';

type Answer = Promise<Result<WorkbenchPatch>>;

export async function attachEvidence(input: unknown): Promise<Result<AttachedPatch>> {
  return runAction('evidence.edit', schema.attachEvidenceInput, input, async (actor, value) =>
    done(await mutations.attachEvidence(database(), actor, value)),
  );
}
/** Attaches the same to several claims at once. */
export async function attachToMany(input: unknown): Promise<Result<PassagePatch>> {
  return runAction('evidence.edit', schema.attachToManyInput, input, async (actor, value) =>
    done(await mutations.attachToMany(database(), actor, value)),
  );
}
export async function withdrawMany(input: unknown): Answer {
  return runAction('evidence.edit', schema.withdrawManyInput, input, async (actor, value) =>
    done(await mutations.withdrawMany(database(), actor, value)),
  );
}
/** Attaches words of a capture by their place, to one claim or to several at once. */
export async function attachPassage(input: unknown): Promise<Result<PassagePatch>> {
  return runAction('evidence.edit', schema.attachPassageInput, input, async (actor, value) =>
    done(await passages.attachPassage(database(), actor, value)),
  );
}
export async function editEvidence(input: unknown): Answer {
  return runAction('evidence.edit', schema.editEvidenceInput, input, async (actor, value) =>
    done(await mutations.editEvidence(database(), actor, value)),
  );
}
export async function withdrawEvidence(input: unknown): Answer {
  return runAction('evidence.edit', schema.withdrawEvidenceInput, input, async (actor, value) =>
    done(await mutations.withdrawEvidence(database(), actor, value)),
  );
}
export async function restoreEvidence(input: unknown): Answer {
  return runAction('evidence.edit', schema.restoreEvidenceInput, input, async (actor, value) =>
    done(await mutations.restoreEvidence(database(), actor, value)),
  );
}
