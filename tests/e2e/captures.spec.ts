import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';
import { cleanEnvironment } from './stet.ts';

/** A page that says what it is told to, and answers when it is let. */
const site = {
  head: '',
  budget: '£48.6 million',
  status: 200,
  isHeld: false,
  waiting: [] as (() => void)[],
  letGo: () => {
    site.isHeld = false;
    for (const answer of site.waiting.splice(0)) answer();
  },
};
const page = () => `<!doctype html><html lang="en"><head><title>Minutes | Harbour</title>
<meta property="og:title" content="Minutes of the board">${site.head}</head>
<body><nav><a href="/home">Home</a></nav><article><h1>Minutes of the board</h1>
<p>On Wednesday the authority approved a budget of ${site.budget}, seven votes to two.</p>
<p>Nobody spoke of the quays, which the engineers are to look at in spring before any money is spent on them.</p></article>
<footer>All rights reserved by the harbour.</footer></body></html>`;

let server: Server;
let worker: ChildProcess;
let link = '';

test.beforeAll(async ({ stet }) => {
  server = createServer((_, response) => {
    const answer = () => {
      response.writeHead(site.status, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page());
    };
    if (site.isHeld) site.waiting.push(answer);
    else answer();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  link = `http://127.0.0.1:${port}/board`;
  worker = spawn(process.execPath, ['lib/cli/stet.js', 'worker'], {
    env: cleanEnvironment({ DATABASE_URL: stet.databaseUrl, STET_FETCH_ALLOW: `127.0.0.1:${port}` }),
    stdio: 'inherit',
  });
});
test.afterAll(async () => {
  site.letGo();
  worker.kill('SIGINT');
  if (worker.exitCode === null) await new Promise((ended) => worker.once('exit', ended));
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** In the list of captures: a note says “Capture 2 is kept”, too. */
const rowOf = (at: Page, number: number): Locator =>
  at
    .locator('#captures')
    .getByRole('listitem')
    .filter({ hasText: `Capture ${number}` });

test('a source is captured, read, held against what it says later, and erased, where everybody sees it', async ({
  page: own,
  browser,
  baseURL,
  stet,
}) => {
  test.setTimeout(240_000);
  await signIn(own, person(stet, 'admin'));
  await visit(own, `${await freshArticle(stet)}?claim=2`);
  await own.keyboard.press('e');
  await own.getByRole('combobox').waitFor();
  await own.keyboard.insertText(link);
  await own.keyboard.press('Enter');
  const reader = own.getByRole('region', { name: 'Source', exact: true });
  await expect(reader.locator('[data-hand]').first()).toContainText('£48.6 million', { timeout: 60_000 });
  await own.keyboard.press('1');
  await expect(own.getByText('word for word')).toBeVisible();
  await visit(own, (await reader.getByRole('link', { name: 'About this source' }).getAttribute('href')) ?? '');
  const source = own.url();
  const row = (number: number) => rowOf(own, number);
  await expect(row(1)).toContainText('Evidence stands in it: claim 2 of');

  // Somebody else sees what goes on; whoever asked calls it off.
  const other = await (await browser.newContext({ baseURL })).newPage();
  await signIn(other, person(stet, 'reviewer'));
  site.isHeld = true;
  site.head = '<meta name="author" content="Maren Holt"><meta property="og:site_name" content="Harbour Authority">';
  const capture = own.getByRole('button', { name: 'Capture the page again' });
  await capture.click();
  await expect(own.getByText('Fetching the page')).toBeVisible({ timeout: 60_000 });
  await visit(other, source);
  await expect(other.getByText(`asked for by ${person(stet, 'admin').name}`)).toBeVisible();
  await expect(other.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await own.getByRole('button', { name: 'Cancel' }).click();
  await expect(own.getByText('Cancelled: nothing was kept.')).toBeVisible({ timeout: 60_000 });
  await expect(own.getByRole('progressbar')).toHaveCount(0);
  site.letGo();

  // What failed says why, and goes when it is done after all; the page that stays open elsewhere shows it by itself.
  site.status = 404;
  await capture.click();
  await expect(own.getByRole('alert').filter({ hasText: 'The page was not captured.' })).toContainText(
    'has no such page',
    { timeout: 60_000 },
  );
  site.status = 200;
  await own.getByRole('button', { name: 'Try again' }).click();
  await expect(row(2)).toBeVisible({ timeout: 60_000 });
  await expect(own.getByText('The page was not captured.')).toHaveCount(0);
  await other.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(rowOf(other, 2)).toBeVisible();
  await other.context().close();

  // What was read off it is taken with a press.
  await expectAccessible(own);
  await own.getByRole('button', { name: 'Use it: Author, “Maren Holt”' }).click();
  await expect(own.getByRole('heading', { level: 1 }).locator('..')).toContainText('Maren Holt');
  await own.getByRole('button', { name: /^Use it: Publisher/ }).click();
  await expect(own.getByText('Read off what was captured')).toHaveCount(0);

  // Files, good and bad.
  await own.locator('input[type=file]').setInputFiles([
    { name: 'Nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'Letter.txt', mimeType: 'text/plain', buffer: Buffer.from('A letter\n\nThe board regrets it.') },
  ]);
  await expect(own.getByText('Nothing.txt was not kept.')).toBeVisible();
  await expect(row(3)).toContainText('Letter.txt', { timeout: 60_000 });
  await expect(row(3).getByRole('button', { name: /^Check again/ })).toHaveCount(0);
  await expectAccessible(own);

  // Held against what the page says now: the word that evidence quotes and that has changed.
  site.budget = '£52.6 million';
  await row(1)
    .getByRole('button', { name: /^Check again/ })
    .click();
  await expect(row(1)).toContainText('changed since', { timeout: 60_000 });
  await row(1)
    .getByRole('link', { name: /^changed since/ })
    .click();
  await expect(own.getByRole('heading', { level: 1, name: 'Capture 1' })).toBeVisible();
  const checks = own.getByRole('region', { name: 'Looks at the page since' });
  await expect(checks.locator('del')).toContainText('48.6');
  await expect(checks.locator('ins')).toContainText('52.6');
  const text = own.getByRole('region', { name: 'Words of capture 1' });
  await expect(text).not.toContainText('All rights reserved');
  await own.getByRole('button', { name: 'Show all of it' }).click();
  await expect(text).toContainText('All rights reserved');
  await own.getByRole('button', { name: 'Show in the text: evidence 1 of claim 2' }).click();
  await expect(text).toBeFocused();
  await expect(text.locator('.reader-here')).toContainText('£48.6 million');
  await expectAccessible(own);

  // Gone for good, once its name has been typed.
  await own.getByRole('button', { name: 'More for capture 1' }).click();
  await own.getByRole('menuitem', { name: 'Erase…' }).click();
  const erasing = own.getByRole('alertdialog');
  await erasing.getByLabel('Why it must be erased').fill('A court has ordered it');
  await erasing.getByRole('button', { name: 'Erase for good' }).click();
  await expect(erasing).toContainText('so that it is the one you mean');
  await erasing.getByLabel('Type “Capture 1” to erase it').fill('capture 1');
  await erasing.getByRole('button', { name: 'Erase for good' }).click();
  await expect(own.getByText('Reason: A court has ordered it')).toBeVisible();
  await expect(own.getByRole('heading', { level: 2, name: 'What it says' })).toBeFocused();
  await expect(own.getByRole('link', { name: /^Download/ })).toHaveCount(0);
});
