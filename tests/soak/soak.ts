import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinPostgres, runningPostgres } from '#lib/platform/embedded.ts';
import { waitForEnd } from '#lib/platform/processes.ts';
import { type Launched, launch } from '#tests/e2e/stet.ts';
import { type Outcome, stet } from '#tests/launcher/command.ts';
import { type Acknowledged, signIn, startWriters } from './writers.ts';

/** What is killed, with SIGKILL: the server's process, its Postgres, both, or one of Postgres's own processes. */
export const VICTIMS = ['node', 'postgres', 'both', 'backend'] as const;
export type Victim = (typeof VICTIMS)[number];

export type Round = {
  readonly victim: Victim;
  /** How long the writers had written before, in milliseconds. */
  readonly after: number;
  /** From the kill until a write was acknowledged again, and how many of it the start took. */
  readonly goingAgainMs: number;
  readonly acknowledged: number;
};

export type Plan = { readonly victim: Victim; readonly after: number };

/** A data folder that was started once, and what that start said: the passwords of its people are in it. */
export type Begun = { readonly dataDir: string; readonly said: string };

const ACCOUNT = /^\s+\S.*?\s+(admin|editor)\s+(\S+@\S+)\s+(\S+)$/gm;

/**
 * Starts Stet on a new data folder, or on `begun`, and, under people who add articles, kills as planned; after each kill it goes on as
 * whoever runs it would: the server is started again where it was killed. Throws where anything acknowledged is lost,
 * somebody's session is, or the history is not whole.
 */
export async function soak(
  plans: readonly Plan[],
  tell: (round: Round) => void = () => {},
  begun?: Begun,
): Promise<Round[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-soak-'));
  const { dataDir, said } = begun ?? { dataDir: join(folder, 'data'), said: '' };
  const rounds: Round[] = [];
  let server = await launch({ dataDir });
  const people = [...(said + server.output()).matchAll(ACCOUNT)].map(([, , email = '', password = '']) => ({
    email,
    password,
  }));
  const cookies = await Promise.all(people.map(({ email, password }) => signIn(server.address, email, password)));
  const writers = startWriters(() => server.address, cookies);
  try {
    await writers.next();
    for (const { victim, after } of plans) {
      await new Promise((done) => setTimeout(done, after));
      const killed = performance.now();
      await kill(victim, server, dataDir);
      if (victim === 'node' || victim === 'both') server = await launch({ dataDir });
      await writers.next();
      const goingAgainMs = performance.now() - killed;
      await assertKept(dataDir, [...writers.acknowledged]);
      const round = { victim, after, goingAgainMs, acknowledged: writers.acknowledged.length };
      rounds.push(round);
      tell(round);
    }
    await writers.stop();
    await assertKept(dataDir, writers.acknowledged);
    assertWhole(await stet(dataDir, ['verify']));
    return rounds;
  } finally {
    await writers.stop().catch(() => {});
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function kill(victim: Victim, server: Launched, dataDir: string): Promise<void> {
  const postmaster = runningPostgres(join(dataDir, 'postgres'))?.pid;
  if (!postmaster) throw new Error('No Postgres runs');
  if (victim === 'backend') {
    process.kill(backendOf(postmaster), 'SIGKILL');
    return;
  }
  const pids = [
    ...(victim !== 'postgres' && server.process.pid ? [server.process.pid] : []),
    ...(victim !== 'node' ? [postmaster] : []),
  ];
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  for (const pid of pids) await waitForEnd(pid, 60_000);
}

/** One of Postgres's processes that serves a connection: losing it, Postgres ends all others and recovers. */
function backendOf(postmaster: number): number {
  const children = execFileSync('pgrep', ['--parent', String(postmaster), '--full', '127.0.0.1'], { encoding: 'utf8' });
  const [first] = children.trim().split('\n');
  if (!first) throw new Error('No connection is served');
  return Number(first);
}

/** Every article that was acknowledged is there, with its text, its claims' reading and the event that it was added. */
async function assertKept(dataDir: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const server = await joinPostgres({ folder: join(dataDir, 'postgres') });
  const client = new pg.Client({ connectionString: server.ownerUrl });
  try {
    await client.connect();
    const { rows } = await client.query<{ id: string; headline: string }>(
      `select a.id, a.headline from articles a join revisions r on r.id = a.revision_id and r.text like a.headline || '%'
       where exists (select 1 from events e where e.chain = a.id::text and e.action = 'article.added')`,
    );
    const kept = new Map(rows.map(({ id, headline }) => [id, headline]));
    const lost = acknowledged.filter(({ id, headline }) => kept.get(id) !== headline);
    if (lost.length > 0) throw new Error(`Acknowledged and lost: ${lost.map(({ headline }) => headline).join('; ')}`);
  } finally {
    await client.end();
    await server.leave();
  }
}

function assertWhole({ code, stdout, stderr }: Outcome): void {
  if (code !== 0) throw new Error(`The history is not whole: ${stdout}${stderr}`);
}
