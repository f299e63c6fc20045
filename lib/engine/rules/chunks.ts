/** Noun phrases, read forward from where they start. */
import type { Tag, Token } from '../types.ts';

const INSIDE: ReadonlySet<Tag> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'X']);
const HEADS: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'NUM', 'PRON', 'X']);
const OWNERS: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose']);
const QUESTIONS: ReadonlySet<string> = new Set(['where', 'when', 'how', 'why']);
const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'whom', 'that', 'whose', 'what']);

/** Whether the token can stand inside a phrase that goes on behind it. */
function goesOn(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return false;
  if (token.tag === 'DET')
    return (
      at === from || tokens[at - 1]?.tag === 'ADV' || /^(?:all|half|both|such|twice)$/.test(tokens[at - 1]?.lower ?? '')
    );
  if (INSIDE.has(token.tag)) return true;
  if (token.tag === 'PRON' && OWNERS.has(token.lower)) return at === from || tokens[at - 1]?.tag === 'DET';
  if (token.tag === 'PART' && token.lower.startsWith("'")) return at > from;
  const leads = next !== undefined && (INSIDE.has(next.tag) || next.tag === 'VERB') && next.tag !== 'DET';
  if (token.tag === 'ADV') return !QUESTIONS.has(token.lower) && leads && next.tag !== 'NOUN' && next.tag !== 'PROPN';
  // "a growing number", "the newly built bridge"
  if (token.tag === 'VERB')
    return at > from && /(?:ed|ing|en)$/.test(token.lower) && (next?.tag === 'NOUN' || next?.tag === 'PROPN');
  return false;
}

/**
 * Where the noun phrase that starts at `from` ends (half-open): determiner, what describes, nouns, with "'s" between, and "of" with its own phrase.
 *
 * @returns `from` where none starts there
 */
export function nounPhraseEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (first === undefined || RELATIVE.has(first.lower)) return from;
  if (first.tag === 'PRON' && !OWNERS.has(first.lower)) return from + 1;
  let end = from;
  let last = from;
  while (goesOn(tokens, end, from)) {
    end += 1;
    if (HEADS.has(tokens[end - 1]?.tag ?? 'PUNCT')) last = end;
  }
  if (last === from) return from;
  if (tokens[last]?.lower === 'of') {
    const more = nounPhraseEnd(tokens, last + 1);
    if (more > last + 1) return more;
  }
  return last;
}
