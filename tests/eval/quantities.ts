/**
 * Quantities, measured on hand-made gold.
 *
 * Articles: a gold mention (ordinals left out) is found where a quantity overlaps it and has its value, or either end of its range; its unit is right where both say the
 * same, or share a word. Numbers in text that must give nothing are counted where a quantity lies on one inside a gold sentence.
 *
 * NewsQuant: as CQE's own evaluation does (EMNLP 2023): a gold quantity is found where a prediction of the sentence has its value (both ends for a range, relative tolerance
 * 1e-5), and found with its unit where the normalised unit's name is the same, too. Stricter in one point: the matching is one to one. Ranks and factors in words ("third-largest",
 * "doubled") are not annotated there, and are left out of the predictions.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findQuantities } from '#lib/engine/quantities/quantities.ts';
import { inSingular } from '#lib/engine/quantities/singular.ts';
import type { Quantity } from '#lib/engine/types.ts';
import { asNewsQuant, goldOf, type NewsQuantEntry, sameUnit, sameValue } from './newsquant.ts';
import type { Row } from './types.ts';

type Mention = {
  start: number;
  end: number;
  value: number | null;
  unit: string | null;
  modifier: string | null;
  low?: number | null;
  high?: number | null;
};
type GoldDocument = {
  file: string;
  sentences: { start: number; end: number }[];
  quantityMentions: Mention[];
  decoyNumbers?: { start: number; end: number }[];
  boilerplate: { start: number; end: number }[];
};

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
const near = (a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
const UNITS: Readonly<Record<string, string>> = {
  '%': 'percent',
  'per cent': 'percent',
  $: 'usd',
  dollar: 'usd',
  '£': 'gbp',
  pound: 'gbp',
  '€': 'eur',
  euro: 'eur',
};
/** In the singular on both sides, and a share without a name: the marks were made before units had theirs. */
function unitName(unit: string | null): string {
  const plain = inSingular(unit ?? '')
    .toLowerCase()
    .trim();
  return plain === 'share' ? '' : (UNITS[plain] ?? plain);
}
const wordsOf = (unit: string | null): string[] =>
  unitName(unit)
    .split(/[^a-z0-9]+/)
    .filter((w) => w.length > 1);

function valueFound(gold: Mention, found: Quantity): boolean {
  if (!overlaps(gold, found)) return false;
  if (near(found.value, gold.value)) return true;
  const range = found.range ?? found.tally;
  return range !== null && (near(range[0], gold.low ?? gold.value) || near(range[1], gold.high ?? gold.value));
}

const unitFound = (gold: Mention, found: Quantity): boolean =>
  unitName(gold.unit) === unitName(found.unit) || wordsOf(gold.unit).some((w) => wordsOf(found.unit).includes(w));

type Targets = { value: string; unit: string; decoys: string };

function articles(folder: string, file: string, name: string, targets: Targets): Row[] {
  const { documents } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { documents: GoldDocument[] };
  let values = 0;
  let units = 0;
  let all = 0;
  let decoys = 0;
  for (const document of documents) {
    const text = readFileSync(join(folder, document.file), 'utf8');
    const body = document.sentences.filter((s) => !document.boilerplate.some((b) => overlaps(b, s)));
    const found = body.flatMap((sentence) => findQuantities(text, sentence));
    for (const gold of document.quantityMentions.filter((q) => q.modifier !== 'ordinal')) {
      all++;
      const hits = found.filter((q) => valueFound(gold, q));
      if (hits.length > 0) values++;
      if (hits.some((q) => unitFound(gold, q))) units++;
    }
    decoys += (document.decoyNumbers ?? []).filter((d) => found.some((q) => overlaps(d, q))).length;
  }
  return [
    { measure: `quantities: value, ${name}`, value: values / all, target: targets.value, note: `${values} of ${all}` },
    {
      measure: `quantities: value and unit, ${name}`,
      value: units / all,
      target: targets.unit,
      note: `${units} of ${all}`,
    },
    { measure: `quantities: decoy numbers taken, ${name}`, value: decoys, target: targets.decoys },
  ];
}

type Counts = { gold: number; found: number; value: number; unit: number; change: number };

/** Value, unit and change matches over sentences, one to one, the best match first. */
export function scoreNewsQuant(
  entries: readonly NewsQuantEntry[],
  find: (text: string) => readonly Quantity[],
): Counts {
  const counts: Counts = { gold: 0, found: 0, value: 0, unit: 0, change: 0 };
  for (const entry of entries) {
    const open = asNewsQuant(find(entry.text));
    counts.gold += entry.quantities.length;
    counts.found += open.length;
    const golds = entry.quantities.map(goldOf);
    const pairs = golds.flatMap((gold, g) =>
      open.flatMap((q, p) =>
        sameValue(gold, q) ? [{ g, p, unit: sameUnit(gold, q), change: gold.change === q.change }] : [],
      ),
    );
    pairs.sort((a, b) => Number(b.unit) - Number(a.unit) || Number(b.change) - Number(a.change));
    const usedGold = new Set<number>();
    const used = new Set<number>();
    for (const { g, p, unit, change } of pairs) {
      if (usedGold.has(g) || used.has(p)) continue;
      usedGold.add(g);
      used.add(p);
      counts.value++;
      if (unit) counts.unit++;
      if (change) counts.change++;
    }
  }
  return counts;
}

const f1 = (hits: number, gold: number, found: number): number => (hits === 0 ? 0 : (2 * hits) / (gold + found));

function newsQuant(file: string): Row[] {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as NewsQuantEntry[];
  const find = (text: string): Quantity[] => findQuantities(text, { start: 0, end: text.length });
  const rows = (name: string, part: NewsQuantEntry[], target: readonly [string, string, string]): Row[] => {
    const c = scoreNewsQuant(part, find);
    const note = `precision ${(c.value / c.found).toFixed(3)}, recall ${(c.value / c.gold).toFixed(3)}`;
    return [
      {
        measure: `quantities: value F1, NewsQuant${name}`,
        value: f1(c.value, c.gold, c.found),
        target: target[0],
        note,
      },
      {
        measure: `quantities: value and unit F1, NewsQuant${name}`,
        value: f1(c.unit, c.gold, c.found),
        target: target[1],
      },
      {
        measure: `quantities: value and change F1, NewsQuant${name}`,
        value: f1(c.change, c.gold, c.found),
        target: target[2],
      },
    ];
  };
  return [
    ...rows('', entries, ['≥ .88', '≥ .75', '–']),
    ...rows(
      ', unseen half',
      entries.filter((_, i) => i % 2 === 1),
      ['–', '–', '–'],
    ),
  ];
}

const NO_TARGETS: Targets = { value: '–', unit: '–', decoys: '–' };
const OWN_GOLD = new URL('./gold/', import.meta.url).pathname;

/** The shared articles and NewsQuant where they are there, and the project's own gold always. */
export async function run(sharedDir: string | null): Promise<Row[]> {
  const folder = sharedDir === null ? null : join(sharedDir, 'articles');
  const news = sharedDir === null ? null : join(sharedDir, 'data/quantities/newsquant-dev.json');
  const wanted = { value: '≥ .95', unit: '≥ .92', decoys: '0' };
  return [
    ...(folder !== null && existsSync(folder) ? articles(folder, 'gold.json', 'two articles', wanted) : []),
    ...(news !== null && existsSync(news) ? newsQuant(news) : []),
    ...articles(OWN_GOLD, 'dev.json', 'own gold, development half', NO_TARGETS),
    ...articles(OWN_GOLD, 'test.json', 'own gold, test half', NO_TARGETS),
  ];
}
