import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresFolder } from '#lib/platform/data-folder.ts';
import { recreateDatabase } from '#lib/platform/embedded.ts';
import type { seedSamples } from '../seed.ts';
import { bringUpToDate, type Store } from '../store.ts';

/** What a first start made, to be told once. */
export type Samples = Awaited<ReturnType<typeof seedSamples>>;

export type FirstSteps =
  | { kind: 'samples'; samples: Samples }
  | { kind: 'set-up link'; url: string }
  | { kind: 'none' };

/**
 * Loads the samples into an empty database of Stet's own, or makes a link by which the first admin of another one sets
 * themselves up. A database with people in it is left as it is.
 */
export async function takeFirstSteps(store: Store, dataDir: string, address: string): Promise<FirstSteps> {
  const mark = markFile(dataDir);
  // A start that came to nothing left the samples half loaded, or nobody knows their passwords: nobody has worked here yet.
  if (store.kind === 'embedded' && existsSync(mark)) {
    await recreateDatabase(postgresFolder(dataDir));
    await bringUpToDate(store);
  }
  const { closeDatabase, database } = await import('#lib/platform/db.ts');
  const { countPeople } = await import('#lib/people/data.ts');
  try {
    if ((await countPeople(database())) > 0) return { kind: 'none' };
    if (store.kind === 'embedded') return { kind: 'samples', samples: await loadSamples(mark, address) };
    const { firstAdminLink } = await import('#lib/people/mutations-links.ts');
    const link = await firstAdminLink(database(), address);
    return link ? { kind: 'set-up link', url: link.url } : { kind: 'none' };
  } finally {
    // The pages bring a client of their own, built with them.
    await closeDatabase();
  }
}

async function loadSamples(mark: string, address: string): Promise<Samples> {
  const { seedSamples } = await import('../seed.ts');
  writeFileSync(mark, '');
  return seedSamples(address);
}

/** To be called once the passwords have been shown; until then a start begins the samples anew. */
export function confirmFirstSteps(dataDir: string): void {
  rmSync(markFile(dataDir), { force: true });
}

const markFile = (dataDir: string) => join(dataDir, 'loading-samples');
