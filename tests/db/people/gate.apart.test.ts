import { encode } from 'next-auth/jwt';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { listSessions } from '#lib/access/data-sessions.ts';
import { runAction, runChange, runProven } from '#lib/access/gate-action.ts';
import { handle, handleUnattended } from '#lib/access/gate-request.ts';
import { currentActor, requireActor } from '#lib/access/gate-session.ts';
import { openSession, touchSession } from '#lib/access/mutations-sessions.ts';
import { changeRole, setDisabled } from '#lib/people/mutations.ts';
import { editOwnName, endOwnSession, endOwnSessions, proveAgain } from '#lib/people/mutations-own.ts';
import { done, refuse, refused } from '#lib/platform/result.ts';
import { idleSeconds, PROVED_SECONDS, payloadOf, sessionSeconds } from '#lib/platform/session-token.ts';
import { withDatabase } from '../harness.ts';
import { command, PASSWORD, person } from './setup.ts';

// What Next keeps for each request.
const request = vi.hoisted(() => ({ cookies: new Map<string, string>(), headers: new Map<string, string>() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
  }),
  headers: async () => ({ get: (name: string) => request.headers.get(name) ?? null }),
}));
vi.mock('next/cache', () => ({ refresh: () => {} }));

const desk = withDatabase();
const SECRET = 'a secret of these tests, long enough';
const COOKIE = 'next-auth.session-token';

beforeAll(() => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000');
});
afterEach(() => {
  request.cookies.clear();
  request.headers.clear();
});

type Worn = { epoch?: number; secret?: string; maxAge?: number; isProved?: boolean };
/** The next requests carry a new session of this person's. Returns its id. */
async function wear(id: string, { epoch = 0, secret = SECRET, maxAge = 60, isProved = false }: Worn = {}) {
  const sessionId = await openSession(desk.db, id, 'password', { address: '192.0.2.9', agent: 'Tests' }, isProved);
  const token = payloadOf({ userId: id, sessionId, epoch });
  request.cookies.set(COOKIE, await encode({ token, secret, maxAge }));
  return sessionId;
}
/** Makes a session older than it is, in seconds. */
const age = (id: string, column: 'created_at' | 'last_seen_at' | 'proved_at', seconds: number) =>
  desk.db.$executeRawUnsafe(
    `update sessions set ${column} = ${column} - make_interval(secs => $1) where id = $2::uuid`,
    seconds,
    id,
  );

describe('the session’s gate', () => {
  test('knows the person as the database has them now', async () => {
    const ana = await person(desk.db, 'reviewer', 'Ana');
    await wear(ana.id);
    const { id, email } = ana;
    expect(await currentActor()).toEqual({ kind: 'person', id, name: 'Ana', email, role: 'reviewer' });
    await changeRole(desk.db, command, { id, version: 1, role: 'editor' });
    expect((await currentActor())?.role).toBe('editor');
    await editOwnName(desk.db, ana.actor, { name: 'Ana Ruiz' });
    expect((await currentActor())?.name).toBe('Ana Ruiz');
  });

  test('shuts at the next request after disabling, and stays shut for old sessions after letting in again', async () => {
    const ana = await person(desk.db, 'viewer');
    await wear(ana.id);
    await setDisabled(desk.db, command, { id: ana.id, version: 1, disabled: true });
    expect(await currentActor()).toBeNull();
    await setDisabled(desk.db, command, { id: ana.id, version: 2, disabled: false });
    expect(await currentActor()).toBeNull();
    await wear(ana.id, { epoch: 1 });
    expect((await currentActor())?.id).toBe(ana.id);
  });

  test('is not kept open by what a page asks by itself', async () => {
    const ana = await person(desk.db, 'viewer');
    const id = await wear(ana.id);
    await age(id, 'last_seen_at', 3600);
    const seenAt = async () => (await desk.db.session.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    const before = await seenAt();
    const ask = new Request('http://127.0.0.1:3000/api/live/missed');
    const answer = await handleUnattended(ask, 'article.read', async ({ claims }) => done(claims.sessionId));
    expect(await answer.json()).toBe(id);
    expect(await seenAt()).toEqual(before);
    await age(id, 'last_seen_at', idleSeconds());
    expect((await handleUnattended(ask, 'article.read', async () => done(null))).status).toBe(401);
  });

  test('shuts when the sessions were ended', async () => {
    const ana = await person(desk.db, 'viewer');
    await wear(ana.id);
    await endOwnSessions(desk.db, ana.actor);
    expect(await currentActor()).toBeNull();
  });

  test('shuts for no cookie, a forged one, one of another desk, and one that is too old', async () => {
    const ana = await person(desk.db, 'viewer');
    expect(await currentActor()).toBeNull();
    request.cookies.set(COOKIE, 'forged.cookie.value');
    expect(await currentActor()).toBeNull();
    await wear(ana.id, { secret: 'the secret of another desk, as long' });
    expect(await currentActor()).toBeNull();
    await wear(ana.id, { maxAge: -60 });
    expect(await currentActor()).toBeNull();
    const token = { sub: ana.id, epoch: 0 };
    request.cookies.set(COOKIE, await encode({ token, secret: SECRET, maxAge: 60 }));
    expect(await currentActor()).toBeNull();
    const [sid, other] = [await wear(ana.id), await person(desk.db, 'admin')];
    request.cookies.set(COOKIE, await encode({ token: { sub: other.id, sid, epoch: 0 }, secret: SECRET, maxAge: 60 }));
    expect(await currentActor()).toBeNull();
  });

  test('shuts after the idle limit and after the lifetime, and using a session moves the one and not the other', async () => {
    const ana = await person(desk.db, 'viewer');
    const id = await wear(ana.id, { maxAge: sessionSeconds() * 2 });
    await age(id, 'last_seen_at', idleSeconds() - 60);
    await age(id, 'created_at', sessionSeconds() - 60);
    expect((await currentActor())?.id).toBe(ana.id);
    const seen = await desk.db.session.findUniqueOrThrow({ where: { id } });
    expect(Date.now() - seen.lastSeenAt.getTime()).toBeLessThan(60_000);
    await age(id, 'last_seen_at', idleSeconds() + 60);
    expect(await currentActor()).toBeNull();
    const other = await wear(ana.id, { maxAge: sessionSeconds() * 2 });
    await age(other, 'created_at', sessionSeconds() + 60);
    expect(await currentActor()).toBeNull();
    expect(await listSessions(desk.db, ana.id)).toEqual([]);
  });

  test('stays shut after the idle limit where a request that was let in before notes that the session is in use', async () => {
    const ana = await person(desk.db, 'viewer');
    const id = await wear(ana.id);
    await age(id, 'last_seen_at', idleSeconds() + 60);
    await touchSession(desk.db, id);
    expect(await currentActor()).toBeNull();
  });

  test('shuts for one session that was ended, and stays open for the others', async () => {
    const ana = await person(desk.db, 'viewer');
    const one = await wear(ana.id);
    const copied = request.cookies.get(COOKIE) ?? '';
    const two = await wear(ana.id);
    expect((await listSessions(desk.db, ana.id)).map(({ id }) => id).sort()).toEqual([one, two].sort());
    await endOwnSession(desk.db, ana.actor, { id: one });
    expect((await currentActor())?.id).toBe(ana.id);
    request.cookies.set(COOKIE, copied);
    expect(await currentActor()).toBeNull();
    const ben = await person(desk.db, 'viewer');
    await expect(endOwnSession(desk.db, ben.actor, { id: two })).rejects.toMatchObject({
      refusal: { reason: 'not-found' },
    });
  });

  test('lets nobody in by a session whose password was typed long ago, until it is typed again', async () => {
    const ada = await person(desk.db, 'admin');
    const id = await wear(ada.id);
    const act = () => runProven('people.manage', z.object({}), {}, async () => 'let in');
    expect(await act()).toMatchObject({ ok: false, reason: 'unproven' });
    await expect(proveAgain(desk.db, ada.actor, id, { current: 'wrong' })).rejects.toMatchObject({
      refusal: { reason: 'invalid', fields: { current: { code: 'wrong-present-password' } } },
    });
    expect(await act()).toMatchObject({ ok: false, reason: 'unproven' });
    await proveAgain(desk.db, ada.actor, id, { current: PASSWORD });
    expect(await act()).toEqual({ ok: true, value: 'let in' });
    await age(id, 'proved_at', PROVED_SECONDS + 60);
    expect(await act()).toMatchObject({ ok: false, reason: 'unproven' });
    const link = await wear(ada.id, { isProved: false });
    expect(link).not.toBe(id);
    expect(await act()).toMatchObject({ ok: false, reason: 'unproven' });
  });

  test('leads pages to the sign-in, and from there back', async () => {
    request.headers.set('x-stet-path', '/articles?state=open');
    const led = await requireActor('signed in').catch((error: unknown) => error);
    expect(led).toMatchObject({ digest: expect.stringContaining('/sign-in?next=%2Farticles%3Fstate%3Dopen') });
  });
});

describe('a server action', () => {
  const schema = z.object({ name: z.string('Say a name.') });
  const greet = (input: unknown) =>
    runAction('article.read', schema, input, async (actor, { name }) => done(`${actor.name} greets ${name}`));

  test('answers somebody signed out with words, and does nothing', async () => {
    const work = vi.fn();
    expect(await runAction('signed in', schema, { name: 'Ben' }, work)).toMatchObject({
      ok: false,
      reason: 'signed-out',
    });
    expect(work).not.toHaveBeenCalled();
  });

  test('asks for the right before it looks at what was sent', async () => {
    const ana = await person(desk.db, 'viewer');
    await wear(ana.id);
    const work = vi.fn();
    const looks = vi.fn(() => true);
    const asked = runAction('article.revise', z.unknown().refine(looks), 'a text', work);
    expect(await asked).toMatchObject({ ok: false, reason: 'forbidden' });
    expect([work.mock.calls.length, looks.mock.calls.length]).toEqual([0, 0]);
  });

  test('parses, names the field, passes refusals on', async () => {
    const ana = await person(desk.db, 'viewer', 'Cleo');
    await wear(ana.id);
    expect(await greet({ name: 'Ben' })).toEqual({ ok: true, value: 'Cleo greets Ben' });
    expect(await greet({})).toMatchObject({ ok: false, reason: 'invalid', fields: { name: 'Say a name.' } });
    const late = runChange('signed in', schema, { name: 'Ben' }, async () => refuse('conflict', 'erased-already'));
    expect(await late).toEqual({
      ok: false,
      reason: 'conflict',
      code: 'erased-already',
      message: 'This detail has been erased already.',
    });
    expect(await runChange('signed in', schema, { name: 'Ben' }, async (_db, actor) => actor.id)).toEqual({
      ok: true,
      value: ana.id,
    });
  });
});

describe('a route', () => {
  const ask = (method: string, headers: Record<string, string> = {}) =>
    new Request('http://127.0.0.1:3000/api/x', { method, headers: { host: '127.0.0.1:3000', ...headers } });

  test('is 401 signed out, 403 from another site, and else what the work gives', async () => {
    const hello = () => handle(ask('GET'), 'signed in', async (actor) => done({ hello: actor.name }));
    expect((await hello()).status).toBe(401);
    const ana = await person(desk.db, 'viewer', 'Ines');
    await wear(ana.id);
    expect(await (await hello()).json()).toEqual({ hello: 'Ines' });
    const work = vi.fn();
    const crossing = await handle(ask('POST', { 'sec-fetch-site': 'cross-site' }), 'signed in', work);
    expect([crossing.status, work.mock.calls.length]).toEqual([403, 0]);
    expect((await handle(ask('GET'), 'signed in', async () => refused('not-found', 'no-claim'))).status).toBe(404);
    const file = await handle(ask('GET'), 'signed in', async () => new Response('text', { status: 206 }));
    expect([file.status, await file.text()]).toEqual([206, 'text']);
  });
});
