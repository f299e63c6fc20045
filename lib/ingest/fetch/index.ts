/** The one door to the fetcher: a link in, what it leads to or a refusal out; and to services, under the same bounds. */
export { fetchLink } from './fetch.ts';
export { contentTypeIn, FEED_TYPES, READABLE_TYPES } from './media.ts';
export { FETCH_BOUNDS, fetchPolicy } from './policy.ts';
export { ROBOTS_TOKEN, robotsCache } from './robots.ts';
export { type Answered, askService, checkPublic } from './service.ts';
export type { Fetched, FetchPolicy, Known, RobotsCache } from './types.ts';
