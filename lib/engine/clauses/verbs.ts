/**
 * Stage 9a: verb groups. "has already blacklisted" is one group, finite, perfect; "to bring" is none that can head a clause.
 */
import {
  BE,
  FINITE_AUXILIARIES,
  MODALS,
  NEVER_DONE,
  PARTICIPLE_ONLY,
  PAST_ONLY,
  PAST_OR_PARTICIPLE,
} from '../lexicon/verbs.ts';
import { once } from '../sentence/once.ts';
import type { Token } from '../types.ts';

/**
 * One verb group of a sentence; `from` and `to` are token indices, half-open, `main` is the index of the word that carries the meaning.
 *
 * `finite` is "maybe" for a lone past form that may as well be a participle ("accused"): only the clause around it can tell.
 */
export type VerbGroup = {
  readonly from: number;
  readonly to: number;
  readonly main: number;
  readonly finite: 'yes' | 'maybe' | 'no';
  readonly form: 'past' | 'present' | 'modal' | 'perfect' | 'none';
  /** The modal, "will" for "'ll"; "have to" where that is what stands there. */
  readonly modal: string | null;
  readonly negated: boolean;
  readonly passive: boolean;
};

const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'hardly', 'barely']);
const CONTRACTED: Readonly<Record<string, string>> = {
  "'ll": 'will',
  wo: 'will',
  ca: 'can',
  sha: 'shall',
  "'d": 'would',
};

const isPast = (word: string): boolean =>
  (word.endsWith('ed') && word.length > 3) || PAST_ONLY.has(word) || PAST_OR_PARTICIPLE.has(word);
const isParticiple = (word: string): boolean =>
  word.endsWith('ed') ||
  PARTICIPLE_ONLY.has(word) ||
  PAST_OR_PARTICIPLE.has(word) ||
  word === 'become' ||
  word === 'come' ||
  word === 'run' ||
  word === 'been';

function isVerbal(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === 'VERB' || token.tag === 'AUX');
}

/** True where `'s` stands for "is" or "has", not for a possessor. */
function isFiniteAuxiliary(token: Token): boolean {
  return token.tag === 'AUX' && FINITE_AUXILIARIES.has(token.lower);
}

function startsWithTo(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (tokens[i]?.tag === 'ADV' || tokens[i]?.lower === 'not')) i -= 1;
  return tokens[i]?.lower === 'to' && tokens[i]?.tag === 'PART';
}

/** The words that stand inside a group without being verbs: "has *not already* …", "will *also* …". */
function inner(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < tokens.length && i < at + 4) {
    const token = tokens[i];
    if (
      token === undefined ||
      !(token.tag === 'ADV' || (token.tag === 'PART' && token.lower !== 'to' && token.lower !== "'s"))
    )
      break;
    i += 1;
  }
  return i;
}

const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had', "'ve"]);
const PAST_AUXILIARIES: ReadonlySet<string> = new Set(['was', 'were', 'did', 'had']);
/** Auxiliaries that make a duty with "to": "has to be done". */
const OBLIGING: ReadonlySet<string> = new Set([...HAVE, 'ought', 'need']);

function readGroup(tokens: readonly Token[], from: number): VerbGroup {
  const first = tokens[from];
  let main = from;
  let at = from + 1;
  let modal: string | null = null;
  let passive = false;
  const firstLower = first?.lower ?? '';
  if (first?.tag === 'AUX' && MODALS.has(firstLower)) modal = CONTRACTED[firstLower] ?? firstLower;
  // An auxiliary reaches for the next verbal word, over adverbs and negation; a full verb ends the group.
  while (tokens[main]?.tag === 'AUX') {
    const next = inner(tokens, at);
    const to = tokens[next];
    const mainWord = tokens[main]?.lower ?? '';
    if (to?.lower === 'to' && OBLIGING.has(mainWord) && isVerbal(tokens[next + 1])) {
      modal = mainWord === 'had' ? modal : 'have to';
      main = next + 1;
    } else if (isVerbal(to) && !FINITE_AUXILIARIES.has(to?.tag === 'AUX' ? to.lower : '')) {
      passive = BE.has(mainWord) && to?.tag === 'VERB' && isParticiple(to.lower);
      main = next;
    } else if (isVerbal(to) && to?.lower === 'have') {
      main = next;
    } else if (isVerbal(to) && to?.lower === 'do' && MODALS.has(mainWord)) {
      main = next;
    } else break;
    at = main + 1;
  }
  // "he'd found" is "had found", "he'd find" is "would find".
  if (firstLower === "'d" && main > from && isParticiple(tokens[main]?.lower ?? '')) modal = null;
  let negated = false;
  const end = inner(tokens, at);
  for (let i = from; i < end; i += 1) if (NEGATIONS.has(tokens[i]?.lower ?? '')) negated = true;
  const before = tokens[from - 1];
  if (before !== undefined && NEGATIONS.has(before.lower) && before.lower !== 'no') negated = true;
  return { from, to: at, main, modal, negated, passive, ...finiteness(tokens, from, modal) };
}

const CAUSATIVES: ReadonlySet<string> = new Set(
  'let lets make makes made help helps helped see saw watch watched hear heard letting making helping'.split(' '),
);

/** "let the docks go", "will help science and engineering graduates find jobs": a bare verb behind one that takes it. */
function isCaused(tokens: readonly Token[], at: number): boolean {
  if (/[^s]s$/.test(tokens[at]?.lower ?? '')) return false;
  let isJoined = false;
  for (let i = at - 1; i >= 0 && i > at - 8; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'PUNCT' || token.tag === 'SCONJ') return false;
    // "helps firms and sell tools", "help firms and they sell tools": a second deed
    if (token.tag === 'CCONJ' && (i === at - 1 || tokens[i + 1]?.tag === 'PRON')) return false;
    isJoined ||= token.tag === 'CCONJ';
    if (token.tag === 'VERB') return isJoined ? /^help/.test(token.lower) : CAUSATIVES.has(token.lower);
  }
  return false;
}

const BEFORE_NAMED: ReadonlySet<string> = new Set(
  'with of for from by about against between despite without'.split(' '),
);
const BEFORE_HELD: ReadonlySet<string> = new Set('a an if unless until although though having'.split(' '));

const LIKE_PARTICIPLES: ReadonlySet<string> = new Set(['become', 'come', 'run', 'overcome']);

const isPlural = ({ lower, tag }: Token): boolean =>
  /^(?:they|we|i|you)$/.test(lower) || (tag === 'NOUN' && /[^s]s$/.test(lower));

/** Whether a past form says what kind a thing is, or how it stands, and not what somebody did. */
function describes(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  // "a tonne of carbon not emitted"
  if (before?.lower === 'not') return true;
  // "patients with suspected strokes"
  if (before?.tag === 'ADP' && BEFORE_NAMED.has(before.lower)) return true;
  // "an estimated £4m", "if adopted", "at not having won"
  if (before !== undefined && BEFORE_HELD.has(before.lower)) return true;
  if (isPairOf(tokens, at) || isPairOf(tokens, at - 2)) return true;
  // "in the week ended Wednesday"
  const isPeriod =
    tokens[at]?.lower === 'ended' && /^(?:week|month|quarter|year|period|half)s?$/.test(before?.lower ?? '');
  return isPeriod && tokens[at + 1]?.marks.has('time') === true;
}

/** "to replace *lost and damaged* goods": two words that say how a thing is, behind the verb, the preposition or the article that it stands under. */
function isPairOf(tokens: readonly Token[], at: number): boolean {
  const [before, first, and, second, thing] = tokens.slice(Math.max(0, at - 1), at + 4);
  return (
    at > 0 &&
    /^(?:VERB|ADP|DET)$/.test(before?.tag ?? '') &&
    and?.lower === 'and' &&
    [first, second].every((token) => token?.tag === 'VERB' && isParticiple(token.lower)) &&
    thing?.tag === 'NOUN'
  );
}

function finiteness(tokens: readonly Token[], from: number, modal: string | null): Pick<VerbGroup, 'finite' | 'form'> {
  const first = tokens[from];
  const before = tokens[from - 1];
  if (first === undefined || startsWithTo(tokens, from)) return { finite: 'no', form: 'none' };
  const { lower } = first;
  if (first.tag === 'AUX') {
    if (MODALS.has(lower)) return { finite: 'yes', form: modal === null ? 'perfect' : 'modal' };
    if (!isFiniteAuxiliary(first)) return { finite: 'no', form: 'none' };
    const perfect = HAVE.has(lower);
    const past = PAST_AUXILIARIES.has(lower);
    return { finite: 'yes', form: modal !== null ? 'modal' : perfect ? 'perfect' : past ? 'past' : 'present' };
  }
  if (lower.endsWith('ing') && lower.length > 4) return { finite: 'no', form: 'none' };
  if (PAST_ONLY.has(lower) || NEVER_DONE.has(lower)) return { finite: 'yes', form: 'past' };
  // "some roads become rivers": the plain present of what is a participle behind "has"
  if (LIKE_PARTICIPLES.has(lower) && before !== undefined && isPlural(before))
    return { finite: 'yes', form: 'present' };
  if (PARTICIPLE_ONLY.has(lower)) return { finite: 'no', form: 'none' };
  // "8 million units, compared with 7 million"
  if (lower === 'compared' && tokens[from + 1]?.lower === 'with') return { finite: 'no', form: 'none' };
  if (isPast(lower))
    return describes(tokens, from) ? { finite: 'no', form: 'none' } : { finite: 'maybe', form: 'past' };
  if (isCaused(tokens, from)) return { finite: 'no', form: 'none' };
  if (before?.tag === 'ADP' || (before?.tag === 'DET' && before.lower !== 'that') || before?.lower === "'s")
    return { finite: 'no', form: 'none' };
  return { finite: 'yes', form: 'present' };
}

/** All verb groups of a run of tokens, in order. */
export const verbGroups = once((tokens): readonly VerbGroup[] => {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isVerbal(tokens[i])) continue;
    const group = readGroup(tokens, i);
    groups.push(group);
    i = group.to - 1;
  }
  return groups;
});
