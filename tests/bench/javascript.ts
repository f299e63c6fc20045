import { openSite } from './site/site.ts';

/** The JavaScript that the workbench's first load fetches, as it comes over the wire; and what is fetched once it rests. */
export async function run(): Promise<void> {
  const site = await openSite();
  try {
    const { page } = site;
    const address = await page.locator('a[href^="/articles/0"]').first().getAttribute('href');
    // A browser that has nothing yet, for each page anew.
    for (const path of [`${address}?claim=14`, '/']) {
      const fresh = await site.context.newPage();
      const session = await site.context.newCDPSession(fresh);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      await fresh.goto(path, { waitUntil: 'load' });
      const first = await fresh.evaluate(scripts);
      await fresh.waitForLoadState('networkidle');
      await fresh.waitForTimeout(3000);
      const all = await fresh.evaluate(scripts);
      const names = new Set(first.map((script) => script.name));
      const later = all.filter((script) => !names.has(script.name));
      console.log(`${path === '/' ? 'desk' : 'workbench'}: ${sizes(first)} with the page, ${sizes(later)} afterwards`);
      await fresh.close();
    }
  } finally {
    await site.close();
  }
}

type Script = { readonly name: string; readonly sent: number; readonly whole: number };

const scripts = (): Script[] =>
  performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter((entry) => new URL(entry.name).pathname.endsWith('.js'))
    .map((entry) => ({ name: entry.name, sent: entry.encodedBodySize, whole: entry.decodedBodySize }));

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const sizes = (list: readonly Script[]) =>
  `${list.length} files of ${kB(sum(list.map((script) => script.sent)))} (${kB(sum(list.map((script) => script.whole)))} unpacked)`;
