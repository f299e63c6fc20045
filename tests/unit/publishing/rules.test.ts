import { describe, expect, test } from 'vitest';
import { Kept } from '#lib/platform/kept.ts';
import { dueChanges, findingsOf, listedAs, seenOf, slugFor, stands, takenBack } from '#lib/publishing/rules.ts';
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

describe('what was withdrawn', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 30, hour));
  const never = { withdrawnAt: null, withdrawnNote: null, withdrawnThrough: null };
  const at12 = { withdrawnAt: at(12), withdrawnNote: 'A judge has said so.', withdrawnThrough: null };
  // Of before the time was kept past the next report.
  const old = { withdrawnAt: null, withdrawnNote: null, withdrawnThrough: 2 };
  const oldAgain = { withdrawnAt: at(12), withdrawnNote: 'Again.', withdrawnThrough: 2 };

  test.each([
    [never, 1, 9, true],
    [at12, 1, 9, false],
    [at12, 1, 12, false],
    [at12, 2, 13, true],
    // The same report, put out again.
    [at12, 1, 13, true],
    [old, 2, 9, false],
    [old, 3, 9, true],
    [oldAgain, 3, 9, false],
    [oldAgain, 3, 13, true],
    [oldAgain, 2, 13, false],
  ])('%j: report %i, put out at %i, stands: %s', (publication, number, hour, isThere) =>
    expect(stands(publication, { number, createdAt: at(hour) })).toBe(isThere),
  );

  const link = (hour: number) => ({ createdAt: at(hour) });
  const report = (publication: typeof at12 | typeof never | typeof old | null, number: number, isOpen: boolean) => ({
    number,
    isOpen,
    publication,
  });
  const note = { note: 'A judge has said so.', at: at(12) };

  test.each([
    ['a report that stands', link(9), report(never, 1, true), null],
    ['one that waits', link(9), report(never, 1, false), null],
    ['one that was withdrawn', link(10), report(at12, 1, false), note],
    ['one of its article that nobody published', link(10), report(at12, 2, false), note],
    ['one that was withdrawn, on purpose', link(13), report(at12, 1, false), null],
    ['one that was frozen since', link(13), report(at12, 3, false), null],
    ['one that was put out again', link(10), report(at12, 1, true), null],
    ['one of before the time was kept', link(10), report(old, 2, false), { note: '', at: null }],
    ['one that came after it', link(10), report(old, 3, true), null],
    ['one of an article without a page', link(10), report(null, 1, false), null],
  ])('a link to %s', (_, made, of, leadsTo) => expect(takenBack(made, of)).toEqual(leadsTo));
});
