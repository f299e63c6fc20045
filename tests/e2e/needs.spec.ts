import type { Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';

const LATER_TODAY_OR_TOMORROW = /^(This evening|Tomorrow), /;
const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^What needs you/ });

const panel = (page: Page) => page.getByRole('complementary', { name: 'Claims' });

test('who is called, and nobody else, sees it counted at once wherever they are, and works the list through by keyboard', async ({
  browser,
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  // Who calls, and who looks on.
  const [caller, onlooker] = await Promise.all(
    [person(stet, 'reviewer'), person(stet, 'editor')].map(async (account) => {
      const other = await (await browser.newContext({ baseURL: stet.address })).newPage();
      await signIn(other, account);
      await visit(other, `${article}?claim=2`);
      return other;
    }),
  );
  if (!caller || !onlooker) throw new Error('Nobody else is there');
  const counted = await bell(onlooker).getAttribute('aria-label');
  await signIn(page, person(stet, 'reviewer', 1));
  await visit(page, '/settings');
  const before = Number(/\d+/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[0] ?? 0);
  await caller.keyboard.press('c');
  await caller.keyboard.type(`@${person(stet, 'reviewer', 1).name.slice(0, 3)}`, { delay: 40 });
  await caller.keyboard.press('Enter');
  await caller.keyboard.type(', is this to June?', { delay: 40 });
  await caller.keyboard.press('Control+Enter');
  await expect(panel(onlooker).getByText('is this to June?')).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName(`What needs you: ${before + 1}`);
  await bell(page).click();
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Later/ }) });
  const called = rows.filter({ hasText: 'is this to June?' });
  await expect(called).toBeVisible();
  await expectAccessible(page);
  const current = page.locator('li[aria-current]');
  const isAt = async () => (await current.textContent())?.includes('is this to June?');
  for (let step = 0; step < before && !(await isAt()); step++) await page.keyboard.press('j');
  await expect(current).toContainText('is this to June?');

  await test.step('done, and taken back', async () => {
    await page.keyboard.press('x');
    await expect(called).toHaveCount(0);
    await expect(bell(page)).toHaveAccessibleName(before > 0 ? `What needs you: ${before}` : 'What needs you');
    await page.keyboard.press('z');
    await expect(called).toBeVisible();
  });

  await test.step('put off, and found among what is', async () => {
    await called.focus();
    await page.keyboard.press('l');
    await expect(page.getByRole('menuitem', { name: LATER_TODAY_OR_TOMORROW }).first()).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(called).toHaveCount(0);
    await page.getByRole('link', { name: /^Put off/ }).click();
    await expect(called).toContainText('until');
    await page
      .getByRole('button', { name: /^Bring back/ })
      .first()
      .click();
    await expect(called).toHaveCount(0);
  });

  await test.step('opened at its claim, and gone once it is answered', async () => {
    await page.getByRole('link', { name: /^Now/ }).click();
    await called.getByRole('link').first().click();
    await page.waitForURL(/claim=2/);
    await panel(page).getByRole('button', { name: /Reply/ }).first().click();
    await page.keyboard.type('To June.');
    await page.keyboard.press('Control+Enter');
    for (const one of [page, caller, onlooker])
      await expect(panel(one).getByText('To June.', { exact: true })).toBeVisible();
    await expect(bell(page)).toHaveAccessibleName(before > 0 ? `What needs you: ${before}` : 'What needs you');
  });
  await expect(bell(onlooker)).toHaveAttribute('aria-label', counted ?? '');
  for (const one of [caller, onlooker]) await one.context().close();
});
