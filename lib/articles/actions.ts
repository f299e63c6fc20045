'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import * as mutations from './mutations.ts';
import * as schema from './schema.ts';

export async function editArticle(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction('article.edit', schema.editArticleInput, input, async (actor, value) =>
    done(await mutations.editArticle(database(), actor, value)),
  );
}
export async function setMode(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction('article.mode', schema.articleModeInput, input, async (actor, value) =>
    done(await mutations.setMode(database(), actor, value)),
  );
}
export async function setAccess(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction('article.access', schema.articleAccessInput, input, async (actor, value) =>
    done(await mutations.setAccess(database(), actor, value)),
  );
}
export async function archiveArticle(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction('article.edit', schema.archiveInput, input, async (actor, value) =>
    done(await mutations.archiveArticle(database(), actor, value)),
  );
}
