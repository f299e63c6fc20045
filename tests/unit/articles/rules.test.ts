import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueDay, instantOf, localOf } from '#lib/articles/rules.ts';

describe('a date and time on the desk’s clocks', () => {
  test.each([
    ['2026-03-12T18:00', 'UTC', '2026-03-12T18:00:00.000Z'],
    ['2026-03-12T18:00', 'America/New_York', '2026-03-12T22:00:00.000Z'],
    ['2026-01-12T18:00', 'America/New_York', '2026-01-12T23:00:00.000Z'],
    ['2026-07-01T00:15', 'Asia/Kathmandu', '2026-06-30T18:30:00.000Z'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['2026-12-31T23:59', 'Pacific/Chatham', '2026-12-31T10:14:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
    expect(localOf(instant, zone)).toBe(local);
  });

  test('an hour that the clocks skip counts as the hour after', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(localOf('2026-03-29T01:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-29T03:30');
  });

  test('of an hour that comes twice it is the first', () => {
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  test.each(['', '2026-03-12', 'soon', '2026-13-01T10:00', '2026-03-12T10:00Z'])('%j is no date and time', (local) => {
    expect(instantOf(local, 'UTC')).toBeNull();
  });

  test('what a clock shows leads back to a moment at which it shows the same', () => {
    const zones = ['Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'];
    const minute = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
        const local = localOf(new Date(at * 60_000).toISOString(), zone);
        const back = instantOf(local, zone);
        expect(back).not.toBeNull();
        expect(localOf(back ?? '', zone)).toBe(local);
        expect(Math.abs(Date.parse(back ?? '') - at * 60_000)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});

describe('the day of a deadline', () => {
  const now = new Date('2026-11-23T22:30:00Z');
  test.each([
    ['2026-11-23T23:00:00Z', 'UTC', 'today'],
    ['2026-11-24T00:00:00Z', 'UTC', 'tomorrow'],
    ['2026-11-22T00:00:00Z', 'UTC', 'yesterday'],
    ['2026-11-21T23:59:00Z', 'UTC', 'past'],
    ['2026-11-25T00:00:00Z', 'UTC', 'later'],
    // In Tokyo it is the 24th already.
    ['2026-11-23T14:00:00Z', 'Asia/Tokyo', 'yesterday'],
    ['2026-11-24T14:00:00Z', 'Asia/Tokyo', 'today'],
    // In New York the 24th begins at five in the morning, UTC.
    ['2026-11-24T04:00:00Z', 'America/New_York', 'today'],
  ])('%s in %s is %s', (dueAt, zone, day) => {
    expect(dueDay(dueAt, now, zone)).toBe(day);
  });
});
