import type { CueClass } from '../lexicon/cues.ts';
import { type Phrase, phraseAfter, phraseBefore } from './phrase.ts';
import { governorOf } from './subject.ts';
import type { Item } from './units.ts';
import { isMark, PRONOUNS, speakingNoun } from './words.ts';

/** A reporting word with the phrase that says whose words follow. */
export type Cue = {
  /** Item indices of the cue, half-open. */
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
  readonly cueClass: CueClass;
  readonly subject: Phrase;
  /** Where the subject stands: before its verb, after it ("said X"), or further back with other words between. */
  readonly order: 'before' | 'after' | 'shared';
  readonly form: 'finite' | 'participle';
};

const MEASURES =
  /^(?:cycle|scale|standards?|method|criteria|schedule|timetable|plan|size|age|weight|height|need|needs|ability|type|taste|wishes|custom|tradition)$/;

const withoutS = (lower: string): string => (lower.endsWith('s') ? lower.slice(0, -1) : lower);

/** "according to X", "in X's words", "as X put it". */
export function idiomAt(items: readonly Item[], at: number): Cue | null {
  const item = items[at];
  const next = items[at + 1];
  if (item?.lower === 'according' && next?.lower === 'to') {
    const subject = phraseAfter(items, at + 2);
    if (subject === null) return null;
    const head = items[subject.head];
    // "310 miles according to the official test cycle": what is measured by speaks as little as a plan does
    if (head?.kind === 'word' && MEASURES.test(head.lower)) return null;
    const document = head?.kind === 'word' && speakingNoun(head.lower) === 'document';
    return {
      from: at,
      to: at + 2,
      lemma: 'according',
      cueClass: document ? 'document' : 'say',
      subject,
      order: 'after',
      form: 'finite',
    };
  }
  if (item?.lower === 'per' && isMark(items[at - 1], ',') && next !== undefined) {
    const subject = phraseAfter(items, at + 1);
    const head = subject === null ? undefined : items[subject.head];
    const source =
      head?.kind === 'name' ? head.entity?.type !== 'place' : speakingNoun(head?.lower ?? '') === 'document';
    if (subject !== null && source && (items[subject.to] === undefined || items[subject.to]?.kind === 'mark'))
      return { from: at, to: at + 1, lemma: 'according', cueClass: 'say', subject, order: 'after', form: 'finite' };
  }
  const noun = nounCue(items, at) ?? answerCue(items, at);
  if (noun !== null) return noun;
  if (next?.lower === 'out' && /^points?$|^pointed$/.test(item?.lower ?? '')) {
    const subject = phraseBefore(items, at);
    if (subject !== null)
      return { from: at, to: at + 2, lemma: 'say', cueClass: 'say', subject, order: 'before', form: 'finite' };
  }
  if (item?.lower === 'put' || item?.lower === 'puts') {
    const figure = items.findIndex(
      ({ lower }, i) => i > at + 1 && i < at + PUT_WORDS && lower === 'at' && /^\d/.test(figureAt(items, i + 1)),
    );
    const subject = figure < 0 ? null : governorOf(items, at);
    if (subject !== null)
      return { from: at, to: at + 1, lemma: 'put-at', cueClass: 'claim', subject, order: 'before', form: 'finite' };
  }
  if ((item?.lower === 'put' || item?.lower === 'puts') && next?.lower === 'it') {
    const subject = phraseBefore(items, at);
    return subject === null
      ? null
      : { from: at, to: at + 2, lemma: 'put', cueClass: 'say', subject, order: 'before', form: 'finite' };
  }
  return null;
}

/** No more words stand between "put" and "at £2m". */
const PUT_WORDS = 14;

/** The words behind "at", past "about" and "between". */
function figureAt(items: readonly Item[], at: number): string {
  const skipped = /^(?:about|around|between|just|over|under|nearly|almost|only|some|roughly|approximately)$/;
  const next = items[at];
  // "S$52"
  if (/^\p{Lu}{1,3}$/u.test(next?.text ?? '')) return items[at + 1]?.text ?? '';
  return (next !== undefined && skipped.test(next.lower) ? items[at + 1]?.text : next?.text) ?? '';
}

const SAYINGS = new Set(
  'claim allegation assertion accusation warning statement argument suggestion contention admission announcement insistence complaint prediction promise pledge'.split(
    ' ',
  ),
);

/** "Mr. Bell's", "the lawyer's main": whose the noun at `at` is, with two words between at most. */
function ownerBefore(items: readonly Item[], at: number): Phrase | null {
  const owner = [at - 1, at - 2, at - 3].find((i) => items[i]?.possessive === true) ?? -1;
  const held = items[owner];
  if (held === undefined || !(held.kind === 'name' || speakingNoun(held.lower) !== null)) return null;
  let from = owner;
  while (from > 0 && held.kind === 'word' && /^(?:the|an?|some|many)$/.test(items[from - 1]?.lower ?? '')) from--;
  return { from, to: owner + 1, head: owner };
}

const ANSWERS = new Set(
  'response answer reply argument point message view position belief conclusion theory explanation reasoning complaint claim defence defense contention estimate prediction warning verdict advice'.split(
    ' ',
  ),
);

/** No more words stand between "main argument" and "was that". */
const ANSWER_WORDS = 7;

/** "The senator's answer was that …", "one of Rey's main arguments is that …": what a noun of saying is said to be. */
function answerCue(items: readonly Item[], at: number): Cue | null {
  const item = items[at];
  if (item?.kind !== 'word' || !(ANSWERS.has(item.lower) || ANSWERS.has(withoutS(item.lower)))) return null;
  const verb = items.findIndex(
    ({ lower }, i) =>
      i > at && i <= at + ANSWER_WORDS && /^(?:is|was|been)$/.test(lower) && items[i + 1]?.lower === 'that',
  );
  if (verb < 0 || items.slice(at, verb).some(({ kind }) => kind === 'mark' || kind === 'quote')) return null;
  const subject = ownerBefore(items, at);
  return subject === null
    ? null
    : { from: at, to: verb + 1, lemma: 'say', cueClass: 'say', subject, order: 'before', form: 'finite' };
}

/** "Mr. Bell's claim that", "the claim by Mr. Bell that", "made the suggestion that": a noun that reports. */
function nounCue(items: readonly Item[], at: number): Cue | null {
  const item = items[at];
  if (item?.kind !== 'word' || !(SAYINGS.has(item.lower) || SAYINGS.has(withoutS(item.lower)))) return null;
  const cueClass = /^(?:warning|prediction)/.test(item.lower)
    ? 'warn'
    : /^(?:claim|alleg|assert|accus|content)/.test(item.lower)
      ? 'claim'
      : 'say';
  const base = { from: at, lemma: 'noun', cueClass, form: 'finite' } as const;
  if (items[at + 1]?.lower === 'by') {
    const subject = phraseAfter(items, at + 2);
    return subject === null || items[subject.to]?.lower !== 'that'
      ? null
      : { ...base, to: at + 1, subject, order: 'after' };
  }
  if (items[at + 1]?.lower !== 'that') return null;
  const owner = ownerBefore(items, at);
  if (owner !== null) return { ...base, to: at + 1, subject: owner, order: 'before' };
  const made = /^(?:made|makes|make|issued|repeated|repeats)$/.test(items[at - 2]?.lower ?? '');
  const subject =
    made && /^(?:the|an?|his|her|their)$/.test(items[at - 1]?.lower ?? '') ? phraseBefore(items, at - 2) : null;
  const head = subject === null ? undefined : items[subject.head];
  const speaks =
    head !== undefined && (head.kind === 'name' || PRONOUNS.has(head.lower) || speakingNoun(head.lower) !== null);
  return subject === null || !speaks ? null : { ...base, to: at + 1, subject, order: 'before' };
}
