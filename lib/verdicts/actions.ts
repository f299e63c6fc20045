'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { togetherPreview as preview } from './data-together.ts';
import * as mutations from './mutations.ts';
import { decideFix as decide } from './mutations-fixes.ts';
import * as signOffs from './mutations-sign-off.ts';
import * as together from './mutations-together.ts';
import * as schema from './schema.ts';
import type { TogetherDTO, TogetherPatch } from './types.ts';

type Answer = Promise<Result<WorkbenchPatch>>;

export async function giveVerdict(input: unknown): Answer {
  return runAction('verdict.give', schema.giveVerdictInput, input, async (actor, value) =>
    done(await mutations.giveVerdict(database(), actor, value)),
  );
}
export async function signOff(input: unknown): Answer {
  return runAction('verdict.signOff', schema.signOffInput, input, async (actor, value) =>
    done(await signOffs.signOff(database(), actor, value)),
  );
}
/** What would come of signing several off together. Writes nothing. */
export async function togetherPreview(input: unknown): Promise<Result<readonly TogetherDTO[]>> {
  return runAction('verdict.signOff', schema.togetherInput, input, async (actor, value) =>
    done(await preview(database(), actor, value)),
  );
}
export async function signTogether(input: unknown): Promise<Result<TogetherPatch>> {
  return runAction('verdict.signOff', schema.signTogetherInput, input, async (actor, value) =>
    done(await together.signTogether(database(), actor, value)),
  );
}
export async function withdrawTogether(input: unknown): Answer {
  return runAction('verdict.signOff', schema.withdrawTogetherInput, input, async (actor, value) =>
    done(await together.withdrawTogether(database(), actor, value)),
  );
}
export async function withdrawVerdict(input: unknown): Answer {
  return runAction('verdict.give', schema.withdrawVerdictInput, input, async (actor, value) =>
    done(await mutations.withdrawVerdict(database(), actor, value)),
  );
}
export async function withdrawSignOff(input: unknown): Answer {
  return runAction('verdict.signOff', schema.withdrawSignOffInput, input, async (actor, value) =>
    done(await signOffs.withdrawSignOff(database(), actor, value)),
  );
}
export async function confirmVerdict(input: unknown): Answer {
  return runAction('verdict.give', schema.confirmVerdictInput, input, async (actor, value) =>
    done(await mutations.confirmVerdict(database(), actor, value)),
  );
}
export async function decideFix(input: unknown): Promise<Result<{ claimId: string }>> {
  return runAction('fix.decide', schema.decideFixInput, input, async (actor, value) =>
    done(await decide(database(), actor, value)),
  );
}
