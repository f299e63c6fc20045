/**
 * Measures Stet and prints ratios to a baseline measured in the same run: `npm run bench -- [NAME …]`. Without names,
 * everything; `start` takes some minutes, since it installs Stet in a clone. Nothing here passes or fails.
 */
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { generateClient } from '#lib/platform/generate.ts';

type Bench = { readonly run: () => Promise<void> };

const here = new URL('.', import.meta.url);
const all = readdirSync(here)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .map((name) => name.slice(0, -3))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !existsSync(new URL(`${name}.ts`, here)));
if (unknown) {
  console.error(`There is no bench ${unknown}; there are ${all.join(', ')}.`);
  process.exit(2);
}

await generateClient();
const [cpu] = cpus();
console.log(
  `Node ${process.version} · ${cpus().length} × ${cpu?.model ?? 'processor'} · ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n── ${name} ──`);
  const bench = (await import(new URL(`${name}.ts`, here).href)) as Partial<Bench>;
  await bench.run?.();
}
