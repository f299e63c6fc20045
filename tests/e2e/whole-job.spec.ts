import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';

/** The sample that nobody has worked on, to work on without changing it for others. */
const TEXT = readFileSync('lib/cli/samples/tram-budget.txt', 'utf8');

/** Opens an article's workbench from the list. */
async function openArticle(page: Page, address: string): Promise<void> {
  await visit(page, '/articles');
  await page.locator(`main a[href="${address}"]`).first().click();
  await expect(page.getByRole('region', { name: 'The article' })).toBeVisible();
}

test('the whole job, with two people: read, evidence, verdict, sign-off, report', async ({
  browser,
  page,
  stet,
  baseURL,
}) => {
  const [first, second] = [person(stet, 'reviewer', 0), person(stet, 'reviewer', 1)];
  await signIn(page, first);
  await openArticle(page, await freshArticle(stet, TEXT));

  // A claim in hand.
  await page
    .getByRole('button', { name: /seven-hour meeting/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: 'Claims' });
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('seven-hour meeting');
  await expect(page).toHaveURL(/claim=\d+/);
  // What the desk asks of a figure is said while it is not met.
  const asked = panel.getByText('A figure needs a primary source or two independent secondary ones: there is none.');
  await expect(asked).toBeVisible();
  await expectAccessible(page);

  // Evidence, by key, from a new source.
  await page.keyboard.press('Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog.getByRole('button', { name: 'A new source' }).click();
  await dialog.getByLabel('Title').fill('Minutes of the council');
  await dialog.getByLabel('Link', { exact: false }).first().fill('nonsense');
  await dialog.getByText('supports', { exact: true }).click();
  await dialog
    .getByLabel('Exact words or figures')
    .fill('The meeting closed after seven hours. 63 members of the public spoke.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Attach' }).click();
  await expect(dialog.getByText('A web address that begins with http:// or https://.')).toBeVisible();
  await expect(dialog.getByLabel('Exact words or figures')).toHaveValue(/seven hours/);
  await dialog.getByLabel('Link', { exact: false }).first().fill('https://example.org/minutes');
  await dialog.getByRole('button', { name: 'Attach' }).click();
  await expect(panel.getByText('Minutes of the council')).toBeVisible();
  await expect(asked).toHaveCount(0);

  // The first verdict.
  await panel.getByText('True', { exact: true }).click();
  await panel.getByPlaceholder(/What the evidence shows/).fill('The minutes have both figures [1].');
  await panel.getByRole('button', { name: /Propose/ }).click();
  await expect(panel.getByText('Waits for a second reader.')).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Sign off/ })).toHaveCount(0);
  const address = page.url();

  // The second person signs it off, in a browser of their own.
  const other = await browser.newContext({ baseURL });
  const theirs = await other.newPage();
  await signIn(theirs, second);
  await visit(theirs, address);
  const theirPanel = theirs.getByRole('complementary', { name: 'Claims' });
  await expect(theirPanel.getByText('The minutes have both figures')).toBeVisible();
  await theirPanel.getByRole('button', { name: /^Sign off/ }).click();
  await theirs.keyboard.press('Enter');
  await expect(theirPanel.getByText('Settled by two readers')).toBeVisible();

  // A report of what stands, with what is unchecked shown as unchecked.
  await theirs.getByRole('link', { name: 'Report' }).click();
  await theirs.getByRole('button', { name: 'Make a report' }).click();
  await theirs.waitForURL(/\/reports\//);
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText('Fares frozen');
  await expect(theirs.getByText(`Signed off by ${second.name}`, { exact: false })).toBeVisible();
  await expect(theirs.getByText('Unchecked').first()).toBeVisible();
  await expectAccessible(theirs);
  const download = theirs.waitForEvent('download');
  await theirs.getByRole('link', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/fares-frozen.*\.csv$/);
  await other.close();
});

test('words that span two paragraphs are refused with words that say why, and a selection becomes a claim', async ({
  page,
  stet,
}) => {
  await signIn(page, person(stet, 'reviewer'));
  await openArticle(page, await freshArticle(stet, TEXT));
  const galley = page.getByRole('region', { name: 'The article' });
  const select = (from: string, to: string) =>
    galley.evaluate(
      (root, [a, b]) => {
        const find = (words: string) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(words) ?? -1;
            if (at !== -1) return { node, at };
          }
          throw new Error(`Not in the galley: ${words}`);
        };
        const start = find(a ?? '');
        const end = find(b ?? '');
        document.getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + (b ?? '').length);
      },
      [from, to],
    );
  await select('spoke', 'It leaves');
  await page.keyboard.press('q');
  await expect(page).toHaveURL(/claim=/);
  await page.keyboard.press('Escape');
  await select('spoke', 'nobody will');
  await page.keyboard.press('q');
  await expect(page.getByText(/A claim stands within one paragraph/).first()).toBeVisible();
});
