/** All pairs of a corpus that have something to do with one another, without comparing everything with everything. */
import { compareSignatures } from './compare.ts';
import { type Signature, signatureOf } from './signature.ts';
import type { Pair, PlacedClaim } from './types.ts';

/** A claim is looked up by the pairs its rarest keys form. */
const RAREST = 7;
/** Where more claims than this share a pair of keys, each is compared with so many that follow it. */
const NEIGHBOURS = 24;

function keysOf(s: Signature): string[] {
  const figures = s.figures.map((f) => `#${f.low} ${f.unit ?? ''}`);
  const names = s.names.flatMap((name) => name.split(' ').at(-1) ?? []);
  return [...new Set([...names.map((n) => `@${n}`), ...s.words.keys(), ...figures])];
}

/** One overlaps the other, or needed the other's words to be complete: they are parts of one statement. */
function partsOfOne(a: PlacedClaim | undefined, b: PlacedClaim | undefined): boolean {
  if (a?.start === undefined || a.end === undefined || b?.start === undefined || b.end === undefined) return false;
  if (a.document !== b.document) return false;
  const borrowed = (x: PlacedClaim, y: PlacedClaim) => x.statement !== x.quote && x.statement.includes(y.quote);
  return (a.start < b.end && b.start < a.end) || (a.quote !== b.quote && (borrowed(a, b) || borrowed(b, a)));
}

/**
 * Every related pair, `a < b`, in order of position; with `first`, only those of which one at least is among the first so many. Work grows with the number of claims, not its square: only claims that share two of their
 * seven rarest keys (names, words, figures) or their whole wording are compared, and a pair of keys that very many share is looked at in a window.
 */
export function findPairs(claims: readonly PlacedClaim[], first = claims.length): Pair[] {
  const signatures = claims.map(signatureOf);
  const keys = signatures.map(keysOf);
  const frequency = new Map<string, number>();
  for (const own of keys) for (const key of own) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const blocks = new Map<string, number[]>();
  const put = (block: string, i: number) => {
    const held = blocks.get(block);
    if (held === undefined) blocks.set(block, [i]);
    else held.push(i);
  };
  for (const [i, own] of keys.entries()) {
    const rare = own
      .filter((key) => (frequency.get(key) ?? 0) > 1)
      .sort((x, y) => (frequency.get(x) ?? 0) - (frequency.get(y) ?? 0) || (x < y ? -1 : 1))
      .slice(0, RAREST)
      .sort();
    for (const [n, x] of rare.entries()) for (const y of rare.slice(n + 1)) put(`${x}\n${y}`, i);
    put(`=${signatures[i]?.plain ?? ''}`, i);
  }
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const block of blocks.values()) {
    for (const [n, a] of block.entries()) {
      // A block holds positions in their order.
      if (a >= first) break;
      for (const b of block.slice(n + 1, n + 1 + NEIGHBOURS)) {
        const id = a * claims.length + b;
        const [x, y] = [signatures[a], signatures[b]];
        if (seen.has(id) || x === undefined || y === undefined || partsOfOne(claims[a], claims[b])) continue;
        seen.add(id);
        const { relation, score, because } = compareSignatures(x, y);
        if (relation !== null) pairs.push({ a, b, relation, score, because });
      }
    }
  }
  return pairs.sort((p, q) => p.a - q.a || p.b - q.b);
}
