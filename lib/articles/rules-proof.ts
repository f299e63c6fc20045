import { ofSubject, type Sayings } from '#lib/history/rules-said.ts';

/** What events say of guests. */
export const GUEST_SAYINGS: Sayings = {
  'guest.invited': (event) =>
    ofSubject('guest_links', event, {
      name: event.detail.guest,
      until: event.detail.until,
      created_by_id: event.actorId,
      opened: false,
      revoked: false,
    }),
  'guest.opened': (event) => ofSubject('guest_links', event, { opened: true }),
  'guest.revoked': (event) => ofSubject('guest_links', event, { revoked: true }),
};
