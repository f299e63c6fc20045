import { visit } from '#tests/e2e/visit.ts';
import { printScores } from './site/scores.ts';
import { openSite } from './site/site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Lighthouse's scores, of 100, for the built workbench and desk, signed in, by its desktop preset; and what costs points. */
export async function run(): Promise<void> {
  const { stet, page, debugPort: port, close } = await openSite();
  try {
    await visit(page, '/');
    const article = await page.locator('a[href^="/articles/0"]').first().getAttribute('href');
    for (const [name, path] of [
      ['workbench', `${article}?claim=14`],
      ['desk', '/'],
    ] as const)
      await printScores({ name, address: `${stet.address}${path}`, port, categories: CATEGORIES, isDesktop: true });
  } finally {
    await close();
  }
}
