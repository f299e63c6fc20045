import { cache } from 'react';
import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { ownAddress } from '#lib/platform/session-token.ts';
import { publishingOf } from './data.ts';
import { correctionsDue } from './data-due.ts';
import type { CorrectionDue, PublishingDTO } from './types.ts';

export type LoadedDue = {
  readonly due: readonly CorrectionDue[];
  readonly readerId: string;
  /** The reader may correct, or say why not. */
  readonly mayDecide: boolean;
};

/** Published reports whose verdicts have changed since, of one article or of all that are not archived. */
export const loadCorrectionsDue = cache(async (articleId: string | null = null): Promise<LoadedDue> => {
  const actor = await requireActor('article.read');
  const due = articleId === null || isId(articleId) ? await correctionsDue(database(), actor, articleId) : [];
  return { due, readerId: actor.id, mayDecide: may(actor, 'report.publish') };
});

/** How a report stands with the public, for who may publish; null for everybody else, and on a desk that does not. */
export const loadPublishing = cache(async (reportId: string): Promise<PublishingDTO | null> => {
  const actor = await requireActor('article.read');
  if (!may(actor, 'report.publish') || !isId(reportId)) return null;
  return publishingOf(database(), actor, ownAddress(), reportId);
});
