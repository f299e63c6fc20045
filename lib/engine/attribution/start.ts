/** Where what somebody says begins: behind when, where and to whom it was said. */
import type { Cue } from './idioms.ts';
import type { Item } from './units.ts';
import { ABOUT, hasBegun, hasVerb, OBJECT_FIRST, OF_OBJECT, PLAIN_CLAUSE } from './verbs.ts';
import { AUXILIARIES, isAdverb, isMark, OCCASIONS, PRONOUNS } from './words.ts';

/** No occasion is told in more words. */
const OCCASION_WORDS = 6;

/** "said in a statement | the fire had killed two", "said in May | prices rose": behind the occasion, where a clause without "that" begins. */
function pastOccasion(items: readonly Item[], at: number, end: number): number {
  if (!/^(?:in|on|at|during|after|before|following)$/.test(items[at]?.lower ?? '')) return at;
  for (let i = at + 1; i < Math.min(end, at + OCCASION_WORDS); i++) {
    const item = items[i];
    if (item === undefined || item.kind === 'mark' || item.kind === 'quote') return at;
    if (!OCCASIONS.has(item.lower) && !/^(?:19|20)\d\d$/.test(item.lower)) continue;
    // "after a meeting with bankers | the state was planning"
    const next = items[pastPartner(items, i + 1)];
    const opens = next !== undefined && (next.kind === 'name' || OPENS_CLAUSE.test(next.lower));
    return opens && !/^[a-z]+day$/.test(next.lower) ? pastPartner(items, i + 1) : at;
  }
  return at;
}

/** With whom it was, where a clause begins behind. */
function pastPartner(items: readonly Item[], at: number): number {
  if (items[at]?.lower !== 'with') return at;
  const clause = [at + 2, at + 3, at + 4].find(
    (i) =>
      OPENS_CLAUSE.test(items[i]?.lower ?? '') && items.slice(i + 1, i + 4).some(({ lower }) => AUXILIARIES.has(lower)),
  );
  return clause ?? at;
}

/** "said *earlier this week* | the office might act", "said *last month* | prices rose": behind when it was said. */
function pastWhen(items: readonly Item[], at: number): number {
  const words = items.slice(at, at + 3).map(({ lower }) => lower);
  const count =
    /^(?:earlier|late|early)$/.test(words[0] ?? '') && /^(?:this|last)$/.test(words[1] ?? '')
      ? 3
      : /^(?:this|last)$/.test(words[0] ?? '')
        ? 2
        : 0;
  const isTime = /^(?:week|month|year|night|summer|spring|autumn|winter|fall|[a-z]+day)$/.test(words[count - 1] ?? '');
  const next = items[at + count];
  const opens = next !== undefined && (next.kind === 'name' || next.lower === 'that' || OPENS_CLAUSE.test(next.lower));
  return count > 0 && isTime && opens ? at + count : at;
}

const OPENS_CLAUSE =
  /^(?:the|an?|he|she|it|they|we|his|her|its|their|no|some|many|there|this|these|those|two|three|four|five|\d[\d,.]*)$/;

const NOT_FOUND = /^(?:evidence|proof|indications?|signs?|doubts?|basis|reason|trace|suggestions?|record)$/;

/** "urged *both* sides", "said *further* inquiries": these begin what is said. */
const DETERMINES =
  /^(?:not|never|even|just|hardly|almost|nearly|both|all|each|either|further|first|early|earlier|only)$/;

/** Whether the subject of what is said stands right behind the cue. */
function beginsClause(items: readonly Item[], { lemma, order }: Cue, at: number): boolean {
  const first = items[at];
  if (first === undefined || order !== 'before' || OBJECT_FIRST.has(lemma) || !PLAIN_CLAUSE.has(lemma)) return false;
  return first.kind === 'name' || /^(?:the|an?|his|her|its|their|our|my|no|some|many)$/.test(first.lower);
}

/** Behind the cue's own adjuncts: after "that" or ":", after the one who is told, after weekdays and adverbs. */
export function contentStart(
  items: readonly Item[],
  cue: Cue,
  from: number,
  end: number,
): { at: number; explicit: boolean } {
  let at = from;
  while (at < end && isAdverb(items[at]) && !DETERMINES.test(items[at]?.lower ?? '')) at++;
  at = pastWhen(items, pastOccasion(items, at, end));
  const limit = Math.min(end, at + 16);
  for (let i = at; i < limit; i++) {
    const item = items[i];
    if (item?.kind === 'quote') {
      // "told the paper it would “worry” her": what was told has begun
      const isTold = OBJECT_FIRST.has(cue.lemma) && !hasVerb(items, at, i);
      const opens = isTold || i === at || isMark(items[i - 1], ',:');
      return { at: opens ? i : at, explicit: opens };
    }
    // "warned yesterday of the harm that a levy could do": of what it was begins there
    if (i === at && ABOUT.get(cue.lemma)?.includes(item?.lower ?? '-') === true) break;
    // "accepted sugar from traders *protesting that* …": theirs
    if (item?.lower === 'that' && i - 1 > at && /[a-z]{3}ing$/.test(items[i - 1]?.lower ?? '')) break;
    // "said she was sorry and that…": a clause has begun before this "that"
    if (item?.lower === 'that' && /^(?:and|but|or)$/.test(items[i - 1]?.lower ?? '') && i > at + 1) break;
    // "vowed to sue any paper that prints it": tells which
    const isToDo = /^(?:vow|pledge|promise|threaten|refuse|offer)$/.test(cue.lemma) && items[at]?.lower === 'to';
    if (item?.lower === 'that' && isToDo && i > at + 2) break;
    if (item?.lower === 'that' && OF_OBJECT.has(cue.lemma) && i > at) continue;
    // "said he was shocked that …": what is said begins with "he was"
    if (item?.lower === 'that' && PRONOUNS.has(items[at]?.lower ?? '') && AUXILIARIES.has(items[at + 1]?.lower ?? ''))
      break;
    // "said the row was part of the circus that is politics": what is said begins with "the row"
    if (item?.lower === 'that' && beginsClause(items, cue, at) && hasVerb(items, at, i)) break;
    // "found no evidence that records had been changed": what was found begins with the evidence
    if (
      item?.lower === 'that' &&
      i > at &&
      NOT_FOUND.test(items[i - 1]?.lower ?? '') &&
      /^(?:no|little|any|insufficient)$/.test(items[at]?.lower ?? '')
    )
      return { at, explicit: true };
    if (item?.lower === 'that' && i > at && hasBegun(items, cue, at, i)) break;
    // "reflects a push for devices that are small": of which kind they are
    if (item?.lower === 'that' && i > at && /^(?:reflect|detail|list|record|outline|document)$/.test(cue.lemma)) break;
    // "discharged so that a target could be met": says what for
    if (
      cue.lemma !== 'according' &&
      item?.lower === 'that' &&
      !/^(?:of|in|on|for|to|with|so|point|extent|degree|fact)$/.test(items[i - 1]?.lower ?? '')
    )
      return { at: i + 1, explicit: i - at < 12 };
    if (isMark(item, ':')) return { at: i + 1, explicit: true };
    if (isMark(item, ';.')) break;
  }
  if (isMark(items[at], ',') && !isMark(items[at + 1], ',')) at++;
  if (OBJECT_FIRST.has(cue.lemma) && items[at]?.kind === 'name' && items[at + 1]?.kind !== 'word') at++;
  return { at, explicit: false };
}
