import { describe, expect, test } from 'vitest';
import { listSessions } from '#lib/access/data-sessions.ts';
import { findPersonByEmail, listAccounts, listPeople } from '#lib/people/data.ts';
import { changeRole, createUser, setDisabled, setPassword } from '#lib/people/mutations.ts';
import { linkFor } from '#lib/people/mutations-links.ts';
import { changeOwnPassword, editOwnName, endOwnSessions } from '#lib/people/mutations-own.ts';
import { passwordFits } from '#lib/platform/password.ts';
import { withDatabase } from '../harness.ts';
import { ADDRESS, command, history, PASSWORD, person, refusal } from './setup.ts';

const desk = withDatabase();
const FROM = { address: '192.0.2.9', agent: 'Tests' };
const record = (id: string) => desk.db.user.findUniqueOrThrow({ where: { id } });

describe('adding somebody', () => {
  test('keeps the password as a hash and says so in the history', async () => {
    const { db } = desk;
    const ana = await person(db, 'reviewer', 'Ana');
    const kept = await record(ana.id);
    expect(kept.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await history(db, 'person.added')).toContainEqual({
      action: 'person.added',
      by: 'machine',
      subject: ana.id,
      detail: { email: ana.email, name: 'Ana', role: 'reviewer' },
    });
  });

  test('twice under one address is refused, also at the same moment', async () => {
    const input = { email: 'twin@example.org', name: 'Twin', role: 'viewer', password: PASSWORD } as const;
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => createUser(desk.db, command, input)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    await expect(createUser(desk.db, command, input)).rejects.toMatchObject({
      refusal: {
        reason: 'conflict',
        fields: { email: { code: 'address-taken', values: { email: 'twin@example.org' } } },
      },
    });
  });

  test.each(['viewer', 'reviewer', 'editor'] as const)('is not for a %s', async (role) => {
    const { actor } = await person(desk.db, role);
    const input = { email: 'no@example.org', name: 'No', role: 'admin', password: PASSWORD } as const;
    expect(await refusal(createUser(desk.db, actor, input))).toBe('forbidden');
    expect(await findPersonByEmail(desk.db, 'no@example.org')).toBeNull();
  });
});

describe('changing a role', () => {
  test('takes effect, is versioned and recorded', async () => {
    const { db } = desk;
    const [admin, ana] = [await person(db, 'admin'), await person(db, 'reviewer')];
    await changeRole(db, admin.actor, { id: ana.id, version: 1, role: 'editor' });
    expect(await record(ana.id)).toMatchObject({ role: 'editor', version: 2, sessionEpoch: 0 });
    expect((await history(db, 'person.role')).at(-1)).toEqual({
      action: 'person.role',
      by: admin.id,
      subject: ana.id,
      detail: { changes: { role: { before: 'reviewer', after: 'editor' } } },
    });
    expect(await refusal(changeRole(db, admin.actor, { id: ana.id, version: 1, role: 'viewer' }))).toBe(
      'stale-version',
    );
  });

  test('is nobody’s for themselves, and no editor’s', async () => {
    const { db } = desk;
    const [admin, editor] = [await person(db, 'admin'), await person(db, 'editor')];
    expect(await refusal(changeRole(db, admin.actor, { id: admin.id, version: 1, role: 'viewer' }))).toBe('forbidden');
    expect(await refusal(changeRole(db, editor.actor, { id: admin.id, version: 1, role: 'viewer' }))).toBe('forbidden');
  });
});

describe('disabling', () => {
  test('ends sessions and links, and can be taken back', async () => {
    const { db } = desk;
    const [admin, ana] = [await person(db, 'admin'), await person(db, 'reviewer')];
    await linkFor(db, admin.actor, ADDRESS, { id: ana.id, purpose: 'reset' });
    await setDisabled(db, admin.actor, { id: ana.id, version: 1, disabled: true });
    expect(await record(ana.id)).toMatchObject({ disabledAt: expect.any(Date), sessionEpoch: 1, version: 2 });
    expect(await db.invitation.findMany({ where: { userId: ana.id, revokedAt: null } })).toEqual([]);
    expect((await listPeople(db)).find((one) => one.id === ana.id)?.disabled).toBe(true);
    await setDisabled(db, admin.actor, { id: ana.id, version: 2, disabled: false });
    expect(await record(ana.id)).toMatchObject({ disabledAt: null, sessionEpoch: 1, version: 3 });
    const said = (await history(db)).filter((event) => event.subject === ana.id).map((event) => event.action);
    expect(said).toEqual(['person.added', 'person.linkMade', 'person.disabled', 'person.enabled']);
  });

  test('is nobody’s for themselves', async () => {
    const admin = await person(desk.db, 'admin');
    expect(await refusal(setDisabled(desk.db, admin.actor, { id: admin.id, version: 1, disabled: true }))).toBe(
      'forbidden',
    );
  });
});

describe('the last admin', () => {
  const demoteAllBut = async (...stay: string[]) => {
    const admins = await desk.db.user.findMany({ where: { role: 'admin', id: { notIn: stay } } });
    for (const { id, version } of admins) await changeRole(desk.db, command, { id, version, role: 'editor' });
  };

  test('stays, whoever asks', async () => {
    const admin = await person(desk.db, 'admin');
    await demoteAllBut(admin.id);
    expect(await refusal(changeRole(desk.db, command, { id: admin.id, version: 1, role: 'editor' }))).toBe('conflict');
    expect(await refusal(setDisabled(desk.db, command, { id: admin.id, version: 1, disabled: true }))).toBe('conflict');
    const disabled = await person(desk.db, 'admin');
    await setDisabled(desk.db, command, { id: disabled.id, version: 1, disabled: true });
    expect(await refusal(changeRole(desk.db, command, { id: admin.id, version: 1, role: 'editor' }))).toBe('conflict');
  });

  test('stays when two admins demote each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await person(desk.db, 'admin'), await person(desk.db, 'admin')];
      await demoteAllBut(one.id, two.id);
      const outcomes = await Promise.allSettled([
        changeRole(desk.db, one.actor, { id: two.id, version: 1, role: 'viewer' }),
        setDisabled(desk.db, two.actor, { id: one.id, version: 1, disabled: true }),
      ]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await desk.db.user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1);
    }
  });
});

describe('one’s own account', () => {
  test('a name is changed and recorded', async () => {
    const { actor, id } = await person(desk.db, 'viewer', 'Anabel');
    await editOwnName(desk.db, actor, { name: 'Anabel Ruiz' });
    expect((await record(id)).name).toBe('Anabel Ruiz');
    expect((await history(desk.db, 'person.edited')).at(-1)?.detail).toEqual({
      changes: { name: { before: 'Anabel', after: 'Anabel Ruiz' } },
    });
  });

  test('a password is changed with the present one alone, and ends the sessions', async () => {
    const { actor, id } = await person(desk.db, 'viewer');
    const wrong = changeOwnPassword(desk.db, actor, FROM, { current: 'wrong', password: 'another fine phrase' });
    await expect(wrong).rejects.toMatchObject({
      refusal: { reason: 'invalid', fields: { current: { code: 'wrong-present-password' } } },
    });
    expect((await record(id)).sessionEpoch).toBe(0);
    const { epoch, sessionId } = await changeOwnPassword(desk.db, actor, FROM, {
      current: PASSWORD,
      password: 'another fine phrase',
    });
    const { passwordHash, sessionEpoch } = await record(id);
    expect([epoch, sessionEpoch]).toEqual([1, 1]);
    expect((await listSessions(desk.db, id)).map((session) => session.id)).toEqual([sessionId]);
    expect(await passwordFits('another fine phrase', passwordHash)).toBe(true);
    expect(await passwordFits(PASSWORD, passwordHash)).toBe(false);
  });

  test('guessing the present password comes to an end', async () => {
    const { actor } = await person(desk.db, 'viewer');
    const guess = () => changeOwnPassword(desk.db, actor, FROM, { current: 'wrong', password: 'another fine phrase' });
    for (let time = 0; time < 10; time++) expect(await refusal(guess())).toBe('invalid');
    expect(await refusal(guess())).toBe('rate-limited');
  });

  test('all sessions end at one’s wish', async () => {
    const { actor, id } = await person(desk.db, 'viewer');
    await endOwnSessions(desk.db, actor);
    expect((await record(id)).sessionEpoch).toBe(1);
  });
});

test('a password set by an admin ends the sessions', async () => {
  const ana = await person(desk.db, 'viewer');
  await setPassword(desk.db, command, { id: ana.id, password: 'a brand new phrase' });
  const { passwordHash, sessionEpoch } = await record(ana.id);
  expect(sessionEpoch).toBe(1);
  expect(await passwordFits('a brand new phrase', passwordHash)).toBe(true);
  expect(await refusal(setPassword(desk.db, ana.actor, { id: ana.id, password: 'a brand new phrase' }))).toBe(
    'forbidden',
  );
});

test('lists carry no secret', async () => {
  const lists = JSON.stringify([await listAccounts(desk.db), await listPeople(desk.db)]);
  expect(lists).not.toMatch(/argon2|hash/i);
});

describe('a name', () => {
  test('of somebody else is refused, as it is, as it reads and as it was borne before', async () => {
    const { db } = desk;
    const [edda, ruben] = [await person(db, 'editor', 'Edda Falk'), await person(db, 'reviewer', 'Ruben Castellan')];
    const taken = (name: string) =>
      expect(editOwnName(db, ruben.actor, { name })).rejects.toMatchObject({
        refusal: { reason: 'conflict', fields: { name: { code: 'name-taken' } } },
      });
    await taken('Edda Falk');
    await taken('edda falk.');
    await taken('Εdda Falk');
    await editOwnName(db, edda.actor, { name: 'Edda Newname' });
    await taken('Edda Falk');
    await taken('Edda Newname');
    expect((await record(ruben.id)).name).toBe('Ruben Castellan');
    // One's own is one's own, also the former one.
    await editOwnName(db, edda.actor, { name: 'Edda Falk' });
    expect((await record(edda.id)).name).toBe('Edda Falk');
  });
});
