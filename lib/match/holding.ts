/** How each word of a claim is held: as done, as not done, or left open, and by which words of the claim. */

import { PAST_ONLY, PAST_OR_PARTICIPLE } from '#lib/engine/lexicon/verbs.ts';
import type { Tag } from '#lib/engine/types.ts';
import { GOVERNORS, type Governor, type Holding } from './governors.ts';
import { stem } from './words.ts';

/** A word or mark of a claim, in lower case. */
export type HeldWord = { readonly word: string; readonly tag: Tag };
type Token = { readonly lower: string; readonly tag: Tag };

/** What governs a word: whether what it says was not done, whether that is left open, and the names of the ways. */
export type Frame = { readonly negative: boolean; readonly open: boolean; readonly ways: readonly string[] };
const PLAIN: Frame = { negative: false, open: false, ways: [] };

const QUESTION = { name: 'question', gives: 'open', denied: 'open' } as const;
const GOVERNORS_BY_NAME: ReadonlyMap<string, Stance> = new Map(GOVERNORS.map((row) => [row.name, row]));
type Stance = Pick<Governor, 'name' | 'gives' | 'denied'>;

const waysThatGive = ({ ways }: Frame, holding: Holding): string =>
  ways.filter((way) => (GOVERNORS_BY_NAME.get(way) ?? QUESTION).gives === holding).join();

/** The frame that rows of these names make, each within the one before it, all within `outer`. */
export const stated = (names: readonly string[], outer = PLAIN): Frame =>
  names.reduce((frame, name) => inside(frame, GOVERNORS_BY_NAME.get(name) ?? QUESTION), outer);

/** How two frames stand: alike, one the opposite of the other, or not to be held against one another ("refused" beside "failed", "paid" beside "may pay"). */
export function compareFrames(a: Frame, b: Frame): 'alike' | 'contrary' | 'apart' {
  if (a.open !== b.open || waysThatGive(a, 'open') !== waysThatGive(b, 'open')) return 'apart';
  if (a.negative !== b.negative) return 'contrary';
  return !a.negative || waysThatGive(a, 'not done') === waysThatGive(b, 'not done') ? 'alike' : 'apart';
}

type Item =
  | { readonly is: 'word'; readonly any: ReadonlySet<string> }
  | { readonly is: 'TO' | 'DOING' | 'VERB' | 'GAP' };
type Row = { readonly governor: Governor; readonly items: readonly Item[] };

const ITEMS: ReadonlyMap<string, Item> = new Map([
  ['TO', { is: 'TO' }],
  ['DOING', { is: 'DOING' }],
  ['VERB', { is: 'VERB' }],
  ['..', { is: 'GAP' }],
]);

/** One form for "refuse", "refused" and "refusing"; "barely" is no form of "bar". */
const formOf = (word: string): string => (word.endsWith('ly') ? word : stem(word));

const wordsIn = ({ items }: Row): number => items.filter(({ is }) => is === 'word').length;

/** By the word a row opens with; longest first, so that "could not" is read before "could". */
const ROWS: ReadonlyMap<string, readonly Row[]> = (() => {
  const found = new Map<string, Row[]>();
  const itemOf = (part: string): Item => ITEMS.get(part) ?? { is: 'word', any: new Set(part.split('|').map(formOf)) };
  const rows = GOVERNORS.flatMap((governor) =>
    governor.pattern.split(';').map((words): Row => ({ governor, items: words.trim().split(/\s+/).map(itemOf) })),
  );
  for (const row of rows.sort((x, y) => y.items.length - x.items.length || wordsIn(y) - wordsIn(x))) {
    const [first] = row.items;
    if (first?.is !== 'word') throw new Error(`The pattern of “${row.governor.name}” does not open with a word`);
    for (const word of first.any) found.set(word, [...(found.get(word) ?? []), row]);
  }
  return found;
})();

const IF = ROWS.get('if')?.[0];
const GAP = 5;
const ADVERBS = 2;
const PREPOSITIONS: ReadonlySet<string> = new Set('of from about on for with to by in against at over'.split(' '));

export const isVerb = (word: HeldWord | undefined): boolean => word?.tag === 'VERB' || word?.tag === 'AUX';

/** Whether the items from `item` on fit the words from `at` on. Bounded: a gap is tried at most five words long. */
function fits(words: readonly HeldWord[], at: number, items: readonly Item[], item: number): boolean {
  const wanted = items[item];
  const here = words[at];
  if (wanted === undefined) return true;
  if (here === undefined) return false;
  switch (wanted.is) {
    case 'word':
      return wanted.any.has(formOf(here.word)) && fits(words, at + 1, items, item + 1);
    case 'GAP':
      for (let i = at; i <= at + GAP; i++) {
        if (fits(words, i, items, item + 1)) return true;
        if (endsClause(words[i])) return false;
      }
      return false;
    case 'TO':
      return here.word === 'to' && verbWithin(words, at + 1);
    case 'VERB':
      return verbWithin(words, at);
    case 'DOING':
      return doingWithin(words, PREPOSITIONS.has(here.word) ? at + 1 : at);
  }
}

function verbWithin(words: readonly HeldWord[], at: number): boolean {
  for (const word of words.slice(at, at + ADVERBS + 1)) {
    if (isVerb(word)) return true;
    if (word.tag !== 'ADV' && word.tag !== 'PART') return false;
  }
  return false;
}

/** "paying", "its paying". */
const doingWithin = (words: readonly HeldWord[], at: number): boolean =>
  words.slice(at, at + 2).some(({ word }) => /[a-z]{2}ing$/.test(word));

const CLAUSE_ENDS: ReadonlySet<string> = new Set(
  '; : — – , ( ) . ? ! but although though while whereas because after before when which who whose where since until'.split(
    ' ',
  ),
);
const endsClause = (word: HeldWord | undefined): boolean => word === undefined || CLAUSE_ENDS.has(word.word);

/** "refused to pay and left": a verb in the past behind "and" begins anew. */
function beginsAnew(words: readonly HeldWord[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || words[at]?.word !== 'and' || !isVerb(next)) return false;
  return /(?:ed|s)$/.test(next.word) || PAST_ONLY.has(next.word) || PAST_OR_PARTICIPLE.has(next.word);
}

/** "the fund that had promised a loan": a clause that hangs on a noun, and ends before the verb of that noun. */
const inRelative = (words: readonly HeldWord[], at: number): boolean =>
  words
    .slice(Math.max(0, at - 3), at)
    .some(({ word }, i) => /^(?:who|which|that)$/.test(word) && words[Math.max(0, at - 3) + i - 1]?.tag === 'NOUN');

const NO_OBJECT = /^(?:no|nothing|nobody|none|neither)$/;

/** No more words stand between "neither" and "nor". */
const NOR_WITHIN = 8;

/** "no fewer than 40", "not only", "No. 3", "no doubt", "in May", "his will": words of the rows that govern nothing here. */
function isIdle(words: readonly HeldWord[], at: number): boolean {
  const { word = '', tag } = words[at] ?? {};
  // "the plan cost £3m": a noun governs what is said to be its content
  if (tag === 'NOUN' && !NO_OBJECT.test(word)) return !/^(?:to|that|of|for|over|in)$/.test(words[at + 1]?.word ?? '');
  // "neither Spain nor the fund": no second denial
  if (word === 'nor' && words.slice(Math.max(0, at - NOR_WITHIN), at).some((other) => other.word === 'neither'))
    return true;
  if (word === 'no' || word === 'not')
    return /^(?:only|just|least|fewer|less|more|later|earlier|matter|doubt|\.|\d.*)$/.test(words[at + 1]?.word ?? '');
  if (word === 'few' || word === 'little') return /^(?:a|the|these|those)$/.test(words[at - 1]?.word ?? '');
  if (/^(?:may|might|will|can|must)$/.test(word))
    return tag === 'NOUN' || tag === 'PROPN' || /^(?:his|her|in|since|of|last|a|the)$/.test(words[at - 1]?.word ?? '');
  return false;
}

/** The frame of what a governor stands over, where it stands in `outer` itself. */
function inside(outer: Frame, { name, gives, denied }: Stance): Frame {
  const holding: Holding = outer.negative ? denied : gives;
  const ways = [...outer.ways, name];
  return holding === 'open' ? { ...outer, open: true, ways } : { ...outer, negative: holding === 'not done', ways };
}

/** Verbs behind which another in "to" or "-ing" was done as well, or that only say when or how it was. */
const NO_GOVERNORS: ReadonlySet<string> = new Set(
  `be been being am is are was were have has had do does did go goes going went come comes came keep keeps kept start started starting begin began begun continue continued
  continues resume resumed finish finished remember remembered regret regretted admit admitted confess confessed apologise apologised apologize apologized use used spend spent
  end ended see seen saw hear heard find found show shown succeed succeeded persist persisted insist insisted help helped`.split(
    /\s+/,
  ),
);

/**
 * "hesitated to pay", "incapable of paying": a verb or an adjective of no row, with another verb hanging on it. Of what is done so nothing is told but by
 * words that are known.
 */
function isUnknownGovernor(words: readonly HeldWord[], at: number): boolean {
  const here = words[at];
  if (here === undefined || !/^(?:VERB|ADJ|NOUN)$/.test(here.tag) || NO_GOVERNORS.has(here.word)) return false;
  const next = words[at + 1]?.word ?? '';
  const to = next === 'to' && verbWithin(words, at + 2) && !isVerb(words[at + 3]);
  if (to || here.tag === 'NOUN') return to;
  const particle = /^(?:away|off|out|back|up)$/.test(next);
  const linked = /^(?:of|from|about|on|for|to|against|at|over)$/.test(words[particle ? at + 2 : at + 1]?.word ?? '');
  if (!particle && !linked) return false;
  const doing = words[at + 1 + Number(particle) + Number(linked)];
  return isVerb(doing) && /ing$/.test(doing?.word ?? '');
}

/** How far a noun's scope goes: "the plan to pay Leeds | was late", but "the claim that it paid Leeds" to the end. */
function scopeOfNoun(words: readonly HeldWord[], at: number): number {
  if (words[at + 1]?.word === 'that') return words.length;
  for (let i = at + 1; i < words.length; i++) {
    if (isVerb(words[i]) && !behindTo(words, i) && !/ing$/.test(words[i]?.word ?? '')) return i;
  }
  return words.length;
}

/** "to pay", "to have been duly paid". */
function behindTo(words: readonly HeldWord[], at: number): boolean {
  let i = at - 1;
  while (i > at - 5 && (words[i]?.tag === 'ADV' || /^(?:have|be|been)$/.test(words[i]?.word ?? ''))) i -= 1;
  return words[i]?.word === 'to';
}

/** "The payment was refused", "a payment refused by the fund": what is governed stands before. */
function isPassive(words: readonly HeldWord[], at: number): boolean {
  if (words[at]?.tag !== 'VERB') return false;
  const lead = words[at - 1]?.tag === 'ADV' ? words[at - 2] : words[at - 1];
  return /^(?:is|are|was|were|be|been|being)$/.test(lead?.word ?? '') || words[at + 1]?.word === 'by';
}

export type Holdings = {
  /** For each word the frame it stands in. */
  readonly frames: readonly Frame[];
  /** Positions of verbs and small words that only say how another is held. */
  readonly governing: ReadonlySet<number>;
};

/** Reads how each word of a claim is held. Linear in the number of words. */
export function framesOf(tokens: readonly Token[]): Holdings {
  const words: HeldWord[] = tokens.map(({ lower, tag }) => ({ word: lower, tag }));
  const whole = words.at(-1)?.word === '?' ? inside(PLAIN, QUESTION) : PLAIN;
  const frames: Frame[] = words.map(() => whole);
  const governing = new Set<number>();
  let frame = whole;
  let scope = words.length;
  let clause = 0;
  let opened = -1;
  for (let i = 0; i < words.length; i++) {
    // A comma right behind a governor opens an insertion: "did not, he said, pay".
    if (endsClause(words[i]) ? i !== opened + 1 : i >= scope || beginsAnew(words, i)) {
      frame = whole;
      scope = words.length;
      if (endsClause(words[i])) clause = i + 1;
    }
    frames[i] = frame;
    const inverted = i === 0 && /^(?:had|were|should)$/.test(words[0]?.word ?? '');
    const row = inverted
      ? IF
      : isIdle(words, i)
        ? undefined
        : ROWS.get(formOf(words[i]?.word ?? ''))?.find((r) => fits(words, i, r.items, 0));
    if (row === undefined) {
      // "forced the fund to pay": "to" belongs to the verb
      if (!(words[i]?.tag === 'NOUN' && frame.ways.length > 0) && isUnknownGovernor(words, i)) {
        frame = inside(frame, { name: stem(words[i]?.word ?? ''), gives: 'open', denied: 'open' });
        opened = i;
      }
      continue;
    }
    // "if", and "had it paid", leaves the whole sentence open, whichever clause it stands in
    if (row.governor.name === 'if')
      return { frames: words.map(() => inside(PLAIN, row.governor)), governing: new Set([i]) };
    const noun = words[i]?.tag === 'NOUN';
    const length = row.items.findIndex(({ is }) => is !== 'word');
    const own = length < 0 ? row.items.length : length;
    frame = inside(frame, row.governor);
    const passive = length < 0 && isPassive(words, i);
    const object = NO_OBJECT.test(words[i]?.word ?? '') && isVerb(words[i - 1]);
    if (passive) frames.fill(frame, clause, i);
    else if (object) frames.fill(frame, i - 1, i);
    if (noun || inRelative(words, i)) scope = scopeOfNoun(words, i);
    if (!noun) for (let k = 0; k < own; k++) governing.add(i + k);
    i += own - 1;
    opened = i;
  }
  return { frames, governing };
}
