import type { Locator, Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';
import { judged } from './record.ts';

const comments = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Claims' }).getByRole('region', { name: 'Comments' });
/** At the speed of a hand. */
const type = (page: Page, words: string) => page.keyboard.type(words, { delay: 40 });

test('a question is put to whom a claim criticises and holds it for a third; a colleague who is called finds it, and closes it with the answer', async ({
  browser,
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  const called = person(stet, 'reviewer');
  await judged(stet, article, 2, called, 'true');
  // Who could sign off: not while the question is open.
  const third = await (await browser.newContext({ baseURL: stet.address })).newPage();
  await signIn(third, person(stet, 'reviewer', 1));
  await visit(third, `${article}?claim=2`);
  const signOff = third.getByRole('complementary', { name: 'Claims' }).getByRole('button', { name: /^Sign off/ });
  await expect(signOff).toBeEnabled();
  await signIn(page, person(stet, 'editor'));
  await visit(page, `${article}?claim=2`);
  await page.keyboard.press('c');
  await type(page, `Can you reach them, @${called.name.slice(0, 3).toLowerCase()}`);
  await page.keyboard.press('Enter');
  await type(page, '?');
  const box = comments(page).getByRole('textbox', { name: /Comment/ });
  await expect(box).toHaveValue(`Can you reach them, @${called.name}?`);
  await comments(page).getByText('Question that must be answered').click();
  await comments(page)
    .getByRole('button', { name: /Put to/ })
    .click();
  await page.getByRole('option', { name: 'Whom it criticises' }).click();
  await comments(page).getByRole('textbox', { name: 'Name', exact: true }).fill('The harbour authority');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(comments(page).getByText('put to whom it criticises: The harbour authority')).toBeVisible();
  await expect(comments(page).getByText('Holds this claim until it is closed.')).toBeVisible();

  await expect(comments(third).getByText('Holds this claim until it is closed.')).toBeVisible();
  await expect(signOff).toHaveCount(0);

  const context = await browser.newContext({ baseURL: stet.address });
  const theirs = await context.newPage();
  await signIn(theirs, called);
  await visit(theirs, '/');
  const said = theirs.getByRole('listitem').filter({ hasText: 'Can you reach them' });
  await said.getByRole('link').first().focus();
  await theirs.keyboard.press('Enter');
  await comments(theirs).getByRole('button', { name: 'Close the question' }).click();
  await expect(comments(theirs).getByRole('textbox', { name: 'What was answered' })).toBeFocused();
  await theirs.keyboard.press('Control+Enter');
  await expect(comments(theirs).getByText('Say what they answered: the report prints it.')).toBeVisible();
  await type(theirs, 'It was agreed in May.');
  await theirs.keyboard.press('Control+Enter');
  await expect(comments(third).getByText('1 resolved thread')).toBeVisible();
  await expect(signOff).toBeEnabled();
  await third.context().close();
  await comments(theirs).getByText('1 resolved thread').click();
  await expect(comments(theirs).getByText('It was agreed in May.')).toBeVisible();
  await expectAccessible(theirs);
  await visit(theirs, '/');
  await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(said).toHaveCount(0);
  await context.close();
});

test('words of the text, and the article, are spoken of beside the claims; the galley shows where', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${article}?claim=2`);
  const galley = page.getByRole('region', { name: 'The article' });
  await galley.getByText('Good morning to all').selectText();
  await page.keyboard.press('c');
  const column = page.getByRole('complementary', { name: 'Claims' });
  await expect(column.getByRole('textbox', { name: 'Comment on these words' })).toBeFocused();
  await type(page, 'Does the writer greet us?');
  await page.keyboard.press('Control+Enter');
  await expect(column.getByText('About the article · 1 open')).toBeVisible();
  await expect(column.getByRole('button', { name: /Good morning to all/ })).toBeVisible();
  await expect(page.locator('.talk-words')).toHaveText('Good morning to all.');
  await expectAccessible(page);
  // Whoever has sent one may go on writing: out of the box first.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('j');
  await expect(column.getByText('Does the writer greet us?')).toHaveCount(0);
  await page.getByRole('button', { name: /A thread is about words/ }).click();
  await expect(column.getByText('Does the writer greet us?')).toBeVisible();
});
