'use server';

import { runChange } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import { eraseDetail as erase } from './mutations-erase.ts';
import { eraseDetailInput } from './schema-erase.ts';

/** Erases the detail of one event, by an admin, with a reason. */
export async function eraseDetail(input: unknown): Promise<Result<void>> {
  return runChange('history.erase', eraseDetailInput, input, erase);
}
