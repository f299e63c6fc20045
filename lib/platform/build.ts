import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { generateClient } from './generate.ts';
import { withLock } from './lock.ts';
import { packStatic } from './packed.ts';
import { inProject } from './paths.ts';

/** What the built pages are made of. */
const SOURCES = ['app', 'components', 'lib', 'messages', 'public', 'prisma/schema.prisma'];
const SOURCE_FILES = /^(package-lock\.json|package\.json|proxy\.ts|tsconfig.*\.json|[\w-]+\.config\.(js|mjs|ts))$/;
/** Of lib, what only the command line uses, or what is made while building. */
const LEFT_OUT = new Set(['lib/cli', 'lib/platform/generated']);
const LONGEST_BUILD_MS = 15 * 60_000;

/** True where the build folder was made from other sources than the present ones, or not at all. */
export function isBuildNeeded(distDir: string): boolean {
  const stamp = stampFile(distDir);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOfSources();
}

/** Makes the database client and the pages, where they are not those of the present sources. */
export async function build(distDir: string, signal?: AbortSignal): Promise<void> {
  await withLock(
    inProject(`${distDir}.lock`),
    async () => {
      await generateClient();
      if (!isBuildNeeded(distDir)) return;
      rmSync(stampFile(distDir), { force: true });
      const hash = hashOfSources();
      await runNextBuild(distDir, signal);
      await packStatic(inProject(distDir));
      writeFileSync(stampFile(distDir), hash);
    },
    { waitMs: LONGEST_BUILD_MS },
  );
}

async function runNextBuild(distDir: string, signal?: AbortSignal): Promise<void> {
  const log = inProject(`${distDir}.log`);
  const output = openSync(log, 'w');
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: inProject(),
    env: { ...process.env, NODE_ENV: 'production', STET_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  // However this process ends, the build must not go on without it.
  const end = () => child.kill();
  process.once('exit', end);
  signal?.addEventListener('abort', end);
  const code = await new Promise((done) => {
    child.once('exit', done);
    child.once('error', done);
  });
  process.off('exit', end);
  signal?.removeEventListener('abort', end);
  signal?.throwIfAborted();
  if (code !== 0) {
    throw new Error(`The pages could not be built (the whole log is ${log}):\n${complaint(readFileSync(log, 'utf8'))}`);
  }
}

/** The part of the log from the first complaint on: what follows it are places where it was met again. */
function complaint(log: string): string {
  const lines = log.trim().split('\n');
  const first = lines.findIndex((line) => /error|failed/i.test(line));
  return lines.slice(Math.max(first, 0)).slice(0, 25).join('\n');
}

const stampFile = (distDir: string) => inProject(distDir, 'stet-sources');

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const rootFiles = readdirSync(inProject()).filter((name) => SOURCE_FILES.test(name));
  for (const path of [...rootFiles, ...SOURCES.flatMap(filesUnder)].sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(inProject(path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The files under a folder of the project, or the file itself, by path with slashes. */
function filesUnder(path: string): string[] {
  const stat = statSync(inProject(path), { throwIfNoEntry: false });
  if (!stat || LEFT_OUT.has(path)) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(inProject(path)).flatMap((name) => filesUnder(`${path}/${name}`));
}
