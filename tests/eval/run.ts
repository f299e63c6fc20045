/**
 * Measures the engine and prints one table: `npm run eval -- [--shared DIR] [--only NAME] [--verbose] [--write]`.
 *
 * The project's own gold is always measured; a folder of shared articles and data sets is measured too where it is there. Exit code 0 whatever the
 * scores, 1 where a measurement crashed, 2 where the command line is wrong.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asMarkdown, asText, met } from './report.ts';
import type { Row } from './types.ts';

const MODULES = [
  'extraction',
  'sentences',
  'quantities',
  'times',
  'attribution',
  'checkworthiness',
  'match',
  'passages',
  'anchor',
  'readers',
] as const;
type Name = (typeof MODULES)[number];
type Measurement = {
  run: (sharedDir: string | null) => Promise<Row[]>;
  details?: (sharedDir: string | null) => Promise<string[]>;
};
type Outcome = { name: Name; rows: Row[]; lines: string[]; absent: boolean; crash: unknown };

const root = fileURLToPath(new URL('../../', import.meta.url));

async function measure(name: Name, sharedDir: string | null, verbose: boolean): Promise<Outcome> {
  const outcome: Outcome = { name, rows: [], lines: [], absent: false, crash: null };
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (!existsSync(fileURLToPath(file))) return { ...outcome, absent: true };
  try {
    const module = (await import(file.href)) as Measurement;
    const rows = await module.run(sharedDir);
    const lines = verbose ? ((await module.details?.(sharedDir)) ?? []) : [];
    return { ...outcome, rows, lines };
  } catch (crash) {
    return { ...outcome, crash };
  }
}

/** The folder asked for, else `../shared` where it exists, else none. */
function sharedFolder(asked: string | undefined): string | null {
  const folder = resolve(asked ?? resolve(root, '../shared'));
  if (existsSync(resolve(folder, 'articles/gold.json'))) return folder;
  if (asked !== undefined) throw new Error(`no articles/gold.json in ${folder}`);
  return null;
}

async function engineVersion(): Promise<string> {
  const { ENGINE_VERSION } = await import('#lib/engine/index.ts');
  return ENGINE_VERSION;
}

function page(rows: readonly Row[], version: string, withShared: boolean): string {
  const judged = rows.map(met).filter((verdict) => verdict !== null);
  return `# What the engine reaches

Printed by \`npm run eval -- --write\` on ${new Date().toISOString().slice(0, 10)}, engine ${version}: ${judged.filter(Boolean).length} of ${judged.length} targets met.

Own gold is the project's own: eight invented articles, four to develop with (dev) and four that were marked and frozen before the rules (test); see
[tests/eval/gold](../tests/eval/gold/README.md). ${
    withShared
      ? 'The two articles and the public data sets are not part of the project; they lay in a folder beside it.'
      : 'No folder with the two articles and the public data sets was there, so only own gold was measured.'
  }
One person marked the gold, so a difference of under three points means nothing. Shares are rounded down. How cards are read, and what the
readers' marks mean, stands in [tests/eval/readers.ts](../tests/eval/readers.ts).

${asMarkdown(rows)}
`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      shared: { type: 'string' },
      only: { type: 'string', multiple: true },
      verbose: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only?.find((name) => !MODULES.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`nothing to measure is called ${unknown}; there are ${MODULES.join(', ')}`);
  if (values.write && values.only) throw new Error('--write wants every measurement, not --only some');
  const sharedDir = sharedFolder(values.shared);
  console.log(
    sharedDir === null
      ? 'No folder with shared articles and data: measuring own gold only.'
      : `With the shared articles and data in ${sharedDir}`,
  );

  const outcomes: Outcome[] = [];
  for (const name of MODULES) {
    if (values.only && !values.only.includes(name)) continue;
    outcomes.push(await measure(name, sharedDir, values.verbose));
  }
  for (const { lines } of outcomes) if (lines.length > 0) console.log(`\n${lines.join('\n')}`);
  const rows = outcomes.flatMap((outcome) => outcome.rows);
  if (rows.length > 0) console.log(`\n${asText(rows)}`);
  console.log('');
  for (const { name, absent, crash, rows: own } of outcomes) {
    if (absent) console.log(`${name}: not measured, there is no tests/eval/${name}.ts yet`);
    else if (crash !== null) console.error(`${name}: crashed\n${crash instanceof Error ? crash.stack : String(crash)}`);
    else if (own.length === 0) console.log(`${name}: nothing to measure without the shared folder`);
  }
  const crashed = outcomes.some(({ crash }) => crash !== null);
  if (values.write && crashed) console.error('docs/evaluation.md is left as it was: a measurement crashed');
  else if (values.write) {
    writeFileSync(resolve(root, 'docs/evaluation.md'), page(rows, await engineVersion(), sharedDir !== null));
    console.log('Written to docs/evaluation.md');
  }
  return crashed ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
