import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** Fetched by npm where it is asked for: with it come 85 packages, which whoever only runs or tests Stet should not wait for. */
const LIGHTHOUSE = 'lighthouse@13.5.0';

export type Asked = {
  readonly name: string;
  readonly address: string;
  /** Where Chromium answers. */
  readonly port: number;
  readonly categories: readonly string[];
  /** A wide screen at a good line; else a telephone, slowed. */
  readonly isDesktop: boolean;
};

const Score = z.number().nullable();
const Answer = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: Score,
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), z.object({ title: z.string(), score: Score, displayValue: z.string().optional() })),
});

/** Prints Lighthouse's scores, of 100, and what costs points. */
export async function printScores({ name, address, port, categories, isDesktop }: Asked): Promise<void> {
  const asked = [address, `--port=${port}`, `--only-categories=${categories.join()}`];
  const told = ['--output=json', '--quiet', ...(isDesktop ? ['--preset=desktop'] : [])];
  const { stdout } = await run('npx', ['--yes', LIGHTHOUSE, ...asked, ...told], { maxBuffer: 2 ** 27 });
  const { categories: found, audits, finalDisplayedUrl } = Answer.parse(JSON.parse(stdout));
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
