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
  globalSetup: './setup.ts',
  // Tests lean on nothing that another has left, so any of them may run beside any other. They begin in the order of their files' names:
  // the longest are in the first, since one that began last would keep a single worker busy to the end.
  fullyParallel: true,
  // A browser, a server and a database for each worker; a machine of two cores serves two.
  workers: Number(process.env.STET_TEST_WORKERS ?? 2),
  // Bounds for what hangs, not for what is slow: a busy machine is no fault of the page's.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ...(process.env.STET_TEST_REPORT ? [['json', { outputFile: process.env.STET_TEST_REPORT }] as const] : []),
  ],
  use: {
    // A button that never comes is told of with its name, and not by the end of the whole test.
    actionTimeout: 120_000,
    launchOptions: { executablePath, env: { ...environment, ...env }, args: BROWSER_FLAGS },
    // Another zone than the server's: a page that shows the server's own clock differs from what the browser makes of it.
    timezoneId: 'America/St_Johns',
    locale: 'en-GB',
    // Keeping a trace costs a third of the run, so it is kept where somebody asks for it, to look into a failure.
    trace: process.env.STET_TEST_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
});
