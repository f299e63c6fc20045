import { readFileSync } from 'node:fs';
import { inProject } from '#lib/platform/paths.ts';
import { charactersOf } from './coverage.ts';

/** The typefaces, all under the Open Font License: two for Latin, Greek and Cyrillic, and one each for what else is common in names. */
export const FACES = [
  'source-serif-4/400Regular/SourceSerif4_400Regular',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
  'inter/400Regular/Inter_400Regular',
  'inter/600SemiBold/Inter_600SemiBold',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular',
  'noto-emoji/400Regular/NotoEmoji_400Regular',
];

type Faces = {
  readonly fonts: readonly Uint8Array[];
  readonly has: (codePoint: number) => boolean;
};
let faces: Faces | null = null;

export function readFaces(): Faces {
  if (faces) return faces;
  const fonts = FACES.map((face) => readFileSync(inProject(`node_modules/@expo-google-fonts/${face}.ttf`)));
  // A bold face has what its regular one has.
  const maps = fonts.filter((_, i) => FACES[i]?.includes('400')).map(charactersOf);
  faces = { fonts, has: (codePoint) => maps.some((has) => has(codePoint)) };
  return faces;
}

/** Signs that are not drawn: marks of direction, joiners, soft hyphens, variants. They are kept where they shape letters. */
const UNDRAWN = /^[\p{Default_Ignorable_Code_Point}\n\t]$/u;
/** Signs that turn the order of what follows: a reader of paper would be shown another order than was written. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text in which every character can be set: one that no typeface has stands as its number in Unicode, `[U+6F22]`. */
export function settable(text: string, has: (codePoint: number) => boolean): string {
  const plain = text.replace(TURNS, '');
  let set = '';
  for (const character of plain) {
    const codePoint = character.codePointAt(0) ?? 0;
    set += has(codePoint) || UNDRAWN.test(character) ? character : nameOf(codePoint);
  }
  return set;
}

/** So many characters without a place to be broken fit into a column of a report. */
const LONGEST = 28;
/** Digests are to be taken off the paper as they are. */
const DIGEST = /^[0-9a-f]{64}$/;

/** A text in which words too long for a column may be broken, web addresses, which Typst breaks between their words, within these alone. */
export const breakable = (text: string): string =>
  text.replace(/\S+/g, (word) =>
    /^https?:/.test(word) ? word.replace(/[\p{L}\p{N}]+/gu, inParts) : DIGEST.test(word) ? word : inParts(word),
  );

function inParts(word: string): string {
  const signs = [...word];
  if (signs.length <= LONGEST) return word;
  return signs.map((sign, i) => (i > 0 && i % LONGEST === 0 ? `\u200B${sign}` : sign)).join('');
}

const nameOf = (codePoint: number): string => `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
