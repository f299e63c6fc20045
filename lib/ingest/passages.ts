import {
  type Comparison,
  figuresSideBySide,
  type MatchClaim,
  type Passage,
  passagesFor,
  readSource,
  type SourceText,
} from '#lib/match/index.ts';

/** A part of a source's text, with what it is read by. */
export type SourcePart = {
  /** Names the part for as long as its words, its title and its day are what they are. */
  readonly key: string;
  /** Null to have it looked up among what has been read before. */
  readonly text: string | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
};

export type PassagesAsked = {
  readonly claims: readonly MatchClaim[];
  readonly parts: readonly SourcePart[];
  /** How many passages for each claim. */
  readonly most: number;
};

/** For each claim, in the order asked. `source` of a passage is the key of its part, and its place is one in that part. */
export type PassagesFound = {
  readonly passages: readonly (readonly Passage[])[];
  /** Keys of the parts that have not been read: they are to be sent with their text. */
  readonly unread: readonly string[];
};

/** Characters of all parts that are kept read. */
const KEPT = 1_500_000;
type Kept = { readonly read: SourceText; readonly length: number };
const kept = new Map<string, Kept>();

/** The passages that bear on claims, of the parts that have been read, now or before. What is read is kept for the next asking. */
export function passagesIn({ claims, parts, most }: PassagesAsked): PassagesFound {
  const read = parts.map(({ key, text, title, publishedOn }) => {
    const known = kept.get(key);
    if (known || text === null) return known && keep(key, known);
    return keep(key, { read: readSource({ id: key, text, title, publishedOn }), length: text.length });
  });
  const texts = read.flatMap((one) => one?.read ?? []);
  return {
    passages: passagesFor(claims, texts, most),
    unread: parts.filter((_, i) => read[i] === undefined).map(({ key }) => key),
  };
}

/** Keeps a part as the last that was used; the one not used for longest goes. */
function keep(key: string, one: Kept): Kept {
  kept.delete(key);
  kept.set(key, one);
  let all = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (all <= KEPT || oldest === key) break;
    kept.delete(oldest);
    all -= length;
  }
  return one;
}

export type FiguresAsked = {
  readonly claim: Pick<MatchClaim, 'quantities' | 'times'>;
  readonly words: readonly { readonly text: string; readonly publishedOn: string | null }[];
};

/** For each of these words, their figures beside the claim's. */
export function figuresBeside({ claim, words }: FiguresAsked): Comparison[][] {
  return words.map(({ text, publishedOn }) => {
    const { passages } = readSource({ id: '', text, publishedOn });
    const evidence = {
      quantities: passages.flatMap(({ quantities }) => quantities),
      times: passages.flatMap(({ times }) => times),
    };
    return figuresSideBySide(claim, evidence);
  });
}

/** About so many characters make a part. */
const PART = 12_000;

/** A text in parts that end with a paragraph or a line, in order, as stretches in UTF-16 code units. */
export function partsOf(text: string, from = 0, to = text.length): { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (let start = from; start < to; ) {
    const far = Math.min(start + PART, to);
    const end = far === to ? to : endOf(text, start, far);
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

function endOf(text: string, start: number, far: number): number {
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, far - mark.length);
    if (at > start) return at + mark.length;
  }
  return far;
}
