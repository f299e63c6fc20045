import { describe, expect, test } from 'vitest';
import { callAt, callsIn, mentionsIn, peopleLike } from '#lib/comments/rules.ts';

const people = [
  { id: 'a', name: 'Ann Lee' },
  { id: 'b', name: 'Ann Lee-Smith' },
  { id: 'c', name: 'Édouard' },
];

describe('people who are called by name', () => {
  test.each([
    ['@Ann Lee, look', ['a']],
    ['look, @ann lee-smith and @ANN LEE', ['b', 'a']],
    ['(@Édouard)', ['c']],
    ['@Ann Lee @Ann Lee', ['a']],
    // Not a name's end, not an address, not somebody of the desk.
    ['@Ann Leeds', []],
    ['write to desk@Ann Lee', []],
    ['@Nobody', []],
    ['@', []],
    // Spelt otherwise, and of somebody who is not here.
    ['@E\u0301douard', ['c']],
    ['@Édouard-Marie', []],
    ['@'.repeat(5000), []],
    [`${'@'.repeat(40)}Ann Lee`, ['a']],
  ])('%s', (body, ids) => {
    expect(mentionsIn(body, people)).toEqual(ids);
  });
  test('are marked where they stand', () => {
    const body = 'So, @Ann Lee: why?';
    const [call] = callsIn(body, people);
    expect(body.slice(call?.start, call?.end)).toBe('@Ann Lee');
  });
});

test('who is being called is read at the caret', () => {
  expect(callAt('hi @an', 6)).toEqual({ start: 3, words: 'an' });
  expect(callAt('hi @an and more', 6)).toEqual({ start: 3, words: 'an' });
  expect(callAt('a@b', 3)).toBeNull();
  expect(callAt('@a\nb', 4)).toBeNull();
  expect(callAt('none', 4)).toBeNull();
});

test('people are offered by the beginning of any part of their name', () => {
  expect(peopleLike('le', people, 6).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(peopleLike('', people, 2).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(peopleLike('ee', people, 6)).toEqual([]);
});
