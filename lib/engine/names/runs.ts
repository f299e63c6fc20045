import { SENTENCE_STARTERS } from '../lexicon/abbreviations.ts';
import { FIRST_NAMES } from '../lexicon/first-names.ts';
import { KNOWN_ORGANIZATIONS, ORGANIZATION_HEADS } from '../lexicon/organizations.ts';
import { NATIONALITIES, PLACES } from '../lexicon/places.ts';
import { LEGAL_FORMS, TRADES } from '../lexicon/titles.ts';
import { isPlain } from '../text/plain.ts';
import type { Span } from '../types.ts';

/** One word of a sentence; "China's" is the word "China" with a tail. */
export type Word = Span & {
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  /** What stands between the word before and this one, "'s" included. */
  readonly gap: string;
  readonly possessive: boolean;
};

/** Words with capitals that belong together, before titles and places are told apart. */
export type Run = {
  readonly words: readonly Word[];
  readonly sentence: number;
  /** The only reason for the capital may be that a sentence begins here. */
  readonly opensSentence: boolean;
  /** The word before the run and the one after it, lower case; '' at an edge. */
  readonly before: string;
  readonly after: string;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['.&-]|\.-)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** The same of a plain text. */
const PLAIN_WORD = /[A-Za-z0-9]+(?:(?:['.&-]|\.-)[A-Za-z0-9]+)*/g;
/** "Leung *Chun-ying*", "Ban *Ki-moon*": a Chinese or Korean given name of two syllables, written behind the family's; no "Oslo-born". */
const GIVEN_NAME =
  /^(?:Ch|Sh|Hs|H|Kw|K|L|M|Ng|N|P|S|Ts|T|W|Y|J|G|B|D|F|R|Z|C|X|Q)?[AEIOUaeiouy]{1,3}(?:ng|n|k|m|p|t|h|l)?-(?:ch|sh|hs|h|kw|k|l|m|n|p|s|ts|t|w|y|j|g|b|d|f|r|z|c|x|q)?[aeiouy]{1,3}(?:ng|n|k|m|p|t|h|l|r)?$/;
const KEEPS_STOP =
  /^(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Ms|Mrs|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|Cllr|Ald|Supt|Insp|Det|Adm|Cmdr|Cpl|Pvt|Messrs)$/u;
const NOT_NAMES = new Set(
  `i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december jan feb mar apr jun jul aug sept sep oct nov dec ok okay god christmas easter thanksgiving tv internet am pm
   a the`.split(/\s+/),
);
const MONTH_NAMES = new Set(['jun', 'may', 'april', 'june', 'jan', 'august']);
/** No name has more words; a text all in capitals must not become one. */
const LONGEST_RUN = 14;
const PARTICLES = new Set(
  'de van von der den bin ibn al el la du da di del dos das y le ter ten abu bint ben'.split(' '),
);
const LINKS = new Set(['of', 'for', 'and', 'on', 'the', 'to', 'in']);

/** "Lund", "al-Sadr": no "Oslo-born". Most words begin with a small letter and have no hyphen in them, and are none. */
function hasCapital(text: string, before: Word | undefined): boolean {
  if (/^[a-z]/.test(text) && !text.includes('-')) return false;
  return (
    /^(?:(?:al|el|ad|an|ar|as|ash|bin|ben)-)?\p{Lu}/u.test(text) &&
    (!/-\p{Ll}{3}/u.test(text) || (before?.capital === true && GIVEN_NAME.test(text)))
  );
}

/** The words of one sentence. Linear in its length. */
export function wordsOf(folded: string, span: Span): Word[] {
  const words: Word[] = [];
  let previousEnd = span.start;
  const sentence = folded.slice(span.start, span.end);
  for (const match of sentence.matchAll(isPlain(sentence) ? PLAIN_WORD : WORD)) {
    const start = span.start + match.index;
    const tail = match[0].endsWith("'s") || match[0].endsWith("'S");
    const body = tail ? match[0].slice(0, -2) : match[0];
    const stop =
      folded[start + match[0].length] === '.' && KEEPS_STOP.test(body) && start + match[0].length + 1 < span.end
        ? 1
        : 0;
    const end = start + body.length + (tail ? 0 : stop);
    const text = folded.slice(start, end);
    const possessive = tail || (folded[end] === "'" && /[sS]$/.test(body));
    words.push({
      start,
      end,
      text,
      lower: text.toLowerCase(),
      capital: hasCapital(text, words.at(-1)),
      gap: folded.slice(previousEnd, start),
      possessive,
    });
    previousEnd = end;
  }
  return words;
}

/** Runs of capitalised words in one sentence. */
export function runsOf(words: readonly Word[], sentence: number): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; ) {
    const to = runEnd(words, at);
    if (to === at) {
      at++;
      continue;
    }
    const first = words[at];
    runs.push({
      words: words.slice(at, to),
      sentence,
      opensSentence: at === 0 || /["(:—]\s*$/.test(first?.gap ?? '') || /[.!?]/.test(first?.gap ?? ''),
      before: at > 0 && (first?.gap ?? '') === ' ' ? (words[at - 1]?.lower ?? '') : '',
      after: (words[to]?.gap ?? '').trim() === '' ? (words[to]?.lower ?? '') : '',
    });
    at = to;
  }
  return runs;
}

/** "Department for Ports, *Rivers and Lakes*": whether the second of three tasks of a body stands at `at`. */
function isListedTask(words: readonly Word[], from: number, at: number): boolean {
  const [second, and, third] = words.slice(at, at + 3);
  const isBody = words
    .slice(from, at - 1)
    .some(
      ({ lower }, i, all) =>
        /^(?:department|ministry|secretary|minister)$/.test(lower) && /^(?:of|for)$/.test(all[i + 1]?.lower ?? ''),
    );
  return (
    isBody &&
    second?.capital === true &&
    second.gap === ', ' &&
    !second.possessive &&
    and?.lower === 'and' &&
    and.gap === ' ' &&
    third?.capital === true &&
    third.gap === ' '
  );
}

/** What papers that bear a Sunday's name are called by. Hand-written from news prose. */
const PAPERS: ReadonlySet<string> = new Set(
  'Times Telegraph Mirror Express Herald Mail Post People Business Sun Star World Independent Tribune Mercury Gazette Courier'.split(
    ' ',
  ),
);

/** Index behind the last word of the run that begins at `from`; `from` itself where none does. */
function runEnd(words: readonly Word[], from: number): number {
  const first = words[from];
  if (first === undefined || !first.capital) return from;
  // "the Sunday Courier"
  const isPaper =
    first.lower === 'sunday' &&
    !first.possessive &&
    !/^(?:on|last|next|this)$/.test(words[from - 1]?.lower ?? '') &&
    words[from + 1]?.gap === ' ' &&
    PAPERS.has(words[from + 1]?.text ?? '');
  if (NOT_NAMES.has(first.lower) && !isPaper) return from;
  // "WHO say …" is a body, "WHO SAID …" copy in capitals
  const initials = /^\p{Lu}{2,6}$/u.test(first.text) && words[from + 1]?.capital === false;
  if ((from === 0 || /["(:—.]/.test(first.gap)) && SENTENCE_STARTERS.has(first.lower) && !initials) return from;
  let to = from + 1;
  while (to < words.length && to - from < LONGEST_RUN) {
    const previous = words[to - 1];
    const word = words[to];
    if (previous === undefined || word === undefined) break;
    // "the Seafarers' Union"
    const owns = word.gap === "' " && ORGANIZATION_HEADS.has(word.lower) && word.capital;
    if (owns) {
      to++;
      continue;
    }
    if (previous.possessive) break;
    if (isListedTask(words, from, to)) to += 3;
    else if (word.capital && joins(word) && (!NOT_NAMES.has(word.lower) || endsName(words, to))) to++;
    else if (LINKS.has(word.lower) || PARTICLES.has(word.lower)) {
      const reach = linkReach(words, from, to);
      if (reach === to) break;
      to = reach;
    } else break;
  }
  return to;
}

function joins(word: Word): boolean {
  return (
    word.gap === ' ' ||
    word.gap === ' & ' ||
    (/^, ?$/.test(word.gap) && /^(?:inc|corp|ltd|llc|jr|sr|plc)\.?$/.test(word.lower))
  );
}

/** "Niu Jun", "Theresa May": a month's name at the end of a name, with no day of the month after it. */
function endsName(words: readonly Word[], at: number): boolean {
  const after = words[at + 1];
  return (
    MONTH_NAMES.has(words[at]?.lower ?? '') &&
    !/^\d/.test(after?.text ?? '') &&
    !/^(?:in|during|on|last|this)$/.test(words[at - 2]?.lower ?? '')
  );
}

/** What a body with two tasks is: "the Posts and Roads *Ministry*". */
const OF_TWO =
  /^(?:ministry|committee|department|commission|cent(?:er|re)|agency|bureau|board|association|office|subcommittee|administration|council|authority|services?|institute|college)$/;
/** No task of such a body has more words. */
const TASK_WORDS = 3;

/** "the Posts | and Roads Ministry", "House Ways | and Means Committee": one body, and not two names. */
function isPortfolio(words: readonly Word[], from: number, and: number): boolean {
  const isBody = (at: number): boolean => OF_TWO.test(words[at]?.lower ?? '') && words[at]?.capital === true;
  const end = [and + 2, and + 3, and + 4].find(isBody) ?? -1;
  const isOne = words.slice(and + 1, end).every((word) => word.capital && word.gap === ' ' && !word.possessive);
  const [first] = words.slice(from, and);
  const isNamed = /^(?:the|'s)$/.test(words[from - 1]?.lower ?? '') || and - from > 1 || words[from - 1]?.possessive;
  // of "U.S. House Ways and Means Committee" the places stand before, and are none of the two
  const isKnown = isKnownName(words[and - 1]?.text ?? '') || (and - from === 1 && isKnownName(first?.text ?? ''));
  const isBoth = words[from - 2]?.lower === 'both';
  return end > 0 && isOne && and - from <= TASK_WORDS && isNamed === true && !isKnown && !isBoth;
}

function isOfTwoTrades(words: readonly Word[], from: number, and: number): boolean {
  const last = words[and - 1]?.lower ?? '';
  const ends = [and + 2, and + 3].find((at) => LEGAL_FORMS.has((words[at]?.lower ?? '').replace(/\.$/, ''))) ?? -1;
  const isOne = words.slice(and + 1, ends).every((word) => word.capital && word.gap === ' ' && !word.possessive);
  return and - from > 1 && TRADES.has(last) && ends > 0 && isOne && words[ends]?.capital === true;
}

const isKnownName = (word: string): boolean =>
  PLACES.has(word) ||
  NATIONALITIES.has(word) ||
  KNOWN_ORGANIZATIONS.has(word.toLowerCase()) ||
  FIRST_NAMES.has(word.toLowerCase());

/** "Department of Justice", "Ludwig van Beethoven": over small words to the next capital; `at` itself where they do not join. */
function linkReach(words: readonly Word[], from: number, at: number): number {
  const link = words[at];
  const next = words[at + 1];
  if (link === undefined || next === undefined || link.gap !== ' ' || next.gap !== ' ') return at;
  if (PARTICLES.has(link.lower)) return next.capital ? at + 2 : at;
  const soFar = words.slice(from, at);
  const body = soFar.some(
    (word) => ORGANIZATION_HEADS.has(word.lower.replace(/s$/, '')) || ORGANIZATION_HEADS.has(word.lower),
  );
  const linked = soFar.some((word) => word.lower === 'of' || word.lower === 'for');
  // "Halden and Co", "Garm Brandt and Sons"
  if (link.lower === 'and' && next.capital && /^(?:co|sons|partners|associates)\.?$/.test(next.lower)) return at + 2;
  // "Nordic Printing and Paper Corp": two trades of one firm
  if (link.lower === 'and' && isOfTwoTrades(words, from, at)) return at + 2;
  if (link.lower === 'and' && !linked && isPortfolio(words, from, at)) return at + 2;
  if (!body) return at;
  if (link.lower === 'of' || link.lower === 'for') {
    if (next.capital) return at + 2;
    const third = words[at + 2];
    return next.lower === 'the' && third?.capital && third.gap === ' ' ? at + 3 : at;
  }
  return linked && link.lower !== 'to' && link.lower !== 'in' && link.lower !== 'the' && next.capital ? at + 2 : at;
}
