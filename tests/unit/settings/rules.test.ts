import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeZone, keyFor, moved, scaleProblem, timeZones } from '#lib/settings/rules.ts';
import { addRatingInput } from '#lib/settings/schema.ts';

const step = (label: string, archived = false) => ({ id: label, label, archived });

describe('time zones', () => {
  test.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Pacific/Chatham', true],
    ['Mars/Olympus', false],
    ['+02:00', false],
    ['', false],
  ])('%j: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
  test('to choose from are all known, each once', () => {
    const zones = timeZones();
    expect(zones[0]).toBe('UTC');
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });
});

describe('a scale', () => {
  test('needs two ratings in use', () => {
    expect(scaleProblem([step('True'), step('False', true)])).toEqual({
      code: 'scale-too-short',
      values: { least: 2 },
    });
    expect(scaleProblem([step('True'), step('False')])).toBeNull();
  });
  test('names each rating once, however it is written', () => {
    expect(scaleProblem([step('True'), step('False'), step('TRUE')])).toEqual({
      code: 'rating-twice',
      values: { rating: 'TRUE' },
    });
    expect(scaleProblem([step('True'), step('False'), step('true', true)])).toBeNull();
  });
});

describe('the key of a rating', () => {
  test.each([
    ['Mostly true', [], 'mostly-true'],
    ['Überprüfbar!', [], 'uberprufbar'],
    ['真', [], '真'],
    ['***', [], 'rating'],
    ['True', ['true', 'true-2'], 'true-3'],
  ])('%s is %s', (label, taken, key) => {
    expect(keyFor(label, taken)).toBe(key);
  });
});

describe('moving a step', () => {
  test('by one place', () => {
    expect(moved(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'x', 'up')).toEqual(['a', 'b', 'c']);
  });
  test('down and up again is as before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 12 }), fc.nat(10), (ids, place) => {
        const id = ids[place % (ids.length - 1)] ?? '';
        expect(moved(moved(ids, id, 'down'), id, 'up')).toEqual(ids);
      }),
    );
  });
});

test('a rating’s number is whole, from 1 to 100, or nothing', () => {
  const parsed = (value: unknown) => addRatingInput.safeParse({ label: 'A', description: '', value, stands: true });
  expect([1, 100, null].map((value) => parsed(value).success)).toEqual([true, true, true]);
  expect([0, 101, 2.5, Number.NaN, '3', undefined].map((value) => parsed(value).success)).toEqual(Array(6).fill(false));
});
