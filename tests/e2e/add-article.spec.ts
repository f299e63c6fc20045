import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { del, docx, ins, p, r } from '#tests/unit/ingest/read/made.ts';
import { expect, expectAccessible, heldBack, person, signIn, test, visit } from './harness.ts';

const TEXT = `Ferry fares fall for the first time in a decade

By Lena Marsh
The Sound Gazette
14 October 2026

The island council cut ferry fares by 8 percent on Tuesday. A return ticket now costs £11.40.

“Nobody expected it this year,” said Piet Aarsen, who runs the harbour kiosk.
`;

const text = (page: Page) => page.getByRole('textbox', { name: 'The text' });
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const save = (page: Page) => page.getByRole('button', { name: 'Add and start checking' });
const choose = (page: Page, name: string, bytes: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });

test.beforeEach(async ({ page, stet }) => {
  await signIn(page, person(stet, 'editor'));
  await visit(page, '/articles/new');
});

test('a file is read, its head is guessed, what is wrong is set right, and the checking begins', async ({ page }) => {
  await choose(page, 'fares.txt', Buffer.from(TEXT));
  await expect(field(page, 'Headline')).toHaveValue('Ferry fares fall for the first time in a decade');
  await expect(field(page, 'Byline')).toHaveValue(/Lena Marsh/);
  await expect(page.getByLabel('Published on')).toHaveValue('2026-10-14');
  await field(page, 'Headline').fill('Ferry fares fall');
  await expectAccessible(page);
  await save(page).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
  await expect(page.getByRole('article').getByText('cut ferry fares by 8 percent')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Ferry fares fall');

  // The same text again is pointed out, and comes in only when asked for.
  await visit(page, '/articles/new');
  await choose(page, 'again.txt', Buffer.from(TEXT.replaceAll('\n', '\r\n')));
  await expect(page.getByText('The same text is already here:')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ferry fares fall', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add it anyway' }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
});

test('a dropped markdown file is read as its reader sees it', async ({ page }) => {
  const markdown = '# Ferry fares\n\nThe council cut fares by **8 percent** on [Tuesday](https://example.org).\n';
  const files = await page.evaluateHandle((words) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([words], 'fares.md', { type: 'text/markdown' }));
    return transfer;
  }, markdown);
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  await expect(text(page)).toHaveValue(/The council cut fares by 8 percent on Tuesday\./);
});

test('a Word document with tracked changes and a PDF come in, and are told of', async ({ page }) => {
  const draft = (words: string) =>
    docx(
      `${p(r('Harbour dues rise again'))}${p(r('By Lena Marsh'))}${p(
        `${r('The port raised its dues by ')}${del('12')}${ins('21')}${r(' percent in May')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(words)}`,
      )}`,
      { 'word/footnotes.xml': `<w:footnote w:id="2">${p(r('Port register, p. 12'))}</w:footnote>` },
    );
  await choose(page, 'dues.docx', Buffer.from(draft('.')));
  await expect(field(page, 'Headline')).toHaveValue('Harbour dues rise again');
  const found = page.getByRole('list', { name: 'What else was in the file' });
  await expect(found).toContainText('2 tracked changes were taken as accepted.');
  await expect(found).toContainText('1 comment or footnote came along');
  await found.getByText('Show them').first().click();
  await expect(found.getByRole('listitem').filter({ hasText: 'Taken out by Ana Sub' }).first()).toBeVisible();
  await expectAccessible(page);
  await expect(text(page)).toHaveValue(/dues by 21 percent/);
  await found.getByRole('button', { name: 'Take them as refused' }).click();
  await expect(text(page)).toHaveValue(/dues by 12 percent/);
  await expect(found).toContainText('taken as refused');
  await save(page).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article').getByText('dues by 12 percent')).toBeVisible();

  // Its next draft, as another file.
  await visit(page, `${page.url()}/revise`);
  await choose(page, 'dues-2.docx', Buffer.from(draft(', after a vote of the council.')));
  await expect(page.getByLabel('The new text')).toHaveValue(/dues by 21 percent in May, after a vote/);
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Take this revision' }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article').getByText('dues by 21 percent in May, after a vote')).toBeVisible();

  await visit(page, '/articles/new');
  await choose(page, 'fares.pdf', readFileSync('tests/fixtures/pdf/libreoffice-2.pdf'));
  await expect(text(page)).toHaveValue(/it had carried 1,284,500 passengers in the first nine months/);
  await expect(field(page, 'Headline')).toHaveValue('Official figures on ferry fares do not add up');
  await expect(found).toBeHidden();
});

test.describe('what cannot be an article', () => {
  // The refusals themselves are what the browser notes.
  test.use({ expectedErrors: [/status of 4\d\d/] });

  test('is refused with words on the field, and nothing typed is lost', async ({ page }) => {
    await field(page, 'Outlet').fill('The Sound Gazette');
    await save(page).click();
    await expect(page.getByText('There is no text here yet.').first()).toBeVisible();

    await choose(page, 'empty.txt', Buffer.alloc(0));
    await expect(page.getByText('empty.txt is empty.').first()).toBeVisible();

    await choose(page, 'photo.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    await expect(page.getByText('This is a picture', { exact: false }).first()).toBeVisible();

    await choose(page, 'long.txt', Buffer.alloc(10 * 1024 * 1024, 'All the news. '));
    await expect(page.getByText(/an article has at most|text is larger|too long/i).first()).toBeVisible();

    await choose(page, 'longer.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'All the news. '));
    await expect(page.getByText('longer.txt is larger than 10 MB.', { exact: false }).first()).toBeVisible();
    await expectAccessible(page);
    await expect(field(page, 'Outlet')).toHaveValue('The Sound Gazette');
  });
});

test('a text in another language is said to be so, and is split without claims', async ({ page }) => {
  const german = `Der Stadtrat hat am Dienstag beschlossen, die Preise für die Fähre um acht Prozent zu senken.

Die Entscheidung fiel mit 14 zu 9 Stimmen. Im nächsten Jahr soll die Karte 11 Euro kosten, sagte der Bürgermeister.`;
  await choose(page, 'faehre.txt', Buffer.from(german));
  await expect(page.getByText('This text does not seem to be English.', { exact: false })).toBeVisible();
  // No line of it is a headline, so that none is guessed.
  await field(page, 'Headline').fill('Die Fähre wird billiger');
  await save(page).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
  await expect(page.getByRole('banner')).toContainText('of 3 read');
  await expect(page.getByRole('article').getByRole('button', { name: /^Claim/ })).toHaveCount(0);
});

test('a press that comes before the text was read sends what is read off it too', async ({ page, stet }) => {
  await signIn(page, person(stet, 'editor'));
  await visit(page, '/articles/new');
  const letGo = await heldBack(page, '**/api/articles/guess*');
  const text = page.getByLabel('The text');
  await text.fill(`Ferry fares rise again\n\nThe fare rose by 4 percent in May ${Date.now()}.`);
  await text.press('Control+Enter');
  await expect(page.getByText('Reading', { exact: false }).first()).toBeVisible();
  letGo('sent');
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Ferry fares rise again').first()).toBeVisible();
});
