import { changed, ofSubject, type SaidEvent, type Saying, type Sayings } from '#lib/history/rules-said.ts';

/** A statement that was only the words has gone with them. */
function moved({ subjectId, detail }: SaidEvent<'claim.rescoped' | 'claim.reattached'>): readonly Saying[] {
  const { number, statement } = detail;
  const forgets = statement === undefined ? ['statement'] : [];
  return [{ table: 'claims', key: subjectId, says: { number, statement }, forgets }];
}

/** What events say of claims that a person has worked on. What the machine reads anew, no event says word for word. */
export const CLAIM_SAYINGS: Sayings = {
  'claim.added': (event) =>
    ofSubject('claims', event, {
      number: event.detail.number,
      statement: event.detail.statement,
      excluded_reason: null,
    }),
  'claim.edited': (event) => {
    const { number, changes } = event.detail;
    const fields = {
      statement: 'statement',
      kind: 'kind',
      via: 'via',
      saidOn: 'said_on',
      saidWhere: 'said_where',
      misdeed: 'misdeed',
    };
    return ofSubject('claims', event, { number, ...changed(changes, fields) });
  },
  'claim.wordingReopened': (event) =>
    ofSubject('claims', event, { number: event.detail.number, statement: event.detail.statement }),
  'claim.rescoped': moved,
  'claim.reattached': moved,
  'claim.excluded': (event) =>
    ofSubject('claims', event, { excluded_reason: event.detail.reason, excluded_by_id: event.actorId }),
  'claim.restored': (event) => ofSubject('claims', event, { excluded_reason: null, excluded_by_id: null }),
};
