import { describe, expect, test } from 'vitest';
import { Kept } from '#lib/platform/kept.ts';
import { dueChanges, findingsOf, listedAs, seenOf, slugFor } from '#lib/publishing/rules.ts';
import { isSlug, publicSearch } from '#lib/publishing/rules-public.ts';
import type { ChangedVerdict } from '#lib/publishing/types.ts';
import { sample } from '../exports/sample.ts';

const changed = (claimId: string, now: string | null): ChangedVerdict => ({
  claimId,
  number: 1,
  statement: 'It is so.',
  was: 'true',
  wasLabel: 'True',
  now,
  nowLabel: now,
});

describe('what is due', () => {
  test('is what changed otherwise than was declined', () => {
    const declined = { ratings: { a: 'false', b: null }, reason: 'x' };
    const all = [changed('a', 'false'), changed('b', null), changed('c', 'false')];
    expect(dueChanges(all, declined).map(({ claimId }) => claimId)).toEqual(['c']);
    expect(dueChanges([changed('a', null), changed('b', 'false')], declined)).toHaveLength(2);
    expect(dueChanges(all, null)).toEqual(all);
  });

  test('is named the same in any order, and otherwise where it is another', () => {
    const [a, b] = [changed('a', 'false'), changed('b', null)];
    expect(seenOf([a, b])).toBe(seenOf([b, a]));
    expect(seenOf([a])).not.toBe(seenOf([changed('a', null)]));
  });
});

describe('an address', () => {
  test.each([
    ['Harbour authority: “doubles” repairs!', 'harbour-authority-doubles-repairs'],
    ['Übermäßig teuer – sagt er', 'ubermaig-teuer-sagt-er'],
    ['漢字', 'article'],
    ['--- a -- b ---', 'a-b'],
    ['Corrections', 'corrections-2'],
  ])('is readable: %s', (headline, slug) => {
    expect(slugFor(headline, () => false)).toBe(slug);
    expect(isSlug(slug)).toBe(true);
  });

  test('is never one that is taken, nor one of the pages’ own', () => {
    const taken = new Set(['tolls', 'tolls-2']);
    expect(slugFor('Tolls', (slug) => taken.has(slug))).toBe('tolls-3');
    for (const name of ['methodology', 'corrections', 'people']) expect(slugFor(name, () => false)).toBe(`${name}-2`);
  });

  test.each(['', '..', 'a/b', 'A', 'a--b', '-a', 'a'.repeat(90)])('is none: %s', (slug) =>
    expect(isSlug(slug)).toBe(false),
  );

  test('asks the list for what makes sense, and for nothing else', () => {
    const asked = (query: string) => publicSearch(new URLSearchParams(query));
    expect(asked('q=%20Tolls%20&rating=true&page=3')).toEqual({ q: 'Tolls', rating: 'true', page: 3 });
    expect(asked(`q=${'x'.repeat(500)}&page=-1`)).toMatchObject({ page: 1, q: 'x'.repeat(100) });
    expect(asked('page=999999999').page).toBe(10_000);
  });
});

test('lists know of the public claims alone', () => {
  const listed = listedAs(sample);
  expect(Object.keys(findingsOf(sample))).toHaveLength(2);
  expect(listed.ratings).toEqual(['false', 'true']);
  expect(listed.words).not.toContain('nobody was consulted');
});

test('what is kept holds as long as its stamp, and the one used longest ago makes room', async () => {
  const kept = new Kept<number>(2);
  let made = 0;
  const make = async () => ++made;
  expect(await kept.get('a', '1', make)).toBe(1);
  expect(await kept.get('a', '1', make)).toBe(1);
  expect(await kept.get('a', '2', make)).toBe(2);
  await kept.get('b', '1', make);
  await kept.get('a', '2', make);
  await kept.get('c', '1', make);
  expect(await kept.get('a', '2', make)).toBe(2);
  expect(await kept.get('b', '1', make)).toBe(5);
});
