import { describe, expect, test } from 'vitest';
import { listInvitations, peekLink } from '#lib/people/data.ts';
import { setDisabled } from '#lib/people/mutations.ts';
import {
  createOneTimeLink,
  firstAdminLink,
  invite,
  linkFor,
  renewInvitation,
  revokeInvitation,
} from '#lib/people/mutations-links.ts';
import { signInWithLink } from '#lib/people/mutations-sign-in.ts';
import { attempt } from '#lib/platform/attempt.ts';
import { passwordFits } from '#lib/platform/password.ts';
import { makeToken } from '#lib/platform/token.ts';
import { withDatabase } from '../harness.ts';
import { ADDRESS, admit, comingFrom, command, history, person, refusal } from './setup.ts';

const desk = withDatabase();
const tokenOf = ({ url }: { url: string }) => url.slice(`${ADDRESS}/link/`.length);
// As the gate asks: a refusal on its way out of the transaction comes back as a value.
const open = (token: string, fields: Record<string, string> = {}) =>
  attempt(() => signInWithLink(desk.db, admit, { token, ...fields }, comingFrom('127.0.0.1')));
let joined = 0;
/** What a newcomer fills in: under a name of their own, since two of one name are told apart. */
const joining = () => ({ name: `New Person ${++joined}`, password: 'a phrase of my own' });

let invited = 0;
const newInvite = async (role: 'reviewer' | 'editor' = 'reviewer') => {
  invited += 1;
  const email = `invited${invited}@example.org`;
  return { email, token: tokenOf(await invite(desk.db, command, ADDRESS, { email, name: null, role })) };
};

// First, while nobody is here.
describe('the first admin', () => {
  test('comes in by a set-up link, once, and it is the only one', async () => {
    const links = [await firstAdminLink(desk.db, ADDRESS), await firstAdminLink(desk.db, ADDRESS)];
    const tokens = links.map((link) => (link ? tokenOf(link) : ''));
    const outcomes = await Promise.all(
      tokens.map((token, index) => open(token, { email: `first${index}@example.org`, ...joining() })),
    );
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'conflict' });
    expect(await desk.db.user.findMany({ select: { role: true } })).toEqual([{ role: 'admin' }]);
    expect(await firstAdminLink(desk.db, ADDRESS)).toBeNull();
  });
});

describe('a one-time link', () => {
  test('is kept as a hash alone', async () => {
    const { token } = await newInvite();
    const rows = await desk.db.invitation.findMany();
    expect(token).toHaveLength(43);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await history(desk.db))).not.toContain(token);
  });

  test('is not spent by looking', async () => {
    const { token, email } = await newInvite('editor');
    for (let look = 0; look < 3; look++)
      expect(await peekLink(desk.db, token)).toMatchObject({ purpose: 'invite', email, role: 'editor' });
    expect(await open(token, joining())).toMatchObject({ ok: true, value: { email, role: 'editor' } });
    expect(await peekLink(desk.db, token)).toBeNull();
  });

  test('works once, also for two at the same moment', async () => {
    const { token } = await newInvite();
    const outcomes = await Promise.all([open(token, joining()), open(token, joining()), open(token, joining())]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await open(token, joining())).toMatchObject({ ok: false, reason: 'not-found' });
  });

  test('is not spent by a form that is not right', async () => {
    const { token } = await newInvite();
    expect(await open(token, { name: '', password: 'short' })).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: { name: 'Say something here.', password: 'At least 10 characters.' },
    });
    expect(await open(token, joining())).toMatchObject({ ok: true });
  });

  test('runs out', async () => {
    const ana = await person(desk.db, 'viewer');
    const made = await createOneTimeLink(desk.db, null, ADDRESS, { purpose: 'sign_in', userId: ana.id });
    await desk.db.invitation.update({ where: { id: made.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await peekLink(desk.db, tokenOf(made))).toBeNull();
    expect(await open(tokenOf(made))).toMatchObject({ ok: false, reason: 'not-found' });
  });

  test.each([makeToken(), '', 'x', "'; drop table users; --"])('that nobody made is refused: %j', async (token) => {
    expect(await open(token, joining())).toMatchObject({ ok: false, reason: 'not-found' });
    expect(await peekLink(desk.db, token)).toBeNull();
  });
});

describe('an invitation', () => {
  test('makes the person it names, with the role it gives, whatever the form says', async () => {
    const { token, email } = await newInvite('reviewer');
    const outcome = await open(token, { ...joining(), role: 'admin', email: 'other@example.org' });
    expect(outcome).toMatchObject({
      ok: true,
      value: { email, role: 'reviewer', name: expect.stringContaining('New Person') },
    });
    expect(JSON.stringify(outcome)).not.toContain('argon2');
    const id = outcome.ok ? outcome.value.id : '';
    const said = (await history(desk.db)).filter((event) => event.subject === id);
    expect(said.map(({ action, by }) => [action, by])).toEqual([
      ['person.added', id],
      ['person.signedIn', id],
    ]);
  });

  test('sent again replaces the one before', async () => {
    const first = await newInvite();
    const again = tokenOf(
      await invite(desk.db, command, ADDRESS, { email: first.email, name: 'Named', role: 'editor' }),
    );
    expect(await peekLink(desk.db, first.token)).toBeNull();
    expect(await peekLink(desk.db, again)).toMatchObject({ name: 'Named', role: 'editor' });
    const open = (await listInvitations(desk.db)).filter((one) => one.email === first.email);
    expect(open).toMatchObject([{ role: 'editor', expired: false }]);
    const renewed = tokenOf(await renewInvitation(desk.db, command, ADDRESS, { id: open[0]?.id ?? '' }));
    expect(await peekLink(desk.db, again)).toBeNull();
    expect(await peekLink(desk.db, renewed)).toMatchObject({ name: 'Named', role: 'editor' });
  });

  test('made by two admins at the same moment leaves one open', async () => {
    const input = { email: 'both@example.org', name: null, role: 'viewer' } as const;
    await Promise.all([1, 2, 3, 4].map(() => invite(desk.db, command, ADDRESS, input)));
    expect((await listInvitations(desk.db)).filter((one) => one.email === input.email)).toHaveLength(1);
  });

  test('can be revoked, once', async () => {
    const { token, email } = await newInvite();
    const id = (await listInvitations(desk.db)).find((one) => one.email === email)?.id ?? '';
    await revokeInvitation(desk.db, command, { id });
    expect(await peekLink(desk.db, token)).toBeNull();
    expect(await refusal(revokeInvitation(desk.db, command, { id }))).toBe('not-found');
    expect((await history(desk.db, 'person.invitationRevoked')).at(-1)?.detail).toEqual({ email });
  });

  test('is not for somebody who is here, nor from somebody who may not', async () => {
    const reviewer = await person(desk.db, 'reviewer');
    const input = { email: reviewer.email, name: null, role: 'admin' } as const;
    expect(await refusal(invite(desk.db, command, ADDRESS, input))).toBe('conflict');
    const other = { ...input, email: 'friend@example.org' };
    expect(await refusal(invite(desk.db, reviewer.actor, ADDRESS, other))).toBe('forbidden');
    expect(await refusal(revokeInvitation(desk.db, reviewer.actor, { id: reviewer.id }))).toBe('forbidden');
    expect(await refusal(linkFor(desk.db, reviewer.actor, ADDRESS, { id: reviewer.id, purpose: 'reset' }))).toBe(
      'forbidden',
    );
  });
});

describe('a link for somebody who is here', () => {
  test('signs in, and says who', async () => {
    const ana = await person(desk.db, 'editor', 'Ana');
    const token = tokenOf(await linkFor(desk.db, null, ADDRESS, { id: ana.id, purpose: 'sign_in' }));
    expect(await peekLink(desk.db, token)).toMatchObject({ purpose: 'sign_in', name: 'Ana', email: ana.email });
    expect(await open(token)).toMatchObject({ ok: true, value: { id: ana.id, sessionEpoch: 0 } });
    expect((await history(desk.db, 'person.signedIn')).at(-1)).toMatchObject({ by: ana.id, detail: { how: 'link' } });
  });

  test('sets a new password and ends the sessions there were', async () => {
    const ana = await person(desk.db, 'viewer');
    const token = tokenOf(await linkFor(desk.db, command, ADDRESS, { id: ana.id, purpose: 'reset' }));
    expect(await open(token, { password: 'short' })).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await open(token, { password: 'a phrase of my own' })).toMatchObject({
      ok: true,
      value: { id: ana.id, sessionEpoch: 1 },
    });
    const kept = await desk.db.user.findUniqueOrThrow({ where: { id: ana.id } });
    expect(kept.sessionEpoch).toBe(1);
    expect(await passwordFits('a phrase of my own', kept.passwordHash)).toBe(true);
  });

  test('does nothing for somebody disabled', async () => {
    const ana = await person(desk.db, 'viewer');
    const made = await createOneTimeLink(desk.db, null, ADDRESS, { purpose: 'sign_in', userId: ana.id });
    await setDisabled(desk.db, command, { id: ana.id, version: 1, disabled: true });
    expect(await open(tokenOf(made))).toMatchObject({ ok: false, reason: 'not-found' });
    expect(await refusal(linkFor(desk.db, command, ADDRESS, { id: ana.id, purpose: 'reset' }))).toBe('not-found');
  });
});
