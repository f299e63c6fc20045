import { done, type Outcome, refused } from '#lib/platform/result.ts';

/** Characters of an address, one that a page leads on to included. */
const LONGEST = 4_000;

/**
 * The address to ask for a link, read by the one parser that asks it too: odd notations of numbers (decimal, octal, short,
 * other scripts' digits) are plain ones afterwards. The fragment, which no server sees, and a dot at the host's end are gone.
 */
export function readAddress(link: string, base?: URL): Outcome<URL> {
  const text = link.trim();
  if (text.length > LONGEST) return refused('invalid', 'fetch-address-long', { values: { most: LONGEST } });
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (!url) return refused('invalid', 'fetch-address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refused('invalid', 'fetch-scheme', { values: { scheme: url.protocol } });
  if (url.username || url.password) return refused('invalid', 'fetch-credentials');
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  return isHost(url.hostname) ? done(url) : refused('invalid', 'fetch-address');
}

const isHost = (host: string): boolean => host !== '' && !host.startsWith('.') && !/\.\.|\.$/.test(host);

/** The host as it is looked up and connected to: an address of version 6 without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.+)\]$/, '$1');

export const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));
