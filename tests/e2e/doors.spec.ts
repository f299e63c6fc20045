import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import pg from 'pg';
import { createUser } from '#lib/people/mutations.ts';
import { connect } from '#lib/platform/db.ts';
import { freshArticle } from './articles.ts';
import { expect, expectAccessible, reload, signInByForm, test, visit } from './harness.ts';
import { type Account, launch, type SeededStet } from './stet.ts';

async function inDatabase(url: string, sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

let made = 0;
/** Somebody of this file alone, whose sessions may be ended: those of the samples are shared by all tests. */
async function newcomer({ databaseUrl }: SeededStet, role: Account['role']): Promise<Account> {
  made += 1;
  const account = {
    name: `Somebody ${'ABCDEFGHIJ'[made]} ${process.pid}`,
    email: `somebody${made}-${process.pid}@desk.example`,
    role,
    password: 'eleven kettles at noon',
  };
  const db = connect(databaseUrl, 1);
  try {
    await createUser(db, null, account);
  } finally {
    await db.$disconnect();
  }
  return account;
}

/** Of one person alone: others work on the same Stet at the same time. */
const OF = 'user_id = (select id from users where email = $1)';

test.describe('a copied cookie', () => {
  test.use({ expectedErrors: [/40[134]/] });

  test('is worth nothing after its owner has signed out', async ({ page, browser, baseURL, stet }) => {
    const who = await newcomer(stet, 'reviewer');
    await signInByForm(page, who);
    const thief = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
    const theirs = await thief.newPage();
    await visit(theirs, '/articles');
    await expect(theirs.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
    // Asking next-auth for the session prolongs nothing: it is not there to be asked.
    expect((await thief.request.get('/api/auth/session')).status()).toBe(404);

    await page.getByRole('button', { name: who.name }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);

    await theirs.goto('/articles');
    await expect(theirs).toHaveURL(/\/sign-in/);
    const id = '0197f3a0-0000-7000-8000-00000000000a';
    expect((await thief.request.get(`/api/claims/${id}`)).status()).toBe(401);
    expect((await thief.request.post('/api/articles', { data: { text: 'x' } })).status()).toBe(401);
    await thief.close();
  });

  test('is worth nothing after the idle limit, nor after the lifetime', async ({ page, stet }) => {
    const who = await newcomer(stet, 'reviewer');
    for (const column of ['last_seen_at', 'created_at']) {
      await signInByForm(page, who);
      await visit(page, '/articles');
      await inDatabase(stet.databaseUrl, `update sessions set ${column} = ${column} - interval '15 days' where ${OF}`, [
        who.email,
      ]);
      await page.goto('/articles');
      await expect(page).toHaveURL(/\/sign-in/);
    }
  });
});

test('a connection that asks to be more than http is answered as any other, and not kept open', async ({ stet }) => {
  const { hostname, port } = new URL(stet.address);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    const sent = request({ hostname, port, path: '/nothing-here', headers }, resolve);
    sent.once('error', reject);
    sent.once('upgrade', () => reject(new Error('It was upgraded')));
    sent.end();
  });
  expect(answer.statusCode).toBe(404);
  answer.destroy();
});

test('one sees where one is signed in, and ends one session or all', async ({ page, browser, baseURL, stet }) => {
  const who = await newcomer(stet, 'editor');
  await signInByForm(page, who);
  const other = await browser.newContext({
    baseURL,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0',
  });
  const there = await other.newPage();
  await signInByForm(there, who);
  await visit(page, '/account');
  const row = page.getByRole('row').filter({ hasText: 'Firefox on Linux' });
  await expect(row).toContainText('127.0.0.1');
  await expectAccessible(page);
  await row.getByRole('button', { name: /Sign out/ }).click();
  await expect(page.getByText('That session has ended.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await there.goto('/articles');
  await expect(there).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL(/\/sign-in/);
  await other.close();
});

test('who lets somebody in types their password again, and whom it is for is told', async ({
  page,
  browser,
  baseURL,
  stet,
}) => {
  const [admin, reviewer] = [await newcomer(stet, 'admin'), await newcomer(stet, 'reviewer')];
  const other = await browser.newContext({ baseURL });
  const theirs = await other.newPage();
  await signInByForm(theirs, reviewer);
  await signInByForm(page, admin);
  await inDatabase(stet.databaseUrl, `update sessions set proved_at = proved_at - interval '1 day' where ${OF}`, [
    admin.email,
  ]);
  await visit(page, '/people');
  await page.getByRole('button', { name: `More about ${reviewer.name}` }).click();
  await page.getByRole('menuitem', { name: 'Make a link for a new password' }).click();
  const ask = page.getByRole('dialog', { name: 'Is it you?' });
  await expectAccessible(page);
  await ask.getByLabel('Present password', { exact: true }).fill('not this one');
  await ask.getByRole('button', { name: 'Go on' }).click();
  await expect(ask.getByRole('alert').first()).toBeVisible();
  await ask.getByLabel('Present password', { exact: true }).fill(admin.password);
  await ask.getByRole('button', { name: 'Go on' }).click();
  const made = page.getByRole('dialog', { name: 'The link' });
  await expect(made.getByLabel('Link')).toHaveValue(/\/link\//);
  await made.getByRole('button', { name: 'Done' }).click();

  // The next page they come to says so, until they have read it.
  await theirs.getByRole('link', { name: 'Articles', exact: true }).first().click();
  const notice = theirs.getByRole('region', { name: 'A link was made for you' });
  await expect(notice).toContainText(`${admin.name} made a link`);
  await expectAccessible(theirs);
  // It takes its room from the workbench, whose keys stay in view.
  await visit(theirs, await freshArticle(stet));
  await expect(notice).toBeInViewport({ ratio: 1 });
  await expect(theirs.getByRole('contentinfo')).toBeInViewport({ ratio: 1 });
  await notice.getByRole('button', { name: 'I know' }).click();
  await expect(notice).toHaveCount(0);
  await reload(theirs);
  await expect(notice).toHaveCount(0);
  await other.close();
});

/** The processes that a process has started, by what they run. */
const childrenOf = (pid: number, command: RegExp): number[] =>
  execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
    .filter(([, , parent, args = '']) => Number(parent) === pid && command.test(args))
    .map(([, child]) => Number(child));

const READER = /lib\/ingest\/child\.ts/;
const TEXT = 'The quay\n\nThe council spent £4 million on the quay in 2024. It closes in May.';

test('a text that loops is stopped with words, while pages answer; the next text is read', async ({
  browser,
  stet,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stet-reading-'));
  const env = { DATABASE_URL: stet.databaseUrl, STET_READING_SECONDS: '4' };
  const running = await launch({ dataDir, env });
  const context = await browser.newContext({ baseURL: running.address });
  const add = (request: APIRequestContext, headline: string) =>
    request.post('/api/articles', { data: { headline, text: `${headline}\n\n${TEXT}` } });
  try {
    const page = await context.newPage();
    await signInByForm(page, await newcomer(stet, 'editor'));
    expect((await add(context.request, 'Read at once')).status()).toBe(200);
    const pid = running.process.pid ?? 0;
    const [reader = 0] = childrenOf(pid, READER);
    expect(reader).toBeGreaterThan(0);
    // From outside a process that loops and one that stands still look alike: neither answers.
    process.kill(reader, 'SIGSTOP');
    let isOver = false;
    const stuck = add(context.request, 'Never read').finally(() => {
      isOver = true;
    });
    let answered = 0;
    while (!isOver) {
      expect((await context.request.get('/articles')).status()).toBe(200);
      answered += 1;
    }
    expect(answered).toBeGreaterThan(1);
    const refusal = await stuck;
    expect(refusal.status()).toBe(413);
    expect(await refusal.json()).toMatchObject({
      error: { fields: { text: expect.stringMatching(/takes longer to read/) } },
    });
    expect((await add(context.request, 'Read after all')).status()).toBe(200);
    expect(childrenOf(pid, READER)).not.toContain(reader);
    // One that is killed by the system is started anew for the same text.
    for (const child of childrenOf(pid, READER)) process.kill(child, 'SIGKILL');
    expect((await add(context.request, 'Read anew')).status()).toBe(200);
    await running.stop();
    for (const child of childrenOf(1, READER)) expect(child).not.toBe(reader);
    expect(childrenOf(pid, READER)).toEqual([]);
  } finally {
    await context.close();
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
