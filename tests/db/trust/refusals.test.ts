import { beforeAll, describe, expect, test, vi } from 'vitest';
import { may, PERMISSIONS, type Permission } from '#lib/people/policy.ts';
import type { PersonActor } from '#lib/platform/actor.ts';
import { article, person } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { ACTIONS, type Door, PAGES, ROUTES, SIGN_IN_ROUTES } from './doors.ts';
import { type Answer, everyDoor } from './knock.ts';
import { ADDRESS, SECRET, wear } from './request.ts';
import { giveEverybodyAPassword, need, type Scene, sceneIn } from './scene.ts';

vi.mock('next/headers', async () => (await import('./request.ts')).nextHeaders);
vi.mock('next-intl/server', async () => (await import('./request.ts')).nextIntl);
vi.mock('next/cache', () => ({ refresh: () => {} }));

const database = withDatabase();

const table = new Map<string, Door>([
  ...Object.entries(PAGES).map(([name, door]) => [`page ${name}`, door] as const),
  ...Object.entries(ROUTES),
  ...Object.entries(ACTIONS).flatMap(([domain, doors]) =>
    Object.entries(doors).map(([name, door]) => [`${domain}.${name}`, door] as const),
  ),
]);

const ROLES = ['viewer', 'reviewer', 'editor', 'admin'] as const;
type Persona = (typeof ROLES)[number] | 'signed out' | 'disabled' | 'outsider';

let scene: Scene;
let doors: Awaited<ReturnType<typeof everyDoor>>;
let author: PersonActor;
const cast = new Map<Persona, PersonActor>();

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', ADDRESS);
  const { db } = database;
  author = await person(db, 'Aurel', 'reviewer');
  for (const role of ROLES) cast.set(role, await person(db, `The ${role}`, role));
  cast.set('disabled', await person(db, 'The disabled admin', 'admin'));
  cast.set('outsider', await person(db, 'The outsider', 'admin'));
  await giveEverybodyAPassword(db);
  await db.user.update({ where: { id: need(cast.get('disabled')).id }, data: { disabledAt: new Date() } });
  doors = await everyDoor();
}, 120_000);

/** Another article for the same people: every knock makes claims, and one with all of them would be slower with each. */
async function freshScene(): Promise<Scene> {
  const { db } = database;
  const members = [...cast].filter(([persona]) => persona !== 'outsider').map(([, { id }]) => id);
  const editor = need(cast.get('editor'));
  const bench = await article(db, editor, { access: 'named', memberIds: [author.id, ...members] });
  // A second revision, so that there is one to go back to.
  const { revise } = await import('#lib/articles/mutations-revise.ts');
  const { id: basedOn, text } = bench.revision;
  await revise(db, editor, { articleId: bench.article.id, basedOn, text: `${text}\n\nA line more.`, origin: 'paste' });
  return sceneIn(db, bench.article.id, author, editor);
}

/** How far anything was changed: every change leaves an event. */
const changes = async () =>
  (await database.db.$queryRaw<{ sum: bigint | null }[]>`select sum(sequence) as sum from chains`)[0]?.sum ?? 0n;

async function knock(name: string, door: Door, persona: Persona): Promise<Answer & { changed: boolean }> {
  const who = cast.get(persona) ?? null;
  const sent = await door.send(scene, who);
  const present = who && (await database.db.user.findUniqueOrThrow({ where: { id: who.id } }));
  await wear(who, present?.sessionEpoch);
  const before = await changes();
  const ask = doors.get(name);
  if (!ask) throw new Error(`There is no ${name}`);
  const answer = await ask(sent);
  return { outcome: answer.outcome, text: answer.text, changed: (await changes()) !== before };
}

const isOpen = ({ rule }: Door) => rule === 'anybody';
const roles = ({ rule }: Door) =>
  ROLES.filter((role) => rule === 'anybody' || rule === 'signed in' || may({ role, kind: 'person' }, rule));

test('every page, route and action has its rule, and every rule its page, route or action', () => {
  expect([...table.keys(), ...SIGN_IN_ROUTES].sort()).toEqual([...doors.keys()].sort());
});

test('every permission opens something, but for those that nothing asks for yet', () => {
  const asked = new Set([...table.values()].map(({ rule }) => rule));
  const unasked = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => !asked.has(permission));
  // claim.assign and verdict.override are parts of an action; the other two have no page yet.
  expect(unasked.sort()).toEqual(['claim.assign', 'report.publish', 'token.manage', 'verdict.override']);
});

describe.each([...table])('%s', (name, door) => {
  beforeAll(async () => {
    scene = await freshScene();
  });

  const refused = [
    ...(isOpen(door) ? [] : (['signed out', 'disabled'] as const)),
    ...(door.inArticle ? (['outsider'] as const) : []),
  ];

  test('is refused to whom it is not for, and nothing changes', async () => {
    for (const persona of refused) {
      const { outcome, changed } = await knock(name, door, persona);
      expect({ persona, outcome, changed }).toEqual({
        persona,
        outcome: persona === 'outsider' ? 'not-found' : 'signed-out',
        changed: false,
      });
    }
    for (const role of ROLES.filter((item) => !roles(door).includes(item))) {
      const { outcome, changed } = await knock(name, door, role);
      expect({ role, refused: ['forbidden', 'not-found'].includes(outcome), changed }).toEqual({
        role,
        refused: true,
        changed: false,
      });
    }
  });

  test('opens to whom it is for', async () => {
    for (const role of roles(door)) {
      const { outcome } = await knock(name, door, role);
      expect({ role, outcome }).toEqual({ role, outcome: door.leads ? `led to ${door.leads}` : 'done' });
    }
    if (!isOpen(door)) return;
    const { outcome } = await knock(name, door, 'signed out');
    expect(outcome).toBe(name === 'page /set-up' ? 'led to /sign-in' : 'done');
  });
});
