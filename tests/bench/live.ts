import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { commandActor } from '#lib/access/gate-command.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { MOST_STREAMS } from '#lib/live/data-hub.ts';
import { readMessages } from '#lib/live/rules-stream.ts';
import { insertUser } from '#lib/people/mutations.ts';
import { connect, type Db, transact } from '#lib/platform/db.ts';
import { tellAll } from '#lib/platform/live.ts';
import { BROWSER_FLAGS, findBrowser } from '#tests/browser.ts';
import { cloneTemplate, startTestServer } from '#tests/db/server.ts';
import { freshArticle } from '#tests/e2e/articles.ts';
import { closeDatabase } from '#tests/e2e/database.ts';
import { type Account, sharedSamples } from '#tests/e2e/samples.ts';
import { launch } from '#tests/e2e/stet.ts';
import { signIn, visit } from '#tests/e2e/visit.ts';

const STREAMS = [200, 1_000] as const;
const CHANGES = 60;
const POLL_EVERY_MS = 2_000;
const WATCHED_MS = 20_000;

/**
 * How long it takes from a commit until every one of 200 streams has been told, and until a browser among them has painted it; what a
 * stream costs in memory and the server in work, and beside it as many browsers that ask every two seconds.
 */
export async function run(): Promise<void> {
  const server = await startTestServer();
  const { template, accounts } = await sharedSamples(server.url);
  const clone = await cloneTemplate(server.url, template);
  const dataDir = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const stet = await launch({ dataDir, env: { DATABASE_URL: clone.url } });
  const db = connect(clone.url, 4);
  const pid = stet.process.pid ?? 0;
  try {
    const path = await freshArticle({
      address: stet.address,
      databaseUrl: clone.url,
      ownerUrl: clone.ownerUrl,
      accounts,
      stop: async () => {},
    });
    const articleId = path.split('/').at(-1) ?? '';
    const cookies = await signInMany(db, stet.address, accounts, Math.ceil(STREAMS[1] / MOST_STREAMS.person) + 1);
    const streams: Stream[] = [];
    const bare = await atRest(pid);
    for (const count of STREAMS) {
      while (streams.length < count)
        streams.push(await openStream(stet.address, cookies[Math.floor(streams.length / MOST_STREAMS.person)] ?? ''));
      const memory = await atRest(pid);
      console.log(
        `${count} streams: ${((memory - bare) / count / 1024).toFixed(0)} kB a stream, ${(memory / 2 ** 20).toFixed(0)} MB in all`,
      );
      const from = cpuMs(pid);
      const times = await changes(db, articleId, streams);
      const spent = (cpuMs(pid) - from) / CHANGES;
      console.log(
        `  from the commit to each of them: ${spread(times)}; the server works ${spent.toFixed(1)} ms a change`,
      );
      for (const stream of streams) stream.onMoved = () => {};
      const seen = await paints(db, articleId, stet.address, accounts);
      console.log(`  from the beginning of a change to its paint in a browser: ${spread(seen)}`);
    }
    for (const stream of streams) stream.close();
    await poll(db, articleId, stet.address, cookies, pid);
  } finally {
    await db.$disconnect();
    await stet.stop();
    await closeDatabase(clone.url);
    await clone.drop();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** So many people more, with the first one's password, and a cookie of each. */
async function signInMany(db: Db, address: string, accounts: readonly Account[], count: number): Promise<string[]> {
  const [known] = accounts;
  const { passwordHash } = await db.user.findFirstOrThrow({ where: { email: known?.email ?? '' } });
  const cookies: string[] = [];
  for (let i = 0; i < count; i++) {
    const email = `reader${i}@bench.example`;
    const row = { email, name: `Reader ${i}`, role: 'reviewer', passwordHash } as const;
    await transact(db, (tx) => insertUser(tx, () => null, row));
    cookies.push(await cookieOf(address, email, known?.password ?? ''));
  }
  return cookies;
}

async function cookieOf(address: string, email: string, password: string): Promise<string> {
  const csrf = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const held = csrf.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const answer = await fetch(`${address}/api/auth/callback/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: held.join('; ') },
    body: new URLSearchParams({ email, password, csrfToken, callbackUrl: '/', json: 'true' }),
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.includes('session-token'));
  if (!cookie) throw new Error(`${email} was not signed in: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

type Stream = { onMoved: (at: number) => void; readonly close: () => void };

async function openStream(address: string, cookie: string): Promise<Stream> {
  const leaving = new AbortController();
  const response = await fetch(`${address}/api/live`, { headers: { cookie }, signal: leaving.signal });
  if (!response.body) throw new Error(`No stream: ${response.status}`);
  const stream: Stream = { onMoved: () => {}, close: () => leaving.abort() };
  const greeted = Promise.withResolvers<void>();
  const reader = response.body.getReader();
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for (let got = await reader.read(); !got.done; got = await reader.read()) {
      const { messages, rest } = readMessages(text + decoder.decode(got.value, { stream: true }));
      text = rest;
      for (const { kind } of messages) {
        if (kind === 'hello') greeted.resolve();
        if (kind === 'moved') stream.onMoved(performance.now());
      }
    }
  };
  read().catch(() => undefined);
  await greeted.promise;
  return stream;
}

/** One change after another, each told as `transact` does; milliseconds from each commit to each stream. */
async function changes(db: Db, articleId: string, streams: readonly Stream[]): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < CHANGES; i++) {
    const all = Promise.withResolvers<void>();
    let left = streams.length;
    let from = 0;
    for (const stream of streams) {
      stream.onMoved = (at) => {
        times.push(at - from);
        left -= 1;
        if (left === 0) all.resolve();
      };
    }
    const sequence = await commit(db, articleId);
    from = performance.now();
    await tellAll(db, [{ kind: 'moved', chain: articleId, sequence }]);
    await all.promise;
  }
  return times;
}

/**
 * A claim is worded anew, one time after another; milliseconds from the beginning of each change, its transaction with it, until a browser that has the claim
 * in hand has painted the words.
 */
async function paints(db: Db, articleId: string, address: string, accounts: readonly Account[]): Promise<number[]> {
  const editor = accounts.find(({ role }) => role === 'editor');
  if (!editor) throw new Error('The samples have no editor');
  const { executablePath, env } = await findBrowser();
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]);
  const browser = await chromium.launch({
    executablePath,
    env: { ...Object.fromEntries(environment), ...env },
    args: BROWSER_FLAGS,
  });
  try {
    const page = await browser.newPage({ baseURL: address, viewport: { width: 1440, height: 900 } });
    await signIn(page, editor);
    await visit(page, `/articles/${articleId}?claim=2`);
    const times: number[] = [];
    for (let i = 0; i < CHANGES; i++) times.push(await paint(db, articleId, page, `Worded ${times.length + 1} times.`));
    return times;
  } finally {
    await browser.close();
  }
}

async function paint(db: Db, articleId: string, page: Page, statement: string): Promise<number> {
  const where = { articleId_number: { articleId, number: 2 } };
  const { id, version } = await db.claim.findUniqueOrThrow({ where, select: { id: true, version: true } });
  const painted = page.evaluate(whenPainted, statement);
  const from = Date.now();
  await editClaim(db, commandActor(), { id, version, statement });
  return (await painted) - from;
}

/** In the page: the moment after the frame in which the words are there, by the clock that all processes share. */
const whenPainted = (words: string) =>
  new Promise<number>((done) => {
    const look = () => {
      if (document.body.textContent?.includes(words)) setTimeout(() => done(Date.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

async function commit(db: Db, articleId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ sequence: number }[]>`
    select stet_append_event(${articleId}, null, 'machine', 'comment.resolved', 'article', ${articleId}, '{"claim":null}') as sequence`;
  return row?.sequence ?? 0;
}

/** As many browsers as the first streams, asking every two seconds, and a change every second. */
async function poll(
  db: Db,
  articleId: string,
  address: string,
  cookies: readonly string[],
  pid: number,
): Promise<void> {
  const times: number[] = [];
  let committed = 0;
  let isOver = false;
  const asking = Array.from({ length: STREAMS[0] }, async (_, i) => {
    const cookie = cookies[Math.floor(i / MOST_STREAMS.person)] ?? '';
    let mark = '';
    let told = 0;
    await later((i / STREAMS[0]) * POLL_EVERY_MS);
    while (!isOver) {
      const response = await fetch(`${address}/api/live/missed`, { headers: { cookie, 'last-event-id': mark } });
      const missed = (await response.json()) as { mark: string; news: { articles: string[] } | null };
      mark = missed.mark;
      if (missed.news?.articles.includes(articleId) && committed > told) {
        told = committed;
        times.push(performance.now() - committed);
      }
      await later(POLL_EVERY_MS);
    }
  });
  await later(POLL_EVERY_MS * 2);
  const from = cpuMs(pid);
  const end = performance.now() + WATCHED_MS;
  while (performance.now() < end) {
    await commit(db, articleId);
    committed = performance.now();
    await later(POLL_EVERY_MS * 1.5);
  }
  const spent = cpuMs(pid) - from;
  isOver = true;
  await Promise.all(asking);
  console.log(
    `${STREAMS[0]} browsers that ask every two seconds: ${spread(times)}; the server works ${((spent / WATCHED_MS) * 100).toFixed(0)} % of a processor`,
  );
}

const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Processor time of a process so far, in milliseconds; of Linux, whose clock ticks a hundred times a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Bytes that a process holds once it has rested a while. */
async function atRest(pid: number): Promise<number> {
  await later(3_000);
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
}

function spread(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}
