import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inWords, tell } from '#lib/i18n/tell.ts';
import { isSameOrigin, respond, respondForeign, streamOf } from '#lib/platform/http.ts';
import { clientAddress, tooManyTries } from '#lib/platform/rate-limit.ts';
import { done, REFUSALS, refused } from '#lib/platform/result.ts';

const request = (method: string, headers: Record<string, string>) =>
  new Request('http://127.0.0.1:3000/api/articles', { method, headers: { host: 'desk.example:3000', ...headers } });

describe('a request that changes something', () => {
  test.each([
    ['POST', {}, true],
    ['POST', { 'sec-fetch-site': 'same-origin' }, true],
    ['POST', { 'sec-fetch-site': 'none' }, true],
    ['POST', { 'sec-fetch-site': 'same-site' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: 'http://desk.example:3000' }, false],
    ['POST', { origin: 'http://desk.example:3000' }, true],
    ['POST', { origin: 'http://desk.example' }, false],
    ['POST', { origin: 'http://evil.example' }, false],
    ['POST', { origin: 'null' }, false],
    ['DELETE', { origin: 'http://evil.example' }, false],
    ['GET', { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' }, true],
    ['HEAD', { 'sec-fetch-site': 'cross-site' }, true],
  ])('%s with %j: ours is %s', (method, headers, ours) => {
    expect(isSameOrigin(request(method, headers))).toBe(ours);
  });
});

describe('an answer', () => {
  test('is the value as JSON, kept by no cache', async () => {
    const response = respond(done({ id: 'a' }));
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toEqual({ id: 'a' });
    expect(await respond(done(undefined)).json()).toBeNull();
  });

  test('is a refusal with its reason, words and fields', async () => {
    const fields = { name: { code: 'field-required' } } as const;
    const response = respond(tell(refused('invalid', 'input-not-understood', { fields })));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: {
        reason: 'invalid',
        code: 'input-not-understood',
        message: 'Name: Say something here.',
        fields: { name: 'Say something here.' },
      },
    });
  });

  test('has a status that says failure for every refusal', () => {
    for (const reason of REFUSALS) expect(respond(tell(refused(reason, 'fault'))).status).toBeGreaterThanOrEqual(400);
    expect(respond(tell(refused('unavailable', 'fault'))).status).toBe(503);
    expect(respond(tell(refused('signed-out', 'fault'))).status).toBe(401);
  });
});

describe('the address a request comes from', () => {
  test.each([
    ['127.0.0.1', 0, '127.0.0.1'],
    ['10.9.8.7, 203.0.113.5', 0, '203.0.113.5'],
    ['10.9.8.7, 203.0.113.5, 127.0.0.1', 1, '203.0.113.5'],
    ['203.0.113.5', 1, '203.0.113.5'],
    ['::ffff:192.0.2.7', 0, '192.0.2.7'],
    ['2001:db8::1', 0, '2001:db8:0:0::/64'],
    ['2001:DB8:0:0:1:2:3:4', 0, '2001:db8:0:0::/64'],
    ['2001:0db8:1:2:ffff::', 0, '2001:db8:1:2::/64'],
    ['::1', 0, '0:0:0:0::/64'],
    ['somebody', 0, 'unknown'],
    ['', 0, 'unknown'],
  ])('%j behind %i proxies is %s', (forwarded, proxies, address) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': forwarded }), proxies)).toBe(address);
  });
});

describe('how long to wait', () => {
  test.each([
    [1, '1 second'],
    [40, '40 seconds'],
    [89, '89 seconds'],
    [90, '2 minutes'],
    [721, '13 minutes'],
  ])('%i s is "%s"', (seconds, words) => {
    expect(inWords(tooManyTries(seconds))).toBe(`Too many tries. Wait ${words}, then try again.`);
  });
});

const Config = z.object({ headers: z.function({ output: z.promise(z.unknown()) }) });
const Said = z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) });

describe('respondForeign', () => {
  const page = new TextEncoder().encode('<script>alert(1)</script>');
  test('has nothing of what came from elsewhere run, guessed or kept', () => {
    for (const response of [respondForeign(page, { name: 'a.html' }), respondForeign(page, { type: 'image/png' })]) {
      expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    }
    expect(respondForeign(page, { name: 'a.html' }).headers.get('content-type')).toBe('application/octet-stream');
  });
  // Next puts what the configuration says of a path in the place of what its route says.
  test('and the server says the same of the whole path', async () => {
    const path: string = '../../../next.config.js';
    const { default: config } = z.object({ default: Config }).parse(await import(path));
    const said = z.array(Said).parse(await config.headers());
    const last = said.filter(({ source }) => '/api/captures/x/bytes'.startsWith(source.replace('/:path*', ''))).at(-1);
    const policy = last?.headers.find(({ key }) => key === 'Content-Security-Policy');
    expect(policy?.value).toBe(respondForeign(page, {}).headers.get('content-security-policy'));
  });
  test.each([
    ['List.pdf', 'List.pdf'],
    ['Bericht „März“ (2).pdf', 'Bericht%20%E2%80%9EM%C3%A4rz%E2%80%9C%20%282%29.pdf'],
    ['a"\r\nset-cookie: x', 'a%22%0D%0Aset-cookie%3A%20x'],
    ["it's *.txt\ud800", 'it%27s%20%2A.txt%EF%BF%BD'],
  ])('saves %j under its name, which ends no header', (name, encoded) => {
    const { headers } = respondForeign(page, { name });
    expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encoded}`);
  });
});

test('bytes that are made while they are sent are made no further than they are taken', async () => {
  let made = 0;
  let ended = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield new Uint8Array([++made]);
    } finally {
      ended = true;
    }
  }
  const reader = streamOf(chunks()).getReader();
  expect((await reader.read()).value).toEqual(new Uint8Array([1]));
  expect(made).toBeLessThanOrEqual(2);
  await reader.cancel();
  expect(ended).toBe(true);
});
