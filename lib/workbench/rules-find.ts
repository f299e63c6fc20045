/** What is typed, and what it is looked for in, as words: without case, accents and signs. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const known = new WeakMap<object, readonly string[]>();

function wordsOf<T extends object>(item: T, textOf: (item: T) => string): readonly string[] {
  const words = known.get(item) ?? wordsIn(textOf(item));
  known.set(item, words);
  return words;
}

/** Things that were found, the best first, each with how well; `isTyped` is false where they only nearly have what was typed. */
export type Found<T> = {
  readonly hits: readonly { readonly item: T; readonly score: number }[];
  readonly isTyped: boolean;
};

const WHOLE = 4;
const BEGINS = 3;
const INSIDE = 1;
/** Shorter words stand inside too many others. */
const INSIDE_FROM = 3;

/**
 * The things whose text has every word that is typed, whole, as a beginning, or inside one; where there is none, those that have
 * them but for a letter or two. Whole words before beginnings, all of them in the order typed before any other, else as the things
 * come. An empty query finds everything. `textOf` is asked once for each thing.
 */
export function find<T extends object>(query: string, items: readonly T[], textOf: (item: T) => string): Found<T> {
  const asked = wordsIn(query);
  const by = (match: (asked: string, word: string) => number) =>
    items
      .map((item) => ({ item, score: scoreOf(asked, wordsOf(item, textOf), match) }))
      .filter(({ score }) => score > 0 || asked.length === 0)
      .sort((a, b) => b.score - a.score);
  if (asked.length === 0) return { hits: query.trim() === '' ? by(asTyped) : [], isTyped: true };
  const hits = by(asTyped);
  return hits.length > 0 ? { hits, isTyped: true } : { hits: by(nearly), isTyped: false };
}

/** The sum of the best match of each word asked, and one more where they follow each other; 0 where one has none. */
function scoreOf(
  asked: readonly string[],
  words: readonly string[],
  match: (asked: string, word: string) => number,
): number {
  let sum = 0;
  for (const one of asked) {
    const best = words.reduce((most, word) => Math.max(most, match(one, word)), 0);
    if (best === 0) return 0;
    sum += best;
  }
  return ` ${words.join(' ')}`.includes(` ${asked.join(' ')}`) ? sum + 1 : sum;
}

function asTyped(asked: string, word: string): number {
  if (word === asked) return WHOLE;
  if (word.startsWith(asked)) return BEGINS;
  return asked.length >= INSIDE_FROM && word.includes(asked) ? INSIDE : 0;
}

/** A word of four letters may have one wrong, missing, too many or in the other's place; one of eight or more two. */
const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

function nearly(asked: string, word: string): number {
  const as = asTyped(asked, word);
  if (as > 0) return as;
  const slips = slipsIn(asked);
  // Figures are not nearly others.
  if (slips === 0 || /\d/.test(asked)) return 0;
  return distanceToBeginning(asked, word, slips) <= slips ? 0.5 : 0;
}

/** How many slips lie between what is typed and the beginning of a word that is nearest to it; more than `most` is not counted out. */
function distanceToBeginning(asked: string, word: string, most: number): number {
  const end = word.slice(0, asked.length + most);
  let older: number[] = [];
  let last = Array.from({ length: end.length + 1 }, (_, i) => i);
  for (let i = 1; i <= asked.length; i++) {
    const row = [i];
    for (let j = 1; j <= end.length; j++) {
      const isSame = asked[i - 1] === end[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && asked[i - 1] === end[j - 2] && asked[i - 2] === end[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    older = last;
    last = row;
  }
  return Math.min(...last);
}
