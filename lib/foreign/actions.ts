'use server';

import { runChange } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import * as mutations from './mutations.ts';
import * as schema from './schema.ts';

export async function setFileAside(input: unknown): Promise<Result<{ id: string }>> {
  return runChange('foreign.bring', schema.setAsideInput, input, mutations.setFileAside);
}
