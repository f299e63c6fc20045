/** Whether what is said of a time lies ahead or behind, by the words around it: "will vote in May", "fell in May". */

import { FUTURE_WORDS, ON_DAY_VERBS, SAID_WORDS, SCHEDULE_VERBS } from '../lexicon/calendar.ts';
import { PAST_ONLY } from '../lexicon/verbs.ts';
import type { Word } from '../quantities/scan.ts';
import type { TimeExpression } from './forms.ts';
import { PAST } from './relative.ts';

/** Ahead, told in the past, or neither for sure. */
export type Outlook = 'ahead' | 'past' | 'open';

const CLAUSE_MARKS: ReadonlySet<string> = new Set([';', ':', '“', '”', '"', '—', '(', ')', '.', '!', '?']);
const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  'that',
  'who',
  'which',
  'but',
  'because',
  'although',
  'while',
  'when',
  'after',
  'where',
]);

/** "Polls open on June 3": the plain present, with no "to" or "did" before it; or "sentencing is on 12 June", "when he is sentenced on 7 May". */
function isScheduled(words: readonly Word[], at: number): boolean {
  const word = words[at]?.lower ?? '';
  if (word === 'is' || word === 'are') return isFixed(words, at);
  // "reports its results in May", "faces voters in November"
  if (
    /^(?:reports|faces)$/.test(word) &&
    DUE_OBJECTS.has(words[at + 1]?.lower === 'its' ? (words[at + 2]?.lower ?? '') : (words[at + 1]?.lower ?? ''))
  )
    return true;
  // "Hapag-Lloyd reports on Nov. 13"
  if (word === 'reports') return words[at + 1]?.lower === 'on' && /^\p{Lu}/u.test(words[at - 1]?.text ?? '');
  // "appears before the court on Friday": what stands between is short, and no verb in the past
  const on = words.findIndex(({ lower }, i) => i > at && i <= at + 6 && lower === 'on');
  // "shares fell before debates on Friday": a noun of what is told in the past
  const told = words.slice(Math.max(0, at - REACH), at).some(({ lower }) => PAST.test(lower));
  const onDay = ON_DAY_VERBS.has(word) && on > 0 && !told && !words.slice(at + 1, on).some(isPast);
  if (!SCHEDULE_VERBS.has(word) && !onDay) return false;
  // "housing starts fell": a noun with its verb behind it
  if (/^(?:fell|rose|were|was|are|is|have|has|had)$|[a-z]{2}ed$/.test(words[at + 1]?.lower ?? '')) return false;
  return !/^(?:to|did|was|were|the|a|an|at|not|and|his|its|their|of|could|would|by)$/.test(
    words[at - 1]?.lower ?? 'the',
  );
}

const DUE_OBJECTS: ReadonlySet<string> = new Set(
  'results earnings figures voters trial court election elections sentencing'.split(' '),
);

const PARTICIPLE =
  /[a-z]{2}ed$|^(?:made|held|paid|sent|built|read|heard|given|chosen|drawn|shown|taken|sworn|put|set|cut)$/;

/** "Sentencing is on 12 June", "the election is in May", "the draw is made in Nyon on Friday". */
function isFixed(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], words[at + 2]];
  const named = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? '');
  if (next?.lower === 'on' || (next?.lower === 'in' && named(after))) return true;
  if (next === undefined || !PARTICIPLE.test(next.lower)) return false;
  const on = words.slice(at + 2, at + 8).findIndex(({ lower }) => lower === 'on');
  return on === 0 || (on > 0 && /^(?:in|at|by|before)$/.test(after?.lower ?? ''));
}

const REACH = 14;

/** With "to" behind them these speak of what is to come, in whatever tense they stand. */
const PROMISES: ReadonlySet<string> = new Set(
  `promised promises promise vowed vows vow pledged pledges pledge plan plans planned planning hope hopes hoped hoping expect expects expected try tries trying
   fight fighting seek seeking bid want wants wanted aim aims aimed aiming intend intends intended agreed scheduled due position chance opportunity`.split(
    /\s+/,
  ),
);
/** What is had before its time comes. */
const AHEAD: ReadonlySet<string> = new Set('bookings reservations forecast forecasts outlook tickets'.split(' '));

/** "could resume on Monday", "may vote on Friday", "must reply by 1 July"; not "may have voted", "could not agree", "in May". */
function isOpen(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? '';
  if (!/^(?:could|may|might|must|should|can)$/.test(word)) return false;
  const next = words[at + 1]?.lower ?? '';
  return next !== 'have' && !(word === 'could' && (next === 'not' || next === "n't"));
}

/** "would start in July", of what somebody announced; not "would have started". */
const isAnnounced = (words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'would' &&
  words[at + 1]?.lower !== 'have' &&
  words.slice(0, at).some(({ lower }) => SAID_WORDS.has(lower));

/** "Does not expect the strike to end", "wants the law to pass": somebody else's deed to come. */
const isAwaited = (words: readonly Word[], at: number, to: number): boolean =>
  /^(?:expect|expects|expected|want|wants|wanted|asked|ordered|urged|told|allow|allows|allowed)$/.test(
    words[at]?.lower ?? '',
  ) && words.slice(at + 1, to).some(({ lower }, i, all) => lower === 'to' && i < all.length - 1);

/** "up for election in November", "the November ballot": votes are held in months to come, whatever the tense of the rest. */
function isPoll(words: readonly Word[], { at, next, form }: TimeExpression, lead: number): boolean {
  if (form.kind !== 'month' || form.year !== null || form.shift !== null) return false;
  if (
    /^(?:ballot|ballots|election|elections|referendum|polls|vote|runoff|primary|contract|contracts|futures|delivery|shipment|yen|marks|francs|sterling|bunds)$/.test(
      words[next]?.lower ?? '',
    )
  )
    return true;
  return (
    words[lead - 1]?.lower === 'up' ||
    /^(?:chances|prospects|odds)$/.test(words[lead - 1]?.lower ?? '') ||
    words[at - 2]?.lower === 'election'
  );
}

/** "were 4,100 in January", "fell to 2 per cent": told in the past, whatever the words before it are. */
const isTold = ({ lower }: Word): boolean =>
  PAST_ONLY.has(lower) || /^(?:had|did|paid|sold|lost|won|met|left|made|repaid|held|was)$/.test(lower);

/** "planned sales dropped": what is planned is only what is told of. */
const DESCRIBES =
  /^(?:planned|expected|projected|forecast|forecasts|scheduled|upcoming|looming|deadline|planning|plans)$/;

/** "in January, the lowest since March 2023": what has been measured. */
function isMeasured(words: readonly Word[], next: number): boolean {
  if (words[next]?.text !== ',') return false;
  const behind = words.slice(next + 1, next + 9);
  const since = behind.findIndex(({ lower }) => lower === 'since');
  return (
    since > 0 && behind.slice(0, since).some(({ lower }) => /^(?:[a-z]{2,}est|most|least|first|worst)$/.test(lower))
  );
}

/** "will meet the mayor, who was elected in 2021, on 11 April": where the words go on before what is set between two commas; else the same place. */
function beforeAside(words: readonly Word[], at: number): number {
  if (words[at]?.text !== ',') return at;
  for (let i = at - 1; i > 0 && i > at - REACH; i--) {
    if (words[i]?.text !== ',') continue;
    const inside = words.slice(i + 1, at);
    const isAside = RELATIVE.has(inside[0]?.lower ?? '') || (inside.length < 8 && inside.some(isSaying));
    return isAside ? i - 1 : at;
  }
  return at;
}

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'where']);
const isSaying = ({ lower }: Word): boolean => /^(?:said|says|told|announced|added)$/.test(lower);

/** Where the words before an expression end: before its preposition. */
function leadOf(words: readonly Word[], at: number): number {
  return /^(?:on|in|by|until|late|early|after|before|at|over)$/.test(words[at - 1]?.lower ?? '') ? at - 1 : at;
}

/** "due largely to", "due to the strike", "due to falling prices": gives a cause; "due to open" says what is to come. */
function givesCause(words: readonly Word[], at: number): boolean {
  const first = words[at]?.lower ?? '';
  if (/ly$|^in$/.test(first)) return words.slice(at, at + 4).some(({ lower }) => lower === 'to');
  return first === 'to' && NO_VERB.test(words[at + 1]?.lower ?? '');
}

/** "decided at a meeting of the board to hold a vote on March 13": what was decided lies ahead of it. */
function isDecided(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.kind !== 'word' || next.text !== next.lower || NO_VERB.test(next.lower)) return false;
  return words.slice(Math.max(0, at - REACH), at - 1).some(({ lower }) => DECIDES.test(lower));
}

const DECIDES = /^(?:decided|decides|voted|resolved|opted)$/;

const NO_VERB =
  /^(?:an?|the|its|their|his|her|this|these|those|some|any|no|more|less|higher|lower|low|high|weak|weaker|strong|stronger|bad|poor|heavy|lack)$|(?:[^s]s|ing|tion|ment|ed)$/;

/** "is to meet", "on pace to finish", "in a position to win". */
const TO_COME = /^(?:is|are|set|pace|track|course|position|chance|ready|likely|unlikely|hope|hopes)$/;

/** Whether a word opens what is to come. */
function isForward(words: readonly Word[], at: number, lead: number): boolean {
  const word = words[at]?.lower ?? '';
  // "was due to publish in October but has been delayed"
  if (/^(?:due|scheduled)$/.test(word) && /^(?:was|were|been)$/.test(words[at - 1]?.lower ?? '')) return false;
  if (word === 'due' && givesCause(words, at + 1)) return false;
  if (FUTURE_WORDS.has(word) || isScheduled(words, at) || isOpen(words, at)) return true;
  if (isAnnounced(words, at) || isAwaited(words, at, lead)) return true;
  const next = words[at + 1]?.lower;
  if (word === 'to') return TO_COME.test(words[at - 1]?.lower ?? '') || isDecided(words, at);
  return (word === 'set' && next === 'for') || (PROMISES.has(word) && next === 'to');
}

/** What the clause behind a time that opens it tells. */
function behindOf(words: readonly Word[], next: number): Outlook {
  let commas = 0;
  for (let j = next; j < words.length && j < next + REACH; j++) {
    const word = words[j];
    if (word === undefined || CLAUSE_MARKS.has(word.text) || CLAUSE_WORDS.has(word.lower)) break;
    if (word.text === ',' && ++commas > 1) break;
    if (FUTURE_WORDS.has(word.lower)) return 'ahead';
    // "on Wednesday, he and his father are to travel"
    if (/^(?:is|are)$/.test(word.lower) && words[j + 1]?.lower === 'to') return 'ahead';
    // "In April, he called the plans …": its own verb is told first
    if (isPast(word) || isTold(word)) return 'past';
  }
  return 'open';
}

/** What the words around an expression say of when it is. Bounded reach to both sides. */
export function outlookOf(words: readonly Word[], expression: TimeExpression): Outlook {
  const { at, next, bound, form } = expression;
  const lead = leadOf(words, at);
  // "the year ending March 31": it may have ended or not
  const isEnding = form.kind === 'ending' && words.slice(at, next).some(({ lower }) => lower === 'ending');
  if (isEnding || /^(?:ending|ends)$/.test(words[lead - 1]?.lower ?? '')) return 'open';
  // "its package in April must be large"
  if (/^(?:must|should|will|may|might)$/.test(words[next]?.text ?? '')) return 'ahead';
  // "will be sold in May", "will be repaired and opened in July"
  const joined = /^(?:and|or)$/.test(words[lead - 2]?.lower ?? '');
  const passive = words.slice(Math.max(0, lead - (joined ? 6 : 2)), Math.max(0, lead - 1)).some(isBe);
  if ((SAID_WORDS.has(words[lead - 1]?.lower ?? '') && !passive) || SAID_WORDS.has(words[next]?.lower ?? ''))
    return 'past';
  // "bookings for September"
  if (words[lead - 1]?.lower === 'for' && AHEAD.has(words[lead - 2]?.lower ?? '')) return 'ahead';
  if (isPoll(words, expression, lead)) return 'ahead';
  // ", and in December the firm paid back half": a clause of its own
  const opensClause = /^(?:and|but)$/.test(words[lead - 1]?.lower ?? '') && words[next]?.text !== ',';
  if (opensClause && behindOf(words, next) === 'past') return 'past';
  const measured = isMeasured(words, next);
  let past = false;
  let i = beforeAside(words, lead - 1);
  for (; i >= 0 && i > lead - REACH * 2; i--) {
    const word = words[i];
    if (word === undefined || CLAUSE_MARKS.has(word.text) || CLAUSE_WORDS.has(word.lower)) break;
    if (
      isForward(words, i, lead) &&
      !((past || measured) && DESCRIBES.test(word.lower)) &&
      !(measured && isPresent(word))
    )
      return 'ahead';
    if (isTold(word) && !isPerfect(words, i)) return 'past';
    if (isPast(word) && words[i - 1]?.lower !== 'be') past = true;
  }
  if (measured) return 'past';
  // "After his meeting with them in April, he came out": the clause behind tells it too
  const isFronted = /^(?:after|following)$/.test(words[0]?.lower ?? '') && words[next]?.text === ',';
  const opens = lead - (i + 1) <= 1 || isFronted;
  const behind = opens ? behindOf(words, next) : 'open';
  if (behind !== 'open') return behind;
  if (past) return 'past';
  // "The strike, on Tuesday and Wednesday, will close": set between two commas
  const comma = words.slice(next, next + 4).findIndex(({ text }) => text === ',');
  if (comma >= 0 && FUTURE_WORDS.has(words[next + comma + 1]?.lower ?? '')) return 'ahead';
  return bound === 'by' || bound === 'until' ? 'ahead' : 'open';
}

/** "was due to publish in October": whether October has gone nobody can tell; a "but" behind it tells that it has. */
export function wasForeseen(words: readonly Word[], { at, next, form }: TimeExpression): boolean {
  if ((form.kind !== 'month' && form.kind !== 'date') || form.year !== null) return false;
  for (let i = leadOf(words, at) - 1; i > 0 && i > at - REACH; i--) {
    const word = words[i];
    if (word === undefined || CLAUSE_MARKS.has(word.text) || CLAUSE_WORDS.has(word.lower)) return false;
    const isForeseen = /^(?:due|scheduled|expected|supposed|set|meant)$/.test(word.lower);
    if (isForeseen && /^(?:was|were|been)$/.test(words[i - 1]?.lower ?? ''))
      return !words.slice(next, next + REACH).some(({ lower }) => lower === 'but');
  }
  return false;
}

const isBe = ({ lower }: Word): boolean => lower === 'be';

/** "closes at 4.1%" of what has been measured. */
const isPresent = ({ lower }: Word): boolean => SCHEDULE_VERBS.has(lower);

/** "will have met", "to be paid", "could be sold in May": no past of its own. */
const isPerfect = (words: readonly Word[], at: number): boolean =>
  /^(?:be|been|being|have|has|having|to|get|and|or|n't|not|by|is|are)$/.test(words[at - 1]?.lower ?? '');

/** "said", "closed"; not "Mohamed". */
const isPast = ({ text, lower }: Word): boolean =>
  SAID_WORDS.has(lower) || (lower.length > 4 && lower.endsWith('ed') && text === lower);
