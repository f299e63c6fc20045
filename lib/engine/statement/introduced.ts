/**
 * "The bill", "the study", "the committee": which one is meant, in the words in which the article introduced it ("a bill on religious freedom", "a study of 220,000
 * adults", "Leeds council's planning committee"), where it has introduced one alone.
 */
import { CALLED_OTHERWISE, KNOWN_TO_ALL } from '../lexicon/definite.ts';
import { FIRMS } from '../lexicon/titles.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import { isPersonNoun } from './clause.ts';
import type { Edit } from './edits.ts';
import { DESCRIBES, type Phrase, textOf } from './phrase.ts';
import { pointersIn, standsBare } from './pointers.ts';

/** How the article has told of a thing by one noun. */
type Introduction = {
  /** Where it was first named. */
  readonly at: number;
  /** What goes in place of "the" or between it and the noun, and what goes behind the noun. */
  owner: string;
  before: string;
  after: string;
  /** All that stood between the owner and the noun: "central" of "Norvik's central bank". */
  words: string;
  /** Where the words were told that tell which it is. */
  wordsAt: number;
  /** From where on another one that is called by the same noun has been named. */
  rivalAt: number;
  /** Where the sentence begins that told again what a headline had told. */
  leadAt?: number;
};

/** By noun, in lower case, as it stands in the text: "bill" and "bills" are two. */
export type Introductions = Map<string, Introduction>;

const singularOf = (noun: string): string | null => (/[^s]s$/.test(noun) ? noun.slice(0, -1) : null);

/** Whether two tellings can be of one thing: one of them has nothing to say, or its words are among the other's. */
function agree(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  const all = new Set(many.toLowerCase().split(' '));
  return few
    .toLowerCase()
    .split(' ')
    .every((word) => all.has(word));
}

/** "Norvik's central bank": whose it is, of a thing told of by more than its noun. Changes `told`. */
function introduceOwned({ head, determiner, owner, words }: Phrase, told: Introductions): void {
  const one = singularOf(head.lower);
  const rival = (noun: string): void => {
    const known = told.get(`${words.toLowerCase()} ${noun}`);
    if (known !== undefined) known.rivalAt = Math.min(known.rivalAt, head.start);
  };
  if (one !== null) rival(one);
  const key = `${words.toLowerCase()} ${head.lower}`;
  const known = told.get(key);
  if (known === undefined && (owner !== '' || determiner === 'a' || determiner === 'other'))
    told.set(key, {
      at: head.start,
      owner,
      before: '',
      after: '',
      words,
      wordsAt: head.start,
      rivalAt: owner === '' ? head.start : Number.POSITIVE_INFINITY,
    });
  else if (determiner === 'a' || determiner === 'other' || (owner !== '' && owner !== known?.owner)) rival(head.lower);
}

/** Notes how a sentence tells of its things. Changes `told`. */
export function introduce(sentence: ReadSentence, phrases: readonly Phrase[], told: Introductions): void {
  const isHeadline = sentence.role === 'headline' || sentence.span.start < HEAD;
  for (const phrase of phrases) {
    const { head, determiner, owner, after } = phrase;
    const before = isHeadline && determiner === 'none' && HAS_VERB.test(phrase.before) ? '' : phrase.before;
    const noun = head.lower;
    if (phrase.words !== '') introduceOwned(phrase, told);
    const known = told.get(noun);
    const one = singularOf(noun);
    const single = one === null ? undefined : told.get(one);
    if (single !== undefined) single.rivalAt = Math.min(single.rivalAt, head.start);
    const tells = before !== '' || owner !== '' || after !== '';
    if (determiner === 'the' && !tells) continue;
    if (known === undefined) {
      const isBare = determiner === 'none' && !isHeadline && before === '' && one === null;
      const isUnsure = determiner === 'other' || isBare;
      told.set(noun, {
        at: head.start,
        owner,
        before,
        after,
        words: phrase.words,
        wordsAt: head.start,
        rivalAt: isUnsure ? head.start : Number.POSITIVE_INFINITY,
      });
      continue;
    }
    const isAgain = isHeadlineAgain(known, sentence);
    const isOwn = determiner === 'the' || determiner === 'owner';
    if (isAgain && !isOwn) known.leadAt = sentence.span.start;
    const same =
      (isOwn || isAgain) &&
      (agree(known.before, before) || isMeasured(determiner, before)) &&
      agree(known.after, after) &&
      agree(known.owner, owner);
    if (!same) {
      known.rivalAt = Math.min(known.rivalAt, head.start);
      continue;
    }
    if (
      (known.owner === '' && owner !== '') ||
      (known.before === '' && before !== '') ||
      (known.after === '' && after !== '')
    )
      known.wordsAt = head.start;
    known.owner ||= owner;
    known.before ||= before;
    known.after ||= after;
  }
}

/** "The 131-page document": how long it is tells no other. */
const isMeasured = (determiner: Phrase['determiner'], before: string): boolean =>
  determiner === 'the' && before.split(' ').every((word) => /^\d[\d.,]*-\p{L}+$/u.test(word));

/** "Lund pledges unity": of the words of a headline one in -s may be its verb. */
const HAS_VERB = /(?<![\p{L}'’-])\p{Ll}+(?<!['’s])s\b/u;

/** The first sentence that does so tells again what the headline told; "its trade deficit" of a later one may be another. */
const isHeadlineAgain = ({ at, leadAt }: Introduction, { span }: ReadSentence): boolean =>
  at < HEAD && span.start < HEAD * 3 && (leadAt === undefined || leadAt === span.start);
const HEAD = 120;

/** What tells which is meant, of each noun that the sentence before tells of once; null where it does so of two. */
export type LastTold = ReadonlyMap<string, (Telling & { readonly isNew: boolean }) | null>;
type Telling = Pick<Introduction, 'owner' | 'before' | 'after'>;

/** "Halden's campaign declined to comment.": for "the campaign" of the next sentence, whatever else is called so. */
export function lastTold({ role }: ReadSentence, phrases: readonly Phrase[]): LastTold {
  const last = new Map<string, (Telling & { readonly isNew: boolean }) | null>();
  if (role === 'headline') return last;
  for (const phrase of phrases) {
    const { head, owner, determiner, after } = phrase;
    const before = isMeasured('the', phrase.before) ? '' : phrase.before;
    const isOne = determiner === 'a' || determiner === 'the' || determiner === 'owner';
    const isAgain = last.has(head.lower) || (isOne && owner === '' && before === '' && after === '');
    last.set(head.lower, isAgain || !isOne ? null : { owner, before, after, isNew: determiner === 'a' });
  }
  return last;
}

/** What tells which "the `noun`" at a place is meant; null where nothing tells, or more than one can be meant. */
function tellingOf(told: Introductions, last: LastTold, noun: Token, at: number): (Telling & { at: number }) | null {
  const near = last.get(noun.lower) ?? null;
  const known = told.get(noun.lower);
  const isSure = known !== undefined && known.at < at && known.wordsAt <= noun.start && known.rivalAt >= noun.start;
  if (isSure && !CALLED_OTHERWISE.has(noun.lower)) return known;
  // "Lund tabled a housing bill. Ruiz tabled a tax bill.": of two that were told of as new either may be meant
  const isOneOfTwo = near?.isNew === true && known !== undefined && !CALLED_OTHERWISE.has(noun.lower);
  return near === null || isOneOfTwo ? null : { ...near, at: -1 };
}

/** "the central bank" → "[Norvik’s] central bank", where the article began with whose it is, by the same words. */
function ownedEdit(
  sentence: ReadSentence,
  the: number,
  span: Span,
  told: Introductions,
): { readonly noun: string; readonly owner: string } | null {
  const { tokens, text } = sentence;
  let at = the + 1;
  while (at < the + 4 && DESCRIBES.has(tokens[at]?.tag ?? '') && DESCRIBES.has(tokens[at + 1]?.tag ?? '')) at += 1;
  const noun = tokens[at];
  if (at === the + 1 || noun === undefined || !holds(span, noun) || !standsBare(tokens, at)) return null;
  const known = told.get(`${textOf(text, tokens, the + 1, at).toLowerCase()} ${noun.lower}`);
  if (known === undefined || known.owner === '') return null;
  if (known.at >= noun.start || known.rivalAt < noun.start || holds(span, { start: known.at, end: known.at }))
    return null;
  const isThere = tokens.some(
    ({ tag, text: word }, i) =>
      tag === 'PROPN' && i !== at && holds(span, tokens[i] ?? noun) && known.owner.includes(word),
  );
  return isThere ? null : { noun: noun.lower, owner: known.owner };
}

/** "The bill" → "the [religious-freedom] bill", the first time a claim names it. Changes `seen`, the nouns that it has named. */
export function nounEdits(
  sentence: ReadSentence,
  span: Span,
  told: Introductions,
  last: LastTold,
  seen: Set<string> = new Set(),
): Edit[] {
  const { tokens, text } = sentence;
  const edits: Edit[] = [];
  for (const { at, the, noun, isBare } of pointersIn(tokens, span)) {
    if (the.lower !== 'the') continue;
    const owned = ownedEdit(sentence, at, span, told);
    if (owned !== null && !seen.has(owned.noun)) {
      seen.add(owned.noun);
      edits.push({ start: the.start, end: the.end, words: owned.owner });
      continue;
    }
    if (!isBare || noun.marks.has('figure') || seen.has(noun.lower) || isPersonNoun(noun.lower)) continue;
    if (KNOWN_TO_ALL.has(noun.lower) || FIRMS.has(noun.lower)) continue;
    seen.add(noun.lower);
    const known = tellingOf(told, last, noun, the.start);
    if (known === null) continue;
    if (holds(span, { start: known.at, end: known.at })) continue;
    const goesOn = /^['’]s?$/.test(tokens[at + 2]?.lower ?? '');
    // "[Ruiz's] bill … of Ruiz's"
    const isThere =
      known.owner !== '' &&
      tokens.some(
        (token) => token.tag === 'PROPN' && token !== noun && holds(span, token) && known.owner.includes(token.text),
      );
    if (isThere) continue;
    if (known.owner !== '')
      edits.push({
        start: the.start,
        end: the.end,
        words: `${known.owner}${known.before === '' ? '' : ` ${known.before}`}`,
      });
    else if (known.before !== '' && text.slice(span.start, span.end).includes(known.before)) continue;
    else if (known.before !== '') edits.push({ start: noun.start, end: noun.start, words: known.before });
    else if (known.after !== '' && !goesOn && !text.startsWith(` ${known.after}`, noun.end))
      edits.push({ start: noun.end, end: noun.end, words: known.after });
  }
  return edits;
}
