import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshArticle } from './articles.ts';
import { expect, person, reload, signInByForm, test, visit } from './harness.ts';
import { freePort, launch } from './stet.ts';

/** A wire between Stet and its Postgres that can be cut and mended. */
class Wire {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  readonly #port: number;
  readonly #to: URL;

  constructor(port: number, to: URL) {
    this.#port = port;
    this.#to = to;
  }

  mend(): Promise<void> {
    const server = createServer((near) => {
      const far = dial(Number(this.#to.port), this.#to.hostname);
      for (const [from, into] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on('error', () => into.destroy());
        from.on('close', () => into.destroy());
        from.pipe(into);
      }
    });
    this.#server = server;
    return new Promise((done) => server.listen(this.#port, '127.0.0.1', done));
  }

  cut(): Promise<void> {
    const closed = new Promise<void>((done) => (this.#server ? this.#server.close(() => done()) : done()));
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    return closed;
  }
}

test.use({ expectedErrors: [/50[03]|Failed to load resource/] });

test('the database goes away under a running server and comes back: words that say so, and nothing typed is lost', async ({
  browser,
  stet,
}) => {
  const port = await freePort();
  const through = new URL(stet.databaseUrl);
  const wire = new Wire(port, new URL(stet.databaseUrl));
  through.host = `127.0.0.1:${port}`;
  await wire.mend();
  const dataDir = mkdtempSync(join(tmpdir(), 'stet-wire-'));
  const running = await launch({ dataDir, env: { DATABASE_URL: through.href } });
  const context = await browser.newContext({ baseURL: running.address });
  try {
    const page = await context.newPage();
    await signInByForm(page, person(stet, 'reviewer'));
    await visit(page, `${await freshArticle(stet)}?claim=2`);
    await page.keyboard.press('Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Add evidence' });
    await dialog.getByRole('button', { name: 'A new source' }).click();
    await dialog.getByLabel('Title').fill('Minutes of the night');
    await dialog.getByText('supports', { exact: true }).click();
    await dialog.getByLabel('Exact words or figures').fill('48.6 million');

    await wire.cut();
    await dialog.getByRole('button', { name: 'Attach' }).click();
    await expect(dialog.getByText(/The database cannot be reached\. What you typed is kept/)).toBeVisible({
      timeout: 30_000,
    });
    await expect(dialog.getByLabel('Exact words or figures')).toHaveValue('48.6 million');
    expect((await context.request.get('/api/health')).status()).toBe(503);
    expect((await context.request.get('/api/health?live')).status()).toBe(200);
    const other = await context.newPage();
    await visit(other, '/articles');
    await expect(other.getByRole('heading', { level: 1, name: 'The database cannot be reached' })).toBeVisible();

    await wire.mend();
    await dialog.getByRole('button', { name: 'Attach' }).click();
    await expect(page.getByRole('complementary', { name: 'Claims' }).getByText('Minutes of the night')).toBeVisible();
    await expect.poll(async () => (await context.request.get('/api/health')).status()).toBe(200);
    await reload(other);
    await expect(other.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
  } finally {
    await context.close();
    await running.stop();
    await wire.cut();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
