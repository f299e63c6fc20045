import { describe, expect, test } from 'vitest';
import { listAccounts } from '#lib/people/data.ts';
import { setDisabled } from '#lib/people/mutations.ts';
import { signInWithPassword } from '#lib/people/mutations-sign-in.ts';
import { withDatabase } from '../harness.ts';
import { admit, command, history, PASSWORD, person } from './setup.ts';

const desk = withDatabase();
const HERE = '192.0.2.1';
const signIn = (email: string, password = PASSWORD, address = HERE) =>
  signInWithPassword(desk.db, admit, { email, password }, address);
const WRONG = { ok: false, reason: 'invalid', message: 'The e-mail address or the password is not right.' };

describe('signing in', () => {
  test('with the right password is let in and recorded', async () => {
    const ana = await person(desk.db, 'editor');
    const outcome = await signIn(` ${ana.email.toUpperCase()} `);
    expect(outcome).toEqual({
      ok: true,
      value: { id: ana.id, name: ana.name, email: ana.email, role: 'editor', sessionEpoch: 0 },
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
    expect(await signInWithPassword(desk.db, admit, {}, HERE)).toMatchObject({
      ok: false,
      fields: { email: expect.any(String), password: expect.any(String) },
    });
    expect(await signIn('x', '')).toMatchObject({ ok: false, fields: { password: 'Type your password.' } });
  });
});

describe('guessing', () => {
  test('at one account ends after ten tries, for everybody, with words on how long', async () => {
    const ana = await person(desk.db, 'viewer');
    for (let time = 0; time < 10; time++)
      expect(await signIn(ana.email, 'wrong', `192.0.2.${50 + time}`)).toEqual(WRONG);
    const before = (await history(desk.db)).length;
    expect(await signIn(ana.email, PASSWORD, '192.0.2.99')).toEqual({
      ok: false,
      reason: 'rate-limited',
      message: 'Too many tries. Wait 15 minutes, then try again.',
    });
    // What is turned away writes nothing, so that nobody can fill the history from outside.
    expect((await history(desk.db)).length).toBe(before);
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
      message: 'Too many tries. Wait 5 minutes, then try again.',
    });
    expect(await signIn(ana.email, PASSWORD, '198.51.100.8')).toMatchObject({ ok: true });
  });

  test('at the same moment counts every try', async () => {
    const ana = await person(desk.db, 'viewer');
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => signIn(ana.email, 'wrong', '203.0.113.9')));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'invalid')).toHaveLength(10);
  });
});
