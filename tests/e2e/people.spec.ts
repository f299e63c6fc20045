import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, reload, signIn, signInByForm, test, visit } from './harness.ts';

const PASSWORD = 'three herons on a pier';

/** An address that nobody at the desk has, however often the test has run on it. */
const newAddress = (name: string) => `${name}-${randomUUID()}@desk.example`;

/** Invites somebody through the form, and answers with the link that is shown once. */
async function inviteByForm(page: Page, email: string, role: string): Promise<string> {
  await visit(page, '/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog
    .getByText(new RegExp(`^${role}`))
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('Link').inputValue();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Takes an invitation up in a browser of its own. */
async function join(browser: Browser, link: string, name: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await visit(page, link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Choose a password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Join the desk' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return { context, page };
}

const row = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email });

test('somebody is invited, joins, is given another role, and is shut out at their next request', async ({
  page,
  browser,
  stet,
}) => {
  const email = newAddress('noor');
  await signIn(page, person(stet, 'admin'));
  const link = await inviteByForm(page, email, 'Viewer');
  await expect(row(page, email)).toContainText('Viewer');

  const { context, page: theirs } = await join(browser, new URL(link, stet.address).href, 'Noor Haddad');
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText('Noor Haddad');
  // A link works once.
  await visit(theirs, link);
  await expect(theirs.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();

  // A viewer adds nothing; an editor does, without signing in again.
  await visit(theirs, '/articles');
  await expect(theirs.getByRole('link', { name: 'Add an article' })).toHaveCount(0);
  await reload(page);
  await row(page, email)
    .getByRole('button', { name: /Role of/ })
    .click();
  await page.getByRole('option', { name: /Editor/ }).click();
  await expect(page.getByText('Noor Haddad is an editor now.')).toBeVisible();
  await reload(theirs);
  await expect(theirs.getByRole('link', { name: 'Add an article' })).toBeVisible();

  await row(page, email).getByRole('button', { name: 'More about Noor Haddad' }).click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable Noor Haddad' }).click();
  await expect(page.getByText('Noor Haddad is disabled.')).toBeVisible();
  await reload(theirs);
  await theirs.waitForURL(/\/sign-in/);
  await theirs.getByLabel('E-mail').fill(email);
  await theirs.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  await expect(theirs.getByRole('main').getByRole('alert').first()).toBeVisible();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await context.close();
});

test.describe('an article for named people', () => {
  test.use({ expectedErrors: [/404/] });

  test('is there for them alone: in the list, by its address, and among its reports', async ({
    page,
    browser,
    stet,
    baseURL,
  }) => {
    await signIn(page, person(stet, 'editor'));
    const address = await freshArticle(stet, 'The sealed ledger\n\nThe ledger names 14 firms. It was closed in 2019.');
    await visit(page, `${address}/details`);
    await page.getByText('Only people named here, and you').click();
    await page.getByRole('button', { name: 'Save who may see it' }).click();
    await expect(page.getByText('Saved.', { exact: false }).first()).toBeVisible();

    const context = await browser.newContext({ baseURL });
    const theirs = await context.newPage();
    await signIn(theirs, person(stet, 'reviewer'));
    await visit(theirs, '/articles?q=ledger');
    await expect(theirs.getByText('The sealed ledger')).toHaveCount(0);
    for (const path of ['', '/history', '/report', '/revisions', '/details']) {
      const response = await visit(theirs, `${address}${path}`);
      expect(response?.status(), path).toBe(404);
      expect(await theirs.content()).not.toContain('sealed ledger');
    }
    await context.close();
  });
});

test('a password is changed on one’s own page, and the old one no longer signs in', async ({ page, browser, stet }) => {
  const email = newAddress('iris');
  await signIn(page, person(stet, 'admin'));
  const link = await inviteByForm(page, email, 'Reviewer');
  const { context, page: theirs } = await join(browser, new URL(link, stet.address).href, 'Iris Vane');
  await visit(theirs, '/account');
  await theirs.getByLabel('Present password', { exact: true }).fill('not this one');
  await theirs.getByLabel('New password', { exact: true }).fill('seven lamps in the fog');
  await theirs.getByRole('button', { name: 'Change the password' }).click();
  await expect(theirs.getByRole('main').getByRole('alert').first()).toBeVisible();
  await theirs.getByLabel('Present password', { exact: true }).fill(PASSWORD);
  await theirs.getByLabel('New password', { exact: true }).fill('seven lamps in the fog');
  await theirs.getByRole('button', { name: 'Change the password' }).click();
  await expect(theirs.getByText('Your password is changed.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Change the password' })).toBeFocused();
  await context.close();

  const again = await browser.newContext({ baseURL: stet.address });
  const next = await again.newPage();
  await visit(next, '/sign-in');
  await next.getByLabel('E-mail').fill(email);
  await next.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await next.getByRole('button', { name: 'Sign in' }).click();
  await expect(next.getByRole('main').getByRole('alert').first()).toBeVisible();
  await signInByForm(next, {
    name: 'Iris Vane',
    role: 'reviewer',
    email,
    password: 'seven lamps in the fog',
  });
  await expect(next.getByRole('heading', { level: 1 })).toContainText('Iris Vane');
  await again.close();
});
