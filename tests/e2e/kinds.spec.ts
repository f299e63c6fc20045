import { type ChildProcess, spawn } from 'node:child_process';
import type { Locator, Page } from '@playwright/test';
import { bytesOf, docx, line, odt, p, pdf, r, page as webPage, xlsx } from '#tests/unit/ingest/read/made.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';
import { cleanEnvironment } from './stet.ts';

/** What reads the files of the test. */
let worker: ChildProcess;
test.beforeAll(async ({ stet }) => {
  worker = spawn(process.execPath, ['lib/cli/stet.js', 'worker'], {
    env: cleanEnvironment({ DATABASE_URL: stet.databaseUrl }),
    stdio: 'inherit',
  });
});
test.afterAll(async () => {
  worker.kill('SIGINT');
  if (worker.exitCode === null) await new Promise((ended) => worker.once('exit', ended));
});

const PROSE = 'The authority published its accounts on Monday and answered no question about them. '.repeat(3);
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const TOLLS = 'Tolls,2023,2025\nLorry,41.20,47.00\nCoach,22.00,25.10\n';

/** A file of each kind, and what is to come out of it: words, and where one who quotes them would be told that they stand. */
const FILES: readonly (readonly [name: string, bytes: Uint8Array, says: RegExp])[] = [
  ['minutes.md', bytesOf('# Minutes\n\nThe toll **rose** in June.\n'), /The toll rose in June\./],
  [
    'accounts.html',
    webPage(`<article><h1>Accounts</h1><p>${PROSE}</p><p>Fares rose in May.</p></article>`),
    /Fares rose in May\./,
  ],
  ['dues.docx', docx(p(r('The port raised its dues.'))), /The port raised its dues\./],
  ['quay.odt', odt('<text:p>The quay was closed in spring.</text:p>'), /The quay was closed in spring\./],
  ['report.pdf', pdf([line('Six berths are closed.', 50, 500)]), /Six berths are closed\./],
  ['letter.txt', bytesOf('A letter\n\nThe board regrets it.'), /The board regrets it\./],
  [
    'meeting.vtt',
    bytesOf('WEBVTT\n\n00:12:05.000 --> 00:12:09.000\n<v Maren Holt>Nobody asked us.\n'),
    /12:05\s*Maren Holt: Nobody asked us\./,
  ],
  [
    'people.xlsx',
    xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>People</t></is></c><c r="B1"><v>310</v></c></row>'),
    /People\s*310/,
  ],
  ['quay.png', PIXEL, /picture/i],
  ['tolls.csv', bytesOf(TOLLS), /Lorry\s*41\.20\s*47\.00/],
];

/** Drops files on what takes them, as a hand does. */
async function dropOn(target: Locator, files: readonly (readonly [string, Uint8Array, ...unknown[]])[]): Promise<void> {
  const given = files.map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await target.page().evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, base64 } of all)
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    return data;
  }, given);
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer: transfer });
}

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const evidence = (page: Page): Locator => column(page).getByRole('region', { name: 'Evidence' });

test('what a writer names becomes a source by one key; a file of every kind is kept and read; a working is made of cells by keys', async ({
  page,
  stet,
}) => {
  test.setTimeout(240_000);
  await signIn(page, person(stet, 'editor'));

  // The article comes in a Word file whose footnote names where the figure is from.
  await visit(page, '/articles/new');
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const article = docx(
    `${p(r('Lorry tolls rise'))}${p(`${r('Lorry tolls rose by almost 15 percent between 2023 and 2025')}${reference}${r('.')}`)}`,
    { 'word/footnotes.xml': `<w:footnote w:id="2">${p(r('Toll register of the harbour'))}</w:footnote>` },
  );
  await dropOn(page.locator('body'), [['tolls.docx', article]]);
  await expect(page.getByRole('textbox', { name: 'The text' })).toHaveValue(/rose by almost 15 percent/);
  await page.getByRole('button', { name: 'Add and start checking' }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
  await page.locator('html[data-live]').waitFor({ state: 'attached' });
  await column(page).getByText('Sources that the writer names: 1').click();
  await expect(column(page).getByText('Toll register of the harbour')).toBeVisible();
  await column(page)
    .getByRole('button', { name: /^claim \d+$/ })
    .click();
  await expect(column(page).getByRole('region', { name: 'The writer names' })).toContainText(
    'Toll register of the harbour',
  );
  await expectAccessible(page);
  await page.keyboard.press('Shift+I');
  await expect(evidence(page)).toContainText('Toll register of the harbour');
  await expect(column(page).getByRole('region', { name: 'The writer names' })).toHaveCount(0);
  // Nothing is kept of it: who has seen it says so.
  await evidence(page).getByRole('button', { name: 'I have seen it' }).click();
  await expect(evidence(page).getByText('Nothing is kept of it.')).toHaveCount(0);
  const workbench = page.url();

  // A file of each kind, dropped on its page.
  await visit(
    page,
    (await evidence(page).getByRole('link', { name: 'Toll register of the harbour' }).getAttribute('href')) ?? '',
  );
  const captures = page.locator('#captures');
  for (const [at, file] of FILES.entries()) {
    await dropOn(captures.getByText('Or drop files here'), [file]);
    await expect(captures.getByRole('listitem').filter({ hasText: `Capture ${at + 1}` })).toContainText(file[0], {
      timeout: 60_000,
    });
  }
  const source = page.url();
  for (const [at, [name, , says]] of FILES.entries()) {
    await captures
      .getByRole('listitem')
      .filter({ hasText: `Capture ${at + 1}` })
      .filter({ hasText: name })
      .getByRole('link', { name: /^Open/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: `Capture ${at + 1}` })).toBeVisible();
    if (name.endsWith('.png')) await expect(page.getByRole('main').locator('img')).toBeVisible();
    else await expect(page.getByRole('region', { name: `Words of capture ${at + 1}` })).toHaveText(says);
    await visit(page, source);
  }

  // From its table, by keys alone: from figure to figure, a change in per cent, and attached.
  await visit(page, workbench);
  await evidence(page).getByRole('button', { name: 'More for evidence [1]' }).waitFor();
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(page.getByRole('option').first()).toContainText('Toll register of the harbour');
  await page.keyboard.press('Enter');
  const reader = page.getByRole('region', { name: 'Source', exact: true });
  await expect(reader.getByRole('cell', { name: '47.00' })).toBeVisible({ timeout: 60_000 });
  await expect(reader.getByRole('region', { name: /^Words of/ })).toBeFocused();
  await page.keyboard.press('f');
  const working = reader.getByRole('group', { name: 'Working' });
  await expect(working).toContainText('Choose figures');
  // It begins at the passage that is offered, where that has come: to the first of the six figures it is no further than this.
  for (let left = 0; left < 5; left++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(working).toContainText('41.20 · 47.00');
  await page.keyboard.press('c');
  await expect(working).toContainText('(47.00 − 41.20) ÷ 41.20 = 14.1 %');
  await expect(working).toContainText('the claim says “almost 15 percent”');
  await expectAccessible(page);
  // Pressed again it is the other way round; a click lays a figure down, and takes another.
  await page.keyboard.press('c');
  await expect(working).toContainText('(41.20 − 47.00) ÷ 47.00 = −12.3 %');
  await page.keyboard.press('c');
  await reader.getByRole('cell', { name: '47.00' }).click();
  await expect(working).toContainText('Two figures, in the order in which they count.');
  await reader.getByRole('cell', { name: '47.00' }).click();
  await page.keyboard.press('1');
  await expect(evidence(page)).toContainText('(47.00 − 41.20) ÷ 41.20 = 14.1 %');
  await expect(working).toHaveCount(0);
  await expect(column(page).getByRole('region', { name: 'Side by side' })).toContainText(
    /almost 15 percent.*14\.1 per cent/,
  );
  await expectAccessible(page);
});
