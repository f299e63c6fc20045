import type { Permission } from '#lib/access/policy.ts';
import { checkActor, visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#lib/ingest/read/types.ts';
import { inputsOf, jobsUnder } from '#lib/jobs/data.ts';
import type { JobDTO } from '#lib/jobs/types.ts';
import { getBlob } from '#lib/platform/blobs.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db, Prisma } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { refuse } from '#lib/platform/result.ts';
import { getWitnesses } from '#lib/settings/data.ts';
import { claimStates, seesStances } from '#lib/standing/data.ts';
import { stretchesOf } from './data-recheck.ts';
import { knownSources, withMerged } from './policy.ts';
import { jobsToTell } from './rules-capture-jobs.ts';
import { detailProposals, quotedStretch } from './rules-captures.ts';
import { fileJob } from './schema-captures.ts';
import { checkColumn, detailsColumn, moreColumn, placesColumn, viewColumn } from './schema-columns.ts';
import type {
  CaptureDTO,
  CaptureJobDTO,
  CaptureTextDTO,
  CheckDTO,
  DetailProposalDTO,
  EvidenceStretchDTO,
  OpenedCaptureDTO,
  SourceCapturesDTO,
} from './types-captures.ts';

const named = { select: { id: true, name: true } } as const;
const lastText = { select: { text: true }, orderBy: { number: 'desc' }, take: 1 } as const;

const checkShown = {
  id: true,
  captureId: true,
  at: true,
  outcome: true,
  nextCaptureId: true,
  detail: true,
  by: named,
  capture: { select: { readings: lastText } },
  nextCapture: { select: { readings: lastText } },
} satisfies Prisma.CaptureCheckSelect;
type CheckRow = Prisma.CaptureCheckGetPayload<{ select: typeof checkShown }>;

const captureShown = {
  id: true,
  sourceId: true,
  number: true,
  sha256: true,
  mediaType: true,
  size: true,
  fileName: true,
  askedFor: true,
  takenFrom: true,
  takenAt: true,
  takenBy: named,
  erasedAt: true,
  erasedReason: true,
  erasedBy: named,
  readings: { select: { number: true, readerVersion: true, kind: true }, orderBy: { number: 'desc' }, take: 1 },
  checks: { select: { id: true, at: true, outcome: true }, orderBy: { at: 'desc' }, take: 1 },
  stamp: { select: { at: true, byName: true } },
  archived: { select: { at: true, address: true } },
} satisfies Prisma.CaptureSelect;
type CaptureRow = Prisma.CaptureGetPayload<{ select: typeof captureShown }>;

const kindOf = (kind: string): DocumentKind => DOCUMENT_KINDS.find((known) => known === kind) ?? 'text';

function captureDTO({
  takenAt,
  erasedAt,
  erasedReason,
  erasedBy,
  readings,
  checks,
  stamp,
  archived,
  ...same
}: CaptureRow): CaptureDTO {
  const [reading] = readings;
  const [check] = checks;
  return {
    ...same,
    takenAt: takenAt.toISOString(),
    erased: erasedAt && { at: erasedAt.toISOString(), reason: erasedReason ?? '', by: erasedBy },
    reading: reading ? { ...reading, kind: kindOf(reading.kind) } : null,
    stamp: stamp && { at: stamp.at.toISOString(), by: stamp.byName },
    archived: archived && { ...archived, at: archived.at.toISOString() },
    lastCheck: check ? { ...check, at: check.at.toISOString() } : null,
  };
}

/** A check, with the stretches of that evidence alone which the reader may see. */
function checkDTO({ at, detail, capture, nextCapture, ...same }: CheckRow, seen: ReadonlySet<string>): CheckDTO {
  const before = capture.readings[0]?.text ?? null;
  const now = nextCapture?.readings[0]?.text ?? null;
  const { stretches } = checkColumn.read(detail);
  return {
    ...same,
    at: at.toISOString(),
    stretches: stretches
      .filter(({ evidenceId }) => seen.has(evidenceId))
      .map((stretch) => quotedStretch(stretch, before, now)),
  };
}

/**
 * The gate before work that costs: the actor as the database knows them now, the right, and a source that they know of.
 *
 * @throws AppError `forbidden`, or `not-found`.
 */
export async function checkSource(db: Db, actor: Actor, right: Permission, id: string): Promise<void> {
  await checkActor(db, actor, right);
  const found = isId(id) && (await db.source.count({ where: { AND: [{ id }, knownSources(actor)] } })) > 0;
  if (!found) refuse('not-found', 'no-source');
}

/** How many of the newest readings are asked for details. */
const READINGS_ASKED = 10;

/** The captures of a source, and of what was merged into it; or null where it is not the reader's to know of. */
export async function capturesOf(db: Db, actor: Actor, sourceId: string): Promise<SourceCapturesDTO | null> {
  const source = await db.source.findFirst({ where: { AND: [{ id: sourceId }, knownSources(actor)] } });
  if (!source) return null;
  const family = { OR: [{ id: sourceId }, { mergedIntoId: sourceId }] };
  const members = await db.source.findMany({ where: family, select: { id: true } });
  const [rows, jobs, uses, readings, witnesses] = await Promise.all([
    db.capture.findMany({ where: { source: family }, select: captureShown, orderBy: { takenAt: 'desc' }, take: 200 }),
    jobsUnder(db, actor, { sourceId: { in: members.map(({ id }) => id) } }),
    quotesIn(db, actor, { source: family }),
    db.captureReading.findMany({
      where: { erasedAt: null, capture: { source: family } },
      select: { details: true },
      orderBy: [{ capture: { takenAt: 'desc' } }, { number: 'desc' }],
      take: READINGS_ASKED,
    }),
    getWitnesses(db),
  ]);
  const captures = rows.map(captureDTO);
  const now = { ...source, publishedOn: dayOf(source.publishedOn), updatedOn: dayOf(source.updatedOn) };
  return {
    captures,
    // Once, wherever the figures of a working stand.
    uses: [...new Map(uses.map((use) => [use.evidenceId, use])).values()].map(
      ({ start, end, createdById, stance, ...use }) => use,
    ),
    jobs: jobsToTell(await withFiles(db, jobs), captures),
    witnesses: { stamp: witnesses.stampCaptures, archive: witnesses.archiveCaptures },
    proposals: firstOfEach(
      readings.flatMap(({ details }) => (details === null ? [] : detailProposals(now, detailsColumn.read(details)))),
    ),
  };
}

/** A file that was brought last need not say what the page says of itself. */
const firstOfEach = (proposals: readonly DetailProposalDTO[]): DetailProposalDTO[] =>
  proposals.filter(({ field }, i) => proposals.findIndex((other) => other.field === field) === i);

/** Jobs with the names of the files that they keep. */
async function withFiles(db: Db, jobs: readonly JobDTO[]): Promise<CaptureJobDTO[]> {
  const inputs = await inputsOf(db, jobs);
  return jobs.map((job) => {
    const input = fileJob.safeParse(inputs.get(job.id));
    return { ...job, fileName: input.success ? input.data.fileName : null };
  });
}

const sourceShown = { id: true, title: true, link: true } as const;

const readable = (actor: Actor, id: string): Prisma.CaptureWhereInput => ({ id, source: withMerged(actor) });

/** A capture opened, or null where it is not the reader's to see. */
export async function openCapture(db: Db, actor: Actor, id: string): Promise<OpenedCaptureDTO | null> {
  const row = await db.capture.findFirst({
    where: readable(actor, id),
    select: { ...captureShown, source: { select: { ...sourceShown, mergedInto: { select: sourceShown } } } },
  });
  if (!row) return null;
  const { source: ofRow, ...capture } = row;
  const { mergedInto, ...own } = ofRow;
  const source = mergedInto ?? own;
  const [reading, checks, evidence] = await Promise.all([
    db.captureReading.findFirst({ where: { captureId: id }, orderBy: { number: 'desc' } }),
    db.captureCheck.findMany({ where: { captureId: id }, select: checkShown, orderBy: { at: 'desc' }, take: 50 }),
    evidenceIn(db, actor, id),
  ]);
  const seen = new Set(evidence.map(({ evidenceId }) => evidenceId));
  return {
    capture: captureDTO(capture),
    source,
    text: reading === null ? null : textOf(reading),
    evidence,
    checks: checks.map((check) => checkDTO(check, seen)),
  };
}

function textOf({
  text,
  places,
  view,
  details,
  more,
}: Pick<
  Prisma.CaptureReadingGetPayload<object>,
  'text' | 'places' | 'view' | 'details' | 'more'
>): CaptureTextDTO | null {
  if (text === null) return null;
  return {
    text,
    places: placesColumn.read(places),
    view: viewColumn.read(view),
    details: detailsColumn.read(details),
    ...moreColumn.read(more),
  };
}

/** The evidence that quotes captures, in the order of its words, of the articles that the reader may see. */
async function quotesIn(db: Db, actor: Actor, capture: Prisma.CaptureWhereInput) {
  const rows = await db.evidence.findMany({
    where: { capture, withdrawnAt: null, captureStart: { not: null }, claim: { article: visibleTo(actor) } },
    select: {
      id: true,
      number: true,
      stance: true,
      createdById: true,
      captureId: true,
      captureStart: true,
      captureEnd: true,
      working: true,
      claim: { select: { id: true, number: true, articleId: true, article: { select: { headline: true } } } },
    },
    orderBy: [{ captureStart: 'asc' }, { id: 'asc' }],
    take: 1_000,
  });
  return rows.flatMap(({ id, captureId, captureStart, captureEnd, working, claim, ...own }) =>
    captureId === null
      ? []
      : stretchesOf({ captureStart, captureEnd, working }).map((stretch) => ({
          ...own,
          captureId,
          ...stretch,
          evidenceId: id,
          claimId: claim.id,
          claimNumber: claim.number,
          articleId: claim.articleId,
          headline: claim.article.headline,
        })),
  );
}

async function evidenceIn(db: Db, actor: Actor, captureId: string): Promise<EvidenceStretchDTO[]> {
  const rows = await quotesIn(db, actor, { id: captureId });
  const states = await claimStates(db, [...new Set(rows.map(({ claimId }) => claimId))]);
  const open = new Set(states.filter((state) => seesStances(state, actor.id)).map(({ record }) => record.id));
  return rows.map(({ createdById, captureId: _, stance, ...row }) => ({
    ...row,
    stance: open.has(row.claimId) || (createdById !== null && createdById === actor.id) ? stance : null,
  }));
}

/** A capture's bytes, with what they are called; null where it is not the reader's to see, or the bytes were erased. */
export async function captureBytes(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ bytes: Uint8Array; fileName: string | null; number: number; mediaType: string } | null> {
  const capture = await db.capture.findFirst({
    where: { ...readable(actor, id), erasedAt: null },
    select: { sha256: true, fileName: true, number: true, mediaType: true },
  });
  if (!capture) return null;
  const { sha256, ...named } = capture;
  const bytes = await getBlob(db, sha256);
  return bytes && { ...named, bytes };
}
