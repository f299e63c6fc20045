import { writeComment } from '#lib/comments/mutations.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { ARTICLE, freshArticle } from './articles.ts';
import { withDesk } from './changes.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';

test('a writer without an account sees what is put to them as it is put, answers before the eyes of the desk, and sees nothing once the link is revoked', async ({
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

  // Somebody else of the desk looks on.
  const onlooker = await (await browser.newContext({ baseURL: stet.address })).newPage();
  await signIn(onlooker, person(stet, 'reviewer', 1));
  await visit(onlooker, `${article}?claim=2`);
  const seen = onlooker.getByRole('complementary', { name: 'Claims' }).getByRole('region', { name: 'Comments' });

  const theirs = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const asked: string[] = [];
  theirs.on('request', (request) => asked.push(request.url(), request.headers().referer ?? ''));
  await theirs.goto(link);
  const token = new URL(link).hash.slice(1);
  await expect(theirs.getByText('approved a budget')).toHaveCount(0);
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: 'Read the article' }).click();
  await expect(theirs.getByText('No question is put to you.', { exact: false })).toBeVisible();
  await theirs.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));

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

  // It is there as it is put, to the writer and to who looks on.
  await expect(theirs.getByRole('heading', { name: 'A question to you' })).toBeVisible();
  await expect(seen.getByText('Whence the budget?')).toBeVisible();
  expect(theirs.url()).not.toContain(token);
  await expectAccessible(theirs);

  // What they write stays where it is while the desk goes on: it asks more, and the text is another.
  const answer = theirs.getByLabel('Your answer').first();
  await answer.click();
  const before = await answer.boundingBox();
  await Promise.all([
    theirs.keyboard.type('From the minutes of March.', { delay: 60 }),
    withDesk(stet, article, async ({ db, people, articleId }) => {
      const nobody = { whom: null, how: null, dueAt: null, holds: null };
      const asked = { ...nobody, addressee: 'writer' } as const;
      const more = { articleId, claimId: null, threadId: null, kind: 'query', onVerdictId: null } as const;
      await writeComment(db, people.first, { ...more, body: 'Is this the last version?', asked });
      const { revisionId } = await db.article.findUniqueOrThrow({ where: { id: articleId } });
      const text = typedText(`A word ahead.\n\n${ARTICLE.replace('310 people', '320 people')}`);
      await revise(db, people.editor, { articleId, basedOn: revisionId ?? '', text, origin: 'paste' });
    }),
  ]);
  await expect(theirs.getByRole('heading', { name: '2 questions to you' })).toBeVisible();
  await expect(theirs.getByText('employs 320 people', { exact: false })).toBeVisible();
  await expect(theirs.getByText('The text has changed since you opened it.', { exact: false })).toBeVisible();
  await expect(answer).toHaveValue('From the minutes of March.');
  await expect(answer).toBeFocused();
  expect(Math.abs(((await answer.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  await theirs.getByRole('button', { name: 'Send the answer' }).first().click();
  await expect(theirs.getByText(/^Your answer, /)).toBeVisible();
  // No address that was asked for has the token, and so no log and no other site has it.
  expect(asked.filter((address) => address.includes(token))).toEqual([]);

  // It comes to the desk as it is said, and to all of it.
  for (const one of [comments, seen]) {
    await expect(one.getByText('From the minutes of March.')).toBeVisible();
    await expect(one.getByText(/^Jo Writer \(guest, by link\)/)).toBeVisible();
  }
  await theirs.getByLabel('Add to your answer').fill('And of April.');
  await comments.getByRole('button', { name: 'Close the question' }).click();
  await expect(comments.getByLabel('What was answered')).toHaveValue('From the minutes of March.');
  await page.keyboard.press('Control+Enter');
  // What is closed under their hand leaves them their words.
  await expect(theirs.getByText('This question was closed while you were writing.', { exact: false })).toBeVisible();
  await expect(theirs.getByLabel('What you wrote')).toHaveValue('And of April.');
  await expectAccessible(theirs);
  await expect(seen.getByText('1 resolved thread')).toBeVisible();

  await visit(page, `${article}/details`);
  await page.getByRole('button', { name: 'Revoke the link of Jo Writer' }).click();
  await expect(page.getByText('1 link that has ended')).toBeVisible();
  await expect(theirs.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
  await expect(theirs.getByText('employs 320 people', { exact: false })).toHaveCount(0);
  await expect(theirs.getByText('And of April.')).toBeVisible();
  await expect(theirs.locator('html[data-same-page]')).toHaveCount(1);
  await expectAccessible(theirs);
  await theirs.context().close();
  await onlooker.context().close();
});
