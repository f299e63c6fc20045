/** A learned judgement of a draft: whether anybody could check it. */
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { type ClaimKind, UNCHECKABLE_KINDS } from '../types.ts';
import { CHECKABLE } from '../weights/judgements.ts';
import { draftFeatures } from './features.ts';
import { probability } from './model.ts';

/** In which third of the article a claim stands. */
export function placeOf(start: number, length: number): 'early' | 'middle' | 'late' {
  const share = start / Math.max(1, length);
  return share < 0.25 ? 'early' : share < 0.7 ? 'middle' : 'late';
}

/**
 * Less sure than this that somebody can check it, and the learned judgement overrules what the words alone say: sooner of what is quoted, where people judge, than of what is told,
 * and soonest where only what somebody says of a thing stands in marks ("had “left people to drown”"); of what has happened only where it is surer.
 */
const UNDER = { figure: 0.4, authors: 0.5, deed: 0.5, told: 0.7, quoted: 0.8, inMarks: 0.95 } as const;
/** What the words alone say least of. */
const SOFT: ReadonlySet<ClaimKind> = new Set(['position', 'identity', 'event']);
/** Surer than this, and it overrules them the other way. */
const CHECKABLE_FROM = 0.8;

/** Why words alone make a statement one that nobody can check, where that is not sure. */
const MAY_BE_FACT: ReadonlySet<string> = new Set([
  'says what is to come',
  'says what ought to be',
  'says what somebody expects',
  'states nothing that can be looked up',
  'somebody’s way of putting it',
]);

/** Words that look ahead; "May" is a month. */
const AHEAD = /\b(?:[Ww]ill|[Ww]ould|[Cc]ould|may|[Mm]ight|going to|[Ee]xpect\w*|[Pp]redict\w*|[Ff]orecast\w*)\b|'ll\b/;

/** Words of somebody who thinks, wherever the author writes them. */
const OF_A_MIND =
  /\b(?:i|we|you|my|our|your|us|me|seems?|seemed|appears?|appeared|looks?|looked|looms?|feels?|felt|perhaps|maybe|nobody|everyone|everybody|nothing|everything|always|never|can be seen as|considered)\b|'(?:m|ve)\b|!/i;

/** "have all been taken to hospital", "There are no boats left": what was done to somebody, or that there is none. */
const DONE =
  /\b(?:has|have|had) (?:all |both |already |now )?been [a-z]+ed?n? (?:to|in|from|by|at|into)\b|^there (?:is|are|was|were) no [a-z]+s (?:left|in|on|at)\b/i;

/** What leads to words in marks: "had “left people to drown”". */
const LEADS_TO_MARKS =
  /\b(?:is|are|was|were|be|been|being|become|became|remains?|remained|had|has|have|would|will|could) (?:not )?(?:an? |the )?["“]|["“](?=(?:is|are|was|were|has|had|will|would|could|can|should|must|do|does|did)\b)/;

/** The least that is a phrase and no term. */
const PHRASE = 8;

/** Whether what is said of something stands in somebody's own words, without a figure among them. */
function saysInMarks(words: string): boolean {
  const lead = LEADS_TO_MARKS.exec(words);
  if (lead === null) return false;
  const [quoted = ''] = words.slice(lead.index + lead[0].length).split(/["”]/, 1);
  return quoted.length >= PHRASE && !/\d/.test(quoted);
}

/** Whether a claim holds something to look up: a figure, a time, two names. */
function isSolid({ quantities, times, mentions }: ReadSentence, draft: Draft): boolean {
  const names = mentions.filter(({ span }) => holds(draft, span)).length;
  return names > 1 || [...quantities, ...times].some((one) => holds(draft, one));
}

const isInMarks = (sentence: ReadSentence, draft: Draft, words: string): boolean =>
  draft.attribution !== null &&
  draft.attribution.claimant.type !== 'document' &&
  saysInMarks(words) &&
  !isSolid(sentence, draft);

/** Features of words that value. */
const VALUING: ReadonlySet<string> = new Set([
  'judges',
  'with an adjective that values',
  'with an adverb that values',
  'with a noun that values',
  'is a figure of speech',
]);

/** The kind, where words and weights agree on whether anybody can check it; else what the surer of the two says. */
function kindOf(sentence: ReadSentence, draft: Draft, checkable: number, isValuing: boolean): ClaimKind {
  const uncheckable = UNCHECKABLE_KINDS.includes(draft.kind);
  if (uncheckable && MAY_BE_FACT.has(draft.reason) && checkable >= CHECKABLE_FROM && draft.ifFact !== undefined)
    return draft.ifFact;
  const { attribution } = draft;
  const words = sentence.text.slice(draft.start, draft.end);
  // "Two men broke in at night": what has happened has happened, in quotation marks too
  const isDone = SOFT.has(draft.kind) && DONE.test(words);
  const happened = (draft.kind === 'event' || isDone) && !AHEAD.test(words);
  const isQuoted = attribution?.quoted === true && SOFT.has(draft.kind) && !happened;
  const isCounted = (draft.kind === 'quantity' || draft.kind === 'trend') && !AHEAD.test(words);
  // "The mayor called the plan a disaster": that he did is told by the author
  const isDeed = attribution === null && happened;
  // "The awards go to novels of the year", not "It seems that I was wrong"
  const tellsThings = draft.layer === 'clause' && !isValuing && !AHEAD.test(words) && !OF_A_MIND.test(words);
  const told = isQuoted
    ? UNDER.quoted
    : isCounted
      ? UNDER.figure
      : isDeed || draft.kind === 'comparison'
        ? UNDER.deed
        : attribution === null && tellsThings
          ? UNDER.authors
          : UNDER.told;
  const under = isInMarks(sentence, draft, words) ? UNDER.inMarks : told;
  if (uncheckable || checkable >= under || draft.kind === 'attribution' || draft.kind === 'plan') return draft.kind;
  return AHEAD.test(words) ? 'prediction' : 'opinion';
}

/**
 * The kind of a draft. Learned beside it and left out: the tier, which on articles left out agreed with the person less often than the additive weights of `select.ts`.
 *
 * @param length of the article, in UTF-16 code units
 * @param score the trained one of the sentence, 0 to 1
 */
export function judgedKind(sentence: ReadSentence, draft: Draft, length: number, score: number): ClaimKind {
  const features = draftFeatures(sentence, draft, placeOf(draft.start, length), score);
  const isValuing = features.some((name) => VALUING.has(name));
  return kindOf(sentence, draft, probability(CHECKABLE, features), isValuing);
}
