import type { Locator, Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { open } from './galley.ts';
import { expect, expectAccessible, person, reload, signIn, test } from './harness.ts';
import { judged, writtenOn } from './record.ts';

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const heading = (page: Page): Locator => column(page).getByRole('heading', { level: 2 });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const round = (page: Page): Locator => column(page).getByRole('region', { name: 'Second readings' });

const BERTHS = ['north', 'south', 'east', 'west', 'inner', 'outer', 'old', 'new', 'long', 'short'];
const FIGURES = ['March', 'April'].flatMap((month, m) =>
  BERTHS.map((berth, b) => `The ${berth} quay handled ${210 + 37 * b + m} ships in ${month} 2026.`),
);
/** Nine; with the headline ten that hold no claim. */
const PLAIN = [
  'Good morning to all.',
  'Who would have thought so?',
  'Thank you for reading.',
  'What now?',
  'Welcome back!',
  'But who knows?',
  'Good luck to them.',
  'See you soon.',
  'Why not?',
];
const TAIL = ['Follow us here.', 'Write to us.', 'Thank you.'];
const TEXT = [
  'Ships at the quays',
  FIGURES.slice(0, 10).join(' '),
  FIGURES.slice(10).join(' '),
  PLAIN.join(' '),
  TAIL.join(' '),
].join('\n\n');

/** The words in the galley of the claim that a figure is. */
const wordsOf = (page: Page, figure: number): Locator =>
  page.locator('.galley [data-claim]', { hasText: FIGURES[figure]?.slice(0, -1) ?? '' }).first();

/** A hand that counts its keys. */
function counting(page: Page) {
  let count = 0;
  return {
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        count++;
        await page.keyboard.press(key);
      }
    },
    count: () => count,
  };
}

test('twenty second readings, each opened and read, are signed off in 22 keys before their author and a third, and taken back together', async ({
  browser,
  page,
  stet,
}) => {
  const article = await freshArticle(stet, TEXT);
  await signIn(page, person(stet, 'reviewer'));
  await open(page, article);
  const shown = await column(page)
    .getByText(/^\d+ claims$/)
    .textContent();
  expect(Number.parseInt(shown ?? '', 10)).toBeGreaterThanOrEqual(20);
  const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
  await judged(stet, article, numbers, person(stet, 'reviewer', 1), 'true');
  const others = await Promise.all(
    [person(stet, 'reviewer', 1), person(stet, 'editor')].map(async (account) => {
      const other = await (await browser.newContext({ baseURL: stet.address })).newPage();
      await signIn(other, account);
      await open(other, `${article}?claim=1`);
      return other;
    }),
  );
  const settledFor = (other: Page) => other.locator('.galley .claim-stands');
  await page.clock.install();
  await open(page, article);
  const hand = counting(page);
  await hand.press('Shift+S');
  await expect(round(page)).toContainText('0 of 20 read');
  // Passed over in a hurry it counts as unread, and a held key reads nothing.
  await page.keyboard.down('j');
  for (let i = 0; i < 4; i++) await page.keyboard.down('j');
  await page.keyboard.up('j');
  await expect(round(page)).toContainText('0 of 20 read');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  for (let read = 1; read <= 20; read++) {
    await expect(column(page).getByRole('button', { name: /^Sign off the first reader/ })).toBeVisible();
    // The last one is read by the clock on the wall: the server asks it.
    if (read < 20) await page.clock.runFor(1200);
    await expect(round(page)).toContainText(`${read} of 20 read`);
    if (read < 20) await hand.press('Enter');
  }
  expect(await writtenOn(stet, article)).not.toContain('verdict.signedOff');
  // A key that is still down as the window comes signs nothing.
  await page.keyboard.down('Enter');
  await hand.press('s');
  await expect(dialog(page).getByRole('list', { name: 'Will be signed off' }).getByRole('listitem')).toHaveCount(20);
  await expectAccessible(page);
  await expect(dialog(page).getByRole('button', { name: 'Sign off 20' })).toBeFocused();
  for (let i = 0; i < 3; i++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(dialog(page)).toBeVisible();
  expect(await writtenOn(stet, article)).not.toContain('verdict.signedOff');
  await hand.press('Enter');
  await expect(page.getByText('You have signed off 20 verdicts.').first()).toBeVisible();
  expect(hand.count()).toBeLessThanOrEqual(25);
  await expect(round(page)).toHaveCount(0);
  const signed = async () => (await writtenOn(stet, article)).filter((action) => action.startsWith('verdict.sign'));
  expect(await signed()).toEqual(Array(20).fill('verdict.signedOff'));
  for (const other of others) await expect.poll(() => settledFor(other).count()).toBeGreaterThanOrEqual(20);
  await page.keyboard.press('z');
  await expect(dialog(page)).toHaveAccessibleName('Take back your 20 sign-offs');
  await page.keyboard.type('Too early');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Your 20 sign-offs are taken back.').first()).toBeVisible();
  expect((await signed()).slice(20)).toEqual(Array(20).fill('verdict.signOffWithdrawn'));
  for (const other of others) {
    await expect(settledFor(other)).toHaveCount(0);
    await other.context().close();
  }
});

test('ten plain sentences are marked in 11 keys, a tail in one go, and any by a click', async ({ page, stet }) => {
  const article = await freshArticle(stet, TEXT);
  await signIn(page, person(stet, 'reviewer'));
  await open(page, article);
  const hand = counting(page);
  await hand.press('Shift+U');
  for (let i = 0; i < 10; i++) {
    // As an eye does: what has not come into view yet is not marked.
    const next = i === 0 ? 'Ships at the quays' : (PLAIN[i - 1] ?? '');
    await expect(page.locator('.sentence-in-hand').first()).toHaveText(next);
    await expect(page.locator('.sentence-in-hand').first()).toBeInViewport({ ratio: 1 });
    await hand.press(i === 2 ? '3' : '1');
  }
  expect(hand.count()).toBeLessThanOrEqual(12);
  await expect(column(page).getByText('Follow us here.')).toBeVisible();
  await expect.poll(async () => (await writtenOn(stet, article)).length).toBe(10);
  expect(new Set(await writtenOn(stet, article))).toEqual(new Set(['sentence.marked']));

  // The tail as a block.
  await hand.press('Shift+End');
  await expect(heading(page).first()).toHaveText('3 sentences in hand');
  await expectAccessible(page);
  await hand.press('5');
  await expect(page.getByText('3 sentences marked as having nothing to check.').first()).toBeVisible();
  await hand.press('z');
  await expect(page.getByText('Undone: 3 sentences are unread again.')).toBeVisible();

  // By a click, and by a tap on its reason.
  await page.getByText('Write to us.').first().click();
  await expect(heading(page).first()).toHaveText('Unread sentence');
  await column(page).getByRole('button', { name: 'Boilerplate' }).click();
  await expect.poll(async () => (await writtenOn(stet, article)).at(-1)).toBe('sentence.marked');
  // One that is read says why, and gives it back.
  await page.getByText('Who would have thought so?').first().click();
  await expect(column(page).getByText('It asks or greets')).toBeVisible();
  await reload(page);
  // A sentence that a claim covers: its claim first, then the sentence, which is not marked by a key.
  await wordsOf(page, 0).click();
  await wordsOf(page, 0).click();
  await expect(column(page).getByText('A claim keeps this unread:')).toBeVisible();
  await hand.press('1');
  await expect(page.getByText(/^Claim \d+ stands in this sentence/).first()).toBeVisible();
});

test('several claims are taken by keys and by clicks, given, excluded and sourced together, and each deed is undone as one', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet, TEXT);
  await signIn(page, person(stet, 'editor'));
  await open(page, article);
  const taken = (count: number) => column(page).getByRole('region', { name: `${count} claims taken` });
  const undo = async (words: string) => {
    await page.keyboard.press('z');
    await expect(page.getByText(`Undone: ${words}.`)).toBeVisible();
  };
  // By Shift and the arrows, back again, and let go.
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(taken(3)).toBeVisible();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(taken(2)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(taken(2)).toHaveCount(0);
  await expect(heading(page)).toContainText('south quay');

  // One is excluded already: the window says so before anything is done.
  await page.keyboard.press('x');
  await dialog(page).getByRole('button', { name: 'Common knowledge' }).click();
  await expect(page.getByText('Claim excluded.').first()).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('Shift+P');
  await expect(taken(10)).toBeVisible();
  await page.keyboard.press('x');
  await expect(dialog(page)).toContainText('It happens to 9 claims · One is left out');
  await expect(dialog(page)).toContainText('It is excluded already.');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Too small to check' }).click();
  await expect(page.getByText('9 claims excluded.').first()).toBeVisible();
  await undo('9 claims are back');

  // Up to there by Shift and a click; to somebody, whom each was not given to before.
  await wordsOf(page, 10).click();
  await wordsOf(page, 13).click({ modifiers: ['Shift'] });
  await expect(taken(4)).toBeVisible();
  await page.keyboard.press('a');
  await dialog(page)
    .getByRole('button', { name: /Who checks it/ })
    .click();
  const reviewer = person(stet, 'reviewer');
  await page.getByRole('option', { name: new RegExp(reviewer.name) }).click();
  await expect(dialog(page)).toContainText(`from Nobody to ${reviewer.name}`);
  await dialog(page).getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(page.getByText(`4 claims given to ${reviewer.name}.`).first()).toBeVisible();
  await undo('4 claims are given as before');

  // One source to all that the list shows.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+A');
  await expect(taken(19)).toBeVisible();
  await page.keyboard.press('Shift+E');
  await dialog(page).getByRole('button', { name: 'A new source' }).click();
  await dialog(page).getByLabel('Title').fill('Harbour log');
  await dialog(page).getByText('supports', { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Attach' }).click();
  await expect(page.getByText('Evidence attached to 19 claims.').first()).toBeVisible();
  await undo('19 pieces of evidence are withdrawn');
  const written = await writtenOn(stet, article);
  const times = (action: string) => written.filter((one) => one === action).length;
  expect(
    ['claim.excluded', 'claim.restored', 'claim.assigned', 'evidence.attached', 'evidence.withdrawn'].map(times),
  ).toEqual([10, 9, 8, 19, 19]);

  // A report on two of them alone, which says what it is.
  await wordsOf(page, 10).click();
  await wordsOf(page, 11).click({ modifiers: ['Shift'] });
  await expect(taken(2)).toBeVisible();
  await page.keyboard.press('Shift+R');
  await expect(dialog(page)).toHaveAccessibleName('Report on 2 claims alone');
  await expect(dialog(page)).toContainText('It holds these of 20 claims');
  await expectAccessible(page);
  await page.keyboard.type('For the lawyer');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'A part, not the whole article' })).toBeVisible();
  await expect(page.locator('.report')).toContainText('2 of the 20 claims in this article, chosen by');
  await expect(page.locator('.report')).toContainText('For the lawyer');
  await expect(page.getByRole('img', { name: 'Claims by verdict' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correct this report' })).toHaveCount(0);
  await expectAccessible(page);

  // And one on the days, of which everything here is a part.
  await page.goto('/numbers');
  const days = page.getByRole('region', { name: 'Report on these days' });
  await expect(days.getByRole('link')).toHaveText(['PDF', 'HTML', 'Markdown', 'CSV', 'JSON']);
  const address = (await days.getByRole('link', { name: 'JSON' }).getAttribute('href')) ?? '';
  const report = await (await page.request.get(address)).json();
  expect(report).toMatchObject({ format: 'period/1', madeBy: { name: person(stet, 'editor').name } });
  await expectAccessible(page);
});
