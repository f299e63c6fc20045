import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '#tests/browser.ts';
import { freePort, launchSamples, type SeededStet, TEST_DIST_DIR } from '#tests/e2e/stet.ts';
import { signIn } from '#tests/e2e/visit.ts';

export type Site = {
  readonly stet: SeededStet;
  readonly context: BrowserContext;
  /** The context's first page, signed in as the samples' editor. */
  readonly page: Page;
  /** Where Chromium answers tools that drive it beside Playwright. */
  readonly debugPort: number;
  readonly close: () => Promise<void>;
};

/** The built Stet with its samples, and a wide Chromium signed in to it. */
export async function openSite(): Promise<Site> {
  process.env.STET_DIST_DIR = TEST_DIST_DIR;
  const stet = await launchSamples();
  const profile = mkdtempSync(join(tmpdir(), 'stet-bench-profile-'));
  const debugPort = await freePort();
  const { executablePath, env } = await findBrowser();
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]);
  // A context that is the browser's own: what else drives the browser shares its session.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    env: { ...Object.fromEntries(environment), ...env },
    args: [...BROWSER_FLAGS, `--remote-debugging-port=${debugPort}`],
    baseURL: stet.address,
    viewport: { width: 1440, height: 900 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const editor = stet.accounts.find((account) => account.role === 'editor');
  if (!editor) throw new Error('The samples have no editor');
  await signIn(page, editor);
  return {
    stet,
    context,
    page,
    debugPort,
    close: async () => {
      await context.close();
      await stet.stop();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** An article in which each sentence is one claim, three to a paragraph. */
export const textOf = (claims: number): string =>
  Array.from({ length: claims }, (_, i) => {
    const sentence = `The port of Hull handled ${i + 100} tonnes of freight in 2024.`;
    return i % 3 === 2 ? `${sentence}\n\n` : `${sentence} `;
  }).join('');
