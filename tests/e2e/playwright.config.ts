import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../browser.ts';

const { executablePath, env } = await findBrowser();
const environment = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]),
);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // A server for each worker; two cores serve two.
  workers: 1,
  // Bounds for what hangs, not for what is slow: a busy machine is no fault of the page's.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ...(process.env.STET_TEST_REPORT ? [['json', { outputFile: process.env.STET_TEST_REPORT }] as const] : []),
  ],
  use: {
    launchOptions: { executablePath, env: { ...environment, ...env }, args: BROWSER_FLAGS },
    // Another zone than the server's: a page that shows the server's own clock differs from what the browser makes of it.
    timezoneId: 'America/St_Johns',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
