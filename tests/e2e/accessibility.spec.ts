import { randomInt } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import postgres from 'postgres';
import { sampleActor } from '#lib/access/gate-command.ts';
import { createUser } from '#lib/people/mutations.ts';
import { invite, linkFor } from '#lib/people/mutations-links.ts';
import { connect } from '#lib/platform/db.ts';
import { barriers, expect, expectAccessible, person, signIn, stilled, test, visit } from './harness.ts';
import { bring, leavesPage, READERS, STATES, type State, sampleIds } from './states.ts';
import { type Account, launchEmpty, type SeededStet } from './stet.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

const readerOf = (stet: SeededStet, as: State['as']): Account =>
  as === 'second reviewer' ? person(stet, 'reviewer', 1) : person(stet, as);

/** A page as the reader sees it. */
async function pageOf(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL, viewport: WIDE, reducedMotion: 'reduce' });
  return context.newPage();
}

/** What stands over the page, which nobody reaches meanwhile; the claims, beside the article or docked below it; what is refused. */
const OVER = '[role="dialog"],[role="menu"]';
const CLAIMS = ':is(aside, section)[aria-label="Claims"]';
const REFUSED = '[aria-invalid="true"]';

type Look = {
  /** What is looked at where nothing stands over the page; all of it unless told. */
  readonly part?: string | undefined;
  /** Brings a narrow page to where the wide one was, where making it narrow does not. */
  readonly again?: (() => Promise<unknown>) | undefined;
};

/**
 * What keeps anybody out, wide and narrow, by day and by night. The night has other colours and nothing else, and they are the
 * same at any width. A page that is made narrow is one that opens narrow, element by element, unless it loses what stood on it:
 * that is counted. Where a window is open it is looked at, and of the page behind it that nobody gets there: the page itself is
 * looked at without the window.
 */
async function anybodyKeptOut(page: Page, { part, again }: Look = {}): Promise<string[]> {
  await page.setViewportSize(WIDE);
  // It comes behind the page, once the browser has a moment, and what looks at the page leaves it none.
  await expect(page).toHaveTitle(/\S/);
  const [over, refused] = [await page.locator(OVER).count(), await page.locator(REFUSED).count()];
  const within = over > 0 ? OVER : part;
  const byDay = async () => [
    ...(within ? await barriers(page, { rules: ['aria-hidden-focus'] }) : []),
    ...(await barriers(page, { within })),
  ];
  const [day, night] = await stilled(page, async () => {
    const day = await byDay();
    await page.emulateMedia({ colorScheme: 'dark' });
    const night = await barriers(page, { within, rules: ['color-contrast', 'link-in-text-block'] });
    await page.emulateMedia({ colorScheme: 'light' });
    return [day, night];
  });
  await page.setViewportSize(NARROW);
  await again?.();
  const narrow = await stilled(page, async () => {
    await drawn(page);
    await expect(page.locator(OVER), 'what stood over the wide page stands over the narrow one').toHaveCount(over);
    await expect(page.locator(REFUSED), 'what was refused on the wide page is on the narrow one').toHaveCount(refused);
    return byDay();
  });
  return [...day, ...night.map((one) => `by night, ${one}`), ...narrow.map((one) => `narrow, ${one}`)];
}

/** Closes the window that stands over the page. */
async function closed(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator(OVER)).toHaveCount(0);
}

/** Waits until a page that was made narrow is drawn so, with what it does when that is told to it. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );

for (const reader of READERS) {
  test(`nothing keeps anybody out of what the ${reader} sees, wide and narrow, by day and by night`, async ({
    browser,
    stet,
    baseURL,
  }) => {
    const states = STATES.filter((item) => item.as === reader);
    // As long for each state as others have for a page: a reader's thirty on a busy machine are no hanging.
    test.setTimeout(states.length * 60_000);
    const ids = await sampleIds(stet);
    const page = await pageOf(browser, baseURL);
    await signIn(page, readerOf(stet, reader));
    const found: string[] = [];
    const known = new Set<string>();
    let left: string | null = null;
    for (const state of states) {
      await test.step(state.name, async () => {
        const path = state.path(ids);
        const open = async () => {
          await visit(page, path);
          await expect(page.getByRole('main')).toBeVisible();
          await bring(page, state);
        };
        await page.setViewportSize(WIDE);
        // To open a page anew takes as long as to look at it: one that was left as it opens is there already.
        await (left === path ? bring(page, state) : open());
        // The article beside the claims is the same for every claim of it: it is looked at once for a reader.
        const [article = ''] = path.split('?');
        const areClaims = known.has(article) && !state.marksText && (await page.locator(CLAIMS).isVisible());
        known.add(article);
        const look = { part: areClaims ? CLAIMS : undefined, again: state.passes ? open : undefined };
        found.push(...(await anybodyKeptOut(page, look)).map((one) => `${state.name}: ${one}`));
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        left = leavesPage(state) ? path : null;
        if (left && state.window) await closed(page);
      });
    }
    await page.context().close();
    expect(found).toEqual([]);
  });
}

/** Looks at a form as it opens, and as it is when sent empty. */
async function expectFormAccessible(page: Page, button: string): Promise<void> {
  expect(await anybodyKeptOut(page)).toEqual([]);
  await page.getByRole('button', { name: button }).click();
  await expect(page.locator(REFUSED).first()).toBeVisible();
  expect(await anybodyKeptOut(page)).toEqual([]);
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

test('an empty desk says what to do, and keeps nobody out', async ({ browser, stet, baseURL }) => {
  const empty = 'update articles set archived_at = now() where archived_at is null';
  await whileDatabase(stet, empty, 'update articles set archived_at = null', async () => {
    for (const role of ['editor', 'reviewer'] as const) {
      const page = await pageOf(browser, baseURL);
      await signIn(page, person(stet, role));
      for (const path of ['/', '/articles']) {
        await visit(page, path);
        await expect(page.getByRole('link', { name: 'Add an article' })).toHaveCount(role === 'editor' ? 1 : 0);
        expect(await anybodyKeptOut(page)).toEqual([]);
      }
      await page.context().close();
    }
  });
});

test('the doors keep nobody out', async ({ browser, stet, baseURL }) => {
  const links = await linksInto(stet);
  const page = await pageOf(browser, baseURL);
  await visit(page, '/sign-in');
  expect(await anybodyKeptOut(page)).toEqual([]);
  await page.getByLabel('E-mail').fill('nobody@desk.example');
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  // The browser's own word to readers of the screen, that the page has changed, is an alert as well.
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  expect(await anybodyKeptOut(page)).toEqual([]);
  await visit(page, '/link/not-a-link');
  await expect(page.getByRole('link', { name: /sign-in/i })).toBeVisible();
  expect(await anybodyKeptOut(page)).toEqual([]);
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

test('a desk with nobody at it says how the first admin comes in, and keeps nobody out', async ({ browser }) => {
  const empty = await launchEmpty();
  try {
    const page = await pageOf(browser, empty.address);
    // Every way in leads there while nobody is here.
    await visit(page, '/');
    await expect(page.getByRole('heading', { level: 1, name: 'Nobody is at this desk yet' })).toBeVisible();
    expect(await anybodyKeptOut(page)).toEqual([]);
    await visit(page, empty.setUpLink);
    await expect(page.getByRole('heading', { level: 1, name: 'Set up this desk' })).toBeVisible();
    await expectFormAccessible(page, 'Begin');
    await page.context().close();
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
