/** Whom "he" and "she" mean, where the article leaves one answer: the only person named of late, whoever the sentence before is about, or the one who speaks. */
import { findClauses } from '../clauses/clauses.ts';
import { ROLE_NOUNS } from '../lexicon/events.ts';
import { BODY_NOUNS, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { Draft, Mention, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { EngineClaimant, NamedEntity, Span } from '../types.ts';
import { isModifier, isSubjectOf } from './actors.ts';

type Gender = 'male' | 'female';

const SENTENCE_CHARS = 300;

/** The words of a sentence before a name in it, as far back as is looked. */
function sentenceBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - SENTENCE_CHARS), start);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ') + 1) + 1);
}

/** "A spokesman for the company said | NAME": how the sentence of a name opens, where that is with somebody else. */
function openingOf(text: string, start: number): string {
  const words = sentenceBefore(text, start).split(' ');
  return /^(?:An?|The|One)$/.test(words[0] ?? '') && words.length > 5 ? words.slice(0, 4).join(' ') : '';
}

/** "the embattled president": somebody is meant who is not named here, and who may be the one. */
function describesSomebody(words: string): boolean {
  const all = words.toLowerCase().match(/[\p{L}'-]+/gu) ?? [];
  return all.some(
    (word, i) =>
      (ROLE_NOUNS.has(word) || PERSON_NOUNS.has(word)) &&
      (!BODY_NOUNS.has(word) || /^(?:spokesperson|developer)$/.test(word)) &&
      all.slice(Math.max(0, i - 4), i).some((before) => before === 'the' || before === 'a' || before === 'an'),
  );
}

const SUBJECT: Readonly<Record<Gender, RegExp>> = {
  male: /(?:^|, |^(?:And|But|Yet|Then|Now|So|Later|Instead) )["“]?he\b/i,
  female: /(?:^|, |^(?:And|But|Yet|Then|Now|So|Later|Instead) )["“]?she\b/i,
};

/** "He turned down a post in | Ruiz's cabinet": a subject is nobody who is named behind it, so that there are two who can be meant. */
const isBehindPronoun = (text: string, start: number, gender: Gender): boolean =>
  SUBJECT[gender].test(sentenceBefore(text, start));

/** "the Lund administration": a body that nobody calls "he". */
const namesBody = (text: string, span: Span): boolean =>
  isModifier(text, span) && BODY_NOUNS.has(/^\s(\p{Ll}+)/u.exec(text.slice(span.end, span.end + 30))?.[1] ?? '');

/** ", a boy of 14 from Leeds," right behind a name says who that is, and means nobody else. */
const withoutApposition = (words: string): string => words.replace(/^,\s(?:an?|the)\s[^.;:"]*?,(?=\s\p{Ll})/u, '');

/** The one person a pronoun can mean: the only one of that gender (or of none known) named shortly before it, where nobody else is told of between the name and `until`. */
function onlyOne(
  { text, draft }: Around,
  recent: readonly Mention[],
  gender: Gender,
  at: number,
  until: number,
): string | null {
  const people = recent.filter(
    ({ entity, span }) =>
      entity.type === 'person' && span.end <= at && (entity.gender ?? gender) === gender && !namesBody(text, span),
  );
  // "the Lund character", "the Lund campaign": somebody or something else that bears the name
  if (people.some(({ span }) => isModifier(text, span))) return null;
  const names = new Set(people.map(({ entity }) => entity.name));
  const [only] = names;
  const last = people.at(-1)?.span ?? { start: at, end: at };
  const other =
    describesSomebody(withoutApposition(text.slice(last.end, until))) ||
    describesSomebody(openingOf(text, last.start)) ||
    // "He praised Ruiz. “He has been good”": nobody says so of himself
    (draft.attribution?.quoted !== true && isBehindPronoun(text, last.start, gender));
  return names.size === 1 && only !== undefined && !other ? only : null;
}

/** "Donald Trump has said things, and he …": the only person of that gender whom the same words name before, as what they are about. */
function namedBefore({ sentence, draft }: Around, gender: Gender, at: number): string | null {
  const { text, mentions, tokens } = sentence;
  const { attribution } = draft;
  const from = Math.max(sentence.span.start, attribution?.content.start ?? 0);
  const people = mentions.filter(
    ({ entity, span }) =>
      entity.type === 'person' && span.start >= from && span.end <= at && (entity.gender ?? gender) === gender,
  );
  const names = new Set(people.map(({ entity }) => entity.name));
  const [first] = people;
  if (first === undefined || names.size !== 1 || first.entity.gender === null) return null;
  // whoever reports it may mean himself
  const speaker = attribution === null || attribution.quoted ? null : attribution.claimant;
  if (speaker !== null && speaker.type !== 'organization' && speaker.type !== 'document') return null;
  const opens = tokens.find((token) => token.start >= from && token.tag !== 'PUNCT' && token.tag !== 'CCONJ');
  const isSubject = isSubjectOf(sentence, first, from);
  const owns = /^['’]/.test(text.slice(first.span.end, first.span.end + 1));
  const isAbout =
    opens !== undefined &&
    (holds(first.span, opens) || isSubject || isFronted(sentence, first, at) || isAgent(sentence, first, at));
  if (!isAbout) return null;
  const between = text.slice(first.span.end, at);
  const told = isSubject ? between.replace(WHO_IT_IS, '') : between;
  if (owns || isModifier(text, first.span) || describesSomebody(told)) return null;
  return first.entity.name;
}

/** "Ruiz became the first woman to win when": that is herself. */
const WHO_IT_IS =
  /^ (?:is|was|became|becomes|remains|has been|had been) (?:the|an?) [^,;:"]{1,80}?(?= (?:when|after|before|since|until|while|because)\b)/;

/** "The party was founded by Lund after he left": whoever did what was done. */
function isAgent({ text, tokens }: ReadSentence, { span }: Mention, at: number): boolean {
  const isBy = /\bby (?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame) )?$/.test(
    text.slice(Math.max(0, span.start - 9), span.start),
  );
  const opener = tokens.findLast(({ end }) => end <= at);
  return isBy && /^(?:after|before|when|while|because|since|until)$/.test(opener?.lower ?? '');
}

/** "He stayed until 1995, when he left": whoever the sentence is about by the same word, where nobody else is told of in between. */
function again(around: Around, gender: Gender, at: number): string | null {
  const { sentence, draft, people } = around;
  const { text, tokens, mentions } = sentence;
  const { attribution } = draft;
  const word = gender === 'male' ? 'he' : 'she';
  const main = findClauses(tokens).find(({ link }) => link === 'main');
  const first = tokens[main?.subject?.[0] ?? -1];
  if (first?.lower !== word || first.start >= at || attribution?.quoted === true || first.marks.has('quoted'))
    return null;
  const isOther = tokens.some(
    ({ start, lower }, i) =>
      start > first.start &&
      start < at &&
      (lower === 'him' ||
        lower === '"' ||
        (lower === 'her' && !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[i + 1]?.tag ?? ''))),
  );
  const isNamed = mentions.some(
    ({ entity, span }) =>
      entity.type === 'person' && span.start > first.start && span.end <= at && (entity.gender ?? gender) === gender,
  );
  if (isOther || isNamed || describesSomebody(text.slice(first.end, at))) return null;
  // "She says she was small when she came": whoever speaks
  const speaker = attribution?.claimant;
  if (attribution !== null && speaker !== undefined && first.start < attribution.content.start)
    return speaker.start === first.start && people.get(speaker.name)?.gender === gender ? speaker.name : null;
  return meantAt(around, gender, first.start, first.start);
}

/** "While Lund sold his shares, his firm": whoever the clause before the comma is about, in what opens the main one. */
function isFronted({ tokens }: ReadSentence, { span }: Mention, at: number): boolean {
  const clauses = findClauses(tokens);
  const main = clauses.find(({ link }) => link === 'main');
  const front = clauses.find(({ link, opener }) => link === 'adverbial' && opener === 0);
  if (main?.subject == null || front?.subject == null || tokens[main.subject[0]]?.start !== at) return false;
  const [from, to] = front.subject;
  return (
    tokens[main.subject[0] - 1]?.text === ',' && tokens[from]?.start === span.start && tokens[to - 1]?.end === span.end
  );
}

/** "He said Lund could lose not only because he lied *but also because he* cheated": whoever it is said of, who is told of by the same word in both reasons. */
function givenReasons({ sentence: { tokens, mentions }, draft }: Around, gender: Gender, at: number): string | null {
  const { attribution } = draft;
  const pronoun = tokens.findIndex(({ start }) => start === at);
  const words = tokens.slice(Math.max(0, pronoun - 3), pronoun).map(({ lower }) => lower);
  if (attribution === null || attribution.quoted || words.join(' ') !== 'but also because') return null;
  const from = attribution.content.start;
  const before = findClauses(tokens).filter(
    ({ subject }) => subject !== null && subject[0] < pronoun && (tokens[subject[0]]?.start ?? 0) >= from,
  );
  const [host, reason, ...more] = before.map(({ subject }) => tokens.slice(...(subject ?? [0, 0])));
  const isAgain = reason?.length === 1 && reason[0]?.lower === tokens[pronoun]?.lower;
  if (host === undefined || !isAgain || more.length > 0) return null;
  const meant = mentions.find(
    ({ entity, span }) => entity.type === 'person' && span.start === host[0]?.start && span.end === host.at(-1)?.end,
  );
  return meant?.entity.gender === gender ? meant.entity.name : null;
}

/** "Lund, who had backed *Ruiz* in May, said that he": somebody named in what tells who the speaker is. */
function isInAside({ text }: ReadSentence, claimant: EngineClaimant | undefined, span: Span): boolean {
  const from = claimant?.end ?? null;
  if (from === null || span.start < from || !/^, (?:who|whose)\b/.test(text.slice(from, from + 8))) return false;
  const close = text.indexOf(',', span.end);
  return (
    close > 0 && !/[,;:"]/.test(text.slice(from + 1, span.start)) && /^[^.;:"]{0,60}$/.test(text.slice(span.end, close))
  );
}

/** "… : Lund had been paid, *and he* gave talks": whoever the clause that it is joined to is about, where nobody else is told of in it. */
function joined(around: Around, gender: Gender, at: number): string | null {
  const { sentence, draft } = around;
  const { text, tokens, mentions } = sentence;
  const clauses = findClauses(tokens);
  const own = clauses.findIndex(
    ({ link, subject }) => link === 'coordinate' && tokens[subject?.[0] ?? -1]?.start === at,
  );
  const host = clauses.slice(0, Math.max(own, 0)).findLast(({ link }) => link === 'main' || link === 'coordinate');
  if (host?.subject == null || draft.attribution !== null) return null;
  const [first, last] = [tokens[host.subject[0]], tokens[host.subject[1] - 1]];
  if (first === undefined || last === undefined) return null;
  const isNamed = mentions.some(
    ({ entity, span }) =>
      entity.type === 'person' && span.start >= last.end && span.end <= at && (entity.gender ?? gender) === gender,
  );
  if (isNamed) return null;
  // "He is a loyal voter, and he has paid": who he is tells of nobody else
  const isAgain = first === last && first.lower === tokens[clauses[own]?.subject?.[0] ?? -1]?.lower;
  if (isAgain) return /^s?he$/.test(first.lower) ? referentOf(around, gender, first.start) : null;
  // "the director, Ola Lund, resigned"
  const end = last.text === ',' ? (tokens[host.subject[1] - 2]?.end ?? last.end) : last.end;
  const people = mentions.filter(
    ({ entity, span }) => entity.type === 'person' && span.start >= first.start && span.end <= end,
  );
  const meant = people.length === 1 && people[0]?.span.end === end ? people[0].entity : undefined;
  const isHis = meant?.gender === gender && !describesSomebody(text.slice(last.end, at));
  return isHis ? meant.name : null;
}

/** "When he resigned, Lund sold": whoever the main clause is about, where the sentence before is about him too. */
function ahead({ sentence: { tokens, mentions }, actor }: Around, gender: Gender, at: number): string | null {
  const clauses = findClauses(tokens);
  const front = clauses.find(({ link, opener }) => link === 'adverbial' && opener === 0);
  const main = clauses.find(({ link }) => link === 'main');
  if (actor?.gender !== gender || main?.subject == null || tokens[front?.subject?.[0] ?? -1]?.start !== at) return null;
  const [from, to] = main.subject;
  const isActor = mentions.some(
    ({ entity, span }) =>
      entity.name === actor.name && span.start === tokens[from]?.start && span.end === tokens[to - 1]?.end,
  );
  return isActor && tokens[from - 1]?.text === ',' ? actor.name : null;
}

/** "She studied", "Born in 1932 to a miner, she studied": the sentence's subject, before whom nobody else who could be meant is named or told of. */
function opensWith({ text, span, tokens, mentions }: ReadSentence, gender: Gender, at: number): boolean {
  const [first] = tokens;
  if (first === undefined || first.start === at) return first !== undefined;
  const main = findClauses(tokens).find(({ link }) => link === 'main');
  if (main === undefined || tokens[main.verb.from - 1]?.start !== at) return false;
  const isNamed = mentions.some(
    (one) => one.entity.type === 'person' && one.span.end <= at && (one.entity.gender ?? gender) === gender,
  );
  // "Born in Leeds, the daughter of a miner, she": what was done to her, and who she is
  const isFronted = /^(?:born|raised|educated|orphaned|widowed|brought)$/.test(first.lower);
  return !isNamed && (isFronted || !describesSomebody(text.slice(span.start, at)));
}

const AGED = /\bthe \d{1,3}-year-old\b/i;

/** The words between the last time that somebody is named before a place and that place. */
const sinceNamed = (text: string, recent: readonly Mention[], name: string, at: number): string =>
  text.slice(recent.findLast(({ entity, span }) => entity.name === name && span.end <= at)?.span.end ?? at, at);

export type Around = {
  readonly text: string;
  readonly sentence: ReadSentence;
  readonly draft: Draft;
  /** The mentions of this sentence and the last few. */
  readonly recent: readonly Mention[];
  /** Whom the sentence before is about. */
  readonly actor: NamedEntity | null;
  readonly people: ReadonlyMap<string, NamedEntity>;
};

/** What is said in plain words is mostly of oneself: "Klein said she would go". */
const PLAINLY =
  /^(?:say|says|said|tell|tells|told|add|adds|added|announce[sd]?|wrote|writes|tweeted|admit|admits|admitted|confirm(?:s|ed)|explain(?:s|ed)|promise[sd]|vow(?:s|ed)|insist(?:s|ed)|deny|denies|denied|believe[sd]|hope[sd]|thinks|thought|feels|felt)$/i;

/** "Boyd's lawyer, Dana Klein, suggested she had been paid": whoever was spoken of before may be meant, and not the speaker. */
function mayMeanOther({ text, draft: { attribution }, actor }: Around, gender: Gender): boolean {
  const { cue, claimant } = attribution ?? {};
  if (cue == null || actor === null || PLAINLY.test(text.slice(cue.start, cue.end))) return false;
  return actor.name !== claimant?.name && (actor.gender ?? gender) === gender;
}

/** "Asked whether she would stand, Hartley said": whoever the clause behind the comma is about; undefined where no clause is fronted, null where nobody can be told. */
function fronted({ sentence, people }: Around, gender: Gender, at: number): string | null | undefined {
  const { tokens, mentions } = sentence;
  if (!FRONTS.test(tokens[0]?.lower ?? '') || tokens[0]?.marks.has('quoted')) return undefined;
  const comma = tokens.findIndex(({ text, start }) => text === ',' && start > at);
  const next = mentions.find(({ span }) => span.start === tokens[comma + 1]?.start);
  if (comma < 0 || next === undefined || next.entity.type !== 'person') return undefined;
  const meant = people.get(next.entity.name);
  return (meant?.gender ?? gender) === gender ? next.entity.name : null;
}

const FRONTS = /^(?:asked|questioned|pressed|challenged)$/;

/** By name whom a pronoun of that gender means at this place of the text; null where nobody can be sure. Whoever is told of behind `until` is not meant: "the *driver* saw him". */
export function referentOf(around: Around, gender: Gender, at: number, until = at): string | null {
  const name = meantAt(around, gender, at, until);
  return name === null || isNamedBehind(around, name, at) ? null : name;
}

/** "He still trusted Ruiz": a subject is nobody who is named behind it in the same claim. */
function isNamedBehind({ text, sentence: { mentions }, draft }: Around, name: string, at: number): boolean {
  if (!/^s?he\b/i.test(text.slice(at, at + 4))) return false;
  return mentions.some(({ entity, span }) => entity.name === name && span.start > at && holds(draft, span));
}

function meantAt(around: Around, gender: Gender, at: number, until: number): string | null {
  const { text, sentence, draft, recent, actor, people } = around;
  const { attribution } = draft;
  const asked = fronted(around, gender, at);
  if (asked !== undefined) return asked;
  const inside = attribution !== null && at >= attribution.content.start;
  // nobody says "she" of herself
  if (inside && attribution.quoted) {
    const speaker = attribution.claimant.name;
    const others = recent.filter(({ entity }) => entity.name !== speaker);
    const meant = onlyOne(around, others, gender, at, until) ?? namedBefore(around, gender, at);
    return meant === speaker ? null : meant;
  }
  const only = onlyOne(around, recent, gender, at, until);
  // "… said Ruiz. *The 87-year-old* was found dead": of him the sentence before has told
  if (only !== null && actor !== null && actor.name !== only && AGED.test(sinceNamed(text, recent, only, at)))
    return actor.gender === gender && opensWith(sentence, gender, at) ? actor.name : null;
  // "… she conceded. Boyd's lawyer, Dana Klein, suggested she had been paid": whoever was spoken of before may be meant
  const isOther = mayMeanOther(around, gender) && only === attribution?.claimant.name;
  const name = isOther ? null : only;
  if (name !== null) return name;
  const before =
    namedBefore(around, gender, at) ??
    givenReasons(around, gender, at) ??
    joined(around, gender, at) ??
    ahead(around, gender, at);
  if (before !== null) return before;
  if (actor?.gender === gender && opensWith(sentence, gender, at)) return actor.name;
  // "Clinton said she was grateful": of whom nobody else is named between
  const { claimant, content } = attribution ?? {};
  const said = inside && claimant?.type === 'person' && content?.start === at && claimant.start !== null;
  const speaker = said ? people.get(claimant.name) : undefined;
  const others = sentence.mentions.some(
    ({ entity, span }) =>
      span.end <= at &&
      entity.type === 'person' &&
      entity.name !== speaker?.name &&
      (entity.gender ?? gender) === gender &&
      !isInAside(sentence, claimant, span),
  );
  if (speaker?.gender === gender && !others && !mayMeanOther(around, gender)) return speaker.name;
  return again(around, gender, at);
}
