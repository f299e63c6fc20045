'use server';

import { runChange } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import * as settings from './mutations.ts';
import { addRatingInput, archiveRatingInput, editRatingInput, editSettingsInput, moveRatingInput } from './schema.ts';

export async function editSettings(input: unknown): Promise<Result<{ readonly version: number }>> {
  return runChange(editSettingsInput, input, settings.editSettings);
}

export async function addRating(input: unknown): Promise<Result<{ id: string }>> {
  return runChange(addRatingInput, input, settings.addRating);
}

export async function editRating(input: unknown): Promise<Result<void>> {
  return runChange(editRatingInput, input, settings.editRating);
}

export async function archiveRating(input: unknown): Promise<Result<void>> {
  return runChange(archiveRatingInput, input, settings.archiveRating);
}

export async function moveRating(input: unknown): Promise<Result<void>> {
  return runChange(moveRatingInput, input, settings.moveRating);
}
