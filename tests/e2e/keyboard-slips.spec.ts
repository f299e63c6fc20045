import type { Locator, Page } from '@playwright/test';
import { freshArticle } from './articles.ts';
import { select, tabTo } from './galley.ts';
import { expect, expectAccessible, heldBack, person, signIn, test, visit } from './harness.ts';
import { judged, writtenOn } from './record.ts';

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const verdicts = (page: Page): Locator => column(page).getByRole('region', { name: 'Verdict' });
const heading = (page: Page): Locator => column(page).getByRole('heading', { level: 2 });
const search = (page: Page): Locator => column(page).getByRole('searchbox', { name: 'Search claims' });
const comment = (page: Page): Locator => column(page).getByRole('textbox', { name: 'Comment' });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const question = (page: Page, words: string): Locator => column(page).getByRole('group', { name: words });

/** Presses keys one after another as a practised hand does: 60 to 120 milliseconds from one to the next. */
async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const [i, key] of keys.entries()) {
    await page.keyboard.press(key, { delay: 30 });
    await page.waitForTimeout([30, 90, 55, 70][i % 4] ?? 60);
  }
}
const letters = (words: string): string[] => [...words];

/** Holds a key down: the system repeats it until it is let go. */
async function hold(page: Page, chord: string, times = 8): Promise<void> {
  const keys = chord.split('+');
  const key = keys.pop() ?? '';
  for (const modifier of keys) await page.keyboard.down(modifier);
  for (let i = 0; i < times; i++) {
    await page.keyboard.down(key);
    await page.waitForTimeout(30);
  }
  await page.keyboard.up(key);
  for (const modifier of keys) await page.keyboard.up(modifier);
}

/** What the claim in hand says, in its one line, of who has it. */
const assigned = (page: Page) => column(page).locator('summary', { hasText: 'assigned to' });

test('the search key leads to the search from wherever one is, and the words typed after it are looked for', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await judged(stet, article, 3, person(stet, 'reviewer', 1), 'false');
  const before = await writtenOn(stet, article);
  await signIn(page, person(stet, 'reviewer'));
  const places: readonly (readonly string[])[] = [
    [],
    ['o'],
    ['v'],
    ['e', 'Escape'],
    ['Control+k', 'Escape'],
    ['?', 'Escape'],
    ['r'],
    ['s'],
  ];
  for (const [i, keys] of places.entries()) {
    await visit(page, `${article}?claim=3`);
    await expect(column(page).getByRole('button', { name: 'Sign off the first reader’s “False”' })).toBeVisible();
    await type(page, ...keys);
    // At a hand's speed, and with no time at all between two keys.
    if (i % 2 === 0) await type(page, '/', ...letters('sanctions'));
    else await page.keyboard.type('/sanctions');
    await expect(search(page), `after ${keys.join(' ') || 'nothing'}`).toHaveValue('sanctions');
    await expect(search(page)).toBeFocused();
    await expect(column(page).getByText('No claim passes the filter.')).toBeVisible();
    await expect(page).not.toHaveURL(/claim=/);
    await expect(dialog(page)).toHaveCount(0);
  }
  expect(await writtenOn(stet, article)).toEqual(before);

  // Where a page has no search, it leads to the list of articles.
  await visit(page, '/settings');
  await page.keyboard.type('/grain');
  await page.waitForURL(/\/articles\?q=grain/);
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('grain');
});

test('Ctrl and Enter send the form that one is in: the comment, and never the verdict beside it', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${article}?claim=2`);
  await type(page, 'v', 'Space');
  await tabTo(page, column(page).getByPlaceholder(/What the evidence shows/));
  await type(page, ...letters('Half wri'));
  await tabTo(page, comment(page));
  await type(page, ...letters('Who has the minutes?'), 'Control+Enter');
  await expect(column(page).getByRole('paragraph').filter({ hasText: 'Who has the minutes?' })).toBeVisible();
  await expect(comment(page)).toHaveValue('');
  expect(await writtenOn(stet, article)).toEqual(['comment.written']);

  // Held down it sends once; and beside every form it sends nothing.
  await type(page, ...letters('Twice?'));
  await hold(page, 'Control+Enter');
  await expect(column(page).getByRole('paragraph').filter({ hasText: 'Twice?' })).toHaveCount(1);
  await expect(comment(page)).toHaveValue('');
  await column(page).getByRole('heading', { name: 'Comments' }).click();
  await type(page, 'o', 'Control+Enter');
  await hold(page, 'Control+Enter');
  await expect(heading(page)).toBeFocused();
  expect(await writtenOn(stet, article)).toEqual(['comment.written', 'comment.written']);

  // In the verdict's own form it gives the verdict; what was sent stands there until the page has it.
  const read = await heldBack(page, '**/api/claims/*');
  await type(page, 'v', 'Control+Enter');
  await expect.poll(() => writtenOn(stet, article)).toContain('verdict.given');
  const rationale = column(page).getByPlaceholder(/What the evidence shows/);
  await page.getByText('Verdict given.').first().waitFor();
  await expect(rationale).toHaveValue('Half wri');
  await expect(column(page).getByRole('button', { name: /^Propose/ })).toHaveAttribute('aria-disabled', 'true');
  read('sent');
  await expect(rationale).toHaveCount(0);
  await expect(verdicts(page).getByText('Waits for a second reader.')).toBeVisible();
  expect(await writtenOn(stet, article)).toEqual(['comment.written', 'comment.written', 'verdict.given']);
});

test('signing off asks, names what it signs, and hears Enter alone', async ({ page, stet }) => {
  const article = await freshArticle(stet);
  await judged(stet, article, 3, person(stet, 'reviewer', 1), 'false');
  const before = await writtenOn(stet, article);
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${article}?claim=3`);
  const asked = question(page, 'Sign off the first reader’s “False”?');
  const button = column(page).getByRole('button', { name: 'Sign off the first reader’s “False”' });

  // A key that is held, by itself or still down when Enter comes, is a slip.
  await hold(page, 's');
  await expect(asked).toHaveCount(0);
  await page.keyboard.down('s');
  await expect(asked).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(asked).toHaveCount(0);
  await page.keyboard.up('s');
  await tabTo(page, button);
  await hold(page, 'Enter');
  await expect(asked).toHaveCount(0);
  await expect(button).toBeFocused();

  // Any other key leaves it, and what opens or moves still does.
  for (const key of [
    'Escape',
    'Space',
    's',
    'y',
    'q',
    'z',
    'ArrowDown',
    'Backspace',
    '5',
    'Control+Enter',
    'Shift+Enter',
  ]) {
    await type(page, 's');
    await expect(asked, key).toBeVisible();
    await type(page, key);
    await expect(asked, key).toHaveCount(0);
    await expect(button, key).toBeVisible();
  }
  await type(page, 's', 'c', ...letters('asking nothing'));
  await expect(comment(page)).toHaveValue('asking nothing');
  await expect(asked).toHaveCount(0);
  await visit(page, `${article}?claim=3`);
  await type(page, 's', 'j');
  await expect(heading(page)).not.toContainText('Tolls for lorries');
  await type(page, 'k');
  await expect(heading(page)).toContainText('Tolls for lorries');
  await expect(asked).toHaveCount(0);

  // Modifiers and Tab leave it as it is; its other button is not Enter's yes.
  await type(page, 's');
  for (const key of ['Shift', 'Control', 'Alt', 'CapsLock']) await page.keyboard.press(key);
  await expect(asked).toBeVisible();
  await type(page, 'Tab');
  await expect(asked.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await type(page, 'Enter');
  await expect(asked).toHaveCount(0);
  await type(page, 's', 'Tab', 'Tab');
  await expect(asked).toHaveCount(0);
  await type(page, 's');
  await page.getByRole('region', { name: 'The article' }).click({ position: { x: 5, y: 5 } });
  await expect(asked).toHaveCount(0);
  expect(await writtenOn(stet, article)).toEqual(before);

  await type(page, 's');
  await expect(asked).toBeVisible();
  await expectAccessible(page);
  await type(page, 'Enter');
  await expect(verdicts(page).getByText('Settled by two readers')).toBeVisible();
  expect(await writtenOn(stet, article)).toEqual([...before, 'verdict.signedOff']);
});

test('of two verdicts the key signs the one that its button names, and the other has a button of its own', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await judged(stet, article, 3, person(stet, 'reviewer', 0), 'true');
  await judged(stet, article, 3, person(stet, 'reviewer', 1), 'false');
  await signIn(page, person(stet, 'editor'));
  await visit(page, `${article}?claim=3`);
  const first = column(page).getByRole('button', { name: 'Sign off the first reader’s “True”' });
  const second = column(page).getByRole('button', { name: 'Sign off the second reader’s “False”' });
  await expect(first).toHaveAttribute('aria-keyshortcuts', 'S');
  await expect(second).toBeVisible();
  await expect(second).not.toHaveAttribute('aria-keyshortcuts');
  await type(page, 's');
  await expect(question(page, 'Sign off the first reader’s “True”?')).toBeVisible();
  await tabTo(page, second);
  await type(page, 'Enter');
  await expect(question(page, 'Sign off the first reader’s “True”?')).toHaveCount(0);
  await expect(question(page, 'Sign off the second reader’s “False”?')).toBeVisible();
  await type(page, 'Enter');
  await expect(verdicts(page).getByText(/Signed off by you/)).toBeVisible();
  await expect(verdicts(page).getByText('Settled by two readers')).toHaveCount(0);
});

test('a key acts on what is in view: what has been scrolled away is brought back first', async ({ page, stet }) => {
  const article = await freshArticle(stet);
  await judged(stet, article, 3, person(stet, 'reviewer', 1), 'false');
  await signIn(page, person(stet, 'reviewer'));
  await page.setViewportSize({ width: 1100, height: 420 });
  await visit(page, `${article}?claim=3`);
  // What asks comes into view with its question.
  await expect(column(page).getByRole('button', { name: 'Sign off the first reader’s “False”' })).not.toBeInViewport();
  await type(page, 's');
  await expect(question(page, 'Sign off the first reader’s “False”?')).toBeInViewport({ ratio: 1 });
  await type(page, 'Escape');

  // What writes at once does so at the next press.
  await type(page, 'x', ...letters('Not today'), 'Control+Enter');
  const back = column(page).getByRole('button', { name: 'Bring back' });
  await expect(back).toBeVisible();
  const before = await writtenOn(stet, article);
  await column(page).getByText('Comments').scrollIntoViewIfNeeded();
  await expect(back).not.toBeInViewport();
  await type(page, 'Shift+X');
  await expect(back).toBeInViewport({ ratio: 1 });
  await expect(back).toBeFocused();
  expect(await writtenOn(stet, article)).toEqual(before);
  await type(page, 'Shift+X');
  await expect(back).toHaveCount(0);
  expect(await writtenOn(stet, article)).toEqual([...before, 'claim.restored']);
});

test('letting a verdict stand and settling without a second reader ask as well', async ({ page, stet }) => {
  const article = await freshArticle(stet);
  await judged(stet, article, 3, person(stet, 'admin'), 'false');
  await signIn(page, person(stet, 'admin'));
  await visit(page, `${article}?claim=3`);
  await expect(verdicts(page).getByText('Waits for a second reader.')).toBeVisible();
  await type(page, 'w');
  await column(page).getByRole('textbox', { name: 'Wording' }).fill('Lorry tolls rose by 4.5 percent in June 2026');
  await type(page, 'Control+Enter');
  const stands = column(page).getByRole('button', { name: 'It stands as given' });
  await expect(stands).toBeVisible();
  const before = await writtenOn(stet, article);
  const asked = question(page, 'Let your “False” stand as given?');
  await hold(page, 'y');
  await expect(asked).toHaveCount(0);
  await type(page, 'y', 'y');
  await expect(asked).toHaveCount(0);
  expect(await writtenOn(stet, article)).toEqual(before);
  await type(page, 'y', 'Enter');
  await expect(page.getByText(/You have confirmed the verdict/).first()).toBeVisible();

  await visit(page, `${article}?claim=2`);
  await type(page, 'v', 'Space');
  await column(page)
    .getByPlaceholder(/What the evidence shows/)
    .fill('The minutes have it.');
  await tabTo(page, column(page).getByRole('checkbox', { name: 'Settle without a second reader' }));
  await type(page, 'Space');
  await column(page)
    .getByRole('textbox', { name: /Why without a second reader/ })
    .fill('Nobody is on the desk');
  const settles = question(page, 'Settle it as “True” without a second reader?');
  await hold(page, 'Control+Enter');
  await expect(settles).toHaveCount(0);
  await type(page, 'Control+Enter');
  await expect(settles).toBeVisible();
  // The next letter goes on where the hand was.
  await type(page, '.');
  await expect(settles).toHaveCount(0);
  await expect(column(page).getByRole('textbox', { name: /Why without a second reader/ })).toHaveValue(
    'Nobody is on the desk.',
  );
  await type(page, 'Control+Enter', 'Enter');
  await expect(verdicts(page).getByText('Settled by one reader')).toBeVisible();
});

test('a window that closes or opens loses no key, and makes no command of what is typed meanwhile', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${article}?claim=3`);
  const box = page
    .getByRole('searchbox', { name: 'Search claims, commands, pages and articles' })
    .or(page.getByRole('textbox', { name: 'Search claims, commands, pages and articles' }));
  for (const opener of ['?', 'e', 'x', 'd', 'Control+k']) {
    await type(page, opener);
    await expect(dialog(page)).toBeVisible();
    await type(page, 'Escape', 'Control+k', ...letters('sanctions'));
    await expect(box, `after ${opener}`).toHaveValue('sanctions');
    await page.keyboard.press('Escape');
    // With no time between the keys.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('help');
    await expect(box, `after ${opener}, at once`).toHaveValue('help');
    await type(page, 'Escape');
    await expect(dialog(page)).toHaveCount(0);
  }
  expect(await writtenOn(stet, article)).toEqual([]);

  // The browser's own use of the key does not take the focus out of a window.
  await type(page, 'e', 'Control+k');
  await expect(dialog(page)).toHaveCount(1);
  await expect(dialog(page)).toHaveAccessibleName('Add evidence');
  await type(page, 'Escape');

  // A field whose claim is still being read takes what was typed when it comes; Escape calls it off.
  await visit(page, `${article}?claim=3`);
  const read = await heldBack(page, '**/api/claims/*');
  await type(page, 'j', 'c', ...letters('sand q'), 'Backspace', ...letters('or salt'));
  await expect(column(page).locator('.skeleton').first()).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  read('sent');
  await expect(comment(page)).toHaveValue('sand or salt');
  await expect(comment(page)).toBeFocused();
  await page.unroute('**/api/claims/*');

  await visit(page, `${article}?claim=3`);
  const late = await heldBack(page, '**/api/claims/*');
  await type(page, 'j', 'e', ...letters('sx'), 'Escape', 'k');
  await expect(heading(page)).toContainText('Tolls for lorries');
  late('sent');
  await expect(dialog(page)).toHaveCount(0);
  expect(await writtenOn(stet, article)).toEqual([]);
});

test.describe('a claim that cannot be read', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });
  test('calls off what was to open in it, and keys are commands again', async ({ page, stet }) => {
    const article = await freshArticle(stet);
    await signIn(page, person(stet, 'reviewer'));
    await visit(page, `${article}?claim=3`);
    const read = await heldBack(page, '**/api/claims/*');
    await type(page, 'j', 'c', ...letters('xd'));
    read('lost');
    await expect(column(page).getByText('This claim cannot be loaded.')).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
    await type(page, 'k');
    await expect(heading(page)).toContainText('Tolls for lorries');
  });
});

test('a key that is held down does its deed once, and walks where it walks', async ({ page, stet }) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${article}?claim=3`);
  await hold(page, 'c');
  await expect(comment(page)).toBeFocused();
  await expect(comment(page)).toHaveValue('');
  await visit(page, `${article}?claim=3`);
  await hold(page, '/');
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');
  await visit(page, `${article}?claim=3`);
  for (const key of ['w', 'x', 'd', 'm', 'e']) {
    await hold(page, key);
    const field = column(page).getByRole('textbox', { name: 'Wording' });
    await expect(key === 'w' ? field : dialog(page)).toBeVisible();
    for (const box of await page.getByRole('dialog').getByRole('textbox').all())
      expect(await box.inputValue()).not.toContain(key.repeat(2));
    if (key === 'w') expect(await field.inputValue()).not.toContain('ww');
    await hold(page, 'Escape');
    await expect(dialog(page)).toHaveCount(0);
    // The first press has closed the window; the others do not lay the claim down.
    await expect(heading(page)).toContainText('Tolls for lorries');
  }
  // Taking a claim on and handing it back would end where it began.
  await hold(page, 'a', 6);
  await expect(page.getByText('Claim 3 is yours.').first()).toBeVisible();
  await expect(assigned(page)).toBeVisible();
  expect(await writtenOn(stet, article)).toEqual(['claim.assigned']);
  await type(page, 'z');
  await expect(page.getByText('Undone: Claim 3 is given as before.')).toBeVisible();

  await hold(page, 'k', 2);
  await expect(heading(page)).not.toContainText('Tolls for lorries');
  await hold(page, 'j', 12);
  await expect(heading(page)).toContainText('opened in 1934');
});

test('letters on a list to choose from choose in it', async ({ page, stet }) => {
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${article}?claim=5`);
  const list = column(page).getByRole('button', { name: /Did they say it/ });
  await tabTo(page, list);
  await type(page, 'd', 'm', 'x');
  await expect(dialog(page)).toHaveCount(0);
  await type(page, 'Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await type(page, 'd', 'Enter');
  await expect(list).toContainText('Distorted');
  await expect(dialog(page)).toHaveCount(0);
});

test('undo takes an added claim back, steps one after another, and opens the withdrawal of a sign-off', async ({
  page,
  stet,
}) => {
  const article = await freshArticle(stet);
  await judged(stet, article, 3, person(stet, 'reviewer', 1), 'false');
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, article);
  await expect(column(page).getByText('8 claims')).toBeVisible();
  await select(page, 'Good morning to all');
  await type(page, 'q');
  await expect(heading(page)).toContainText('Good morning to all');
  await type(page, 'w');
  await column(page).getByRole('textbox', { name: 'Wording' }).fill('Good morning to [them] all');
  await type(page, 'Control+Enter');
  await expect(heading(page)).toContainText('[them]');
  await type(page, 'a');
  await expect(assigned(page)).toBeVisible();
  // Two quick presses take back two steps, the second on what the first has left.
  await type(page, 'z', 'z');
  await expect(assigned(page)).toHaveCount(0);
  await expect(heading(page)).not.toContainText('[them]');
  await expect(page.getByRole('button', { name: 'Undo: Claim 9 is withdrawn again' })).toBeVisible();
  await type(page, 'z');
  await expect(page.getByText('Undone: Claim 9 is withdrawn again.')).toBeVisible();
  await expect(column(page).getByText('8 claims')).toBeVisible();

  await visit(page, `${article}?claim=3`);
  await type(page, 's', 'Enter');
  await expect(verdicts(page).getByText('Settled by two readers')).toBeVisible();
  // Who has just signed off is asked for no verdict; the key still asks for one.
  await expect(column(page).getByRole('radio')).toHaveCount(0);
  await type(page, 'v');
  await expect(column(page).getByRole('radio').first()).toBeFocused();
  await type(page, 'Escape');
  // From another claim, too: it leads back to the one it is about.
  await type(page, 'j', 'z');
  await expect(dialog(page)).toHaveAccessibleName('Take back your sign-off');
  await expect(heading(page)).toContainText('Tolls for lorries');
  await type(page, 'Escape');
  await expect(dialog(page)).toHaveCount(0);
  await type(page, 'z', ...letters('Too early'), 'Control+Enter');
  await expect(verdicts(page).getByText('Waits for a second reader.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo:/ })).toHaveCount(0);
  expect((await writtenOn(stet, article)).slice(-2)).toEqual(['verdict.signedOff', 'verdict.signOffWithdrawn']);
});
