import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractClaims } from '#lib/engine/index.ts';
import type { Gold } from './gold/types.ts';
import { type DocumentScore, type Share, scoreDocument } from './scorer.ts';
import { type Summary, summarise } from './scorer-summary.ts';
import type { Row } from './types.ts';

type Collection = { name: string; gold: string; secret: boolean };

const own = fileURLToPath(new URL('./gold/', import.meta.url));

/** What each measure must reach; where own gold and the shared articles differ, the bound is the same. */
const MEASURES: readonly { key: keyof Summary; measure: string; target: string }[] = [
  { key: 'claimF1', measure: 'claim F1', target: '≥ .75' },
  { key: 'coreRecall', measure: 'core recall', target: '≥ .85' },
  { key: 'strictF1', measure: 'strict claim F1', target: '' },
  { key: 'claimPrecision', measure: 'claim precision', target: '' },
  { key: 'forbidden', measure: 'claims in text that must give none', target: '0' },
  { key: 'broken', measure: 'spans whose quote does not match', target: '0' },
  { key: 'duplicates', measure: 'duplicate claims', target: '0' },
  { key: 'checkable', measure: 'checkable told from not', target: '≥ .85' },
  { key: 'uncheckable', measure: 'opinions and predictions recognised', target: '≥ .60' },
  { key: 'sentenceF1', measure: 'sentence F1', target: '≥ .995' },
  { key: 'quantityValue', measure: 'quantity value', target: '≥ .95' },
  { key: 'quantityUnit', measure: 'quantity unit', target: '≥ .92' },
  { key: 'decoys', measure: 'numbers taken for quantities', target: '0' },
  { key: 'time', measure: 'times resolved to the day', target: '≥ .85' },
  { key: 'speaker', measure: 'speakers of quoted claims', target: '≥ .85' },
  { key: 'author', measure: 'author’s own kept', target: '≥ .95' },
];

/** The test half is read only as scores: its details are never listed. */
function collections(sharedDir: string | null): Collection[] {
  return [
    ...(sharedDir === null
      ? []
      : [{ name: 'two articles', gold: join(sharedDir, 'articles/gold.json'), secret: false }]),
    { name: 'own gold, dev', gold: join(own, 'dev.json'), secret: false },
    { name: 'own gold, test', gold: join(own, 'test.json'), secret: true },
  ];
}

function scoresOf({ gold }: Collection): DocumentScore[] {
  const { documents } = JSON.parse(readFileSync(gold, 'utf8')) as Gold;
  return documents.map((document) => {
    const text = readFileSync(join(gold, '..', document.file), 'utf8');
    return scoreDocument(document, text, extractClaims(text, { publishedOn: document.published }));
  });
}

/** Claims, their speakers, figures and times, on the shared articles (where there are any) and on both halves of the project's own gold. */
export async function run(sharedDir: string | null): Promise<Row[]> {
  return collections(sharedDir).flatMap((collection) => {
    const summary = summarise(scoresOf(collection));
    return MEASURES.flatMap(({ key, measure, target }): Row[] => {
      const value = summary[key];
      return value === null ? [] : [{ measure: `${measure}, ${collection.name}`, value, target }];
    });
  });
}

const percent = ({ right, of }: Share): string => `${right}/${of}`;

/** Lines for people who work on the engine: each document's counts, and, outside the test half, what was missed and what should not be there. */
export async function details(sharedDir: string | null): Promise<string[]> {
  return collections(sharedDir).flatMap((collection) =>
    scoresOf(collection).flatMap((score) => {
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
