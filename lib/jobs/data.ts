import { may } from '#lib/access/policy.ts';
import { confidence } from '#lib/access/policy-confidential.ts';
import { isNamedTo } from '#lib/access/rules-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { inWords } from '#lib/i18n/tell.ts';
import type { Db, Prisma } from '#lib/platform/db.ts';
import type { Saying } from '#lib/platform/result.ts';
import { errorColumn, resultColumn } from './schema-columns.ts';
import { JOB_KINDS, JOB_STEPS, type JobDTO, type JobKind, type JobPage, type JobStep } from './types.ts';

export const JOBS_PER_PAGE = 50;

const shown = {
  id: true,
  kind: true,
  state: true,
  step: true,
  doneParts: true,
  allParts: true,
  error: true,
  result: true,
  articleId: true,
  sourceId: true,
  captureId: true,
  attempts: true,
  createdAt: true,
  startedAt: true,
  endedAt: true,
  cancelAskedAt: true,
  for: { select: { id: true, name: true } },
  source: { select: confidence },
  capture: { select: { source: { select: confidence } } },
} satisfies Prisma.JobSelect;

const OPEN = { state: { in: ['queued', 'running'] } } satisfies Prisma.JobWhereInput;

/** Kinds that a newer version has written are left out by whoever asks. */
const isKnown = (kind: string): kind is JobKind => JOB_KINDS.some((known) => known === kind);
const stepOf = (step: string | null): JobStep | null => JOB_STEPS.find((known) => known === step) ?? null;

type Row = Prisma.JobGetPayload<{ select: typeof shown }>;

/** `isOwn`: the reader may know all that the job speaks of, but for a source that is not named to them. */
function jobDTO(row: Row, readerId: string | null, isOwn: boolean): JobDTO[] {
  const { kind, step, doneParts, allParts, error, result, createdAt, startedAt, endedAt, cancelAskedAt, ...rest } = row;
  if (!isKnown(kind)) return [];
  const { source, capture, ...same } = rest;
  const isNamed = [source, capture?.source ?? null].every((of) => of === null || isNamedTo(of, readerId));
  return [
    {
      ...same,
      ...(isNamed ? {} : { sourceId: null, captureId: null }),
      kind,
      step: stepOf(step),
      done: doneParts,
      all: allParts,
      error:
        error === null ? null : inWords(isOwn && isNamed ? errorColumn.read(error) : unnamed(errorColumn.read(error))),
      result: result === null || !isNamed ? null : resultColumn.read(result),
      createdAt: createdAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      cancelAsked: cancelAskedAt !== null,
    },
  ];
}

/** What went wrong, without the names of what it went wrong with: a site that a source of an article hidden from an admin stands on. */
const unnamed = ({ code, values = {} }: Saying): Saying => ({
  code,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? '…' : value]),
  ),
});

/** A job of the actor's own; of an admin's asking, anybody's. */
export async function findJob(db: Db, actor: Actor, id: string): Promise<JobDTO | null> {
  const row = await db.job.findUnique({ where: { id }, select: shown });
  if (!row || (row.for?.id !== actor.id && !may(actor, 'job.manage'))) return null;
  return jobDTO(row, actor.id, row.for?.id === actor.id)[0] ?? null;
}

/** The last job of a kind that was put in for an article, however it stands, under what the caller has asked the rights for. */
export async function lastJobOf(db: Db, kind: JobKind, articleId: string): Promise<JobDTO | null> {
  const row = await db.job.findFirst({ where: { kind, articleId }, select: shown, orderBy: { id: 'desc' } });
  return row ? (jobDTO(row, null, true)[0] ?? null) : null;
}

const FAILED_SHOWN_MS = 7 * 86_400_000;

/** Jobs that wait or run, and those that failed in the last seven days, under what the caller has asked the rights for. */
export async function jobsUnder(
  db: Db,
  actor: Pick<Actor, 'id'>,
  where: Pick<Prisma.JobWhereInput, 'sourceId' | 'articleId' | 'captureId'>,
): Promise<JobDTO[]> {
  const rows = await db.job.findMany({
    where: {
      AND: [where, { OR: [OPEN, { state: 'failed', endedAt: { gt: new Date(Date.now() - FAILED_SHOWN_MS) } }] }],
    },
    select: shown,
    orderBy: { id: 'desc' },
    take: 20,
  });
  return rows.flatMap((row) => jobDTO(row, actor.id, true));
}

/** What jobs were put in with, by their ids: for the domain that knows what it says, of jobs that the reader may know. */
export async function inputsOf(db: Db, jobs: readonly Pick<JobDTO, 'id'>[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db.job.findMany({
    where: { id: { in: jobs.map(({ id }) => id) } },
    select: { id: true, input: true },
  });
  return new Map(rows.map(({ id, input }) => [id, input]));
}

/** Everybody's jobs, newest first; `after` is the last id of the page before. For who has the right to see them. */
export async function jobPage(db: Db, actor: Actor, after: string | null): Promise<JobPage> {
  const rows = await db.job.findMany({
    where: after === null ? {} : { id: { lt: after } },
    select: shown,
    orderBy: { id: 'desc' },
    take: JOBS_PER_PAGE + 1,
  });
  const page = rows.slice(0, JOBS_PER_PAGE);
  return {
    rows: page.flatMap((row) => jobDTO(row, actor.id, row.for?.id === actor.id)),
    next: rows.length > JOBS_PER_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
