/** What a firm is called for short: "Halden" where the article has a Halden Steel Corp, "HSC" where it spells the letters out. */
import { FIRST_NAMES } from '../lexicon/first-names.ts';
import { FIRM_WORDS } from '../lexicon/titles.ts';
import type { Chunk } from './chunks.ts';

/** The first words of many names, which tell none apart. */
const SHARED =
  /^(?:first|national|general|american|british|united|international|new|royal|federal|bank|city|north|south|east|west|northern|southern|eastern|western|central|pacific|atlantic|the)$/;
const PLACED = /^(?:in|near|outside|around|throughout|across)$/;
/** No name is known by fewer letters, nor by more. */
const LETTERS = /^\p{Lu}{3,5}$/u;

const plain = (word: string): string => word.toLowerCase().replace(/[.,]/g, '');

const isFirm = ({ words, type }: Chunk): boolean =>
  type !== 'place' && type !== 'person' && words.length > 1 && FIRM_WORDS.has(plain(words.at(-1)?.text ?? ''));

/** Names by what they would be called for short; null where two would be called so. */
function add(names: Map<string, string | null>, short: string, name: string): void {
  const other = names.get(short);
  names.set(short, other === undefined || other === name ? name : null);
}

const initialsOf = ({ words }: Chunk): string =>
  words
    .filter(({ text }) => /^\p{Lu}/u.test(text) && !FIRM_WORDS.has(plain(text)))
    .map(({ text }) => text.charAt(0))
    .join('');

/** The full name of each short one that stands alone somewhere and can mean one firm only. */
export function shortNames(chunks: readonly Chunk[]): ReadonlyMap<string, string> {
  const names = new Map<string, string | null>();
  for (const chunk of chunks.filter(isFirm)) {
    for (let count = 1; count < chunk.words.length; count++) {
      const short = chunk.words.slice(0, count).map(({ text }) => text);
      add(names, short.join(' '), chunk.canonical);
    }
    const initials = initialsOf(chunk);
    if (LETTERS.test(initials)) add(names, initials, chunk.canonical);
  }
  // "its works in Norvik" beside "Norvik Motors": a place
  const places = new Set(chunks.flatMap(({ text, run }) => (PLACED.test(run.before) ? [text] : [])));
  const found = new Map<string, string>();
  for (const { text, type, words } of chunks) {
    const name = names.get(text);
    const lone = words.length === 1 ? plain(text) : '';
    if (
      name == null ||
      places.has(text) ||
      type === 'place' ||
      type === 'person' ||
      SHARED.test(lone) ||
      FIRST_NAMES.has(lone)
    )
      continue;
    found.set(text, name);
  }
  return found;
}

/** The family names that the article sets behind "Mr", "Ms" or "Dr" somewhere. */
export const titledNames = (chunks: readonly Chunk[]): ReadonlySet<string> =>
  new Set(
    chunks.flatMap(({ title, words, text }) =>
      words.length === 1 && title.some((word) => /^(?:mr|mrs|ms|miss|dr|prof|professor)$/.test(word)) ? [text] : [],
    ),
  );

/** "Ravind Chander", where the article goes on with a Mr Chander: his whole name. */
export const isTitledLater = ({ words, type, run }: Chunk, titled: ReadonlySet<string>): boolean =>
  type === null &&
  words.length === 2 &&
  titled.has(words.at(-1)?.text ?? '') &&
  !(run.before === 'the' && run.words[0] === words[0]);
