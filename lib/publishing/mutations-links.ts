import { holdArticleRow } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { isToken, makeToken, tokenHash } from '#lib/platform/token.ts';
import { isOpenNow } from './data.ts';
import { takenBack } from './rules.ts';
import type { MakeLinkInput } from './schema.ts';

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** Makes an address at which one report is read without an account until it runs out. Its secret stands in the answer alone. */
export async function makeReportLink(
  db: Db,
  actor: Actor,
  origin: string,
  { reportId, label, days }: MakeLinkInput,
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  return transact(db, async (tx) => {
    const report = await tx.report.findUnique({ where: { id: reportId }, select: { articleId: true, number: true } });
    if (!report) refuse('not-found', 'no-report');
    await holdArticleRow(tx, actor, 'report.publish', report.articleId);
    if (actor.id === null) refuse('forbidden', 'reports-by-person');
    const { publishing } = await tx.setting.findUniqueOrThrow({ where: { id: 1 }, select: { publishing: true } });
    if (!publishing) refuse('conflict', 'publishing-off');
    const token = makeToken();
    const expiresAt = new Date(Date.now() + days * A_DAY_MS);
    const link = await tx.reportLink.create({
      data: { reportId, label, expiresAt, tokenHash: tokenHash(token), createdById: actor.id },
    });
    await appendEvent(tx, actor, {
      chain: report.articleId,
      action: 'report.linkMade',
      subject: { type: 'link', id: link.id },
      detail: { number: report.number, label, expiresAt: expiresAt.toISOString() },
    });
    return { url: new URL(`/shared/${token}`, origin).href, expiresAt: expiresAt.toISOString() };
  });
}

export async function revokeReportLink(db: Db, actor: Actor, { id }: { id: string }): Promise<void> {
  await transact(db, async (tx) => {
    const link = await linkOf(tx, id);
    await holdArticleRow(tx, actor, 'report.publish', link.report.articleId);
    const revoked = await tx.reportLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (revoked.count === 0) return;
    await appendEvent(tx, actor, {
      chain: link.report.articleId,
      action: 'report.linkRevoked',
      subject: { type: 'link', id },
      detail: { number: link.report.number, label: link.label },
    });
  });
}

async function linkOf(tx: Tx, id: string) {
  const link = await tx.reportLink.findUnique({
    where: { id },
    select: { label: true, report: { select: { articleId: true, number: true } } },
  });
  return link ?? refuse('not-found', 'no-report-link');
}

/** What a link opens: a report, or, where that was withdrawn after the link was made, the note that stands in its place; `at` is when, null where nobody knows any more. */
export type OpenedLink = { readonly reportId: string } | { readonly note: string; readonly at: Date | null };

/**
 * Counts that a link was opened, and says what it opens; null where it opens nothing. A withdrawal takes back what was handed out before it: whoever is to read a withdrawn report is given
 * a link anew.
 */
export async function openReportLink(db: Db, token: string, isCounted: boolean): Promise<OpenedLink | null> {
  if (!isToken(token)) return null;
  const where = { tokenHash: tokenHash(token), revokedAt: null, expiresAt: { gt: new Date() } };
  const link = await db.reportLink.findFirst({
    where,
    include: { report: { select: { articleId: true, number: true } } },
  });
  if (!link) return null;
  if (isCounted)
    await db.reportLink.update({
      where: { id: link.id },
      data: { opened: { increment: 1 }, lastOpenedAt: new Date() },
    });
  const { articleId, number } = link.report;
  const publication = await db.publication.findUnique({ where: { articleId } });
  const gap = takenBack(link, { number, publication, isOpen: await isOpenNow(db, articleId, number) });
  return gap ?? { reportId: link.reportId };
}
