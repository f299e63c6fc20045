import { describe, expect, test } from 'vitest';
import { connectorTo } from '#lib/ingest/fetch/ask.ts';
import { fetchPolicy } from '#lib/ingest/fetch/index.ts';
import { AppError } from '#lib/platform/result.ts';
import { codeOf, html, policyFor, serve } from './servers.ts';

let visits = 0;
const port = await serve((request, response) => {
  visits += 1;
  if (request.url === '/robots.txt') return response.writeHead(404).end();
  html(response);
});
const link = `http://rebound.test:${port}/`;
const usual = 'http://rebound.test:8080/';
/** Here the addresses are allowed, and no names: what a name is said to have decides. */
const allow = [`127.0.0.1/32:${port}`];

describe('a name', () => {
  test.each([
    ['a private address', ['10.0.0.1'], link],
    ['this machine, where that is not allowed', ['127.0.0.2'], link],
    ['a public address first, and a private one', ['93.184.216.34', '10.0.0.1'], usual],
    ['an allowed address first, and a private one', ['127.0.0.1', '192.168.0.1'], link],
    ['a mapped private address', ['::ffff:10.0.0.1'], link],
    ['a link-local address with a zone', ['fe80::1%eth0'], link],
    ['no address at all, but a name again', ['localhost'], link],
  ])('that has %s is refused, and nobody is asked', async (_, addresses, link) => {
    visits = 0;
    const policy = policyFor([], { allow, resolve: async () => addresses });
    expect(await codeOf(link, policy)).toBe('fetch-private');
    expect(visits).toBe(0);
  });

  test('that has another address a moment later is asked at the one that was checked', async () => {
    visits = 0;
    const answers = [['127.0.0.1'], ['127.0.0.1'], ['10.0.0.1']];
    let lookups = 0;
    const policy = policyFor([], { allow, resolve: async () => answers[lookups++] ?? [] });
    expect(await codeOf(link, policy)).toBe(`fetched ${link}`);
    // robots.txt and the page, each looked up once and connected to what was found.
    expect([lookups, visits]).toEqual([2, 2]);
    expect(await codeOf(link, policy)).toBe('fetch-private');
    expect([lookups, visits]).toEqual([3, 2]);
  });

  test.each([
    ['ENOTFOUND', 'fetch-no-such-host'],
    ['EAI_AGAIN', 'fetch-names-away'],
  ])('that ends in %s is told as %s', async (code, told) => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code }));
    expect(await codeOf(link, policyFor([], { allow, resolve }))).toBe(told);
  });
  test('that has no addresses is none', async () => {
    expect(await codeOf(link, policyFor([], { allow, resolve: async () => [] }))).toBe('fetch-no-such-host');
  });
  test('that the machine itself has for this machine is refused', async () => {
    expect(await codeOf('http://localhost/', fetchPolicy({}, {}))).toBe('fetch-private');
  });
  test('is no way round: whoever is connected to is looked at once more', async () => {
    const connected = (allowed: readonly string[]) =>
      new Promise<unknown>((done) => {
        const run = { policy: policyFor([], { allow: allowed }), stop: new AbortController() };
        connectorTo(
          ['127.0.0.1'],
          new URL(link),
          run,
        )(
          { hostname: 'rebound.test', host: 'rebound.test', protocol: 'http:', port: String(port) },
          (error, socket) => {
            socket?.destroy();
            done(error instanceof AppError ? error.refusal.code : error);
          },
        );
      });
    expect(await connected(allow)).toBeNull();
    expect(await connected([])).toBe('fetch-private');
  });
});
