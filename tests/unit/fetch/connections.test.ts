import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { fetchLink } from '#lib/ingest/fetch/index.ts';
import { makeAuthority } from './certificates.ts';
import { codeOf, html, policyFor, serve, serveBoth, serveRaw, serveSafely, untilAllGone } from './servers.ts';

const html200 = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const say = (words: string) => (socket: Socket) => socket.end(words);
const port = await serveRaw({
  '/short': say(`${html200}Content-Length: 1000\r\n\r\nhalf`),
  '/no-last-chunk': say(`${html200}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`),
  '/long': say(`${html200}Content-Length: 4\r\n\r\nhalf and more than was said`),
  '/no-length': say(`${html200}\r\nall of it`),
  '/two-lengths': say(`${html200}Content-Length: 4\r\nContent-Length: 5\r\n\r\nhalf`),
  '/length-and-chunks': say(`${html200}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
  '/not-http': say('SSH-2.0-OpenSSH_9.2\r\n'),
  '/upgrades': say('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n'),
  '/leads-on': (socket) => socket.write('HTTP/1.1 302 Found\r\nLocation: /no-length\r\nContent-Length: 9\r\n\r\n'),
  '/says-much': (socket) => socket.write(`${html200}Content-Length: 99999999\r\n\r\n`),
  '/says-nothing-known': (socket) => socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\n'),
  '/hangs-up': (socket) => socket.destroy(),
});

describe('a connection', () => {
  test.each([
    ['that ends before the length that was said', '/short', 'fetch-cut-short'],
    ['that ends before the last chunk', '/no-last-chunk', 'fetch-cut-short'],
    ['with two lengths', '/two-lengths', 'fetch-cut-short'],
    ['with a length and chunks', '/length-and-chunks', 'fetch-cut-short'],
    ['that speaks another language', '/not-http', 'fetch-nonsense'],
    ['that becomes another', '/upgrades', 'fetch-nonsense'],
    ['that ends without a word', '/hangs-up', 'fetch-nonsense'],
  ])('%s', async (_, path, code) =>
    expect(await codeOf(`http://site.test:${port}${path}`, policyFor([port]))).toBe(code),
  );
  test.each([
    ['/long', 'half'],
    ['/no-length', 'all of it'],
  ])('%s is read as far as it goes', async (path, text) => {
    const outcome = await fetchLink(`http://site.test:${port}${path}`, policyFor([port]));
    expect(outcome.ok && new TextDecoder().decode(outcome.value.bytes)).toBe(text);
  });
  test('is let go of, whatever came of it', async () => {
    for (const path of ['/no-length', '/short', '/leads-on', '/says-much', '/says-nothing-known'])
      await fetchLink(`http://site.test:${port}${path}`, policyFor([port]));
    await untilAllGone();
  });
  test('that nobody takes', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port: gone } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    expect(await codeOf(`http://site.test:${gone}/`, policyFor([gone]))).toBe('fetch-unreachable');
  });
});

const authority = await makeAuthority();
const certificates = authority.pem;
const plain = await serve((_, response) => html(response, 'plain'));
const listener = (request: { url?: string }, response: ServerResponse) => {
  if (request.url === '/robots.txt') response.writeHead(404).end();
  else if (request.url === '/down') response.writeHead(302, { location: `http://plain.test:${plain}/` }).end();
  else if (request.url === '/down-and-up') response.writeHead(302, { location: `http://site.test:${good}/` }).end();
  else if (request.url === '/round') response.writeHead(302, { location: `http://site.test:${good}/round` }).end();
  else html(response);
};
const good: number = await serveSafely(await authority.identity('site.test'), listener);
const old = await serveSafely(await authority.identity('site.test', -1), listener);
const others = await serveSafely(await authority.identity('other.test'), listener);
const spoken: string[] = [];
const both = await serveBoth(await authority.identity('site.test'), (request, response) => {
  spoken.push(request.httpVersion);
  response.writeHead(request.url === '/robots.txt' ? 404 : 200, { 'content-type': 'text/plain' }).end('words');
});
const trusting = policyFor([plain, good, old, others, both], { certificates });

describe('a safe connection', () => {
  test('is made where the certificate is right', async () =>
    expect(await codeOf(`https://site.test:${good}/`, trusting)).toBe(`fetched https://site.test:${good}/`));
  test.each([
    ['has run out', () => `https://site.test:${old}/`, {}],
    ['is of another site', () => `https://site.test:${others}/`, {}],
    ['comes from nobody known', () => `https://site.test:${good}/`, { certificates: undefined }],
  ])('is not where the certificate %s', async (_, link, given) =>
    expect(await codeOf(link(), { ...trusting, ...given })).toBe('fetch-certificate'),
  );
  test('is not where there is none to be had', async () =>
    expect(await codeOf(`https://site.test:${plain}/`, trusting)).toBe('fetch-tls'));
  test('is not left for one that is none', async () => {
    expect(await codeOf(`https://site.test:${good}/down`, trusting)).toBe('fetch-downgrade');
    expect(await codeOf(`https://site.test:${good}/round`, trusting)).toBe('fetch-downgrade');
    expect(await codeOf(`https://site.test:${good}/down-and-up`, trusting)).toBe(`fetched https://site.test:${good}/`);
  });
  test('speaks HTTP/1.1, whatever else is offered', async () => {
    expect(await codeOf(`https://site.test:${both}/`, trusting)).toMatch(/^fetched/);
    expect(spoken).toEqual(['1.1', '1.1']);
  });
  test('that is not to be had is not asked for again and again', async () => {
    const reasonOf = async (link: string) => {
      const outcome = await fetchLink(link, trusting);
      return outcome.ok ? null : outcome.reason;
    };
    expect(await reasonOf(`https://site.test:${old}/`)).toBe('invalid');
    expect(await reasonOf(`https://site.test:${plain}/`)).toBe('invalid');
  });
});
