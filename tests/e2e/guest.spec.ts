import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';

test('a writer without an account opens a link, answers what is put to them, and sees nothing once it is revoked', async ({
  browser,
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'editor'));
  await visit(page, `${article}/details`);
  await page.getByRole('button', { name: 'Let a writer read along' }).click();
  const window = page.getByRole('dialog', { name: 'A link for a writer' });
  await window.getByLabel('Name of the writer').fill('Jo Writer');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const link = await window.getByLabel('Link', { exact: true }).inputValue();
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('list', { name: 'Guests of this article' })).toContainText('Jo Writeruntil');

  await visit(page, `${article}?claim=2`);
  const comments = page.getByRole('complementary', { name: 'Claims' }).getByRole('region', { name: 'Comments' });
  await page.keyboard.press('c');
  await page.keyboard.type('Whence the budget?', { delay: 40 });
  await comments.getByText('Question that must be answered').click();
  await comments.getByRole('button', { name: /Put to/ }).click();
  await page.getByRole('option', { name: 'The writer' }).click();
  await expect(comments.getByText('Jo Writer sees this by a link')).toBeVisible();
  await comments.getByRole('button', { name: 'Send' }).click();
  await expect(comments.getByText('Holds this claim until it is closed.')).toBeVisible();

  const theirs = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const asked: string[] = [];
  theirs.on('request', (request) => asked.push(request.url(), request.headers().referer ?? ''));
  await theirs.goto(link);
  const token = new URL(link).hash.slice(1);
  await expect(theirs.getByText('approved a budget')).toHaveCount(0);
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: 'Read the article' }).click();
  await expect(theirs.getByRole('heading', { name: 'A question to you' })).toBeVisible();
  expect(theirs.url()).not.toContain(token);
  await expectAccessible(theirs);
  await theirs.getByLabel('Your answer').fill('From the minutes of March.');
  await theirs.getByRole('button', { name: 'Send the answer' }).click();
  await expect(theirs.getByText(/^Your answer, /)).toBeVisible();
  // No address that was asked for has the token, and so no log and no other site has it.
  expect(asked.filter((address) => address.includes(token))).toEqual([]);

  // It comes to the desk as it is said.
  await expect(comments.getByText('From the minutes of March.')).toBeVisible();
  await expect(comments.getByText(/^Jo Writer \(guest, by link\)/)).toBeVisible();
  await comments.getByRole('button', { name: 'Close the question' }).click();
  await expect(comments.getByLabel('What was answered')).toHaveValue('From the minutes of March.');
  await visit(page, `${article}/details`);
  await page.getByRole('button', { name: 'Revoke the link of Jo Writer' }).click();
  await expect(page.getByText('1 link that has ended')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
  await expectAccessible(theirs);
  await theirs.context().close();
});
