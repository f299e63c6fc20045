import { randomInt } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import postgres from 'postgres';
import { sampleActor } from '#lib/access/gate-command.ts';
import { createUser } from '#lib/people/mutations.ts';
import { invite, linkFor } from '#lib/people/mutations-links.ts';
import { connect } from '#lib/platform/db.ts';
import { barriers, expect, expectAccessible, person, signIn, stilled, test, visit } from './harness.ts';
import { READERS, STATES, type State, sampleIds } from './states.ts';
import { type Account, launchEmpty, type SeededStet } from './stet.ts';

const NARROW = 390;
const WIDTHS = [
  { name: 'wide', viewport: { width: 1440, height: 900 } },
  { name: 'narrow', viewport: { width: NARROW, height: 844 } },
] as const;

const readerOf = (stet: SeededStet, as: State['as']): Account =>
  as === 'second reviewer' ? person(stet, 'reviewer', 1) : person(stet, as);

/** A page as the reader sees it. */
async function pageOf(browser: Browser, baseURL: string | undefined, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ baseURL, viewport, reducedMotion: 'reduce' });
  return context.newPage();
}

/** What stands over the page, which nobody reaches meanwhile; and the column of the workbench. */
const OVER = '[role="dialog"],[role="menu"]';
const COLUMN = '.workbench-column';

/**
 * What keeps anybody out by day, and by night, which has other colours and nothing else: they are the same at any width.
 * Where a window is open it is looked at, and of the page behind it that nobody gets there: the page itself is looked at
 * without the window.
 */
const byDayAndNight = (page: Page, part?: string): Promise<string[]> =>
  stilled(page, async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    const within = (await page.locator(OVER).count()) > 0 ? OVER : part;
    const behind = within ? await barriers(page, { rules: ['aria-hidden-focus'] }) : [];
    const day = await barriers(page, { within });
    if (page.viewportSize()?.width === NARROW) return [...behind, ...day];
    await page.emulateMedia({ colorScheme: 'dark' });
    const night = await barriers(page, { within, rules: ['color-contrast', 'link-in-text-block'] });
    await page.emulateMedia({ colorScheme: 'light' });
    return [...behind, ...day, ...night.map((barrier) => `by night, ${barrier}`)];
  });

for (const { name, viewport } of WIDTHS) {
  for (const reader of READERS) {
    test(`nothing keeps anybody out of what the ${reader} sees, ${name}, by day and by night`, async ({
      browser,
      stet,
      baseURL,
    }) => {
      const states = STATES.filter((item) => item.as === reader);
      // As long for each state as others have for a page: a reader's twenty on a busy machine are no hanging.
      test.setTimeout(states.length * 60_000);
      const ids = await sampleIds(stet);
      const page = await pageOf(browser, baseURL, viewport);
      await signIn(page, readerOf(stet, reader));
      const found: string[] = [];
      const known = new Set<string>();
      for (const state of states) {
        await test.step(state.name, async () => {
          await visit(page, state.path(ids));
          await expect(page.getByRole('main')).toBeVisible();
          await state.into?.(page);
          // The article beside the column is the same for every claim of it: it is looked at once for a reader.
          const [article = ''] = state.path(ids).split('?');
          const isColumn = known.has(article) && !state.marksText && (await page.locator(COLUMN).isVisible());
          known.add(article);
          const barriers = await byDayAndNight(page, isColumn ? COLUMN : undefined);
          found.push(...barriers.map((barrier) => `${state.name}: ${barrier}`));
          await page.unrouteAll({ behavior: 'ignoreErrors' });
        });
      }
      await page.context().close();
      expect(found).toEqual([]);
    });
  }
}

/** Looks at a form as it opens, and as it is when sent empty. */
async function expectFormAccessible(page: Page, button: string): Promise<void> {
  expect(await byDayAndNight(page)).toEqual([]);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  expect(await byDayAndNight(page)).toEqual([]);
}

/** Paths of links that are still to be used: for somebody invited, and for somebody who lost their password. */
async function linksInto({ databaseUrl, address }: SeededStet): Promise<{ invitation: string; reset: string }> {
  const db = connect(databaseUrl, 1);
  try {
    const admin = sampleActor(await db.user.findFirstOrThrow({ where: { role: 'admin' } }));
    // Nobody whom another test is: their next page says that there is such a link.
    const somebody = `${randomInt(1e9)}`;
    const { id } = await createUser(db, null, {
      name: `Somebody ${somebody}`,
      email: `somebody${somebody}@desk.example`,
      role: 'viewer',
      password: 'eleven kettles at noon',
    });
    const invitation = await invite(db, admin, address, { email: 'wren@desk.example', name: null, role: 'reviewer' });
    const reset = await linkFor(db, admin, address, { id, purpose: 'reset' });
    return { invitation: new URL(invitation.url).pathname, reset: new URL(reset.url).pathname };
  } finally {
    await db.$disconnect();
  }
}

/** Looks at a page while the database is not as it should be: as its owner leaves it, with the guards off. */
async function whileDatabase(stet: SeededStet, change: string, back: string, look: () => Promise<void>): Promise<void> {
  const owner = postgres(stet.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`set session_replication_role = replica`;
  await owner.unsafe(change);
  try {
    await look();
  } finally {
    await owner.unsafe(back);
    await owner.end();
  }
}

for (const { name, viewport } of WIDTHS) {
  test(`an empty desk says what to do, and keeps nobody out, ${name}`, async ({ browser, stet, baseURL }) => {
    const empty = 'update articles set archived_at = now() where archived_at is null';
    await whileDatabase(stet, empty, 'update articles set archived_at = null', async () => {
      for (const role of ['editor', 'reviewer'] as const) {
        const page = await pageOf(browser, baseURL, viewport);
        await signIn(page, person(stet, role));
        for (const path of ['/', '/articles']) {
          await visit(page, path);
          await expect(page.getByRole('link', { name: 'Add an article' })).toHaveCount(role === 'editor' ? 1 : 0);
          expect(await byDayAndNight(page)).toEqual([]);
        }
        await page.context().close();
      }
    });
  });

  test(`the doors keep nobody out, ${name}`, async ({ browser, stet, baseURL }) => {
    const links = await linksInto(stet);
    const page = await pageOf(browser, baseURL, viewport);
    await visit(page, '/sign-in');
    expect(await byDayAndNight(page)).toEqual([]);
    await page.getByLabel('E-mail').fill('nobody@desk.example');
    await page.getByLabel('Password', { exact: true }).fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    expect(await byDayAndNight(page)).toEqual([]);
    await visit(page, '/link/not-a-link');
    await expect(page.getByRole('link', { name: /sign-in/i })).toBeVisible();
    expect(await byDayAndNight(page)).toEqual([]);
    for (const [path, heading, button] of [
      [links.invitation, 'Join the desk', 'Join the desk'],
      [links.reset, /^A new password for/, 'Set the password'],
    ] as const) {
      await visit(page, path);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expectFormAccessible(page, button);
    }
    await page.context().close();
  });
}

test('a desk with nobody at it says how the first admin comes in, and keeps nobody out', async ({ browser }) => {
  const empty = await launchEmpty();
  try {
    for (const { viewport } of WIDTHS) {
      const page = await pageOf(browser, empty.address, viewport);
      // Every way in leads there while nobody is here.
      await visit(page, '/');
      await expect(page.getByRole('heading', { level: 1, name: 'Nobody is at this desk yet' })).toBeVisible();
      expect(await byDayAndNight(page)).toEqual([]);
      await visit(page, empty.setUpLink);
      await expect(page.getByRole('heading', { level: 1, name: 'Set up this desk' })).toBeVisible();
      await expectFormAccessible(page, 'Begin');
      await page.context().close();
    }
  } finally {
    await empty.stop();
  }
});

test.describe('where something broke', () => {
  test.use({ expectedErrors: [/500|Error/] });
  test('the page says so, leads on, and keeps nobody out', async ({ page, stet }) => {
    await signIn(page, person(stet, 'editor'));
    await whileDatabase(
      stet,
      'alter table sources rename to sources_gone',
      'alter table sources_gone rename to sources',
      async () => {
        await visit(page, '/sources');
        await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
        await expectAccessible(page);
      },
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  });
});
