/** The one door to the fetcher: a link in, what it leads to or a refusal out. */
export { fetchLink } from './fetch.ts';
export { FEED_TYPES, READABLE_TYPES } from './media.ts';
export { FETCH_BOUNDS, fetchPolicy } from './policy.ts';
export { ROBOTS_TOKEN, robotsCache } from './robots.ts';
export type { Fetched, FetchPolicy, Known, RobotsCache } from './types.ts';
