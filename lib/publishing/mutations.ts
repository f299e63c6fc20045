import { holdArticle, holdArticleRow } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { type Frozen, freezeReport } from '#lib/reports/mutations.ts';
import { readSnapshot } from '#lib/reports/rules-upgrade.ts';
import { openLegalFlag } from '#lib/standing/data-claims.ts';
import { correctionsDue } from './data-due.ts';
import { findingsOf, listedAs, slugFor, stands } from './rules.ts';
import type { CorrectInput, DeclineInput, PublishInput, WithdrawInput } from './schema.ts';
import { declinedColumn, findingsColumn } from './schema-columns.ts';

export type Published = { readonly slug: string; readonly number: number; readonly publicAt: string };

/**
 * Corrects an article's last report: a new one is frozen that says what was wrong. Where one is published, the new one takes its
 * place there in the same change, at once, or with it where that one still waits for its time.
 */
export function correctReport(db: Db, actor: Actor, { articleId, correction }: CorrectInput): Promise<Frozen> {
  return freezeReport(db, actor, { articleId, correction }, async (tx, frozen) => {
    const publication = await tx.publication.findUnique({ where: { articleId }, include: withLast });
    const [last] = publication?.reports ?? [];
    if (publication && last && stands(publication, last) && (await publishes(tx)))
      await place(tx, actor, frozen.id, last.publicAt);
  });
}

/** Says why verdicts that were changed after they were published ask for no correction. Further changes ask anew. */
export async function declineCorrection(
  db: Db,
  actor: Actor,
  { articleId, seen, reason }: DeclineInput,
): Promise<void> {
  await transact(db, async (tx) => {
    const article = await holdArticle(tx, actor, 'report.publish', articleId);
    const [due] = await correctionsDue(tx, actor, article.id);
    if (due?.seen !== seen) refuse('moved-on', 'correction-moved-on');
    const ratings = Object.fromEntries(due.changed.map(({ claimId, now }) => [claimId, now]));
    const publication = await tx.publication.findUniqueOrThrow({ where: { articleId: article.id } });
    const before = publication.declined === null ? {} : declinedColumn.read(publication.declined).ratings;
    await tx.publication.update({
      where: { id: publication.id },
      data: {
        declined: declinedColumn.write({ ratings: { ...before, ...ratings }, reason }),
        version: { increment: 1 },
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'report.correctionDeclined',
      subject: { type: 'article', id: article.id },
      detail: { number: due.number, claims: due.changed.map(({ number }) => number), reason },
    });
  });
}

/**
 * Publishes a report, at once or from a time on. The article's first has its page made; a newer one takes the place of what is
 * there, which stays readable under its number; one that waits can be given another time.
 */
export async function publishReport(db: Db, actor: Actor, { reportId, publicAt }: PublishInput): Promise<Published> {
  return transact(db, async (tx) => {
    const report = await tx.report.findUnique({ where: { id: reportId }, select: { articleId: true } });
    if (!report) refuse('not-found', 'no-report');
    await holdArticleRow(tx, actor, 'report.publish', report.articleId);
    if (!(await publishes(tx))) refuse('conflict', 'publishing-off');
    return place(tx, actor, reportId, publicAt === null ? null : new Date(publicAt));
  });
}

const publishes = async (tx: Tx): Promise<boolean> => {
  const rows = await tx.$queryRaw<{ publishing: boolean }[]>`select publishing from settings where id = 1 for share`;
  return rows[0]?.publishing === true;
};

/** The article is held by whoever calls. */
async function place(tx: Tx, actor: Actor, reportId: string, wanted: Date | null): Promise<Published> {
  const { id: by } = actor;
  if (by === null) refuse('forbidden', 'reports-by-person');
  const report = await tx.report.findUniqueOrThrow({ where: { id: reportId } });
  if (report.chosen !== null) refuse('conflict', 'part-not-published');
  const model = readSnapshot(report.snapshot);
  const findings = findingsOf(model);
  if (Object.keys(findings).length === 0) refuse('conflict', 'nothing-to-publish');
  await assertNotFlagged(tx, report.articleId, Object.keys(findings));
  const publication = await publicationOf(tx, report.articleId, model.article.headline, by);
  const now = new Date();
  const publicAt = wanted !== null && wanted > now ? wanted : now;
  const [last] = publication.reports;
  if (last && last.number > report.number) refuse('conflict', 'newer-published');
  // After whatever was withdrawn, though another machine's clock were ahead of this one's.
  const createdAt = new Date(Math.max(now.getTime(), (publication.withdrawnAt?.getTime() ?? 0) + 1));
  if (last?.reportId === reportId) {
    const isThere = stands(publication, last);
    if (isThere && last.publicAt <= now) refuse('conflict', 'published-already');
    const anew = isThere ? {} : { createdAt, createdById: by };
    await tx.publishedReport.update({ where: { reportId }, data: { publicAt, ...anew } });
  } else {
    const { number } = report;
    const data = {
      publicationId: publication.id,
      reportId,
      number,
      publicAt,
      correction: model.correction,
      createdById: by,
      createdAt,
    };
    await tx.publishedReport.create({
      data: { ...data, ...listedAs(model), findings: findingsColumn.write(findings) },
    });
  }
  // That something was withdrawn stays: it is not put back by what takes its place, and its note stands until that appears.
  await tx.publication.update({ where: { id: publication.id }, data: { version: { increment: 1 } } });
  const { slug, withdrawnAt } = publication;
  const noteStays = withdrawnAt === null ? {} : ({ noteStays: true } as const);
  const said = { number: report.number, slug, publicAt: publicAt.toISOString(), ...noteStays };
  await appendEvent(tx, actor, {
    chain: report.articleId,
    action: 'report.published',
    subject: { type: 'report', id: reportId },
    detail: said,
  });
  return said;
}

/** What somebody has flagged for legal attention since the report was made, on what it shows, on what came of that or on the article as a whole, is cleared before it goes out. */
async function assertNotFlagged(tx: Tx, articleId: string, claimIds: readonly string[]): Promise<void> {
  const cameOf = await tx.$queryRaw<{ id: string }[]>`
    with recursive kin(id) as (
      select unnest(${[...claimIds]}::uuid[]) union select l.to_id from lineage l join kin on l.from_id = kin.id)
    select id from kin`;
  const flags = await tx.comment.count({
    where: {
      ...openLegalFlag,
      articleId,
      OR: [{ claimId: null }, { claimId: { in: cameOf.map(({ id }) => id) } }],
    },
  });
  if (flags > 0) refuse('conflict', 'legal-flag-open');
}

const withLast = {
  reports: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true, reportId: true, publicAt: true, createdAt: true },
  },
} as const;

async function publicationOf(tx: Tx, articleId: string, headline: string, by: string) {
  const found = await tx.publication.findUnique({ where: { articleId }, include: withLast });
  if (found) return found;
  // Two articles of one headline that are published at once take turns.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('publications.slug'))::text`;
  const start = slugFor(headline, () => false);
  const taken = await tx.publication.findMany({ where: { slug: { startsWith: start } }, select: { slug: true } });
  const slug = slugFor(headline, (one) => taken.some((other) => other.slug === one));
  return tx.publication.create({ data: { articleId, slug, createdById: by }, include: withLast });
}

/** Takes an article's page from the public. A note stands in its place. */
export async function withdrawReport(db: Db, actor: Actor, { articleId, version, note }: WithdrawInput): Promise<void> {
  await transact(db, async (tx) => {
    const article = await holdArticleRow(tx, actor, 'report.publish', articleId);
    const publication = await tx.publication.findUnique({ where: { articleId: article.id }, include: withLast });
    const [last] = publication?.reports ?? [];
    if (!publication || !last || !stands(publication, last)) refuse('conflict', 'not-published');
    if (publication.version !== version) refuse('moved-on', 'publication-moved-on');
    if (actor.id === null) refuse('forbidden', 'reports-by-person');
    // Never before what it withdraws, whatever machine's clock that went by.
    const withdrawnAt = new Date(Math.max(Date.now(), last.createdAt.getTime()));
    await tx.publication.update({
      where: { id: publication.id },
      data: { withdrawnAt, withdrawnById: actor.id, withdrawnNote: note, version: { increment: 1 } },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'report.withdrawn',
      subject: { type: 'article', id: article.id },
      detail: { note },
    });
  });
}
