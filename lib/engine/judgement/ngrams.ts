/**
 * The wording of a sentence as hashed n-grams, after the "hashing trick" (Weinberger et al. 2009): word 1-2-grams, word-kind 1-3-grams and
 * character 3-5-grams, each family scaled to a fixed length so that a long sentence does not shout. With them go the signals that stand together:
 * a figure and a past tense say more than either alone.
 */
import type { Word } from './words.ts';

/** A power of two, so that a hash is cut down with a mask. */
export const BUCKETS = 1 << 17;

/** The distinct buckets one family of n-grams falls into, all with the same value. */
export type Family = { readonly buckets: ArrayLike<number>; readonly length: number; readonly value: number };

const mix = (h: number, x: number): number => Math.imul(h ^ x, 0x01000193) ^ (h >>> 15);
const bucketOf = (h: number): number => {
  const a = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (a ^ (a >>> 13)) & (BUCKETS - 1);
};

function hashText(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = mix(h, text.charCodeAt(i));
  return h;
}

/** For each bucket the number of the last family that fell into it: a set that never has to be emptied. */
const lastSeen = new Uint16Array(BUCKETS);
let families = 0;

/** The buckets of the family under way, the first `length` of them; kept for the next, since making arrays costs more than filling them. */
const buckets: number[] = [];
let length = 0;
/** What a family is made of, kept likewise. */
const parts: number[] = [];

function startFamily(): void {
  if (families === 0xffff) lastSeen.fill(0);
  families = families === 0xffff ? 1 : families + 1;
  length = 0;
}

function add(bucket: number): void {
  if (lastSeen[bucket] === families) return;
  lastSeen[bucket] = families;
  buckets[length++] = bucket;
}

const scaled = (): Family => ({ buckets, length, value: 1 / Math.sqrt(Math.max(4, length)) });

/** Runs of one to `longest` words, each told by its `part`; the sentence has a mark at either end. */
function sequences(words: readonly Word[], part: 'shape' | 'kind', longest: number, seed: number): Family {
  startFamily();
  const end = words.length + 2;
  parts[0] = hashText('<', seed);
  for (let i = 0; i < words.length; i++) parts[i + 1] = hashText(words[i]?.[part] ?? '', seed);
  parts[end - 1] = hashText('>', seed);
  for (let i = 0; i < end; i++) {
    let h = seed + 1;
    for (let n = 0; n < longest && i + n < end; n++) {
      h = mix(mix(h, parts[i + n] ?? 0), n);
      add(bucketOf(h));
    }
  }
  return scaled();
}

const SPACE = 32;
const codeAt = (text: string, i: number): number => {
  const code = text.charCodeAt(i);
  return code >= 48 && code <= 57 ? 48 : code;
};

/** Character n-grams within words; a word has a space on either side. `sentence` is lower case with single spaces. */
function letters(sentence: string, seed: number): Family {
  startFamily();
  const end = sentence.length + 2;
  parts[0] = SPACE;
  for (let i = 0; i < sentence.length; i++) parts[i + 1] = codeAt(sentence, i);
  parts[end - 1] = SPACE;
  for (let i = 0; i + 3 <= end; i++) {
    const second = parts[i + 1] ?? SPACE;
    if (second === SPACE) continue;
    let h = mix(mix(seed, parts[i] ?? SPACE), second);
    for (let n = 2; n < 5 && i + n < end; n++) {
      const code = parts[i + n] ?? SPACE;
      h = mix(h, code);
      add(bucketOf(h + n));
      if (code === SPACE) break;
    }
  }
  return scaled();
}

const TOGETHER = 0.25;

function together(signals: ArrayLike<number>): Family {
  const on: number[] = [];
  for (let i = 0; i < signals.length; i++) if ((signals[i] ?? 0) > 0) on.push(i);
  const pairs: number[] = [];
  for (let n = 0; n < on.length; n++) {
    const h = mix(61, on[n] ?? 0);
    for (let m = n + 1; m < on.length; m++) pairs.push(bucketOf(mix(h, on[m] ?? 0)));
  }
  return { buckets: pairs, length: pairs.length, value: TOGETHER };
}

/**
 * Gives the families of one sentence, already made `plain`, to `use`, one after another; `signals` are its `signalValues`.
 * A family's buckets hold until the next one is given.
 */
export function eachFamily(
  words: readonly Word[],
  sentence: string,
  signals: ArrayLike<number>,
  use: (family: Family) => void,
): void {
  use(sequences(words, 'shape', 2, 17));
  use(sequences(words, 'kind', 3, 29));
  use(letters(sentence.toLowerCase(), 43));
  use(together(signals));
}
