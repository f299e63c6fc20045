/** What a statement needs to be a sentence: whether stretches of the text have a subject and a verb of their own, and what hangs on what for sure. */
import { type VerbGroup, verbGroups } from '../clauses/verbs.ts';
import { CLASSES } from '../lexicon/classes.ts';
import { BODY_NOUNS } from '../lexicon/titles.ts';
import { PAST_ONLY } from '../lexicon/verbs.ts';
import { once } from '../sentence/once.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { firstPast, tokensIn } from '../sentence/stretches.ts';
import type { Span, Token } from '../types.ts';

const SUBJECTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ']);
const OPENS_A_FRAGMENT: ReadonlySet<string> = new Set(
  'and or but which who whose whom because although while since when where whereas with'.split(' '),
);

/** Whether the verb at `at` says something of what stands before a "who", "which" or "that": of "a resolution that would help" nothing is said. */
function isRelative(read: readonly Token[], at: number): boolean {
  if (/^(?:that|which|who)$/.test(read[at - 1]?.lower ?? '') && at > 1) return true;
  const opens = read.findLastIndex(({ tag }, i) => i < at && (tag === 'PUNCT' || tag === 'VERB' || tag === 'AUX'));
  const before = read.slice(opens + 1, at);
  if (before.some(({ lower }) => /^(?:whose|whom|which|where)$/.test(lower))) return true;
  // "a war that the church has been waging"
  const that = before.findIndex(({ lower }) => lower === 'that' || lower === 'who');
  return that > 0 && before[that - 1]?.tag === 'NOUN';
}

const isOwnVerb = (read: readonly Token[], { from, finite }: VerbGroup): boolean =>
  finite !== 'no' && !isRelative(read, from);

/** The tokens without quotation marks. */
const unmarked = once((tokens): readonly Token[] => {
  const bare = tokens.filter(({ text }) => text !== '"');
  return bare.length === tokens.length ? tokens : bare;
});

/** The tokens that any of the spans holds. */
const allIn = (tokens: readonly Token[], spans: readonly Span[]): readonly Token[] => {
  const [only, ...others] = spans;
  return only !== undefined && others.length === 0
    ? tokensIn(tokens, only)
    : tokens.filter((token) => spans.some((span) => holds(span, token)));
};

/** Whether a stretch has a finite verb that is not only part of what tells which thing is meant. */
export function hasVerb({ tokens }: ReadSentence, span: Span): boolean {
  const read = tokensIn(unmarked(tokens), span);
  return verbGroups(read).some((group) => isOwnVerb(read, group));
}

/** Whether the stretches, read one after another, have a finite verb with a subject before it. */
export function isSentence({ tokens }: ReadSentence, spans: readonly Span[]): boolean {
  const read = allIn(unmarked(tokens), spans);
  const [first, second] = read;
  if (first === undefined || OPENS_A_FRAGMENT.has(first.lower)) return false;
  // "had it come an hour later, …"
  if (/^(?:had|were|should)$/.test(first.lower)) return second?.tag === 'PRON' || second?.tag === 'DET';
  const verb = verbGroups(read).find((group) => isOwnVerb(read, group));
  // "judging was hard": a deed is the subject
  const isDeed = verb?.from === 1 && first.lower.endsWith('ing');
  return verb !== undefined && (isDeed || read.slice(0, verb.from).some((token) => SUBJECTS.has(token.tag)));
}

/** Index of the first token of a span; -1 where it holds none. */
export function firstToken(tokens: readonly Token[], { start }: Span): number {
  const at = firstPast(tokens, start);
  return at < tokens.length ? at : -1;
}

const CONSEQUENCES: ReadonlySet<string> = new Set(
  'led leads caused causes affected affects meant means resulted results prompted prompts forced allowed sparked triggered made makes'.split(
    ' ',
  ),
);

/** "the allowances of councillors, which": of the nouns only the first is a thing. */
function isOnlyFirst(head: readonly Token[]): boolean {
  const nouns = head.filter(
    ({ tag }, i) => /^(?:NOUN|PROPN)$/.test(tag) && !/^(?:NOUN|PROPN)$/.test(head[i + 1]?.tag ?? ''),
  );
  return nouns.every((noun, i) => isPerson([noun]) === i > 0);
}

const ROLES = CLASSES.role ?? new Set<string>();

/** Whether a noun phrase tells of somebody. */
export function isPerson(head: readonly Token[]): boolean {
  const of = head.findIndex(({ tag }) => tag === 'ADP');
  const noun = head.slice(0, of < 0 ? head.length : of).findLast(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  return noun !== undefined && (noun.marks.has('person') || (noun.tag === 'NOUN' && isPersonNoun(noun.lower)));
}

export const isPersonNoun = (word: string): boolean =>
  PEOPLE.test(word) ||
  ((ROLES.has(word) || ROLES.has(word.replace(/s$/, ''))) &&
    !BODY_NOUNS.has(word) &&
    !BODY_NOUNS.has(word.replace(/s$/, '')));

const PEOPLE =
  /^(?:dame|knight|lord|peer|saint|people|men|women|children|staff|crew|boys?|girls?|man|woman|child|owners?|neighbou?rs?)$/;

const PLURAL_VERB: ReadonlySet<string> = new Set(['are', 'were', 'have']);

const BODYS_DEED =
  /^(?:operates|runs|owns|employs|represents|governs|makes|manufactures|produces|sells|supplies|manages|publishes|serves|advises|regulates|oversees|administers|hopes|plans|wants|expects|intends|aims|denies|insists|declined|refused|agreed)$/;

/** "which has 12 seats", "which runs the trams", "which is owned by": what no plan, deal or report does. */
export function doesAsBody(tokens: readonly Token[], pronoun: number): boolean {
  const [verb, next] = [tokens[pronoun + 1], tokens[pronoun + 2]];
  if (tokens[pronoun]?.lower !== 'which' || verb === undefined) return false;
  if (/^(?:has|have|had)$/.test(verb.lower)) {
    const counted = tokens.slice(pronoun + 2, pronoun + 7).find(({ tag }) => tag === 'NOUN');
    return next?.marks.has('figure') === true && MEMBERS.test(counted?.lower ?? '');
  }
  return BODYS_DEED.test(verb.lower);
}

/** "are used in computers, which are", "outside the plans, which set quotas": of many, as no clause is. */
function isOfMany(tokens: readonly Token[], head: readonly Token[], pronoun: number): boolean {
  const verb = tokens[pronoun + 1];
  const isMany =
    PLURAL_VERB.has(verb?.lower ?? '') ||
    (verb?.tag === 'VERB' && !/(?:ed|ing|s)$/.test(verb.lower) && !PAST_ONLY.has(verb.lower));
  return isMany && /[^sui]s$/.test(head.findLast(({ tag }) => tag === 'NOUN')?.lower ?? '');
}

const MEMBERS =
  /^(?:members|seats|employees|staff|workers|students|pupils|patients|customers|branches|stores|shops|offices|lawmakers|councillors|beds|subscribers|passengers|drivers|pilots|teachers|doctors|nurses|officers)$/;

/**
 * Whether the "which" of a relative claim means the words the claim begins with, and not a longer phrase that they end: of "the example of Norway, which …"
 * and "investments in Ferrum, which are …" nobody can tell by the words alone.
 */
export function isSureOfHead({ tokens, mentions }: ReadSentence, span: Span): boolean {
  const from = firstToken(tokens, span);
  const pronoun = tokens.findIndex(
    (token, i) => (i > from || token.lower !== 'that') && i >= from && /^(?:who|which|that)$/.test(token.lower),
  );
  if (from < 0 || pronoun < 0) return true;
  const head = tokens.slice(from, pronoun);
  const [link, before] = [tokens[from - 1], tokens[from - 2]];
  // "to admit them, which was right"
  if (head.every(({ tag }) => tag === 'PRON' || tag === 'PUNCT')) return false;
  // "the Seafarers' Union, which has 280 members": only a body does so, and it stands right before
  const isBodys =
    head.some(({ tag }) => tag === 'PROPN') &&
    head.every(({ lower }) => lower !== 'and') &&
    doesAsBody(tokens, pronoun);
  if (isBodys && link?.lower !== 'or') return true;
  // "forums such as leeds.talk, which posted": the one that is named, where one is
  const named = head.filter(({ tag }) => tag !== 'PUNCT');
  const isExample = link?.lower === 'as' && before?.lower === 'such' && tokens[pronoun]?.lower === 'which';
  if (isExample && named.length === 1) return true;
  // "the scheme put forward by Crest Homes, which includes a school": the scheme does
  const made = tokens.slice(Math.max(0, from - 3), from - 1).findLast(({ tag }) => tag === 'VERB');
  const isDoer =
    made !== undefined &&
    before === made &&
    tokens.slice(Math.max(0, from - 4), from - 2).some(({ tag }) => tag === 'AUX');
  if (link?.lower === 'by' && made !== undefined && !isDoer && tokens[pronoun]?.lower === 'which') return false;
  // "either Leeds or York, who play on Sunday"
  if (link?.lower === 'or') return false;
  if (tokens[pronoun]?.lower === 'who') return true;
  // "the University of Leeds, which": one name
  const ends = tokens.slice(0, pronoun).findLast(({ tag }) => tag !== 'PUNCT')?.end;
  const isOneName = mentions.some((one) => one.span.end === ends && one.span.start <= (head[1]?.start ?? 0));
  if (!isOneName && head.some(({ tag }) => tag === 'ADP') && !isOnlyFirst(head)) return false;
  // "a charge of threatening a witness, which was dropped", "have fallen since late May, which may be a sign"
  if (isPerson(head) || head.every(({ marks, tag }) => marks.has('time') || tag === 'PUNCT')) return false;
  // "cracked down on smuggling, which has moved the routes"
  const isSetOff = tokens[pronoun - 1]?.tag === 'PUNCT';
  const isName = head.some(({ tag }) => tag === 'PROPN');
  // "Ida Moss of Norvik, which"
  const isSomebody = before?.marks.has('person') === true || (before?.tag === 'NOUN' && isPersonNoun(before.lower));
  const isHers = isSomebody && tokens[pronoun]?.lower === 'which';
  const isThose = before?.tag === 'ADJ' && tokens[from - 3]?.lower === 'the';
  if (
    link?.tag === 'ADP' &&
    !isHers &&
    (isThose ||
      before?.tag === 'NOUN' ||
      before?.tag === 'PROPN' ||
      (isSetOff && !isName && !isDoer && !isOfMany(tokens, head, pronoun)))
  )
    return false;
  // "failed to lock the doors, which led to the theft": what has consequences may be all that was done
  if (isSetOff && !isName && tokens.slice(pronoun + 1, pronoun + 4).some(({ lower }) => CONSEQUENCES.has(lower)))
    return false;
  const noun = head.findLast(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  const plural = noun === undefined || /[^s]s$/.test(noun.lower) || head.some(({ lower }) => lower === 'and');
  const verb = tokens.slice(pronoun + 1, pronoun + 4).find(({ tag }) => tag === 'AUX');
  return plural || verb === undefined || !PLURAL_VERB.has(verb.lower);
}
