import { existsSync } from 'node:fs';
import { inProject } from '#lib/platform/paths.ts';
import { explain } from './errors.ts';
import { makeProgram } from './program.ts';

/** Runs one command line and ends the process with the code of its outcome (see EXIT). */
export async function main(args: readonly string[]): Promise<void> {
  // npm runs scripts in the project's folder; files that are named mean those where the command was typed.
  if (process.env.npm_lifecycle_event === 'stet' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  // What stands in the environment already wins over the files, and the first file over the second, as with Next.
  for (const file of ['.env.local', '.env'].map((name) => inProject(name))) {
    if (existsSync(file)) process.loadEnvFile(file);
  }
  // `stet export … | head` closes our output early: that is no failure.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    const program = await makeProgram(args[0]);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const { words, exitCode } = explain(error);
    process.stderr.write(`stet: ${words}\n`);
    process.exitCode = exitCode;
  }
}
