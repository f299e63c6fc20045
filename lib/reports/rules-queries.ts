import type { ReportClaim, ReportClosedQuery, ReportQuery } from '#lib/exports/model.ts';
import type { ClaimState } from '#lib/standing/data.ts';
import { openToAll } from '#lib/standing/rules-hidden.ts';

type QueryRow = {
  readonly id: string;
  readonly verdictId: string | null;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly body: string;
  readonly addressee: NonNullable<ReportQuery['asked']>['addressee'];
  readonly askedWhom: string | null;
  readonly askedHow: string | null;
  readonly dueAt: Date | null;
  readonly outcome: ReportClosedQuery['outcome'];
  readonly answer: string | null;
  readonly answerFrom: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedById: string | null;
  readonly withdrawnAt: Date | null;
};
type Somebody = (id: string | null, at: Date) => ReportQuery['by'];

/** A claim's questions that everybody may read: the open ones, and of the closed those whose outcome was kept. */
export function queriesIn(
  rows: readonly QueryRow[],
  state: Pick<ClaimState, 'openQueries' | 'verdicts'>,
  somebody: Somebody,
): Pick<ReportClaim, 'openQueries' | 'closedQueries'> {
  const open = new Set(state.openQueries.map(({ id }) => id));
  return {
    openQueries: rows.filter(({ id }) => open.has(id)).map((row) => queryOf(row, somebody)),
    closedQueries: openToAll(rows, state.verdicts).flatMap((row) =>
      row.resolvedAt === null || row.withdrawnAt !== null || row.outcome === null
        ? []
        : [
            {
              ...queryOf(row, somebody),
              outcome: row.outcome,
              answer: row.answer,
              answerFrom: row.answerFrom,
              closedBy: somebody(row.resolvedById, row.resolvedAt),
              closedAt: row.resolvedAt.toISOString(),
            },
          ],
    ),
  };
}

const queryOf = (row: QueryRow, somebody: Somebody): ReportQuery => ({
  by: somebody(row.authorId, row.createdAt),
  at: row.createdAt.toISOString(),
  body: row.body,
  asked: {
    addressee: row.addressee,
    whom: row.askedWhom,
    how: row.askedHow,
    dueAt: row.dueAt?.toISOString() ?? null,
  },
});
