'use server';

import { runChange } from '#lib/access/gate-action.ts';
import type { Result } from '#lib/platform/result.ts';
import { setArticleRules as set } from './mutations-rules.ts';
import { articleRulesInput } from './schema.ts';

export async function setArticleRules(
  input: unknown,
): Promise<Result<{ readonly id: string; readonly version: number }>> {
  return runChange('article.mode', articleRulesInput, input, set);
}
