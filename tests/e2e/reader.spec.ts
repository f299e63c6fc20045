import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, person, reload, signIn, test, visit } from './harness.ts';
import { cleanEnvironment } from './stet.ts';

/** A page that speaks of what the short article says, now and then with another figure. */
const PAGE = `<!doctype html><html lang="en"><head><title>Minutes | Harbour</title>
<meta property="og:title" content="Minutes of the authority"><meta property="og:site_name" content="Harbour Authority"></head>
<body><nav><a href="/home">Home</a></nav><article><h1>Minutes of the authority</h1>
<p>On Wednesday the authority approved a budget of £48.6 million, seven votes to two.</p>
<p>Tolls for lorries rose by 4.6 percent in June. The board had asked for more.</p>
<p>Freight through the port fell by 12 percent. Nobody was surprised.</p>
<table><caption>Table 1: People</caption><tr><th>Year</th><th>Quay</th><th>Office</th></tr><tr><td>2025</td><td>241</td><td>69</td></tr></table>
<p>The harbour employs 310 people in all. The harbour opened in 1934, on a Sunday.</p></article>
<footer>All rights reserved by the harbour.</footer></body></html>`;

let site: Server;
let port = 0;
/** What fetches for the people of the test; the one way of this machine's that it may go is to the site. */
let worker: ChildProcess;
/** Answers that wait until they are let go. */
let waiting: (() => void)[] = [];

test.beforeAll(async ({ stet }) => {
  site = createServer((request, response) => {
    const answer = () => {
      response.writeHead(request.url?.startsWith('/minutes') || request.url === '/slow' ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
      });
      response.end(PAGE);
    };
    if (request.url === '/slow') waiting.push(answer);
    else answer();
  });
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  port = z.object({ port: z.number() }).parse(site.address()).port;
  worker = spawn(process.execPath, ['lib/cli/stet.js', 'worker'], {
    env: cleanEnvironment({ DATABASE_URL: stet.databaseUrl, STET_FETCH_ALLOW: `127.0.0.1:${port}` }),
    stdio: 'inherit',
  });
});
test.afterAll(async () => {
  for (const answer of waiting) answer();
  waiting = [];
  worker.kill('SIGINT');
  if (worker.exitCode === null) await new Promise((ended) => worker.once('exit', ended));
  site.closeAllConnections();
  await new Promise((done) => site.close(done));
});

const column = (page: Page): Locator => page.getByRole('complementary', { name: 'Claims' });
const reader = (page: Page): Locator => page.getByRole('region', { name: 'Source', exact: true });
/** The passage in hand. */
const hand = (page: Page): Locator => reader(page).locator('[data-hand]').first();

/** Presses keys and counts them: a key with those held to it is one press, a paste is one, and each letter that is typed. */
function counting(page: Page) {
  let presses = 0;
  return {
    count: () => presses,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        presses += 1;
        await page.keyboard.press(key);
      }
    },
    type: async (words: string) => {
      presses += words.length;
      await page.keyboard.type(words);
    },
    paste: async (words: string) => {
      presses += 1;
      await page.keyboard.insertText(words);
    },
  };
}

test('a figure is checked with a new link in at most 12 presses, and a known source attached to five claims in at most 15', async ({
  page,
  browser,
  baseURL,
  stet,
}) => {
  test.setTimeout(240_000);
  const link = `http://127.0.0.1:${port}/minutes?utm_source=mail`;
  const article = await freshArticle(stet);
  await signIn(page, person(stet, 'reviewer'));
  await visit(page, `${article}?claim=2`);
  await expect(column(page).getByRole('heading', { level: 2 })).toContainText('£48.6 million');

  // From the claim in hand to the verdict saved.
  const first = counting(page);
  await first.press('e');
  await expect(page.getByRole('combobox')).toBeFocused();
  await first.paste(link);
  await first.press('Enter');
  await expect(hand(page)).toContainText('approved a budget of £48.6 million', { timeout: 60_000 });
  await expect(reader(page).getByRole('heading', { level: 2 })).toContainText('Minutes of the authority');
  await expect(reader(page).getByRole('navigation', { name: 'Speaks of' })).toContainText('3 says otherwise');
  await expectAccessible(page);
  await first.press('1');
  const evidence = column(page).getByRole('region', { name: 'Evidence' });
  await expect(evidence.getByText('word for word')).toBeVisible();
  await first.press('v');
  await expect(column(page).getByRole('radio', { name: 'True', exact: true })).toBeFocused();
  await first.press('1');
  await expect(column(page).getByPlaceholder(/What the evidence shows/)).toBeFocused();
  await first.type('[1]');
  await first.press('Control+Enter');
  await expect(column(page).getByText('Waits for a second reader.')).toBeVisible();
  expect(first.count()).toBeLessThanOrEqual(12);
  // Not a word of it was typed: it is the page's, and nothing was attached by a digit that chose a rating.
  await expect(evidence.locator('ol > li')).toHaveCount(1);
  await expect(evidence).toContainText(
    'On Wednesday the authority approved a budget of £48.6 million, seven votes to two.',
  );

  // The open source stands in the address, and is there again.
  await expect(page).toHaveURL(/source=/);
  await reload(page);
  await expect(reader(page).getByText('Tolls for lorries rose by 4.6 percent in June.')).toBeVisible();

  // A source of the library, on five claims of another article.
  const second = counting(page);
  await visit(page, `${await freshArticle(stet)}?claim=2`);
  await second.press('e');
  await expect(page.getByRole('option').first()).toContainText('Minutes of the authority');
  await second.press('Enter');
  const steps = [
    { keys: [], says: 'budget of £48.6 million', stance: '1' },
    { keys: ['j'], says: 'Tolls for lorries rose by 4.6 percent', stance: '2' },
    { keys: ['j'], says: 'Freight through the port fell by 12 percent', stance: '1' },
    { keys: ['j', 'j', 'j'], says: 'employs 310 people', stance: '1' },
    { keys: ['j'], says: 'opened in 1934', stance: '1' },
  ];
  for (const { keys, says, stance } of steps) {
    await second.press(...keys);
    await expect(hand(page)).toContainText(says, { timeout: 30_000 });
    await second.press(stance);
    await expect(evidence.getByText('word for word')).toBeVisible();
  }
  expect(second.count()).toBeLessThanOrEqual(15);

  // The figures stand side by side; the place leads back to the words; Escape closes, with the focus in the galley.
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(column(page).getByRole('heading', { level: 2 })).toContainText('Tolls for lorries');
  await expect(column(page).getByRole('region', { name: 'Side by side' })).toContainText(
    /4\.5 percent.*4\.6 percent.*0\.1 points over/,
  );
  await page.keyboard.press('Escape');
  await expect(reader(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'The article' })).toBeFocused();
  await expect(page).not.toHaveURL(/source=/);
  await evidence.getByRole('button', { name: /para\. 3/ }).click();
  await expect(reader(page).locator('.reader-evidence')).toContainText('4.6 percent');

  // Words of one's own: found, widened by a word, a row by a click; for several claims at once.
  await page.keyboard.press('/');
  await page.keyboard.type('the board');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect(hand(page)).toHaveText(/The board had$/);
  await reader(page).getByRole('cell', { name: '241' }).click();
  await expect(reader(page).locator('tr[data-hand]')).toContainText('2025');
  await expect(reader(page).getByRole('group', { name: 'The passage in hand' })).toContainText('table 1, A2:C2');
  await page.keyboard.press('p');
  const claims = page.getByRole('dialog', { name: 'Attach to several claims' });
  await claims.getByRole('combobox', { name: 'What it does to claim 7' }).selectOption('supports');
  await claims.getByRole('combobox', { name: 'What it does to claim 3' }).selectOption('context');
  await expectAccessible(page);
  await claims.getByRole('button', { name: 'Attach to 2 claims' }).click();
  await expect(claims).toHaveCount(0);
  await expect(evidence.locator('ol > li')).toHaveCount(2);
  const address = page.url();

  // Somebody else sees the words at their place; undo takes both back.
  const other = await browser.newContext({ baseURL });
  const theirs = await other.newPage();
  await signIn(theirs, person(stet, 'reviewer', 1));
  await visit(theirs, address);
  await expect(reader(theirs).getByText('Tolls for lorries rose by 4.6 percent in June.')).toBeVisible();
  await expect(column(theirs).getByRole('region', { name: 'Evidence' })).toContainText('table 1, A2:C2');
  await other.close();
  await page.keyboard.press('z');
  await expect(evidence.getByText('withdrawn', { exact: true })).toHaveCount(1);

  // A link that leads nowhere says so in words, and one that takes long is called off.
  await page.keyboard.press('e');
  await page.keyboard.insertText(`http://127.0.0.1:${port}/nowhere`);
  await page.keyboard.press('Enter');
  await expect(reader(page).getByText(/It could not be captured:/)).toBeVisible({ timeout: 60_000 });
  await expect(reader(page).getByRole('button', { name: 'Type its words in' })).toBeVisible();
  await page.keyboard.press('e');
  await page.keyboard.insertText(`http://127.0.0.1:${port}/slow`);
  await page.keyboard.press('Enter');
  await expect(reader(page).getByText('Fetching the page')).toBeVisible({ timeout: 60_000 });
  await reader(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(reader(page).getByText('The capture was cancelled.')).toBeVisible({ timeout: 60_000 });
});
