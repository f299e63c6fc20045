/**
 * Same-claim pairs: of the two annotated articles, on the annotations themselves, which judges the comparison alone, and on what the engine extracts
 * from the bare texts, as `stet match` would; then of the project's own gold, whose pairs are mostly a headline and its body.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractClaims } from '#lib/engine/index.ts';
import { findPairs, matchClaims, type PlacedClaim, type Relation } from '#lib/match/index.ts';
import { asMatchClaim, type GoldClaim, type GoldPair, type PairGold } from './match-gold.ts';
import type { Row } from './types.ts';

type Judged = GoldPair & { readonly found: Relation | null };

const OWN = fileURLToPath(new URL('./gold/', import.meta.url));

export async function run(sharedDir: string | null): Promise<Row[]> {
  const own = ['dev', 'test'].flatMap((half) => {
    const gold: PairGold = JSON.parse(readFileSync(join(OWN, `${half}.json`), 'utf8'));
    return rows(`annotated claims, own gold, ${half}`, compared(gold), false);
  });
  if (sharedDir === null) return own;
  const gold = readGold(sharedDir);
  const texts = gold.documents.map((d) => readFileSync(join(sharedDir, 'articles', d.file), 'utf8'));
  return [
    ...rows('annotated claims, two articles', compared(gold), true),
    ...rows('extracted claims, two articles', extracted(gold, texts), false),
    ...own,
  ];
}

/** Every pair whose answer is not the gold's. */
export async function details(sharedDir: string | null): Promise<string[]> {
  if (sharedDir === null) return [];
  return compared(readGold(sharedDir))
    .filter((p) => p.merge !== 'either' && (p.found === 'same') !== p.merge)
    .map((p) => `${p.a} ${p.b}: ${p.relation}, found ${p.found ?? 'nothing'}`);
}

const readGold = (sharedDir: string): PairGold =>
  JSON.parse(readFileSync(join(sharedDir, 'articles/gold.json'), 'utf8'));

function compared(gold: PairGold): Judged[] {
  const claims = new Map(gold.documents.flatMap((d) => d.claims).map((c) => [c.id, asMatchClaim(c)]));
  return gold.crossPairs.flatMap((pair) => {
    const [a, b] = [claims.get(pair.a), claims.get(pair.b)];
    return a === undefined || b === undefined ? [] : { ...pair, found: matchClaims(a, b).relation };
  });
}

type Span = { readonly start: number; readonly end: number };
function overlapOverUnion(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + b.end - b.start - shared);
}

/** A gold claim stands for the extracted claim that covers it best, from one half up; a pair with a claim that was not extracted is not found. */
function extracted(gold: PairGold, texts: readonly string[]): Judged[] {
  const claims: PlacedClaim[] = [];
  const place = new Map<string, number>();
  for (const [n, document] of gold.documents.entries()) {
    const own = extractClaims(texts[n] ?? '', { publishedOn: document.published }).claims;
    for (const goldClaim of document.claims) {
      const best = bestFor(goldClaim, own);
      if (best !== null) place.set(goldClaim.id, claims.length + best);
    }
    claims.push(...own.map((claim) => ({ ...claim, document: document.file })));
  }
  const relations = new Map(findPairs(claims).map((p) => [`${p.a} ${p.b}`, p.relation]));
  return gold.crossPairs.map((pair) => {
    const [a = -1, b = -1] = [place.get(pair.a), place.get(pair.b)].sort((x = -1, y = -1) => x - y);
    return { ...pair, found: relations.get(`${a} ${b}`) ?? null };
  });
}

function bestFor(gold: GoldClaim, claims: readonly Span[]): number | null {
  const sizes = claims.map((claim) => overlapOverUnion(gold, claim));
  const best = sizes.indexOf(Math.max(...sizes));
  return (sizes[best] ?? 0) >= 0.5 ? best : null;
}

function rows(on: string, judged: readonly Judged[], bound: boolean): Row[] {
  const scored = judged.filter((p) => p.merge !== 'either');
  const merged = scored.filter((p) => p.found === 'same');
  const wanted = scored.filter((p) => p.merge === true);
  const right = merged.filter((p) => p.merge === true).length;
  return [
    {
      measure: `same-claim pairs F1, ${on}`,
      value: (2 * right) / (merged.length + wanted.length),
      target: bound ? '≥ .85' : '',
      note: `${right} of ${wanted.length} found`,
    },
    {
      measure: `same-claim pairs, false merges, ${on}`,
      value: merged.length - right,
      target: '0',
      note: `of ${scored.length - wanted.length} pairs that must stay apart`,
    },
  ];
}
