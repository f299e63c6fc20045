import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { describe, expect, test } from 'vitest';
import { robotsCache } from '#lib/ingest/fetch/index.ts';
import { areBeyondReading, readRobots, robotsAllow } from '#lib/ingest/fetch/robots-rules.ts';
import { codeOf, html, policyFor, serve } from './servers.ts';

const allows = (robots: string, path: string) =>
  robotsAllow(readRobots(robots, 'Stet'), new URL(path, 'https://example.org'));

describe('a robots.txt', () => {
  test.each([
    ['nothing', '', '/a', true],
    ['everything, for everybody', 'User-agent: *\nDisallow: /', '/a', false],
    ['everything, for Stet', 'User-agent: Stet\nDisallow: /', '/a', false],
    ['everything, for Stet in another case and version', 'user-AGENT: sTET/2.0\ndisallow: /', '/a', false],
    ['everything, for others', 'User-agent: Other\nDisallow: /', '/a', true],
    ['everything, for one whose name begins the same', 'User-agent: Stetson\nDisallow: /', '/a', true],
    [
      'everything for everybody, and nothing for Stet',
      'User-agent: *\nDisallow: /\n\nUser-agent: Stet\nDisallow:',
      '/a',
      true,
    ],
    [
      'nothing for everybody, and all for Stet',
      'User-agent: Stet\nDisallow: /\n\nUser-agent: *\nAllow: /',
      '/a',
      false,
    ],
    ['a rule for several', 'User-agent: Other\nUser-agent: Stet\nDisallow: /a', '/a', false],
    [
      'a rule for several, with something between',
      'User-agent: Stet\nCrawl-delay: 9\nUser-agent: Other\nDisallow: /a',
      '/a',
      false,
    ],
    ['two groups of one', 'User-agent: Stet\nDisallow: /a\nUser-agent: Stet\nDisallow: /b', '/a', false],
    ['a part', 'User-agent: *\nDisallow: /private/', '/private/a', false],
    ['a part, and not what is beside it', 'User-agent: *\nDisallow: /private/', '/privateer', true],
    ['a part, and an exception', 'User-agent: *\nDisallow: /a/\nAllow: /a/b', '/a/bc', true],
    ['two rules of one length', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['an ending', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['an ending, and not more', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
    ['a whole path', 'User-agent: *\nDisallow: /a$', '/a', false],
    ['a whole path, and not more', 'User-agent: *\nDisallow: /a$', '/ab', true],
    ['an ending that begins where the pattern has been', 'User-agent: *\nDisallow: /ab*b$', '/ab', true],
    ['a question', 'User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
    ['signs in any way of writing them', 'User-agent: *\nDisallow: /caf%C3%A9/%7eana', '/caf\u00e9/~ana', false],
    ['signs as they are', 'User-agent: *\nDisallow: /caf\u00e9', '/caf%c3%a9', false],
    ['a comment', 'User-agent: * # all\nDisallow: / # of it', '/a', false],
    ['other ends of lines, and a mark at the beginning', '\uFEFFUser-agent: *\r\rDisallow: /\r\n', '/a', false],
    ['rules of nobody', 'Disallow: /', '/a', true],
    ['no rules but a page', '<!doctype html><p>Not found', '/a', true],
    ['itself', 'User-agent: *\nDisallow: /', '/robots.txt', true],
  ])('that keeps %s', (_, robots, path, isAllowed) => expect(allows(robots, path)).toBe(isAllowed));

  test('is read as a library reads it', () => {
    const part = fc.stringMatching(/^[ab*$/]{1,6}$/).map((text) => `/${text}`);
    const line = fc.oneof(
      fc.constantFrom('User-agent: *', 'User-agent: stet', 'User-agent: other', '', 'Disallow:'),
      part.map((path) => `Disallow: ${path}`),
      part.map((path) => `Allow: ${path}`),
    );
    const path = fc.stringMatching(/^[ab/$]{0,8}$/).map((text) => `/${text}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), path, (lines, at) => {
        // Who is named without a rule has none: the library wants one.
        const text = [...lines, 'Disallow:'].join('\n');
        const url = `https://example.org${at}`;
        const theirs = robotsParser('https://example.org/robots.txt', text).isAllowed(url, 'Stet');
        expect(robotsAllow(readRobots(text, 'Stet'), new URL(url))).toBe(theirs);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that is made to be slow or large is neither', () => {
    const agents = Array.from({ length: 20_000 }, (_, i) => `User-agent: a${i}`);
    const rules = Array.from({ length: 20_000 }, () => 'Disallow: /');
    expect(readRobots([...agents, ...rules].join('\n'), 'Stet')).toEqual([]);
    expect(allows(`User-agent: *\nDisallow: /${'*a'.repeat(200_000)}b`, `/${'a'.repeat(3_900)}`)).toBe(true);
    const middle = `Disallow: /*${'a'.repeat(950)}b${'a'.repeat(950)}\n`.repeat(250);
    const beyond = (robots: string, length: number) =>
      areBeyondReading(
        readRobots(`User-agent: *\n${robots}`, 'Stet'),
        new URL(`https://example.org/${'a'.repeat(length)}`),
      );
    expect(beyond(middle, 3_900)).toBe(true);
    expect(beyond(middle, 100)).toBe(false);
    expect(beyond('Disallow: /*?session=\n'.repeat(2_000), 2_000)).toBe(false);
    expect(beyond('Disallow: /a/section/of/many\n'.repeat(16_000), 3_900)).toBe(false);
  });
});

/** Its last rule stands beyond what is read, and most of it is never unpacked. */
const bomb = gzipSync(`User-agent: *\nDisallow: /private\n${'\n'.repeat(3_000_000)}Disallow: /\n`);
const asked: string[] = [];
/** What the site answers for its robots.txt, by the first part of its name. */
const answers: Readonly<Record<string, readonly [status: number, body: string, location?: string]>> = {
  open: [200, 'User-agent: *\nDisallow: /private'],
  none: [404, 'no'],
  forbidden: [403, 'no'],
  busy: [429, ''],
  broken: [503, ''],
  moved: [301, '', '/robots-2.txt'],
  round: [301, '', '/robots.txt'],
  inside: [301, '', 'http://10.0.0.1/robots.txt'],
  elsewhere: [301, '', 'ftp://example.org/robots.txt'],
  endless: [200, `User-agent: *\n${'Disallow: /*b\n'.repeat(30_000)}`],
  large: [200, `User-agent: *\nDisallow: /private\n${'# words\n'.repeat(100_000)}Disallow: /\n`],
};
const port = await serve((request, response) => {
  const site = request.headers.host?.split('.')[0] ?? '';
  asked.push(`${site}${request.url}`);
  const [status, body, location] = answers[site] ?? [404, ''];
  if (request.url === '/robots.txt' && site === 'packed')
    return response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  if (request.url === '/robots.txt') response.writeHead(status, location ? { location } : {}).end(body);
  else if (request.url === '/robots-2.txt') response.end('User-agent: Stet\nDisallow: /private');
  else if (request.url === '/leads') response.writeHead(302, { location: `http://open.test:${port}/private` }).end();
  else html(response);
});
const policy = policyFor([port]);
const ask = (site: string, path = '/page') => codeOf(`http://${site}.test:${port}${path}`, policy);

describe('a site', () => {
  test.each([
    ['that says no is kept to', 'open', '/private/page', 'fetch-robots'],
    ['that says no where it is said to stand is kept to', 'moved', '/private', 'fetch-robots'],
    ['that says yes is read', 'open', '/page', 'fetched'],
    ['without any is read', 'none', '/page', 'fetched'],
    ['that shows none is read', 'forbidden', '/page', 'fetched'],
    ['that leads round in a circle has none, and is read', 'round', '/page', 'fetched'],
    ['that has been asked too often is not read', 'busy', '/page', 'fetch-robots-unknown'],
    ['that has trouble is not read', 'broken', '/page', 'fetch-robots-unknown'],
    ['that leads to where Stet does not go is not read', 'inside', '/page', 'fetch-robots-unknown'],
    ['that leads to another scheme is not read', 'elsewhere', '/page', 'fetch-robots-unknown'],
    ['with a very long one is kept to as far as it is read', 'large', '/private', 'fetch-robots'],
    ['with a very long one is read where that end would refuse', 'large', '/page', 'fetched'],
    ['with a packed one that is far longer is kept to as well', 'packed', '/private', 'fetch-robots'],
    ['with a packed one that is far longer is read as well', 'packed', '/page', 'fetched'],
    ['with rules beyond reading is not read', 'endless', `/${'a'.repeat(2_000)}`, 'fetch-robots-unknown'],
    ['that another leads to is asked too', 'none', '/leads', 'fetch-robots'],
  ])('%s', async (_, site, path, told) => expect((await ask(site, path)).split(' ')[0]).toBe(told));

  test('is asked for its robots.txt once in a while, and not at every page', async () => {
    let now = 0;
    const remembering = { ...policy, robots: robotsCache(1_000, () => now) };
    const link = `http://open.test:${port}/page`;
    asked.length = 0;
    await codeOf(link, remembering);
    await codeOf(link, remembering);
    expect(asked).toEqual(['open/robots.txt', 'open/page', 'open/page']);
    now = 1_001;
    await codeOf(link, remembering);
    expect(asked.slice(3)).toEqual(['open/robots.txt', 'open/page']);
  });
  test('that could not say is asked again at once', async () => {
    asked.length = 0;
    await ask('broken');
    await ask('broken');
    expect(asked).toEqual(['broken/robots.txt', 'broken/robots.txt']);
  });
  test('is forgotten when very many have come after it', () => {
    const cache = robotsCache(1_000, () => 0);
    for (let i = 0; i < 65; i++) cache.set(`https://${i}.test`, []);
    expect([cache.get('https://0.test'), cache.get('https://1.test'), cache.get('https://64.test')]).toEqual([
      null,
      [],
      [],
    ]);
  });
  test('is told as what it is where it cannot be asked for anything', async () => {
    expect(await codeOf('http://site.test:8080/', policyFor([], { resolve: async () => ['10.0.0.1'] }))).toBe(
      'fetch-private',
    );
  });
});
