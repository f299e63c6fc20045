'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { readOwnRevisionText } from '#lib/articles/data.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import { previewRevision as preview } from './data.ts';
import { askReextract } from './mutations-reextract.ts';
import { type Revised, revise } from './mutations-revise.ts';
import * as schema from './schema.ts';
import type { RevisionPreviewDTO } from './types.ts';

export async function previewRevision(input: unknown): Promise<Result<RevisionPreviewDTO>> {
  return runAction('article.revise', schema.previewInput, input, async (actor, value) =>
    done(await preview(database(), actor, value)),
  );
}
/** Read again at once, or by the job that it names. */
export async function reextractArticle(input: unknown): Promise<Result<Awaited<ReturnType<typeof askReextract>>>> {
  return runAction('article.revise', schema.reextractInput, input, async (actor, { articleId }) =>
    done(await askReextract(database(), actor, articleId)),
  );
}
export async function restoreRevision(input: unknown): Promise<Result<Revised>> {
  return runAction('article.revise', schema.restoreRevisionInput, input, async (actor, { number, ...value }) => {
    const text = await readOwnRevisionText(database(), actor, value.articleId, number);
    return done(await revise(database(), actor, { ...value, text, origin: 'undo' }));
  });
}
