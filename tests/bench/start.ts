import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cleanEnvironment, freePort } from '../e2e/stet.ts';

const execute = promisify(execFile);
const seconds = (from: number) => (performance.now() - from) / 1000;

/** First and second start of a clean clone, against a bare server of Node's started the same way. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const clone = join(folder, 'stet');
  try {
    await execute('git', ['clone', '--quiet', resolve('.'), clone]);
    const installed = performance.now();
    await execute('npm', ['ci'], { cwd: clone, shell: process.platform === 'win32' });
    console.log(`npm ci: ${seconds(installed).toFixed(1)} s`);
    const bare = await timeUntil(process.execPath, ['-e', BARE], folder, 'ready');
    const first = await timeUntil(
      'npm',
      ['start', '--', '--port', String(await freePort())],
      clone,
      'Ctrl-C stops Stet',
    );
    const second = await timeUntil(
      'npm',
      ['start', '--', '--port', String(await freePort())],
      clone,
      'Ctrl-C stops Stet',
    );
    console.log(`bare server: ${bare.toFixed(2)} s`);
    console.log(`first start: ${first.toFixed(1)} s, ${(first / bare).toFixed(0)} × the bare server`);
    console.log(`second start: ${second.toFixed(1)} s, ${(second / bare).toFixed(0)} × the bare server`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BARE = "require('node:http').createServer().listen(0, '127.0.0.1', () => console.log('ready'))";

/** Seconds from starting a command until it has said the words; it is then ended as by Ctrl-C. */
async function timeUntil(command: string, args: readonly string[], cwd: string, words: string): Promise<number> {
  const from = performance.now();
  const child: ChildProcess = spawn(command, args, {
    cwd,
    env: cleanEnvironment({ STET_DIST_DIR: undefined }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let said = '';
  const taken = await new Promise<number>((done, fail) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes(words)) done(seconds(from));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => fail(new Error(`It ended before it said “${words}”:\n${said}`)));
  });
  const ended = new Promise((done) => child.once('exit', done));
  child.removeAllListeners('exit').once('exit', () => {});
  if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGINT');
  else child.kill('SIGINT');
  await Promise.race([ended, new Promise((done) => setTimeout(done, 10_000))]);
  return taken;
}
