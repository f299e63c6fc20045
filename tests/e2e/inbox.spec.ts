import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';
import { cleanEnvironment } from './stet.ts';

/** A site with a feed and its pieces, which answers when it is let. */
const site = { isHeld: false, isGone: false, waiting: [] as (() => void)[] };
const letGo = () => {
  site.isHeld = false;
  for (const answer of site.waiting.splice(0)) answer();
};

const piece = (n: string) => `<!doctype html><html lang="en"><head><title>Piece ${n} | Harbour</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Tolls rise, part ${n}",
"author":{"@type":"Person","name":"Maren Holt"},"datePublished":"2026-03-12T09:00:00+01:00"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Tolls rise, part ${n}</h1>
<p>The authority approved a budget of £48.${n} million on Wednesday, seven votes to two, after a long debate.</p>
<p>Tolls for lorries rose by 4.5 percent in June, and freight fell by 12 percent, the harbour’s accounts show.</p></article></body></html>`;

const items = (address: string) =>
  ['3', '2', '1'].map(
    (n) => `<item><title>Tolls rise, part ${n}</title><link>${address}/${n}</link><guid>${n}</guid>
<pubDate>Thu, 12 Mar 2026 09:00:00 GMT</pubDate><description>The authority approved a budget of £48.${n} million.</description></item>`,
  );

let server: Server;
let worker: ChildProcess;
let address = '';

test.beforeAll(async ({ stet }) => {
  server = createServer((request, response) => {
    const answer = () => say(request.url ?? '', response);
    if (site.isHeld) site.waiting.push(answer);
    else answer();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  address = `http://127.0.0.1:${port}`;
  worker = spawn(process.execPath, ['lib/cli/stet.js', 'worker'], {
    env: cleanEnvironment({ DATABASE_URL: stet.databaseUrl, STET_FETCH_ALLOW: `127.0.0.1:${port}` }),
    stdio: 'inherit',
  });
});
test.afterAll(async () => {
  letGo();
  worker.kill('SIGINT');
  if (worker.exitCode === null) await new Promise((ended) => worker.once('exit', ended));
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function say(path: string, response: ServerResponse): void {
  const send = (type: string, body: string) => response.writeHead(200, { 'content-type': type }).end(body);
  if (path === '/robots.txt' || site.isGone) response.writeHead(site.isGone ? 410 : 404).end();
  else if (path === '/feed.xml')
    send(
      'application/rss+xml; charset=utf-8',
      `<rss version="2.0"><channel><title>The Harbour Times</title>${items(address).join('')}</channel></rss>`,
    );
  else send('text/html; charset=utf-8', piece(path.slice(1)));
}

test('an article comes by its link, and by way of the inbox; one that cannot be had is pasted', async ({
  page,
  stet,
}) => {
  await signIn(page, person(stet, 'editor'));
  const claims = page.locator('[data-claim]');

  await test.step('by its link: there at once with its progress, then open for work', async () => {
    site.isHeld = true;
    await visit(page, '/articles/new');
    const box = page.getByRole('textbox', { name: 'The text, or a link to it' });
    await box.fill(`${address}/7`);
    await expect(page.getByText('Stet fetches this page')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add and fetch' }).click();
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('progressbar', { name: 'Fetching the page' })).toBeVisible();
    await expect(page.getByText('Nothing can be checked here until that is done')).toBeVisible();
    await expect(claims).toHaveCount(0);
    await expectAccessible(page);
    letGo();
    await expect(claims.first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Tolls rise, part 7');
    await visit(page, `${new URL(page.url()).pathname}/details`);
    await expect(page.getByRole('textbox', { name: 'Byline' })).toHaveValue('Maren Holt');
    await expect(page.getByText('Read off the page’s own data (JSON-LD).').first()).toBeVisible();
  });

  await test.step('one that is gone says so, and its text is pasted', async () => {
    site.isGone = true;
    await visit(page, '/articles/new');
    await page.getByRole('textbox', { name: 'The text, or a link to it' }).fill(`${address}/8`);
    await page.getByRole('button', { name: 'Add and fetch' }).click();
    const failed = page.getByRole('alert').filter({ hasText: 'The text could not be had.' });
    await expect(failed).toBeVisible();
    await expectAccessible(page);
    site.isGone = false;
    await page.getByRole('button', { name: 'Paste the text instead' }).click();
    await page
      .getByRole('textbox', { name: 'The text of the article' })
      .fill('Lorry tolls rose by 4.5 percent in June 2025.');
    await page.getByRole('button', { name: 'Read this text' }).click();
    await expect(claims.first()).toBeVisible();
  });

  await test.step('a feed brings pieces, which are decided on by keyboard', async () => {
    await visit(page, '/inbox');
    await page.getByRole('textbox', { name: 'Link of a feed' }).fill(`${address}/feed.xml`);
    await page.getByRole('button', { name: 'Add feed' }).click();
    const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Tolls rise, part/ }) });
    await expect(rows).toHaveCount(3);
    await expectAccessible(page);
    // The one it stands at is the first; the second is put away, and taken back.
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(rows).toHaveCount(2);
    await page.keyboard.press('z');
    await expect(rows).toHaveCount(3);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('Accept: make an article of it');
    await page.keyboard.press('Escape');
    await rows.filter({ hasText: 'part 3' }).getByText('Choose', { exact: false }).click();
    await rows.filter({ hasText: 'part 1' }).getByText('Choose', { exact: false }).click();
    await page.keyboard.press('a');
    await expect(rows).toHaveCount(1);
    await visit(page, '/articles?q=part+3');
    await page.getByRole('link', { name: 'Tolls rise, part 3' }).click();
    await expect(claims.first()).toBeVisible();
  });
});
