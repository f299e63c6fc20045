'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import * as mutations from './mutations.ts';
import * as schema from './schema.ts';

export async function writeComment(input: unknown): Promise<Result<{ id: string }>> {
  return runAction('comment.write', schema.writeCommentInput, input, async (actor, value) =>
    done(await mutations.writeComment(database(), actor, value)),
  );
}
export async function editComment(input: unknown): Promise<Result<{ claimId: string | null }>> {
  return runAction('comment.write', schema.editCommentInput, input, async (actor, value) =>
    done(await mutations.editComment(database(), actor, value)),
  );
}
export async function resolveComment(input: unknown): Promise<Result<{ claimId: string | null }>> {
  return runAction('comment.write', schema.resolveCommentInput, input, async (actor, value) =>
    done(await mutations.resolveComment(database(), actor, value)),
  );
}
export async function withdrawComment(input: unknown): Promise<Result<{ claimId: string | null }>> {
  return runAction('comment.write', schema.withdrawCommentInput, input, async (actor, value) =>
    done(await mutations.withdrawComment(database(), actor, value)),
  );
}
