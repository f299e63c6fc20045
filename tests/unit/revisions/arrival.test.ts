import { describe, expect, test } from 'vitest';
import { filledIn, linkIn, nameOfLink } from '#lib/revisions/rules-arrival.ts';

describe('a link is a text that is nothing else', () => {
  test.each([
    ['https://post.example/2026/03/berths', 'https://post.example/2026/03/berths'],
    ['  http://post.example \n', 'http://post.example'],
    ['HTTPS://Post.Example/a?b=c#d', 'HTTPS://Post.Example/a?b=c#d'],
    ['See https://post.example/a', null],
    ['https://post.example/a\nhttps://post.example/b', null],
    ['https://post.example/a b', null],
    ['https://', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['post.example/a', null],
    ['', null],
    [`https://post.example/${'a'.repeat(2000)}`, null],
  ])('%j', (text, link) => expect(linkIn(text)).toBe(link));
});

test.each([
  ['https://www.post.example/2026/berths/?from=feed#top', 'post.example/2026/berths'],
  ['http://post.example/', 'post.example'],
  [`https://post.example/${'a'.repeat(400)}`, `post.example/${'a'.repeat(287)}`],
])('an article by link alone is called %j', (link, name) => expect(nameOfLink(link)).toBe(name));

describe('what is read of a head', () => {
  const read = {
    headline: 'Berths closed',
    outlet: 'The Estuary Post',
    byline: null,
    publishedOn: '2026-03-12',
    link: 'https://post.example/berths',
    from: { headline: 'json-ld', outlet: 'open-graph', publishedOn: 'time', link: 'link' },
  } as const;
  const empty = { headline: 'post.example/b', outlet: null, byline: null, publishedOn: null, link: null };

  test('fills what is empty and a headline that stands in for one, and says where each is from', () => {
    expect(filledIn(empty, 'post.example/b', read)).toEqual({
      head: {
        headline: 'Berths closed',
        outlet: 'The Estuary Post',
        publishedOn: '2026-03-12',
        link: 'https://post.example/berths',
      },
      readOff: {
        headline: { value: 'Berths closed', from: 'json-ld' },
        outlet: { value: 'The Estuary Post', from: 'open-graph' },
        publishedOn: { value: '2026-03-12', from: 'time' },
        link: { value: 'https://post.example/berths', from: 'link' },
      },
    });
  });

  test('leaves alone what a person has written, meanwhile too', () => {
    const own = { ...empty, headline: 'Our own headline', outlet: 'Our paper', link: 'https://post.example/b' };
    expect(filledIn(own, 'post.example/b', read).head).toEqual({ publishedOn: '2026-03-12' });
    expect(filledIn(empty, null, read).head).not.toHaveProperty('headline');
  });
});
