import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fetchLink, robotsCache } from '#lib/ingest/fetch/index.ts';
import { html, never, PAGE, policyFor, serve } from './servers.ts';

const heard: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];
const port = await serve((request, response) => {
  heard.push({ path: request.url ?? '', headers: request.headers });
  if (request.url === '/robots.txt') return response.writeHead(404).end();
  if (request.url === '/moved')
    return response.writeHead(302, { location: '/page?a=1#part', 'set-cookie': 'seen=1' }).end();
  if (request.url === '/bytes') return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  html(response, PAGE, { 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT', 'set-cookie': 'a=b', server: 'x' });
});
const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), randomBytes(300_000)]);
const policy = policyFor([port]);

describe('a link', () => {
  test('is fetched, with where it led and what matters of the answer', async () => {
    const before = Date.now();
    const outcome = await fetchLink(` http://Site.test:${port}/moved#top `, policy);
    if (!outcome.ok) throw new Error(outcome.code);
    const { bytes, headers, at, ...rest } = outcome.value;
    expect(rest).toEqual({
      askedFor: ` http://Site.test:${port}/moved#top `,
      address: `http://site.test:${port}/page?a=1`,
      status: 200,
      mediaType: 'text/html',
      charset: 'utf-8',
      hops: [`http://site.test:${port}/moved`, `http://site.test:${port}/page?a=1`],
    });
    expect(new TextDecoder().decode(bytes)).toBe(PAGE);
    expect(headers.map(([name]) => name)).toEqual(['content-type', 'last-modified', 'date']);
    expect(at.getTime()).toBeGreaterThanOrEqual(before);
  });
  test('is asked for by name, without a cookie, a referrer or a version', async () => {
    heard.length = 0;
    await fetchLink(`http://site.test:${port}/moved`, { ...policy, robots: robotsCache(0) });
    expect(heard.map(({ path }) => path)).toEqual(['/robots.txt', '/moved', '/robots.txt', '/page?a=1']);
    for (const { headers } of heard) {
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
      expect(headers['user-agent']).toMatch(/^Mozilla\/5\.0 \(compatible; Stet; [^()]+\)$/);
    }
  });
  test('brings the very bytes that were sent', async () => {
    const outcome = await fetchLink(`http://site.test:${port}/bytes`, policy);
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(outcome.ok && digest(outcome.value.bytes)).toBe(digest(picture));
  });
  test('is given up when its caller says so', async () => {
    const stop = new AbortController();
    const reason = new Error('cancelled');
    const fetching = fetchLink(`http://site.test:${port}/`, { ...policy, resolve: never, signal: stop.signal });
    stop.abort(reason);
    await expect(fetching).rejects.toBe(reason);
    await expect(fetchLink(`http://site.test:${port}/`, { ...policy, signal: stop.signal })).rejects.toBe(reason);
  });
});
