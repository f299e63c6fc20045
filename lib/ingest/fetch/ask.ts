import { isUtf8 } from 'node:buffer';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { buildConnector, Client } from 'undici';
import { mayBePort, objectionTo, type Reach, reachOf } from '#lib/platform/reach.ts';
import { refuse, refused } from '#lib/platform/result.ts';
import { hostOf, portOf } from './address.ts';
import { endAfter, untilStopped } from './bounds.ts';
import { asking } from './trouble.ts';
import type { Run } from './types.ts';

/** The head of an answer, and its body still to come. Whoever has one closes it. */
export type Answer = {
  readonly url: URL;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Readable;
  close(): Promise<void>;
};

export const headerOf = ({ headers }: Answer, wanted: string): string | null =>
  headers.find(([name]) => name === wanted)?.[1] ?? null;

const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,image/*;q=0.8,*/*;q=0.5';

/** What is sent to an address. */
export type Question = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | null;
};
/** For a page, with these headers as well. */
export const forPage = (more: Readonly<Record<string, string>> = {}): Question => ({
  method: 'GET',
  headers: { accept: ACCEPT, ...more },
});

const MOST_ADDRESSES = 8;
/** How long one of a host's addresses is tried before the next. */
const NEXT_ADDRESS_MS = 2_000;

/**
 * Asks one address, on a connection of its own, and follows nothing. The host's name is looked up once, every address of the
 * answer is checked, and the connection goes to one of these: nothing is looked up again, so an answer that changes meanwhile
 * changes nothing. No cookie is sent or kept, no proxy is asked, and HTTP/1.1 alone is spoken.
 */
export async function ask(url: URL, run: Run, { method, headers, body = null }: Question = forPage()): Promise<Answer> {
  const host = hostOf(url);
  const head = endAfter(run, run.policy.headMs, refused('unavailable', 'fetch-slow', { values: { host } }));
  try {
    return await asking(host, false, async () => {
      const addresses = await untilStopped(run, checkedAddresses(url, run));
      return request(url, clientOf(addresses, url, run), run, { method, headers, body });
    });
  } finally {
    head.end();
  }
}

async function request(
  url: URL,
  client: Client,
  { policy, stop }: Run,
  { method, headers: asked, body: sent }: Required<Question>,
): Promise<Answer> {
  const close = async () => {
    await client.destroy().catch(() => {});
  };
  try {
    const { statusCode, headers, body } = await client.request({
      method,
      path: `${url.pathname}${url.search}`,
      headers: { 'user-agent': policy.userAgent, 'accept-encoding': 'gzip, br', ...asked },
      body: sent,
      signal: stop.signal,
      responseHeaders: 'raw',
    });
    // Whoever closes an answer early wants to hear nothing more of it.
    body.on('error', () => {});
    return { url, status: statusCode, headers: pairsOf(headers), body, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A client for one request; times are kept by the run. */
const clientOf = (addresses: readonly string[], url: URL, run: Run): Client =>
  new Client(url.origin, {
    connect: connectorTo(addresses, url, run),
    maxHeaderSize: run.policy.mostHeadBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 0,
  });

/** The addresses of a host, where every single one may be asked. */
export async function checkedAddresses(url: URL, { policy }: Run): Promise<string[]> {
  const host = hostOf(url);
  const reach = reachOf(policy.allow, policy.own);
  const port = portOf(url);
  if (!mayBePort(reach, port)) refuse('forbidden', 'fetch-port', { values: { host, port: String(port) } });
  const addresses = isIP(host) === 0 ? await policy.resolve(host) : [host];
  if (addresses.length === 0) refuse('not-found', 'fetch-no-such-host', { values: { host } });
  for (const address of addresses) check(address, url, reach);
  return addresses.slice(0, MOST_ADDRESSES);
}

function check(address: string, url: URL, reach: Reach): void {
  const host = hostOf(url);
  const port = portOf(url);
  const objection = objectionTo({ host, port, address }, reach);
  if (objection === 'inside') refuse('forbidden', 'fetch-private', { values: { host } });
  if (objection === 'port') refuse('forbidden', 'fetch-port', { values: { host, port: String(port) } });
}

/** Connects to these addresses whatever the host is called, and checks once more whom it has got. */
export function connectorTo(addresses: readonly string[], url: URL, { policy }: Run): buildConnector.connector {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_, { all }, callback) => {
    const [first] = found;
    if (all || !first) callback(null, found);
    else callback(null, first.address, first.family);
  };
  const connect = buildConnector({
    lookup,
    allowH2: false,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
    timeout: policy.headMs,
    maxCachedSessions: 0,
    ...(policy.certificates === undefined ? {} : { ca: policy.certificates }),
  });
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      try {
        check(socket.remoteAddress ?? '', url, reachOf(policy.allow, policy.own));
      } catch (objection) {
        socket.destroy();
        return callback(objection instanceof Error ? objection : new Error('not checked'), null);
      }
      callback(null, socket);
    });
}

/** Headers as undici gives them raw: names and values in turn, each sign of a value one byte. */
function pairsOf(raw: unknown): [string, string][] {
  const words = Array.isArray(raw) ? raw.map(String) : [];
  return words.flatMap((name, i): [string, string][] =>
    i % 2 === 0 ? [[name.toLowerCase(), inUtf8((words[i + 1] ?? '').trim())]] : [],
  );
}

/** Whoever sends signs beyond ASCII means them in UTF-8, wherever they are that. */
function inUtf8(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : value;
}
