/**
 * npm run flood [-- --seconds N]: strangers with one address of the loopback, then with a hundred, ask a built server for all
 * that is open to them as fast as they can, while somebody signed in reads. Throws where what they have done for them is not
 * bounded in memory or count, or a page does not answer; times are printed. Writes docs/flood.md. For Linux, where every
 * address of 127.0.0.0/8 is one's own.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { type Launched, launch } from '#tests/e2e/stet.ts';
import { signIn } from './writers.ts';

/** Requests that the strangers keep under way. */
const AT_ONCE = 400;
/** What the server allows: requests an address a minute, of which a flood meets two, and failed sign-ins in a quarter of an hour. */
const LET_IN = 2 * 300;
const FAILED = 60;
/** What a flood may add to the server's memory. */
const MOST_MEGABYTES = 300;
const ACCOUNT = /^\s+\S.*?\s+(?:admin|editor)\s+(\S+@\S+)\s+(\S+)$/m;

type Sent = { readonly path: string; readonly options?: RequestOptions; readonly body?: string };
type Round = {
  addresses: number;
  sent: number;
  letIn: number;
  failedSignIns: number;
  megabytes: readonly [before: number, most: number];
  /** Milliseconds that each page of the person signed in took. */
  pages: number[];
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** One of each thing that a stranger can ask for, in turn. */
const ATTACKS: readonly ((csrf: Csrf, turn: number) => Sent)[] = [
  () => ({ path: '/sign-in' }),
  () => ({ path: '/_next/static/../../sign-in' }),
  () => ({ path: `/link/${randomBytes(32).toString('base64url')}` }),
  () => ({ path: '/api/health' }),
  (csrf, turn) => form('password', csrf, { email: `somebody${turn}@desk.example`, password: 'not this one' }),
  (csrf) => form('link', csrf, { token: randomBytes(32).toString('base64url') }),
  () => ({
    path: '/sign-in',
    options: { method: 'POST', headers: { ...FORM, 'content-length': 150_000_000 } },
    body: 'a',
  }),
  () => ({ path: '/sign-in', options: { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, body: 'a' }),
  // Never sent to its end.
  () => ({
    path: '/api/auth/callback/password',
    options: { method: 'POST', headers: { ...FORM, 'content-length': 90 } },
    body: 'a',
  }),
];

type Csrf = { readonly token: string; readonly cookie: string };
function form(way: string, { token, cookie }: Csrf, fields: Record<string, string>): Sent {
  const body = new URLSearchParams({ csrfToken: token, json: 'true', ...fields }).toString();
  const headers = { ...FORM, cookie, 'content-length': Buffer.byteLength(body) };
  return { path: `/api/auth/callback/${way}`, options: { method: 'POST', headers }, body };
}

async function csrfOf(address: string): Promise<Csrf> {
  const answer = await fetch(`${address}/api/auth/csrf`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { token: String(((await answer.json()) as { csrfToken: unknown }).csrfToken), cookie };
}

/** The status of the answer; 0 where the connection was closed without one. */
function send(origin: URL, { path, options, body }: Sent, from: string, agent: Agent): Promise<number> {
  return new Promise((done) => {
    const sent = request({ host: origin.hostname, port: origin.port, path, localAddress: from, agent, ...options });
    sent.once('response', (response) => {
      response.resume();
      response.once('close', () => done(response.statusCode ?? 0));
    });
    sent.once('error', () => done(0));
    sent.once('close', () => done(0));
    sent.setTimeout(20_000, () => sent.destroy());
    const isWhole = body === undefined || Number(sent.getHeader('content-length')) === body.length;
    if (isWhole) sent.end(body);
    else sent.write(body);
  });
}

const TURNED_AWAY = new Set([0, 411, 413, 429, 503]);

async function flood(
  stet: Launched,
  cookie: string,
  addresses: number,
  ms: number,
  failed: () => Promise<number>,
): Promise<Round> {
  const [origin, csrf, before] = [new URL(stet.address), await csrfOf(stet.address), await failed()];
  const round: Round = { addresses, sent: 0, letIn: 0, failedSignIns: 0, megabytes: [memoryOf(stet), 0], pages: [] };
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const until = performance.now() + ms;
  const stranger = async () => {
    while (performance.now() < until) {
      const turn = round.sent++;
      const attack = ATTACKS[turn % ATTACKS.length];
      if (!attack) break;
      const status = await send(origin, attack(csrf, turn), `127.0.1.${1 + (turn % addresses)}`, agent);
      if (!TURNED_AWAY.has(status)) round.letIn++;
    }
  };
  const reader = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      const answer = await fetch(`${stet.address}/articles`, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200 || answer.redirected)
        throw new Error(`A page of somebody signed in: ${answer.status} ${answer.url}`);
      round.pages.push(performance.now() - began);
      round.megabytes = [round.megabytes[0], Math.max(round.megabytes[1], memoryOf(stet))];
    }
  };
  await Promise.all([reader(), ...Array.from({ length: AT_ONCE }, stranger)]);
  agent.destroy();
  round.failedSignIns = (await failed()) - before;
  assertBounded(round);
  return round;
}

function assertBounded({ addresses, letIn, failedSignIns, megabytes: [before, most], pages }: Round): void {
  const broken = [
    letIn > LET_IN * addresses && `${letIn} requests were let in from ${addresses} addresses`,
    failedSignIns > FAILED * addresses && `${failedSignIns} failed sign-ins were worked on`,
    most - before > MOST_MEGABYTES && `the server grew from ${before} to ${most} MB`,
    pages.length < 2 && 'hardly a page of somebody signed in was answered',
  ].filter((line) => line !== false);
  if (broken.length > 0) throw new Error(broken.join('; '));
}

const memoryOf = ({ process: { pid } }: Launched): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } });
const folder = mkdtempSync(join(tmpdir(), 'stet-flood-'));
const dataDir = join(folder, 'data');
const stet = await launch({ dataDir, env: { STET_LOG_LEVEL: 'error' } });
const database = await joinPostgres({ folder: join(dataDir, 'postgres') });
const client = new pg.Client({ connectionString: database.ownerUrl });
try {
  await client.connect();
  const failed = async () => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from events where action = 'person.signInFailed'`,
    );
    return rows[0]?.count ?? 0;
  };
  const [, email = '', password = ''] = ACCOUNT.exec(stet.output()) ?? [];
  const cookie = await signIn(stet.address, email, password);
  const rounds: Round[] = [];
  for (const addresses of [1, 100]) {
    const round = await flood(stet, cookie, addresses, Number(values.seconds) * 1000, failed);
    console.log(line(round));
    rounds.push(round);
  }
  writeFileSync('docs/flood.md', report(rounds));
} finally {
  await client.end();
  await database.leave();
  await stet.stop();
  rmSync(folder, { recursive: true, force: true });
}

function line({ addresses, sent, letIn, failedSignIns, megabytes, pages }: Round): string {
  const sorted = pages.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const all = [addresses, sent, letIn, failedSignIns, megabytes[0], megabytes[1], pages.length, at(0.5), at(1)];
  return `| ${all.join(' | ')} |`;
}

function report(rounds: readonly Round[]): string {
  return [
    '# A flood of strangers',
    '',
    `By \`npm run flood\`, last on ${new Date().toISOString().slice(0, 10)}, for ${values.seconds} seconds each: ${AT_ONCE} requests under way at any moment, of every kind that`,
    'is open to strangers (sign-ins, links, pages, health, bodies of 150 MB, endless ones, and ones never finished), while somebody signed in reads',
    `the list of articles. At most ${LET_IN} requests and ${FAILED} failed sign-ins an address may come through, the server may grow by ${MOST_MEGABYTES} MB, and`,
    'every page must answer: else it ends with an error. The strangers and the server share the machine.',
    '',
    '| addresses | requests | let in | failed sign-ins | MB before | MB most | pages answered | ms, middle | ms, slowest |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rounds.map(line),
    '',
  ].join('\n');
}
