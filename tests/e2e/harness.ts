import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { type Account, launchSamples, type SeededStet } from './stet.ts';

export { heldBack, reload, settled, signIn, signInByForm, unheard, visit } from './visit.ts';
export { expect };

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Fixtures = {
  /** Errors in the browser's console that a test means to cause; any other fails it. */
  expectedErrors: RegExp[];
  watchConsole: undefined;
};

/** Each worker has a built server on a database of its own, filled with the samples. docs/tests.md says what a test may lean on. */
export const test = base.extend<Fixtures, { stet: SeededStet }>({
  stet: [
    async ({ browserName: _ }, use) => {
      const stet = await launchSamples();
      await use(stet);
      await stet.stop();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  baseURL: async ({ stet }, use) => use(stet.address),
  expectedErrors: [[], { option: true }],
  watchConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const note = (words: string) => {
        if (!expectedErrors.some((expected) => expected.test(words))) errors.push(words);
      };
      context.on('console', (message) => message.type() === 'error' && note(message.text()));
      context.on('weberror', (error) => note(String(error.error())));
      await use(undefined);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

/** The sample person with that role; `index` picks among several. */
export function person(stet: SeededStet, role: Account['role'], index = 0): Account {
  const account = stet.accounts.filter((candidate) => candidate.role === role)[index];
  if (!account) throw new Error(`The samples have no ${role} number ${index + 1}`);
  return account;
}

/**
 * Looks while nothing on the page fades or moves: a colour half-way from one to the other is nobody's. Where nothing is
 * drawn a fading never ends, so that it is not waited for but left out.
 */
export async function stilled<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const sheet = await page.evaluateHandle(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets.push(still);
    return still;
  });
  try {
    return await look();
  } finally {
    await sheet.evaluate((still) => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== still);
    });
  }
}

/** What is looked at: all of the page or what is within a selector, by all rules or by these. */
type Look = { readonly within?: string | undefined; readonly rules?: readonly string[] };

/** Less than half as long as `axe.source`, and sent to every page that is looked at. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps people with assistive technology out of the page as it is now, a line each. */
export async function barriers(page: Page, look: Look = {}): Promise<string[]> {
  expect(page.frames(), 'what stands in a frame would not be looked at').toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async ({ within, rules }) => {
    // react-aria's announcer keeps what it has said for seven seconds, by reference to a button that may be gone by then.
    const { violations } = await window.axe.run(
      { ...(within && { include: [within] }), exclude: ['[data-live-announcer]'] },
      {
        resultTypes: ['violations'],
        // Style sheets are read beforehand for one rule alone, which is experimental and does not run.
        preload: { assets: ['media'] },
        ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
      },
    );
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join(', ')})`);
  }, look);
}

/** Fails with a list where the page, as it is now, has what keeps people with assistive technology out. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await stilled(page, () => barriers(page))).toEqual([]);
}
