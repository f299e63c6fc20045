import { ofSubject, type Sayings } from '#lib/history/rules-said.ts';

/** What events say of what is published. */
export const PUBLISHING_SAYINGS: Sayings = {
  'report.published': (event) => [
    ...ofSubject('published_reports', event, {
      number: event.detail.number,
      slug: event.detail.slug,
      public_at: event.detail.publicAt,
    }),
    ...(event.detail.noteStays === true
      ? []
      : [{ table: 'publications', key: event.chain, says: { withdrawn_note: null } }]),
  ],
  'report.withdrawn': (event) => [
    { table: 'publications', key: event.chain, says: { withdrawn_note: event.detail.note } },
  ],
  'report.linkMade': (event) => ofSubject('report_links', event, { label: event.detail.label, revoked: false }),
  'report.linkRevoked': (event) => ofSubject('report_links', event, { revoked: true }),
};
