import { describe, expect, test } from 'vitest';
import { codeOf, html, policyFor, serve } from './servers.ts';

let visits: string[] = [];
const inside = await serve((request, response) => {
  visits.push(request.url ?? '');
  html(response, 'secret');
});
const to: Readonly<Record<string, string | undefined>> = {
  '/to-inside': `http://127.0.0.1:${inside}/`,
  '/to-name-inside': `http://inside.example:8080/`,
  '/to-decimal': `http://2130706433:${inside}/`,
  '/to-mapped': `http://[::ffff:127.0.0.1]:8080/`,
  '/to-metadata': 'http://169.254.169.254/latest/meta-data/',
  '/to-port': 'http://example.org:22/',
  '/to-file': 'file:///etc/passwd',
  '/to-gopher': 'gopher://127.0.0.1:6379/_FLUSHALL',
  '/to-credentials': 'http://ana:secret@site.test/',
  '/to-nonsense': 'http://[',
  '/to-nowhere': '',
  '/round-1': '/round-2',
  '/round-2': '/round-1',
  '/again': '/again#later',
  '/into-a-round': '/round-1',
  '/to-consent': '/consent?back=%2Fpage',
  '/to-sign-in': '/user/login?next=%2Fpage',
  '/to-signs': Buffer.from('/caf\u00e9').toString('latin1'),
  '/to-bytes': '/caf\u00e9',
  '/1': '/2',
  '/2': '/3',
  '/3': '/4',
  '/4': '/page',
};
const port = await serve((request, response) => {
  const location = to[request.url ?? ''];
  if (request.url === '/robots.txt') response.writeHead(404).end();
  else if (location === undefined) html(response);
  else response.writeHead(302, location ? { location } : {}).end('secret');
});
const policy = policyFor([port], {
  resolve: async (host) => [host === 'inside.example' ? '10.0.0.1' : '127.0.0.1'],
  mostRedirects: 4,
});

describe('a link that leads on', () => {
  test.each([
    ['/to-inside', 'fetch-port'],
    ['/to-name-inside', 'fetch-private'],
    ['/to-decimal', 'fetch-port'],
    ['/to-mapped', 'fetch-private'],
    ['/to-metadata', 'fetch-private'],
    ['/to-port', 'fetch-port'],
    ['/to-file', 'fetch-scheme'],
    ['/to-gopher', 'fetch-scheme'],
    ['/to-credentials', 'fetch-credentials'],
    ['/to-nonsense', 'fetch-location'],
    ['/to-nowhere', 'fetch-location'],
    ['/round-1', 'fetch-circle'],
    ['/again', 'fetch-circle'],
    ['/into-a-round', 'fetch-circle'],
    ['/to-consent', 'fetch-consent'],
    ['/to-sign-in', 'fetch-sign-in'],
  ])('%s is refused: %s', async (path, code) => {
    visits = [];
    expect(await codeOf(`http://site.test:${port}${path}`, policy)).toBe(code);
    expect(visits).toEqual([]);
  });
  test('a few times is followed, and no further', async () => {
    expect(await codeOf(`http://site.test:${port}/1`, policy)).toBe(`fetched http://site.test:${port}/page`);
    expect(await codeOf(`http://site.test:${port}/1`, { ...policy, mostRedirects: 3 })).toBe('fetch-redirects');
  });
  test('is refused there as it would be here, whatever ports are open', async () => {
    visits = [];
    const open = { ...policy, allow: [...policy.allow, `9.9.9.9/32:${inside}`] };
    expect(await codeOf(`http://site.test:${port}/to-inside`, open)).toBe('fetch-private');
    expect(visits).toEqual([]);
  });
  test('to a page where people sign in is fetched by who asks for that page', async () =>
    expect(await codeOf(`http://site.test:${port}/user/login`, policy)).toMatch(/^fetched/));
  test('with signs beyond ASCII, in UTF-8 and otherwise, leads where a browser goes', async () => {
    const page = `fetched http://site.test:${port}/caf%C3%A9`;
    expect(await codeOf(`http://site.test:${port}/to-signs`, policy)).toBe(page);
    expect(await codeOf(`http://site.test:${port}/to-bytes`, policy)).toBe(page);
  });
});
