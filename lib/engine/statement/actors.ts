/** Whom a sentence is about or quotes: whoever opens it, speaks in it, or was told of before and goes on. */
import { type Clause, findClauses } from '../clauses/clauses.ts';
import { verbGroups } from '../clauses/verbs.ts';
import { DOCUMENT_NOUNS, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { Mention, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { EngineClaimant, NamedEntity, Span } from '../types.ts';
import { type Described, describedSubject } from './described.ts';

/** "the Lund campaign": somebody or something else that bears the name. */
export const isModifier = (text: string, { start, end }: Span): boolean =>
  /\b(?:the|an?)\s$/i.test(text.slice(Math.max(0, start - 5), start)) && /^\s\p{Ll}/u.test(text.slice(end, end + 2));

/** The person whose name is the subject of the main clause. */
function mainSubject(sentence: ReadSentence): NamedEntity | null {
  const found = sentence.mentions.find(
    (one) => one.entity.type === 'person' && isSubjectOf(sentence, one, sentence.span.start),
  );
  return found?.entity ?? null;
}

/** "Last week, the director, Ola Lund, called": whoever the main clause is about, named alone and without a "'s". */
export function isSubjectOf({ tokens }: ReadSentence, { span }: Mention, from: number): boolean {
  const main = findClauses(tokens).find(({ link }) => link === 'main');
  if (main === undefined || main.subject === null) return false;
  const [first, last] = [tokens[main.subject[0]], tokens[main.subject[1] - 1]];
  if (first === undefined || last === undefined || first.start < from) return false;
  return first.start >= span.start && last.end <= span.end;
}

/** Whose words fill a sentence that does not say so itself. */
function speakerThroughout(
  { attributions, span }: ReadSentence,
  people: ReadonlyMap<string, NamedEntity>,
): NamedEntity | null {
  const [first, ...others] = attributions;
  if (first === undefined || !first.quoted || others.some(({ claimant }) => claimant.name !== first.claimant.name))
    return null;
  const fills = first.content.start <= span.start + 1 && first.content.end >= span.end - 2;
  return fills ? (people.get(first.claimant.name) ?? null) : null;
}

/** Whoever a sentence is about or quotes; null where that is nobody, or not one person. */
export function actorOf(
  sentence: ReadSentence,
  people: ReadonlyMap<string, NamedEntity>,
  before: NamedEntity | null,
  described: Described,
): NamedEntity | null {
  const { attributions, tokens, mentions, span, role } = sentence;
  if (role === 'headline') return null;
  const [first] = tokens;
  const clauses = findClauses(tokens).filter(({ link }) => link === 'main' || link === 'coordinate');
  const about = tokens[(clauses[0]?.verb.from ?? 0) - 1];
  const again = [first, about]
    .map((token) => (token?.marks.has('quoted') === false ? token.lower : ''))
    .find((word) => /^(?:he|she)$/.test(word));
  if (again !== undefined) return before !== null && isOf(before, again) ? before : null;
  if (before !== null && isOfHis(sentence, before)) return before;
  const speakers = new Set(
    attributions
      // "according to a tally": what nobody calls "he" leaves whoever the sentence is about
      .filter(
        ({ cue, claimant }) =>
          cue !== null &&
          claimant.start !== null &&
          holds(span, cue) &&
          !isPaper(claimant) &&
          claimant.type !== 'organization',
      )
      .map(({ claimant }) => claimant.name),
  );
  const [speaker] = speakers;
  if (speakers.size === 1) return people.get(speaker ?? '') ?? null;
  if (speakers.size > 1) return null;
  const through = speakerThroughout(sentence, people);
  if (through !== null) return through;
  const verb = verbGroups(tokens).find(({ finite }) => finite === 'yes') ?? clauses[0]?.verb;
  const ahead = tokens[verb?.from ?? 0]?.start ?? span.start;
  const named = mentions.filter(({ entity, span: spot }) => entity.type === 'person' && spot.end <= ahead);
  const [only] = named;
  const owns = only !== undefined && /^['’]/.test(sentence.text.slice(only.span.end, only.span.end + 1));
  const bears = only !== undefined && isModifier(sentence.text, only.span);
  // "The coach of Peter Lund"
  const [from = 0, to = 0] = clauses[0]?.subject ?? [];
  const hangs = tokens
    .slice(from + 1, to)
    .some(({ start }, i) => start === only?.span.start && tokens[from + i]?.tag === 'ADP');
  const opens = opener(sentence, ahead);
  if (opens !== null) {
    const others = clauses.filter(({ subject }) => subject?.[0] !== 0);
    return others.some((clause) => isAboutOther(sentence, clause, opens)) ? null : opens;
  }
  const told = describedSubject(sentence, ahead, described);
  // "Ruiz took over. The mayor is 44": an office that another may hold by now
  const holder = before === null || before === told || before.gender !== told?.gender ? told : null;
  const main = mainSubject(sentence) ?? holder;
  // "Following a meeting with Ruiz, Lund met ministers": whoever the main clause is about, whomever the phrase before it names
  const meant = main ?? (named.length === 1 && !owns && !bears && !hangs ? only?.entity : undefined) ?? null;
  if (meant === null) return before !== null && isOnAbout(sentence, before) ? before : null;
  return clauses.some((clause) => isAboutOther(sentence, clause, meant)) ? null : meant;
}

/** "It has been a long way for Lund": it goes on about him, where it names him and nobody else. */
function isOnAbout({ tokens, mentions, text }: ReadSentence, before: NamedEntity): boolean {
  const people = mentions.filter(({ entity }) => entity.type === 'person');
  const isOther = tokens.some(({ tag, lower }) => tag === 'NOUN' && PERSON_NOUNS.has(lower));
  return (
    people.length > 0 && !isOther && people.every(({ entity, span }) => entity === before && !isModifier(text, span))
  );
}

/** A tally, a report: what nobody calls "he". */
export const isPaper = ({ type, name }: EngineClaimant): boolean => {
  const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
  return type === 'document' || (type === 'unnamed' && DOCUMENT_NOUNS.has(last));
};

/** "Jay Lund, a former secretary of Ola Ruiz, is": whoever opens the sentence, where the others tell who that is. */
function opener({ text, tokens, mentions }: ReadSentence, ahead: number): NamedEntity | null {
  const [first, ...others] = mentions.filter(({ entity, span }) => entity.type === 'person' && span.end <= ahead);
  if (first === undefined || others.length === 0 || first.span.start > (tokens[0]?.start ?? -1)) return null;
  const apposed = /^, (?:an?|the|who|whose)\b[^;:"]*, ?$/.exec(text.slice(first.span.end, ahead));
  return apposed === null ? null : first.entity;
}

/** "Orr equalised, and *Lund* made it 2-1": a clause with somebody else for its subject. */
function isAboutOther({ tokens, mentions }: ReadSentence, { subject }: Clause, entity: NamedEntity): boolean {
  if (subject === null) return false;
  const words = tokens.slice(...subject);
  // "but his talks with Lund failed": still about him
  const of = words.findIndex(({ tag }) => tag === 'ADP');
  const head = words.slice(0, of < 0 || !/^(?:his|her)$/.test(words[0]?.lower ?? '') ? words.length : of);
  return mentions.some(
    (one) =>
      one.entity.type === 'person' && one.entity.name !== entity.name && head.some((token) => holds(one.span, token)),
  );
}

/** "Her discovery was dismissed at first": still about her, where nobody else is told of. */
function isOfHis({ tokens, mentions }: ReadSentence, before: NamedEntity): boolean {
  const [first] = tokens;
  if (first === undefined || first.marks.has('quoted') || !/^(?:his|her)$/.test(first.lower)) return false;
  const isOther =
    tokens.some(({ tag, lower }) => tag === 'NOUN' && PERSON_NOUNS.has(lower)) ||
    mentions.some(({ entity }) => entity.type === 'person' && entity.name !== before.name);
  return !isOther && before.gender === (first.lower === 'his' ? 'male' : 'female');
}

const isOf = ({ gender }: NamedEntity, pronoun: string): boolean => gender === (pronoun === 'he' ? 'male' : 'female');
