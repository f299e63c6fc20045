import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractClaims } from '#lib/engine/index.ts';
import type { Gold } from './gold/types.ts';
import { type DocumentScore, type Share, scoreDocument } from './scorer.ts';
import { intervalOf, type Summary, summarise } from './scorer-summary.ts';
import type { Row } from './types.ts';

type Collection = { name: string; gold: string; secret: boolean; keep?: (id: string) => boolean };

/** Real articles that nobody has developed on: read only as scores. */
const FROZEN: ReadonlySet<string> = new Set(['a1', 'a2', 'a3', 'b1', 'b5', 'c5', 'd3', 'd7'].map((id) => `dev-${id}`));

const own = fileURLToPath(new URL('./gold/', import.meta.url));

/** What each measure must reach; where own gold and the shared articles differ, the bound is the same. */
const MEASURES: readonly { key: keyof Summary; measure: string; target: string }[] = [
  { key: 'claimF1', measure: 'claim F1', target: '≥ .84' },
  { key: 'coreRecall', measure: 'core recall', target: '≥ .90' },
  { key: 'strictF1', measure: 'strict claim F1', target: '' },
  { key: 'tightF1', measure: 'tight claim F1', target: '≥ .68' },
  { key: 'claimPrecision', measure: 'claim precision', target: '' },
  { key: 'forbidden', measure: 'claims in text that must give none', target: '0' },
  { key: 'broken', measure: 'spans whose quote does not match', target: '0' },
  { key: 'duplicates', measure: 'duplicate claims', target: '0' },
  { key: 'checkable', measure: 'checkable told from not', target: '≥ .93' },
  { key: 'uncheckable', measure: 'opinions and predictions recognised', target: '≥ .70' },
  { key: 'sentenceF1', measure: 'sentence F1', target: '≥ .995' },
  { key: 'quantityValue', measure: 'quantity value', target: '≥ .95' },
  { key: 'quantityUnit', measure: 'quantity unit', target: '≥ .90' },
  { key: 'decoys', measure: 'numbers taken for quantities', target: '0' },
  { key: 'time', measure: 'times resolved to the day', target: '≥ .95' },
  { key: 'periods', measure: 'longer stretches with both ends right', target: '≥ .85' },
  { key: 'tierKappa', measure: 'tier agreement (kappa)', target: '≥ .62' },
  { key: 'coreShare', measure: 'share of core', target: '' },
  { key: 'wording', measure: 'wording against a person’s (chrF)', target: '≥ .70' },
  { key: 'bareQuote', measure: 'the bare quote in its place', target: '' },
  { key: 'polarity', measure: 'polarity told right', target: '≥ .98' },
  { key: 'negatives', measure: 'negative ones found', target: '≥ .95' },
  { key: 'speaker', measure: 'speakers of quoted claims', target: '≥ .85' },
  { key: 'author', measure: 'author’s own kept', target: '≥ .97' },
];

/** The test half is read only as scores: its details are never listed. */
function collections(sharedDir: string | null): Collection[] {
  return [
    ...(sharedDir === null
      ? []
      : [
          { name: 'two articles', gold: join(sharedDir, 'articles/gold.json'), secret: false },
          ...realArticles(join(sharedDir, 'articles/real/gold.json')),
        ]),
    { name: 'own gold, dev', gold: join(own, 'dev.json'), secret: false },
    { name: 'own gold, test', gold: join(own, 'test.json'), secret: true },
  ];
}

/** The real articles in two parts: those to develop on, and those of which only scores are read. */
function realArticles(gold: string): Collection[] {
  if (!existsSync(gold)) return [];
  return [
    { name: 'real articles, dev', gold, secret: false, keep: (id) => !FROZEN.has(id) },
    { name: 'real articles, frozen', gold, secret: true, keep: (id) => FROZEN.has(id) },
  ];
}

function scoresOf({ gold, keep }: Collection): DocumentScore[] {
  const { documents } = JSON.parse(readFileSync(gold, 'utf8')) as Gold;
  return documents
    .filter(({ id }) => keep?.(id) ?? true)
    .map((document) => {
      const text = readFileSync(join(gold, '..', document.file), 'utf8');
      return scoreDocument(document, text, extractClaims(text, { publishedOn: document.published }));
    });
}

/** How many articles, and between which values the measure lies where they are drawn anew. */
function noteOf(scores: readonly DocumentScore[], key: keyof Summary): string {
  const interval = intervalOf(scores, key);
  const shown = interval === null ? '' : `, ${interval.map((end) => end.toFixed(3)).join(' to ')}`;
  return `${scores.length} articles${shown}`;
}

/** Claims, their speakers, figures and times, on the shared articles (where there are any) and on both halves of the project's own gold. */
export async function run(sharedDir: string | null): Promise<Row[]> {
  return collections(sharedDir).flatMap((collection) => {
    const scores = scoresOf(collection);
    const summary = summarise(scores);
    return MEASURES.flatMap(({ key, measure, target }): Row[] => {
      const value = summary[key];
      return value === null
        ? []
        : [{ measure: `${measure}, ${collection.name}`, value, target, note: noteOf(scores, key) }];
    });
  });
}

const percent = ({ right, of }: Share): string => `${right}/${of}`;

/** Lines for people who work on the engine: each document's counts, and, outside the test half, what was missed and what should not be there. */
export async function details(sharedDir: string | null): Promise<string[]> {
  return collections(sharedDir).flatMap((collection) =>
    (collection.keep !== undefined && collection.secret ? [] : scoresOf(collection)).flatMap((score) => {
      const { claimF1, claimPrecision, strictF1 } = summarise([score]);
      const [f, p, s] = [claimF1, claimPrecision, strictF1].map((value) => (value ?? 0).toFixed(3));
      return [
        `${collection.name} / ${score.id}: F1 ${f}, precision ${p}, strict ${s}, core ${percent(score.core)}, ` +
          `checkable ${percent(score.checkable)}, opinions ${percent(score.uncheckable)}, value ${percent(score.quantityValue)}, ` +
          `unit ${percent(score.quantityUnit)}, days ${percent(score.time)}, speakers ${percent(score.speaker)}, author ${percent(score.author)}`,
        ...(collection.secret ? [] : listed(score)),
      ];
    }),
  );
}

function listed({ forbidden, missedCore, spurious, wrongSpeakers }: DocumentScore): string[] {
  const list = (label: string, quotes: readonly string[]): string[] =>
    quotes.map((quote) => `    ${label}: ${quote.replaceAll('\n', ' ')}`);
  return [
    ...list('must give none', forbidden),
    ...list('missed core', missedCore),
    ...list('not in the gold', spurious),
    ...list('speaker', wrongSpeakers),
  ];
}
