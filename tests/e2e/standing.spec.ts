import type { Browser, Locator, Page } from '@playwright/test';
import { ARTICLE, freshArticle } from './articles.ts';
import { expect, expectAccessible, person, signIn, test, unheard, visit } from './harness.ts';
import { judged, writtenOn } from './record.ts';
import type { Account, SeededStet } from './stet.ts';

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const verdicts = (page: Page): Locator => column(page).getByRole('region', { name: 'Verdict' });
const rationale = (page: Page): Locator => column(page).getByPlaceholder(/What the evidence shows/);

async function reader(browser: Browser, stet: SeededStet, account: Account, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: stet.address });
  const page = await context.newPage();
  // What came meanwhile is known by asking: where a line tells of it, tests/e2e/live.spec.ts looks.
  await unheard(page);
  await signIn(page, account);
  await visit(page, address);
  return page;
}

async function write(page: Page, rating: string, words: string): Promise<void> {
  await column(page).getByRole('radiogroup', { name: 'Rating' }).getByText(rating, { exact: true }).click();
  await rationale(page).fill(words);
}

const give = (page: Page) => column(page).getByRole('button', { name: /^(Propose|Give verdict)/ });
const given = async (stet: SeededStet, address: string) =>
  (await writtenOn(stet, address)).filter((action) => action.startsWith('verdict.'));

test('a verdict written while another came is not a second reading until that one was read', async ({
  browser,
  stet,
}) => {
  const article = await freshArticle(stet);
  const address = `${article}?claim=2`;
  const [ruben, nadia] = [person(stet, 'reviewer', 0), person(stet, 'reviewer', 1)];
  const second = await reader(browser, stet, nadia, address);
  await write(second, 'True', 'So the budget says.');
  await judged(stet, article, 2, ruben, 'false');

  await give(second).click();
  const news = column(second).getByRole('alert').filter({ hasText: 'Meanwhile' });
  await expect(news).toContainText(`Meanwhile ${ruben.name} gave “False”.`);
  await expect(news).toContainText('Read it first; what you wrote is kept.');
  await expect(news).toBeInViewport();
  await expect(rationale(second)).toHaveValue('So the budget says.');
  await expect(verdicts(second).getByText('So the minutes say.')).toBeVisible();
  expect(await given(stet, article)).toEqual(['verdict.given']);
  await expectAccessible(second);

  // Read, the next press gives it, as a second reading.
  await give(second).click();
  await expect(verdicts(second).getByText('The readers disagree.', { exact: false })).toBeVisible();
  expect(await given(stet, article)).toEqual(['verdict.given', 'verdict.given']);
  await second.context().close();
});

test('a draft that lay here while somebody judged says so when it is taken up again', async ({ browser, stet }) => {
  const article = await freshArticle(stet);
  const address = `${article}?claim=3`;
  const ruben = person(stet, 'reviewer', 0);
  const second = await reader(browser, stet, person(stet, 'reviewer', 1), address);
  await write(second, 'True', 'So the tariff says.');
  await expect(column(second).getByText('Draft kept')).toBeVisible();
  // As it lies in the browser: what is shown as kept is written a moment later.
  const isWritten = () =>
    Object.entries(localStorage).some(([key, value]) => key.startsWith('stet:draft:') && value.includes('the tariff'));
  await expect.poll(() => second.evaluate(isWritten)).toBe(true);
  await judged(stet, article, 3, ruben, 'false');
  await visit(second, address);
  await expect(column(second).getByRole('alert')).toContainText(`Meanwhile ${ruben.name} gave “False”.`);
  await rationale(second).focus();
  await second.keyboard.press('Control+Enter');
  // The first press only brings it before its writer.
  await expect(column(second).getByRole('alert').filter({ hasText: 'Meanwhile' })).toBeInViewport();
  expect(await given(stet, article)).toEqual(['verdict.given']);
  await second.keyboard.press('Control+Enter');
  await expect(verdicts(second).getByText('The readers disagree.', { exact: false })).toBeVisible();
  await second.context().close();
});

test('a sign-off waits for what came while it was asked', async ({ browser, stet }) => {
  const article = await freshArticle(stet);
  const address = `${article}?claim=2`;
  await judged(stet, article, 2, person(stet, 'reviewer', 0), 'true');
  const editor = await reader(browser, stet, person(stet, 'editor'), address);
  await judged(stet, article, 2, person(stet, 'reviewer', 1), 'false');
  await editor.keyboard.press('s');
  await expect(column(editor).getByText('Sign off the first reader’s “True”?')).toBeVisible();
  await editor.keyboard.press('Enter');
  const news = verdicts(editor).getByRole('alert').filter({ hasText: 'Meanwhile' });
  await expect(news).toContainText(`Meanwhile ${person(stet, 'reviewer', 1).name} gave “False”.`);
  expect(await given(stet, article)).toEqual(['verdict.given', 'verdict.given']);
  await editor.context().close();
});

test('words that a revision changed bring a wording to decide on, and nobody confirms before', async ({
  browser,
  stet,
}) => {
  const article = await freshArticle(stet);
  const address = `${article}?claim=2`;
  const [ruben, nadia] = [person(stet, 'reviewer', 0), person(stet, 'reviewer', 1)];
  await judged(stet, article, 2, ruben, 'false');
  const editor = await reader(browser, stet, person(stet, 'editor'), `${article}/revise`);
  const text = editor.getByRole('textbox', { name: 'The new text' });
  await text.fill(ARTICLE.replace('£48.6 million', '£52.1 million'));
  await editor.getByRole('button', { name: 'See what changes' }).click();
  await editor.getByRole('button', { name: 'Take this revision' }).click();
  await editor.waitForURL((url) => url.pathname === article);

  const second = await reader(browser, stet, nadia, address);
  const wording = column(second).getByRole('region', { name: 'The words of this claim have changed' });
  await expect(wording.locator('del')).toContainText('48.6');
  await expect(wording.locator('ins')).toContainText('52.1');
  await expect(column(second).getByText('new wording')).toBeVisible();
  await expectAccessible(second);
  await second.keyboard.press('y');
  await expect(second.getByText(/Decide on the wording first/)).toBeVisible();
  expect(await given(stet, article)).toEqual(['verdict.given']);

  await second.keyboard.press('t');
  await expect(wording).toHaveCount(0);
  await expect(column(second).getByRole('heading', { level: 2 })).toContainText('52.1');
  // Whoever takes the wording may confirm what was found, in words of their own.
  await column(second).getByRole('button', { name: 'Confirm in your own words' }).click();
  await column(second).getByRole('textbox', { name: 'What you say to it' }).fill('The new figure is as wrong.');
  await second.keyboard.press('Control+Enter');
  await expect(verdicts(second).getByText(`confirms ${ruben.name}’s finding of`, { exact: false })).toBeVisible();
  await expect(verdicts(second).getByText('The new figure is as wrong.')).toBeVisible();
  await expect(verdicts(second).getByRole('blockquote').filter({ hasText: 'So the minutes say.' })).toBeVisible();
  await expectAccessible(second);
  await second.context().close();
  await editor.context().close();
});

test('an open question holds its claim, in every place that shows it, until it is resolved', async ({
  browser,
  stet,
}) => {
  const article = await freshArticle(stet);
  const address = `${article}?claim=2`;
  await judged(stet, article, 2, person(stet, 'reviewer', 0), 'true');
  const asker = await reader(browser, stet, person(stet, 'reviewer', 1), address);
  await asker.keyboard.press('c');
  await column(asker).getByRole('textbox', { name: 'Comment' }).fill('Which budget is this?');
  await column(asker).getByText('Question that must be answered').click();
  await column(asker).getByRole('button', { name: 'Send' }).click();
  await expect(column(asker).getByText('Holds this claim until it is closed.')).toBeVisible();
  await expect(column(asker).getByText('held by a question')).toBeVisible();
  await expect(
    verdicts(asker).getByText('A question on this claim waits for its answer. Close it first.'),
  ).toBeVisible();
  await expect(column(asker).getByRole('button', { name: /^Sign off/ })).toHaveCount(0);
  await expectAccessible(asker);

  // In the list, and in its filter.
  await asker.keyboard.press('Escape');
  await column(asker).getByRole('button', { name: 'Filter' }).click();
  await asker.getByRole('button', { name: /Waits for/ }).click();
  await asker.getByRole('option', { name: 'The answer to a question' }).click();
  await asker.keyboard.press('Escape');
  await expect(column(asker).getByText('1 claim', { exact: true })).toBeVisible();
  await expect(column(asker).getByRole('listitem').filter({ hasText: 'held by a question' })).toHaveCount(1);
  await visit(asker, '/articles');
  await expect(
    asker
      .getByRole('listitem')
      .filter({ has: asker.locator(`a[href="${article}"]`) })
      .first(),
  ).toContainText('1 waits for an answer');

  // Where the article only shows questions, it holds no more, and the signer is told of it.
  const editor = await reader(browser, stet, person(stet, 'editor'), `${article}/details`);
  await editor.getByText('Are shown beside the claim').click();
  await editor.getByRole('button', { name: 'Save the rules' }).click();
  await expect(editor.getByText('Saved.').first()).toBeVisible();
  await expectAccessible(editor);
  await visit(editor, address);
  await expect(column(editor).getByText('Shown only: it does not hold the claim.')).toBeVisible();
  await editor.keyboard.press('s');
  await expect(
    column(editor).getByText(/Sign off the first reader’s “True”\?.*A question on it is open\./),
  ).toBeVisible();
  await editor.keyboard.press('Enter');
  await expect(verdicts(editor).getByText('Settled by two readers')).toBeVisible();
  for (const one of [asker, editor]) await one.context().close();
});

test('two saves of the settings, one right after the other, are both taken', async ({ browser, stet }) => {
  const admin = await reader(browser, stet, person(stet, 'admin'), '/settings');
  const name = admin.getByRole('textbox', { name: 'Name of the desk' });
  const was = await name.inputValue();
  await name.fill('The Night Desk');
  await name.press('Enter');
  await name.fill('The Day Desk');
  await name.press('Enter');
  await expect(admin.getByText('The settings are saved.').first()).toBeVisible();
  // Both answers are there: until then what was typed is kept in the browser, and would stand there whatever is saved.
  await expect(admin.getByText('Not saved yet', { exact: false })).toHaveCount(0);
  await visit(admin, '/settings');
  await expect(name).toHaveValue('The Day Desk');
  await name.fill(was);
  await name.press('Enter');
  await expect(admin.getByText('The settings are saved.').first()).toBeVisible();
  await admin.context().close();
});
