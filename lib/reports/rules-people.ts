import type { ReportModel } from '#lib/exports/model.ts';
import type { Names } from '#lib/people/data-names.ts';

/** Everybody whom the report names, by their present names. */
export function peopleIn(model: Omit<ReportModel, 'people'>, names: Names): ReportModel['people'] {
  const ids = new Set<string>();
  const note = (by: { readonly id: string | null } | null | undefined) => by?.id && ids.add(by.id);
  note(model.frozenBy);
  for (const { openQueries, closedQueries } of [model, ...model.claims, ...model.formerClaims]) {
    for (const query of [...openQueries, ...closedQueries]) note(query.by);
    for (const query of closedQueries) note(query.closedBy);
  }
  for (const claim of [...model.claims, ...model.formerClaims]) {
    note(claim.excluded?.by);
    note(claim.withdrawn?.by);
    for (const verdict of claim.verdicts) {
      note(verdict.by);
      note(verdict.override?.by);
      note(verdict.signedOff?.by);
    }
  }
  return [...ids].sort().flatMap((id) => {
    const person = names.present.get(id);
    return person ? [{ id, ...person }] : [];
  });
}
