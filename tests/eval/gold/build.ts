/**
 * Builds the gold of one half from its annotated articles, or checks that what is committed is what they give.
 *
 *   node tests/eval/gold/build.ts dev            writes dev/*.txt and dev.json
 *   node tests/eval/gold/build.ts test --check   writes nothing; exit code 1 where a file differs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolve } from './resolve.ts';
import { type Pair, readPair, readSource } from './source.ts';
import type { Gold, GoldPair } from './types.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Every file a half is built into, as path beside this one and content. */
export function buildHalf(half: string): { path: string; content: string }[] {
  const gold: Gold = { schema: 'claim-gold/1', documents: [], crossPairs: [] };
  const files: { path: string; content: string }[] = [];
  const ids = new Map<string, string>();
  const wanted: { where: string; document: string | null; pair: Pair }[] = [];
  const folder = readdirSync(join(here, half)).sort();
  for (const name of folder.filter((entry) => entry.endsWith('.src'))) {
    const source = readSource(name, readFileSync(join(here, half, name), 'utf8'));
    const id = basename(name, '.src');
    if (source.head.id !== id) throw new Error(`${name}: calls itself ${source.head.id}`);
    const path = `${half}/${id}.txt`;
    const { text, document, labels } = resolve(name, source, path, `${id.slice(0, 3).toUpperCase()}-`);
    gold.documents.push(document);
    files.push({ path, content: text });
    for (const [label, claim] of labels) ids.set(`${id}.${label}`, claim);
    wanted.push(...source.pairs.map((pair) => ({ where: name, document: id, pair })));
  }
  if (folder.includes('across.pairs')) {
    readFileSync(join(here, half, 'across.pairs'), 'utf8')
      .split('\n')
      .forEach((text, index) => {
        const refuse = (why: string): never => {
          throw new Error(`across.pairs:${index + 1}: ${why}: ${text}`);
        };
        if (text) wanted.push({ where: 'across.pairs', document: null, pair: readPair(text, index + 1, refuse) });
      });
  }
  gold.crossPairs = wanted.map(({ where, document, pair }): GoldPair => {
    const idOf = (label: string): string => {
      const id = ids.get(document ? `${document}.${label}` : label);
      if (!id) throw new Error(`${where}:${pair.line}: no claim is labelled ${label}`);
      return id;
    };
    const merge = pair.merge === 'either' ? 'either' : pair.merge === 'true';
    return { a: idOf(pair.a), b: idOf(pair.b), relation: pair.relation, merge, why: pair.why };
  });
  files.push({ path: `${half}.json`, content: `${JSON.stringify(gold, null, 1)}\n` });
  return files;
}

function main(half: string | undefined, check: boolean): number {
  if (half !== 'dev' && half !== 'test') {
    console.error('usage: build.ts dev|test [--check]');
    return 2;
  }
  let differing = 0;
  for (const { path, content } of buildHalf(half)) {
    if (!check) writeFileSync(join(here, path), content);
    else if (readFileSync(join(here, path), 'utf8') !== content) {
      console.error(`${path} is not what its source gives`);
      differing += 1;
    }
  }
  return differing === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv[2], process.argv.includes('--check'));
}
