/** Noun phrases, read forward from where they start. */
import type { Tag, Token } from '../types.ts';

const INSIDE: ReadonlySet<Tag> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'X']);
const HEADS: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'NUM', 'PRON', 'X']);
const OWNERS: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose']);
const QUESTIONS: ReadonlySet<string> = new Set(['where', 'when', 'how', 'why']);
const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'whom', 'that', 'whose', 'what']);

/** Whether a phrase may begin with the token. */
function begins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return token.tag === 'DET' || (token.tag === 'PRON' && OWNERS.has(token.lower)) || describes(tokens, at);
}

/** Whether a phrase that began before the token goes on with it. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token === undefined) return false;
  if (token.tag === 'DET') return before?.tag === 'ADV' || /^(?:all|half|both|such|twice)$/.test(before?.lower ?? '');
  if (token.tag === 'PRON' && OWNERS.has(token.lower)) return before?.tag === 'DET';
  if (token.tag === 'PART' && token.lower.startsWith("'")) return true;
  // "a growing number", "the newly built bridge"
  if (token.tag === 'VERB')
    return /(?:ed|ing|en)$/.test(token.lower) && (next?.tag === 'NOUN' || next?.tag === 'PROPN');
  return describes(tokens, at);
}

/** Nouns and what describes them, wherever they stand in a phrase. */
function describes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || token.tag === 'DET') return false;
  if (INSIDE.has(token.tag)) return true;
  const leads = next !== undefined && (INSIDE.has(next.tag) || next.tag === 'VERB') && next.tag !== 'DET';
  return token.tag === 'ADV' && !QUESTIONS.has(token.lower) && leads && next.tag !== 'NOUN' && next.tag !== 'PROPN';
}

const isHead = (token: Token | undefined): boolean => token !== undefined && HEADS.has(token.tag);

/**
 * For each token where the noun phrase that starts there ends (half-open): determiner, what describes, nouns, with "'s" between, and "of" with its own phrase;
 * its own place where none starts. Read from the last token to the first, so that each costs no more than a look at the one behind it.
 */
export function nounPhraseEnds(tokens: readonly Token[]): readonly number[] {
  const ends: number[] = [];
  /** Behind the last noun of what a phrase goes on with from the token on; -1 where that has none. */
  let lastBehind = -1;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    const last = lastBehind >= 0 ? lastBehind : isHead(token) ? at + 1 : -1;
    ends[at] = endOf(tokens, ends, at, last);
    lastBehind = goesOn(tokens, at) ? last : -1;
  }
  return ends;
}

function endOf(tokens: readonly Token[], ends: readonly number[], at: number, last: number): number {
  const first = tokens[at];
  if (first === undefined || RELATIVE.has(first.lower)) return at;
  if (first.tag === 'PRON' && !OWNERS.has(first.lower)) return at + 1;
  if (!begins(tokens, at) || last < 0) return at;
  const more = tokens[last]?.lower === 'of' ? (ends[last + 1] ?? last + 1) : last + 1;
  return more > last + 1 ? more : last;
}
