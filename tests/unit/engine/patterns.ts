import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { checkSync } from 'recheck';
import { parseAst } from 'vitest/node';
import { z } from 'zod';

export type Pattern = { readonly file: string; readonly source: string; readonly flags: string };

/** The patterns proven to take linear time, by which checker: a line each, so that lists of two branches merge. */
const Proofs = z.object({ checker: z.string(), proven: z.array(z.string()) });
export type Proofs = z.infer<typeof Proofs>;

export const PROOFS_FILE = 'tests/unit/engine/proven-patterns.json';

/** The checker with its version. A proof by another one counts for nothing. */
export function checker(): string {
  const { version } = z.object({ version: z.string() }).parse(createRequire(import.meta.url)('recheck/package.json'));
  return `recheck ${version}`;
}

/** Every pattern that is written out in the engine, the matcher and the anchoring, once each. */
export function patterns(): Pattern[] {
  const all = globSync('lib/{engine,match,anchor}/**/*.ts').sort().flatMap(patternsOf);
  return [...new Map(all.map((pattern) => [keyOf(pattern), pattern])).values()];
}

function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && typeof node.regex === 'object' && node.regex !== null) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ file, source: pattern, flags });
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }));
  return found;
}

/** What a proof is filed under: the whole pattern, flags included, so that any change asks for a new proof. */
export const keyOf = ({ source, flags }: Pattern): string =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 32);

/** The checker's own limits are in seconds, and a busy machine would get other answers: "vulnerable" where it was slow. */
const WITHOUT_CLOCK = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/** True where the checker finds no text for which the pattern takes more than linear time. May take seconds. */
export const isLinear = ({ source, flags }: Pattern): boolean =>
  checkSync(source, flags, WITHOUT_CLOCK).status === 'safe';

export function readProofs(): Proofs {
  return Proofs.parse(JSON.parse(readFileSync(PROOFS_FILE, 'utf8')));
}

/** The patterns that a run has to prove: those without a proof by this checker, and a tenth of the others. */
export function toProve(all: readonly Pattern[], proofs: Proofs, seed: number): Pattern[] {
  const proven = new Set(proofs.checker === checker() ? proofs.proven : []);
  return all.filter((pattern) => !proven.has(keyOf(pattern)) || isDrawn(keyOf(pattern), seed));
}

/** True for one key in ten, others with each seed. */
const isDrawn = (key: string, seed: number): boolean =>
  createHash('sha256').update(`${seed} ${key}`).digest().readUInt32BE() % 10 === 0;
