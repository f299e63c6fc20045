import { CUE_FORMS } from '../lexicon/cues.ts';
import { FIRST_NAMES, FOR_BOTH } from '../lexicon/first-names.ts';
import { KNOWN_ORGANIZATIONS, ORGANIZATION_HEADS } from '../lexicon/organizations.ts';
import { GIVEN_NAMES, NATIONALITIES, PLACES } from '../lexicon/places.ts';
import { HONORIFICS, LEGAL_FORMS, OFFICES, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { EntityType, Span } from '../types.ts';
import type { Run, Word } from './runs.ts';

/** One name within a run, with the title before it. `type` is null where the words alone do not tell. */
export type Chunk = Span & {
  readonly words: readonly Word[];
  readonly text: string;
  readonly title: readonly string[];
  readonly type: EntityType | null;
  readonly gender: 'male' | 'female' | null;
  /** Country for an adjective, else the words themselves. */
  readonly canonical: string;
  readonly run: Run;
};

const plain = (word: Word): string => word.lower.replace(/\.$/, '');
const joinText = (words: readonly Word[]): string =>
  words
    .map(({ gap, text, lower }, i) => {
      // "Department for Ports, Rivers and Lakes", and not "Norlux, Inc"
      const isKept =
        /^(?: & |' )$/.test(gap) ||
        (gap === ', ' && !LEGAL_FORMS.has(lower.replace('.', '')) && !/^[js]r\.?$/.test(lower));
      return i === 0 ? text : `${isKept ? gap : ' '}${text}`;
    })
    .join('');

/** Parts a run into names: "Chinese President Xi Jinping" into the country and the man. */
export function chunksOf(run: Run): Chunk[] {
  return part(run.words, run);
}

/** "Nordic Printing" is one where the article has a Nordic Printing Corp: joins what a place and the rest were parted into. */
export function joinedTo(bodies: ReadonlySet<string>, chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const next of chunks) {
    const last = joined.at(-1);
    const words = last === undefined || last.run !== next.run ? [] : [...last.words, ...next.words];
    if (last !== undefined && words.length > 0 && bodies.has(joinText(words))) {
      joined.pop();
      joined.push({ ...chunk(words, [], next.run), type: 'organization' });
    } else joined.push(next);
  }
  return joined;
}

/** What firms whose name begins with a place are called for short. */
export function placedBodies(chunks: readonly Chunk[]): ReadonlySet<string> {
  return new Set(
    chunks.flatMap(({ words, type }) => {
      const [first, second] = words;
      const isPlaced = first !== undefined && (PLACES.has(first.text) || NATIONALITIES.has(first.text));
      return type === 'organization' && isPlaced && second !== undefined && words.length > 2
        ? [joinText([first, second])]
        : [];
    }),
  );
}

function part(words: readonly Word[], run: Run): Chunk[] {
  if (words.length === 0) return [];
  const whole = joinText(words);
  if (isKnown(whole)) return [chunk(words, [], run)];
  const person = trailingPerson(words, run);
  if (person > 0) return [...part(words.slice(0, person), run), chunk(words.slice(person), [], run)];
  if (isBody(words)) return [chunk(words, [], run)];
  const known = isCalledLikePlace(words, run) ? 0 : knownPrefix(words);
  if (known > 0) return [chunk(words.slice(0, known), [], run), ...part(words.slice(known), run)];
  const title = titleEnd(words, run.opensSentence && run.words[0] === words[0]);
  if (title >= words.length) return [];
  if (title > 0) return [chunk(words.slice(title), words.slice(0, title).map(plain), run)];
  const inner = innerTitle(words);
  if (inner !== null)
    return [
      ...part(words.slice(0, inner.from), run),
      chunk(words.slice(inner.to), words.slice(inner.from, inner.to).map(plain), run),
    ];
  return [chunk(words, [], run)];
}

function isKnown(text: string): boolean {
  return PLACES.has(text) || NATIONALITIES.has(text) || KNOWN_ORGANIZATIONS.has(text.toLowerCase());
}

/** A body's name ends in its head ("Peking University") or has it before "of" or "for". */
function isBody(words: readonly Word[]): boolean {
  if (words.length < 2) return false;
  const link = words.findIndex((word) => word.lower === 'of' || word.lower === 'for');
  const last = link > 0 ? words[link - 1] : words.at(-1);
  if (last === undefined) return false;
  if (isHead(last)) return true;
  // "Imperial College London": a place behind the head
  const head = words.at(-2);
  return link < 0 && words.length > 2 && head !== undefined && isHead(head) && PLACES.has(last.text);
}

const isHead = (word: Word): boolean =>
  ORGANIZATION_HEADS.has(plain(word)) || ORGANIZATION_HEADS.has(plain(word).replace(/s$/, ''));

function knownPrefix(words: readonly Word[]): number {
  for (let length = Math.min(4, words.length - 1); length > 0; length--)
    if (isKnown(joinText(words.slice(0, length)))) return length;
  return 0;
}

/** "CEO of the Harbour Trust *Ida Moss* told": two words at the end of a long run, the first a first name, and a verb of saying behind; 0 where none. */
function trailingPerson(words: readonly Word[], run: Run): number {
  const at = words.length - 2;
  const speaks = words.at(-1) === run.words.at(-1) && CUE_FORMS.get(run.after)?.cueClass === 'say';
  const before = words[at - 1];
  if (at < 2 || !speaks || before === undefined || !isHead(before)) return 0;
  return FIRST_NAMES.has(words[at]?.lower ?? '') ? at : 0;
}

/** "Georgia Hale", "German Ortega": a first name that is a place's too, and one more word that nothing else is known of. */
function isCalledLikePlace(words: readonly Word[], { words: all, before }: Run): boolean {
  const [first, last] = words;
  if (first === undefined || last === undefined || words.length !== 2 || all.length !== 2) return false;
  if (!GIVEN_NAMES.has(first.text) || first.possessive || /^(?:the|an?|in|of)$/.test(before)) return false;
  return !isTitle(last) && !isHead(last) && !isKnown(last.text) && !/(?:[^s]s|ans|ists)$/.test(last.lower);
}

function isTitle(word: Word): boolean {
  return HONORIFICS.has(plain(word)) || OFFICES.has(plain(word));
}

function titleEnd(words: readonly Word[], opensSentence: boolean): number {
  let at = 0;
  while (at < words.length && isTitle(words[at] as Word)) at++;
  // "Analyst NAME of …": what somebody is, with a capital because it opens the sentence
  const isNoName = !FIRST_NAMES.has(words[0]?.lower ?? '');
  // "Islander Morag Bain": a word with a capital before a first name and one more
  const calls =
    words.length === 3 && opensSentence && FIRST_NAMES.has(words[1]?.lower ?? '') && words[0]?.text.length !== 2;
  const opens = words.length > 2 && isNoName && (calls || PERSON_NOUNS.has(words[0]?.lower ?? ''));
  if (at === 0 && opens) return 1;
  const last = words[at - 1];
  // "Dean Harker": before a lone surname an office that is a first name too is one
  return last !== undefined && at === words.length - 1 && FIRST_NAMES.has(last.lower) ? at - 1 : at;
}

const PORTFOLIOS: ReadonlySet<string> = new Set(
  'shadow home interior finance health education justice transport environment agriculture energy trade labor labour housing culture press'.split(
    ' ',
  ),
);

const ACADEMIC = /^(?:prof|professor|dr)$/;

/** "Press Secretary Sean Spicer": an office inside the run with a name after it. */
function innerTitle(words: readonly Word[]): { from: number; to: number } | null {
  for (let at = words.length - 2; at > 0; at--) {
    const word = words[at];
    if (word === undefined || !(OFFICES.has(plain(word)) || ACADEMIC.test(plain(word)))) continue;
    let from = at;
    while (from > 1 && isTitle(words[from - 1] as Word)) from--;
    // "Shadow Home Secretary NAME": what the office is for
    while (from > 0 && PORTFOLIOS.has(plain(words[from - 1] as Word))) from--;
    return { from, to: at + 1 };
  }
  return null;
}

function chunk(words: readonly Word[], title: readonly string[], run: Run): Chunk {
  const text = joinText(words);
  const first = words[0];
  const last = words.at(-1);
  const told =
    title.map((word) => HONORIFICS.get(word) ?? PERSON_NOUNS.get(word) ?? null).find((gender) => gender !== null) ??
    null;
  const type = typeOf(words, text, title);
  const isForBoth = FOR_BOTH.has(first?.lower ?? '');
  const gender = isForBoth
    ? told
    : (told ??
      (type === 'person' || type === null ? (FIRST_NAMES.get(withoutAccents(first?.lower ?? '')) ?? null) : null));
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    words,
    text,
    title,
    type,
    gender,
    canonical: NATIONALITIES.get(text) ?? text,
    run,
  };
}

/** "Agnès" is listed as "agnes", "andrés" as it is. */
function withoutAccents(word: string): string {
  return FIRST_NAMES.has(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
}

function typeOf(words: readonly Word[], text: string, title: readonly string[]): EntityType | null {
  if (PLACES.has(text) || NATIONALITIES.has(text)) return 'place';
  // "West Berlin"
  if (
    words.length === 2 &&
    /^(?:north|south|east|west|central|greater|upper|lower)$/.test(words[0]?.lower ?? '') &&
    PLACES.has(words[1]?.text ?? '')
  )
    return 'place';
  if (KNOWN_ORGANIZATIONS.has(text.toLowerCase())) return 'organization';
  if (words.length > 1 && LEGAL_FORMS.has((words.at(-1)?.lower ?? '').replaceAll('.', ''))) return 'organization';
  if (title.length > 0) return 'person';
  // "Nora Banks", "Nils Steel"
  if (words.length === 2 && /^(?:banks|steel)$/.test(words[1]?.lower ?? '') && FIRST_NAMES.has(words[0]?.lower ?? ''))
    return 'person';
  if (isBody(words)) return 'organization';
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(text)) return 'organization';
  if (words.length > 1 && words.length <= 4 && FIRST_NAMES.has(withoutAccents(words[0]?.lower ?? ''))) return 'person';
  return null;
}
