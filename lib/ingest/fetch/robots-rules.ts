import { evenPercent } from '#lib/platform/percent.ts';

/*
 * robots.txt (RFC 9309), read in time and memory that grow with its length, so that one made to be slow is not. (The library at hand makes rules times agents of it, and takes a wildcard by trying every place.)
 */

export type RobotsRule = { readonly allow: boolean; readonly pattern: string };

/** The rules that a robots.txt has for a product token, such as "Stet"; where it does not name it, those for everybody. */
export function readRobots(text: string, token: string): RobotsRule[] {
  const own: RobotsRule[] = [];
  const everybody: RobotsRule[] = [];
  let isNamed = false;
  let open: { agents: Set<string>; isHead: boolean } = { agents: new Set(), isHead: false };
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:([^#]*)/i.exec(line) ?? [];
    const said = value.trim();
    switch (key.toLowerCase()) {
      case 'user-agent': {
        if (!open.isHead) open = { agents: new Set(), isHead: true };
        const agent = said.split('/', 1)[0]?.trim().toLowerCase() ?? '';
        // Others' names are not kept: their number is the sender's.
        if (agent === token.toLowerCase()) isNamed = true;
        if (agent === token.toLowerCase() || agent === '*') open.agents.add(agent);
        break;
      }
      case 'allow':
      case 'disallow': {
        open.isHead = false;
        if (said === '') break;
        const rule = { allow: key.toLowerCase() === 'allow', pattern: encoded(said) };
        if (open.agents.has('*')) everybody.push(rule);
        if (open.agents.has(token.toLowerCase())) own.push(rule);
      }
    }
  }
  return isNamed ? own : everybody;
}

/** Comparisons that rules may take for an address: two thousand long rules for a long address, a tenth of a second. */
const MOST_COMPARISONS = 100_000_000;

/** Whether rules are so many, and the address so long, that no site has a use for it. */
export function areBeyondReading(rules: readonly RobotsRule[], { pathname, search }: URL): boolean {
  const signs = rules.reduce((sum, { pattern }) => sum + (pattern.includes('*') ? pattern.length : 0), 0);
  return signs * (pathname.length + search.length) > MOST_COMPARISONS;
}

/** Whether rules let an address be read: the longest that fits decides, and of two as long the one that allows. */
export function robotsAllow(rules: readonly RobotsRule[], url: URL): boolean {
  const path = evenPercent(url.pathname + url.search);
  if (path === '/robots.txt') return true;
  let best: RobotsRule | null = null;
  for (const rule of rules) {
    const longer = rule.pattern.length - (best?.pattern.length ?? 0);
    if ((longer > 0 || (longer === 0 && rule.allow)) && fits(rule.pattern, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** Signs that no address has as they are, as addresses have them. */
const encoded = (pattern: string): string =>
  evenPercent(pattern.toWellFormed().replace(/(?:[^\x21-\x7E]|["<>`{}])+/g, encodeURI));

/** Whether a path begins as the pattern says: `*` is any stretch, `$` at its end the end of the path. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = isWhole ? parts.pop() : undefined;
  let at = first.length;
  // The earliest place leaves most to the parts that follow, so no other need be tried.
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (!isWhole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
