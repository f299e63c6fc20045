import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

const run = promisify(execFile);

/** A Chromium that starts on this machine, and what it needs to. */
export type Browser = { executablePath: string; env: Record<string, string>; from: string };

/**
 * Finds the Chromium for the browser tests: the one STET_TEST_CHROMIUM names, Playwright's own, one of the system's,
 * or the Linux build that comes through npm, unpacked on first use. Each is started once before it is taken.
 */
export async function findBrowser(): Promise<Browser> {
  const refusals: string[] = [];
  for await (const candidate of candidates()) {
    const refusal = await tryBrowser(candidate);
    if (refusal === null) return candidate;
    refusals.push(`${candidate.from} (${candidate.executablePath}): ${refusal}`);
  }
  throw new Error(
    [
      'No Chromium was found for the browser tests. Install one (npx playwright install chromium, or the system’s',
      'own), or name one in STET_TEST_CHROMIUM.',
      ...refusals.map((refusal) => `  ${refusal}`),
    ].join('\n'),
  );
}

/** What Chromium is started with beside Playwright's own flags: it must not ask the network for anything. */
export const BROWSER_FLAGS = [
  '--js-flags=--no-opt --no-maglev --single-threaded-gc',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--font-render-hinting=none',
];

async function* candidates(): AsyncGenerator<Browser> {
  const named = process.env.STET_TEST_CHROMIUM;
  if (named) {
    yield { executablePath: named, env: {}, from: 'STET_TEST_CHROMIUM' };
    // What a person names is used, or refused aloud: never silently replaced by another.
    return;
  }
  yield* [
    { executablePath: chromium.executablePath(), env: {}, from: 'Playwright’s' },
    ...systemBrowsers().map((executablePath) => ({ executablePath, env: {}, from: 'the system’s' })),
  ].filter(({ executablePath }) => existsSync(executablePath));
  if (process.platform === 'linux' && process.arch === 'x64') yield* await unpacked();
}

function systemBrowsers(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter((path) => path !== undefined);
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
    ...programs.map((folder) => join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
  ];
}

/** The build out of @sparticuz/chromium, first on the system's libraries, then on the ones it brings (libnss3 …). */
async function unpacked(): Promise<Browser[]> {
  const folder = await unpack();
  const executablePath = join(folder, 'chromium');
  // A system without any font configuration would draw no text at all.
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const from = 'the one that comes through npm';
  return [
    { executablePath, env: fonts, from },
    { executablePath, env: { ...fonts, LD_LIBRARY_PATH: libraries }, from: `${from}, with its own libraries` },
  ];
}

async function unpack(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFolder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = resolve('node_modules/.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  // The package unpacks into the temporary folder, which here is one that no other user can prepare for us, and
  // brings its libraries only where it believes to be on Amazon's servers.
  const code = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  await run(process.execPath, ['-e', code], {
    cwd: resolve('.'),
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another run was quicker.
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function tryBrowser({ executablePath, env }: Browser): Promise<string | null> {
  try {
    // Loading its libraries is what fails where one is missing; --version of a full browser would suffice as well.
    await run(executablePath, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, timeout: 20_000 });
    return null;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    return said.split('\n')[0] || (error instanceof Error ? error.message : String(error));
  }
}
