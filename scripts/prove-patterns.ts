/**
 * npm run prove: proves every pattern of the engine, the matcher and the anchoring to take linear time, and keeps the
 * proofs, so that `npm test` need not repeat them all. To be run after patterns have changed, or the checker has.
 */
import { writeFileSync } from 'node:fs';
import { checker, isLinear, keyOf, PROOFS_FILE, patterns, readProofs } from '#tests/unit/engine/patterns.ts';

const all = patterns();
const old = readProofs();
const isKept = old.checker === checker() && !process.argv.includes('--all');
const kept = new Set(isKept ? old.proven : []);
const asked = all.filter((pattern) => !kept.has(keyOf(pattern)));
const slow = asked.filter((pattern) => !isLinear(pattern));
for (const { file, source } of slow) console.error(`${file}: may take more than linear time: ${source}`);
const proven = all
  .filter((pattern) => !slow.includes(pattern))
  .map(keyOf)
  .sort();
writeFileSync(PROOFS_FILE, `${JSON.stringify({ checker: checker(), proven }, null, 2)}\n`);
console.log(`${asked.length} patterns looked at, ${proven.length} proven.`);
process.exitCode = slow.length > 0 ? 1 : 0;
