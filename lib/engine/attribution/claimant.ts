import { CUE_FORMS } from '../lexicon/cues.ts';
import { NATIONALITIES } from '../lexicon/places.ts';
import { PERSON_NOUNS, RELATIONS } from '../lexicon/titles.ts';
import type { TextView } from '../text/text.ts';
import type { ClaimantType, EngineClaimant, NamedEntity } from '../types.ts';
import { behindTitle, withComplement } from './behind.ts';
import {
  byDescription,
  byHead,
  byRole,
  FIRMS,
  firmBefore,
  headOf,
  type Memory,
  NO_FIRM,
  named,
  ofAge,
  pairOf,
  REACH,
  type Recent,
  type Resolved,
  toldOf,
} from './known.ts';
import type { Phrase } from './phrase.ts';
import { mainSubject } from './subject.ts';
import type { Item, Unit } from './units.ts';
import { isMark, NOBODY_NAMED, speakingNoun } from './words.ts';

/** Who spoke so many sentences ago may go on behind what he says of another. */
const GOES_BACK = 4;

export function remember(memory: Memory, unit: Unit, index: number): void {
  const apposed = apposedSubject(unit.items);
  for (const [at, item] of unit.items.entries()) {
    // "Norwegian": no country has been spoken of
    if (item.kind !== 'name' || item.entity === null || NATIONALITIES.has(item.text)) continue;
    const weight = item.possessive
      ? 0
      : at === apposed || isIntroduced(unit.items, at)
        ? INTRODUCED
        : at < 3 && isAgain(memory, unit.items, at)
          ? AGAIN
          : at < 3
            ? 2
            : 1;
    memory.recent.push({ entity: item.entity, claimant: null, weight, unit: index });
  }
  if (unit.items.some(({ kind, lower }) => kind === 'word' && speakingNoun(lower) === 'group'))
    memory.groupUnit = index;
  const pair = pairOf(unit.items, 0);
  if (pair !== null) memory.pair = { claimant: pair, unit: index };
  const [first, second] = unit.items;
  const known = first?.lower === 'the' && second?.kind === 'word' ? byRole(memory, second.lower) : null;
  // "The minister promised …": named by what he is, and it is he who goes on to speak
  if (known !== null) memory.recent.push({ entity: known, claimant: null, weight: 2, unit: index });
  if (memory.recent.length > 400) memory.recent.splice(0, 200);
}

/** Of two who have spoken, the one whom the sentence before is about, rather than who spoke before it. */
const AGAIN = 2.4;

/** "*Moll* sees a problem. He believes …": somebody who has spoken, at the head of a sentence. */
const isAgain = ({ recent }: Memory, items: readonly Item[], at: number): boolean =>
  items[at]?.entity?.type === 'person' &&
  items[at + 1]?.kind === 'word' &&
  recent.some(({ entity, claimant }) => claimant !== null && entity === items[at]?.entity);

/** More than one whom a sentence is about, less than one who speaks. */
const INTRODUCED = 2.7;

/** "courtesy of Ida Moss, a delegate who …": who is named for the first time, and told of, goes on to speak. */
function isIntroduced(items: readonly Item[], at: number): boolean {
  const { entity, start } = items[at] ?? {};
  const tells = isMark(items[at + 1], ',') && /^(?:an?|the|who|\d\d)$/.test(items[at + 2]?.lower ?? '');
  return entity?.type === 'person' && entity.mentions[0]?.start === start && tells;
}

/** "His opposite number, Rui Tavares, was furious": the name behind what the sentence opens with; -1 where none stands there. */
function apposedSubject(items: readonly Item[]): number {
  const comma = items.findIndex((item) => item.kind !== 'word');
  const isOpening = comma > 1 && comma < 6 && /^(?:the|an?|his|her|its|their)$/.test(items[0]?.lower ?? '');
  if (!isOpening || !isMark(items[comma], ',') || speakingNoun(items[comma - 1]?.lower ?? '') === null) return -1;
  // "The Attorney General, Lord Falkirk, has …"
  const titled = behindTitle(items, comma + 1);
  const name = titled < 0 ? comma + 1 : titled;
  return items[name]?.kind === 'name' && isMark(items[name + 1], ',') ? name : -1;
}

export function rememberSpeaker(
  memory: Memory,
  claimant: EngineClaimant,
  entity: NamedEntity | null,
  index: number,
): void {
  memory.recent.push({ entity, claimant, weight: 3, unit: index });
}

/** The claimant a phrase names; null where it is the author ("I", "we") or nobody can be told. */
export function claimantOf(view: TextView, unit: Unit, phrase: Phrase, memory: Memory, index: number): Resolved | null {
  const head = unit.items[phrase.head];
  if (head === undefined || (head.kind === 'word' && /^(?:i|we|you)$/.test(head.lower))) return null;
  if (head.kind === 'name' && head.entity !== null) {
    const pair = pairOf(unit.items.slice(0, phrase.to), phrase.from);
    if (pair !== null) return { claimant: pair, entity: null, sure: 1 };
    const found = named(head.entity, head.start, head.end);
    // "the Guardian", "the Treasury": no person has an article; "the civic group Glas"
    const before = unit.items[phrase.head - 1];
    const article = phrase.head === phrase.from + 1 && unit.items[phrase.from]?.lower === 'the';
    const called = before?.kind === 'word' && speakingNoun(before.lower) === 'body';
    const body = head.entity.type === 'other' && (article || called);
    const paper = head.entity.type !== 'person' && head.entity.type !== 'place' ? withPlace(before, head) : null;
    if (paper !== null)
      return {
        ...found,
        claimant: { ...found.claimant, name: paper, type: 'organization', start: before?.start ?? null },
      };
    return body ? { ...found, claimant: { ...found.claimant, type: 'organization' } } : found;
  }
  if (head.kind === 'word' && /^(?:he|she|they|it|him|her|who)$/.test(head.lower))
    return ofPronoun(view, unit, phrase, head, memory, index);
  return ofNoun(view, unit, phrase, head, memory, index);
}

/** "the Boston Globe", "Leeds Trust": a name that begins with its place, read as two; null where no place stands before it. */
const withPlace = (before: Item | undefined, head: Item): string | null =>
  before?.kind === 'name' && before.entity?.type === 'place' && !before.possessive && before.text === before.entity.name
    ? `${before.text} ${head.text}`
    : null;

function ofPronoun(
  view: TextView,
  unit: Unit,
  phrase: Phrase,
  head: Item,
  memory: Memory,
  index: number,
): Resolved | null {
  const place = { start: head.start, end: head.end };
  const fits = fitting(head.lower);
  const inside = unit.items
    .slice(0, phrase.from)
    .filter((item) => item.kind === 'name' && item.entity !== null && !item.possessive && fits(item.entity, null));
  // "After the murder of Father Hamel, Trump asserted …: “…,” he claimed": who does something comes before who is first named.
  const speaks = (item: Item): boolean => CUE_FORMS.has(unit.items[unit.items.indexOf(item) + 1]?.lower ?? '');
  const own = inside.findLast(speaks) ?? inside[0];
  const found = latest(memory, fits, index);
  // "Lund also offered to pay for the rails, he added": not Lund, who would be "he" from the start
  const isOther =
    found !== null &&
    found.weight >= 3 &&
    found.unit >= index - GOES_BACK &&
    isMark(unit.items[phrase.from - 1], ',') &&
    !unit.items.slice(0, phrase.from).some(({ kind }) => kind === 'quote');
  const leads = own !== undefined && (unit.items.indexOf(own) < 2 || speaks(own));
  if (own?.entity && !isOther && (leads || found === null || found.weight < AGAIN || found.unit < index - 1))
    return { ...named(own.entity, place.start, place.end), sure: 0.8 };
  const many = head.lower === 'they' && !isOther ? manyMeant(view, unit, phrase, memory, index) : null;
  if (many !== null) return { claimant: { ...many.claimant, ...place }, entity: null, sure: 0.7 };
  const isBodyWord = /^(?:it|they)$/.test(head.lower);
  // "Papers show … The agency has … It said": whatever the sentence before is about, rather than a paper
  const about =
    isBodyWord && found?.claimant?.type === 'document' ? bodyMeant(view, unit, phrase, memory, index) : null;
  // "The trust, Eastlea, paid £3m. It has since said": nearer than whoever spoke before
  const nearer =
    isBodyWord && found !== null && found.unit < index - 1 ? subjectMeant(memory, head.lower, index) : null;
  if (nearer !== null) return { claimant: { ...nearer.claimant, ...place }, entity: nearer.entity, sure: 0.7 };
  if (about?.claimant.type === 'organization')
    return { claimant: { ...about.claimant, ...place }, entity: about.entity, sure: 0.7 };
  // "…, the court heard. … by inspectors. They found": not the court
  const isStale =
    head.lower === 'they' &&
    found?.claimant?.type === 'organization' &&
    found.unit < index - 1 &&
    memory.groupUnit === index - 1;
  if (isStale) return { claimant: { name: head.text, type: 'unnamed', ...place, via: null }, entity: null, sure: 0.4 };
  if (found?.claimant) return { claimant: { ...found.claimant, ...place }, entity: found.entity, sure: 0.85 };
  // "The regulator fined Norvik. It found …": what the sentence before is about, rather than what it merely names
  const meant = isBodyWord && found !== null ? subjectMeant(memory, head.lower, index) : null;
  if (meant !== null) return { claimant: { ...meant.claimant, ...place }, entity: meant.entity, sure: 0.7 };
  if (found?.entity) return { ...named(found.entity, place.start, place.end), sure: 0.75 };
  const body = isBodyWord
    ? (bodyMeant(view, unit, phrase, memory, index) ?? subjectMeant(memory, head.lower, index))
    : null;
  if (body !== null) return { claimant: { ...body.claimant, ...place }, entity: body.entity, sure: 0.7 };
  // "Lund and Moss left. They said": both
  if (head.lower === 'they' && memory.pair?.unit === index - 1)
    return { claimant: { ...memory.pair.claimant, ...place }, entity: null, sure: 0.7 };
  return { claimant: { name: head.text, type: 'unnamed', ...place, via: null }, entity: null, sure: 0.4 };
}

/** "The regulator has opened an inquiry, *it* said": the body that the sentence, or the one before, is about. */
function bodyMeant(view: TextView, unit: Unit, phrase: Phrase, memory: Memory, index: number): Resolved | null {
  const main = mainSubject(unit.items, phrase.from);
  const own = main === null ? null : claimantOf(view, unit, main, memory, index);
  const before = memory.subject !== null && memory.subject.unit === index - 1 ? memory.subject : null;
  const found = own ?? before;
  const body =
    found !== null && /^(?:organization|document)$/.test(found.claimant.type) && found.entity?.type !== 'place';
  return body ? found : null;
}

/** "Union officials went to the office, where *they* claimed": the people whom the sentence is about. */
function manyMeant(view: TextView, unit: Unit, phrase: Phrase, memory: Memory, index: number): Resolved | null {
  const main = mainSubject(unit.items, phrase.from);
  const head = main === null ? undefined : unit.items[main.head];
  if (main === null || head?.kind !== 'word' || speakingNoun(head.lower) !== 'group') return null;
  return claimantOf(view, unit, main, memory, index);
}

/** "Researchers used images of 1,630 glaciers. …, *they* found": the people or the body that the sentence before is about. */
function subjectMeant({ subject }: Memory, pronoun: string, index: number): Resolved | null {
  if (subject === null || subject.unit !== index - 1 || subject.entity?.type === 'place') return null;
  const { type, name } = subject.claimant;
  if (type === 'organization' || (type === 'document' && pronoun === 'it')) return subject;
  const many =
    type === 'unnamed' &&
    speakingNoun(
      name
        .toLowerCase()
        .split(/ (?:of|from|at|in|for|with) /)[0]
        ?.split(' ')
        .at(-1) ?? '',
    ) === 'group';
  return many && pronoun === 'they' ? subject : null;
}

type Fits = (entity: NamedEntity | null, claimant: EngineClaimant | null) => boolean;

function fitting(pronoun: string): Fits {
  if (pronoun === 'he' || pronoun === 'him')
    return (entity, claimant) => isPerson(entity, claimant) && entity?.gender !== 'female';
  if (pronoun === 'she' || pronoun === 'her')
    return (entity, claimant) => isPerson(entity, claimant) && entity?.gender !== 'male';
  // several people, or a body; neither one person known by his office nor a paper
  if (pronoun === 'they')
    return (entity, claimant) =>
      claimant !== null &&
      claimant.type !== 'document' &&
      (entity === null ? !isPerson(null, claimant) : entity.type === 'organization');
  if (pronoun === 'it')
    return (entity, claimant) =>
      claimant !== null
        ? claimant.type === 'organization' || claimant.type === 'document'
        : entity?.type === 'organization' || entity?.type === 'place';
  return (entity, claimant) => isPerson(entity, claimant);
}

/** Whether the pronoun may mean whoever speaks: a body or a paper is no "he", and many are no "it". */
export function canBe(pronoun: string, { claimant, entity }: Resolved): boolean {
  const head = headOf(claimant.name);
  const many = claimant.type === 'unnamed' && speakingNoun(head) === 'group';
  if (pronoun === 'they') return many || claimant.type === 'organization' || entity?.type === 'other';
  if (pronoun === 'it')
    return claimant.type === 'organization' || claimant.type === 'document' || entity?.type === 'other';
  const isOne = entity?.type === 'person' || (claimant.type === 'unnamed' && !many) || claimant.type === 'person';
  return isOne && entity?.gender !== (pronoun === 'he' ? 'female' : 'male');
}

function isPerson(entity: NamedEntity | null, claimant: EngineClaimant | null): boolean {
  // "Jess", "Oksana Hruby": of whom the article says no more, but they spoke as somebody does
  if (entity?.type === 'other' && claimant?.type === 'person') return !NO_FIRM.test(entity.name);
  if (entity !== null) return entity.type === 'person';
  return claimant?.type === 'unnamed' && claimant.start !== null && isOnePerson(headOf(claimant.name));
}

/** "spokesman", "forecaster": a noun for one who has spoken. */
const isOnePerson = (noun: string): boolean => PERSON_NOUNS.has(noun) || /[a-z]{3}(?:er|or|ist|ian)$/.test(noun);

/** The best of the last units: nearer units first, and within a unit who spoke before who is merely named. */
function latest(memory: Memory, fits: Fits, index: number): Recent | null {
  let best: Recent | null = null;
  let score = -Infinity;
  for (let at = memory.recent.length - 1; at >= 0; at--) {
    const recent = memory.recent[at];
    if (recent === undefined || index - recent.unit > REACH) break;
    if (!fits(recent.entity, recent.claimant)) continue;
    const value = recent.weight * 1.5 - (index - recent.unit);
    if (value > score) {
      best = recent;
      score = value;
    }
  }
  return best;
}

/** Who speaks where only how many is told. */
const COUNTED = new Set('some several many others most few'.split(' '));

/** "the spokesman" may be somebody named before; else he is nobody we know the name of. */
function ofNoun(
  view: TextView,
  unit: Unit,
  phrase: Phrase,
  head: Item,
  memory: Memory,
  index: number,
): Resolved | null {
  const first = unit.items[phrase.from];
  const last = unit.items[phrase.to - 1];
  if (first === undefined || last === undefined) return null;
  const kind = speakingNoun(head.lower);
  // "the results of the Delta Survey": a paper is called by what it is of
  const owned =
    (kind === 'document' || COUNTED.has(head.lower)) && /^(?:of|from|by)$/.test(unit.items[phrase.to]?.lower ?? '');
  const end = owned ? unit.items[withComplement(unit.items, phrase.to, 1) - 1] : last;
  const place = { start: first.start, end: end?.end ?? last.end };
  const definite = first.lower === 'the' || /^(?:his|her|this|that)$/.test(first.lower);
  // "her friend" is no friend of whoever was told of before
  // nor "the analyst who asked not to be named" one who has been
  const related =
    (/^(?:his|her)$/.test(first.lower) && RELATIONS.has(head.lower)) || unit.items[phrase.to]?.lower === 'who';
  const known =
    definite && !related && kind === 'person' && phrase.to - phrase.from <= 4
      ? byRole(memory, head.lower, toldOf(unit, phrase))
      : null;
  if (known !== null) return { ...named(known, place.start, place.end), sure: 0.7 };
  const aged = definite ? ofAge(unit, phrase, memory, index) : null;
  if (aged !== null) return { ...named(aged, place.start, place.end), sure: 0.7 };
  // "the Norwegian group" is the firm named before; "the appeals court" is another court
  const words = FIRMS.has(head.lower) ? 3 : 2;
  const isBody = definite && kind === 'body' && phrase.to - phrase.from <= words;
  const body = isBody ? (firmBefore(unit, phrase, head.lower) ?? byHead(memory, head.lower)) : null;
  if (body !== null) return { ...named(body, place.start, place.end), sure: 0.7 };
  const told =
    definite && unit.items[phrase.to]?.lower !== 'who' && phrase.to - phrase.from === 2
      ? byDescription(memory, head.lower, index)
      : null;
  if (told !== null) return { claimant: { ...told, ...place }, entity: null, sure: 0.8 };
  if (phrase.to - phrase.from === 1 && /^(?:one|another)$/.test(head.lower))
    return { claimant: { name: NOBODY_NAMED, type: 'unnamed', ...place, via: null }, entity: null, sure: 0.9 };
  const type: ClaimantType = kind === 'document' ? 'document' : kind === 'body' ? 'organization' : 'unnamed';
  if (phrase.to - phrase.from === 1 && COUNTED.has(head.lower) && unit.items[phrase.to]?.lower !== 'of')
    return {
      claimant: { name: head.lower === 'others' ? 'other people' : `${head.lower} people`, type, ...place, via: null },
      entity: null,
      sure: 0.9,
    };
  const name = view.raw
    .slice(place.start, place.end)
    .replace(/^that (?=\p{Ll})/u, '')
    .replace(/^(?:the |an? )?(?:\p{L}+\.?-)?based (?=\p{Ll})/iu, '')
    .replace(/^(?:the|an?|another|some|many|several|those|his|her|its|their|our|my) /i, '')
    // "a spokesman for Mr Lund" is Nils Lund's
    .replace(/ (?:Mr|Mrs|Ms|Miss)\.? (\p{Lu}[\p{L}'’-]+)$/u, (words, family: string) => {
      const whole = unit.items.find(({ text, entity }) => text === family && entity?.type === 'person')?.entity?.name;
      return whole === undefined ? words : ` ${whole}`;
    })
    // "a study of more than 4,000 nurses"
    .replace(/ of (?:more|less|fewer|about|nearly|almost|over|at|up|around)$/, '');
  // "Mr Lund's spokesman" is Nils Lund's
  const holder = unit.items.slice(phrase.from, phrase.head).findLast(({ kind }) => kind === 'name');
  if (holder?.entity?.type === 'person' && holder.possessive && unit.items[phrase.from + 2] !== undefined) {
    const before = view.raw.slice(place.start, holder.start).replace(/^(?:the )?(?:Mr|Mrs|Ms|Miss|Dr)\.? /, '');
    const rest = view.raw.slice(holder.end, place.end);
    return {
      claimant: { name: `${before}${holder.entity.name}${rest}`, type, ...place, via: null },
      entity: null,
      sure: 0.9,
    };
  }
  const owner = ownerOf(unit, phrase, first.lower, memory, index);
  if (owner !== null)
    return {
      claimant: { name: `${owner.name}${owner.name.endsWith('s') ? '’' : '’s'} ${name}`, type, ...place, via: null },
      entity: null,
      sure: 0.9,
    };
  return { claimant: { name, type, ...place, via: null }, entity: null, sure: 0.9 };
}

/** "The firm Norlux will close two mills, *its* chairman said": the only body that the words before name, else the one that the sentence before is about. */
function bodyOwning(unit: Unit, from: number, { subject }: Memory, index: number): NamedEntity | null {
  const bodies = new Set(
    unit.items
      .slice(0, from)
      .flatMap(({ entity, kind }) => (kind === 'name' && entity !== null && entity.type !== 'person' ? [entity] : [])),
  );
  const [only] = bodies;
  if (bodies.size > 0) return bodies.size === 1 && only?.type === 'organization' ? only : null;
  return subject?.unit === index - 1 && subject.entity?.type === 'organization' ? subject.entity : null;
}

/** "her family said": whose, where the sentence before the words names one person alone whom "her" can mean, or names none and another was spoken of of late. */
function ownerOf(unit: Unit, { from, to }: Phrase, pronoun: string, memory: Memory, index: number): NamedEntity | null {
  if (pronoun === 'its' || pronoun === 'their') return bodyOwning(unit, from, memory, index);
  if (pronoun !== 'his' && pronoun !== 'her') return null;
  const fits = fitting(pronoun === 'his' ? 'he' : 'she');
  const people = new Set(
    unit.items
      .slice(0, from)
      .flatMap(({ entity }) => (entity?.type === 'person' && fits(entity, null) ? [entity] : [])),
  );
  const [only] = people;
  if (people.size > 0) return people.size === 1 ? (only ?? null) : null;
  // "her friend said": whose, only the sentence itself can tell
  if (unit.items.slice(from, to).some(({ lower }) => RELATIONS.has(lower))) return null;
  return latest(memory, fits, index)?.entity ?? null;
}
