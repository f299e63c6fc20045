'use server';

import type { Guess } from '#lib/ingest/guess.ts';
import { onText } from '#lib/ingest/reading.ts';
import { assertMay } from '#lib/people/policy.ts';
import { runAction } from '#lib/platform/action.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import { readOwnRevisionText } from './data.ts';
import { previewRevision as preview } from './data-revise.ts';
import * as mutations from './mutations.ts';
import { type Reextracted, reextract } from './mutations-reextract.ts';
import { type Revised, revise } from './mutations-revise.ts';
import * as schema from './schema.ts';
import type { RevisionPreviewDTO } from './types.ts';

export type GuessAnswer = Guess & { readonly known: { readonly id: string; readonly headline: string } | null };

/** What the head of a pasted text says, and whether the very same text is already here. Saves nothing. */
export async function guessArticle(input: unknown): Promise<Result<GuessAnswer>> {
  return runAction(schema.guessInput, input, async (actor, value) => {
    assertMay(actor, 'article.add');
    const text = mutations.articleText(value.text);
    const { language: _, ...guess } = await onText('guess', text, text.length);
    return done({ ...guess, known: await mutations.findSameText(database(), actor, sha256(text)) });
  });
}
export async function addArticle(input: unknown): Promise<Result<mutations.AddedArticle>> {
  return runAction(schema.addArticleInput, input, async (actor, value) =>
    done(await mutations.addArticle(database(), actor, value)),
  );
}
export async function editArticle(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction(schema.editArticleInput, input, async (actor, value) =>
    done(await mutations.editArticle(database(), actor, value)),
  );
}
export async function setMode(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction(schema.articleModeInput, input, async (actor, value) =>
    done(await mutations.setMode(database(), actor, value)),
  );
}
export async function setAccess(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction(schema.articleAccessInput, input, async (actor, value) =>
    done(await mutations.setAccess(database(), actor, value)),
  );
}
export async function archiveArticle(input: unknown): Promise<Result<mutations.ChangedArticle>> {
  return runAction(schema.archiveInput, input, async (actor, value) =>
    done(await mutations.archiveArticle(database(), actor, value)),
  );
}
export async function previewRevision(input: unknown): Promise<Result<RevisionPreviewDTO>> {
  return runAction(schema.previewInput, input, async (actor, value) => done(await preview(database(), actor, value)));
}
export async function reviseArticle(input: unknown): Promise<Result<Revised>> {
  return runAction(schema.reviseInput, input, async (actor, value) => done(await revise(database(), actor, value)));
}
export async function reextractArticle(input: unknown): Promise<Result<Reextracted>> {
  return runAction(schema.reextractInput, input, async (actor, { articleId }) =>
    done(await reextract(database(), actor, articleId)),
  );
}
export async function restoreRevision(input: unknown): Promise<Result<Revised>> {
  return runAction(schema.restoreRevisionInput, input, async (actor, { number, ...value }) => {
    const text = await readOwnRevisionText(database(), actor, value.articleId, number);
    return done(await revise(database(), actor, { ...value, text, origin: 'undo' }));
  });
}
