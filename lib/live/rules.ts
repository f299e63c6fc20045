import type { DeskEvents, Events } from '#lib/history/types.ts';
import type { SessionClaims } from '#lib/platform/session-token.ts';
import type { News } from './types.ts';

/** The part of the rule that says who hears of an event of the desk's own chain. */
export const EVERYBODY = 'everybody';
export const MANAGERS = 'managers';
export const NOBODY = 'nobody';
type Hears = typeof EVERYBODY | typeof MANAGERS | typeof NOBODY;

/**
 * Who is told at once that the desk's own chain has moved. An event of an article's chain is told to everybody who may read
 * the article and from whom it is not masked; `managers` are those who may read the desk's history. Of sources nobody is
 * told here: some are known to few, and those who work with one are told on their articles' chains.
 */
export const DESK_HEARS: Readonly<Record<keyof DeskEvents, Hears>> = {
  'settings.edited': EVERYBODY,
  'period.reported': NOBODY,
  'rating.edited': EVERYBODY,
  'rating.added': EVERYBODY,
  'rating.archived': EVERYBODY,
  'rating.restored': EVERYBODY,
  'person.added': MANAGERS,
  'person.invited': MANAGERS,
  'person.invitationRevoked': MANAGERS,
  'person.role': MANAGERS,
  'person.edited': MANAGERS,
  'person.disabled': MANAGERS,
  'person.enabled': MANAGERS,
  'person.password': NOBODY,
  'person.linkMade': MANAGERS,
  'person.signedIn': NOBODY,
  'person.sessionsEnded': NOBODY,
  'person.signInFailed': NOBODY,
  'source.archived': NOBODY,
  'source.restored': NOBODY,
  'source.merged': NOBODY,
  'source.added': NOBODY,
  'source.changed': NOBODY,
  'source.imported': NOBODY,
  'capture.taken': NOBODY,
  'capture.opened': NOBODY,
  'source.seen': NOBODY,
  'capture.checked': NOBODY,
  'capture.erased': NOBODY,
  'capture.reread': NOBODY,
  'capture.stamped': NOBODY,
  'capture.archived': NOBODY,
  'source.markedConfidential': NOBODY,
  'source.confided': NOBODY,
  'source.unmarked': NOBODY,
  'feed.added': EVERYBODY,
  'feed.removed': EVERYBODY,
  'inbox.accepted': EVERYBODY,
  'inbox.dismissed': EVERYBODY,
  'inbox.returned': EVERYBODY,
  'foreign.brought': EVERYBODY,
  'foreign.setAside': EVERYBODY,
  'foreign.restored': EVERYBODY,
  // The article's own chain tells it, to those who may know of the article.
  'desk.articleAdded': NOBODY,
  'desk.recordsKnown': NOBODY,
  'history.erased': MANAGERS,
};

/** Actions of the desk's chain that these hear of. */
export const heardBy = (who: Hears): (keyof Events)[] =>
  Object.entries(DESK_HEARS).flatMap(([action, hears]) => (hears === who ? [action as keyof DeskEvents] : []));

export const isNews = ({ articles, desk }: News): boolean => desk || articles.length > 0;

/** The sessions of streams, each once. */
export const readersOf = (streams: readonly { readonly reader: SessionClaims }[]): SessionClaims[] => [
  ...new Map(streams.map(({ reader }) => [reader.sessionId, reader])).values(),
];
