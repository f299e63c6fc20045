import type { Browser, Locator, Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, signIn, test, unheard, visit } from './harness.ts';
import type { Account, SeededStet } from './stet.ts';

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const verdicts = (page: Page): Locator => column(page).getByRole('region', { name: 'Verdict' });

/** Somebody signed in, in a browser of their own, with the claim in hand. */
async function reader(browser: Browser, stet: SeededStet, account: Account, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: stet.address });
  const page = await context.newPage();
  // What others do is found out by asking here, as on a page whose line is down.
  await unheard(page);
  await signIn(page, account);
  await visit(page, address);
  return page;
}

async function judge(page: Page, rating: string, rationale: string): Promise<void> {
  await column(page).getByRole('radiogroup', { name: 'Rating' }).getByText(rating, { exact: true }).click();
  await column(page)
    .getByPlaceholder(/What the evidence shows/)
    .fill(rationale);
  await column(page)
    .getByRole('button', { name: /Propose|Give verdict/ })
    .click();
}

async function attach(page: Page, title: string, stance: string, words: string): Promise<void> {
  await page.keyboard.press('Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog.getByRole('button', { name: 'A new source' }).click();
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByText(stance, { exact: true }).click();
  await dialog.getByLabel('Exact words or figures').fill(words);
  await dialog.getByRole('button', { name: 'Attach' }).click();
  await expect(column(page).getByText(title)).toBeVisible();
}

test('blind verdicts by two who disagree, a third, a fresh look after the evidence changed, and the report of it all', async ({
  browser,
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  const address = `${article}?claim=2`;
  const editor = await reader(browser, stet, person(stet, 'editor'), `${article}/details`);
  await editor.getByText('Blind: the second reader judges before seeing the first').click();
  await editor.getByRole('button', { name: 'Save how second readers work' }).click();
  await expect(editor.getByText('Saved.', { exact: false }).first()).toBeVisible();

  const first = await reader(browser, stet, person(stet, 'reviewer', 0), address);
  await attach(first, 'Minutes of the authority', 'supports', '£48.6 million, carried 7 to 2');
  await judge(first, 'True', 'The minutes have the figure [1], in marigold ink.');
  await expect(column(first).getByText('Waits for a second reader.')).toBeVisible();

  // Nothing of it reaches the second, who judges without it.
  const second = await reader(browser, stet, person(stet, 'reviewer', 1), address);
  await expect(
    verdicts(second).getByText('It is hidden until the second reader’s is in.', { exact: false }),
  ).toBeVisible();
  expect(await second.content()).not.toContain('marigold');
  await expect(column(second).getByRole('button', { name: /^Sign off/ })).toHaveCount(0);
  await expectAccessible(second);
  await judge(second, 'False', 'The ledger says £46.8 million.');

  // Now both are side by side, with both reasons, and neither of the two settles it by signing off.
  await expect(verdicts(second).getByText('The readers disagree.', { exact: false })).toBeVisible();
  await expect(verdicts(second).getByText('marigold', { exact: false })).toBeVisible();
  await expect(verdicts(second).getByText('The ledger says £46.8 million.')).toBeVisible();
  await expectAccessible(second);

  // A third person settles it.
  await visit(editor, address);
  await expect(verdicts(editor).getByText('The readers disagree.', { exact: false })).toBeVisible();
  await judge(editor, 'True', 'The minutes are the record [1]; the ledger is a draft.');
  await expect(verdicts(editor).getByText('Settled by a third reader')).toBeVisible();

  // The evidence changes under it: it says what changed, and one press lets the verdict stand, for a second to sign.
  await visit(first, address);
  await column(first)
    .getByRole('button', { name: /evidence \[1\]/i })
    .click();
  await first.getByRole('menuitem', { name: 'Edit evidence [1]' }).click();
  const form = first.getByRole('dialog', { name: 'Edit evidence [1]' });
  await form.getByLabel('Exact words or figures').fill('£48.6 million, carried 8 to 1');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await visit(editor, address);
  await expect(column(editor).getByRole('heading', { name: /fresh look/ })).toBeVisible();
  await expect(column(editor).getByText('Words of evidence [1]')).toBeVisible();
  await expect(column(editor).locator('del').filter({ hasText: '7' }).first()).toBeVisible();
  await expect(column(editor).locator('ins').filter({ hasText: '8' }).first()).toBeVisible();
  await expectAccessible(editor);
  await column(editor).getByRole('button', { name: 'It stands as given' }).click();
  await editor.keyboard.press('Enter');
  await expect(verdicts(editor).getByText('Waits for a second reader.')).toBeVisible();

  // Given again, on the evidence as it now is: anybody but its author signs it.
  await visit(second, address);
  await column(second)
    .getByRole('button', { name: /^Sign off/ })
    .click();
  await second.keyboard.press('Enter');
  await expect(verdicts(second).getByText('Settled by two readers')).toBeVisible();

  // The report has all of it.
  await signIn(page, person(stet, 'editor'));
  await visit(page, `${article}/report`);
  await page.getByRole('button', { name: 'Make a report' }).click();
  await page.waitForURL(/\/reports\//);
  for (const words of ['marigold', 'The ledger says £46.8 million.', 'the ledger is a draft', 'carried 8 to 1'])
    await expect(page.getByText(words, { exact: false }).first()).toBeAttached();
  await expect(page.getByText(`Signed off by ${person(stet, 'reviewer', 1).name}`, { exact: false })).toBeVisible();
  await expectAccessible(page);
  for (const one of [first, second, editor]) await one.context().close();
});

test('a sign-off sends the basis that it saw: where that has moved on it is refused, and of two only one signs', async ({
  browser,
  stet,
}) => {
  const address = `${await freshArticle(stet)}?claim=3`;
  const first = await reader(browser, stet, person(stet, 'reviewer', 0), address);
  await judge(first, 'True', 'So it is.');
  await expect(column(first).getByText('Waits for a second reader.')).toBeVisible();
  const second = await reader(browser, stet, person(stet, 'reviewer', 1), address);
  const editor = await reader(browser, stet, person(stet, 'editor'), address);
  await expect(column(editor).getByRole('button', { name: /^Sign off/ })).toBeVisible();
  await expect(column(second).getByRole('button', { name: /^Sign off/ })).toBeVisible();

  // The first edits the wording while the others have the old one before them.
  await first.keyboard.press('Escape');
  await visit(first, address);
  await first.keyboard.press('w');
  const wording = column(first).getByRole('textbox').first();
  await wording.fill('Lorry tolls went up by 4.5 percent in June 2026.');
  await first.keyboard.press('Control+Enter');
  await expect(column(first).getByRole('heading', { level: 2 })).toContainText('Lorry tolls went up');
  await column(second)
    .getByRole('button', { name: /^Sign off/ })
    .click();
  await second.keyboard.press('Enter');
  await expect(second.getByText(/has changed since/).first()).toBeVisible();
  await expect(column(second).locator('ins').filter({ hasText: 'went up' }).first()).toBeVisible();

  // Confirmed, two have the same before them; the later is told that it is signed.
  await expect(column(first).getByRole('button', { name: 'It stands as given' })).toBeVisible();
  await first.keyboard.press('y');
  await first.keyboard.press('Enter');
  await expect(first.getByText(/You have confirmed the verdict/)).toBeVisible();
  await expect(column(first).getByText('Waits for a second reader.')).toBeVisible();
  await visit(second, address);
  await visit(editor, address);
  await expect(column(editor).getByRole('button', { name: /^Sign off/ })).toBeVisible();
  await column(second)
    .getByRole('button', { name: /^Sign off/ })
    .click();
  await second.keyboard.press('Enter');
  await expect(verdicts(second).getByText('Settled by two readers')).toBeVisible();
  await column(editor)
    .getByRole('button', { name: /^Sign off/ })
    .click();
  await editor.keyboard.press('Enter');
  await expect(verdicts(editor).getByRole('alert')).toContainText(
    `Meanwhile ${person(stet, 'reviewer', 1).name} signed off “True”.`,
  );
  // And sees at once by whom, without asking for the page again.
  await expect(verdicts(editor).getByText('Settled by two readers')).toBeVisible();
  await expect(
    verdicts(editor).getByText(`Signed off by ${person(stet, 'reviewer', 1).name}`, { exact: false }),
  ).toBeVisible();
  await expect(column(editor).getByRole('button', { name: /^Sign off/ })).toHaveCount(0);

  // A verdict that was given anew, while another was before somebody's eyes, is read by itself too.
  await column(second)
    .getByRole('button', { name: /^Take back/ })
    .click();
  const dialog = second.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Too early');
  await dialog.getByRole('button', { name: /^Take back/ }).click();
  await expect(verdicts(second).getByText('Waits for a second reader.')).toBeVisible();
  await visit(editor, address);
  await expect(column(editor).getByRole('button', { name: /^Sign off/ })).toBeVisible();
  await visit(first, address);
  await column(first)
    .getByRole('button', { name: /^Give a new verdict/ })
    .click();
  await judge(first, 'Mostly true', 'The exact day is not in it.');
  await expect(verdicts(first).getByText('The exact day is not in it.')).toBeVisible();
  await column(editor)
    .getByRole('button', { name: /^Sign off/ })
    .click();
  await editor.keyboard.press('Enter');
  await expect(verdicts(editor).getByRole('alert')).toContainText(
    `Meanwhile ${person(stet, 'reviewer', 0).name} gave “Mostly true”.`,
  );
  await expect(verdicts(editor).getByText('The exact day is not in it.')).toBeVisible();
  for (const one of [first, second, editor]) await one.context().close();
});

test('an admin erases the detail of a step with a reason; the step and the record of it stay', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'admin'));
  await visit(page, `${article}?claim=4`);
  await page.keyboard.press('c');
  await column(page)
    .getByRole('textbox', { name: /comment/i })
    .fill('Call Mara on 020 7946 0000.');
  await column(page).getByRole('button', { name: 'Send' }).click();
  await expect(column(page).getByRole('paragraph').filter({ hasText: 'Call Mara' })).toBeVisible();

  await visit(page, `${article}/history?kind=comment`);
  const step = page.getByRole('listitem').filter({ hasText: 'Call Mara' });
  await step.getByRole('button', { name: 'Erase the detail' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByLabel('Why the law asks for it')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await dialog.getByLabel('Why the law asks for it').fill('Asked for by the person named');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('Erased where the law asked for it.')).toBeVisible();
  await expect(page.getByText('Call Mara')).toHaveCount(0);

  await visit(page, '/history?kind=history');
  await expect(page.getByRole('listitem').filter({ hasText: 'erased the detail of step' })).toContainText(
    'Asked for by the person named',
  );
  await visit(page, '/history?kind=person');
  await expect(page.getByRole('listitem').filter({ hasText: 'signed in' }).first()).toBeVisible();
  await expectAccessible(page);
});

test.describe('what is not for somebody', () => {
  test.use({ expectedErrors: [/404/] });
  test('is not there: the desk’s history and its people', async ({ page, stet }) => {
    await signIn(page, person(stet, 'editor'));
    for (const path of ['/history', '/people']) expect((await visit(page, path))?.status()).toBe(404);
  });
});
