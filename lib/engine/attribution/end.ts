/**
 * Stage 6: where what a leading cue governs ends: where the author speaks again, or the speaker's own doings go on.
 */

import { PAST_ONLY } from '../lexicon/verbs.ts';
import type { Cue } from './idioms.ts';
import type { Item } from './units.ts';
import { hasVerb, OF_OBJECT } from './verbs.ts';
import { AUXILIARIES, isAdverb, isMark } from './words.ts';

export function lastOf(items: readonly Item[]): number {
  let end = items.length;
  while (end > 0 && isMark(items[end - 1], '.!?…')) end--;
  return end;
}

/** The end of a clause a leading cue governs: before the author speaks again, or the same subject goes on to another verb. */
export function leadingEnd(
  items: readonly Item[],
  cue: Cue,
  cues: readonly Cue[],
  index: number,
  from: number,
): number {
  let end = lastOf(items);
  if (cue.lemma === 'put-at') {
    const comma = items.findIndex((item, i) => i > from && isMark(item, ','));
    if (comma > 0) end = comma;
  }
  for (const later of cues.slice(index + 1)) {
    const start = later.order === 'shared' ? later.from : Math.min(later.from, later.subject.from);
    if (start <= from) continue;
    // "may have broken the law by calling on a rival": how it was done, not said
    if (later.form === 'participle' && /^(?:by|for|of|in|without|from)$/.test(items[start - 1]?.lower ?? '')) continue;
    // "said measures adopted in May, including a fee, *indicated* a change": its subject stands before what is set off
    if (later.order === 'shared' && isMark(items[start - 1], ',') && setsOff(items, from, start - 1)) continue;
    // "denied it was his, *and before he left the mayor told* them: “…”": another's words begin behind the comma
    const joint = items.findLastIndex(
      (item, i) => i > from && i < start && isMark(item, ',') && /^(?:and|but|while)$/.test(items[i + 1]?.lower ?? ''),
    );
    const quotes = items.slice(later.to, later.to + 4).some((item) => item.kind === 'quote' || isMark(item, ':'));
    const sets = /^(?:before|after|when|as|on|in|at|earlier|later|last)$/.test(items[joint + 2]?.lower ?? '');
    if (joint > 0 && sets && quotes && later.order === 'before' && later.form === 'finite') {
      end = Math.min(end, joint);
      break;
    }
    const sameSubject =
      later.order === 'shared' && later.subject.head === cue.subject.head && cue.lemma !== 'according';
    // "said her party backed it, and said …": whoever speaks first goes on
    const outer =
      later.order === 'shared' &&
      later.form === 'finite' &&
      later.subject.head < cue.subject.from &&
      cue.order === 'before';
    const own =
      isMark(items[start - 1], ',;') ||
      // "calling him “a fool,” *Moss said*"
      (items[start - 1]?.kind === 'quote' && later.order !== 'shared' && later.subject.from >= start) ||
      (/^(?:and|but|while|whereas|though|although)$/.test(items[start - 1]?.lower ?? '') &&
        isMark(items[start - 2], ',;'));
    if (sameSubject || outer || (own && later.order !== 'shared') || (own && later.form === 'participle')) {
      end = Math.min(end, start);
      break;
    }
  }
  if (tellsWho(items, cue)) end = Math.min(end, nounEnd(items, from));
  end = Math.min(end, openingClauseEnd(items, cue, from, end));
  const opening = relativeMark(items, cue);
  if (opening !== null) {
    const closing = isMark(opening, '—') ? '—' : ',';
    const comma = items.findIndex((item, i) => i > from && i < end && isMark(item, closing));
    if (comma > 0) end = comma;
  }
  while (
    end > from &&
    (isMark(items[end - 1], ',;') || /^(?:and|but|then|while|whereas)$/.test(items[end - 1]?.lower ?? ''))
  )
    end--;
  for (let at = from + 1; at < end; at++)
    if (
      authorReturns(items, at, from) ||
      tellsOfNow(items, cue, at, from) ||
      ((OF_OBJECT.has(cue.lemma) || cue.cueClass === 'deny') && goesOn(items, at, from)) ||
      (cue.cueClass === 'deny' && concedes(items, at))
    )
      return items[at]?.kind === 'quote' ? at + 1 : at;
  return end;
}

const OPENS_SIDE = /^(?:while|although|though|whereas|when|after|because|since)$/;
const GOES_ON_BEHIND =
  /^(?:and|or|but|nor|who|which|whose|whom|where|that|when|while|if|as|because|after|before|since|although|though|including|not|with|for|to|in|on|at|of|by|from)$/;

/** "*While Lund said the dam would hold*, the mayor left": the comma behind which the sentence's own clause begins; the end where the cue's clause opens none. */
function openingClauseEnd(items: readonly Item[], cue: Cue, from: number, end: number): number {
  const opens =
    cue.order === 'before' && cue.subject.from <= 2 && OPENS_SIDE.test(items[cue.subject.from - 1]?.lower ?? '');
  if (!opens) return end;
  const comma = items.findIndex((item, i) => {
    const next = items[i + 1];
    return (
      i > from &&
      i < end &&
      isMark(item, ',') &&
      next !== undefined &&
      (next.kind === 'name' ||
        (next.kind === 'word' && !GOES_ON_BEHIND.test(next.lower) && !AUXILIARIES.has(next.lower))) &&
      !/(?:ed|ing)$/.test(next.lower) &&
      hasVerb(items, from, i) &&
      hasVerb(items, i + 1, items.length)
    );
  });
  return comma < 0 ? end : comma;
}

/** ", including a lower fee" */
const setsOff = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from, to).some(({ lower }, i, all) => lower === 'including' && i > 0 && isMark(all[i - 1], ','));

/** "denied that food was unsafe, *although* inspectors gave …": what is so all the same is not denied. */
const concedes = (items: readonly Item[], at: number): boolean =>
  isMark(items[at], ',') && /^(?:although|though|despite|even|whereas|while)$/.test(items[at + 1]?.lower ?? '');

/** "had denied 14 counts of fraud *but was found guilty*": behind a thing, not a clause, the next verb is the speaker's own. */
function goesOn(items: readonly Item[], at: number, from: number): boolean {
  if (hasVerb(items, from, at)) return false;
  // "denied ordering the killing, *which* agencies concluded he had approved"
  if (isMark(items[at], ',') && /^(?:which|who|whom|whose|where)$/.test(items[at + 1]?.lower ?? '')) return true;
  return /^(?:but|and)$/.test(items[at]?.lower ?? '') && AUXILIARIES.has(items[at + 1]?.lower ?? '');
}

/** "The man *who said* the bridge was safe | was fined": no verb stands before, so that the last one is the man's. */
const tellsWho = (items: readonly Item[], cue: Cue): boolean => {
  const who = cue.from - 1;
  return (
    cue.order === 'before' &&
    /^(?:who|that)$/.test(items[who]?.lower ?? '') &&
    who > 0 &&
    items[who - 1]?.kind !== 'mark' &&
    !hasVerb(items, 0, who)
  );
};

const REPORTS_BACK = /^(?:said|told|added|argued|insisted|claimed|warned|announced|promised|noted|stressed)$/;
const THEN = /^(?:would|could|had|was|were|might|should|[a-z]{3,}ed)$/;
const NOW = /^(?:is|are|has|have|does|do|remains?|isn't|aren't|hasn't|haven't|doesn't|don't)$/;
/** No subject has more words. */
const SUBJECT_WORDS = 6;

/** "said for years it would pay, *but there is anger over the bill*": what somebody said then stands in the past, what is so now is the author's to tell. */
function tellsOfNow(items: readonly Item[], cue: Cue, at: number, from: number): boolean {
  if (!isMark(items[at], ',') || !/^(?:but|though|although|yet)$/.test(items[at + 1]?.lower ?? '')) return false;
  const said = items.slice(cue.from, cue.to).some(({ lower }) => REPORTS_BACK.test(lower));
  const [then] = items
    .slice(from, at)
    .filter(({ kind, lower }) => kind === 'word' && (THEN.test(lower) || NOW.test(lower)));
  const rest = items.slice(at + 2, at + 2 + SUBJECT_WORDS);
  const [verb] = rest.filter(({ kind, lower }) => kind === 'word' && (THEN.test(lower) || NOW.test(lower)));
  const isOwn = /^(?:he|she|it|they|we|i|that|this)$/.test(rest[0]?.lower ?? '');
  return said && then !== undefined && THEN.test(then.lower) && verb !== undefined && NOW.test(verb.lower) && !isOwn;
}

/** No owner and adverbs between "whose" and its verb are more. */
const WHOSE_WORDS = 5;

/**
 * "Whitlock, who said she was sorry, was jailed", "the town, whose council had warned of it, is …": what is said ends with
 * the relative clause. The mark that opens that; null where the cue stands in none.
 */
function relativeMark(items: readonly Item[], cue: Cue): Item | null {
  if (cue.order !== 'before') return null;
  for (let at = cue.from - 1; at > 0 && at >= cue.from - WHOSE_WORDS; at--) {
    const item = items[at];
    const mark = items[at - 1];
    if (item === undefined || item.kind === 'mark') return null;
    const opens = at === cue.from - 1 ? /^(?:who|which|whose)$/ : /^whose$/;
    if (opens.test(item.lower)) return mark !== undefined && isMark(mark, ',—') ? mark : null;
  }
  return null;
}

const CONCEDES = new Set([
  'though',
  'although',
  'while',
  'but',
  'even',
  'without',
  'despite',
  'as',
  'referring',
  'citing',
  'noting',
]);

/** ", a phrase that he used three times": what the author says of the words. */
const REMARKS =
  /^(?:phrase|claim|word|term|remark|figure|charge|statement|comparison|view|position|accusation|point|line|comment|number|suggestion|argument|assertion|allegation)$/;

/** "which she denies", "which the firm has denied". */
const DENIES: ReadonlySet<string> = new Set(
  'deny denies denied dispute disputes disputed reject rejects rejected'.split(' '),
);
/** So many words stand between "which" and the verb. */
const DENIES_WITHIN = 4;

/** "£12m ($15m; €14m)": whether a mark stands between brackets. */
export const isBracketed = (items: readonly Item[], at: number): boolean =>
  items.findLastIndex((item, i) => i < at && isMark(item, '(')) >
  items.findLastIndex((item, i) => i < at && isMark(item, ')'));

/** "said he had asked for more, but the rate had been kept down": what he said goes on behind the "but". */
function goesBack(items: readonly Item[], at: number): boolean {
  if (/^(?:if|even|as)$/.test(items[at + 2]?.lower ?? '')) return true;
  const behind = items.slice(at + 2, at + 12).find(({ kind, lower }) => kind === 'word' && AUXILIARIES.has(lower));
  return /^(?:had|would|could|might)$/.test(behind?.lower ?? '');
}

function authorReturns(items: readonly Item[], at: number, from: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (next === undefined) return false;
  if (isMark(item, ';')) return !isBracketed(items, at);
  const isComma = isMark(item, ',');
  // "allege he took £40,000, *which he denies*"
  if (isComma && next.lower === 'which') {
    const denied = items.slice(at + 3, at + 2 + DENIES_WITHIN).some(({ lower }) => DENIES.has(lower));
    if (denied) return true;
  }
  // "she said she has the votes, but nine members have threatened …": another's doings, told by the author
  if (
    isComma &&
    next.lower === 'but' &&
    /^(?:he|she|it|they)$/.test(items[from]?.lower ?? '') &&
    items[from - 1]?.lower !== 'that' &&
    !/^(?:he|she|it|they|that)$/.test(items[at + 2]?.lower ?? '') &&
    !goesBack(items, at)
  )
    return hasVerb(items, at + 2, items.length);
  if (
    item?.lower === 'but' &&
    (/^(?:declined|refused|failed)$/.test(next.lower) ||
      // "but gave no details"
      (/^(?:gave|offered|provided)$/.test(next.lower) && items[at + 2]?.lower === 'no') ||
      // "but would not", "but had not": what he said goes on
      (/^(?:did|does|do|has|have|is|are|was|were)$/.test(next.lower) &&
        items[at + 2]?.lower === 'not' &&
        // "said he has two offers but has not decided"
        !(
          /^(?:has|have|is|are)$/.test(next.lower) &&
          items.slice(from, at).some(({ lower }) => /^(?:has|have|is|are)$/.test(lower))
        )))
  )
    return true;
  // "said he would follow any cut, *and last week the ministry sold* a loan": what has come about besides
  if (isComma && next.lower === 'and' && /^(?:last|earlier|yesterday)$/.test(items[at + 2]?.lower ?? '')) {
    const would = items.slice(from, at).find(({ lower }) => AUXILIARIES.has(lower));
    if (/^(?:would|will)$/.test(would?.lower ?? '')) return hasVerb(items, at + 2, items.length);
  }
  if (isComma && /^an?$/.test(next.lower) && REMARKS.test(items[at + 2]?.lower ?? '')) return true;
  if (isComma) {
    if (next.kind !== 'word' || !CONCEDES.has(next.lower)) return false;
    const after = items[at + 2];
    // ", though it would go on": in what he said
    const isThen = /^(?:would|had|could|might)$/.test(items[at + 3]?.lower ?? '');
    // "said the trams, *though they are new*, will": so far nothing has been said of them
    const closes = items.findIndex((other, i) => i > at + 1 && isMark(other, ','));
    const isSetIn = closes > 0 && AUXILIARIES.has(items[closes + 1]?.lower ?? '');
    if (isSetIn && /^(?:though|although|while|even|as|despite)$/.test(next.lower) && !hasVerb(items, from, at))
      return false;
    const pronoun = /^(?:he|she|they|it)$/.test(after?.lower ?? '') && !isThen;
    return (
      pronoun ||
      /^(?:without|referring|citing|noting)$/.test(next.lower) ||
      (next.lower !== 'but' &&
        next.lower !== 'as' &&
        next.lower !== 'even' &&
        next.lower !== 'despite' &&
        after?.kind === 'name')
    );
  }
  // "was “sorry for the delay”, *which* cost the council £2m"
  if (
    item?.kind === 'quote' &&
    at >= from &&
    isMark(next, ',') &&
    /^(?:which|who|whose|where)$/.test(items[at + 2]?.lower ?? '')
  )
    return true;
  if (item?.kind === 'quote' && at >= from && next.kind === 'word')
    return /^(?:which|who|whose|where|when|as|while|though|although)$/.test(next.lower);
  return false;
}

const PLAIN_PAST = /^(?:left|met|cost|won|lost|led|held|paid|told|said|made|sent|stood)$/;

/** "The claim that the bridge was safe | has not been checked": the second verb is the claim's own. */
export function nounEnd(items: readonly Item[], from: number): number {
  let verbs = 0;
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    if (item === undefined || isMark(item, ',.;:—!?')) return at;
    if (verbs > 0 && /^(?:and|but|which|who|that|when|if|because)$/.test(item.lower)) verbs = 0;
    const verb =
      item.kind === 'word' &&
      (AUXILIARIES.has(item.lower) ||
        /[a-z]{2}ed$/.test(item.lower) ||
        PAST_ONLY.has(item.lower) ||
        PLAIN_PAST.test(item.lower));
    const grouped =
      AUXILIARIES.has(items[at - 1]?.lower ?? '') || isAdverb(items[at - 1]) || items[at - 1]?.lower === 'to';
    if (verb && !grouped && ++verbs > 1) return at;
  }
  return items.length;
}
