import { changed, ofSubject, type Sayings } from '#lib/history/rules-said.ts';

const FIELDS = {
  stance: 'stance',
  aspect: 'aspect',
  quote: 'quote',
  locator: 'locator',
  note: 'note',
  means: 'means',
  consultedOn: 'consulted_on',
};

/** What events say of evidence. */
export const EVIDENCE_SAYINGS: Sayings = {
  'evidence.attached': (event) => {
    const { number, claim, stance, quote, note, aspect, locator, means, consultedOn, sourceId } = event.detail;
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
    });
  },
  'evidence.edited': (event) => ofSubject('evidence', event, changed(event.detail.changes, FIELDS)),
  'evidence.withdrawn': (event) => ofSubject('evidence', event, { withdrawn_reason: event.detail.reason }),
  'evidence.restored': (event) => ofSubject('evidence', event, { withdrawn_reason: null }),
};
