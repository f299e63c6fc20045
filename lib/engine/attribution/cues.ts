import { CUE_FORMS, type CueClass, DEEDS } from '../lexicon/cues.ts';
import { ONLY_PARTICIPLES } from '../lexicon/forms.ts';
import { NOUN_OR_VERB } from '../lexicon/verbs.ts';
import { baseOfS } from '../sentence/lost-verb.ts';
import { type Auxiliary, auxiliaries } from './auxiliaries.ts';
import { type Cue, idiomAt } from './idioms.ts';
import { type Phrase, phraseAfter, phraseBefore } from './phrase.ts';
import {
  clauseSubject,
  describedSubject,
  hostOfAside,
  isPeople,
  laterSubject,
  mainSubject,
  openAside,
  saidByMany,
  speaksNot,
  subjectBefore,
} from './subject.ts';
import type { Item } from './units.ts';
import { foundSomewhere, hasVerb, isGiven } from './verbs.ts';
import { AUXILIARIES, COURTS, isAdverb, isMark, isPerson, PRONOUNS, speakingNoun, WEEKDAY } from './words.ts';

const SPEAKS_EVER =
  /^(?:say|add|tell|reveal|disclose|confirm|tweet|write|ask|explain|reply|respond|answer|state|note|argue|insist|claim|warn|joke|quip|declare|announce|recall|testify|shout|continue|conclude|contend|assert|call|describe|predict|admit|acknowledge|stress|observe|remark|counter|retort|agree|complain|exclaim|caution|suggest|allege|maintain|vow|pledge|urge|comment|concede|reiterate|repeat|emphasise|emphasize|shout|lament|boast|muse|elaborate|clarify|enthuse|moan)$/;

/** Every cue of a unit with its subject, in order. */
export function findCues(items: readonly Item[]): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < items.length; at++) {
    const cue = idiomAt(items, at) ?? verbAt(items, at, cues);
    if (cue === null) continue;
    cues.push(cue);
    at = Math.max(at, cue.to - 1);
  }
  return cues;
}

function verbAt(items: readonly Item[], at: number, cues: readonly Cue[]): Cue | null {
  const item = items[at];
  if (item === undefined || item.kind !== 'word' || item.possessive) return null;
  const form = CUE_FORMS.get(item.lower);
  if (form === undefined) return null;
  if (form.form === 'past' && reducedRelative(items, at, form.lemma)) return null;
  if (item.lower === 'states' && /^U\.?S\.?$/.test(items[at - 1]?.text ?? '')) return null;
  // "questions about the plan" are nobody's doing
  if (form.lemma === 'question' && form.form !== 'past') return null;
  // "recorded 31 albums": what is set down in figures is done, not said
  if (form.lemma === 'record' && /^\d/.test(items[at + 1]?.lower ?? '')) return null;
  const base = { to: at + 1, lemma: form.lemma, cueClass: form.cueClass };
  if (form.form === 'ing') return participle(items, at, base, cues);
  const auxiliary = auxiliaries(items, at, SPEAKS_EVER.test(form.lemma));
  if (auxiliary.blocked || (auxiliary.from === at && ONLY_PARTICIPLES.has(item.lower))) return null;
  if (form.form === 'past' && items[auxiliary.from - 1]?.lower === 'as' && items[at + 1]?.lower === 'by') {
    const by = phraseAfter(items, at + 2);
    return by === null ? null : { ...base, from: auxiliary.from, subject: by, order: 'after', form: 'finite' };
  }
  const heard = inCourt(items, at, auxiliary, form.lemma);
  if (heard !== null)
    return { ...base, lemma: 'report', from: auxiliary.from, subject: heard, order: 'before', form: 'finite' };
  if (form.lemma === 'hear') return null;
  if (auxiliary.passive) {
    const by = items[at + 1]?.lower === 'by' ? phraseAfter(items, at + 2) : null;
    return by === null || form.form !== 'past' || DEEDS.has(form.lemma)
      ? null
      : { ...base, from: at, subject: by, order: 'after', form: 'finite' };
  }
  const inverted = invertedSubject(items, at, form.form, form.lemma);
  if (inverted !== null) return { ...base, from: at, subject: inverted, order: 'after', form: 'finite' };
  const nearest = subjectBefore(items, auxiliary.from);
  // "Moll, an Oxby director and vice president told": the name, and not the office
  const isOffice =
    nearest === null ||
    (items[nearest.head]?.kind === 'word' &&
      !/^(?:an?|the|one|another|some|many)$/.test(items[nearest.from]?.lower ?? '')) ||
    // "Lund, from the Harbour Board told": nor where he is from
    (!isPerson(items[nearest.head]) && /^(?:from|of|at|for)$/.test(items[nearest.from - 1]?.lower ?? ''));
  const subject = (isOffice && SPEAKS_EVER.test(form.lemma) ? openAside(items, auxiliary.from) : null) ?? nearest;
  const link = subject === null ? '' : (items[subject.from - 1]?.lower ?? '');
  // "asked whether she accepted that", "if the bank says so": nobody has said it
  if (/^(?:whether|if|unless)$/.test(link)) return null;
  // "I have heard it said that": by nobody
  if (/^(?:hear|hears|heard)$/.test(link) && items[auxiliary.from - 1]?.lower === 'it') return null;
  const placed = /^(?:in|at|on|for|by|of|from|with|to|among|into)$/.test(link);
  // "a survey of 2,300 doctors by the college, published on Monday, found": the aside says more of the survey
  const described = (): Phrase | null =>
    describedSubject(items, auxiliary.from) ??
    (subject !== null && isMark(items[auxiliary.from - 1], ',') ? describedSubject(items, subject.to) : null);
  const isSubject = subject !== null && mayGovern(items, at, form.form, subject, auxiliary.from < at);
  // "some who advocate free speech argue": not the speech
  const isFar = form.form === 'base' && !isSubject;
  // "the host who presents two shows said": not the shows
  const before = subject === null ? [] : items.slice(0, subject.from);
  const isToldOf =
    before.at(-1)?.lower !== 'who' &&
    before.some(({ lower }) => lower === 'who') &&
    before.every(({ kind }) => kind !== 'mark');
  const whole = subject === null || placed || isToldOf || speaksNot(items, subject) || isFar ? described() : null;
  const finds = whole !== null && speakingNoun(items[whole.head]?.lower ?? '') === 'document';
  // "from Northway Group reports that track spending"
  if (
    placed &&
    whole === null &&
    /^(?:reports|claims|states|notes|records|lists|warnings)$/.test(item.lower) &&
    items[at + 1]?.lower === 'that'
  )
    return null;
  if (
    whole !== null &&
    mayGovern(items, at, form.form, whole, auxiliary.from < at) &&
    (finds || SPEAKS_EVER.test(form.lemma))
  )
    return { ...base, from: auxiliary.from, subject: whole, order: 'before', form: 'finite' };
  if (subject !== null && mayGovern(items, at, form.form, subject, auxiliary.from < at))
    return { ...base, from: auxiliary.from, subject, order: 'before', form: 'finite' };
  const far =
    subject === null && isMark(items[auxiliary.from - 1], ',') && items[at + 1]?.lower === 'that'
      ? mainSubject(items, at)
      : null;
  if (far !== null) return { ...base, from: auxiliary.from, subject: far, order: 'shared', form: 'finite' };
  const host = form.form === 'past' ? hostOfAside(items, auxiliary.from) : null;
  if (host !== null && mayGovern(items, at, form.form, host, false))
    return { ...base, from: auxiliary.from, subject: host, order: 'before', form: 'finite' };
  const coordinated = coordinatedSubject(items, auxiliary.from, cues, form.form);
  // a person who "had shown dishonesty" says nothing, as a paper that shows something does
  return coordinated === null || (form.lemma === 'show' && isPerson(items[coordinated.head]))
    ? null
    : { ...base, from: auxiliary.from, subject: coordinated, order: 'shared', form: 'finite' };
}

/** "a bank accused of …", "a plan described as …": the noun before it is the one spoken of. */
function reducedRelative(items: readonly Item[], at: number, lemma: string): boolean {
  const next = items[at + 1]?.lower ?? '';
  const before = items[at - 1];
  if (before === undefined || before.kind === 'mark' || AUXILIARIES.has(before.lower) || isAdverb(before)) return false;
  return (
    next === 'by' ||
    (lemma === 'find' && foundSomewhere(items, at)) ||
    (next === 'of' && /^(?:accuse|tell|inform|remind)$/.test(lemma)) ||
    (next === 'as' && before.kind === 'word' && !PRONOUNS.has(before.lower))
  );
}

/** "the jury heard that", "the court was told": said before a body, by nobody the sentence names. */
function inCourt(items: readonly Item[], at: number, auxiliary: Auxiliary, lemma: string): Phrase | null {
  if (lemma !== 'hear' && !(lemma === 'tell' && auxiliary.passive)) return null;
  const subject = phraseBefore(items, auxiliary.from);
  const head = subject === null ? undefined : items[subject.head];
  return head !== undefined &&
    COURTS.has(head.text.toLowerCase().split(' ').at(-1) ?? '') &&
    items[at + 1]?.lower !== 'by'
    ? subject
    : null;
}

/** `"…," said X`, `…, said X`: the subject after its verb, where nothing before it could be the subject. */
function invertedSubject(items: readonly Item[], at: number, form: string, lemma: string): Phrase | null {
  // "Hale, who leads the council, told the Courier": whom he told, and not who told
  // "It would close, say the Tories": many
  const isMany = form === 'base' && lemma === 'say' && items[at + 1] !== undefined && saidByMany(items, at);
  if ((form === 'base' && !isMany) || !SPEAKS_EVER.test(lemma) || lemma === 'tell') return null;
  const before = items[at - 1];
  const opens =
    before === undefined ||
    before.kind === 'quote' ||
    isMark(before, ',—') ||
    before.lower === 'as' ||
    before.lower === 'so';
  if (!opens) return null;
  const phrase = phraseAfter(items, at + 1) ?? oneAfter(items, at + 1);
  if (phrase === null) return null;
  const head = items[phrase.head];
  if (head === undefined || (before?.kind !== 'quote' && PRONOUNS.has(head.lower))) return null;
  const after = items[phrase.to];
  if (
    before?.kind !== 'quote' &&
    after !== undefined &&
    after.kind === 'word' &&
    (after.lower === 'that' || after.lower === 'to')
  )
    return null;
  // "Pascale Boistard, said 300 people were on board": a clause begins behind the verb
  if (isMark(before, ',—') && !endsClause(items, phrase.to) && items[phrase.to]?.kind === 'word') return null;
  if (isMark(before, ',—') && subjectBefore(items, at) !== null && lemma !== 'say') return null;
  // "Judge Ann Moss, writing for the majority, said the city “could not …”": who cannot, and not who says it
  const goesOn = items[phrase.to]?.goesOn === true;
  if (isMark(before, ',—') && goesOn && subjectBefore(items, at) !== null) return null;
  // "“…,” said one contractor in Houston": behind a quotation whoever it is speaks
  const anybody =
    before?.kind === 'quote' && lemma === 'say' && /^(?:an?|one|the)$/.test(items[phrase.from]?.lower ?? '');
  return head.kind === 'name' || PRONOUNS.has(head.lower) || speakingNoun(head.lower) !== null || anybody
    ? phrase
    : null;
}

/** "“I lost it all,” said *one*." */
const oneAfter = (items: readonly Item[], at: number): Phrase | null =>
  /^(?:one|another|some|others)$/.test(items[at]?.lower ?? '') && endsClause(items, at + 1)
    ? { from: at, to: at + 1, head: at }
    : null;

/** Nothing that could be the verb of what is said stands at `at`: ", said the demonstrators | on Monday". */
function endsClause(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return (
    item === undefined ||
    item.kind === 'mark' ||
    item.kind === 'quote' ||
    // "said Lena Hart, D-Ore., chairman of …": the party is not read
    (isPerson(items[at - 1]) && speakingNoun(item.lower) === 'person') ||
    /^(?:in|on|at|during|after|before|when|as|who|from|of|for|last|this|late|early|while|and)$/.test(item.lower) ||
    WEEKDAY.test(item.lower)
  );
}

/** Whether the word is a verb here, and the phrase one that can speak. */
function mayGovern(items: readonly Item[], at: number, form: string, subject: Phrase, auxiliary: boolean): boolean {
  const head = items[subject.head];
  const verb = items[at];
  if (head === undefined || verb === undefined) return false;
  const cue = CUE_FORMS.get(verb.lower);
  const plural =
    /^(?:they|i|we|you|many|some|others|most|few|several|both)$/.test(head.lower) ||
    (head.kind === 'word' && /s$|people|police|men$|women$/.test(head.lower)) ||
    isPeople(head) ||
    // "Ann Bell and her lawyer say", "a number of those hurt say"
    items
      .slice(subject.from, subject.to)
      .some(({ lower }) =>
        /^(?:and|number|majority|handful|dozens|hundreds|thousands|those|half|third|two|three|four|\d+)$/.test(lower),
      );
  // "few believe", "not everyone thinks": that it is so is what they do not say
  const few = items[subject.from - 1]?.lower;
  if (few === 'not' || (/^(?:few|little)$/.test(items[subject.from]?.lower ?? '') && few !== 'a')) return false;
  // "most recently known as": how lately
  if (/^(?:most|more|less)$/.test(head.lower) && isAdverb(items[subject.head + 1])) return false;
  // "several states": no verb of many ends in s
  if (form === 's' && /^(?:they|i|we|you|many|others|few|several|both)$/.test(head.lower)) return false;
  if (form === 'base' && !plural && cue?.lemma !== verb.lower) return false;
  // "the WHO say", "Norlux say": a body is many
  const body = head.kind === 'name' && head.entity?.type === 'organization' && verb.lower === 'say';
  if (form === 'base' && !plural && !auxiliary && !body) return verb.lower === 'put' || cue?.form === 'past';
  if (isPluralNoun(items, at, head)) return false;
  if (cue?.lemma === 'show' && isPerson(head)) return false;
  if (head.kind === 'name')
    return (
      head.entity?.type !== 'other' ||
      cue?.cueClass === 'say' ||
      cue?.cueClass === 'claim' ||
      cue?.lemma === 'report' ||
      (form === 'past' && (cue?.cueClass === 'deny' || cue?.cueClass === 'warn')) ||
      (verb.lower !== cue?.lemma && items[at + 1]?.lower === 'that') ||
      // "the consultancy Danne estimated"
      (subject.to - subject.from > 1 && speakingNoun(items[subject.head - 1]?.lower ?? '') !== null) ||
      isPeople(head)
    );
  // "One said that the bid was low."
  if (head.lower === 'one' && subject.from === 0 && cue?.lemma === 'say') return true;
  if (PRONOUNS.has(head.lower)) return !/^(?:this|those|that|one|none|neither|nobody)$/.test(head.lower);
  const next = items[at + 1];
  const verbNext =
    next?.kind === 'word' &&
    (AUXILIARIES.has(next.lower) || /[a-z]{2}ed$/.test(next.lower) || CUE_FORMS.get(next.lower)?.form === 'past');
  if (form === 's' && verbNext && !/^(?:say|think|believe|insist|argue)$/.test(cue?.lemma ?? '')) return false;
  const noun = speakingNoun(head.lower);
  const bare = noun === 'person' && form === 's' && subject.from === subject.head && at > 1 && !/s$/.test(head.lower);
  if (bare && items[subject.from - 1]?.kind === 'word') return false;
  if (cue?.cueClass === 'document') return noun !== null;
  if (noun !== null) return true;
  return (
    cue !== undefined &&
    /^(?:say|tell|add|write|tweet|insist|argue|testify|explain|warn|admit)$/.test(cue.lemma) &&
    subject.to - subject.from > 1
  );
}

/** "the terrorist *attacks* in Paris", "new *reports* from Iowa": a noun with what hangs on it, not somebody's verb. */
function isPluralNoun(items: readonly Item[], at: number, head: Item): boolean {
  const verb = items[at];
  const next = items[at + 1];
  const named = head.kind === 'name' && head.entity !== null && head.entity.type !== 'other';
  if (verb === undefined || next?.kind !== 'word' || named || PRONOUNS.has(head.lower)) return false;
  return (
    /[^s]s$/.test(verb.lower) &&
    NOUN_OR_VERB.has(baseOfS(verb.lower)) &&
    /^(?:in|on|of|from|against|about|over|by|between|at|near|during|since|after|into)$/.test(next.lower) &&
    items[at + 3]?.lower !== 'that'
  );
}

/** "X accused …, and hinted that …": the subject of an earlier verb of the same unit. */
function coordinatedSubject(items: readonly Item[], at: number, cues: readonly Cue[], form: string): Phrase | null {
  const before = items[at - 1];
  if (form === 'base' || before === undefined) return null;
  const joined =
    before.lower === 'and' ||
    before.lower === 'but' ||
    before.lower === 'then' ||
    (isMark(before, ',') && form === 'past');
  if (!joined || isGiven(items, at)) return null;
  // "said the ministry, or MEF, had requested": the verb of what was said, which has none before it
  const last = cues.at(-1);
  const isAside = /^(?:who|which|that)$/.test(items[(last?.from ?? 0) - 1]?.lower ?? '');
  if (
    isMark(before, ',') &&
    !isAside &&
    last?.order === 'before' &&
    last.cueClass === 'say' &&
    !hasVerb(items, last.to, at - 1)
  )
    return null;
  const spoke = SPEAKS_EVER.test(CUE_FORMS.get(items[at]?.lower ?? '')?.lemma ?? '')
    ? cues.findLast(({ lemma, form: shape }) => shape === 'finite' && SPEAKS_EVER.test(lemma))
    : undefined;
  return (spoke ?? cues.at(-1))?.subject ?? mainSubject(items, at);
}

/** ", warning that …", ", adding: “…”": the subject is that of the sentence so far. */
function participle(
  items: readonly Item[],
  at: number,
  base: { to: number; lemma: string; cueClass: CueClass },
  cues: readonly Cue[],
): Cue | null {
  const before = items[at - 1];
  const after = items[at + 1];
  // "was not considering the sale": what somebody is doing
  const is = items.findLastIndex((item, i) => i < at && !isAdverb(item) && item.lower !== 'not');
  const isThought =
    /^(?:opinion|document)$/.test(base.cueClass) ||
    /^(?:expect|forecast|predict|project|anticipate|fear|estimate)$/.test(base.lemma);
  if (isThought && /^(?:is|are|was|were|been|be|am)$/.test(items[is]?.lower ?? '')) return null;
  // ", adding to the capacity", ", adding 3 cents"
  if (base.lemma === 'add' && (after?.lower === 'to' || /^\d/.test(after?.lower ?? ''))) return null;
  const hangs =
    isMark(before, ',—') ||
    before?.lower === 'and' ||
    before?.lower === 'by' ||
    before?.lower === 'while' ||
    before?.lower === 'as' ||
    before?.lower === 'in' ||
    before?.lower === 'after' ||
    before?.lower === 'before' ||
    isAdverb(before) ||
    before === undefined ||
    before.kind === 'quote' ||
    // "has opposed the sale for some time saying"
    /^(?:time|years?|months?|weeks?|days?|night)$/.test(before.lower) ||
    WEEKDAY.test(before.lower);
  if (after === undefined || (/^(?:speak|read|write|talk)$/.test(base.lemma) && before?.lower === 'and')) return null;
  const held = hangs ? null : holder(items, at);
  if (held !== null) return { ...base, from: at, subject: held, order: 'before', form: 'participle' };
  if (!hangs) return null;
  if (/^(?:after|before|by|in)$/.test(before?.lower ?? '') && at === 1) {
    const later = laterSubject(items, at);
    return later === null ? null : { ...base, from: at, subject: later, order: 'shared', form: 'participle' };
  }
  const governing = cues.find((cue) => cue.form === 'finite' && cue.order !== 'shared');
  // "the man who opened his speech by saying": not the speech
  const who = before?.lower === 'by' ? lastWho(items, at) : -1;
  if (who > 0) {
    const host = subjectBefore(items, who + 1);
    return host === null ? null : { ...base, from: at, subject: host, order: 'shared', form: 'participle' };
  }
  const nearest = governing === undefined ? clauseSubject(items, at) : null;
  const subject =
    before === undefined ? laterSubject(items, at) : (governing?.subject ?? nearest ?? mainSubject(items, at));
  return subject === null ? null : { ...base, from: at, subject, order: 'shared', form: 'participle' };
}

/** The "who" of the clause a participle stands in; -1 where there is none. */
function lastWho(items: readonly Item[], at: number): number {
  const who = items.slice(0, at).findLastIndex(({ lower }) => lower === 'who');
  return who < 0 || items.slice(who, at).some(({ kind }) => kind === 'mark') ? -1 : who;
}

const WRITTEN = new Set(
  'statement letter email release tweet post message memo note report notice sign ad advert video article'.split(' '),
);

/** "voters saying", "issued a statement saying": whoever stands before the participle. */
function holder(items: readonly Item[], at: number): Phrase | null {
  const before = items[at - 1];
  if (before?.kind !== 'word' || !/^(?:say|argue|claim|warn|allege|insist)ing$/.test(items[at]?.lower ?? ''))
    return null;
  if (WRITTEN.has(before.lower)) {
    const verb = [at - 2, at - 3, at - 4].find((i) =>
      /^(?:issued|issues|released|sent|posted|published|wrote)$/.test(items[i]?.lower ?? ''),
    );
    return verb === undefined ? phraseBefore(items, at) : subjectBefore(items, auxiliaries(items, verb, true).from);
  }
  const phrase = phraseBefore(items, at);
  const head = phrase === null ? undefined : items[phrase.head];
  if (phrase === null || head === undefined) return null;
  return speakingNoun(head.lower) === 'group' ? phrase : null;
}
