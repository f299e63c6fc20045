import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/*
 * Which addresses this server may ask when somebody else names them: those of the public internet, and what whoever runs
 * Stet has allowed. One rule for everything that is fetched or sent for people.
 */

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/** One line of an allow-list; `port` is null where it opens the ports of the web. */
type Entry = { readonly port: number | null } & (
  | { readonly name: string; readonly below: boolean }
  | { readonly range: Range }
);

/** What may be reached, made by `reachOf`. */
export type Reach = { readonly allowed: readonly Entry[]; readonly own: readonly Range[] };

/** Who is to be asked: the host as its address names it, the port, and one address that it has. */
export type Target = { readonly host: string; readonly port: number; readonly address: string };

/** Where pages are served on the public internet. Any other port is most likely no web server's. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** A public address by its number that is a machine's own: Azure answers its guests there. */
const NEVER: readonly Range[] = [ipaddr.parseCIDR('168.63.129.16/32')];
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * An allow-list as data. An entry is a host name (`wiki.example.org`), all names under one (`*.example.org`), an address or
 * a range (`10.1.0.0/16`, `fd00:1::/32`); with a port (`wiki.example.org:8090`, `[fd00:1::/32]:8090`) it opens that port
 * alone, without one the ports of the web. `own` are the networks that this machine stands in, as ranges.
 *
 * @throws RangeError with the entry that is none.
 */
export function reachOf(allow: readonly string[], own: readonly string[]): Reach {
  return {
    allowed: allow.map((text) => {
      const entry = readEntry(text);
      if (!entry) throw new RangeError(`Not an address, a range or a host name: ${text}`);
      return entry;
    }),
    own: own.map((range) => ipaddr.parseCIDR(range)),
  };
}

/** Whether a text is an entry of an allow-list. */
export const isAllowEntry = (text: string): boolean => readEntry(text) !== null;

/** The networks this machine stands in, as ranges: who asks from within them is let in where a stranger is not. */
export const ownNetworks = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).flatMap(({ cidr }) => cidr ?? []));

/** Whether anything at all could be asked at this port: known before the host's addresses are. */
export const mayBePort = ({ allowed }: Reach, port: number): boolean =>
  WEB_PORTS.has(port) || allowed.some((entry) => entry.port === port);

/** Why an address may not be asked, or null where it may: `inside` of a private or special network, at a `port` of no web server. */
export function objectionTo(target: Target, { allowed, own }: Reach): 'inside' | 'port' | null {
  if (isIP(target.address) === 0) return 'inside';
  const address = asV4(ipaddr.parse(target.address));
  if (allowed.some((entry) => covers(entry, target, address))) return null;
  const isInside = !isPublic(address) || [...NEVER, ...own].some((range) => isIn(address, range));
  if (isInside) return 'inside';
  return WEB_PORTS.has(target.port) ? null : 'port';
}

/** An address that only wraps one of version 4 is that one: mapped, or translated by NAT64, as networks of version 6 alone do. */
function asV4(address: Address): Address {
  if (address instanceof ipaddr.IPv4) return address;
  if (!address.isIPv4MappedAddress() && !address.match(NAT64)) return address;
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

/** What remains of all addresses without every special range. Those that wrap one of version 4 in other ways are out of use. */
function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || (address.match(GLOBAL_V6) && !isIsatap(address));
}

/** An address of version 4 in the lower half, behind `0:5efe`, in any network (RFC 5214). */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean => parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);

function isIn(address: Address, [first, bits]: Range): boolean {
  if (address instanceof ipaddr.IPv4) return first instanceof ipaddr.IPv4 && address.match(first, bits);
  return first instanceof ipaddr.IPv6 && address.match(first, bits);
}

function covers(entry: Entry, { host, port }: Target, address: Address): boolean {
  if (entry.port === null ? !WEB_PORTS.has(port) : entry.port !== port) return false;
  if ('range' in entry) return isIn(address, entry.range);
  const name = host.toLowerCase();
  return entry.below ? name.endsWith(`.${entry.name}`) : name === entry.name;
}

const NAME = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;

function readEntry(text: string): Entry | null {
  const entry = text.trim().toLowerCase();
  const range = rangeOf(entry);
  if (range) return { range, port: null };
  const [, inner = '', digits = ''] = /^(.+?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const port = digits === '' ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65_535)) return null;
  const inRange = rangeOf(inner.replace(/^\[(.+)\]$/, '$1'));
  if (inRange) return { range: inRange, port };
  const name = inner.replace(/^\*\./, '');
  // A name whose last part is a number is an address written oddly, which never comes to be asked under that name.
  return NAME.test(name) && !/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(name) ? { name, below: inner !== name, port } : null;
}

function rangeOf(text: string): Range | null {
  const [first = '', bits, ...more] = text.split('/');
  const family = isIP(first);
  if (family === 0 || first.includes('%') || more.length > 0) return null;
  const most = family === 4 ? 32 : 128;
  if (bits === undefined) return [ipaddr.parse(first), most];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? [ipaddr.parse(first), Number(bits)] : null;
}
