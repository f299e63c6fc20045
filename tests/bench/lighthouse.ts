import lighthouse, { desktopConfig } from 'lighthouse';
import { openSite } from './site/site.ts';

const WANTED = ['performance', 'accessibility', 'best-practices'];

/** Lighthouse's scores, of 100, for the built workbench and desk, signed in, by its desktop preset; and what costs points. */
export async function run(): Promise<void> {
  const site = await openSite();
  try {
    const address = await site.page.locator('a[href^="/articles/0"]').first().getAttribute('href');
    const pages = [
      ['workbench', `${address}?claim=14`],
      ['desk', '/'],
    ] as const;
    for (const [name, path] of pages) {
      const result = await lighthouse(
        `${site.stet.address}${path}`,
        { port: site.debugPort, logLevel: 'error', onlyCategories: WANTED },
        desktopConfig,
      );
      if (!result) throw new Error('Lighthouse gave no answer');
      const { categories, audits, finalDisplayedUrl } = result.lhr;
      if (!finalDisplayedUrl.endsWith(path)) throw new Error(`Lighthouse was led to ${finalDisplayedUrl}`);
      const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
      console.log(`${name}: ${scores.join(' · ')}`);
      const counted = Object.values(categories).flatMap((category) =>
        category.auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id),
      );
      for (const id of counted) {
        const audit = audits[id];
        if (audit?.score !== null && audit && audit.score < 1)
          console.log(`  ${audit.title}: ${audit.displayValue ?? 'no'}`);
      }
    }
  } finally {
    await site.close();
  }
}
