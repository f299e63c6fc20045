'use server';

import { runAction, runChange } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { previewMany as preview } from './data-many.ts';
import { planShare as plan } from './data-share.ts';
import * as mutations from './mutations.ts';
import { assignClaims as assign } from './mutations-assign.ts';
import * as exclusions from './mutations-exclude.ts';
import * as lineage from './mutations-lineage.ts';
import * as links from './mutations-links.ts';
import * as many from './mutations-many.ts';
import { rescopeClaim as rescope } from './mutations-rescope.ts';
import * as sentences from './mutations-sentences.ts';
import { shareOut as share } from './mutations-share.ts';
import { decideProposal as decideWording } from './mutations-wording.ts';
import * as schema from './schema.ts';
import type { ManyPreviewDTO, SharePlanDTO } from './types.ts';

type Answer = Promise<Result<WorkbenchPatch>>;

export async function addClaim(input: unknown): Answer {
  return runAction('claim.edit', schema.addClaimInput, input, async (actor, value) =>
    done(await mutations.addClaim(database(), actor, value)),
  );
}
export async function editClaim(input: unknown): Answer {
  return runAction('claim.edit', schema.editClaimInput, input, async (actor, value) =>
    done(await mutations.editClaim(database(), actor, value)),
  );
}
export async function decideProposal(input: unknown): Answer {
  return runAction('claim.edit', schema.decideProposalInput, input, async (actor, value) =>
    done(await decideWording(database(), actor, value)),
  );
}
export async function acceptClaim(input: unknown): Answer {
  return runAction('claim.edit', schema.acceptClaimInput, input, async (actor, value) =>
    done(await mutations.acceptClaim(database(), actor, value)),
  );
}
export async function rescopeClaim(input: unknown): Answer {
  return runAction('claim.edit', schema.rescopeInput, input, async (actor, value) =>
    done(await rescope(database(), actor, value)),
  );
}
export async function excludeClaims(input: unknown): Answer {
  return runAction('claim.edit', schema.excludeInput, input, async (actor, value) =>
    done(await exclusions.excludeClaims(database(), actor, value)),
  );
}
export async function restoreClaims(input: unknown): Answer {
  return runAction('claim.edit', schema.restoreInput, input, async (actor, value) =>
    done(await exclusions.restoreClaims(database(), actor, value)),
  );
}
export async function assignClaims(input: unknown): Answer {
  return runAction('claim.edit', schema.assignInput, input, async (actor, value) =>
    done(await assign(database(), actor, value)),
  );
}
export async function planShare(input: unknown): Promise<Result<SharePlanDTO>> {
  return runAction('claim.assign', schema.planShareInput, input, async (actor, value) =>
    done(await plan(database(), actor, value)),
  );
}
export async function shareOut(input: unknown): Answer {
  return runChange('claim.assign', schema.shareOutInput, input, share);
}
export async function flagClaims(input: unknown): Answer {
  return runAction('claim.edit', schema.flagInput, input, async (actor, value) =>
    done(await many.flagClaims(database(), actor, value)),
  );
}
/** What would come of a deed on several claims. Writes nothing. */
export async function previewMany(input: unknown): Promise<Result<readonly ManyPreviewDTO[]>> {
  return runAction('claim.edit', schema.previewManyInput, input, async (actor, value) =>
    done(await preview(database(), actor, value)),
  );
}
export async function withdrawClaim(input: unknown): Answer {
  return runAction('claim.edit', schema.withdrawClaimInput, input, async (actor, value) =>
    done(await exclusions.withdrawClaim(database(), actor, value)),
  );
}
export async function splitClaim(input: unknown): Answer {
  return runAction('claim.edit', schema.splitInput, input, async (actor, value) =>
    done(await lineage.splitClaim(database(), actor, value)),
  );
}
export async function mergeClaims(input: unknown): Answer {
  return runAction('claim.edit', schema.mergeInput, input, async (actor, value) =>
    done(await lineage.mergeClaims(database(), actor, value)),
  );
}
export async function undoLineage(input: unknown): Answer {
  return runAction('claim.edit', schema.undoLineageInput, input, async (actor, value) =>
    done(await lineage.undoLineage(database(), actor, value)),
  );
}
export async function markSentences(input: unknown): Answer {
  return runAction('sentence.mark', schema.markSentencesInput, input, async (actor, value) =>
    done(await sentences.markSentences(database(), actor, value)),
  );
}
export async function unmarkSentences(input: unknown): Answer {
  return runAction('sentence.mark', schema.unmarkSentencesInput, input, async (actor, value) =>
    done(await sentences.unmarkSentences(database(), actor, value)),
  );
}

export async function decideLink(input: unknown): Promise<Result<{ claimIds: readonly string[] }>> {
  return runAction('claim.edit', schema.decideLinkInput, input, async (actor, value) =>
    done(await links.decideLink(database(), actor, value)),
  );
}
