import { ofSubject, type Sayings } from '#lib/history/rules-said.ts';

/** What events say of reports. */
export const REPORT_SAYINGS: Sayings = {
  'report.frozen': (event) =>
    ofSubject('reports', event, {
      number: event.detail.number,
      digest: event.detail.digest,
      // The digest must be of the report that is kept.
      snapshot: event.detail.digest,
      created_by_id: event.actorId,
      chosen: event.detail.part?.chosen ?? null,
    }),
};
