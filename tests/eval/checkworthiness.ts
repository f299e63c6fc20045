/** The check-worthiness model against CheckThat! 2023 (debates of 2020, which it was not trained on) and against news sentences of its own. */
import { join } from 'node:path';
import { DEBATE_THRESHOLD, debateLogit, scoreSentence } from '#lib/engine/judgement/checkworthiness.ts';
import { areaUnderCurve, atThreshold, averagePrecision } from '../../scripts/checkworthiness/metrics.ts';
import { readYesNo } from '../../scripts/checkworthiness/rows.ts';
import type { Row } from './types.ts';

export async function run(sharedDir: string | null): Promise<Row[]> {
  return [...(sharedDir === null ? [] : debates(join(sharedDir, 'data/checkthat-2023/dev.tsv'))), ...news()];
}

function debates(file: string): Row[] {
  const rows = readYesNo(file);
  const labels = rows.map((r) => r.label);
  const logits = rows.map((r) => debateLogit(r.text));
  const { f1, precision, recall } = atThreshold(logits, labels, DEBATE_THRESHOLD);
  return [
    {
      measure: 'check-worthiness, CheckThat! 2023, average precision',
      value: averagePrecision(logits, labels),
      target: '≥ .90',
      note: `${rows.length} sentences`,
    },
    {
      measure: 'check-worthiness, CheckThat! 2023, F1',
      value: f1,
      target: '≥ .80',
      note: `threshold from cross-validation by debate; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    },
  ];
}

/** Sentences the news scale was not fitted on. */
function news(): Row[] {
  const rows = readYesNo(new URL('../fixtures/checkworthiness-news.tsv', import.meta.url));
  const labels = rows.map((r) => r.label);
  const scores = rows.map((r) => scoreSentence(r.text).score);
  const brier = scores.reduce((sum, s, i) => sum + (s - (labels[i] ?? 0)) ** 2, 0) / rows.length;
  return [
    {
      measure: 'check-worthiness, own news sentences, area under the curve',
      value: areaUnderCurve(scores, labels),
      target: '',
      note: `${rows.length} sentences`,
    },
    {
      measure: 'check-worthiness, own news sentences, Brier score',
      value: brier,
      target: '',
      note: 'mean squared error; 0.25 is a coin',
    },
  ];
}
