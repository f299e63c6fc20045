import { confidence } from '#lib/access/policy-confidential.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db, Prisma, Tx } from '#lib/platform/db.ts';
import type { QueryRule, SecondReaderMode } from '#lib/settings/types.ts';
import { type Standing, standing, type VerdictFact } from './rules.ts';
import {
  type Basis,
  type BasisEvidence,
  type BasisSource,
  basisChanges,
  basisJson,
  basisOf,
  type CitedSource,
  formOf,
  sourceDifferences,
  sourceLine,
} from './rules-basis.ts';
import { isHiddenFrom, openToAll } from './rules-hidden.ts';
import { figuresColumn, parseBasis, timesColumn } from './schema-columns.ts';
import type { BasisChange } from './types.ts';

const sourceSelect = {
  title: true,
  kind: true,
  tier: true,
  publisher: true,
  author: true,
  link: true,
  linkKey: true,
  origin: true,
  publishedOn: true,
} satisfies Prisma.SourceSelect;

/** A claim with all that its standing rests on, read in one go. */
const factsSelect = {
  id: true,
  articleId: true,
  number: true,
  version: true,
  statement: true,
  via: true,
  saidOn: true,
  polarity: true,
  factuality: true,
  figures: true,
  times: true,
  assigneeId: true,
  excludedAt: true,
  replacedAt: true,
  withdrawnAt: true,
  progress: true,
  settledBy: true,
  settledVerdictId: true,
  stale: true,
  held: true,
  proposal: true,
  kind: true,
  misdeed: true,
  claimant: { select: { name: true, kind: true } },
  article: { select: { mode: true, openUntil: true, revisionId: true, queries: true } },
  comments: {
    where: { kind: 'query', threadId: null, resolvedAt: null, withdrawnAt: null },
    select: { id: true, verdictId: true, authorId: true, createdAt: true, holds: true },
  },
  anchors: {
    select: { revisionId: true, exact: true, sentence: true, state: true },
    orderBy: { revisionId: 'asc' },
  },
  evidence: {
    select: {
      id: true,
      number: true,
      version: true,
      stance: true,
      aspect: true,
      quote: true,
      quoteCheck: true,
      locator: true,
      note: true,
      withdrawnAt: true,
      createdById: true,
      createdAt: true,
      changedCheckId: true,
      sourceId: true,
      captureId: true,
      source: {
        select: { ...sourceSelect, ...confidence, id: true, maskSalt: true, merged: { select: sourceSelect } },
      },
    },
    orderBy: { number: 'asc' },
  },
  verdicts: {
    select: {
      id: true,
      seat: true,
      authorId: true,
      ratingId: true,
      rating: { select: { value: true } },
      attributionFinding: true,
      rationale: true,
      mode: true,
      basis: true,
      basisDigest: true,
      overrideReason: true,
      supersededAt: true,
      withdrawnAt: true,
      revealedAt: true,
      createdAt: true,
      cites: { select: { evidenceId: true } },
      authors: { select: { userId: true } },
      signOffs: { where: { withdrawnAt: null }, select: { id: true, userId: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ClaimSelect;

const readRecords = (db: Db | Tx, ids: readonly string[]) =>
  db.claim.findMany({ where: { id: { in: [...ids] } }, select: factsSelect, orderBy: { id: 'asc' } });

type FoundRecord = Awaited<ReturnType<typeof readRecords>>[number];
/** As it is found; but `article.mode` is the mode in which a verdict would be given (`presentMode`). */
export type ClaimRecord = FoundRecord;
export type VerdictRecord = ClaimRecord['verdicts'][number];
export type VerdictState = VerdictFact & {
  readonly authorIds: readonly string[];
  readonly signOffIds: readonly string[];
  readonly createdAt: Date;
  readonly record: VerdictRecord;
};
export type ClaimState = {
  readonly record: ClaimRecord;
  readonly source: BasisSource;
  readonly verdicts: readonly VerdictState[];
  /** Queries that wait for their answer and that everybody may read, and what each does to the claim. */
  readonly openQueries: readonly { readonly id: string; readonly rule: QueryRule }[];
};

/** Claims with their verdicts as the rules read them. Ids that are not there are left out. */
export async function claimStates(db: Db | Tx, ids: readonly string[]): Promise<ClaimState[]> {
  const records = await readRecords(db, ids);
  return records.map((found) => {
    const record = { ...found, article: { ...found.article, mode: presentMode(found) } };
    const source = basisSource(record);
    const verdicts = record.verdicts.map((verdict, given) => verdictState(record, source, verdict, given));
    const openQueries = openToAll(record.comments, verdicts).map(({ id, holds }) => ({
      id,
      rule: holds ?? record.article.queries,
    }));
    return { record, source, verdicts, openQueries };
  });
}

/**
 * The mode in which a verdict on the claim would be given. Stances and notes that were attached while the article was not
 * blind could be read by everybody in it, and reading cannot be undone: on such a claim blind is only a word.
 */
function presentMode({ article, evidence }: FoundRecord): SecondReaderMode {
  const { mode, openUntil } = article;
  const wasReadable = openUntil !== null && evidence.some((item) => item.createdAt <= openUntil);
  return mode === 'blind' && wasReadable ? 'open' : mode;
}
/** Whether nobody has decided on a claim's wording since its words changed. */
export const isUnworded = ({ record }: ClaimState): boolean => record.proposal !== null;

/** What the one rule makes of a claim's records. */
export const standingOf = ({ record, verdicts, openQueries }: ClaimState): Standing =>
  standing({
    assigned: record.assigneeId !== null,
    evidence: record.evidence.filter((item) => item.withdrawnAt === null).length,
    holding: openQueries.filter(({ rule }) => rule === 'hold').length,
    verdicts,
  });

/** Where a claim stands; of one that was divided, merged or withdrawn, where it last stood: no new text changes it. */
function anchorOf({ anchors, article, replacedAt, withdrawnAt }: ClaimRecord) {
  const present = anchors.find((item) => item.revisionId === article.revisionId);
  // Ids of revisions ascend with time.
  return present ?? (replacedAt || withdrawnAt ? anchors.at(-1) : undefined);
}

function basisSource(record: ClaimRecord): BasisSource {
  const anchor = anchorOf(record);
  const lost = !anchor || anchor.state === 'lost';
  return {
    statement: record.statement,
    quote: lost ? '' : anchor.exact,
    sentence: lost ? '' : anchor.sentence,
    claimant: record.claimant,
    via: record.via,
    saidOn: dayOf(record.saidOn),
    polarity: record.polarity,
    factuality: record.factuality,
    figures: figuresColumn.read(record.figures),
    times: timesColumn.read(record.times),
  };
}

function verdictState(record: ClaimRecord, source: BasisSource, verdict: VerdictRecord, given: number): VerdictState {
  const inForce = verdict.supersededAt === null && verdict.withdrawnAt === null;
  const revealed = verdict.revealedAt !== null;
  const kept = parseBasis(verdict.basis);
  const stale = inForce && digestOf(presentBasis(record, source, verdict, kept)) !== verdict.basisDigest;
  return {
    id: verdict.id,
    seat: verdict.seat,
    authorId: verdict.authorId,
    ratingId: verdict.ratingId,
    attributionFinding: verdict.attributionFinding,
    mode: verdict.mode,
    overridden: verdict.overrideReason !== null,
    signedOff: verdict.signOffs.length > 0,
    given,
    inForce,
    stale,
    staleOpenly:
      stale && (revealed || digestOf(basisOf(source, [], formOf(kept))) !== digestOf({ ...kept, evidence: [] })),
    authorIds: [verdict.authorId, ...verdict.authors.map((author) => author.userId)],
    signOffIds: verdict.signOffs.map((signOff) => signOff.id),
    createdAt: verdict.createdAt,
    revealed,
    record: verdict,
  };
}

/** What the verdict would be given on today, were it given again with the same citations, in the form of the one it was given on. */
export function presentBasis(
  record: ClaimRecord,
  source: BasisSource,
  verdict: Pick<VerdictRecord, 'cites'>,
  kept: Basis,
): Basis {
  const cited = new Set(verdict.cites.map((cite) => cite.evidenceId));
  const evidence = record.evidence.filter((item) => cited.has(item.id)).map((item) => sinceMerged(item, kept));
  return basisOf(source, evidence, formOf(kept));
}

type EvidenceRecord = ClaimRecord['evidence'][number];
type SourceRecord = Pick<EvidenceRecord['source'], keyof typeof sourceSelect>;

const citedSource = (source: SourceRecord): CitedSource => ({ ...source, publishedOn: dayOf(source.publishedOn) });

export const basisEvidence = (item: EvidenceRecord): BasisEvidence => ({
  number: item.number,
  source: sourceLine(citedSource(item.source)),
  stance: item.stance,
  aspect: item.aspect,
  quote: item.quote,
  locator: item.locator,
  note: item.note,
  withdrawn: item.withdrawnAt !== null,
  ...(item.changedCheckId === null ? {} : { recheck: item.changedCheckId }),
});

/**
 * Evidence as a verdict that cites it meets it now. Where its source has become part of another that is the same in
 * substance, it goes on bearing the words that the verdict was given on.
 */
function sinceMerged(item: EvidenceRecord, kept: Basis): BasisEvidence {
  const now = basisEvidence(item);
  const before = kept.evidence.find(({ number }) => number === item.number)?.source;
  const source = citedSource(item.source);
  const isSame = item.source.merged
    .map(citedSource)
    .some((gone) => sourceLine(gone) === before && sourceDifferences(gone, source).length === 0);
  return before !== undefined && isSame ? { ...now, source: before } : now;
}

/** What has changed under a verdict since it was given, in the form it was given on. */
export function changesUnder({ record, source }: ClaimState, verdict: VerdictState): BasisChange[] {
  const kept = parseBasis(verdict.record.basis);
  return basisChanges(kept, presentBasis(record, source, verdict.record, kept));
}

export const basisText = (basis: Basis): string => canonicalJson(basisJson(basis));
export const digestOf = (basis: Basis): string => sha256(basisText(basis));

/** Whether the reader may see stances and notes that others gave: not while a blind verdict is still to come or pending. */
export function seesStances(state: ClaimState, readerId: string | null): boolean {
  const othersHidden = state.verdicts.some((verdict) => isHiddenFrom(verdict, readerId));
  const blindAndUnread = state.record.article.mode === 'blind' && !state.verdicts.some((verdict) => verdict.revealed);
  return !othersHidden && !blindAndUnread;
}
