import { changed, ofSubject, type Sayings } from '#lib/history/rules-said.ts';

/** What events say of people. */
export const PEOPLE_SAYINGS: Sayings = {
  'person.added': (event) => ofSubject('users', event, { ...event.detail, disabled: false }),
  'person.role': (event) => ofSubject('users', event, changed(event.detail.changes, { role: 'role' })),
  'person.edited': (event) =>
    ofSubject('users', event, changed(event.detail.changes, { name: 'name', namedPublicly: 'named_publicly' })),
  'person.disabled': (event) => ofSubject('users', event, { disabled: true }),
  'person.enabled': (event) => ofSubject('users', event, { disabled: false }),
};
