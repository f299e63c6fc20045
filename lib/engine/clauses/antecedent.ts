/** What a relative clause hangs on. */
import type { Token } from '../types.ts';
import { behindFixedPhrase, measuredFrom, nounPhraseStart } from './phrases.ts';

/** The phrase a relative clause hangs on. "1,208 adults aged between 50 and 75, of whom …": a bare figure is nobody, and then it is null. */
export function antecedentOf(tokens: readonly Token[], end: number, pronoun: string): readonly [number, number] | null {
  const found = measuredFrom(
    tokens,
    behindFixedPhrase(tokens, listStart(tokens, nounPhraseStart(tokens, end, 0), end), end),
  );
  const phrase = nameStart(tokens, found, end);
  // "said Ida Moss of Norvik, which": not of the person
  const of = tokens.findLastIndex(({ tag }, i) => i > phrase && i < end && tag === 'ADP');
  const isOfBody = pronoun === 'which' && of > phrase && tokens[of - 1]?.marks.has('person') === true;
  const start = isOfBody ? of + 1 : phrase;
  const person = /^(?:who|whom|whose)$/.test(pronoun);
  const noun = tokens
    .slice(start, end)
    .some(({ tag, lower }) => /^(?:NOUN|PROPN|PRON|X)$/.test(tag) || lower.endsWith('-year-old'));
  return person && !noun ? null : [start, end];
}

/** "lorries, tyres and spare parts, which …": the whole list, where the phrase found so far is the end of one. */
function listStart(tokens: readonly Token[], from: number, to: number): number {
  const itemStart = (end: number): number => {
    let item = end;
    while (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[item - 1]?.tag ?? '')) item -= 1;
    return item;
  };
  let start = from;
  const pair = tokens[from - 1]?.tag === 'CCONJ' && tokens[from - 2]?.lower === ',';
  if (tokens[from - 1]?.tag === 'CCONJ') start = itemStart(from - 1);
  else if (!tokens.slice(from, to).some(({ tag }) => tag === 'CCONJ')) return from;
  if (tokens[start - 1]?.lower !== ',') return from;
  let items = 0;
  for (; tokens[start - 1]?.lower === ',' && itemStart(start - 1) < start - 1; items += 1) start = itemStart(start - 1);
  // "are in Africa, and Lagos, which …": a comma and an "and" after one thing join two clauses
  return pair && items < 2 ? from : start;
}

/** "the Office for Growth and | Trade, which": where the name begins that a phrase begins within; else where the phrase does. */
function nameStart(tokens: readonly Token[], from: number, end: number): number {
  const isNamed = (at: number): boolean => at < end && tokens[at]?.marks.has('organization') === true;
  let start = from;
  while (start > 0 && isNamed(from) && isNamed(start - 1)) start -= 1;
  return start < from && tokens[start - 1]?.tag === 'DET' ? start - 1 : start;
}
