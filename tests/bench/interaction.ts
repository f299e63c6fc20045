import type { Page } from '@playwright/test';
import { freshArticle } from '#tests/e2e/articles.ts';
import { openSite, textOf } from './site/site.ts';

const SLOWER = 4;

/**
 * From a key or a click to the next paint in the built workbench, by the browser's own event timing, with the processor
 * slowed four times: what INP, "interaction to next paint", is made of. 3,000 claims beside 30.
 */
export async function run(): Promise<void> {
  const site = await openSite();
  try {
    const session = await site.context.newCDPSession(site.page);
    const few = await measure(site.page, await freshArticle(site.stet, textOf(30)), session);
    const many = await measure(site.page, await freshArticle(site.stet, textOf(3000)), session);
    console.log(`processor slowed ${SLOWER} times; middle and worst of each, in ms`);
    for (const [name, times] of many) {
      const [here, there] = [middle(times), middle(few.get(name) ?? [])];
      const ratio = `${(here / there).toFixed(1)} × the ${there} of 30 claims`;
      console.log(`${name}: ${here}, ${Math.max(...times)}; ${ratio} (${times.length} timed)`);
    }
    console.log(`worst of all: ${Math.max(...[...many.values()].flat())} ms`);
  } finally {
    await site.close();
  }
}

type Session = { readonly send: (method: 'Emulation.setCPUThrottlingRate', how: { rate: number }) => Promise<unknown> };

async function measure(page: Page, address: string, session: Session): Promise<Map<string, readonly number[]>> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(`${address}?claim=4`, { waitUntil: 'networkidle' });
  await page.evaluate(watch);
  // What is fetched when the page rests is there.
  await page.waitForTimeout(3000);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const found = new Map<string, readonly number[]>();
  for (const [name, step] of STEPS) {
    await page.evaluate(forget);
    await step(page);
    await page.waitForTimeout(800);
    const times = await page.evaluate(durations);
    found.set(name, times);
  }
  return found;
}

/** What somebody does, one after the other; each is timed for itself. */
const STEPS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['walking with J and K', (page) => keys(page, [...'jjjjjjjjjjkkkkkjjjjj'])],
  ['next unread with U', (page) => keys(page, [...'uuuuu'])],
  ['taking claims in the galley', takeClaims],
  [
    'typing a rationale',
    async (page) => {
      await page.keyboard.press('v');
      await page.getByPlaceholder(/What the evidence shows/).click();
      await keys(page, [...'The minutes have the figure.']);
    },
  ],
  [
    'typing a comment',
    async (page) => {
      await page.getByPlaceholder('Comment', { exact: true }).click();
      await keys(page, [...'Who has the minutes?']);
      await page.keyboard.press('Escape');
    },
  ],
  [
    'excluding a claim',
    async (page) => {
      await page.getByRole('heading', { level: 2 }).first().click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('o');
      await page.keyboard.press('x');
      await page.getByRole('dialog').getByRole('button', { name: 'Too small to check' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  ],
  ['undoing it', (page) => keys(page, ['z'])],
  ['back to the list', (page) => keys(page, ['Escape'])],
  [
    'opening the filters and choosing one',
    async (page) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Status/ })
        .click();
      await page.getByRole('option', { name: 'Open', exact: true }).click();
      await keys(page, ['Escape']);
    },
  ],
  [
    'searching the list',
    async (page) => {
      await page.getByRole('searchbox').click();
      await keys(page, [...'hull 120']);
    },
  ],
];

async function keys(page: Page, list: readonly string[]): Promise<void> {
  for (const key of list) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
}

async function takeClaims(page: Page): Promise<void> {
  const spots = await page.evaluate(() =>
    [...document.querySelectorAll('.galley [data-claim]')]
      .map((claim) => claim.getClientRects()[0])
      .filter((box) => box !== undefined && box.top > 80 && box.bottom < innerHeight - 80)
      .slice(0, 12)
      .map((box) => ({ x: (box?.left ?? 0) + 20, y: (box?.top ?? 0) + 8 })),
  );
  for (const { x, y } of spots) {
    await page.mouse.click(x, y);
    await page.waitForTimeout(120);
  }
}

declare global {
  var stetTimes: Map<number, number>;
}

/** Runs in the page: keeps the longest duration of each interaction. */
function watch(): void {
  const wish: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 };
  globalThis.stetTimes = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id = 'interactionId' in entry ? Number(entry.interactionId) : 0;
      if (id > 0) globalThis.stetTimes.set(id, Math.max(entry.duration, globalThis.stetTimes.get(id) ?? 0));
    }
  }).observe(wish);
}
function forget(): void {
  globalThis.stetTimes.clear();
}
/** An interaction that took less than the browser reports, 16 ms, is not among them; where all did, that is what they took. */
function durations(): number[] {
  return globalThis.stetTimes.size === 0 ? [16] : [...globalThis.stetTimes.values()];
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
