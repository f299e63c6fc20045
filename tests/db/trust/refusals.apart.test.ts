import { beforeAll, describe, expect, test, vi } from 'vitest';
import { PERMISSIONS, type Permission } from '#lib/access/policy.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { article, person, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import {
  ACTIONS,
  type Door,
  OTHER_ROUTES,
  openedBy,
  opensWhereNothingIsHidden,
  PAGES,
  ROLES,
  ROUTES,
  rolesOf,
} from './doors.ts';
import { type Answer, copyOf, elsewhere, everyDoor } from './knock.ts';
import { ADDRESS, SECRET, wear, wearGuest } from './request.ts';
import { giveEverybodyAPassword, need, sceneIn } from './scene.ts';
import { changes, type SparingScene, sparing } from './sparing.ts';

vi.mock('next/headers', async () => (await import('./request.ts')).nextHeaders);
vi.mock('next-intl/server', async () => (await import('./request.ts')).nextIntl);
vi.mock('next/cache', () => ({ refresh: () => {} }));

/** What costs, by whom it was asked for: nobody who is refused may have any of it done. */
const work = vi.hoisted(() => ({ done: [] as string[] }));
vi.mock('#lib/ingest/reading.ts', async (original) => {
  const real = await original<typeof import('#lib/ingest/reading.ts')>();
  const onText = (...asked: Parameters<typeof real.onText>) => {
    work.done.push(`engine: ${asked[0]}`);
    return real.onText(...asked);
  };
  const onArticleFile = (...asked: Parameters<typeof real.onArticleFile>) => {
    work.done.push('engine: file');
    return real.onArticleFile(...asked);
  };
  const onArticleText = (...asked: Parameters<typeof real.onArticleText>) => {
    work.done.push('engine: extract');
    return real.onArticleText(...asked);
  };
  return { ...real, onText, onArticleFile, onArticleText };
});
vi.mock('#lib/platform/password.ts', async (original) => {
  const real = await original<typeof import('#lib/platform/password.ts')>();
  const spied =
    <A extends unknown[], T>(name: string, call: (...args: A) => T) =>
    (...args: A): T => {
      work.done.push(`hash: ${name}`);
      return call(...args);
    };
  return {
    ...real,
    hashPassword: spied('hashPassword', real.hashPassword),
    passwordFits: spied('passwordFits', real.passwordFits),
  };
});
const database = withDatabase();

const named = (all: Record<string, Door>, name: (key: string) => string) =>
  Object.entries(all).map(([key, door]) => [name(key), door] as const);

/** Every door, by where it stands. */
const PLACES = [
  { place: 'pages', here: named(PAGES, (key) => `page ${key}`) },
  { place: 'routes', here: named(ROUTES, (key) => key) },
  ...Object.entries(ACTIONS).map(([place, all]) => ({ place, here: named(all, (key) => `${place}.${key}`) })),
];
const table = new Map<string, Door>(PLACES.flatMap(({ here }) => here));

type Persona = (typeof ROLES)[number] | 'signed out' | 'disabled' | 'outsider' | 'guest';

let scene: SparingScene;
let author: PersonActor;
let doors: Awaited<ReturnType<typeof everyDoor>>;
const cast = new Map<Persona, PersonActor>();

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', ADDRESS);
  vi.stubEnv('STET_SECURITY_CONTACT', 'mailto:security@desk.example');
  const { db } = database;
  author = await person(db, 'Aurel', 'reviewer');
  for (const role of ROLES) cast.set(role, await person(db, `The ${role}`, role));
  cast.set('disabled', await person(db, 'The disabled admin', 'admin'));
  cast.set('outsider', await person(db, 'The outsider', 'admin'));
  await giveEverybodyAPassword(db);
  await plant(db, (tx) =>
    tx.user.update({ where: { id: cast.get('disabled')?.id ?? '' }, data: { disabledAt: new Date() } }),
  );
  scene = await freshScene();
  doors = await everyDoor();
}, 120_000);

/** An article of two revisions, so that there is one to go back to; everybody of the cast may read it but the outsider. */
async function freshScene(): Promise<SparingScene> {
  const { db } = database;
  const editor = need(cast.get('editor'));
  const members = [...cast].filter(([persona]) => persona !== 'outsider').map(([, { id }]) => id);
  const bench = await article(db, editor, { access: 'named', memberIds: [author.id, ...members] });
  const made = sceneIn(db, bench.article.id, author, editor);
  const { revise } = await import('#lib/revisions/mutations-revise.ts');
  const { revision } = await made.bench();
  const text = typedText(`${revision.text}\n\nA line more.`);
  await revise(db, editor, { articleId: made.articleId, basedOn: revision.id, text, origin: 'paste' });
  return sparing(made);
}

type Knocked = Answer & { readonly changed: boolean; readonly worked: readonly string[] };

/** Knocks as somebody, with what they would send; or with what lies ready, which a refusal leaves as it was. */
async function knock(name: string, door: Door, persona: Persona, ready?: unknown): Promise<Knocked> {
  const who = cast.get(persona) ?? null;
  scene.nextKnock(door);
  const sent = ready ?? (await door.send(scene, who));
  const present = who && (await database.db.user.findUniqueOrThrow({ where: { id: who.id } }));
  if (persona === 'guest') await wearGuest((await scene.guest()).id);
  else await wear(who, present?.sessionEpoch);
  const before = await changes(database.db);
  const ask = doors.get(name);
  if (!ask) throw new Error(`There is no ${name}`);
  work.done.length = 0;
  const answer = await ask(sent);
  const worked = [...work.done];
  return { outcome: answer.outcome, text: answer.text, changed: (await changes(database.db)) !== before, worked };
}

const isOpen = ({ rule }: Door) => rule === 'anybody';

const timeless = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');

/** All that a guest is let into. Every other door is shut to them, or shows them what it shows to anybody. */
const FOR_GUESTS = [
  'page /guest/[id]',
  'POST /api/guest/[id]/open',
  'POST /api/guest/[id]/answers',
  'GET /api/guest/[id]/live',
  'GET /api/guest/[id]/live/missed',
];

test('every page, route and action has its rule, and every rule its page, route or action', () => {
  expect([...table.keys(), ...OTHER_ROUTES].sort()).toEqual([...doors.keys()].sort());
});

test('every permission opens a door, but for those that a part of one asks for', () => {
  const asked = new Set([...table.values()].map(({ rule }) => rule));
  const unasked = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => !asked.has(permission));
  // numbers.people and verdict.override are parts of an action or a page.
  expect(unasked.sort()).toEqual(['numbers.people', 'verdict.override']);
});

test('the spies see what they are there for', async () => {
  const seen = async (name: string) => {
    const door = table.get(name);
    if (!door) throw new Error(`There is no ${name}`);
    return (await knock(name, door, 'editor')).worked.map((item) => item.split(':')[0]);
  };
  expect(await seen('POST /api/articles/[id]/revisions')).toContain('engine');
  expect(await seen('people.proveAgain')).toContain('hash');
});

// An article for each place, and not one for all: what is asked of an article costs as much as it has claims.
describe.each(PLACES)('$place', ({ here }) => {
  beforeAll(async () => {
    scene = await freshScene();
  });
  describe.each(here)('%s', (name, door) => {
    const refused = [
      ...(isOpen(door) ? [] : (['signed out', 'disabled'] as const)),
      ...(isOpen(door) || FOR_GUESTS.includes(name) ? [] : (['guest'] as const)),
      ...(door.inArticle ? (['outsider'] as const) : []),
    ];

    // What somebody may send who works here, so that it is refused for who sends it.
    let ready: unknown;
    beforeAll(async () => {
      scene.nextKnock(door);
      ready = await door.send(scene, scene.author);
    });

    test('is refused to whom it is not for before anything is worked out, and nothing changes', async () => {
      for (const persona of refused) {
        const { outcome, changed, worked } = await knock(name, door, persona, copyOf(ready));
        expect({ persona, outcome, changed, worked }).toEqual({
          persona,
          outcome: persona === 'outsider' ? 'not-found' : 'signed-out',
          changed: false,
          worked: [],
        });
      }
      for (const role of ROLES.filter((item) => !rolesOf(door).includes(item))) {
        const { outcome, changed, worked } = await knock(name, door, role, copyOf(ready));
        const refusals = door.rule === 'guest' ? ['signed-out'] : ['forbidden', 'not-found'];
        expect({ role, refused: refusals.includes(outcome), changed, worked }).toEqual({
          role,
          refused: true,
          changed: false,
          worked: [],
        });
      }
    });

    if (door.inArticle && !name.startsWith('page '))
      test('answers alike for what is kept from somebody and for what is not there', async () => {
        const other = await elsewhere(ready);
        const [kept, absent] = [
          await knock(name, door, 'outsider', copyOf(ready)),
          await knock(name, door, 'outsider', other),
        ];
        expect(kept).toEqual(absent);
        expect(kept.outcome).toBe('not-found');
      });

    if (opensWhereNothingIsHidden(name, door))
      test('opens to whom it is for', async () => {
        for (const role of rolesOf(door)) {
          const { outcome } = await knock(name, door, role);
          expect({ role, outcome }).toEqual({ role, outcome: openedBy(door) });
        }
        if (door.rule === 'guest') expect(await knock(name, door, 'guest')).toMatchObject({ outcome: 'done' });
      });

    if (isOpen(door))
      test('opens to whoever is signed out, and tells a guest no more', async () => {
        // A request with a body is read once; the others are asked the very same.
        scene.nextKnock(door);
        const same = /^(?:page|GET) /.test(name) ? await door.send(scene, null) : undefined;
        const { outcome, text } = await knock(name, door, 'signed out', same);
        expect(outcome).toBe(name === 'page /set-up' ? 'led to /sign-in' : 'done');
        if (!FOR_GUESTS.includes(name))
          expect(timeless((await knock(name, door, 'guest', same)).text)).toBe(timeless(text));
      });
  });
});

describe('a guest’s link', () => {
  const page = async () => (await knock('page /guest/[id]', PAGES['/guest/[id]'] as Door, 'guest')).text;
  const open = async (token: string, id: string) => {
    await wear(null);
    const request = new Request(ADDRESS, { method: 'POST', body: JSON.stringify({ token }) });
    return doors.get('POST /api/guest/[id]/open')?.({ request, params: Promise.resolve({ id }) });
  };
  const words = 'The Harbour Authority approved';

  test('opens by its token alone, which is kept nowhere, and shows the text to whoever has opened it', async () => {
    const { id, token } = await scene.guest();
    expect(await open('a'.repeat(43), id)).toMatchObject({ outcome: 'not-found' });
    const answer = await open(token, id);
    expect(answer).toMatchObject({ outcome: 'done' });
    expect(answer?.text).not.toContain(token);
    expect(JSON.stringify(await database.db.guestLink.findMany())).not.toContain(token);
    const events = await database.db.eventDetail.findMany({ where: { chainId: scene.articleId } });
    expect(JSON.stringify(events)).not.toContain(token);
    expect(await page()).toContain(words);
    const asStranger = await knock('page /guest/[id]', PAGES['/guest/[id]'] as Door, 'admin');
    expect(asStranger.text).not.toContain(words);
  });

  test('comes to an end of guessing, from one address', async () => {
    const { id } = await scene.guest();
    const outcomes: (string | undefined)[] = [];
    for (let i = 0; i < 31; i++) outcomes.push((await open('b'.repeat(43), id))?.outcome);
    expect(outcomes.at(-1)).toBe('status 429');
  });

  test('ends at once when it is revoked', async () => {
    const { id } = await scene.guest();
    const { revokeGuest } = await import('#lib/articles/mutations-guests.ts');
    await revokeGuest(database.db, scene.editor, { id });
    expect(await page()).not.toContain(words);
    for (const name of FOR_GUESTS.filter((door) => ROUTES[door]?.rule === 'guest'))
      expect(await knock(name, ROUTES[name] as Door, 'guest')).toMatchObject({ outcome: 'signed-out', changed: false });
  });
});
