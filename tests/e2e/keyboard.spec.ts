import type { Locator, Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { tabTo } from './galley.ts';
import { expect, person, settled, signIn, test, visit } from './harness.ts';
import type { Account } from './stet.ts';

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const heading = (page: Page): Locator => column(page).getByRole('heading', { level: 2 });
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** What has the focus, in words; "BODY" where it is lost. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = document.activeElement;
    return now === null || now === document.body ? 'BODY' : `${now.tagName} ${now.textContent?.slice(0, 60) ?? ''}`;
  });

async function signInByKeys(page: Page, { email, password }: Account): Promise<void> {
  await visit(page, '/sign-in');
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(password);
  await press(page, 'Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

test('the whole job is done without a mouse, by two people', async ({ page, browser, baseURL, stet }) => {
  const address = await freshArticle(stet);
  await signInByKeys(page, person(stet, 'reviewer'));
  await visit(page, '/articles');
  await tabTo(page, page.locator(`main a[href="${address}"]`).first());
  await settled(page, async () => {
    await press(page, 'Enter');
    await page.waitForURL(`**${address}`);
    await expect(page.getByRole('region', { name: 'The article' })).toBeVisible();
  });

  // To a claim, its evidence, the verdict.
  await press(page, 'j', 'j');
  await expect(heading(page)).toContainText('budget of £48.6 million');
  await press(page, 'Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  // Tab walks the page until the window is there, and the window gives the focus back to wherever it was then.
  await expect(dialog.getByRole('button', { name: /Source$/ })).toBeFocused();
  await tabTo(page, dialog.getByRole('button', { name: 'A new source' }));
  await press(page, 'Enter');
  await tabTo(page, dialog.getByLabel('Title'));
  await page.keyboard.type('Minutes of the authority');
  await tabTo(page, dialog.getByRole('radio', { name: 'supports' }));
  await press(page, 'Space');
  await tabTo(page, dialog.getByLabel('Exact words or figures'));
  await page.keyboard.type('£48.6 million, carried 7 to 2');
  await press(page, 'Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(column(page).getByText('Minutes of the authority')).toBeVisible();

  await press(page, 'v');
  await expect(column(page).getByRole('radio', { name: 'True', exact: true })).toBeFocused();
  await press(page, 'Space');
  await tabTo(page, column(page).getByPlaceholder(/What the evidence shows/));
  await page.keyboard.type('The minutes have the figure [1].');
  await press(page, 'Control+Enter');
  await expect(column(page).getByText('Waits for a second reader.')).toBeVisible();

  // A second person signs it off by key.
  const context = await browser.newContext({ baseURL });
  const theirs = await context.newPage();
  await signInByKeys(theirs, person(stet, 'reviewer', 1));
  await visit(theirs, `${address}?claim=2`);
  await press(theirs, 's', 'Enter');
  await expect(column(theirs).getByText('Settled by two readers')).toBeVisible();

  // The report.
  // The focus is in the column now, and everything after it comes before the header again.
  await tabTo(theirs, theirs.getByRole('link', { name: 'Report' }), 200);
  await press(theirs, 'Enter');
  await theirs.waitForURL('**/report');
  await tabTo(theirs, theirs.getByRole('button', { name: 'Make a report' }));
  await press(theirs, 'Enter');
  await theirs.waitForURL(/\/reports\//);
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText('Harbour tolls rise again');
  await context.close();
});

test('the first keys lead to the text, and the machine’s wording is accepted and given back', async ({
  page,
  stet,
}) => {
  await signIn(page, person(stet, 'editor'));
  await visit(page, '/articles/new');
  await expect(page.locator('textarea')).toBeFocused();
  await visit(page, await freshArticle(stet));
  await press(page, 'Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await press(page, 'Enter', 'Tab');
  await expect(page.getByRole('region', { name: 'The article' })).toBeFocused();

  await press(page, 'j', 'n');
  await expect(page.getByText('The machine suggests checking this, not leaving it.', { exact: false })).toBeVisible();
  const accept = column(page).getByRole('button', { name: 'Accept the wording' });
  await expect(accept).toBeVisible();
  await press(page, 'i');
  await expect(accept).toHaveCount(0);
  await press(page, 'z');
  await expect(accept).toBeVisible();

  const answer = await page.request.get('/api/nope');
  expect([answer.status(), await answer.json()]).toMatchObject([404, { error: { code: 'no-such-address' } }]);
});

test('the palette and the help sheet list what can be done, and shortcuts rest while somebody types', async ({
  page,
  stet,
}) => {
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${await freshArticle(stet)}?claim=3`);
  await press(page, 'Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('divide');
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: 'Divide claim 3' })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(page, 'Control+k');
  await page.keyboard.type('report');
  await expect(page.getByRole('menuitem', { name: 'Reports of this article' })).toBeVisible();
  // A claim by words of its quotation, one of them with a slip; the hand is at it then.
  await press(page, 'Control+a');
  await page.keyboard.type('emplys 310');
  await expect(page.getByRole('menuitem', { name: /employs 310 people/ })).toBeVisible();
  await press(page, 'Enter');
  await expect(page).toHaveURL(/claim=7$/);
  await expect(column(page).getByRole('heading', { level: 2 })).toBeFocused();
  await press(page, 'Control+k');
  await page.keyboard.type('keping');
  await expect(page.getByRole('menuitem', { name: /^Keeping/ })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(page, '?');
  await expect(page.getByRole('dialog').getByText('Change the words it covers')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await press(page, 'c');
  const comment = column(page).getByRole('textbox').last();
  await expect(comment).toBeFocused();
  await page.keyboard.type('jkxze');
  await expect(comment).toHaveValue('jkxze');
  await expect(page).toHaveURL(/claim=7$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Escape leads out of the field, which keeps what was written, and only then out of the claim.
  await press(page, 'Escape');
  await expect(column(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(comment).toHaveValue('jkxze');
  await press(page, 'Escape');
  await expect(page).toHaveURL(/articles\/[^?]+$/);
});

test('the focus is never lost: after dialogs, walking, excluding, restoring, undoing', async ({ page, stet }) => {
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${await freshArticle(stet)}?claim=3`);
  await press(page, 'o');
  await expect(heading(page)).toBeFocused();
  for (const key of ['j', 'k', 'j']) {
    await press(page, key);
    await expect.poll(() => focused(page)).toMatch(/^H2 /);
  }
  for (const key of ['e', 'd', 'm', 'x', 'w']) {
    await press(page, key);
    await expect.poll(() => focused(page)).not.toMatch(/^(H2|BODY)/);
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => focused(page)).not.toBe('BODY');
  }
  await press(page, 'x');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'It is an opinion' }));
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Undo: The claim is back' })).toBeVisible();
  await expect.poll(() => focused(page)).not.toBe('BODY');
  await press(page, 'z');
  await expect(page.getByText('Undone: The claim is back.')).toBeVisible();
  await expect.poll(() => focused(page)).not.toBe('BODY');
  await press(page, 'o', 'r', 'ArrowLeft', 'Enter');
  await expect(page.getByText('now covers other words').first()).toBeVisible();
  await expect.poll(() => focused(page)).toMatch(/^H2 /);
  await press(page, 'Escape');
  await expect.poll(() => focused(page)).toMatch(/^H2 /);
});

test('the focus is never lost where a form starts anew: settings, people, details', async ({ page, stet }) => {
  await signIn(page, person(stet, 'admin'));
  await visit(page, '/settings');
  const name = page.getByLabel('Name of the desk');
  await tabTo(page, name);
  for (const keys of [
    ['End', 's', 'Enter'],
    ['End', 'Backspace', 'Enter'],
  ]) {
    await press(page, ...keys);
    // Once what is typed is what is saved.
    await expect(page.getByText('Not saved yet', { exact: false })).toHaveCount(0);
    await expect(page.getByText('The settings are saved.').first()).toBeVisible();
    await expect(name).toBeFocused();
  }

  await visit(page, '/people');
  const role = page.getByRole('button', { name: 'Role of Sanne Okoro' });
  for (const [key, now] of [
    ['ArrowDown', 'Sanne Okoro is an editor now.'],
    ['ArrowUp', 'Sanne Okoro is a reviewer now.'],
  ] as const) {
    await tabTo(page, role);
    await press(page, 'Enter');
    await expect(page.getByRole('option', { selected: true })).toBeFocused();
    await press(page, key, 'Enter');
    await expect(page.getByText(now)).toBeVisible();
    await expect(role).toBeFocused();
  }
  await tabTo(page, page.getByRole('button', { name: 'Invite somebody' }));
  await press(page, 'Enter');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await page.keyboard.type('lark@desk.example');
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Copy the link' })).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'Invite somebody' })).toBeFocused();
  const another = page.getByRole('button', { name: 'New link for lark@desk.example' });
  await tabTo(page, another);
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Copy the link' })).toBeFocused();
  await press(page, 'Escape');
  await expect(another).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Revoke the invitation of lark@desk.example' }));
  await press(page, 'Enter');
  await expect(page.getByText('The invitation of lark@desk.example is revoked.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Invitations' })).toBeFocused();

  await visit(page, `${await freshArticle(stet)}/details`);
  await tabTo(page, page.getByRole('button', { name: 'Archive this article' }));
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeFocused();
});

test('the workbench says what it is and what changed, to who cannot see it', async ({ page, stet }) => {
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${await freshArticle(stet)}?claim=2`);
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('region', { name: 'The article' })).toBeVisible();
  await expect(column(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour tolls rise again');
  const levels = await page
    .getByRole('heading')
    .evaluateAll((nodes) => nodes.map((node) => Number(node.tagName.slice(1))));
  for (const [i, level] of levels.slice(1).entries()) expect(level - (levels[i] ?? 0)).toBeLessThanOrEqual(1);
  await expect(column(page).getByRole('region', { name: 'Evidence' })).toBeVisible();
  await expect(column(page).getByRole('region', { name: 'Verdict' })).toBeVisible();

  const said = () => page.locator('[data-live-announcer], [aria-live="polite"]').allTextContents();
  const isSaid = (words: RegExp) => expect.poll(async () => (await said()).join(' | ')).toMatch(words);
  await press(page, 'j');
  await isSaid(/Claim 3, Open: Tolls for lorries rose/i);
  await press(page, 'r');
  await isSaid(/Move the end with the arrow keys/);
  await press(page, 'ArrowLeft');
  await isSaid(/Tolls for lorries rose by 4\.5 percent in(?! June)/);
  await press(page, 'Escape', 'x');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Common knowledge' }));
  await press(page, 'Enter');
  await isSaid(/Claim excluded\./);
  await press(page, 'z');
  await isSaid(/Undone: The claim is back\./);
});
