'use server';

import { runAction } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import * as mutations from './mutations.ts';
import { freezeReportInput } from './schema.ts';

export async function freezeReport(input: unknown): Promise<Result<mutations.Frozen>> {
  return runAction('report.export', freezeReportInput, input, async (actor, value) =>
    done(await mutations.freezeReport(database(), actor, value)),
  );
}
