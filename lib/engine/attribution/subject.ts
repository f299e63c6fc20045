import { CUE_FORMS } from '../lexicon/cues.ts';
import { OFFICES } from '../lexicon/titles.ts';
import { namedBehind, withComplement } from './behind.ts';
import { type Phrase, phraseAfter, phraseBefore } from './phrase.ts';
import type { Item } from './units.ts';
import { AUXILIARIES, isAdverb, isMade, isMark, PRONOUNS, speakingNoun } from './words.ts';

/** The phrase before the verb; for "who" and "which" the one they stand for. */
export function subjectBefore(items: readonly Item[], end: number): Phrase | null {
  const phrase = phraseBefore(items, end);
  if (phrase === null) return null;
  const head = items[phrase.head];
  if (head === undefined) return null;
  if (head.kind === 'name' || !/^(?:who|which|that)$/.test(head.lower)) return phrase;
  const at = phrase.head;
  const host = isMark(items[at - 1], ',') ? hostBefore(items, at - 1) : phraseBefore(items, at);
  return host ?? (head.lower === 'that' ? null : phrase);
}

/** "X, deputy ambassador to the United Nations, who": the person before the appositive, else the nearest phrase. */
function hostBefore(items: readonly Item[], comma: number): Phrase | null {
  const nearest = phraseBefore(items, comma);
  const through = phraseBefore(items, comma + 1);
  const named = (phrase: Phrase | null): boolean =>
    phrase !== null && items[phrase.head]?.kind === 'name' && items[phrase.head]?.entity?.type === 'person';
  if (named(nearest)) return nearest;
  return named(through) ? through : (nearest ?? through);
}

export function speaksNot(items: readonly Item[], subject: Phrase): boolean {
  const head = items[subject.head];
  if (head === undefined || /^(?:them|him|us|me)$/.test(head.lower)) return true;
  return head.kind === 'word' && !PRONOUNS.has(head.lower) && speakingNoun(head.lower) === null;
}

/** "The mayor, *whom Reid called a liar*, said": before what the comma closes; null where it closes no such thing. */
export function hostOfAside(items: readonly Item[], at: number): Phrase | null {
  if (!isMark(items[at - 1], ',')) return null;
  const open = items.findLastIndex((item, i) => i < at - 1 && /^(?:who|whom|whose)$/.test(item.lower));
  if (open < 1 || !isMark(items[open - 1], ',') || items.slice(open, at - 1).some((item) => isMark(item, ',;')))
    return null;
  return phraseBefore(items, open - 1);
}

/** No aside that a comma opens and none closes has more words. */
const OPEN_ASIDE = 20;

/** "Moll, an Oxby Corp director and senior vice president | told": the name before an aside that no comma closes; null where none stands there. */
export function openAside(items: readonly Item[], behind: number): Phrase | null {
  // "Lund, from the Harbour Board (HB) | told"
  const end = isMark(items[behind - 1], ')')
    ? items.findLastIndex((item, i) => i < behind && isMark(item, '('))
    : behind;
  const comma = items.findLastIndex((item, i) => i < end && isMark(item, ','));
  const [host, first] = [items[comma - 1], items[comma + 1]];
  if (comma < 1 || end - comma > OPEN_ASIDE || host?.kind !== 'name' || host.entity?.type !== 'person') return null;
  const tells =
    first !== undefined &&
    (first.possessive || /^(?:an?|the|from|of|at|for)$/.test(first.lower) || OFFICES.has(first.lower));
  const isAside = items
    .slice(comma + 1, end)
    .every(
      ({ kind, lower }) =>
        kind !== 'quote' && kind !== 'mark' && !AUXILIARIES.has(lower) && !/^(?:who|which|that|whose)$/.test(lower),
    );
  const told = items.slice(comma + 1, end).some(
    ({ kind, lower }) =>
      (kind === 'word' && speakingNoun(lower) === 'person') ||
      // "Lund, from the Harbour Board | told"
      (kind === 'name' && first?.kind === 'word' && /^(?:from|of|at|for)$/.test(first.lower)),
  );
  return tells && isAside && told ? { from: comma - 1, to: comma, head: comma - 1 } : null;
}

/** Whose verb stands at `end`: the phrase before it, or the one that a clause begins with and a "by", "for" or "in" hangs on. */
export function governorOf(items: readonly Item[], end: number): Phrase | null {
  const subject = subjectBefore(items, end);
  const hangs = /^(?:in|at|on|for|by|of|from|with|to)$/.test(items[(subject?.from ?? 0) - 1]?.lower ?? '');
  return subject === null || hangs || speaksNot(items, subject) ? (describedSubject(items, end) ?? subject) : subject;
}

const SOMEBODY = /^(?:someone|somebody|everyone|everybody|anyone|anybody)$/;

const OPENS_CLAUSE = /^(?:after|because|when|before|while|although|though)$/;

/** No subject with what describes it has more words. */
const FARTHEST = 24;

/** "Democrats trying to win back the Senate in May | say": the people a clause begins with, where only what describes them lies between. */
export function describedSubject(items: readonly Item[], end: number): Phrase | null {
  let from = end;
  while (
    from > 0 &&
    end - from < FARTHEST &&
    items[from - 1]?.kind !== 'mark' &&
    items[from - 1]?.kind !== 'quote' &&
    !OPENS_CLAUSE.test(items[from - 1]?.lower ?? '')
  )
    from--;
  if (from > 0 && items[from - 1]?.kind !== 'mark' && !OPENS_CLAUSE.test(items[from - 1]?.lower ?? '')) return null;
  for (let at = from; at < end; at++) {
    const item = items[at];
    const next = items[at + 1];
    if (item === undefined || next === undefined || item.kind === 'mark') return null;
    if (AUXILIARIES.has(item.lower) || /^(?:that|who|which|when|while|as|if|because|where)$/.test(item.lower))
      return null;
    const noun = speakingNoun(item.lower);
    // "the host who presents two shows said"
    const isWho = noun === 'person' && next.lower === 'who';
    if (
      item.possessive ||
      !(
        isWho ||
        SOMEBODY.test(item.lower) ||
        noun === 'group' ||
        noun === 'document' ||
        noun === 'body' ||
        isPeople(item)
      )
    )
      continue;
    const phrase = phraseBefore(items, at + 1);
    // "Last spring somebody in this room said"
    const opens = /^(?:last|this|next|one)$/.test(items[from]?.lower ?? '') ? from + 2 : from + 1;
    if (phrase === null || phrase.from > opens) return null;
    // "the firm that feeds 61 schools said": one verb more is the description's own
    const that = next.lower === 'that' && noun === 'body' && phrase.to - phrase.from > 1;
    const described =
      /[a-z]{3}ing$|^(?:of|in|on|at|for|from|with|by|into|among|about|between|to|close|familiar|opposed|loyal)$/.test(
        next.lower,
      );
    // "two people who worked on them": one verb is the description's own
    const who = next.lower === 'who';
    // "a study published on Thursday in a journal"
    const made = noun === 'document' && isMade(next);
    const verb = items
      .slice(at + (who || that ? 3 : made ? 2 : 1), end)
      .some((one) => one.kind === 'word' && (AUXILIARIES.has(one.lower) || CUE_FORMS.get(one.lower)?.form === 'past'));
    return (described || who || that || made) && !verb ? phrase : null;
  }
  return null;
}

/** "Democrats", "Saudis": many, though written as a name. */
export function isPeople(head: Item): boolean {
  return (
    head.kind === 'name' &&
    head.entity?.type !== 'person' &&
    /^\p{Lu}[\p{Ll}]+(?:ans|ats|is|ers|ists|ives|ons|ics)$/u.test(head.text)
  );
}

export function laterSubject(items: readonly Item[], at: number): Phrase | null {
  const behind = items.flatMap((item, i) => {
    const phrase = i > at && isMark(item, ',') ? phraseAfter(items, i + 1) : null;
    return phrase === null ? [] : [phrase];
  });
  // "Citing figures that by 2030, towns will …, *Lund* said": not the towns
  return behind.find(({ to }) => CUE_FORMS.get(items[to]?.lower ?? '')?.cueClass === 'say') ?? behind[0] ?? null;
}

/** The word before a phrase and its articles: "*on* the other side". */
function linkBefore(items: readonly Item[], from: number): Item | undefined {
  const before = items[from - 1];
  return before?.lower === 'the' ? items[from - 2] : before;
}

/** "Asked about the harbour, …", "Speaking in Salem, …": behind the comma, where the sentence opens with what its subject did; else its start. */
function openingEnd(items: readonly Item[], before: number): number {
  const [first, second] = items;
  const asked = first?.lower === 'when' ? second : first;
  if (asked?.kind !== 'word' || !OPENS.test(asked.lower)) return 0;
  const comma = items.findIndex((item, i) => i < before && isMark(item, ','));
  return comma < 0 ? 0 : comma + 1;
}

const OPENS = /^(?:asked|questioned|pressed|interviewed|reached|contacted|[a-z]{3,}ing)$/;

/** "chipmaker Tarvo": a name of which nothing is known but the noun before it. */
function isTitled(items: readonly Item[], at: number): boolean {
  const noun = items[at - 1];
  return noun?.kind === 'word' && /^\p{Ll}/u.test(noun.text) && speakingNoun(noun.lower) !== null;
}

/** Behind "Finnish": a noun or a name, which it only describes. */
const opensPhrase = (next: Item | undefined): boolean =>
  next?.kind === 'name' || (next?.kind === 'word' && !AUXILIARIES.has(next.lower) && !CUE_FORMS.has(next.lower));

/** A noun, or a word that tells of one. */
const isNoun = ({ kind, lower }: Item): boolean =>
  kind === 'word' &&
  !AUXILIARIES.has(lower) &&
  CUE_FORMS.get(lower)?.form !== 'past' &&
  !/^(?:and|or|but|who|that|which|of|in|on|at|for|to|by|from|with)$/.test(lower);

/** "also addressed", "has", "said": what stands behind a subject. */
const isVerb = (item: Item | undefined, next: Item | undefined): boolean =>
  item?.kind === 'word' &&
  (AUXILIARIES.has(item.lower) ||
    /[a-z]{2}ed$/.test(item.lower) ||
    CUE_FORMS.get(item.lower)?.form === 'past' ||
    (isAdverb(item) && isVerb(next, undefined)));

const isMany = ({ lower }: Item): boolean =>
  /^(?:person|group)$/.test(speakingNoun(lower) ?? '') && !CUE_FORMS.has(lower);

const SIDE =
  /^(?:if|when|while|as|because|after|before|although|though|since|until|unless|what|who|where|how|why|whatever|there|and|but|so|yet|in|on|at|for|with|from|by|to|under|during|despite|according)$/;

/** "was", "has": a verb whose subject is a noun that stands right before it. */
const isAlone = (items: readonly Item[], at: number): boolean =>
  /^(?:is|are|was|were|has|had|have)$/.test(items[at]?.lower ?? '') &&
  items[at - 1]?.kind === 'word' &&
  !isAdverb(items[at - 1]);

/** The first phrase of the unit that is no object of a preposition: what the sentence is about. */
export function mainSubject(items: readonly Item[], before: number): Phrase | null {
  const opened = openingEnd(items, before);
  const opensSide = opened > 0 || SIDE.test(items[0]?.lower ?? '');
  for (let at = opened; at < before; at++) {
    const item = items[at];
    // "The aim *was* to cut ferry service": the verb of what the sentence is about, which cannot speak
    if (at > 0 && !opensSide && isAlone(items, at)) return null;
    if (item === undefined || item.possessive) continue;
    // "in Salem, New Hampshire, Paul Reed went": where the place lies
    if (opened > 0 && item.entity?.type === 'place' && isMark(items[at - 1], ',') && isMark(items[at + 1], ','))
      continue;
    const speaks =
      item.kind === 'name'
        ? item.entity?.type !== 'other' ||
          isTitled(items, at) ||
          (at === opened && isVerb(items[at + 1], items[at + 2]))
        : /^(?:he|she|they|it)$/.test(item.lower) || speakingNoun(item.lower) !== null;
    if (!speaks || item.kind === 'quote') continue;
    const next = items[at + 1];
    // "union officials": not the union
    if (item.kind === 'word' && next?.kind === 'word' && speakingNoun(item.lower) === 'body' && isMany(next)) continue;
    // "General manager NAME": not the general
    if (item.kind === 'word' && next?.kind === 'word' && OFFICES.has(item.lower) && isMany(next)) continue;
    // "Norlux spokesman NAME": whose spokesman
    if (item.kind === 'name' && speakingNoun(next?.lower ?? '') === 'person' && items[at + 2]?.kind === 'name')
      continue;
    // "Lund's general concerns", "her chief aim": of what kind something is
    if (
      /^(?:general|private|major|chief|conservative|liberal|principal|associate)$/.test(item.text) &&
      !isVerb(next, items[at + 2])
    )
      continue;
    // "Minnesota state delegate NAME": where from
    const named = items.findIndex(
      ({ kind, entity }, i) => i > at && i <= at + 4 && kind === 'name' && entity?.type === 'person',
    );
    if (item.entity?.type === 'place' && named > 0 && items.slice(at + 1, named).every((one) => isNoun(one))) continue;
    // "US President NAME": whose president
    if (item.entity?.type === 'place' && next?.kind === 'word' && OFFICES.has(next.lower)) continue;
    // "State Rep. NAME": of which house
    if (item.lower === 'state' && next?.kind === 'word' && (OFFICES.has(next.lower) || isMany(next))) continue;
    // "Finnish chipmaker NAME": from where
    if (item.entity?.type === 'place' && item.text !== item.entity.name && opensPhrase(next)) continue;
    const verb = next !== undefined && (next.kind === 'word' || isMark(next, ',('));
    const phrase = phraseBefore(items, at + 1);
    const link = phrase === null ? undefined : linkBefore(items, phrase.from);
    const object =
      link !== undefined &&
      link.kind === 'word' &&
      /^(?:of|in|on|at|for|with|to|by|from|after|before|during|about|against|over|under|between|among|since|despite|like|as|than|into)$/.test(
        link.lower,
      );
    if (phrase === null || !verb || object) continue;
    // "A spokesman for the firm, Kabo Sento,"
    const name = namedBehind(items, phrase.head, withComplement(items, phrase.to));
    return name === null || name >= before ? phrase : { from: phrase.from, to: name + 1, head: name };
  }
  return null;
}

/** ", say analysts": a noun in the plural right behind the verb. */
export function saidByMany(items: readonly Item[], at: number): boolean {
  const phrase = phraseAfter(items, at + 1);
  const head = phrase === null ? undefined : items[phrase.head];
  return (
    head !== undefined &&
    (isPeople(head) || speakingNoun(head.lower) === 'group' || /^(?:the )?tories$/.test(head.lower))
  );
}

/** "It was sold, but *the board* remains wary, saying …": who the last clause is about; null where there is one alone. */
export function clauseSubject(items: readonly Item[], at: number): Phrase | null {
  const joint = items.findLastIndex(
    ({ lower }, i) => i < at && /^(?:but|and|while)$/.test(lower) && isMark(items[i - 1], ','),
  );
  if (joint < 0) return null;
  const subject = mainSubject(items.slice(joint + 1, at), at - joint - 1);
  if (subject === null || subject.from > 0) return null;
  const { to, head } = subject;
  return { from: joint + 1, to: to + joint + 1, head: head + joint + 1 };
}
