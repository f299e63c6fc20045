import { changed, ofSubject, type Sayings } from '#lib/history/rules-said.ts';

const RATING = { label: 'label', description: 'description', value: 'value', stands: 'stands' };

/** What events say of the desk's settings and its scale. */
export const SETTINGS_SAYINGS: Sayings = {
  'settings.edited': (event) =>
    ofSubject(
      'settings',
      event,
      changed(event.detail.changes, {
        deskName: 'desk_name',
        timeZone: 'time_zone',
        defaultMode: 'default_mode',
        defaultQueries: 'default_queries',
        recheckDays: 'recheck_days',
        stampCaptures: 'stamp_captures',
        archiveCaptures: 'archive_captures',
        smallCounts: 'small_counts',
        publishing: 'publishing',
        publicAddress: 'public_address',
        publicMethod: 'public_method',
        publicContact: 'public_contact',
        figureRule: 'figure_rule',
        quotationRule: 'quotation_rule',
        misdeedRule: 'misdeed_rule',
        openedRule: 'opened_rule',
      }),
    ),
  'rating.added': (event) => ofSubject('ratings', event, { label: event.detail.rating, archived: false }),
  'rating.edited': (event) => ofSubject('ratings', event, changed(event.detail.changes, RATING)),
  'rating.archived': (event) => ofSubject('ratings', event, { archived: true }),
  'rating.restored': (event) => ofSubject('ratings', event, { archived: false }),
};
