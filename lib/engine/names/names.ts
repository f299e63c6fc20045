import { CUE_FORMS } from '../lexicon/cues.ts';
import { FIRST_NAMES } from '../lexicon/first-names.ts';
import { BODY_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { SentenceSpan } from '../sentence/split.ts';
import type { TextView } from '../text/text.ts';
import type { Block, BlockRole, EntityType, NamedEntity, Span } from '../types.ts';
import { type Chunk, chunksOf, joinedTo, placedBodies } from './chunks.ts';
import { runsOf, wordsOf } from './runs.ts';
import { isTitledLater, shortNames, titledNames } from './short.ts';

const SUFFIXES = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'kc',
  'qc',
  'sc',
  'mp',
  'msp',
  'ms',
  'mep',
  'td',
  'obe',
  'cbe',
  'mbe',
  'md',
  'phd',
]);
const WITHOUT_NAMES: ReadonlySet<BlockRole> = new Set(['boilerplate', 'byline', 'note']);

type Draft = {
  name: string;
  type: EntityType;
  gender: 'male' | 'female' | null;
  role: string | null;
  mentions: Span[];
};

/** The drafts so far: by their names in lower case, in the order in which they were found, and by what stands before "of" in their names. */
type Drafts = {
  readonly byName: Map<string, Draft>;
  readonly order: Draft[];
  readonly before: Map<string, Draft[]>;
};

/** Changes `drafts`. */
function keep({ byName, order, before }: Drafts, draft: Draft): void {
  byName.set(draft.name.toLowerCase(), draft);
  order.push(draft);
  const [head, rest] = draft.name.split(' of ', 2);
  if (head === undefined || rest === undefined) return;
  const others = before.get(head);
  if (others === undefined) before.set(head, [draft]);
  else others.push(draft);
}

/**
 * People, bodies and places of the document, each with everywhere it is named: "Mr. Niu" and "Niu Jun" are one. Names are
 * runs of capitalised words, told apart by titles, the gazetteers and what stands beside them. Ordered by first mention.
 */
export function findNames(view: TextView, sentences: readonly SentenceSpan[], blocks: readonly Block[]): NamedEntity[] {
  const told = sentences.filter((sentence) => !WITHOUT_NAMES.has(blocks[sentence.block]?.role ?? 'boilerplate'));
  const small = new Set<string>();
  const parts = told.flatMap((sentence, i) => {
    const start = Math.max(sentence.start, blocks[sentence.block]?.start ?? 0);
    const words = wordsOf(view.folded, { start, end: sentence.end });
    for (const word of words) if (!word.capital) small.add(word.lower);
    return runsOf(words, i).flatMap(chunksOf);
  });
  const chunks = joinedTo(placedBodies(parts), parts);
  const sure = new Set(
    // of "Donald Trump spoke" the second word has its capital for itself
    chunks.flatMap(({ run, words }) =>
      (run.opensSentence && run.words[0] === words[0] ? words.slice(1) : words).map((word) => word.text),
    ),
  );
  const people = new Map<string, Draft>();
  const drafts: Drafts = { byName: new Map(), order: [], before: new Map() };
  const speakers = new Set<Draft>();
  const places = new Set<Draft>();
  const halves = new Map([...halfNames(chunks), ...shortNames(chunks)]);
  const initials = new Map<string, Draft>();
  // "“…,” Obama stated": a name wherever else it opens a sentence
  for (const chunk of chunks.filter((one) => one.words.length === 1 && isName(one, small, sure))) sure.add(chunk.text);
  const found = chunks
    .filter((chunk) => isName(chunk, small, sure))
    .map((chunk) => ({ ...chunk, canonical: halves.get(chunk.text) ?? chunk.canonical }));
  const titled = titledNames(found);
  for (const chunk of found)
    if (isFullName(chunk, view) || isTitledLater(chunk, titled)) addPerson(chunk, people, drafts);
  for (const chunk of found) {
    const draft =
      initials.get(chunk.text) ??
      resolve(chunk, people, drafts.byName, view) ??
      bodyCalled(chunk, drafts) ??
      add(chunk, drafts, view);
    draft.mentions.push({ start: chunk.start, end: chunk.end });
    const short = initialsOf(chunk, draft, view);
    if (short !== null) initials.set(short, draft);
    draft.gender ??= chunk.gender;
    if (chunk.type === 'person' && draft.type === 'other') draft.type = 'person';
    // "Salus, which …", "Salus, the private group": no person
    else if (draft.type === 'other' && isThing(chunk, view)) draft.type = 'organization';
    else if (draft.type === 'other' && speaks(chunk)) speakers.add(draft);
    else if (
      draft.type === 'other' &&
      /^(?:in|near|outside|around|throughout|across)$/.test(chunk.run.before) &&
      chunk.words.length <= 2
    )
      places.add(draft);
    draft.role ??= draft.type === 'person' ? roleOf(chunk, view) : null;
    if (draft.role !== null) draft.gender ??= genderOfRole(draft.role);
    if (draft.type === 'person') draft.gender ??= genderOfKin(chunk, view);
  }
  for (const draft of places) if (!speakers.has(draft) && draft.type === 'other') draft.type = 'place';
  for (const draft of speakers) {
    draft.gender ??= genderByPronoun(draft, view);
    if (draft.type === 'other') draft.type = draft.gender === null ? 'organization' : 'person';
  }
  for (const draft of drafts.order) draft.gender ??= draft.type === 'person' ? genderByPronoun(draft, view) : null;
  return drafts.order
    .filter((draft) => draft.mentions.length > 0)
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** "World Health Organisation (WHO)": the letters a body is called by from here on; null where none stand behind its name. */
function initialsOf({ end, words }: Chunk, { type, name }: Draft, view: TextView): string | null {
  if (type === 'person' || words.length < 2) return null;
  const letters = /^ \((\p{Lu}{2,6})\)/u.exec(view.folded.slice(end, end + 10))?.[1] ?? null;
  return letters !== null && name.replace(/^the /i, '').startsWith(letters.slice(0, 1)) ? letters : null;
}

/** "the Church" is the Church of Scientology, where no other name begins with the word. */
function bodyCalled({ words, run }: Chunk, { before }: Drafts): Draft | null {
  const [only] = words;
  if (only === undefined || words.length > 1 || run.before !== 'the' || !BODY_NOUNS.has(only.lower)) return null;
  let named: Draft | null = null;
  for (const draft of before.get(only.text) ?? []) {
    if (draft.mentions.length === 0) continue;
    if (named !== null) return null;
    named = draft;
  }
  return named;
}

/** Whether the words right behind a name say that it is nobody's: "which", or what a body is called. */
function isThing({ end }: Chunk, view: TextView): boolean {
  const after = view.folded.slice(end, end + 60);
  if (after.startsWith(', which ')) return true;
  const words = /^, (?:the|an?) ([\p{Ll} -]+)/u.exec(after)?.[1] ?? '';
  return words.split(' ').some((word) => BODY_NOUNS.has(word));
}

/** "the North" is North Korea where the document has a North Korea and no other north. */
function halfNames(chunks: readonly Chunk[]): ReadonlyMap<string, string> {
  const halves = new Map<string, string>();
  for (const half of ['North', 'South', 'East', 'West']) {
    const wholes = new Set(
      chunks
        .filter((chunk) => chunk.type === 'place' && chunk.canonical.startsWith(`${half} `))
        .map((chunk) => chunk.canonical),
    );
    const [only] = wholes;
    if (wholes.size === 1 && only !== undefined) halves.set(half, only);
  }
  return halves;
}

/** A lone word that opens a sentence must be known, or stand with a capital elsewhere. */
function isName(chunk: Chunk, small: ReadonlySet<string>, sure: ReadonlySet<string>): boolean {
  const first = chunk.words[0];
  if (first === undefined || !/\p{L}{2}|\p{L}\./u.test(chunk.text)) return false;
  // "U.S. Officials", "Analysts": nobody is called that, however it is printed
  if (chunk.words.length === 1 && GROUP_NOUNS.has(first.lower) && !PARTIES.test(first.lower)) return false;
  if (!chunk.run.opensSentence || chunk.words.length > 1 || chunk.title.length > 0 || chunk.run.words[0] !== first)
    return true;
  if (chunk.type !== null) return true;
  if (sure.has(first.text)) return !(small.has(first.lower) && commonSpeaker(first.lower));
  if (small.has(first.lower) || CUE_FORMS.has(first.lower) || commonSpeaker(first.lower)) return false;
  // "Recent reports have …": what stands behind it may be a noun
  const speaks = CUE_FORMS.has(chunk.run.after) && !(QUALIFIES.has(first.lower) && DOCUMENT_NOUNS.has(chunk.run.after));
  return first.possessive || FIRST_NAMES.has(first.lower) || speaks;
}

/** Nouns for many that are written as the name of a party or a people. */
const PARTIES =
  /^(?:democrats|republicans|conservatives|liberals|tories|americans|britons|germans|council|senators|representatives|groups|unions)$/;

const QUALIFIES: ReadonlySet<string> = new Set(
  'recent new early earlier initial local previous other several public official internal latest medical leaked scientific media news independent academic further similar'.split(
    ' ',
  ),
);

function isFullName(chunk: Chunk, view: TextView): boolean {
  if (chunk.words.length < 2 || chunk.words.length > 5) return false;
  if (chunk.type !== null) return chunk.type === 'person';
  if (PERSON_NOUNS.has(chunk.run.before)) return true;
  const before =
    /(?<![\p{L}-])([\p{L}-]{1,24}), $/u.exec(view.folded.slice(Math.max(0, chunk.start - 24), chunk.start))?.[1] ?? '';
  if (chunk.run.words[0] === chunk.words[0] && namesPerson(before) && /[,.;]/.test(view.folded[chunk.end] ?? '.'))
    return true;
  // "Aurel Perik, President of the chamber,"
  const office = /^, (\p{Lu}\p{Ll}+) of /u.exec(view.folded.slice(chunk.end, chunk.end + 24))?.[1] ?? '';
  if (namesPerson(office)) return true;
  // "Aurel Perik, the port's director," without the article: "Aurel Perik, Norway's ports minister,"
  const owned = /^, \p{Lu}[\p{L}.&-]{1,30}(?:'s|s') ([\p{Ll} -]{3,60}),/u.exec(
    view.folded.slice(chunk.end, chunk.end + 100),
  )?.[1];
  if (owned !== undefined && namesPerson(owned.split(' ').at(-1) ?? '')) return true;
  if (/^, (?:an? |the |who\b|\d{1,3},|aged? )/.test(view.folded.slice(chunk.end, chunk.end + 8))) return true;
  // "the Growers Daily said": nobody has an article
  if (chunk.run.before === 'the' && chunk.run.words[0] === chunk.words[0]) return false;
  // "the office in Nord Halden said": where it is
  if (/^(?:in|near|outside|around|throughout|across)$/.test(chunk.run.before)) return false;
  const { words, before: verb, after } = chunk.run;
  return (
    (words.at(-1) === chunk.words.at(-1) && CUE_FORMS.get(after)?.cueClass === 'say') ||
    (words[0] === chunk.words[0] && CUE_FORMS.get(verb)?.cueClass === 'say')
  );
}

/** "Economists warn": a capital only because the sentence begins there. */
function commonSpeaker(lower: string): boolean {
  return (
    GROUP_NOUNS.has(lower) ||
    namesPerson(lower) ||
    DOCUMENT_NOUNS.has(lower) ||
    BODY_NOUNS.has(lower) ||
    /(?:ists|ians|ers|ors)$/.test(lower)
  );
}

/** A saying verb stands right beside the name. */
function speaks(chunk: Chunk): boolean {
  const verbs = [CUE_FORMS.get(chunk.run.after), CUE_FORMS.get(chunk.run.before)];
  // "the Gazette spoke with a sailor" tells nothing of what it is
  return verbs.some(
    (cue) =>
      cue?.cueClass === 'say' &&
      cue.lemma !== 'speak' &&
      cue.lemma !== 'talk' &&
      (cue.form === 'past' || cue.form === 's'),
  );
}

function addPerson(chunk: Chunk, people: Map<string, Draft>, drafts: Drafts): void {
  if (drafts.byName.has(chunk.text.toLowerCase())) return;
  const draft: Draft = { name: chunk.text, type: 'person', gender: chunk.gender, role: null, mentions: [] };
  keep(drafts, draft);
  const family = familyName(chunk);
  for (const alias of [family, chunk.words[0]?.lower ?? '']) if (!people.has(alias)) people.set(alias, draft);
}

/** The last word of a name that is no suffix or honour. */
function familyName(chunk: Chunk): string {
  const words = chunk.words.map((word) => word.lower.replace(/\.$/, ''));
  return words.filter((word) => !SUFFIXES.has(word)).at(-1) ?? words.at(-1) ?? '';
}

/** The draft a chunk is another name of, if any. */
function resolve(
  chunk: Chunk,
  people: ReadonlyMap<string, Draft>,
  drafts: ReadonlyMap<string, Draft>,
  view: TextView,
): Draft | null {
  const called = familyOf(chunk, people);
  if (called !== null) return called;
  // "KOS: We had 12,000 cars": a speaker's label
  const label =
    chunk.words.length === 1 && /^\p{Lu}{3,}$/u.test(chunk.text) ? people.get(chunk.text.toLowerCase()) : undefined;
  if (label?.name.toLowerCase().endsWith(` ${chunk.text.toLowerCase()}`)) return label;
  const exact = drafts.get(chunk.canonical.toLowerCase());
  if (exact !== undefined) return exact;
  if (chunk.type === 'place' || chunk.type === 'organization') return null;
  const last = familyName(chunk);
  const named = people.get(last);
  if (named === undefined) return null;
  if (chunk.words.length === 1) {
    const clash =
      chunk.gender !== null && named.gender !== null && chunk.gender !== named.gender && chunk.title.length > 0;
    return clash ? null : named;
  }
  const short = chunk.words[0]?.lower ?? '';
  return isFullName(chunk, view) && !named.name.toLowerCase().startsWith(short.slice(0, 2))
    ? null
    : named.name.toLowerCase().endsWith(last)
      ? named
      : null;
}

/** "Paris claims she was sent there", of Valeska Paris: a family name that is a place's too, and no place where it stands. */
function familyOf({ words, type, text, run }: Chunk, people: ReadonlyMap<string, Draft>): Draft | null {
  const named = people.get(text.toLowerCase());
  if (type !== 'place' || words.length > 1 || named === undefined || !named.name.endsWith(` ${text}`)) return null;
  const speaks = run.words.length === 1 && !run.words[0]?.possessive && CUE_FORMS.has(run.after);
  const isSubject =
    run.words.length === 1 && /^(?:was|is|has|had|left|joined|won|lost|did|does|will|would)$/.test(run.after);
  const isPlaced = /^(?:in|at|to|from|near|of|across|outside|around|for|into|the)$/.test(run.before);
  return (speaks || isSubject) && !isPlaced ? named : null;
}

function add(chunk: Chunk, drafts: Drafts, view: TextView): Draft {
  const type =
    chunk.type ??
    (isFullName(chunk, view) || (chunk.words.length === 1 && FIRST_NAMES.has(chunk.words[0]?.lower ?? ''))
      ? 'person'
      : 'other');
  const draft: Draft = { name: chunk.canonical, type, gender: chunk.gender, role: null, mentions: [] };
  keep(drafts, draft);
  return draft;
}

/** "the environment minister, NAME". */
const BEFORE_NAME = /(?:\b(?:the|an?|its|his|her|their)|'s) ((?:[\p{Ll}-]+ ){0,4}[\p{Ll}-]+), $/u;

/** Words that rank whoever they stand before: "chief economist". */
const RANKS =
  /^(?:chief|senior|vice|deputy|former|acting|assistant|executive|managing|general|financial|currency|market|industry|political)$/;

/** "the bank's chief economist NAME", "Ferrum analyst NAME"; empty where no word for a person stands there. */
function nounBefore(chunk: Chunk, view: TextView): string {
  const before = view.folded.slice(Math.max(0, chunk.start - 60), chunk.start);
  const words = before.trimEnd().split(' ');
  const noun = words.at(-1) ?? '';
  if (!before.endsWith(' ') || !/^\p{Ll}[\p{Ll}-]*$/u.test(noun) || !namesPerson(noun)) return '';
  const ranked = words.findLastIndex((word, i) => i < words.length - 1 && !RANKS.test(word));
  return words.slice(ranked + 1).join(' ');
}

/** "NAME, a professor at Peking University," or the office before the name. */
function roleOf(chunk: Chunk, view: TextView): string | null {
  const after = /^, ((?:an? |the |\p{Ll})[^,;.:"()]{3,120})[,.;]/u.exec(view.folded.slice(chunk.end, chunk.end + 140));
  const words = after?.[1] ?? '';
  if (words.split(' ').some(namesPerson)) return view.raw.slice(chunk.end + 2, chunk.end + 2 + words.length);
  const before = BEFORE_NAME.exec(view.folded.slice(Math.max(0, chunk.start - 60), chunk.start))?.[1] ?? '';
  if (namesPerson(before.split(' ').at(-1) ?? ''))
    return view.raw.slice(chunk.start - 2 - before.length, chunk.start - 2);
  const led = chunk.title.length === 0 ? nounBefore(chunk, view) : '';
  if (led !== '') return led;
  const offices = chunk.title.filter((word) => !/^(?:mr|mrs|ms|miss|mx)$/.test(word));
  return offices.length > 0
    ? chunk.run.words
        .filter((word) => offices.includes(word.lower.replace(/\.$/, '')))
        .map((word) => word.text)
        .join(' ')
    : null;
}

function namesPerson(word: string): boolean {
  const lower = word.toLowerCase();
  return PERSON_NOUNS.has(lower) || PERSON_NOUNS.has(lower.replace(/s$/, ''));
}

function genderOfRole(role: string): 'male' | 'female' | null {
  for (const word of role.toLowerCase().split(/[^a-z-]+/)) {
    const gender = PERSON_NOUNS.get(word);
    if (gender !== undefined && gender !== null) return gender;
  }
  return null;
}

/** Words between "her son" and the name: "her son, the noted conductor NAME". */
const KIN_WITHIN = 5;

/** "her son, the conductor NAME": what somebody is to somebody tells. */
function genderOfKin(chunk: Chunk, view: TextView): 'male' | 'female' | null {
  const words = view.folded
    .slice(Math.max(0, chunk.start - 60), chunk.start)
    .trimEnd()
    .split(/\s+/)
    .slice(-KIN_WITHIN);
  const article = words.findLastIndex((word) => /^(?:the|an?)$/.test(word));
  const kin = article < 0 ? words.length - 1 : article - 1;
  const word = words[kin] ?? '';
  // "her son met the conductor NAME" parts the two
  if (article >= 0 && !word.endsWith(',')) return null;
  if (!/^(?:his|her|their|my|our)$|'s?$/.test(words[kin - 1] ?? '')) return null;
  return PERSON_NOUNS.get(word.replace(/,$/, '')) ?? null;
}

/** The pronoun that follows a person most often within the next words. */
function genderByPronoun(draft: Draft, view: TextView): 'male' | 'female' | null {
  let male = 0;
  let female = 0;
  for (const mention of draft.mentions.slice(0, 12)) {
    const after = view.folded.slice(mention.end, mention.end + 160).split('\n')[0] ?? '';
    const pronoun = /\b(?:(he|his|him|himself)|(she|her|hers|herself))\b/i.exec(after);
    if (pronoun?.[1] !== undefined) male++;
    else if (pronoun?.[2] !== undefined) female++;
  }
  return male > female ? 'male' : female > male ? 'female' : null;
}
