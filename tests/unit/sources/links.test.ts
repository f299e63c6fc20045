import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkKey } from '#lib/sources/rules-links.ts';
import { LINK_RULES } from '#lib/sources/rules-links-rows.ts';

describe.each(LINK_RULES)('a link: $name', ({ same, other }) => {
  test.each(same)('%s is %s', (one, another) => expect(linkKey(one)).toBe(linkKey(another)));
  test.each(other)('%s is not %s', (one, another) => expect(linkKey(one)).not.toBe(linkKey(another)));
});

describe('a DOI', () => {
  test.each([
    'doi:10.1000/ABC.def(2021)7',
    'DOI: 10.1000/abc.def(2021)7',
    '10.1000/abc.def(2021)7',
    'https://doi.org/10.1000/abc.def(2021)7',
    'http://dx.doi.org/10.1000/ABC.DEF(2021)7#part',
    'https://www.doi.org/10.1000%2Fabc.def%282021%297?utm_source=x',
    'info:doi/10.1000/abc.def(2021)7',
    'urn:doi:10.1000/abc.def(2021)7',
  ])('is one in the form %s', (link) => expect(linkKey(link)).toBe('doi:10.1000/abc.def(2021)7'));
  test.each(['https://doi.org/', 'https://example.org/10.1000/abc', '10.1/x', 'https://doi.org/10.1000/', 'doi:'])(
    'is not %s',
    (link) => expect(linkKey(link)).not.toMatch(/^doi:10/),
  );
  test('is not another', () => expect(linkKey('10.1000/abc')).not.toBe(linkKey('10.1000/abcd')));
});

describe('a link within a link', () => {
  const inner = 'https://example.org/a?id=7';
  const encoded = encodeURIComponent(inner);
  test.each([
    `https://www.google.com/url?sa=t&url=${encoded}&usg=x`,
    `https://www.google.co.uk/url?q=${encoded}`,
    `https://l.facebook.com/l.php?u=${encoded}%26fbclid%3D1&h=2`,
    `https://emea01.safelinks.protection.outlook.com/?url=${encoded}&data=x`,
    `https://www.youtube.com/redirect?q=${encoded}`,
    `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://www.google.com/url?q=${encoded}`)}`,
    'https://www.google.com/amp/s/www.example.org/a?id=7',
    'https://example-org.cdn.ampproject.org/c/s/www.example.org/a?id=7',
  ])('is the inner one: %s', (link) => expect(linkKey(link)).toBe(linkKey(inner)));
  test.each([
    `https://example.com/url?q=${encoded}`,
    'https://www.google.com/url?q=harbour',
    'https://www.google.com/search?q=https://example.org/a',
    `https://web.archive.org/web/20260301000000/${inner}`,
  ])('is another: %s', (link) => expect(linkKey(link)).not.toBe(linkKey(inner)));
  test('of an archive is one of its time', () =>
    expect(linkKey(`https://web.archive.org/web/20260301000000/${inner}`)).not.toBe(
      linkKey(`https://web.archive.org/web/20260302000000/${inner}`),
    ));
});

describe('a key', () => {
  test.each([
    ['https://www.Example.org:443/A/?b=2&a=1&utm_source=x#part', '//example.org/A?a=1&b=2'],
    ['http://example.org:8080/', '//example.org:8080'],
    ['http://[2001:db8::1]/a', '//[2001:db8::1]/a'],
    ['mailto:ana@example.org', 'mailto:ana@example.org'],
    ['  Interview with the harbour master ', 'Interview with the harbour master'],
    ['https://', 'https://'],
    ['', ''],
  ])('of %j is %j', (link, key) => expect(linkKey(link)).toBe(key));

  const word = fc.constantFrom(
    'a',
    'amp',
    'AMP',
    'story-of-it',
    '2026',
    'x.amp.amp.html',
    'a;jsessionid=1',
    'amp;jsessionid=2',
    '',
    '.',
    '..',
    '%2e',
    '%25',
    '%2F',
    '%E9',
    '%7e',
    'caf\u00e9',
    'e\u0301',
    'b c',
    'a,b',
    'https:',
    '10.1000',
    '%',
  );
  const host = fc.constantFrom(
    'example.org',
    'www.m.www.example.org',
    'm.m.example.co.uk',
    'en.m.example.org',
    'en.m.m.example.org',
    'www.com',
    'x.com',
    'm.x.com',
    'www.youtu.be',
    'youtu.be',
    'doi.org',
    'www.google.com',
    'a.cdn.ampproject.org',
    'm\u00fcnchen.example',
    'example.org.',
    'a.example:8080',
    'a.example:80',
    '127.1',
    'l.facebook.com',
  );
  const parameter = fc.tuple(
    fc.constantFrom('a', 'b', 'amp', 'utm_source', 'q', 'url', 'u', 'v', 'si', '', '%', '%41', 'x+y'),
    fc.oneof(
      fc.constantFrom('', '=', '=1', '=a+b', '=a%2Bb', '=%E9', '=a=b', '=%26', '=https://www.example.org/%2541'),
      fc.webUrl().map((url) => `=${encodeURIComponent(url)}`),
    ),
  );
  const link = fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'HTTPS://', '//', ''),
      host,
      fc.array(word, { maxLength: 5 }),
      fc.array(parameter, { maxLength: 4 }),
      fc.constantFrom('', '#', '#a', '#!', '#!/a', '#/', '#/a:~:text=b', '#/%7e%', '#caf\u00e9'),
    )
    .map(
      ([scheme, at, path, query, hash]) =>
        `${scheme}${at}/${path.join('/')}?${query.map((pair) => pair.join('')).join('&')}${hash}`,
    );

  test('is its own key', () => {
    fc.assert(
      fc.property(
        fc.oneof(link, fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
        (text) => {
          const key = linkKey(text);
          expect(linkKey(key)).toBe(key);
        },
      ),
      { numRuns: 3_000 },
    );
  });
  test('does not change with what names no page', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.constantFrom('utm_source=x', 'fbclid=1', '_ga=2'), (url, tracking) => {
        expect(linkKey(`${url}?${tracking}#part`)).toBe(linkKey(url));
      }),
    );
  });
  test('changes with every parameter that is not known', () => {
    const name = fc.stringMatching(/^[a-z]{1,3}$/).filter((text) => text !== 'amp');
    fc.assert(
      fc.property(fc.webUrl(), name, fc.nat(), fc.nat(), (url, parameter, one, other) => {
        fc.pre(one !== other);
        expect(linkKey(`${url}?${parameter}=${one}`)).not.toBe(linkKey(`${url}?${parameter}=${other}`));
      }),
    );
  });
});
