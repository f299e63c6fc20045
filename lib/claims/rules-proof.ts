import { changed, ofSubject, type SaidEvent, type Saying, type Sayings } from '#lib/history/rules-said.ts';
import type { Changes } from '#lib/history/types.ts';
import { claimantKept, claimantLine } from './rules-said.ts';

/** What changes of a claim's fields come to. The article's own claims have one claimant, by whatever name events have them. */
function edited(changes: Changes): Saying['says'] {
  const claimant = changes.claimant?.after;
  const isOwn = typeof claimant === 'string' && claimant.startsWith('author: ');
  return {
    ...changed(changes, {
      statement: 'statement',
      kind: 'kind',
      polarity: 'polarity',
      factuality: 'factuality',
      via: 'via',
      saidOn: 'said_on',
      saidWhere: 'said_where',
      misdeed: 'misdeed',
    }),
    claimant: isOwn ? claimantLine(claimantKept('author', '')) : claimant,
  };
}

/** A statement that was only the words has gone with them. */
function moved({ subjectId, detail }: SaidEvent<'claim.rescoped' | 'claim.reattached'>): readonly Saying[] {
  const { number, statement, changes } = detail;
  const forgets = statement === undefined ? ['statement'] : [];
  return [{ table: 'claims', key: subjectId, says: { ...edited(changes), number, statement }, forgets }];
}

/** What events say of claims that a person has worked on. What the machine reads anew, no event says word for word. */
export const CLAIM_SAYINGS: Sayings = {
  'claim.added': (event) =>
    ofSubject('claims', event, {
      number: event.detail.number,
      statement: event.detail.statement,
      excluded_reason: null,
    }),
  'claim.edited': (event) =>
    ofSubject('claims', event, { ...edited(event.detail.changes), number: event.detail.number }),
  'claim.wordingReopened': (event) => {
    const { number, statement, changes } = event.detail;
    return ofSubject('claims', event, { ...edited(changes), number, statement });
  },
  'claim.rescoped': moved,
  'claim.reattached': moved,
  'claim.excluded': (event) =>
    ofSubject('claims', event, { excluded_reason: event.detail.reason, excluded_by_id: event.actorId }),
  'claim.restored': (event) => ofSubject('claims', event, { excluded_reason: null, excluded_by_id: null }),
};
