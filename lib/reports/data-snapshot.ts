import { blocksColumn } from '#lib/articles/schema-columns.ts';
import type { ReportClaim, ReportModel, ReportVerdict } from '#lib/exports/model.ts';
import type { Prisma, Tx } from '#lib/platform/db.ts';
import { markOf } from '#lib/standing/rules-coverage.ts';
import { verdictContent, verdictInclude } from '#lib/verdicts/data.ts';

const include = {
  claimant: true,
  anchors: true,
  excludedBy: { select: { name: true } },
  becameFrom: { select: { kind: true, from: { select: { number: true } } } },
  evidence: { include: { source: true }, orderBy: { number: 'asc' } },
  verdicts: { include: { ...verdictInclude, overrideBy: { select: { name: true } } }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.ClaimInclude;
type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof include }>;
type VerdictRow = ClaimRow['verdicts'][number];

const day = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null;

/** Everything a report says of an article at this moment, as anybody who may see the article may read it. */
export async function snapshotOf(
  tx: Tx,
  articleId: string,
  about: { readonly number: number; readonly by: string; readonly correction: string | null },
): Promise<ReportModel> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, include: { revision: true } });
  const { revision } = article;
  if (!revision) throw new Error(`Article ${articleId} has no revision`);
  // One after the other: a transaction has one connection.
  const desk = await tx.setting.findUniqueOrThrow({ where: { id: 1 } });
  const scale = await tx.rating.findMany({ orderBy: { position: 'asc' } });
  const claims = await tx.claim.findMany({ where: { articleId, replacedAt: null, withdrawnAt: null }, include });
  const heads = await tx.chain.findMany({ where: { id: { in: [articleId, 'desk'] } }, orderBy: { id: 'asc' } });
  return {
    format: 'report/1',
    desk: desk.deskName,
    number: about.number,
    frozenAt: new Date().toISOString(),
    frozenBy: { name: about.by },
    article: {
      id: article.id,
      headline: article.headline,
      outlet: article.outlet,
      byline: article.byline,
      link: article.link,
      publishedOn: day(article.publishedOn),
      language: revision.language,
      revision: revision.number,
      sha256: revision.sha256,
      text: revision.text,
      blocks: [...blocksColumn.read(revision.blocks)],
      mode: article.mode,
    },
    coverage: { read: article.sentencesRead, total: article.sentencesTotal },
    scale: scale
      .filter((item) => item.archivedAt === null)
      .map(({ key, label, description, value, stands }) => ({ key, label, description, value, stands })),
    claims: claims.map((claim) => reportClaim(claim, revision.id, article.mode === 'blind')).sort(byPlace),
    heads: heads.map(({ id, sequence, hash }) => ({ chain: id, sequence, hash })),
    correction: about.correction,
  };
}

const byPlace = (a: ReportClaim, b: ReportClaim) =>
  (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY) || a.number - b.number;

function reportClaim(row: ClaimRow, revisionId: string, isBlind: boolean): ReportClaim {
  const anchor = row.anchors.find((item) => item.revisionId === revisionId);
  const revealed = row.verdicts.filter((verdict) => verdict.revealedAt !== null);
  const hides = row.verdicts.length > revealed.length || (isBlind && revealed.length === 0);
  const settling = row.verdicts.find((verdict) => verdict.id === row.settledVerdictId);
  const mark = markOf({
    excluded: row.excludedAt !== null,
    progress: row.progress,
    stale: row.stale,
    stands: settling?.rating.stands ?? null,
  });
  const inForce = revealed
    .filter((verdict) => !verdict.supersededAt && !verdict.withdrawnAt)
    .sort((a, b) => a.seat - b.seat);
  const ended = revealed.filter((verdict) => verdict.supersededAt || verdict.withdrawnAt);
  return {
    id: row.id,
    number: row.number,
    statement: row.statement,
    quote: anchor?.exact ?? row.anchors.at(-1)?.exact ?? '',
    start: anchor?.start ?? null,
    end: anchor?.end ?? null,
    kind: row.kind,
    tier: row.tier,
    claimant: { name: row.claimant.name, kind: row.claimant.kind, via: row.via },
    saidOn: day(row.saidOn),
    progress: row.progress,
    settledBy: row.settledBy,
    mark,
    stale: row.stale,
    excluded: row.excludedAt ? { reason: row.excludedReason ?? '', by: { name: row.excludedBy?.name ?? '' } } : null,
    proposedByMachine: row.origin === 'machine' && row.acceptedById === null,
    evidence: row.evidence.map((item) => ({
      number: item.number,
      source: {
        title: item.source.title,
        kind: item.source.kind,
        tier: item.source.tier,
        publisher: item.source.publisher,
        author: item.source.author,
        link: item.source.link,
        publishedOn: day(item.source.publishedOn),
      },
      stance: hides ? null : item.stance,
      aspect: item.aspect,
      quote: item.quote,
      locator: item.locator,
      note: hides ? null : item.note,
      means: item.means,
      consultedOn: day(item.consultedOn),
      withdrawn: item.withdrawnAt !== null,
    })),
    verdicts: [...inForce, ...ended].map(reportVerdict),
    cameOf: row.becameFrom.map((link) => ({ kind: link.kind, number: link.from.number })),
  };
}

function reportVerdict(row: VerdictRow): ReportVerdict {
  const content = verdictContent(row);
  const { key, label, description, value, stands } = content.rating;
  const signOff = row.signOffs[0];
  return {
    seat: row.seat,
    by: { name: row.author.name },
    at: row.createdAt.toISOString(),
    mode: row.mode,
    rating: { key, label, description, value, stands },
    attributionFinding: content.attributionFinding,
    rationale: content.rationale,
    cites: [...content.cites],
    fix: content.fix
      ? { replacement: content.fix.replacement, state: content.fix.state, reason: content.fix.reason }
      : null,
    override: row.overrideReason ? { reason: row.overrideReason, by: { name: row.overrideBy?.name ?? '' } } : null,
    signedOff: signOff ? { by: { name: signOff.user.name }, at: signOff.createdAt.toISOString() } : null,
    ended: row.withdrawnAt
      ? { how: 'withdrawn', at: row.withdrawnAt.toISOString(), reason: row.withdrawnReason }
      : row.supersededAt
        ? { how: 'superseded', at: row.supersededAt.toISOString(), reason: null }
        : null,
  };
}
