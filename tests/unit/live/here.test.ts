import { describe, expect, test } from 'vitest';
import { GONE_MS, type Place, Places, RENEW_MS, readPlace, writePlace } from '#lib/live/rules-here.ts';

const id = (n: number) => `019329a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (userId: string, tab: number, articleId: string | null, claimId: string | null = null): Place => ({
  userId,
  tab: id(tab),
  articleId,
  claimId,
  writes: false,
});
const [ruben, sanne, harbour, tram, claim] = [id(1), id(2), id(3), id(4), id(5)];

describe('who is where', () => {
  test('a renewal changes nothing; a step does, on both articles', () => {
    const places = new Places();
    expect(places.put(at(ruben, 1, harbour), 0)).toEqual([harbour]);
    expect(places.put(at(ruben, 1, harbour), 10)).toEqual([]);
    expect(places.put(at(ruben, 1, harbour, claim), 20)).toEqual([harbour]);
    expect(places.put(at(ruben, 1, tram), 30)).toEqual([harbour, tram]);
    expect(places.on(harbour)).toEqual([]);
    expect(places.put(at(ruben, 1, null), 40)).toEqual([tram]);
    expect(places.on(tram)).toEqual([]);
  });

  test('is gone within half a minute, and not while it is renewed', () => {
    const places = new Places();
    places.put(at(ruben, 1, harbour), 0);
    places.put(at(sanne, 2, harbour), 0);
    places.put(at(ruben, 1, harbour), RENEW_MS);
    expect(places.expire(GONE_MS - 1)).toEqual([]);
    expect(places.expire(GONE_MS)).toEqual([harbour]);
    expect(places.on(harbour).map(({ userId }) => userId)).toEqual([ruben]);
    expect(GONE_MS).toBeLessThan(30_000);
  });

  test('windows of one person are bounded, and never push out another', () => {
    const places = new Places();
    places.put(at(sanne, 0, harbour), 0);
    for (let tab = 1; tab <= 100; tab++) places.put(at(ruben, tab, harbour), tab);
    expect(places.on(harbour).filter(({ userId }) => userId === ruben)).toHaveLength(16);
    expect(places.on(harbour).filter(({ userId }) => userId === sanne)).toHaveLength(1);
  });

  test('what anybody else writes to the channel is nobody’s place', () => {
    const place = at(ruben, 1, harbour, claim);
    expect(readPlace(writePlace(place))).toEqual(place);
    for (const words of ['', '[]', '{', 'null', JSON.stringify(['x', 'y', null, null, true])])
      expect(readPlace(words)).toBeNull();
  });
});
