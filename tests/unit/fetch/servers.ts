import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { createServer as createSafeServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server as RawServer, type Socket } from 'node:net';
import { afterAll, expect } from 'vitest';
import { tell } from '#lib/i18n/tell.ts';
import { FETCH_BOUNDS, type FetchPolicy, fetchLink, fetchPolicy, robotsCache } from '#lib/ingest/fetch/index.ts';
import type { Identity } from './certificates.ts';

/** Servers of a test file, on this machine alone; they end with it. */
const running: (Server | RawServer | Http2SecureServer)[] = [];
const open = new Set<Socket>();
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await Promise.all(running.map((server) => new Promise((done) => server.close(done))));
});

/** Until nobody is connected to any of them. */
export async function untilAllGone(): Promise<void> {
  await Promise.all([...open].map((socket) => new Promise((done) => socket.once('close', done))));
}

async function listen(server: Server | RawServer | Http2SecureServer): Promise<number> {
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  running.push(server);
  return (server.address() as AddressInfo).port;
}

export const serve = (listener: RequestListener): Promise<number> => listen(createServer(listener));
export const serveSafely = ({ cert, key }: Identity, listener: RequestListener): Promise<number> =>
  listen(createSafeServer({ cert, key }, listener));
/** The same for who speaks HTTP/2 as well. */
export const serveBoth = (
  { cert, key }: Identity,
  listener: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
): Promise<number> => listen(createSecureServer({ cert, key, allowHTTP1: true }, listener));

/** A server that says to each page, by its path, exactly these words; it has no robots.txt. */
export const serveRaw = (pages: Readonly<Record<string, (socket: Socket) => void>>): Promise<number> =>
  listen(
    createRawServer((socket) => {
      socket.once('data', (data) => {
        const [, path = ''] = /^GET (\S+)/.exec(data.toString('latin1')) ?? [];
        const say = pages[path];
        if (say) say(socket);
        else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      });
    }),
  );

/** A policy by which every name ends in `.test` has this machine's address, and may be reached at any of these ports. */
export const policyFor = (ports: readonly number[], given: Partial<FetchPolicy> = {}): FetchPolicy =>
  fetchPolicy(
    {
      ...FETCH_BOUNDS,
      allow: ports.map((port) => `*.test:${port}`),
      own: [],
      resolve: async () => ['127.0.0.1'],
      robots: robotsCache(60_000),
      ...given,
    },
    {},
  );

export const PAGE = '<!doctype html><title>Harbour</title><p>The harbour was dredged in 2021.';

export const html = (response: ServerResponse, body: string | Uint8Array = PAGE, headers = {}) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', ...headers }).end(body);

export const never = () => new Promise<never>(() => {});

/** The code that a link is refused with, whose words must be there; or "fetched" and the address. */
export async function codeOf(link: string, policy: FetchPolicy): Promise<string> {
  const outcome = await fetchLink(link, policy);
  if (outcome.ok) return `fetched ${outcome.value.address}`;
  expect(tell(outcome).message).toMatch(/^[^{}]+[.]$/);
  return outcome.code;
}
