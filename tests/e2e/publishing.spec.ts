import { createServer } from 'node:http';
import { z } from 'zod';
import { connect } from '#lib/platform/db.ts';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';

test('a finished report goes to the public, is shown in others’ pages, and is withdrawn with a note', async ({
  page,
  browser,
  stet,
  baseURL,
}) => {
  const db = connect(stet.databaseUrl, 1);
  const { id } = await db.report.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  await db.$disconnect();
  const stranger = await browser.newContext({ baseURL });
  const theirs = await stranger.newPage();
  const errors: string[] = [];
  theirs.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const status = async (address: string) => (await stranger.request.get(address)).status();
  expect(await status('/published')).toBe(404);

  await signIn(page, person(stet, 'admin'));
  await visit(page, '/settings');
  await page.getByText('Reports can be published', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();

  await visit(page, `/reports/${id}`);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this report' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  const link = page.getByRole('link', { name: /\/published\// });
  const address = (await link.textContent()) ?? '';

  await theirs.goto(address);
  await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByText('Show this claim on your own page').first().click();
  const code = (await theirs.locator('.pb-embed code').first().textContent()) ?? '';
  const box = await stranger.request.get(/src="([^"]+)"/.exec(code)?.[1] ?? '');
  expect(box.headers()['x-frame-options']).toBeUndefined();
  const elsewhere = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(code));
  await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready));
  const { port } = z.object({ port: z.number() }).parse(elsewhere.address());
  await theirs.goto(`http://localhost:${port}/`);
  await expect(theirs.frameLocator('iframe').getByRole('link', { name: /The full check/ })).toBeVisible();
  elsewhere.close();
  elsewhere.closeAllConnections();
  await theirs.goto('/published?rating=false');
  await expect(theirs.getByRole('heading', { name: 'Fact checks' })).toBeVisible();
  await expectAccessible(theirs);
  expect((await stranger.request.get(`${address}/card.png`)).headers()['content-type']).toBe('image/png');
  expect(errors).toEqual([]);

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByLabel('What readers are told').fill('We look at it again.');
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByText('It was withdrawn.', { exact: false })).toBeVisible();
  await theirs.goto(address);
  await expect(theirs.getByText('We look at it again.')).toBeVisible();

  await visit(page, '/settings');
  await page.getByText('Nothing is public', { exact: false }).click();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();
  expect(await status(address)).toBe(404);
  await stranger.close();
});
