import { randomBytes } from 'node:crypto';
import { readingOf, withReading } from '#lib/articles/data-readings.ts';
import type { ReadingDTO } from '#lib/articles/types.ts';
import { isWholeSentence } from '#lib/engine/index.ts';
import type { ReportClaim, ReportModel, ReportVerdict } from '#lib/exports/model.ts';
import { type Names, nameAt, readNames } from '#lib/people/data-names.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Prisma, Tx } from '#lib/platform/db.ts';
import type { SaidDTO } from '#lib/sources/types-captures.ts';
import { type ClaimState, changesUnder, claimStates, seesStances } from '#lib/standing/data.ts';
import { markOf, sentenceStates } from '#lib/standing/rules-coverage.ts';
import { unmetColumn } from '#lib/standing/schema-columns.ts';
import { verdictContent, verdictInclude } from '#lib/verdicts/data.ts';
import { differencesById, type Known, reportEvidence, saidStill } from './data-evidence.ts';
import { type Chosen, partOf } from './rules-part.ts';
import { peopleIn } from './rules-people.ts';
import { queriesIn, queriesOnArticle } from './rules-queries.ts';
import { outcomeOf } from './rules-upgrade.ts';

const comments = {
  where: { OR: [{ kind: 'query' }, { guestLinkId: { not: null } }] },
  include: {
    guestLink: { select: { name: true } },
    evidence: { select: { number: true } },
    anchors: { select: { exact: true }, orderBy: { revisionId: 'asc' } },
  },
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
} satisfies Prisma.CommentFindManyArgs;
const include = {
  claimant: true,
  anchors: { orderBy: { revisionId: 'asc' } },
  becameFrom: { select: { kind: true, from: { select: { number: true } } } },
  became: { select: { kind: true, to: { select: { number: true } } } },
  evidence: {
    include: { source: true, capture: { include: { stamp: true, archived: true } } },
    orderBy: { number: 'asc' },
  },
  verdicts: { include: verdictInclude, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  comments,
} satisfies Prisma.ClaimInclude;
type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof include }>;
type VerdictRow = ClaimRow['verdicts'][number];

type About = {
  readonly number: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly supersedes: { readonly number: number; readonly digest: string } | null;
  readonly correction: string | null;
  /** The claims that it is to hold; null of the whole article. */
  readonly chosen: Chosen | null;
  /** By claim, how its quotations stand in its sources: looked for before the article was held, so that only what still holds is told. */
  readonly said: ReadonlyMap<string, readonly SaidDTO[]>;
};

/** Everything a report says of an article at this moment, as anybody who may see the article may read it. */
export async function snapshotOf(tx: Tx, articleId: string, about: About): Promise<ReportModel> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    include: { revision: { include: withReading, omit: { original: true } } },
  });
  const { revision } = article;
  if (!revision) throw new Error(`Article ${articleId} has no revision`);
  const reading = readingOf(revision);
  // One after the other: a transaction has one connection.
  const desk = await tx.setting.findUniqueOrThrow({ where: { id: 1 } });
  const scale = await tx.rating.findMany({ orderBy: { position: 'asc' } });
  const names = await readNames(tx);
  const rows = await tx.claim.findMany({ where: { articleId }, include });
  const states = await statesOf(
    tx,
    rows.map((row) => row.id),
  );
  const differences = await differencesById(
    tx,
    rows.flatMap((row) => row.evidence),
  );
  const claims = rows
    .map((row) => {
      const state = states.get(row.id);
      if (!state) throw new Error(`Claim ${row.id} was not read`);
      return reportClaim(row, state, revision.id, { names, differences, said: about.said.get(row.id) ?? [] });
    })
    .sort(byPlace);
  const talk = await tx.comment.findMany({ ...comments, where: { articleId, claimId: null, ...comments.where } });
  const isFormer = ({ outcome }: ReportClaim) => outcome === 'replaced' || outcome === 'withdrawn';
  const isTold = ({ verdicts, openQueries }: ReportClaim) => verdicts.length > 0 || openQueries.length > 0;
  const sentences = await sentencesOf(tx, rows, revision.id, reading, article.minorCounts);
  const revisions = await tx.revision.findMany({
    where: { articleId, number: { lte: revision.number } },
    select: { number: true, createdAt: true },
    orderBy: { number: 'asc' },
  });
  const heads = await tx.chain.findMany({ where: { id: { in: [articleId, 'desk'] } }, orderBy: { id: 'asc' } });
  const whole = {
    format: 'report/2' as const,
    desk: desk.deskName,
    number: about.number,
    frozenAt: new Date().toISOString(),
    frozenBy: about.by,
    article: {
      id: article.id,
      headline: article.headline,
      outlet: article.outlet,
      byline: article.byline,
      link: article.link,
      publishedOn: dayOf(article.publishedOn),
      language: revision.language,
      revision: revision.number,
      sha256: revision.sha256,
      text: revision.text,
      blocks: reading.blocks.map(({ start, end, role }) => ({ start, end, role })),
      mode: article.mode,
      addedAt: article.createdAt.toISOString(),
      revisions: revisions.map(({ number, createdAt }) => ({ number, at: createdAt.toISOString() })),
    },
    coverage: { read: article.sentencesRead, minor: article.sentencesMinor, total: article.sentencesTotal },
    minorSentences: sentences.filter(({ state }) => state === 'minor').map(({ start, end }) => ({ start, end })),
    sentences,
    scale: scale
      .filter((item) => item.archivedAt === null)
      .map(({ key, label, description, value, stands }) => ({ key, label, description, value, stands })),
    ...queriesOnArticle(talk, (id, at) => ({ id, name: nameAt(names, id, at) })),
    claims: claims.filter((claim) => !isFormer(claim)),
    formerClaims: claims.filter((claim) => isFormer(claim) && isTold(claim)),
    heads: heads.map(({ id, sequence, hash }) => ({ chain: id, sequence, hash })),
    part: null,
    supersedes: about.supersedes,
    correction: about.correction,
    salt: randomBytes(32).toString('hex'),
  };
  const model = about.chosen ? partOf(whole, about.chosen) : whole;
  return { ...model, people: peopleIn(model, names) };
}

const AT_ONCE = 500;

async function statesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ClaimState>> {
  const found = new Map<string, ClaimState>();
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const state of await claimStates(tx, ids.slice(from, from + AT_ONCE))) found.set(state.record.id, state);
  return found;
}

/** The sentences of a reading, and how far each was read. */
async function sentencesOf(
  tx: Tx,
  rows: readonly ClaimRow[],
  revisionId: string,
  { sentences }: ReadingDTO,
  minorCounts: boolean,
): Promise<ReportModel['sentences']> {
  const claims = rows.map((row) => {
    const anchor = row.anchors.find((item) => item.revisionId === revisionId);
    return {
      start: anchor?.start ?? null,
      end: anchor?.end ?? null,
      excluded: row.excludedAt !== null,
      withdrawn: row.withdrawnAt !== null,
      replaced: row.replacedAt !== null,
      touched: row.touchedAt !== null,
      progress: row.progress,
      stale: row.stale,
      held: row.held,
      tier: row.tier,
    };
  });
  const marks = await tx.sentenceMark.findMany({
    where: { revisionId, withdrawnAt: null },
    select: { start: true, end: true },
  });
  const states = sentenceStates(sentences, claims, marks, minorCounts);
  return sentences.map(({ start, end }, i) => ({ start, end, state: states[i] ?? 'unread' }));
}

const byPlace = (a: ReportClaim, b: ReportClaim) =>
  (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY) || a.number - b.number;

function reportClaim(
  row: ClaimRow,
  state: ClaimState,
  revisionId: string,
  { names, differences, said }: Known,
): ReportClaim {
  const anchor = row.anchors.find((item) => item.revisionId === revisionId);
  const revealed = row.verdicts.filter((verdict) => verdict.revealedAt !== null);
  const hides = !seesStances(state, null);
  const settling = row.verdicts.find((verdict) => verdict.id === row.settledVerdictId);
  const excluded = row.excludedAt !== null;
  const inForce = revealed
    .filter((verdict) => !verdict.supersededAt && !verdict.withdrawnAt)
    .sort((a, b) => a.seat - b.seat);
  const ended = revealed.filter((verdict) => verdict.supersededAt || verdict.withdrawnAt);
  const somebody = (id: string | null, at: Date) => ({ id, name: nameAt(names, id, at) });
  return {
    id: row.id,
    number: row.number,
    statement: row.statement,
    isSentence: isWholeSentence(row.statement),
    quote: anchor?.exact ?? row.anchors.at(-1)?.exact ?? '',
    start: anchor?.start ?? null,
    end: anchor?.end ?? null,
    kind: row.kind,
    polarity: row.polarity,
    factuality: row.factuality,
    tier: row.tier,
    claimant: { name: row.claimant.name, kind: row.claimant.kind, via: row.via },
    saidOn: dayOf(row.saidOn),
    outcome: row.replacedAt
      ? 'replaced'
      : row.withdrawnAt
        ? 'withdrawn'
        : excluded
          ? 'excluded'
          : outcomeOf(row.progress),
    progress: row.progress,
    settledBy: row.settledBy,
    settlingVerdict: row.progress === 'settled' ? row.settledVerdictId : null,
    mark: frozenMark({
      excluded,
      progress: row.progress,
      stale: row.stale,
      stands: settling?.rating.stands ?? null,
      value: settling?.rating.value ?? null,
    }),
    stale: row.stale,
    held: row.held,
    ...queriesIn(row.comments, state, somebody),
    isWordingOpen: row.proposal !== null && !excluded,
    excluded: row.excludedAt
      ? { reason: row.excludedReason ?? '', by: somebody(row.excludedById, row.excludedAt) }
      : null,
    withdrawn: row.withdrawnAt
      ? {
          reason: row.withdrawnReason,
          by: row.withdrawnById === null ? null : somebody(row.withdrawnById, row.withdrawnAt),
        }
      : null,
    proposedByMachine: row.origin === 'machine' && row.acceptedById === null,
    evidence: row.evidence.map((item) => reportEvidence(item, hides, differences.get(item.id) ?? [])),
    said: saidStill(state, said),
    verdicts: [...inForce, ...ended].map((verdict) => reportVerdict(verdict, state, names)),
    cameOf: row.becameFrom.map((link) => ({ kind: link.kind, number: link.from.number })),
    became: row.became.map((link) => ({ kind: link.kind, number: link.to.number })),
  };
}

/** What was unmet, as it was kept with a verdict or a sign-off; null of before there were rules. */
const unmetIn = (kept: unknown): ReportVerdict['unmet'] => (kept === null ? null : [...unmetColumn.read(kept)]);

function reportVerdict(row: VerdictRow, state: ClaimState, names: Names): ReportVerdict {
  const content = verdictContent(row, null);
  const { key, label, description, value, stands } = content.rating;
  const signOff = row.signOffs[0];
  const known = state.verdicts.find((verdict) => verdict.id === row.id);
  const somebody = (id: string, at: Date) => ({ id, name: nameAt(names, id, at) });
  return {
    id: row.id,
    seat: row.seat,
    by: somebody(row.authorId, row.createdAt),
    at: row.createdAt.toISOString(),
    mode: row.mode,
    rating: { key, label, description, value, stands },
    attributionFinding: content.attributionFinding,
    rationale: content.rationale,
    cites: [...content.cites],
    confirms: row.confirmsId,
    fix: content.fix
      ? { replacement: content.fix.replacement, state: content.fix.state, reason: content.fix.reason }
      : null,
    override:
      row.overrideReason && row.overrideById
        ? { reason: row.overrideReason, by: somebody(row.overrideById, row.createdAt) }
        : null,
    unmet: unmetIn(row.unmet),
    signedOff: signOff
      ? {
          by: somebody(signOff.user.id, signOff.createdAt),
          at: signOff.createdAt.toISOString(),
          unmet: unmetIn(signOff.unmet),
        }
      : null,
    stale: known?.stale ?? false,
    staleBecause: known?.stale ? changesUnder(state, known) : [],
    ended: row.withdrawnAt
      ? { how: 'withdrawn', at: row.withdrawnAt.toISOString(), reason: row.withdrawnReason }
      : row.supersededAt
        ? { how: 'superseded', at: row.supersededAt.toISOString(), reason: null }
        : null,
  };
}

/** A claim's mark as `report/2` knows it: that a rating without a number shows nothing is told there by the rating. */
function frozenMark(claim: Parameters<typeof markOf>[0]): ReportClaim['mark'] {
  const mark = markOf(claim);
  return mark === 'unrated' ? 'stands' : mark;
}
