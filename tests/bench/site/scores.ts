import lighthouse, { desktopConfig } from 'lighthouse';

export type Asked = {
  readonly name: string;
  readonly address: string;
  /** Where Chromium answers. */
  readonly port: number;
  readonly categories: readonly string[];
  /** A wide screen at a good line; else a telephone, slowed. */
  readonly isDesktop: boolean;
};

/** Prints Lighthouse's scores, of 100, and what costs points. */
export async function printScores({ name, address, port, categories, isDesktop }: Asked): Promise<void> {
  const flags = { port, logLevel: 'error' as const, onlyCategories: [...categories] };
  const result = await lighthouse(address, flags, isDesktop ? desktopConfig : undefined);
  if (!result) throw new Error('Lighthouse gave no answer');
  const { categories: found, audits, finalDisplayedUrl } = result.lhr;
  if (finalDisplayedUrl !== address) throw new Error(`Lighthouse was led to ${finalDisplayedUrl}`);
  const scores = Object.values(found).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
  console.log(`${name}, ${isDesktop ? 'desktop' : 'telephone'}: ${scores.join(' · ')}`);
  const counted = Object.values(found).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  for (const { id } of counted) {
    const audit = audits[id];
    if (audit && audit.score !== null && audit.score < 1)
      console.log(`  ${audit.title}: ${audit.displayValue ?? 'no'}`);
  }
}
