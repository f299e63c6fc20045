import { request as ask, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeFront } from '#lib/platform/front.ts';
import { payloadOf } from '#lib/platform/session-token.ts';

const SECRET = 'a secret of these tests, long enough';
const ID = '0197f3a0-0000-7000-8000-00000000000a';

/** What the pages behind were handed; each holds its answer until `release` is called where it is told to. */
let seen: { url: string; body: number; headers: IncomingMessage['headers'] }[] = [];
let hold: Promise<void> | null = null;
let port = 0;
let underWay = 0;

const server = createServer((request, response) => {
  void front(request, response).then(async (isAnswered) => {
    if (isAnswered) return;
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
    let body = 0;
    try {
      for await (const chunk of request) body += (chunk as Buffer).length;
    } catch {
      return;
    }
    seen.push({ url: request.url ?? '', body, headers: request.headers });
    if (request.url === '/stream') return response.setHeader('content-type', 'text/event-stream').flushHeaders();
    await hold;
    response.end('behind');
  });
});
let front = makeFront();

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', 'https://stet.example');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});

const connections = () =>
  new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

type Sent = { method?: string; body?: Buffer; headers?: Record<string, string>; chunked?: boolean };
/** Null where the connection went away before an answer came. */
function send(path: string, { method = 'GET', body, headers = {}, chunked = false }: Sent = {}) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; said: string } | null>((resolve) => {
    // Said out loud: of itself the client frames no body for methods that seldom have one.
    const framing = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body?.length) };
    const length = body ? framing : {};
    const sent = ask({ port, host: '127.0.0.1', path, method, headers: { ...length, ...headers } }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, said }));
    });
    sent.once('error', () => resolve(null));
    if (body && chunked) sent.write(body);
    sent.end(chunked ? undefined : body);
  });
}

const from = (address: string) => ({ 'x-forwarded-for': address });
async function cookie(maxAge = 60, secret = SECRET): Promise<Record<string, string>> {
  const token = payloadOf({ userId: ID, sessionId: ID, epoch: 0 });
  return { cookie: `a=b; __Secure-next-auth.session-token=${await encode({ token, secret, maxAge })}` };
}

describe('a body', () => {
  const big = Buffer.alloc(150 * 1024, 'x');

  test('of a stranger is refused by its length, before it is read', async () => {
    seen = [];
    const answer = await send('/articles', { method: 'POST', body: big });
    // The connection may close under what is still being sent.
    if (answer) expect(answer.status).toBe(413);
    const head = await send('/articles', { method: 'POST', headers: { 'content-length': '157286400' } });
    expect(head?.status ?? 413).toBe(413);
    expect(seen).toEqual([]);
  });

  test('of a stranger that does not say how long it is is refused', async () => {
    seen = [];
    const answer = await send('/articles', { method: 'POST', body: big, chunked: true });
    if (answer) expect(answer.status).toBe(411);
    expect(seen).toEqual([]);
  });

  test('of a stranger is refused whatever method brings it, and wherever it is sent', async () => {
    seen = [];
    for (const [method, path] of [
      ['GET', '/sign-in'],
      ['OPTIONS', '/sign-in'],
      ['POST', '/_next/static/a.js'],
      ['POST', '/_next/static/../../sign-in'],
    ] as const) {
      for (const chunked of [true, false])
        expect([411, 413]).toContain((await send(path, { method, body: big, chunked }))?.status ?? 413);
    }
    expect(seen).toEqual([]);
  });

  test.each([
    ['PUT', '/articles', {}, 'method-unknown'],
    ['GET', 'http://elsewhere.example/', {}, 'ask-for-a-path'],
    ['GET', '/api/%zz', {}, 'path-malformed'],
    ['POST', '/articles', { 'content-length': '157286400' }, 'body-of-stranger'],
    ['POST', '/articles', { 'transfer-encoding': 'chunked' }, 'length-missing'],
  ])('or what else cannot go on (%s %s) is refused in JSON with a code', async (method, path, headers, code) => {
    const answer = await send(path, { method, headers });
    expect(JSON.parse(answer?.said ?? '').error).toMatchObject({ code, message: expect.any(String) });
  });

  test('of a stranger may be as long as a sign-in', async () => {
    seen = [];
    expect((await send('/api/auth/callback/password', { method: 'POST', body: Buffer.alloc(2_000) }))?.status).toBe(
      200,
    );
    expect(seen).toMatchObject([{ body: 2_000 }]);
  });

  test('of somebody with a session may be an article, and no more; a forged or old cookie is a stranger’s', async () => {
    const own = await cookie();
    expect((await send('/api/articles', { method: 'POST', body: big, headers: own }))?.status).toBe(200);
    const most = { ...own, 'content-length': String(22 * 1024 * 1024) };
    expect((await send('/api/articles', { method: 'POST', headers: most }))?.status ?? 413).toBe(413);
    for (const bad of [await cookie(-60), await cookie(60, 'the secret of another desk, as long')]) {
      const answer = await send('/api/articles', { method: 'POST', body: big, headers: bad });
      expect(answer?.status ?? 413).toBe(413);
    }
  });
});

describe('a flood', () => {
  test('from one address is turned away, and others go on; so do those with a session, and files that all browsers load', async () => {
    front = makeFront();
    const statuses: (number | undefined)[] = [];
    for (let i = 0; i < 310; i++) statuses.push((await send('/sign-in', { headers: from('192.0.2.1') }))?.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(300);
    expect(statuses.at(-1)).toBe(429);
    expect((await send('/sign-in', { headers: from('192.0.2.2') }))?.status).toBe(200);
    expect((await send('/', { headers: { ...from('192.0.2.1'), ...(await cookie()) } }))?.status).toBe(200);
    expect((await send('/_next/static/a.js', { headers: from('192.0.2.1') }))?.status).toBe(200);
  });

  test('of readers of what is published is let in from one address too, and stands in a line of its own', async () => {
    front = makeFront();
    const one = { headers: from('192.0.2.9') };
    for (let i = 0; i < 310; i++) expect((await send('/published/harbour-tolls?x=1', one))?.status).toBe(200);
    let release = () => {};
    hold = new Promise((done) => {
      release = done;
    });
    seen = [];
    const readers = Array.from({ length: 100 }, () => send('/published', one));
    await expect.poll(() => seen.length, { timeout: 60_000 }).toBe(4);
    const stranger = send('/sign-in', { headers: from('203.0.113.7') });
    await expect.poll(() => seen.filter(({ url }) => url === '/sign-in').length, { timeout: 60_000 }).toBe(1);
    release();
    hold = null;
    expect((await stranger)?.status).toBe(200);
    expect(new Set((await Promise.all(readers)).map((answer) => answer?.status))).toEqual(new Set([200]));
  });

  test('of streams that are answered and go on takes nobody’s place', async () => {
    front = makeFront();
    const streams = Array.from({ length: 70 }, (_, i) =>
      ask({ port, host: '127.0.0.1', path: '/stream', headers: from(`203.0.113.${i}`) }),
    );
    for (const stream of streams) {
      const answered = new Promise((done) => stream.once('response', done));
      stream.once('error', () => {}).end();
      await answered;
    }
    expect((await send('/sign-in', { headers: from('203.0.113.99') }))?.status).toBe(200);
    for (const stream of streams) stream.destroy();
  });

  test('from a hundred addresses finds so many places and no more, and health and sessions beside them', async () => {
    front = makeFront();
    let release = () => {};
    hold = new Promise((done) => {
      release = done;
    });
    seen = [];
    const flood = Array.from({ length: 200 }, (_, i) => send('/sign-in', { headers: from(`198.51.100.${i % 100}`) }));
    const turnedAway = Promise.all(flood).then((answers) => answers.filter((answer) => answer?.status === 503));
    // Three are worked on, so that the database's connections are there for others; the rest stand in line.
    await expect.poll(connections, { timeout: 60_000 }).toBeGreaterThanOrEqual(64);
    await expect.poll(() => seen.length, { timeout: 60_000 }).toBe(3);
    const own = send('/', { headers: await cookie() });
    const health = send('/api/health', { headers: from('203.0.113.5') });
    await expect.poll(() => seen.filter(({ url }) => url !== '/sign-in').length, { timeout: 60_000 }).toBe(2);
    release();
    hold = null;
    expect([(await own)?.status, (await health)?.status]).toEqual([200, 200]);
    expect(await turnedAway).toHaveLength(136);
    expect(seen.filter(({ url }) => url === '/sign-in')).toHaveLength(64);
    expect((await send('/sign-in', { headers: from('203.0.113.6') }))?.status).toBe(200);
  });
});

describe('an address', () => {
  test.each([
    ...['/_next/static/../../sign-in', '/_next/static/%2e%2e/%2e%2e/sign-in', '/_next/static/..\\..\\sign-in'],
    ...['/published/../sign-in', '/published/%2E%2e/sign-in', '/published/..%5csign-in', '/publishedx'],
  ])('%s is no file, and is counted', async (path) => {
    front = makeFront();
    for (let i = 0; i < 300; i++) await send('/sign-in', { headers: from('192.0.2.7') });
    expect((await send(path, { headers: from('192.0.2.7') }))?.status).toBe(429);
  });

  test.each(['*', 'http://evil.example/sign-in'])('%s is refused', async (path) => {
    seen = [];
    expect((await send(path, { method: 'OPTIONS' }))?.status).toBe(400);
    expect(seen).toEqual([]);
  });
});

test('who keeps a place without sending what they began to send gives it up to whoever asks', async () => {
  front = makeFront();
  const waiting = Array.from({ length: 64 }, () =>
    ask({
      port,
      host: '127.0.0.1',
      path: '/api/auth/callback/password',
      method: 'POST',
      headers: { ...from('192.0.2.8'), 'content-length': '100' },
    }),
  );
  const isDropped = waiting.map((one) => new Promise<boolean>((done) => one.once('error', () => done(true))));
  for (const one of waiting) one.write('a');
  await expect.poll(connections, { timeout: 60_000 }).toBeGreaterThanOrEqual(64);
  expect(underWay, 'nothing is begun of what has not come').toBe(0);
  expect((await send('/sign-in', { headers: from('192.0.2.9') }))?.status).toBe(200);
  expect(await isDropped[0]).toBe(true);
  for (const one of waiting.slice(1)) one.destroy();
});

test('a method that nothing here is asked by is named, for somebody with a session too, and goes no further', async () => {
  seen = [];
  for (const method of ['TRACE', 'PROPFIND', 'PUT', 'DELETE']) {
    for (const headers of [{}, await cookie()]) {
      const answer = await send('/sign-in', { method, headers });
      expect([answer?.status, answer?.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    }
  }
  expect(seen).toEqual([]);
});

test('what only the server says in a request’s head does not come from outside', async () => {
  seen = [];
  const forged = { 'x-nonce': 'mine', 'content-security-policy': "script-src 'nonce-mine'", 'x-stet-path': '//evil' };
  await send('/', { headers: { ...forged, purpose: 'prefetch' } });
  expect(Object.keys(seen[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(Object.keys(forged)));
  for (const name of Object.keys(forged)) expect(seen[0]?.headers[name]).toBeUndefined();
});

test('over https browsers are told to come by https alone; elsewhere they are not', async () => {
  expect((await send('/'))?.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000');
  expect((await send('/'))?.headers['strict-transport-security']).toBeUndefined();
  vi.stubEnv('NEXTAUTH_URL', 'https://stet.example');
});
