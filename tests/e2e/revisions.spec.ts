import type { Locator, Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { open, select, tabTo } from './galley.ts';
import { expect, expectAccessible, heldBack, person, reload, settled, signIn, test, visit } from './harness.ts';
import type { SeededStet } from './stet.ts';

const TEXT = `Quay repairs cost more than planned

The port authority approved a budget of £48.6 million on Wednesday. Tolls for lorries rose by 4.5 percent in June.

The old crane on the north quay was sold for £120,000 in May. It had lifted its first load in 1961.

About one in five berths is closed. The harbour employs 310 people.`;

/** A digit and a berth changed, the crane's sale in other words elsewhere, and a sentence more. */
const DRAFT = `Quay repairs cost more than planned

The port authority approved a budget of £48.6 million on Wednesday. Tolls for lorries rose by 5.4 percent in June.

It had lifted its first load in 1961. A museum in Hull paid £120,000 for the crane last spring, and took it away by barge.

About one in five berths is closed. The harbour employs 310 people. The port handled 436 million tonnes in 2024.`;

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const claimButton = (page: Page, words: string) =>
  page.getByRole('article').getByRole('button', { name: new RegExp(words) });

/** The first person's verdict on a claim, and the second's sign-off. */
async function settle(first: Page, second: Page, address: string, words: string): Promise<void> {
  await open(first, address);
  await claimButton(first, words).first().click();
  await column(first).getByText('True', { exact: true }).click();
  await column(first)
    .getByPlaceholder(/What the evidence shows/)
    .fill(`Checked: ${words}.`);
  await column(first)
    .getByRole('button', { name: /Propose/ })
    .click();
  await expect(column(first).getByText('Waits for a second reader.')).toBeVisible();
  await visit(second, first.url());
  await column(second)
    .getByRole('button', { name: /^Sign off/ })
    .click();
  await second.keyboard.press('Enter');
  await expect(column(second).getByText('Settled by two readers')).toBeVisible();
}

test('a checked article gets a new draft: seen first, taken, confirmed, re-attached, reported', async ({
  page,
  browser,
  stet,
  baseURL,
}) => {
  const address = await freshArticle(stet, TEXT);
  const contexts = [await browser.newContext({ baseURL }), await browser.newContext({ baseURL })] as const;
  const [first, second] = [await contexts[0].newPage(), await contexts[1].newPage()];
  await signIn(first, person(stet, 'reviewer', 0));
  await signIn(second, person(stet, 'reviewer', 1));
  for (const words of ['budget of £48.6 million', '4.5 percent', 'sold for £120,000', 'one in five berths'])
    await settle(first, second, address, words);

  // The new draft is seen before anything changes.
  await signIn(page, person(stet, 'editor'));
  await visit(page, `${address}/revise`);
  await page.getByLabel('The new text').fill(DRAFT);
  await page.getByRole('button', { name: 'See what changes' }).click();
  const summary = page.getByRole('region', { name: 'What it does' });
  await expect(summary).toContainText('as checked');
  await expect(page.getByRole('heading', { name: 'Settled claims that will ask for a fresh look' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Claims whose words are gone' })).toBeVisible();
  await expect(page.getByText('436 million tonnes').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take this revision' }).click();
  await page.waitForURL(new RegExp(`${address}$`));
  await expect(page.getByText('Revision 2 is in.')).toBeVisible();

  // What stands stays settled; what changed asks for a fresh look, with what changed, and one press confirms it.
  await open(first, address);
  await claimButton(first, 'one in five berths').first().click();
  await expect(column(first).getByText('Settled by two readers')).toBeVisible();
  await claimButton(first, '5.4 percent|4.5 percent').first().click();
  await expect(column(first).getByRole('heading', { name: /fresh look/ })).toBeVisible();
  await expect(column(first).locator('ins').filter({ hasText: '5.4' }).first()).toBeVisible();
  await expectAccessible(first);
  // What the text says now is decided on first.
  await first.keyboard.press('t');
  await expect(column(first).getByRole('region', { name: 'The words of this claim have changed' })).toHaveCount(0);
  await expect(column(first).getByRole('heading', { level: 2 }).first()).toContainText('5.4');
  await column(first)
    .getByRole('button', { name: /It stands/ })
    .click();
  await first.keyboard.press('Enter');
  await expect(column(first).getByText('Waits for a second reader.')).toBeVisible();
  await visit(second, first.url());
  await column(second)
    .getByRole('button', { name: /^Sign off/ })
    .click();
  await second.keyboard.press('Enter');
  await expect(column(second).getByText('Settled by two readers')).toBeVisible();

  // The lost one waits in the tray, and is re-attached to words that are selected.
  await open(first, address);
  const tray = column(first).getByRole('region', { name: /lost (?:its|their) words/ });
  await expectAccessible(first);
  await tray.getByRole('button', { name: /sold for £120,000/ }).click();
  await expect(
    column(first).getByText('The words of this claim are no longer in the article.', { exact: false }),
  ).toBeVisible();
  await select(first, 'paid £120,000 for the crane');
  await first.keyboard.press('r');
  await expect(first.locator('.galley .claim-selected')).toHaveText('paid £120,000 for the crane');
  await expect(column(first).getByRole('heading', { name: /fresh look/ })).toBeVisible();
  // It is worded with a month that these words do not hold: that is decided on first.
  const rewording = column(first).getByRole('region', { name: 'The words of this claim have changed' });
  await expect(rewording).toBeVisible();
  await first.keyboard.press('l');
  await expect(rewording).toHaveCount(0);
  await column(first)
    .getByRole('button', { name: /It stands/ })
    .click();
  await first.keyboard.press('Enter');
  await expect(column(first).getByText('Waits for a second reader.')).toBeVisible();
  await open(first, address);
  await expect(tray).toHaveCount(0);

  // The earlier text can be read, not worked on; two texts can be compared.
  await visit(first, `${address}/revisions`);
  await expect(first.locator('ins').filter({ hasText: '5.4' }).first()).toBeVisible();
  await first.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
  await first.waitForURL(/from=1&to=2/);
  await expect(first.getByRole('button', { name: 'Compare', exact: true })).toBeFocused();
  await first.getByText('Side by side').click();
  await expectAccessible(first);
  await first.getByRole('link', { name: 'Revision 1', exact: true }).click();
  await expect(first.getByText('This is revision 1, to be read.', { exact: false })).toBeVisible();
  await claimButton(first, 'sold for £120,000').first().click();
  await expect(first.locator('.galley .claim-selected')).toContainText('sold for £120,000');
  await expect(column(first).getByRole('button', { name: /Propose/ })).toHaveCount(0);
  await expect(column(first).getByRole('heading', { name: 'Comments' })).toHaveCount(0);
  await first.keyboard.press('?');
  await expect(first.getByRole('dialog').getByText('Next claim')).toBeVisible();
  await expect(first.getByRole('dialog').getByText('Exclude')).toHaveCount(0);
  await first.keyboard.press('Escape');
  await expectAccessible(first);

  // The report names the revision, and says when there is a newer one.
  await visit(page, `${address}/report`);
  await page.getByRole('button', { name: 'Make a report' }).click();
  await page.waitForURL(/\/reports\//);
  const report = page.url();
  await expect(page.getByText('revision 2', { exact: false }).first()).toBeVisible();
  await visit(page, `${address}/revise`);
  await page.getByLabel('The new text').fill(`${DRAFT}\n\nThe report is due in March.`);
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Take this revision' }).click();
  await expect(page.getByText('Revision 3 is in.')).toBeVisible();
  await visit(page, report);
  await expect(page.getByText(/newer|revision 3/i).first()).toBeVisible();
  for (const context of contexts) await context.close();
});

/** Signs the editor in with an article whose new draft is taken, and whose fourth claim has lost its words by it. */
async function withLostClaim(page: Page, stet: SeededStet): Promise<string> {
  await signIn(page, person(stet, 'editor'));
  const address = await freshArticle(stet, TEXT);
  await visit(page, `${address}/revise`);
  await page.getByLabel('The new text').fill(DRAFT);
  await page.getByRole('button', { name: 'See what changes' }).click();
  await settled(page, async () => {
    await page.getByRole('button', { name: 'Take this revision' }).click();
    await page.waitForURL(new RegExp(`${address}$`));
  });
  return address;
}

/** Drops a file on the page, in the bytes of an older encoding. */
async function dropFile(page: Page, name: string, words: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([title, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], title));
      return transfer;
    },
    [name, [...Buffer.from(words, 'latin1')]] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

test('a new text may be a file: read as every file is, and never taken unseen', async ({ page, stet }) => {
  await signIn(page, person(stet, 'editor'));
  const address = await freshArticle(stet, TEXT);
  await visit(page, `${address}/revise`);
  const text = page.getByLabel('The new text');
  await text.fill(DRAFT);
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(page.getByRole('button', { name: 'Take this revision' })).toBeVisible();

  // Another text while this one is shown: it is to be seen first, and what was typed can be had back.
  await dropFile(page, 'quay.md', '# Quay repairs\n\nThe caf\u00e9 at the quay cost **£48.6 million**.\n');
  await expect(page.getByRole('button', { name: 'Take this revision' })).toHaveCount(0);
  await expect(text).toHaveValue(/The café at the quay cost £48\.6 million\./);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text).toHaveValue(DRAFT);

  await dropFile(page, 'empty.txt', '');
  await expect(page.getByText('empty.txt is empty.')).toBeVisible();
  await expect(text).toHaveValue(DRAFT);

  await page.locator('input[type=file]').setInputFiles({
    name: 'quay.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`${TEXT}\n\nThe café seats 40 people.`, 'utf8'),
  });
  await expect(text).toHaveValue(/The café seats 40 people\.$/);
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Take this revision' }).click();
  await page.waitForURL(new RegExp(`${address}$`));
  await expect(page.getByText('The café seats 40 people')).not.toHaveCount(0);
});

test('what is typed while the changes are worked out is not passed over by them', async ({ page, stet }) => {
  await signIn(page, person(stet, 'editor'));
  const address = await freshArticle(stet, TEXT);
  await visit(page, `${address}/revise`);
  const text = page.getByLabel('The new text');
  await text.fill(DRAFT);
  const letGo = await heldBack(page, `**${address}/revise`);
  await text.press('Control+Enter');
  await text.press('Control+End');
  await page.keyboard.type(' A tenth of them fly no flag.');
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && !response.url().endsWith('/api/live/here'),
  );
  letGo('sent');
  await answered;
  await expect(text).toHaveValue(/A tenth of them fly no flag\.$/);
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Take this revision' }).click();
  await page.waitForURL(new RegExp(`${address}$`));
  await expect(page.getByText('A tenth of them fly no flag.').first()).toBeVisible();
});

test('a lost claim is re-attached with the keyboard alone', async ({ page, stet }) => {
  await withLostClaim(page, stet);
  await column(page)
    .getByRole('region', { name: /lost (?:its|their) words/ })
    .getByRole('button')
    .first()
    .press('Enter');
  await expect(
    column(page).getByText('The words of this claim are no longer in the article.', { exact: false }),
  ).toBeVisible();
  await page.keyboard.press('r');
  const words = page.locator('.galley .claim-selected');
  await expect(words).toHaveCount(1);
  const began = (await words.textContent()) ?? '';
  await page.keyboard.press('Shift+ArrowRight');
  await expect(words).not.toHaveText(began);
  await page.keyboard.press('ArrowRight');
  await expect(words).toHaveText(/\S+ \S+/);
  // Laid down, it is lost again; kept, it has its words.
  await page.keyboard.press('Escape');
  await expect(words).toHaveCount(0);
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowRight');
  const kept = (await words.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(column(page).getByText('The words of this claim are no longer in the article.')).toHaveCount(0);
  await expect(words).toHaveText(kept);
});

test('a lost claim is withdrawn from the tray with the keyboard alone, and is gone from what is left to do', async ({
  page,
  stet,
}) => {
  const address = await withLostClaim(page, stet);
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="${address}"]`) });
  await visit(page, '/articles');
  await expect(row).toContainText('10 open');

  await open(page, address);
  const tray = column(page).getByRole('region', { name: /lost (?:its|their) words/ });
  await tabTo(page, tray.getByRole('button', { name: /sold for £120,000/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, column(page).getByRole('button', { name: 'Withdraw the claim' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Withdraw the claim' });
  const reason = dialog.getByLabel('Why is it withdrawn?');
  await expect(reason).toBeFocused();

  // Not without a reason; and what was typed outlasts a change of mind.
  await page.keyboard.press('Control+Enter');
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('The writer took the sale out.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(column(page).getByRole('button', { name: 'Withdraw the claim' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reason).toHaveValue('The writer took the sale out.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(column(page).getByText('The words of this claim are no longer in the article.')).toHaveCount(0);
  // The focus is where one goes on from, and the tray is empty.
  await expect(column(page).locator(':focus')).toHaveCount(1);
  await open(page, address);
  await expect(tray).toHaveCount(0);
  await expect(column(page).getByText('sold for £120,000')).toHaveCount(0);

  await visit(page, '/articles');
  await expect(row).toContainText('9 open');
  await visit(page, `${address}/history`);
  const line = page.getByRole('listitem').filter({ hasText: 'withdrew claim 4' });
  await expect(line).toContainText('Edda Falk');
  await expect(line).toContainText('The writer took the sale out.');
});

test('of two who bring a draft at once the later keeps theirs and sees the difference', async ({
  page,
  browser,
  stet,
  baseURL,
}) => {
  const address = await freshArticle(stet, TEXT);
  const context = await browser.newContext({ baseURL });
  const theirs = await context.newPage();
  await signIn(page, person(stet, 'editor'));
  await signIn(theirs, person(stet, 'admin'));
  for (const [one, text] of [
    [page, `${TEXT}\n\nThe mayor resigned.`],
    [theirs, `Snow fell overnight.\n\n${TEXT}`],
  ] as const) {
    await visit(one, `${address}/revise`);
    await one.getByLabel('The new text').fill(text);
    await one.getByRole('button', { name: 'See what changes' }).click();
    await expect(one.getByRole('region', { name: 'What it does' })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Take this revision' }).click();
  await expect(page.getByText('Revision 2 is in.')).toBeVisible();
  // It comes to stand beside what the other is about to bring in, and nothing goes over it.
  const both = theirs.getByRole('region', { name: 'Somebody saved this first' });
  await expect(both.locator('ins')).toHaveText([/The mayor resigned\./, /Snow fell overnight\./]);
  await theirs.getByRole('button', { name: 'Take this revision' }).click();
  await expect(both).toBeFocused();
  await expectAccessible(theirs);
  await reload(theirs);
  await expect(theirs.getByLabel('The new text')).toHaveValue(/^Snow fell overnight\./);
  await theirs.getByRole('button', { name: 'See what changes' }).click();
  await expect(both).toBeFocused();
  await both.getByRole('button', { name: 'Merge both' }).click();
  await expect(theirs.getByLabel('The new text')).toHaveValue(/^Snow fell overnight\.[\s\S]*The mayor resigned\.$/);
  await theirs.getByRole('button', { name: 'See what changes' }).click();
  await expect(theirs.locator('ins').filter({ hasText: 'Snow fell overnight.' })).toBeVisible();
  await expect(theirs.locator('del').filter({ hasText: 'The mayor resigned.' })).toHaveCount(0);
  await context.close();
});
