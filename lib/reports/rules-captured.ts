import type { ReportEvidence } from '#lib/exports/model.ts';

type Kept = {
  readonly sha256: string;
  readonly takenAt: Date;
  readonly erasedAt: Date | null;
  readonly stamp: { readonly at: Date; readonly byName: string } | null;
  readonly archived: { readonly at: Date; readonly address: string } | null;
};

/** The capture that evidence stands in, as a report tells it. */
export const reportCapture = (kept: Kept | null): ReportEvidence['source']['capture'] =>
  kept && {
    sha256: kept.sha256,
    takenAt: kept.takenAt.toISOString(),
    erased: kept.erasedAt !== null,
    stamp: kept.stamp && { at: kept.stamp.at.toISOString(), by: kept.stamp.byName },
    archived: kept.archived && { address: kept.archived.address, at: kept.archived.at.toISOString() },
  };
