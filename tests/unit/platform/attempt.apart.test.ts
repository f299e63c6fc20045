import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { tell } from '#lib/i18n/tell.ts';
import { attempt, parse } from '#lib/platform/attempt.ts';
import { done, refuse } from '#lib/platform/result.ts';

vi.hoisted(() => {
  process.env.STET_LOG_LEVEL = 'silent';
});

describe('work at the edge', () => {
  test('answers with its value', async () => {
    expect(await attempt(async () => done(3))).toEqual({ ok: true, value: 3 });
  });

  test('turns a refusal on its way out into a value', async () => {
    const outcome = await attempt(async () =>
      refuse('stale-version', 'claim-number-ended', { values: { number: 7 }, present: { version: 2 } }),
    );
    expect(outcome).toEqual({
      ok: false,
      reason: 'stale-version',
      code: 'claim-number-ended',
      message: 'Claim 7 is no longer worked on.',
      present: { version: 2 },
    });
  });

  test.each([
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection'), { code: '57P01' }),
    Object.assign(new Error('prisma'), { code: 'P1001' }),
  ])('says that the database is away: %s', async (error) => {
    expect(await attempt(() => Promise.reject(error))).toEqual({
      ok: false,
      reason: 'unavailable',
      code: 'database-away',
      message: 'The database cannot be reached. What you typed is kept; try again.',
    });
  });

  test.each([
    ['busy', Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' })],
    ['busy', Object.assign(new Error('prisma'), { code: 'P2028' })],
    [
      'busy',
      Object.assign(new Error('prisma'), {
        code: 'P2039',
        meta: { driverAdapterError: { cause: { originalCode: '57014' } } },
      }),
    ],
    ['disk-full', Object.assign(new Error('could not extend file'), { code: '53100' })],
    ['disk-full', Object.assign(new Error('write'), { code: 'ENOSPC' })],
  ])('says that it is %s: %s', async (reason, error) => {
    const outcome = await attempt(() => Promise.reject(error));
    expect(outcome).toMatchObject({ ok: false, reason, message: expect.stringContaining('What you typed is kept') });
  });

  test('gives a fault without its inner words', async () => {
    const outcome = await attempt(() => Promise.reject(new Error('secret detail')));
    expect(outcome).toMatchObject({ ok: false, reason: 'fault' });
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });

  test('lets the framework’s signals through', async () => {
    const signal = new Error('redirect');
    const rethrow = (error: unknown) => {
      if (error === signal) throw error;
    };
    await expect(attempt(() => Promise.reject(signal), rethrow)).rejects.toBe(signal);
  });
});

test('a field is named in words, lists by place', () => {
  const schema = z.object({ figures: z.array(z.object({ publishedOn: z.string('A date.') })) });
  const refusal = parse(schema, { figures: [{ publishedOn: '' }, { publishedOn: 3 }] });
  expect(refusal.ok ? null : tell(refusal)).toEqual({
    ok: false,
    reason: 'invalid',
    code: 'input-not-understood',
    message: 'Figures 2, published on: A date.',
    fields: { 'figures.1.publishedOn': 'A date.' },
  });
});
