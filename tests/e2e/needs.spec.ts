import type { Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { withDesk } from './changes.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';

const LATER_TODAY_OR_TOMORROW = /^(This evening|Tomorrow), /;
const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^What needs you/ });

/** Somebody is called, past the browser. */
async function call(stet: Parameters<typeof withDesk>[0], article: string, words: string): Promise<void> {
  const { writeComment } = await import('#lib/comments/mutations.ts');
  await withDesk(stet, article, async ({ db, articleId, people }) => {
    const claim = await db.claim.findUniqueOrThrow({ where: { articleId_number: { articleId, number: 2 } } });
    const body = `@${people.second.name}, ${words}`;
    const note = { articleId, claimId: claim.id, threadId: null, kind: 'note', onVerdictId: null } as const;
    await writeComment(db, people.first, { ...note, body });
  });
}

test('who is called sees it counted at once wherever they are, and works the list through by keyboard', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'reviewer', 1));
  await visit(page, '/settings');
  const before = Number(/\d+/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[0] ?? 0);
  await call(stet, article, 'is this to June?');
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
    const panel = page.getByRole('complementary', { name: 'Claims' });
    await panel.getByRole('button', { name: /Reply/ }).first().click();
    await page.keyboard.type('To June.');
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByText('To June.', { exact: true })).toBeVisible();
    await expect(bell(page)).toHaveAccessibleName(before > 0 ? `What needs you: ${before}` : 'What needs you');
  });
});
