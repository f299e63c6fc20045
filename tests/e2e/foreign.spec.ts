import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, expectAccessible, person, signIn, test, visit } from './harness.ts';
import { cleanEnvironment } from './stet.ts';

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

const FEED = JSON.stringify({
  '@type': 'DataFeed',
  dataFeedElement: [
    {
      '@type': 'DataFeedItem',
      item: [
        {
          '@type': 'ClaimReview',
          claimReviewed: 'The harbour of חיפה closed 40 of its 200 berths in May 🚢',
          url: 'https://check.example/berths',
          datePublished: '2026-02-01',
          author: { '@type': 'Organization', name: 'Harbour Check' },
          reviewRating: { '@type': 'Rating', alternateName: 'Mostly false' },
          reviewBody: 'It closed 14, the list of the port says.',
          itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Maren Holt' } },
        },
      ],
    },
  ],
});

test('what others have checked comes in, stands beside the claim it speaks of, and a whole article goes out', async ({
  page,
  stet,
}) => {
  await signIn(page, person(stet, 'editor'));
  await visit(page, '/foreign');
  await expect(page.getByText('Nothing was brought in yet')).toBeVisible();
  await expectAccessible(page);
  const file = (name: string, text: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await file('broken.json', '{"@graph": [');
  await expect(page.getByRole('alert').filter({ hasText: 'This file is broken from row 1 on' })).toBeVisible();
  await file('checks.json', FEED);
  await page.getByRole('link', { name: 'checks.json' }).click();
  await expect(page.getByText('It closed 14, the list of the port says.')).toBeVisible();
  await expectAccessible(page);

  await visit(page, '/articles/new');
  await page
    .getByRole('textbox', { name: 'The text' })
    .fill('Berths\n\nThe harbour of חיפה closed 40 of its 200 berths in May, the port said on Friday.');
  await page.getByRole('textbox', { name: 'Headline' }).fill('Berths closed');
  await page.getByRole('button', { name: 'Add and start checking' }).click();
  await page.locator('[data-claim]').first().click();
  const beside = page.getByText('Checked elsewhere: 1 claim');
  await expect(beside).toBeVisible();
  await expect(page.getByText('Harbour Check')).toBeVisible();
  await expectAccessible(page);

  await visit(page, `${new URL(page.url()).pathname}/report`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download for another Stet' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.stet$/);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(
    /^\{"article":\{.*\n\{"end":\{"count":\d+,"sha256":"[0-9a-f]{64}"\}\}\n$/s,
  );
});
