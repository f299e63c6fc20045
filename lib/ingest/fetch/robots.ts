import { AppError, refuse } from '#lib/platform/result.ts';
import { hostOf } from './address.ts';
import { readBody } from './body.ts';
import { areBeyondReading, type RobotsRule, readRobots, robotsAllow } from './robots-rules.ts';
import type { RobotsCache, Run } from './types.ts';
import { walk } from './walk.ts';

/** The name by which a robots.txt can speak of Stet. */
export const ROBOTS_TOKEN = 'Stet';

const MOST_ORIGINS = 64;
/** As much of one as the standard has everybody read. */
const MOST_BYTES = 500 * 1024;

/** A cache that forgets what is older than `ms`, and beyond 64 origins what came first. `now` in milliseconds. */
export function robotsCache(ms: number, now: () => number = Date.now): RobotsCache {
  const kept = new Map<string, { readonly rules: readonly RobotsRule[]; readonly until: number }>();
  return {
    get: (origin) => {
      const found = kept.get(origin);
      return found && found.until > now() ? found.rules : null;
    },
    set: (origin, rules) => {
      kept.delete(origin);
      kept.set(origin, { rules, until: now() + ms });
      const [oldest] = kept.keys();
      if (kept.size > MOST_ORIGINS && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Refuses an address that its site's robots.txt keeps from Stet, or about which the site could not be asked. */
export async function checkRobots(url: URL, run: Run): Promise<void> {
  const { robots } = run.policy;
  let rules = robots.get(url.origin);
  if (!rules) {
    rules = await askForRobots(url, run);
    robots.set(url.origin, rules);
  }
  if (areBeyondReading(rules, url)) unknown(url);
  if (!robotsAllow(rules, url)) refuse('forbidden', 'fetch-robots', { values: { host: hostOf(url) } });
}

/** Too many steps, or steps in a circle, are no robots.txt; the standard has both read as one that is not there. */
const NOWHERE: ReadonlySet<string> = new Set(['fetch-redirects', 'fetch-circle']);

/** Why a site cannot be asked for anything. */
const OF_THE_WAY: ReadonlySet<string> = new Set([
  'fetch-port',
  'fetch-private',
  'fetch-no-such-host',
  'fetch-names-away',
  'fetch-unreachable',
  'fetch-certificate',
  'fetch-tls',
  'fetch-nonsense',
]);

/**
 * The rules of a site. One without a robots.txt (any 4xx but 429) has none. One that has trouble answering (5xx, 429, half
 * an answer, steps to where Stet does not go) may have any, so nothing is read of it. What keeps Stet from the site
 * altogether is told as that.
 */
async function askForRobots(page: URL, run: Run): Promise<RobotsRule[]> {
  let steps = 0;
  try {
    const { answer } = await walk(new URL('/robots.txt', page), run, async (_, made) => {
      steps = made;
    });
    try {
      const { status } = answer;
      if (status === 200 || status === 203)
        return readRobots(
          new TextDecoder().decode(await readBody(answer, run, { most: MOST_BYTES, isCut: true })),
          ROBOTS_TOKEN,
        );
      if (status >= 400 && status < 500 && status !== 429) return [];
      return unknown(page);
    } finally {
      await answer.close();
    }
  } catch (error) {
    if (!(error instanceof AppError) || run.stop.signal.aborted) throw error;
    if (NOWHERE.has(error.refusal.code)) return [];
    if (steps === 0 && OF_THE_WAY.has(error.refusal.code)) throw error;
    return unknown(page);
  }
}

const unknown = (page: URL): never => refuse('unavailable', 'fetch-robots-unknown', { values: { host: hostOf(page) } });
