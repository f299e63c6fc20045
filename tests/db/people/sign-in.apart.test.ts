import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { describe, expect, test, vi } from 'vitest';
import { listAccounts } from '#lib/people/data.ts';
import { setDisabled } from '#lib/people/mutations.ts';
import { linkFor } from '#lib/people/mutations-links.ts';
import { signInWithLink, signInWithPassword } from '#lib/people/mutations-sign-in.ts';
import { attempt } from '#lib/platform/attempt.ts';
import type { Device } from '#lib/platform/session.ts';
import { withDatabase } from '../harness.ts';
import { ADDRESS, admit, comingFrom, command, history, PASSWORD, person } from './setup.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) };
});

const desk = withDatabase();
const HERE = '192.0.2.1';
const signIn = (email: string, password = PASSWORD, address = HERE, device: Device | null = null) =>
  signInWithPassword(desk.db, admit, { email, password }, comingFrom(address, device));
/** A browser in which these people have signed in before. */
const browserOf = (...people: readonly { readonly id: string }[]): Device => ({
  id: randomUUID(),
  known: Object.fromEntries(people.map(({ id }) => [id, 0])),
});
const WRONG = { ok: false, reason: 'invalid', code: 'wrong-sign-in' };

describe('signing in', () => {
  test('with the right password is let in and recorded', async () => {
    const ana = await person(desk.db, 'editor');
    const outcome = await signIn(` ${ana.email.toUpperCase()} `);
    expect(outcome).toEqual({
      ok: true,
      value: {
        id: ana.id,
        name: ana.name,
        email: ana.email,
        role: 'editor',
        sessionEpoch: 0,
        sessionId: expect.any(String),
      },
    });
    expect(await history(desk.db, 'person.signedIn')).toEqual([
      { action: 'person.signedIn', by: ana.id, subject: ana.id, detail: { how: 'password' } },
    ]);
    const account = (await listAccounts(desk.db)).find((one) => one.id === ana.id);
    expect(Date.now() - Date.parse(account?.lastSignInAt ?? '')).toBeLessThan(60_000);
  });

  test('fails in the same words for a wrong password, an unknown address and somebody disabled', async () => {
    const [ana, gone] = [await person(desk.db, 'viewer'), await person(desk.db, 'viewer')];
    await setDisabled(desk.db, command, { id: gone.id, version: 1, disabled: true });
    expect(await signIn(ana.email, 'wrong')).toEqual(WRONG);
    expect(await signIn('nobody@example.org')).toEqual(WRONG);
    expect(await signIn(gone.email)).toEqual(WRONG);
    expect((await history(desk.db, 'person.signInFailed')).slice(-3)).toMatchObject([
      { by: 'machine', subject: ana.id, detail: { email: ana.email } },
      { by: 'machine', subject: '', detail: { email: 'nobody@example.org' } },
      { by: 'machine', subject: '', detail: { email: gone.email } },
    ]);
  });

  test('without an address or a password names the field', async () => {
    expect(await signInWithPassword(desk.db, admit, {}, comingFrom(HERE))).toMatchObject({
      ok: false,
      fields: { email: { code: expect.any(String) }, password: { code: expect.any(String) } },
    });
    expect(await signIn('x', '')).toMatchObject({ ok: false, fields: { password: { code: 'type-password' } } });
  });
});

describe('guessing', () => {
  test('at one account from one address ends after ten tries, with words on how long', async () => {
    const ana = await person(desk.db, 'viewer');
    const guesser = '192.0.2.50';
    for (let time = 0; time < 10; time++) expect(await signIn(ana.email, 'wrong', guesser)).toEqual(WRONG);
    const before = (await history(desk.db)).length;
    expect(await signIn(ana.email, PASSWORD, guesser)).toEqual({
      ok: false,
      reason: 'rate-limited',
      code: 'too-many-tries',
      values: { count: 15, unit: 'minutes' },
    });
    // What is turned away writes nothing, so that nobody can fill the history from outside.
    expect((await history(desk.db)).length).toBe(before);
  });

  test('never keeps the owner out: not from elsewhere, and in their own browser not from the guesser’s address either', async () => {
    const ana = await person(desk.db, 'viewer');
    for (let from = 0; from < 6; from++) {
      for (let time = 0; time < 11; time++) await signIn(ana.email, 'wrong', `203.0.113.${from}`);
    }
    expect(await signIn(ana.email, PASSWORD, '203.0.113.200')).toMatchObject({ ok: true });
    expect(await signIn(ana.email, PASSWORD, '203.0.113.1')).toMatchObject({ reason: 'rate-limited' });
    expect(await signIn(ana.email, PASSWORD, '203.0.113.1', browserOf(ana))).toMatchObject({ ok: true });
  });

  test('in the owner’s browser counts there alone, and comes to an end there too', async () => {
    const [ana, ben] = [await person(desk.db, 'viewer'), await person(desk.db, 'viewer')];
    const browser = browserOf(ana, ben);
    for (let time = 0; time < 10; time++) expect(await signIn(ana.email, 'wrong', HERE, browser)).toEqual(WRONG);
    expect(await signIn(ana.email, PASSWORD, HERE, browser)).toMatchObject({ reason: 'rate-limited' });
    expect(await signIn(ben.email, PASSWORD, HERE, browser)).toMatchObject({ ok: true });
    expect(await signIn(ana.email, PASSWORD, '192.0.2.77', browserOf(ana))).toMatchObject({ ok: true });
  });

  test('a mark from before the password changed, or of somebody else, is none', async () => {
    const [ana, ben] = [await person(desk.db, 'viewer'), await person(desk.db, 'viewer')];
    const address = '192.0.2.60';
    for (let time = 0; time < 11; time++) await signIn(ana.email, 'wrong', address);
    const before: Device = { id: randomUUID(), known: { [ana.id]: -1 } };
    expect(await signIn(ana.email, PASSWORD, address, before)).toMatchObject({ reason: 'rate-limited' });
    expect(await signIn(ana.email, PASSWORD, address, browserOf(ben))).toMatchObject({ reason: 'rate-limited' });
  });

  test('starts from nothing after the right password', async () => {
    const ana = await person(desk.db, 'viewer');
    const address = '192.0.2.200';
    for (let round = 0; round < 2; round++) {
      for (let time = 0; time < 9; time++) expect(await signIn(ana.email, 'wrong', address)).toEqual(WRONG);
      expect(await signIn(ana.email, PASSWORD, address)).toMatchObject({ ok: true });
    }
  });

  test('from one address ends after sixty tries at whomever; other addresses go on', async () => {
    const ana = await person(desk.db, 'viewer');
    const address = '198.51.100.7';
    await desk.db.rateLimit.create({
      data: { key: `address:${address}`, points: 59, expire: new Date(Date.now() + 300_000) },
    });
    // The right password is no guess and gives its try back.
    expect(await signIn(ana.email, PASSWORD, address)).toMatchObject({ ok: true });
    expect(await signIn('one@example.org', 'wrong', address)).toEqual(WRONG);
    expect(await signIn('two@example.org', 'wrong', address)).toMatchObject({
      reason: 'rate-limited',
      values: { count: 5, unit: 'minutes' },
    });
    expect(await signIn(ana.email, PASSWORD, '198.51.100.8')).toMatchObject({ ok: true });
  });

  test('at the same moment counts every try', async () => {
    const ana = await person(desk.db, 'viewer');
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => signIn(ana.email, 'wrong', '203.0.113.9')));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'invalid')).toHaveLength(10);
  });

  test('fills the history with twenty lines an hour at most', async () => {
    const email = 'nobody.at.all@example.org';
    await desk.db.rateLimit.create({
      data: { key: `noted:${email}`, points: 17, expire: new Date(Date.now() + 300_000) },
    });
    for (let time = 0; time < 8; time++) await signIn(email, 'wrong', '198.51.100.100');
    const noted = (await history(desk.db, 'person.signInFailed')).filter(
      ({ detail }) => JSON.stringify(detail) === JSON.stringify({ email }),
    );
    expect(noted).toHaveLength(3);
  });

  test('by a flood from a hundred addresses is worked on two at a time, and strangers wait before the owner does', async () => {
    const ana = await person(desk.db, 'viewer');
    const hashes = vi.mocked(verify);
    let [running, most] = [0, 0];
    const real = await vi.importActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
    hashes.mockImplementation(async (...args) => {
      most = Math.max(most, ++running);
      try {
        return await real.verify(...args);
      } finally {
        running -= 1;
      }
    });
    const flood = Array.from({ length: 200 }, (_, i) =>
      attempt(() => signIn(`nobody${i}@example.org`, 'wrong', `10.9.${i % 100}.1`)),
    );
    const owner = attempt(() => signIn(ana.email, PASSWORD, '10.9.0.1', browserOf(ana)));
    expect(await owner).toMatchObject({ ok: true });
    const reasons = (await Promise.all(flood)).map((outcome) => (outcome.ok ? 'in' : outcome.reason));
    expect(most).toBe(2);
    expect(reasons.filter((reason) => reason === 'in')).toEqual([]);
    expect(reasons.every((reason) => reason === 'invalid' || reason === 'rate-limited')).toBe(true);
  });
});

describe('a spent link', () => {
  test('costs no hash, and its guessing comes to an end', async () => {
    const ana = await person(desk.db, 'viewer');
    const { url } = await linkFor(desk.db, command, ADDRESS, { id: ana.id, purpose: 'reset' });
    const token = url.slice(`${ADDRESS}/link/`.length);
    const open = () =>
      attempt(() =>
        signInWithLink(desk.db, admit, { token, password: 'a phrase nobody chose' }, comingFrom('192.0.2.90')),
      );
    expect(await open()).toMatchObject({ ok: true });
    vi.mocked(hash).mockClear();
    for (let time = 0; time < 30; time++) expect(await open()).toMatchObject({ reason: 'not-found' });
    expect(await open()).toMatchObject({ reason: 'rate-limited' });
    expect(hash).not.toHaveBeenCalled();
  });
});

// The last of this file: from here on no failure is written down.
test('guessing at ever new accounts from ever new addresses fills the history only so far', async () => {
  const row = { key: 'notedInAll:desk', points: 299, expire: new Date(Date.now() + 300_000) };
  await desk.db.rateLimit.upsert({ where: { key: row.key }, create: row, update: row });
  const before = (await history(desk.db)).length;
  for (let time = 0; time < 3; time++)
    expect(await signIn(`nobody${time}@example.org`, 'wrong', `198.18.0.${time}`)).toEqual(WRONG);
  expect((await history(desk.db)).length).toBe(before + 1);
});
