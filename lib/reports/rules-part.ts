import type { ReportModel } from '#lib/exports/model.ts';
import { refuse } from '#lib/platform/result.ts';

/** Claims that somebody has chosen, by their ids, and why these. */
export type Chosen = { readonly claims: readonly string[]; readonly note: string | null };

/**
 * The part of a report that holds the chosen claims alone. What is said of the article as a whole, its coverage and the questions on it, is left
 * out: it would be taken for the part's. Neither takes the part another report's place.
 *
 * @throws AppError `chosen-gone` where one of them stands in the article no more
 */
export function partOf<Whole extends Omit<ReportModel, 'people'>>(whole: Whole, { claims, note }: Chosen): Whole {
  const ids = new Set(claims);
  const chosen = whole.claims.filter(({ id }) => ids.has(id));
  if (chosen.length !== ids.size) refuse('moved-on', 'chosen-gone');
  return {
    ...whole,
    claims: chosen,
    formerClaims: [],
    part: { chosen: chosen.length, of: whole.claims.length, note },
    coverage: { read: 0, minor: 0, total: 0 },
    minorSentences: [],
    sentences: [],
    openQueries: [],
    closedQueries: [],
    supersedes: null,
    correction: null,
  };
}
