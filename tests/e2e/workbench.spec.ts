import type { Locator, Page } from '@playwright/test';
import { editClaim } from '#lib/claims/mutations.ts';
import { editClaimInput } from '#lib/claims/schema.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { attach } from '#tests/db/desk.ts';
import { DEEDS } from '#tests/db/trust/deeds.ts';
import { need } from '#tests/db/trust/scene.ts';
import { freshArticle } from './articles.ts';
import { withDesk } from './changes.ts';
import { open, select } from './galley.ts';
import { expect, expectAccessible, person, reload, signIn, test } from './harness.ts';
import { judged } from './record.ts';

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const heading = (page: Page): Locator => column(page).getByRole('heading', { level: 2 });
const inHand = (page: Page): Locator => page.locator('.galley .claim-selected');
const dialog = (page: Page): Locator => page.getByRole('dialog');

/** The words of the claim in hand as the galley marks them. */
const wordsInHand = async (page: Page): Promise<string> => (await inHand(page).allTextContents()).join('');

/** The middle of a word in the window. */
const middleOf = (page: Page, word: string) =>
  page.getByRole('region', { name: 'The article' }).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`Not in the galley: ${wanted}`);
  }, word);

async function attachEvidence(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Shift+E');
  await dialog(page).getByRole('button', { name: 'A new source' }).click();
  await dialog(page).getByLabel('Title').fill(title);
  await dialog(page).getByText('supports', { exact: true }).click();
  await dialog(page).getByLabel('Exact words or figures').fill('4.5 percent');
  await dialog(page).getByRole('button', { name: 'Attach' }).click();
  await expect(column(page).getByText(title)).toBeVisible();
}

test.beforeEach(async ({ page, stet }) => {
  await signIn(page, person(stet, 'reviewer'));
});

test('a claim is divided, its evidence goes with the parts that were chosen, and undo makes it one again', async ({
  page,
  stet,
}) => {
  await open(page, `${await freshArticle(stet)}?claim=3`);
  await attachEvidence(page, 'Tariff of June');
  await page.keyboard.press('d');
  await dialog(page)
    .getByRole('button', { name: /^rose\. Divide/ })
    .click();
  await dialog(page).getByRole('checkbox', { name: 'Part 1' }).uncheck({ force: true });
  await dialog(page).getByRole('button', { name: 'Divide into 2' }).click();

  await expect(heading(page)).toContainText('Tolls for lorries rose');
  await expect(column(page).getByText(/Came of Claim 3/)).toBeVisible();
  await expect(column(page).getByText('No evidence yet.')).toBeVisible();
  await page.keyboard.press('j');
  await expect(heading(page)).toContainText('4.5 percent in June');
  await expect(column(page).getByText('Tariff of June')).toBeVisible();

  await expect(page.getByRole('button', { name: 'Undo: Claim 3 is one again' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('Undone: Claim 3 is one again.')).toBeVisible();
  await expect(heading(page)).toContainText('Tolls for lorries rose by 4.5 percent in [June 2026]');
  await expect(column(page).getByText('Tariff of June')).toBeVisible();
});

test('two claims are merged with lineage kept, and undo parts them', async ({ page, stet }) => {
  await open(page, `${await freshArticle(stet)}?claim=3`);
  await page.keyboard.press('m');
  // The one that stands nearest is proposed.
  await expect(dialog(page).getByRole('radio', { name: /^Claim 4:/ })).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(heading(page)).toContainText(
    'Tolls for lorries rose by 4.5 percent in June, and freight fell by 12 percent',
  );
  await expect(column(page).getByText(/Came of Claim 3 .*Claim 4/)).toBeVisible();
  await expect(page).toHaveURL(/claim=9$/);
  await page.keyboard.press('z');
  await expect(page.getByText('Undone: The merged claims are apart again.')).toBeVisible();
  await expect(page).toHaveURL(/claim=3$/);
  await page.keyboard.press('j');
  await expect(heading(page)).toHaveText('Freight fell by 12 percent');
});

test('a claim’s words are changed by keys, word by word, and put back', async ({ page, stet }) => {
  await open(page, `${await freshArticle(stet)}?claim=3`);
  await expect.poll(() => wordsInHand(page)).toBe('Tolls for lorries rose by 4.5 percent in June');
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => wordsInHand(page)).toBe('for lorries rose by 4.5 percent');
  await page.keyboard.press('Escape');
  await expect.poll(() => wordsInHand(page)).toBe('Tolls for lorries rose by 4.5 percent in June');

  await page.keyboard.press('r');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Claim 3 now covers other words.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo: Claim 3 covers its old words again' })).toBeVisible();
  await reload(page);
  await expect.poll(() => wordsInHand(page)).toBe('Tolls for lorries rose by 4.5 percent');
});

test('a claim’s ends are dragged from word to word, and undo takes it back', async ({ page, stet }) => {
  await open(page, `${await freshArticle(stet)}?claim=3`);
  const handle = await page.locator('.galley-handle-end').boundingBox();
  const target = await middleOf(page, '4.5');
  if (!handle) throw new Error('The claim in hand has no handle');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 30, target.y, { steps: 5 });
  await page.mouse.move(target.x + 2, target.y, { steps: 5 });
  await expect.poll(() => wordsInHand(page)).toBe('Tolls for lorries rose by 4.5');
  await page.mouse.up();
  await expect(page.getByText('Claim 3 now covers other words.').first()).toBeVisible();
  await page.keyboard.press('z');
  await expect.poll(() => wordsInHand(page)).toBe('Tolls for lorries rose by 4.5 percent in June');
});

test('claims that overlap are both drawn and both reachable', async ({ page, stet }) => {
  await open(page, await freshArticle(stet));
  await select(page, 'lorries rose by 4.5');
  await page.keyboard.press('q');
  await expect(page).toHaveURL(/claim=9$/);
  const words = page.locator('[data-at]', { hasText: 'lorries rose by 4.5' });
  const underlines = () =>
    words.evaluate((span) => {
      const found: string[] = [];
      for (let at = span.parentElement; at?.dataset.claim; at = at.parentElement)
        found.push(`${getComputedStyle(at).textDecorationLine} ${getComputedStyle(at).textUnderlineOffset}`);
      return found;
    });
  await expect.poll(underlines).toHaveLength(2);
  const lines = await underlines();
  expect(lines.every((line) => line.startsWith('underline'))).toBe(true);
  expect(new Set(lines).size).toBe(2);

  await page.keyboard.press('Escape');
  await words.click();
  await expect(page).toHaveURL(/claim=9$/);
  await words.click();
  await expect(page).toHaveURL(/claim=3$/);
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/claim=9$/);
});

test('what is typed survives a killed tab', async ({ page, context, stet }) => {
  const address = `${await freshArticle(stet)}?claim=2`;
  await open(page, address);
  await page.getByPlaceholder(/What the evidence shows/).fill('The minutes say 48.6');
  await page
    .getByPlaceholder('Write a comment')
    .or(page.getByRole('textbox').last())
    .last()
    .fill('Who has the minutes?');
  const drafts = () => page.evaluate(() => JSON.stringify(window.localStorage));
  await expect.poll(drafts).toContain('Who has the minutes?');
  // The tab hands it on to the browser, which outlives it: another tab tells when that is done.
  const witness = await context.newPage();
  await witness.goto('/api/health');
  await expect
    .poll(() => witness.evaluate(() => JSON.stringify(window.localStorage)))
    .toContain('Who has the minutes?');
  await witness.close();
  const client = await context.newCDPSession(page);
  const crash = page.waitForEvent('crash');
  // It never answers: the page that would is gone.
  client.send('Page.crash').catch(() => undefined);
  await crash;
  const next = await context.newPage();
  await open(next, address);
  await expect(next.getByPlaceholder(/What the evidence shows/)).toHaveValue('The minutes say 48.6');
  await expect(next.getByRole('textbox').last()).toHaveValue('Who has the minutes?');
});

test.describe('with the session gone', () => {
  test.use({ expectedErrors: [/401/] });
  test('a form says so, keeps what was typed, and goes through once signed in elsewhere', async ({
    page,
    context,
    stet,
  }) => {
    await open(page, `${await freshArticle(stet)}?claim=2`);
    await page.keyboard.press('Shift+E');
    await dialog(page).getByRole('button', { name: 'A new source' }).click();
    await dialog(page).getByLabel('Title').fill('Minutes');
    await dialog(page).getByText('supports', { exact: true }).click();
    await dialog(page).getByLabel('Exact words or figures').fill('48.6 million');
    await context.clearCookies();
    await dialog(page).getByRole('button', { name: 'Attach' }).click();
    await expect(dialog(page).getByText(/You are signed out\. What you typed is kept/)).toBeVisible();
    await expect(dialog(page).getByLabel('Exact words or figures')).toHaveValue('48.6 million');

    const elsewhere = await context.newPage();
    await signIn(elsewhere, person(stet, 'reviewer'));
    await elsewhere.close();
    await dialog(page).getByRole('button', { name: 'Attach' }).click();
    await expect(column(page).getByText('Minutes')).toBeVisible();
  });
});

test('each claim has an address, the back button goes back, and a reload keeps claim and place', async ({
  page,
  stet,
}) => {
  const address = await freshArticle(stet);
  await open(page, `${address}?claim=7`);
  await expect(heading(page)).toContainText('employs 310 people');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/claim=8$/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/articles\/[^?]+$/);
  await page.goBack();
  await expect(heading(page)).toContainText('opened in 1934');
  await page.goBack();
  await expect(heading(page)).toContainText('employs 310 people');
  await page.goForward();
  await expect(page).toHaveURL(/claim=8$/);
  await reload(page);
  await expect(heading(page)).toContainText('opened in 1934');

  await page.setViewportSize({ width: 1300, height: 380 });
  await page.keyboard.press('Escape');
  const galley = page.getByRole('region', { name: 'The article' });
  await galley.evaluate((root) => root.scrollTo({ top: 240 }));
  const place = () =>
    page.locator('[data-block="3"]').evaluate((block) => Math.round(block.getBoundingClientRect().top / 3));
  const before = await place();
  await reload(page);
  await expect.poll(place).toBe(before);
});

test('reading comes to an end: suggestions, a reason of one’s own, exclusions, until nothing is left unread', async ({
  page,
  stet,
}) => {
  const text = `Greetings\n\nGood morning to all. Thank you all for coming.\n\nHow are you? The harbour employs 310 people.`;
  await open(page, await freshArticle(stet, text));
  const bar = page.getByRole('banner').getByRole('img');
  await expect(bar).toHaveAccessibleName('0 of 5 sentences read');
  for (let step = 0; step < 12; step++) {
    if ((await bar.getAttribute('aria-label')) === 'Nothing is left unread') break;
    const before = await bar.getAttribute('aria-label');
    await page.keyboard.press('u');
    // In the galley it is in hand at once; the column follows.
    const words = (await page.locator('.claim-selected, .sentence-in-hand').first().textContent()) ?? '';
    await expect(column(page).getByText(words.trim()).first()).toBeVisible();
    if ((await page.locator('.claim-selected').count()) > 0) {
      await page.keyboard.press('x');
      await dialog(page).getByRole('button', { name: 'Too small to check' }).click();
    } else if (
      await column(page)
        .getByRole('button', { name: /Take the suggestion/ })
        .isVisible()
    ) {
      await page.keyboard.press(step % 2 === 0 ? 'n' : 'Shift+N');
    } else {
      await page.keyboard.press('b');
      await dialog(page).getByRole('textbox').fill('A greeting');
      await page.keyboard.press('Control+Enter');
    }
    await expect(dialog(page)).toHaveCount(0);
    await expect(bar).not.toHaveAccessibleName(before ?? '');
  }
  await expect(bar).toHaveAccessibleName('Nothing is left unread');
  await reload(page);
  await expect(bar).toHaveAccessibleName('Nothing is left unread');
  // The last step can still be taken back by name in another sitting, but not by Z: undo is of this sitting.
  await expect(page.getByRole('button', { name: /^Undo:/ })).toHaveCount(0);
});

test('claims are found by filters and words, and excluded and assigned many at once', async ({
  browser,
  baseURL,
  stet,
}) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, person(stet, 'editor'));
  await open(page, await freshArticle(stet));
  const list = column(page);
  await expect(list.getByText('8 claims')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  await expect(list.getByText('3 claims')).toBeVisible();
  for (const number of [1, 7, 8])
    await list.getByRole('checkbox', { name: `Choose claim ${number}` }).check({ force: true });
  await list.getByRole('button', { name: 'Exclude' }).click();
  await dialog(page).getByRole('button', { name: 'Common knowledge' }).click();
  await expect(page.getByText('3 claims excluded.').first()).toBeVisible();
  await expect(list.getByText('No claim passes the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo: 3 claims are back' }).click();
  await expect(list.getByText('3 claims')).toBeVisible();
  await list.getByRole('button', { name: 'Show all' }).first().click();

  const reviewer = person(stet, 'reviewer');
  for (const number of [2, 3])
    await list.getByRole('checkbox', { name: `Choose claim ${number}` }).check({ force: true });
  await list.getByRole('button', { name: 'Assign' }).click();
  await dialog(page)
    .getByRole('button', { name: /Who checks it/ })
    .click();
  await page.getByRole('option', { name: new RegExp(reviewer.name) }).click();
  await dialog(page).getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByText(`2 claims given to ${reviewer.name}.`).first()).toBeVisible();
  await list.getByRole('button', { name: 'Filter' }).click();
  await dialog(page)
    .getByRole('button', { name: /Person/ })
    .click();
  await page.getByRole('option', { name: reviewer.name }).click();
  await page.keyboard.press('Escape');
  await expect(list.getByText('2 claims')).toBeVisible();
  await context.close();
});

test('two people change one claim before a third: the later sees both, and merges, takes or keeps, in each form', async ({
  page,
  browser,
  baseURL,
  stet,
}) => {
  const article = await freshArticle(stet);
  const address = `${article}?claim=7`;
  await open(page, address);
  await page.keyboard.press('w');
  const mine = page.getByRole('textbox', { name: 'Wording' });
  await mine.fill('The harbour employs 310 people [in 2026]');

  const [theirs, onlooker] = await Promise.all(
    [person(stet, 'reviewer', 1), person(stet, 'editor')].map(async (account) => {
      const other = await (await browser.newContext({ baseURL })).newPage();
      await signIn(other, account);
      await open(other, address);
      return other;
    }),
  );
  if (!theirs || !onlooker) throw new Error('Nobody else is there');
  await onlooker.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
  await theirs.keyboard.press('w');
  await theirs.getByRole('textbox', { name: 'Wording' }).fill('The harbour employs 310 [full-time] people');
  await theirs.keyboard.press('Control+Enter');
  await expect(heading(theirs)).toContainText('[full-time]');
  await expect(heading(onlooker)).toContainText('[full-time]');
  await theirs.context().close();

  // Both are there once one knows of the other, and after a reload; a press sends neither over the other.
  const both = page.getByRole('region', { name: 'Somebody saved this first' });
  await mine.press('Control+Enter');
  await expect(both).toBeFocused();
  await reload(page);
  await page.keyboard.press('w');
  await expect(mine).toHaveValue('The harbour employs 310 people [in 2026]');
  await expect(both.locator('ins')).toHaveText([/\[full-time\]/, /\[in 2026\]/]);
  await mine.press('Control+Enter');
  await expect(both).toBeFocused();
  await both.getByRole('button', { name: 'Merge both' }).click();
  await expect(mine).toHaveValue('The harbour employs 310 [full-time] people [in 2026]');
  await expect(both).toHaveCount(0);
  await page.keyboard.press('Enter');
  const merged = 'The harbour employs 310 [full-time] people [in 2026]';
  await expect(heading(page)).toHaveText(merged);
  await expect(heading(onlooker)).toHaveText(merged);

  // The facts: a figure that both set right, and where it was said.
  const facts = async () => {
    await column(page).locator('summary', { hasText: '310' }).first().click();
    await column(page).getByRole('button', { name: 'Correct these readings' }).click();
  };
  await facts();
  await dialog(page)
    .getByLabel(/^Value/)
    .fill('320');
  await dialog(page).getByLabel('Said where').fill('In the council');
  await withDesk(stet, article, async ({ db, people, articleId }) => {
    const { id, version } = await db.claim.findFirstOrThrow({ where: { articleId, number: 7 } });
    const figures = need(await claimDetail(db, people.second, id)).figures;
    const now = { id, version, saidWhere: 'On the radio', figures: figures.map((one) => ({ ...one, value: 315 })) };
    await editClaim(db, people.second, editClaimInput.parse(now));
  });
  await expect(both.locator('ins')).toHaveText([/On the radio/, /In the council/, /315/, /320/]);
  await expectAccessible(page);
  await reload(page);
  await facts();
  await expect(both.locator('ins')).toHaveText([/On the radio/, /In the council/, /315/, /320/]);
  await both.getByRole('button', { name: /^Keep mine ?: Said where/ }).click();
  await both.getByRole('button', { name: /^Take what is saved ?: Figures/ }).click();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);

  // A piece of evidence that both set right, in a window that is open meanwhile.
  await withDesk(stet, article, async ({ db, people, articleId }) => {
    const { id } = await db.claim.findFirstOrThrow({ where: { articleId, number: 7 } });
    await attach(db, people.second, id, 'The register');
  });
  await column(page).getByRole('button', { name: 'More for evidence [1]' }).click();
  await page.getByRole('menuitem', { name: 'Edit evidence [1]' }).click();
  await dialog(page).getByLabel('Exact words or figures').fill('315 posts');
  await withDesk(stet, article, async ({ db, people, articleId }) => {
    const { id } = await db.claim.findFirstOrThrow({ where: { articleId, number: 7 } });
    const seen = need(await claimDetail(db, people.second, id));
    await DEEDS.editEvidence?.(db, people.second, seen, { articleId, claimIds: [], shutOut: '', demoted: '' });
  });
  await expect(both.locator('ins')).toHaveText([/Version 1/, /315 posts/]);
  await both.getByRole('button', { name: /^Keep mine ?: Exact words/ }).click();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(column(page).getByText('“315 posts”')).toBeVisible();

  // One's own verdict, given in another window meanwhile: its rating too.
  await column(page).getByRole('radiogroup', { name: 'Rating' }).getByText('False', { exact: true }).click();
  await column(page)
    .getByPlaceholder(/What the evidence shows/)
    .fill('The register says 315.');
  await judged(stet, article, 7, person(stet, 'reviewer'), 'true');
  await expect(both.locator('ins')).toHaveText([/True/, /False/, /So the minutes say/, /The register says 315/]);
  await reload(page);
  await expect(both).toBeVisible();
  await both.getByRole('button', { name: /^Keep mine ?: Rating/ }).click();
  await both.getByRole('button', { name: /^Keep mine ?: Rationale/ }).click();
  await expect(both).toHaveCount(0);
  await expect(onlooker.locator('html[data-same-page]')).toHaveCount(1);
  await onlooker.context().close();
});
