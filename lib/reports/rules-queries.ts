import type { ReportClaim, ReportClosedQuery, ReportQuery } from '#lib/exports/model.ts';
import type { ClaimState } from '#lib/standing/data.ts';
import { openToAll } from '#lib/standing/rules-hidden.ts';

type QueryRow = {
  readonly id: string;
  readonly verdictId: string | null;
  readonly kind: 'note' | 'query';
  readonly threadId: string | null;
  readonly authorId: string | null;
  readonly guestLink: { readonly name: string } | null;
  readonly createdAt: Date;
  readonly body: string;
  readonly addressee: NonNullable<ReportQuery['asked']>['addressee'];
  readonly askedWhom: string | null;
  readonly askedHow: string | null;
  readonly dueAt: Date | null;
  readonly outcome: ReportClosedQuery['outcome'];
  readonly answer: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedById: string | null;
  readonly withdrawnAt: Date | null;
};
type Somebody = (id: string | null, at: Date) => ReportQuery['by'];

/**
 * A claim's questions that everybody may read: the open ones, and of the closed those whose outcome was kept. Among the rows are, beside the questions, what guests
 * have answered to them.
 */
export function queriesIn(
  rows: readonly QueryRow[],
  state: Pick<ClaimState, 'openQueries' | 'verdicts'>,
  somebody: Somebody,
): Pick<ReportClaim, 'openQueries' | 'closedQueries'> {
  const open = new Set(state.openQueries.map(({ id }) => id));
  const queries = rows.filter(({ kind }) => kind === 'query');
  const told = (row: QueryRow) => queryOf(row, rows, somebody);
  return {
    openQueries: queries.filter(({ id }) => open.has(id)).map(told),
    closedQueries: openToAll(queries, state.verdicts).flatMap((row) =>
      row.resolvedAt === null || row.withdrawnAt !== null || row.outcome === null
        ? []
        : [
            {
              ...told(row),
              outcome: row.outcome,
              answer: row.answer,
              closedBy: somebody(row.resolvedById, row.resolvedAt),
              closedAt: row.resolvedAt.toISOString(),
            },
          ],
    ),
  };
}

const queryOf = (row: QueryRow, rows: readonly QueryRow[], somebody: Somebody): ReportQuery => ({
  by: somebody(row.authorId, row.createdAt),
  at: row.createdAt.toISOString(),
  body: row.body,
  asked: {
    addressee: row.addressee,
    whom: row.askedWhom,
    how: row.askedHow,
    dueAt: row.dueAt?.toISOString() ?? null,
  },
  guestAnswers: rows.flatMap(({ threadId, guestLink, createdAt, body, withdrawnAt }) =>
    guestLink === null || threadId !== row.id || withdrawnAt !== null
      ? []
      : [{ guest: guestLink.name, at: createdAt.toISOString(), body }],
  ),
});
