import { dayOf } from '#lib/platform/days.ts';
import type { Db, Prisma, Tx } from '#lib/platform/db.ts';
import { saidColumn } from './schema-columns.ts';
import {
  FOREIGN_FORMATS,
  FOREIGN_OUTCOMES,
  type ForeignClaimDTO,
  type ForeignFileDTO,
  type ForeignFormat,
  type ForeignOutcome,
  type ForeignPage,
} from './types.ts';

export const FILES_PER_PAGE = 50;
export const CLAIMS_PER_PAGE = 50;

const shown = {
  id: true,
  version: true,
  format: true,
  desk: true,
  title: true,
  claims: true,
  leftOut: true,
  sequence: true,
  broughtAt: true,
  setAsideAt: true,
  broughtBy: { select: { name: true } },
} satisfies Prisma.ForeignFileSelect;

export const formatOf = (format: string): ForeignFormat => FOREIGN_FORMATS.find((known) => known === format) ?? 'csv';
export const outcomeOf = (outcome: string): ForeignOutcome =>
  FOREIGN_OUTCOMES.find((known) => known === outcome) ?? 'unchecked';

const fileDTO = (row: Prisma.ForeignFileGetPayload<{ select: typeof shown }>): ForeignFileDTO => {
  const { format, sequence, broughtBy, broughtAt, setAsideAt, ...same } = row;
  return {
    ...same,
    format: formatOf(format),
    events: sequence,
    broughtBy: broughtBy?.name ?? null,
    broughtAt: broughtAt.toISOString(),
    setAsideAt: setAsideAt?.toISOString() ?? null,
  };
};

/** What has been brought in, newest first; `after` is the last id of the page before. */
export async function filePage(
  db: Db,
  after: string | null,
): Promise<{ readonly rows: readonly ForeignFileDTO[]; readonly next: string | null }> {
  const rows = await db.foreignFile.findMany({
    where: after === null ? {} : { id: { lt: after } },
    select: shown,
    orderBy: { id: 'desc' },
    take: FILES_PER_PAGE + 1,
  });
  const page = rows.slice(0, FILES_PER_PAGE);
  return { rows: page.map(fileDTO), next: rows.length > FILES_PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** What a foreign claim is shown by everywhere. */
export const claimFields = {
  id: true,
  number: true,
  statement: true,
  publisher: true,
  outcome: true,
  rating: true,
  link: true,
  checkedOn: true,
  saidBy: true,
  saidOn: true,
} satisfies Prisma.ForeignClaimSelect;

export const claimDTO = ({
  checkedOn,
  saidOn,
  outcome,
  ...same
}: Prisma.ForeignClaimGetPayload<{ select: typeof claimFields }>): ForeignClaimDTO => ({
  ...same,
  outcome: outcomeOf(outcome),
  checkedOn: dayOf(checkedOn),
  saidOn: dayOf(saidOn),
});

/** One file with a page of its claims, from the one after that number on; null where there is none. */
export async function foreignPage(db: Db, id: string, after: number): Promise<ForeignPage | null> {
  const file = await db.foreignFile.findUnique({ where: { id }, select: shown });
  if (!file) return null;
  const rows = await db.foreignClaim.findMany({
    where: { fileId: id, number: { gt: after } },
    select: { ...claimFields, said: true },
    orderBy: { number: 'asc' },
    take: CLAIMS_PER_PAGE + 1,
  });
  const page = rows.slice(0, CLAIMS_PER_PAGE);
  const last = page.at(-1);
  return {
    file: fileDTO(file),
    rows: page.map(({ said, ...row }) => ({ ...claimDTO(row), said: saidColumn.read(said) })),
    next: rows.length > CLAIMS_PER_PAGE && last ? String(last.number) : null,
  };
}

/** Of an article that came in, under which hash its bytes are kept, and what it is called; null where there is none. */
export const foreignArticle = (
  db: Db | Tx,
  id: string,
): Promise<{ readonly id: string; readonly title: string; readonly sha256: string } | null> =>
  db.foreignFile.findFirst({ where: { id, format: 'article' }, select: { id: true, title: true, sha256: true } });
