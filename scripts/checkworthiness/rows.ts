/** Training rows: sentences with their label, their debate, and the features of the shipped model. */
import { readFileSync } from 'node:fs';
import { BUCKETS, eachFamily } from '#lib/engine/judgement/ngrams.ts';
import { signalValues } from '#lib/engine/judgement/signals.ts';
import { plain, wordsOf } from '#lib/engine/judgement/words.ts';
import { readCsv } from './csv.ts';
import type { SparseRow } from './logistic.ts';

export type LabelledRow = {
  readonly text: string;
  /** 1: worth checking. */
  readonly label: number;
  /** The debate it is from; a debate is never on both sides of a split. */
  readonly group: string;
};

/** Sentences of a ClaimBuster file. Its verdict 1 is "check-worthy"; -1 (not factual) and 0 (factual, unimportant) both count against. */
export function readClaimBuster(file: string): LabelledRow[] {
  return readCsv(readFileSync(file, 'utf8')).map((row) => ({
    text: row.Text ?? '',
    label: row.Verdict === '1' ? 1 : 0,
    group: row.File_id ?? '',
  }));
}

/** Sentences of a tab-separated file with a header: id, text, Yes or No. The text may stand in quotation marks, as CheckThat! writes it. */
export function readYesNo(file: string | URL): LabelledRow[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', text = '', answer = ''] = line.split('\t');
      const bare = text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
      return { text: bare, label: answer === 'Yes' ? 1 : 0, group: id };
    });
}

export type Features = {
  readonly signals: Float64Array;
  readonly grams: { readonly index: Int32Array; readonly value: Float64Array };
};

export function featuresOf(text: string): Features {
  const sentence = plain(text);
  const words = wordsOf(sentence);
  const signals = Float64Array.from(signalValues(words, sentence));
  const index: number[] = [];
  const values: number[] = [];
  eachFamily(words, sentence, signals, ({ buckets, length, value }) => {
    for (let i = 0; i < length; i++) {
      index.push(buckets[i] ?? 0);
      values.push(value);
    }
  });
  return { signals, grams: { index: Int32Array.from(index), value: Float64Array.from(values) } };
}

export const signalRow = (features: Features): SparseRow => ({
  index: Int32Array.from(features.signals, (_, i) => i),
  value: features.signals,
  offset: 0,
});

/** The n-grams of every row, without the buckets that fewer than `least` of the `counted` rows have. */
export function gramRows(features: readonly Features[], counted: readonly number[], least: number): SparseRow[] {
  const seen = new Uint16Array(BUCKETS);
  for (const i of counted) for (const b of new Set(features[i]?.grams.index)) seen[b] = (seen[b] ?? 0) + 1;
  return features.map(({ grams }) => {
    const kept = [...grams.index.keys()].filter((k) => (seen[grams.index[k] ?? 0] ?? 0) >= least);
    return {
      index: Int32Array.from(kept, (k) => grams.index[k] ?? 0),
      value: Float64Array.from(kept, (k) => grams.value[k] ?? 0),
      offset: 0,
    };
  });
}
