'use server';

import { runChange } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import * as settings from './mutations.ts';
import { addRatingInput, archiveRatingInput, editRatingInput, editSettingsInput, moveRatingInput } from './schema.ts';

export async function editSettings(input: unknown): Promise<Result<{ readonly version: number }>> {
  return runChange('settings.manage', editSettingsInput, input, settings.editSettings);
}

export async function addRating(input: unknown): Promise<Result<{ id: string }>> {
  return runChange('settings.manage', addRatingInput, input, settings.addRating);
}

export async function editRating(input: unknown): Promise<Result<void>> {
  return runChange('settings.manage', editRatingInput, input, settings.editRating);
}

export async function archiveRating(input: unknown): Promise<Result<void>> {
  return runChange('settings.manage', archiveRatingInput, input, settings.archiveRating);
}

export async function moveRating(input: unknown): Promise<Result<void>> {
  return runChange('settings.manage', moveRatingInput, input, settings.moveRating);
}
