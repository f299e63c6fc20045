import { ofSubject, type Sayings } from '#lib/history/rules-said.ts';

/** What events say of captures. */
export const CAPTURE_SAYINGS: Sayings = {
  'capture.taken': (event) => {
    const { number, sha256 } = event.detail;
    return ofSubject('captures', event, { number, sha256, taken_by_id: event.actorId, erased_reason: null });
  },
  'capture.reread': ({ detail: { evidence = [] } }) =>
    evidence.map(({ id, start, end, check }) => ({
      table: 'evidence',
      key: id,
      says: { capture_start: start, capture_end: end, quote_check: check },
    })),
  'capture.erased': (event) =>
    ofSubject('captures', event, {
      sha256: event.detail.sha256,
      erased_reason: event.detail.reason,
      erased_by_id: event.actorId,
    }),
};
