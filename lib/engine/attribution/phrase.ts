import { BODY_NOUNS, HONORIFICS, OFFICES, TRADES } from '../lexicon/titles.ts';
import { behindTitle, namedBehind, withComplement } from './behind.ts';
import { ARTICLES, DESCRIBED, isNominal, PREPOSITIONS } from './nominal.ts';
import { isFirmOfTwo, isOfThreeTasks, isTask, titledName, twoOffices } from './titled.ts';
import type { Item } from './units.ts';
import { isAdverb, isMade, isMark, isPerson, PRONOUNS, speakingNoun } from './words.ts';

/** A noun phrase as item indices, half-open, and the item that names who or what it is. */
export type Phrase = { readonly from: number; readonly to: number; readonly head: number };

/**
 * The noun phrase that ends right before item `end`: "a spokesman for China's Foreign Ministry", "Ms. Haley",
 * "Deng Yuwen, a Beijing-based expert on North Korea," with its appositive. Null where none ends there.
 */
export function phraseBefore(items: readonly Item[], end: number): Phrase | null {
  const last = items[end - 1];
  if (last === undefined) return null;
  if (isMark(last, ',')) return throughAppositive(items, end - 1);
  if (isMark(last, '—')) return throughAside(items, end - 1);
  if (isMark(last, ')')) {
    const open = lastIndex(items, end - 1, (item) => isMark(item, '('));
    // "(HLG) said": of a line whose name was lost, the letters it is known by
    if (open === 0 && end === 3 && items[1]?.kind === 'name') return { from: 0, to: 3, head: 1 };
    return open > 0 && end - open < 20 ? phraseBefore(items, open) : null;
  }
  // "Lund and others said": he is the one who is named
  if (last.lower === 'others' && items[end - 2]?.lower === 'and' && isPerson(items[end - 3]))
    return { from: end - 3, to: end, head: end - 3 };
  if (last.kind === 'word' && PRONOUNS.has(last.lower)) return { from: end - 1, to: end, head: end - 1 };
  // "on a call": a noun follows an article, and no verb
  if (!isNominal(last) || last.possessive || /^(?:an?|the|its|his|their|our|my|your|every|no)$/.test(last.lower))
    return null;
  return widen(items, simple(items, end));
}

/** "67 percent of voters": the voters speak, not the share. */
const PARTS =
  /^(?:percent|cent|third|thirds|half|quarter|quarters|majority|minority|share|proportion|number|handful|dozens|hundreds|thousands|\d+)$/;

const isGroup = (item: Item | undefined): boolean => item?.kind === 'word' && speakingNoun(item.lower) === 'group';

const COUNTS = new Set('one two three four five six seven eight nine ten twenty'.split(' '));

const isCount = (item: Item | undefined): boolean =>
  item?.kind === 'word' && (COUNTS.has(item.lower) || /^\d{1,3}$/.test(item.lower));

function lastIndex(items: readonly Item[], before: number, test: (item: Item) => boolean): number {
  for (let at = before - 1; at >= 0 && at > before - 60; at--) {
    const item = items[at];
    if (item !== undefined && test(item)) return at;
  }
  return -1;
}

/** A noun phrase without prepositions: back over names, nouns and adjectives to its article. */
function simple(items: readonly Item[], end: number): Phrase {
  let from = end - 1;
  while (from > 0 && end - from < 9) {
    const before = items[from - 1];
    if (before === undefined || ARTICLES.has(items[from]?.lower ?? '')) break;
    if (before.kind === 'word' && ARTICLES.has(before.lower)) from--;
    else if (
      !isNominal(before) ||
      (isAdverb(before) &&
        !/^(?:earlier|early|later)$/.test(before.lower) &&
        // "the first minister"
        !(before.lower === 'first' && OFFICES.has(items[from]?.lower ?? ''))) ||
      (before.kind === 'word' && PRONOUNS.has(before.lower))
    )
      break;
    else if (
      /ing$/.test(before.lower) &&
      before.kind === 'word' &&
      before.lower.length > 5 &&
      // "shipping analysts", "the planning ministry"
      !(
        (TRADES.has(before.lower) || ARTICLES.has(items[from - 2]?.lower ?? '')) &&
        speakingNoun(items[from]?.lower ?? '') !== null
      )
    )
      break;
    else from--;
  }
  // "in one case | Internet activists"
  const isCase =
    items[from - 1]?.lower === 'in' && /^(?:case|cases|instance|instances)$/.test(items[from + 1]?.lower ?? '');
  return { from: isCase && from + 2 < end ? from + 2 : from, to: end, head: end - 1 };
}

/** A person, or two words of which nothing else is known: "Gunvor Hild of the harbour board". */
function isSomebody(items: readonly Item[], at: number): boolean {
  const { entity, text, kind } = items[at] ?? {};
  if (entity?.type === 'person') return true;
  const two = kind === 'name' && /^\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+$/u.test(text ?? '');
  return two && entity?.type === 'other' && items[at + 1]?.lower === 'of' && items[at - 1]?.lower !== 'the';
}

/** Takes in what the phrase hangs on: "the head of | the agency", "experts on | North Korea", "he and | Mr. Allen". */
function widen(items: readonly Item[], phrase: Phrase): Phrase {
  let current = phrase;
  for (let step = 0; step < 4; step++) {
    const link = items[current.from - 1];
    const noun = items[current.from - 2];
    if (link === undefined || noun === undefined || link.kind !== 'word' || noun.possessive) return current;
    // "economists polled by Reuters": they speak, not who asked them
    const asked = link.lower === 'by' && /[a-z]{2}ed$/.test(noun.lower) ? items[current.from - 3] : undefined;
    if (asked !== undefined && speakingNoun(asked.lower) === 'group') {
      const left = simple(items, current.from - 2);
      current = { from: left.from, to: phrase.to, head: left.head };
      continue;
    }
    const described = DESCRIBED.has(noun.lower) ? items[current.from - 3] : undefined;
    if (described !== undefined && PREPOSITIONS.has(link.lower) && speakingNoun(described.lower) !== null) {
      const left = simple(items, current.from - 2);
      current = { from: left.from, to: phrase.to, head: left.head };
      continue;
    }
    if (link.lower === 'of' && PARTS.test(noun.lower) && speakingNoun(items[current.head]?.lower ?? '') !== null) {
      return { from: simple(items, current.from - 1).from, to: phrase.to, head: current.head };
    }
    // "six in 10 said": the number speaks for those it counts
    if (link.lower === 'in' && isCount(items[current.head]) && isCount(noun))
      return { from: simple(items, current.from - 1).from, to: phrase.to, head: current.head };
    if (
      link.lower === 'and' &&
      (noun.kind === 'name' || PRONOUNS.has(noun.lower)) &&
      items[current.head]?.kind === 'name' &&
      !isOfThreeTasks(items, current)
    ) {
      const left = simple(items, current.from - 1);
      current = { from: left.from, to: phrase.to, head: left.head };
      continue;
    }
    // "officials and diplomats", "analysts and oil industry sources": both
    if (link.lower === 'and' && noun.kind === 'word' && isGroup(noun) && isGroup(items[current.head])) {
      current = { from: simple(items, current.from - 1).from, to: phrase.to, head: current.head };
      continue;
    }
    // ", traders and the official press": both
    const isFirst = isMark(items[current.from - 3], ',') || current.from === 2;
    if (link.lower === 'and' && isGroup(noun) && isFirst && speakingNoun(items[current.head]?.lower ?? '') !== null)
      return { from: current.from - 2, to: phrase.to, head: current.head };
    // "the science and technology committee": of both
    if (link.lower === 'and' && isTask(items, current, simple(items, current.from - 1).from)) {
      current = { from: simple(items, current.from - 1).from, to: phrase.to, head: current.head };
      continue;
    }
    // ", oil and banking analysts": in both trades
    const opens = items[current.from - 3];
    const isBare =
      noun.kind === 'word' && isNominal(noun) && (opens === undefined || isMark(opens, ',—') || opens.kind === 'quote');
    if (link.lower === 'and' && isBare && isGroup(items[current.head]) && current.to - current.from > 1)
      return { from: current.from - 2, to: phrase.to, head: current.head };
    // "Lund and other officials": he is the one who is named
    if (link.lower === 'and' && noun.kind === 'name' && items[current.from]?.lower === 'other')
      return { from: simple(items, current.from - 1).from, to: phrase.to, head: current.from - 2 };
    if (!PREPOSITIONS.has(link.lower)) return current;
    // "a spokesman for the Harbour Office in Leeds": over where the office is
    const isWhere = items[current.head]?.entity?.type === 'place' && /^(?:in|at|near|of)$/.test(link.lower);
    if (isWhere && noun.kind === 'name' && noun.entity?.type !== 'person' && noun.entity?.type !== 'place') {
      const left = simple(items, current.from - 1);
      current = { from: left.from, to: phrase.to, head: left.head };
      continue;
    }
    // "Lund to raise output Moll said": nobody is anybody's to something
    if (link.lower === 'to' && noun.kind === 'name') return current;
    // "member for education Cllr Priya Nair": the title begins another phrase, and the name is who speaks
    const rank = items[current.head - 1];
    const isTitled =
      rank?.kind === 'word' &&
      current.head - current.from > 1 &&
      /^(?:cllr|dr|sir|dame|lord|lady|baroness|mr|mrs|ms|prof|rev)\.?$/.test(rank.lower);
    if (isTitled && isPerson(items[current.head]) && speakingNoun(noun.lower) === 'person')
      return { from: simple(items, current.from - 1).from, to: phrase.to, head: current.head };
    // "analyst NAME of Stratton Research", whatever the name is taken for
    const titled = speakingNoun(items[current.from - 3]?.lower ?? '') === 'person';
    const speaks =
      noun.kind === 'name' ? titled || isSomebody(items, current.from - 2) : speakingNoun(noun.lower) !== null;
    const partOf = link.lower === 'of' && isNominal(noun) && noun.kind === 'word';
    if (!speaks && !partOf && !(PRONOUNS.has(noun.lower) && link.lower === 'of')) return current;
    const left = simple(items, current.from - 1);
    current = { from: left.from, to: phrase.to, head: PRONOUNS.has(noun.lower) ? current.from - 2 : left.head };
  }
  return current;
}

/** "Niu Jun, an expert at Peking University in Beijing,": over the appositive or relative clause to the name before it. */
function throughAppositive(items: readonly Item[], comma: number): Phrase | null {
  let at = comma;
  for (let step = 0; step < 4; step++) {
    const opening = lastIndex(items, at, (item) => isMark(item, ',') || item.kind === 'quote' || isMark(item, '—;:'));
    if (opening <= 0 || !isMark(items[opening], ',') || comma - opening > 45) return null;
    const first = items[opening + 1];
    const hostEnd = beforeBrackets(items, opening);
    const host = items[hostEnd - 1];
    if (first === undefined || host === undefined) return null;
    // "its leaders, who, on a call on Friday, criticised": whoever the "who" stands for
    if (host.kind === 'word' && /^(?:who|which)$/.test(host.lower) && PREPOSITIONS.has(first.lower))
      return { from: hostEnd - 1, to: hostEnd, head: hostEnd - 1 };
    const wide = widen(items, simple(items, hostEnd));
    // "officials in Washington, who …", "a spokeswoman for the ministry, Mao Ning,"
    const headed = items[wide.head]?.kind === 'word' ? speakingNoun(items[wide.head]?.lower ?? '') : null;
    const speaker = canHost(host) || headed !== null;
    // "Mrs Holt's eldest daughter, Jess,": known by the first name alone
    const isLone = /^\p{L}+$/u.test(first.text);
    // "the operator, GoTarn,"
    const isFirm = first.entity?.type === 'organization' && isLone && items[wide.from]?.lower === 'the';
    const called = first.entity?.type === 'person' || (first.entity?.type === 'other' && isLone) || isFirm;
    if (at === opening + 2 && first.kind === 'name' && called && (headed === 'person' || (headed === 'body' && isLone)))
      return { from: wide.from, to: at, head: opening + 1 };
    if (
      at === opening + 2 &&
      first.kind === 'name' &&
      first.entity?.type === 'person' &&
      speaker &&
      host.kind === 'word'
    ) {
      return { from: simple(items, hostEnd).from, to: at, head: opening + 1 };
    }
    const rank = first.lower.replace(/\.$/, '');
    const title = HONORIFICS.has(rank) || OFFICES.has(rank) || speakingNoun(first.lower) === 'person';
    const titled = first.kind === 'word' && title ? items[opening + 2] : undefined;
    if (
      at === opening + 3 &&
      speaker &&
      host.kind === 'word' &&
      titled?.kind === 'name' &&
      titled.entity?.type === 'person'
    )
      return { from: simple(items, hostEnd).from, to: at, head: opening + 2 };
    // "the chair of the judges, the historian Dame Ruth Abelson,"
    const isNamed =
      ARTICLES.has(first.lower) &&
      headed === 'person' &&
      isPerson(items[at - 1]) &&
      items[at - 1]?.possessive === false;
    if (isNamed && titledName(items, opening + 2) === at - 1) return { from: wide.from, to: at, head: at - 1 };
    // "his opponent, former state trooper Angela Reyes,"
    const end = items[at - 1];
    const isDescribed =
      at > opening + 2 &&
      items
        .slice(opening + 1, at - 1)
        .every((item) => item.kind === 'word' && isNominal(item) && !ARTICLES.has(item.lower));
    if (isDescribed && headed === 'person' && host.kind === 'word' && isPerson(end) && end?.possessive === false)
      return { from: wide.from, to: at, head: at - 1 };
    // "Bill Horne, Republican of Kentucky, who voted no,": over the one and the other
    const between =
      isMark(items[wide.from - 1], ',') && isPerson(items[wide.from - 2]) && items[wide.head]?.kind === 'word';
    if (speaker && between && describes(items, opening, at)) {
      at = opening;
      continue;
    }
    if (speaker && describes(items, opening, at)) return widen(items, simple(items, hostEnd));
    if (
      first.kind === 'word' &&
      PREPOSITIONS.has(first.lower) &&
      (PRONOUNS.has(host.lower) || speaker) &&
      isSubjectAt(items, hostEnd - 1)
    ) {
      return PRONOUNS.has(host.lower)
        ? { from: hostEnd - 1, to: hostEnd, head: hostEnd - 1 }
        : widen(items, simple(items, hostEnd));
    }
    at = opening;
  }
  return null;
}

/** "The justice — who was out of town — said": over what stands between two dashes. */
function throughAside(items: readonly Item[], close: number): Phrase | null {
  const open = lastIndex(items, close, (item) => isMark(item, '—;:'));
  const host = items[open - 1];
  if (open <= 0 || !isMark(items[open], '—') || close - open > 45 || host === undefined) return null;
  if (host.kind === 'word' && PRONOUNS.has(host.lower)) return { from: open - 1, to: open, head: open - 1 };
  return canHost(host) ? widen(items, simple(items, open)) : null;
}

/** Index behind what stands before a bracket that ends at `end`: "Ted Cruz (R-Tex.)". */
function beforeBrackets(items: readonly Item[], end: number): number {
  if (!isMark(items[end - 1], ')')) return end;
  const open = lastIndex(items, end - 1, (item) => isMark(item, '('));
  return open > 0 ? open : end;
}

function canHost(host: Item): boolean {
  if (host.kind === 'name') return host.entity?.type !== 'place' && !host.possessive;
  return host.kind === 'word' && speakingNoun(host.lower) !== null;
}

/** A pronoun or name that begins a clause. */
function isSubjectAt(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return (
    before === undefined ||
    before.kind === 'mark' ||
    before.kind === 'quote' ||
    (before.kind === 'word' && !PREPOSITIONS.has(before.lower))
  );
}

/** ", published on Monday in a journal of the university,": no such aside is longer. */
const MADE_WORDS = 14;

function describes(items: readonly Item[], opening: number, end: number): boolean {
  const first = items[opening + 1];
  if (first === undefined) return false;
  if (ARTICLES.has(first.lower) || OFFICES.has(first.lower)) return true;
  if (/^(?:who|whose|which|aged|himself|herself|\d{1,3}|formerly|now|speaking|writing|including)$/.test(first.lower))
    return true;
  if (/ing$/.test(first.lower) && end - opening <= 4) return true;
  // "Ida Moss, wearing a cowboy hat and two badges, said", "Ida Moss, clad in red, said"
  const looks =
    /^(?:wearing|holding|carrying|sitting|standing|clad|dressed|clutching|flanked|surrounded|accompanied|reached|contacted|interviewed|visibly)$/;
  if (looks.test(first.lower) && end - opening <= MADE_WORDS && isPerson(items[opening - 1])) return true;
  // "Rey, meanwhile, insisted"; "the lawsuit, filed in Ohio on Monday, alleges"
  if (end - opening === 2 && isAdverb(first)) return true;
  if (isMade(first) && end - opening <= MADE_WORDS) return true;
  // "a study, not yet reviewed by others, suggests"
  if (
    /^(?:not|yet|still|first)$/.test(first.lower) &&
    items.slice(opening + 1, opening + 4).some(({ lower }) => /ed$/.test(lower))
  )
    return true;
  return speakingNoun(lastNoun(items, opening + 1, end)) !== null || (first.possessive && first.kind === 'name');
}

/** The word an appositive is about: the last before its first preposition. */
function lastNoun(items: readonly Item[], from: number, to: number): string {
  for (let at = from; at < to; at++) {
    const next = items[at + 1];
    if (at + 1 >= to || (next?.kind === 'word' && PREPOSITIONS.has(next.lower))) return items[at]?.lower ?? '';
  }
  return '';
}

/**
 * The noun phrase that starts at item `from`: "John Delury", "spokeswoman Jane Doe", "the agency's director, John
 * Smith". The head is the person's name where the phrase has one.
 */
export function phraseAfter(items: readonly Item[], from: number): Phrase | null {
  const first = items[from];
  if (first === undefined || first.kind === 'mark' || first.kind === 'quote') return null;
  if (first.kind === 'word' && /^(?:he|she|they|it|i|we)$/.test(first.lower)) return { from, to: from + 1, head: from };
  if (
    /^(?:one|two|three|some|many|several|most|both|all|none|another|others)$/.test(first.lower) &&
    items[from + 1]?.lower === 'of'
  ) {
    const of = phraseAfter(items, from + 2);
    return of === null ? null : { from, to: of.to, head: of.head };
  }
  if (first.kind === 'word' && /[a-z]{3}ing$|^having$/.test(first.lower) && speakingNoun(first.lower) === null)
    return null;
  let to = from;
  while (to < items.length && to - from < 10) {
    const item = items[to];
    if (item === undefined || item.kind === 'quote' || (to > from && DESCRIBED.has(item.lower))) break;
    if (to > from && /ed$/.test(item.lower) && !isNominal(items[to + 1])) break;
    // "an audit published last week"
    if (to > from && isMade(item) && speakingNoun(items[to - 1]?.lower ?? '') === 'document') break;
    if (item.lower === 'and' && to > from && (twoOffices(items, to) || isFirmOfTwo(items, to))) {
      to++;
      continue;
    }
    const open = to === from || !ARTICLES.has(item.lower);
    if (!(open && (isNominal(item) || ARTICLES.has(item.lower)))) break;
    to++;
    // "Yonhap news agency" is no person
    const body = [to, to + 1].some((at) => BODY_NOUNS.has(items[at]?.lower ?? ''));
    // "Halden Lynch analyst NAME": whose analyst
    const employs = [to, to + 1].some(
      (at) =>
        speakingNoun(items[at]?.lower ?? '') === 'person' &&
        items[at + 1]?.kind === 'name' &&
        items.slice(to, at).every((one) => one.kind === 'word' && isNominal(one) && !ARTICLES.has(one.lower)),
    );
    const isTwo = items[to]?.lower === 'and' && isFirmOfTwo(items, to);
    if (item.kind === 'name' && item.entity?.type === 'person' && !item.possessive && !body && !employs && !isTwo)
      break;
  }
  if (to === from) return null;
  const head = to - 1;
  if (items[head]?.kind === 'name' && items[head]?.entity?.type === 'person') return { from, to, head };
  const noun = items[head];
  if (noun === undefined || ARTICLES.has(noun.lower)) return null;
  const after = items[to + 1];
  if (isMark(items[to], ',') && after?.kind === 'name' && after.entity?.type === 'person' && !after.possessive)
    return { from, to: to + 2, head: to + 1 };
  // "its author, the economist Nicolas Ziebarth", "its author, Dr Ann Moss"
  const behind = ARTICLES.has(after?.lower ?? '') ? titledName(items, to + 2) : behindTitle(items, to + 1);
  const titled = isMark(items[to], ',') ? behind : -1;
  if (titled > 0) return { from, to: titled + 1, head: titled };
  const end = withComplement(items, to);
  const named = namedBehind(items, head, end);
  return named === null ? { from, to: end, head } : { from, to: named + 1, head: named };
}
