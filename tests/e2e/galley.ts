import type { Locator, Page } from '@playwright/test';
import { expect, visit } from './harness.ts';

/** Opens the page and waits until it hears keys. */
export async function open(page: Page, address: string): Promise<void> {
  await visit(page, address);
  await expect(page.getByRole('region', { name: 'The article' })).toBeVisible();
}

/** Selects words of the article as a mouse does. */
export const select = (page: Page, words: string) =>
  page.getByRole('region', { name: 'The article' }).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at !== -1) return document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`Not in one stretch of the galley: ${wanted}`);
  }, words);

/** Presses Tab until the focus is on what is wanted, as somebody without a mouse does; each stop on the way is visible. */
export async function tabTo(page: Page, wanted: Locator, limit = 60): Promise<void> {
  // What the page is still reading cannot be reached yet.
  await wanted.first().waitFor({ state: 'attached' });
  for (let i = 0; i < limit; i++) {
    if (await wanted.first().evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached with ${limit} presses of Tab: ${wanted}`);
}
