import { CUE_FORMS } from '../lexicon/cues.ts';
import { BODY_NOUNS, HONORIFICS, OFFICES } from '../lexicon/titles.ts';
import { isTitle, titledName, twoOffices } from './titled.ts';
import type { Item } from './units.ts';
import { AUXILIARIES, isAdverb, isMade, isMark, isPerson, NOUN_CUES, PRONOUNS, speakingNoun } from './words.ts';

/** A noun phrase as item indices, half-open, and the item that names who or what it is. */
export type Phrase = { readonly from: number; readonly to: number; readonly head: number };

const ARTICLES = new Set(
  'a an the this that these those some many several few most two three four five six other another one his her its their our my your no any both all every each'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set(
  'of for at from on in with to by about against within among under over near inside outside between behind'.split(' '),
);
const BREAKS = new Set(
  `that which who whom whose if when while because although though as but than where after before since until unless whether so yet or then
   how why what and`.split(/\s+/),
);
/** Adjectives that stand behind the people they describe: "people familiar with the talks". */
const DESCRIBED = new Set([
  'familiar',
  'close',
  'briefed',
  'involved',
  'aware',
  'present',
  'based',
  'loyal',
  'opposed',
]);

function isNominal(item: Item | undefined): boolean {
  if (item === undefined) return false;
  if (item.kind === 'name') return true;
  if (item.kind !== 'word' || AUXILIARIES.has(item.lower) || PREPOSITIONS.has(item.lower) || BREAKS.has(item.lower))
    return false;
  const cue = CUE_FORMS.get(item.lower);
  return cue === undefined || NOUN_CUES.has(item.lower) || (cue.form !== 'past' && speakingNoun(item.lower) !== null);
}

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
    return open > 0 && end - open < 20 ? phraseBefore(items, open) : null;
  }
  if (last.kind === 'word' && PRONOUNS.has(last.lower)) return { from: end - 1, to: end, head: end - 1 };
  // "on a call": a noun follows an article, and no verb
  if (!isNominal(last) || last.possessive || /^(?:an?|the|its|his|their|our|my|your|every|no)$/.test(last.lower))
    return null;
  return widen(items, simple(items, end));
}

/** "67 percent of voters": the voters speak, not the share. */
const PARTS =
  /^(?:percent|cent|third|thirds|half|quarter|quarters|majority|minority|share|proportion|number|handful|dozens|hundreds|thousands|\d+)$/;

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
      (isAdverb(before) && !/^(?:earlier|early|later)$/.test(before.lower)) ||
      (before.kind === 'word' && PRONOUNS.has(before.lower))
    )
      break;
    else if (/ing$/.test(before.lower) && before.kind === 'word' && before.lower.length > 5) break;
    else from--;
  }
  return { from, to: end, head: end - 1 };
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
      return { from: left.from, to: phrase.to, head: left.head };
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
      items[current.head]?.kind === 'name'
    ) {
      const left = simple(items, current.from - 1);
      return { from: left.from, to: phrase.to, head: left.head };
    }
    if (!PREPOSITIONS.has(link.lower)) return current;
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
    if (item.lower === 'and' && to > from && twoOffices(items, to)) {
      to++;
      continue;
    }
    const open = to === from || !ARTICLES.has(item.lower);
    if (!(open && (isNominal(item) || ARTICLES.has(item.lower)))) break;
    to++;
    // "Yonhap news agency" is no person
    const body = [to, to + 1].some((at) => BODY_NOUNS.has(items[at]?.lower ?? ''));
    if (item.kind === 'name' && item.entity?.type === 'person' && !item.possessive && !body) break;
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

/** "its director of operations, | Colin Reid": the person whose office was told before the comma; null where none follows. */
export function namedBehind(items: readonly Item[], head: number, end: number): number | null {
  const titled = behindTitle(items, end + 1);
  const at = titled < 0 ? end + 1 : titled;
  const [mark, name] = [items[end], items[at]];
  const isOffice = speakingNoun(items[head]?.lower ?? '') === 'person';
  const isNamed = isMark(mark, ',') && name?.kind === 'name' && name.entity?.type === 'person' && !name.possessive;
  return isOffice && isNamed ? at : null;
}

/** "Dr NAME", "former state trooper NAME": the index of the name behind a title or what tells of him, -1 where none comes at once. */
function behindTitle(items: readonly Item[], from: number): number {
  let at = from;
  while (at < from + 4 && items[at]?.kind === 'word' && isNominal(items[at]) && !ARTICLES.has(items[at]?.lower ?? ''))
    at++;
  const { kind, entity, possessive } = items[at] ?? {};
  const isTold = items.slice(from, at).some(isTitle);
  return isTold && kind === 'name' && entity?.type === 'person' && !possessive ? at : -1;
}

/** "the director of the agency": the phrases that hang on a noun. */
export function withComplement(items: readonly Item[], to: number, most = 3): number {
  let end = to;
  for (let step = 0; step < most; step++) {
    if (DESCRIBED.has(items[end]?.lower ?? '')) end++;
    const link = items[end];
    if (link?.kind !== 'word' || !/^(?:of|for|at|from|with|to|on|in|by)$/.test(link.lower)) break;
    let next = end + 1;
    while (next < items.length && (isNominal(items[next]) || ARTICLES.has(items[next]?.lower ?? '')) && next - end < 8)
      next++;
    if (next === end + 1 || /[a-z]{3}ing$/.test(items[end + 1]?.lower ?? '')) break;
    end = next;
  }
  return end;
}
