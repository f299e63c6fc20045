import { lookup } from 'node:dns/promises';
import { ownNetworks } from '#lib/platform/reach.ts';
import { READABLE_TYPES } from './media.ts';
import { robotsCache } from './robots.ts';
import type { FetchPolicy } from './types.ts';

const MB = 1024 * 1024;

/** What any link may take. A long report with pictures has 20 MB; a slow public archive needs most of a minute. */
export const FETCH_BOUNDS = {
  mostBytes: 32 * MB,
  mostHeadBytes: 64 * 1024,
  mostRedirects: 6,
  wholeMs: 60_000,
  headMs: 20_000,
  pace: { bytes: 2_000, ms: 10_000 },
} as const satisfies Partial<FetchPolicy>;

/** How long what a site's robots.txt says is kept. */
const ROBOTS_MS = 10 * 60_000;
const robots = robotsCache(ROBOTS_MS);

/** The policy of this installation, out of its settings; what is given wins. */
export function fetchPolicy(
  given: Partial<FetchPolicy> = {},
  settings: Readonly<Record<string, string | undefined>> = process.env,
): FetchPolicy {
  return {
    ...FETCH_BOUNDS,
    allow: (settings.STET_FETCH_ALLOW ?? '').split(',').flatMap((entry) => entry.trim() || []),
    own: ownNetworks(),
    types: READABLE_TYPES,
    userAgent: userAgent(settings.STET_FETCH_ABOUT),
    resolve: addressesOf,
    robots,
    ...given,
  };
}

/** Says that it is Stet, and where a site can learn whose. Its version is nobody's affair. */
export const userAgent = (about: string | undefined): string =>
  `Mozilla/5.0 (compatible; Stet; ${about ? `+${about}` : 'a fact-checking workbench, asking for one reader'})`;

/** As any program on this machine finds them, its file of hosts included. */
const addressesOf = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address);
