import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import postgres from 'postgres';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { applyMigrations, readMigrations } from '#lib/platform/migrate.ts';
import { inProject } from '#lib/platform/paths.ts';

/*
 * A desk as release 0.1.0 left it: made by scripts/release-fixture.ts with that release's own code.
 */

const file = (name: string) => inProject('tests/fixtures/release-0.1.0', name);

type Table = { readonly head: string; readonly name: string; readonly rows: string };

function readTables(): Table[] {
  const text = gunzipSync(readFileSync(file('desk.sql.gz'))).toString('utf8');
  return [...text.matchAll(/^(COPY (\w+) \(.*\) FROM stdin);\n([\s\S]*?)^\\\.$/gm)].map(([, head, name, rows]) => ({
    head: head ?? '',
    name: name ?? '',
    rows: rows ?? '',
  }));
}

/** Makes an empty database into the release's: its tables, and its rows as they were. */
export async function layRelease(url: string): Promise<void> {
  const tables = readTables();
  const ledger = tables.find(({ name }) => name === '_prisma_migrations')?.rows ?? '';
  await applyMigrations(
    url,
    readMigrations().filter(({ name }) => ledger.includes(name)),
  );
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      for (const { head, name, rows } of tables) {
        // What the migrations themselves wrote stands in the rows too.
        await tx`delete from ${tx(name)}`;
        await pipeline(Readable.from([rows]), await tx.unsafe(head).writable());
      }
    });
  } finally {
    await sql.end();
  }
}

/** Makes a data folder as the release left it; nothing runs on it afterwards. */
export async function makeReleaseFolder(folder: string): Promise<void> {
  const server = await joinPostgres({ folder });
  try {
    await layRelease(server.ownerUrl);
  } finally {
    await server.leave();
  }
}

export type ReleaseAnswers = {
  readonly articles: readonly {
    readonly id: string;
    readonly headline: string;
    readonly sentencesRead: number;
    readonly sentencesTotal: number;
  }[];
  readonly claims: readonly {
    readonly id: string;
    /** What happened to it in scripts/release/story.js, or null. */
    readonly story: string | null;
    readonly progress: string;
    readonly settledBy: string | null;
    readonly settledVerdictId: string | null;
    readonly stale: boolean;
    readonly verdicts: readonly {
      readonly id: string;
      readonly seat: number;
      readonly inForce: boolean;
      readonly revealed: boolean;
      readonly stale: boolean;
      readonly signedOff: boolean;
      readonly basisDigest: string;
      /** The digest of what it would be given on at the time of asking. */
      readonly presentDigest: string;
    }[];
  }[];
  readonly reports: readonly { readonly id: string; readonly number: number; readonly digest: string }[];
  readonly verify: {
    readonly chains: number;
    readonly events: number;
    readonly erased: number;
    readonly breaks: readonly unknown[];
  };
};

/** What the release itself says of its desk. */
export const releaseAnswers = (): ReleaseAnswers => JSON.parse(readFileSync(file('answers.json'), 'utf8'));
