import { changed, ofSubject, type Sayings } from '#lib/history/rules-said.ts';
import type { Quoted } from '#lib/history/types-captures.ts';

const FIELDS = {
  stance: 'stance',
  aspect: 'aspect',
  quote: 'quote',
  locator: 'locator',
  note: 'note',
  means: 'means',
  consultedOn: 'consulted_on',
};

/** The columns of where its words stand: only what an event tells is held against them. */
const place = (quoted: Quoted['quoted']) =>
  quoted === undefined
    ? {}
    : {
        capture_id: quoted.captureId,
        capture_start: quoted.start,
        capture_end: quoted.end,
        quote_check: quoted.check,
      };

/** What events say of evidence. */
export const EVIDENCE_SAYINGS: Sayings = {
  'evidence.attached': (event) => {
    const { number, claim, stance, quote, note, aspect, locator, means, consultedOn, sourceId, quoted } = event.detail;
    return ofSubject('evidence', event, {
      number,
      claim,
      stance,
      quote,
      note,
      aspect,
      locator,
      means,
      consulted_on: consultedOn,
      source_id: sourceId,
      created_by_id: event.actorId,
      withdrawn_reason: null,
      ...place(quoted),
    });
  },
  'evidence.edited': (event) =>
    ofSubject('evidence', event, { ...changed(event.detail.changes, FIELDS), ...place(event.detail.quoted) }),
  'evidence.lookedFor': ({ subjectId: captureId, detail: { evidence } }) =>
    evidence.map(({ id, start, end, check }) => ({
      table: 'evidence',
      key: id,
      says: place({ captureId, start, end, check }),
    })),
  'evidence.withdrawn': (event) => ofSubject('evidence', event, { withdrawn_reason: event.detail.reason }),
  'evidence.restored': (event) => ofSubject('evidence', event, { withdrawn_reason: null }),
};
