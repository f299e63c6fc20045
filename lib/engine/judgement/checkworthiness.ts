/**
 * Stage 11: how much a sentence is worth checking, and why.
 *
 * Two logistic models in a row: the first weighs the signals a reader can be told about, the second the wording. Both are trained on
 * American presidential debates (docs/model-card.md); the last step puts their sum on a scale that holds for news.
 */

import { MODEL } from '../weights/checkworthiness.ts';
import { eachFamily } from './ngrams.ts';
import { SIGNALS, signalValues } from './signals.ts';
import { plain, wordsOf } from './words.ts';

export type Score = {
  /** 0 to 1: the share of news sentences with such a score that a desk would want checked. */
  readonly score: number;
  /** What moved the score, strongest first, in words; at most four. */
  readonly reasons: string[];
};

const LETTER = /\p{L}/u;
const MOST_REASONS = 4;
/** In logits: less than this is noise to a reader. */
const WORTH_SAYING = 0.2;

/** Wording weights are kept as one signed byte each, the square root of their size, which spares the many small ones. */
const WORDING = Uint8Array.from(atob(MODEL.wording), (c) => c.charCodeAt(0));
const WEIGHT_OF_BYTE = Float64Array.from({ length: 256 }, (_, byte) => {
  const root = (byte > 127 ? byte - 256 : byte) / 127;
  return root * Math.abs(root) * MODEL.wordingLargest;
});
const SIGNAL_WEIGHTS = SIGNALS.map((s) => MODEL.signals[s.id] ?? 0);

/** The model's own log-odds that debate fact-checkers would have marked the sentence, with the part of each signal. */
function weigh(text: string): { logit: number; parts: readonly number[] } {
  const sentence = plain(text);
  const words = wordsOf(sentence);
  const signals = signalValues(words, sentence);
  const parts = signals.map((signal, i) => signal * (SIGNAL_WEIGHTS[i] ?? 0));
  let logit = MODEL.intercept;
  for (const part of parts) logit += part;
  eachFamily(words, sentence, signals, ({ buckets, length, value }) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += WEIGHT_OF_BYTE[WORDING[buckets[i] ?? 0] ?? 0] ?? 0;
    logit += sum * value;
  });
  return { logit, parts };
}

/** Log-odds before the news scale; for evaluation against debate data. `DEBATE_THRESHOLD` is on this scale. */
export const debateLogit = (text: string): number => weigh(text).logit;

/** From cross-validation by debate on the training rows. */
export const DEBATE_THRESHOLD: number = MODEL.debateThreshold;

function reasonsFor(parts: readonly number[]): string[] {
  const moved = new Map<string, number>();
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? 0;
    if (part === 0) continue;
    const said = (part > 0 ? SIGNALS[i]?.up : SIGNALS[i]?.down) ?? null;
    if (said !== null) moved.set(said, (moved.get(said) ?? 0) + Math.abs(part));
  }
  return [...moved]
    .filter(([, size]) => size >= WORTH_SAYING)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_REASONS)
    .map(([said]) => said);
}

/** On the scale for news, to four places. */
const onScale = (logit: number): number =>
  Math.round((1 / (1 + Math.exp(-(MODEL.news.slope * logit + MODEL.news.shift)))) * 1e4) / 1e4;

/** The score of one sentence, without what moved it. */
export const scoreOf = (text: string): number => (LETTER.test(text) ? onScale(weigh(text).logit) : 0);

/** Scores one sentence, or the words of one claim. Pure; a few hundredths of a millisecond. */
export function scoreSentence(text: string): Score {
  if (!LETTER.test(text)) return { score: 0, reasons: [] };
  const { logit, parts } = weigh(text);
  return { score: onScale(logit), reasons: reasonsFor(parts) };
}
