'use server';

import { runAction, runChange } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import { ownAddress } from '#lib/platform/session-token.ts';
import type { Frozen } from '#lib/reports/mutations.ts';
import * as publishing from './mutations.ts';
import * as links from './mutations-links.ts';
import { correctInput, declineInput, makeLinkInput, publishInput, revokeLinkInput, withdrawInput } from './schema.ts';

export async function correctReport(input: unknown): Promise<Result<Frozen>> {
  return runAction('report.publish', correctInput, input, async (actor, value) =>
    done(await publishing.correctReport(database(), actor, value)),
  );
}

export async function declineCorrection(input: unknown): Promise<Result<void>> {
  return runChange('report.publish', declineInput, input, publishing.declineCorrection);
}

export async function publishReport(input: unknown): Promise<Result<publishing.Published>> {
  return runChange('report.publish', publishInput, input, publishing.publishReport);
}

export async function withdrawReport(input: unknown): Promise<Result<void>> {
  return runChange('report.publish', withdrawInput, input, publishing.withdrawReport);
}

export async function makeReportLink(
  input: unknown,
): Promise<Result<{ readonly url: string; readonly expiresAt: string }>> {
  return runChange('report.publish', makeLinkInput, input, (db, actor, value) =>
    links.makeReportLink(db, actor, ownAddress(), value),
  );
}

export async function revokeReportLink(input: unknown): Promise<Result<void>> {
  return runChange('report.publish', revokeLinkInput, input, links.revokeReportLink);
}
