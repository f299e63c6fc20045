import type { Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { open } from './galley.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';

/** Presses keys and counts them: a paste is one, Ctrl-V, whatever it brings. */
function keys(page: Page) {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async press(...names: readonly string[]) {
      for (const name of names) {
        count += 1;
        await page.keyboard.press(name);
      }
    },
    async paste(text: string) {
      count += 1;
      await page.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        const box = document.activeElement;
        const isTaken = !box?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
        if (!isTaken) document.execCommand('insertText', false, pasted);
      }, text);
    },
  };
}

test('a source is taken from its link once, costs few keys on five claims, and has a page that leads back to each', async ({
  page,
  stet,
}) => {
  await signIn(page, person(stet, 'reviewer'));
  const address = await freshArticle(stet);
  await open(page, `${address}?claim=2`);
  const column = page.getByRole('complementary', { name: 'Claims' });
  const dialog = page.getByRole('dialog');
  const path = address.slice(-12);
  const link = `https://www.example.org/${path}/budget.pdf?utm_source=mail`;
  const title = `Budget ${path}`;

  // A link that the library does not have, pasted where one searches: it is a link there, and no title.
  const first = keys(page);
  await first.press('Shift+E');
  await expect(dialog.getByRole('button', { name: /Source$/ })).toBeFocused();
  await first.press('Enter');
  await expect(page.getByPlaceholder('Search the library, or paste a link')).toBeFocused();
  await first.paste(link);
  await expect(page.getByRole('option', { name: `New source at ${link}` })).toBeVisible();
  await first.press('ArrowDown', 'Enter');
  await expect(dialog.getByLabel('Title')).toBeFocused();
  await expect(dialog.getByLabel('Link')).toHaveValue(link);
  await first.paste(title);
  await dialog.getByText('supports', { exact: true }).click();
  await dialog.getByLabel('Exact words or figures').fill('£48.6 million');
  await page.keyboard.press('Control+Enter');
  await expect(column.getByRole('link', { name: title, exact: true })).toBeVisible();

  // The next claims: on to it, evidence, its stance, its words, attach.
  const known = keys(page);
  for (const number of [3, 4, 5, 6, 7]) {
    await known.press('j');
    await expect(page).toHaveURL(new RegExp(`claim=${number}$`));
    await known.press('Shift+E');
    await expect(dialog.getByRole('radio', { name: 'supports' })).toBeFocused();
    await known.press('1');
    await expect(dialog.getByLabel('Exact words or figures')).toBeFocused();
    await known.paste(`Words for claim ${number}`);
    await known.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(column.getByRole('link', { name: title, exact: true })).toBeVisible();
  }
  // From the first of the five to the last; 55 to 60 before there was a library.
  expect(known.count).toBe(25);

  // The same link written otherwise, pasted as a title: taken as a link, and offered as the source that it is.
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+E');
  await dialog.getByRole('button', { name: 'A new source' }).click();
  await expect(dialog.getByLabel('Title')).toBeFocused();
  await keys(page).paste(`http://example.org/${path}/budget.pdf#page=2`);
  await expect(dialog.getByLabel('Title')).toHaveValue('');
  await expect(dialog.getByText(`In the library: “${title}”, used on 6 claims.`)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Use it' }).press('Enter');
  await expect(dialog.getByRole('radio', { name: 'supports' })).toBeFocused();
  await page.keyboard.press('3');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();

  // From the claim to the source's page, and from there to each claim.
  await column.getByRole('link', { name: title, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('#claims').getByRole('listitem')).toHaveCount(8);
  await page.getByRole('button', { name: 'Edit' }).press('Enter');
  await dialog.getByText('More about it').click();
  await dialog.getByLabel('DOI').fill('https://doi.org/10.1000/ABC');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: '10.1000/abc' })).toBeVisible();
  await expect(page.getByText('changed the source').or(page.getByText('edited the source')).first()).toBeVisible();
  await page.getByRole('button', { name: 'More for this source' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Archive' }).press('Enter');
  await expect(page.getByText('it is not offered for new evidence')).toBeVisible();
  await visit(page, '/sources?shelf=archived');
  await page.getByRole('link', { name: `7 claims: ${title}` }).press('Enter');
  await page
    .locator('#claims')
    .getByRole('link', { name: /Tolls for lorries/ })
    .press('Enter');
  await expect(page).toHaveURL(/claim=3/);
});

test('a source taken down as confidential is named to nobody but its handler, on screen, on paper and in a file', async ({
  page,
  browser,
  stet,
}) => {
  await signIn(page, person(stet, 'reviewer'));
  const address = await freshArticle(stet);
  const name = `Overbeek ${address.slice(-12)}`;
  await open(page, `${address}?claim=2`);
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Shift+E');
  await dialog.getByRole('button', { name: 'A new source' }).click();
  await dialog.getByLabel('Title').fill(name);
  await dialog.getByRole('checkbox', { name: 'This source is confidential' }).check();
  await dialog.getByText('supports', { exact: true }).click();
  await dialog.getByLabel('Exact words or figures').fill('It was 48.6 million, I signed it.');
  // Why it must be is asked for.
  await page.keyboard.press('Control+Enter');
  const why = dialog.getByLabel('Why must nobody know?');
  await expect(why).toHaveAttribute('aria-invalid', 'true');
  await why.fill('Would lose the job');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const column = page.getByRole('complementary', { name: 'Claims' });
  await expect(column.getByText('Others read “Confidential source 1”')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain(name);

  // Its page says to whom it is named; what names it is looked for on asking.
  await column.getByRole('link', { name, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Confidential' })).toBeVisible();
  await page.getByRole('link', { name: 'Look for what names it' }).press('Enter');
  await expect(
    page.getByText('Nothing that you may read has its title, link, publisher or author in these words.', {
      exact: false,
    }),
  ).toBeVisible();
  await expectAccessible(page);

  const context = await browser.newContext({ baseURL: stet.address });
  const other = await context.newPage();
  await signIn(other, person(stet, 'reviewer', 1));
  await open(other, `${address}?claim=2`);
  const theirs = other.getByRole('complementary', { name: 'Claims' });
  await expect(theirs.getByText('Confidential source 1')).toBeVisible();
  await expectAccessible(other);
  expect(await other.content()).not.toContain(name);
  await visit(other, `/sources?q=${encodeURIComponent(name)}`);
  await expect(other.getByText('No source has these words.')).toBeVisible();
  await visit(other, `${address}/report`);
  await other.getByRole('button', { name: 'Make a report' }).click();
  await other.waitForURL(/\/reports\//);
  await visit(other, new URL(other.url()).pathname);
  await expect(other.locator('main')).toContainText('Confidential source 1');
  await expect(other.locator('main')).toContainText(/salted hash [0-9a-f]{64}/);
  await expectAccessible(other);
  expect(await other.content()).not.toMatch(new RegExp(`${name}|I signed it`));
  await context.close();
});
