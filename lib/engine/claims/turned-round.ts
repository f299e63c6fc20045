/**
 * "Nor is the plan, which cost £4m, backed by the councils": a negative in front turns subject and verb round, and holds for all of its
 * clause. What is cut from the clause begins with it, or would say the opposite.
 */
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import type { Token } from '../types.ts';

const NEGATIVES: ReadonlySet<string> = new Set(
  'nor neither never rarely seldom hardly scarcely barely nowhere'.split(' '),
);
const AUXILIARIES: ReadonlySet<string> = new Set(
  'do does did is are was were has have had will would can could may might shall should must'.split(' '),
);
const ENDS = /^[.;:!?]$/;

/** Index of the auxiliary behind a negative at `at`, past what stands between commas ("Nor, he said, did"); null where the order is the usual one. */
function turnedBy(tokens: readonly Token[], at: number): number | null {
  const next = tokens[at + 1];
  const closes = next?.text === ',' ? tokens.findIndex(({ text }, i) => i > at + 1 && text === ',') : at;
  const verb = closes < 0 ? undefined : tokens[closes + 1];
  const subject = tokens[closes + 2];
  const isTurned = AUXILIARIES.has(verb?.lower ?? '') && /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(subject?.tag ?? '');
  return isTurned ? closes + 1 : null;
}

/** Where a turned clause ends: at a stop, or before what has a subject and a verb in their usual order. */
function endOf(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(
    ({ text, tag }, i) =>
      i > from && (ENDS.test(text) || (text === ',' && tokens[i + 1]?.tag === 'CCONJ' && tag === 'PUNCT')),
  );
  return end < 0 ? tokens.length : end;
}

/** The drafts in which every piece of a turned clause is told with its negative, in one. */
export function withNegatives({ tokens, span }: ReadSentence, drafts: readonly Draft[]): readonly Draft[] {
  let told = drafts;
  for (const [at, token] of tokens.entries()) {
    if (token.start < span.start || token.end > span.end || !NEGATIVES.has(token.lower)) continue;
    const before = tokens[at - 1];
    const isInFront = before === undefined || before.tag === 'PUNCT' || before.tag === 'CCONJ';
    const verb = isInFront ? turnedBy(tokens, at) : null;
    if (verb === null) continue;
    const from = tokens[verb]?.start ?? 0;
    const to = tokens[endOf(tokens, verb) - 1]?.end ?? span.end;
    const isPart = (draft: Draft): boolean =>
      draft.layer === 'clause' &&
      draft.form !== 'relative' &&
      draft.start >= token.start &&
      draft.start < to &&
      draft.end > from;
    const [first, ...rest] = told.filter(isPart);
    if (first === undefined) continue;
    const end = Math.max(first.end, ...rest.map((draft) => draft.end));
    told = told.flatMap((draft) =>
      draft === first ? [{ ...first, start: token.start, end }] : rest.includes(draft) ? [] : [draft],
    );
  }
  return told;
}
