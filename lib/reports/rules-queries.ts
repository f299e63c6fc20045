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
  readonly evidence: { readonly number: number } | null;
  /** In the revisions, oldest first; of the first it is the words that were spoken of. */
  readonly anchors: readonly { readonly exact: string }[];
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
              answerFrom: row.answerFrom,
              closedBy: somebody(row.resolvedById, row.resolvedAt),
              closedAt: row.resolvedAt.toISOString(),
            },
          ],
    ),
  };
}

/** The same of the article as a whole, and of words of it: these no verdict hides. */
export function queriesOnArticle(
  rows: readonly QueryRow[],
  somebody: Somebody,
): Pick<ReportClaim, 'openQueries' | 'closedQueries'> {
  const open = rows.filter(({ kind, resolvedAt, withdrawnAt }) => kind === 'query' && !resolvedAt && !withdrawnAt);
  return queriesIn(rows, { openQueries: open.map(({ id }) => ({ id, rule: 'warn' })), verdicts: [] }, somebody);
}

const aboutOf = ({ evidence, anchors: [first] }: QueryRow): ReportQuery['about'] =>
  evidence || first ? { evidence: evidence?.number ?? null, quote: first?.exact ?? null } : null;

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
  about: aboutOf(row),
  guestAnswers: rows.flatMap(({ threadId, guestLink, createdAt, body, withdrawnAt }) =>
    guestLink === null || threadId !== row.id || withdrawnAt !== null
      ? []
      : [{ guest: guestLink.name, at: createdAt.toISOString(), body }],
  ),
});
