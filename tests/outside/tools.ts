import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Programs that judge files, in these versions. They are fetched when they are needed and are no part of Stet's own packages. */
export const TOOLS = {
  'vnu-jar': '26.9.27',
  'schema-dts': '2.1.0',
  'structured-data-testing-tool': '4.5.0',
  papaparse: '5.7.1',
} as const;

const folder = resolve('node_modules/.cache/outside');

/** Fetches the programs by npm, without running anything of theirs, and gives the folder that they are in. */
export function fetchTools(): string {
  mkdirSync(folder, { recursive: true });
  const wanted = JSON.stringify({ private: true, dependencies: TOOLS });
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && readFileSync(manifest, 'utf8') === wanted) return folder;
  writeFileSync(manifest, wanted);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  writeFileSync(manifest, wanted);
  return folder;
}

/** A module of one of them. */
export const tool = (name: string): unknown => createRequire(join(folder, 'package.json'))(name);

const MOST = 256 * 1024 * 1024;
/** What a program says, which ends well. */
export const said = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: MOST,
    timeout: 300_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** What Debian's Python reads of a file, through a script of this folder. */
export function read<T extends z.ZodType>(shape: T, script: string, ...args: readonly string[]): z.infer<T> {
  return shape.parse(JSON.parse(said('/usr/bin/python3', [join('tests/outside', script), ...args])));
}

const finding = z.object({
  type: z.string(),
  subType: z.string().optional(),
  url: z.string(),
  message: z.string(),
  extract: z.string().optional(),
});

/** What the Nu validator has against pages. */
export function nu(files: readonly string[]): z.infer<typeof finding>[] {
  const jar = join(folder, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const told = said('java', ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files]);
  return z.object({ messages: z.array(finding) }).parse(JSON.parse(told)).messages;
}
