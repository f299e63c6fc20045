/** Where a noun phrase ends, with the phrases that hang on it: "the conflict between the council of Leeds and two firms". */
import type { Token } from '../types.ts';

export const NP_INSIDE: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'SYM']);
const FOLLOWING: ReadonlySet<string> = new Set([
  'of',
  'in',
  'on',
  'at',
  'with',
  'between',
  'to',
  'from',
  'by',
  'for',
  'against',
  'over',
  'near',
  'into',
]);

export const isPossessor = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tag === 'PART' && (token.lower === "'s" || token.lower === "'")) ||
    (token.tag === 'PRON' && /^(?:his|her|its|their)$/.test(token.lower)));

/** End of a noun phrase that starts at `from`: determiner, modifiers and nouns, with "'s" between. */
export function phraseEnd(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token === undefined) break;
    const joint =
      (token.tag === 'PART' && token.lower.startsWith("'")) ||
      (token.tag === 'CCONJ' && tokens[i - 1]?.tag === 'PROPN' && tokens[i + 1]?.tag === 'PROPN');
    const participle =
      (token.tag === 'VERB' &&
        (tokens[i + 1]?.tag === 'NOUN' || tokens[i + 1]?.tag === 'PROPN') &&
        /(?:ed|ing)$/.test(token.lower) &&
        i > from) ||
      (token.text === '"' && i > from);
    if (!NP_INSIDE.has(token.tag) && !joint && !participle) break;
    if (token.tag === 'PRON' && i > from && !isPossessor(token)) break;
    i += 1;
  }
  return i;
}

/** "between the council of Leeds | and the firms": where the second side ends, or the only one ("between the firms"); null where the second cannot be read. */
function bothSides(tokens: readonly Token[], end: number): number | null {
  let and = end;
  while (tokens[and]?.lower === 'of' && phraseEnd(tokens, and + 1) > and + 1) and = phraseEnd(tokens, and + 1);
  if (tokens[and]?.lower !== 'and') return tokens[end - 1]?.lower.endsWith('s') === true || end === and ? end : null;
  const other = phraseEnd(tokens, and + 1);
  return other > and + 1 ? other : null;
}

/** End of a noun phrase with the prepositional phrases that hang on it, at most `most` of them. */
export function withComplements(tokens: readonly Token[], end: number, most: number): number {
  let at = end;
  for (let n = 0; n < most || tokens[at]?.lower === 'of'; n += 1) {
    const preposition = tokens[at];
    if (preposition === undefined || !FOLLOWING.has(preposition.lower)) break;
    const next = phraseEnd(tokens, at + 1);
    if (next === at + 1) break;
    if (preposition.lower !== 'between') {
      at = next;
      continue;
    }
    const both = bothSides(tokens, next);
    if (both === null) break;
    at = both;
  }
  return at;
}
