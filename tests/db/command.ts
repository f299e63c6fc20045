import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { explain } from '#lib/cli/errors.ts';
import { makeProgram } from '#lib/cli/program.ts';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the `stet` command as a process of its own, on the database that DATABASE_URL names, and waits for its end. */
export async function stet(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['lib/cli/stet.js', ...args], {
    env: { ...process.env, STET_LOG_LEVEL: 'error', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A command that does not read its input may have closed it already.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = new Promise<number | null>((done) => child.once('exit', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}

/** The way out of a program that ends its process: it ends the command alone. */
class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/**
 * Runs the `stet` command's own program inside this process: many commands in the time that one process takes to start.
 * What is looked at is what it says and does; that it starts, and reads and writes what is piped, `stet` tells.
 */
export async function stetHere(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Ended> {
  const said = { out: '', err: '' };
  const writes = (to: keyof typeof said) => (words: string | Uint8Array) => {
    said[to] += typeof words === 'string' ? words : new TextDecoder().decode(words);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(writes('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(writes('err')),
    vi.spyOn(console, 'log').mockImplementation((line: unknown) => {
      said.out += `${line}\n`;
    }),
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Exit(Number(code ?? 0));
    }),
  ];
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};
  Object.defineProperty(process, 'stdin', { ...stdin, get: () => Readable.from([Buffer.from(input)]) });
  const { exitCode: codeBefore } = process;
  process.exitCode = undefined;
  const before = { ...process.env };
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  try {
    const program = await makeProgram(args[0]);
    await program.parseAsync(args, { from: 'user' });
    return { code: Number(process.exitCode ?? 0), ...said };
  } catch (error) {
    if (error instanceof Exit) return { code: error.code, ...said };
    const { words, exitCode } = explain(error);
    return { code: exitCode, out: said.out, err: `${said.err}stet: ${words}\n` };
  } finally {
    process.exitCode = codeBefore;
    Object.defineProperty(process, 'stdin', stdin);
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    for (const spy of spies) spy.mockRestore();
  }
}
