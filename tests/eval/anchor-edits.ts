/**
 * Random edits of an article whose right answer is known, because every character keeps the place it came from: what is
 * inserted or changed has none. A text is a row of sentences, each a row of characters, with blanks between.
 */
export type Glyph = {
  readonly text: string;
  /** Where it stood in the text before the edits; -1 for what was not there. */
  readonly from: number;
};
export type EditedSentence = {
  glyphs: Glyph[];
  /** What stands after it, and whether a paragraph ends there. */
  after: Glyph[];
  /** An edit that changes what it says, by name, where there was one. */
  meaning: string | null;
  /** Has a copy: to change or remove it and leave the copy would be a move by another name. */
  isKept: boolean;
};

/** The same numbers in every run (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (p: number) => next() < p,
    of: <T>(items: readonly T[]): T => items[below(items.length)] as T,
  };
}
export type Random = ReturnType<typeof randomFrom>;

const CLUSTER = /\r\n|.\p{M}*/gsu;

/** A text in glyphs: characters with the marks that combine with them. */
export const glyphsOf = (text: string, from: number): Glyph[] =>
  [...text.matchAll(CLUSTER)].map((match) => ({ text: match[0], from: from === -1 ? -1 : from + match.index }));

export function read(text: string, sentences: readonly { start: number; end: number }[]): EditedSentence[] {
  return sentences.map(({ start, end }, i) => ({
    glyphs: glyphsOf(text.slice(i === 0 ? 0 : start, end), i === 0 ? 0 : start),
    after: glyphsOf(text.slice(end, sentences[i + 1]?.start ?? text.length), end),
    meaning: null,
    isKept: false,
  }));
}

const said = (sentence: EditedSentence) => sentence.glyphs.map((glyph) => glyph.text).join('');
const fresh = (text: string, after = ' '): EditedSentence => ({
  glyphs: glyphsOf(text, -1),
  after: glyphsOf(after, -1),
  meaning: null,
  isKept: false,
});

/** Replaces characters `start` to `end` of a sentence, counted in glyphs. */
const put = (sentence: EditedSentence, start: number, end: number, text: string) =>
  sentence.glyphs.splice(start, end - start, ...glyphsOf(text, -1));

/** Where a pattern stands in a sentence, in glyphs; one of the places, by chance. */
function find(
  sentence: EditedSentence,
  pattern: RegExp,
  random: Random,
): { start: number; end: number; text: string } | null {
  const matches = [...said(sentence).matchAll(pattern)];
  if (matches.length === 0) return null;
  const match = random.of(matches);
  let [at, start, end] = [0, -1, -1];
  sentence.glyphs.forEach((glyph, i) => {
    if (at === match.index) start = i;
    at += glyph.text.length;
    if (at === match.index + match[0].length) end = i + 1;
  });
  return start === -1 || end === -1 ? null : { start, end, text: match[0] };
}

/** Sentences that were not there: the signs # and @ become a number and a name, so that no two are the same. */
const NEW = [
  'The ministry declined to answer # questions about the plan.',
  'Nobody at the company could be reached on Tuesday, @ wrote # times.',
  'Prices in the region had risen by #.2 per cent a year earlier.',
  'According to the report by @, 14 of the # sites were closed.',
  'Officials said # of the figures would be published in March.',
  'نفى المتحدث باسم الوزارة # من هذه الأرقام.',
  'הדובר מסר כי # אנשים נפגעו.',
  'Residents cheered 🎉👩‍👩‍👧 when vote # was read out.',
  'The café’s owner, Zoë @, paid €# in fines.',
];
const NAMES = ['Abara', 'Lindqvist', 'Okonkwo', 'Marchetti', 'Petrov', 'Delacroix'];
const WORDS = ['quickly', 'several', 'however', 'regional', 'former', 'public', 'later', 'mostly'];

const novel = (random: Random): string =>
  random
    .of(NEW)
    .replace('#', String(100 + random.below(900_000)))
    .replace('@', random.of(NAMES));

export type Edit = (text: EditedSentence[], random: Random) => void;
/** A sentence that may be changed; one whose meaning was changed is left alone, so that no edit takes another back. */
function pick(text: readonly EditedSentence[], random: Random): EditedSentence {
  const free = text.filter((sentence) => !sentence.isKept && sentence.meaning === null);
  return random.of(free.length > 0 ? free : [fresh('')]);
}

/** Edits that change what a sentence says, by the row they are counted in. */
export const meaningEdits: Readonly<Record<string, Edit>> = {
  digit: (text, random) => {
    const sentence = pick(text, random);
    const place = find(sentence, /\d/g, random);
    if (!place) return;
    put(sentence, place.start, place.end, String((Number(place.text) + 1 + random.below(9)) % 10));
    sentence.meaning = 'digit';
  },
  name: (text, random) => {
    const sentence = pick(text, random);
    const place = find(sentence, /(?<=[a-z,] )[A-Z][a-z]+/g, random);
    const name = random.of(NAMES);
    if (!place || place.text === name) return;
    put(sentence, place.start, place.end, name);
    sentence.meaning = 'name';
  },
  negation: (text, random) => {
    const sentence = pick(text, random);
    const not = find(sentence, / not(?= )/g, random);
    const verb = find(sentence, /\b(?:is|was|were|are|has|had|will|would|could|can)(?= )/g, random);
    if (not && random.chance(0.7)) put(sentence, not.start, not.end, '');
    else if (verb) put(sentence, verb.end, verb.end, random.chance(0.8) ? ' not' : ' never');
    else return;
    sentence.meaning = 'negation';
  },
  attribution: (text, random) => {
    const sentence = pick(text, random);
    const verb = find(sentence, /\b(?:said|says|according to|told|found|reported)\b/g, random);
    const first = sentence.glyphs[0];
    if (verb && random.chance(0.6)) put(sentence, verb.start, verb.end, random.of(['denied', 'claimed', 'doubted']));
    else if (first) put(sentence, 0, 0, random.of(['Critics deny that ', 'It is untrue, said one official: ']));
    sentence.meaning = 'attribution';
  },
};

const isEndOfParagraph = (sentence: EditedSentence) => sentence.after.some((glyph) => glyph.text.includes('\n'));

/** The sentences of one paragraph, from where to before where. */
function paragraphAt(text: readonly EditedSentence[], at: number): { start: number; end: number } {
  let [start, end] = [at, at];
  for (let before = text[start - 1]; before && !isEndOfParagraph(before); before = text[start - 1]) start--;
  for (let here = text[end]; here && end < text.length - 1 && !isEndOfParagraph(here); here = text[end]) end++;
  return { start, end: end + 1 };
}

/** A sentence taken out leaves the paragraph's end to the one before it. */
function takeOut(text: EditedSentence[], start: number, end: number): EditedSentence[] {
  const gone = text.splice(start, end - start);
  const [last, before] = [gone.at(-1), text[start - 1]];
  if (last && before && isEndOfParagraph(last) && !isEndOfParagraph(before)) before.after = last.after;
  return gone;
}

/** Sentences put in stand within a paragraph, or as one of their own. */
function putIn(text: EditedSentence[], at: number, sentences: EditedSentence[], isParagraph: boolean): void {
  const [before, last] = [text[at - 1], sentences.at(-1)];
  const blank = glyphsOf(isParagraph ? '\n\n' : ' ', -1);
  if (last) {
    last.after = before && isEndOfParagraph(before) && !isParagraph ? glyphsOf('\n\n', -1) : blank;
    if (at === text.length) last.after = [];
  }
  if (before && (isParagraph || !isEndOfParagraph(before) || at === text.length)) before.after = blank;
  if (before && !isParagraph && isEndOfParagraph(before)) before.after = glyphsOf(' ', -1);
  text.splice(at, 0, ...sentences);
}

/** Edits of sentences and paragraphs as wholes, and of typography: none of them changes what a remaining sentence says. */
export const plainEdits: Readonly<Record<string, Edit>> = {
  insert: (text, random) => putIn(text, random.below(text.length + 1), [fresh(novel(random))], random.chance(0.3)),
  remove: (text, random) => {
    const at = random.below(text.length);
    if (text.length > 6 && !text[at]?.isKept) takeOut(text, at, at + 1);
  },
  removeParagraph: (text, random) => {
    const { start, end } = paragraphAt(text, random.below(text.length));
    if (end - start < text.length - 5 && !text.slice(start, end).some((sentence) => sentence.isKept))
      takeOut(text, start, end);
  },
  move: (text, random) => {
    const at = random.below(text.length);
    const gone = takeOut(text, at, at + 1);
    putIn(text, random.below(text.length + 1), gone, random.chance(0.3));
  },
  moveParagraph: (text, random) => {
    const { start, end } = paragraphAt(text, random.below(text.length));
    if (end - start > text.length - 3) return;
    const gone = takeOut(text, start, end);
    putIn(text, random.below(text.length + 1), gone, true);
  },
  rewrite: (text, random) => {
    const sentence = pick(text, random);
    for (let i = 0; i < 1 + random.below(4); i++) {
      const place = find(sentence, /\b[a-z]{3,}\b/g, random);
      const word = random.of(WORDS);
      if (place && place.text !== word) put(sentence, place.start, place.end, word);
    }
  },
  rewriteWhole: (text, random) => {
    pick(text, random).glyphs = glyphsOf(novel(random), -1);
  },
  addWords: (text, random) => {
    const sentence = pick(text, random);
    const place = find(sentence, /(?<=\p{L}) (?=\p{L})/gu, random);
    if (place) put(sentence, place.end, place.end, `${random.of(WORDS)} `);
  },
  addClause: (text, random) => {
    const sentence = pick(text, random);
    const end = find(sentence, /[.!?]["”’]?$/g, random);
    if (end)
      put(
        sentence,
        end.start,
        end.start,
        random.of([', the ministry said', ' after a long debate', ', for the second time']),
      );
  },
  split: (text, random) => {
    const sentence = pick(text, random);
    const place = find(sentence, /, (?:and|but|while) /g, random);
    if (place) put(sentence, place.start, place.end, '. They also ');
  },
  duplicate: (text, random) => {
    const at = random.below(text.length);
    const sentence = text[at];
    if (!sentence) return;
    for (const twin of text) if (said(twin) === said(sentence)) twin.isKept = true;
    const copy = { ...fresh(said(sentence)), isKept: true };
    putIn(text, random.below(text.length + 1), [copy], random.chance(0.3));
  },
  typography: (text, random) => {
    const swaps: readonly [string, readonly string[]][] = [
      [' ', ['\u00A0', '  ', '\u2009', '\t']],
      ["'", ['’']],
      ['’', ["'"]],
      ['"', ['“', '”']],
      ['“', ['"', '«']],
      ['”', ['"', '»']],
      ['-', ['\u2010', '\u2011']],
      ['–', ['—', '-']],
      ['—', ['–', '-']],
    ];
    const share = random.next();
    for (const sentence of text) {
      if (!random.chance(share)) continue;
      sentence.glyphs = sentence.glyphs.map((glyph) => {
        const others = swaps.find(([mark]) => mark === glyph.text)?.[1];
        if (others && random.chance(0.4)) return { ...glyph, text: random.of(others) };
        if (/\p{L}/u.test(glyph.text) && random.chance(0.02)) return { ...glyph, text: `${glyph.text}\u00AD` };
        return random.chance(0.5) ? { ...glyph, text: glyph.text.normalize('NFD') } : glyph;
      });
    }
  },
  lineEnds: (text) => {
    for (const sentence of text)
      sentence.after = sentence.after.map((glyph) => ({ ...glyph, text: glyph.text.replace(/^\n$/, '\r\n') }));
  },
};

/** What makes a base text hard: sentences said twice or more, emoji, marks that combine, text from right to left. */
export function harden(text: EditedSentence[], random: Random): void {
  for (let i = random.below(4); i > 0; i--) {
    const copy = said(random.of(text));
    for (let n = 1 + random.below(2); n > 0; n--)
      putIn(text, random.below(text.length + 1), [fresh(copy)], random.chance(0.2));
  }
  for (let i = random.below(4); i > 0; i--)
    putIn(text, random.below(text.length + 1), [fresh(novel(random))], random.chance(0.3));
  if (random.chance(0.3)) putIn(text, random.below(text.length + 1), [fresh('He denied it.')], false);
  if (random.chance(0.3)) putIn(text, random.below(text.length + 1), [fresh('He denied it.')], false);
}

export type Written = {
  readonly text: string;
  readonly glyphs: readonly (Glyph & { readonly at: number })[];
  readonly sentenceOf: readonly EditedSentence[];
};

/** The text, and where each glyph stands in it. */
export function write(sentences: readonly EditedSentence[]): Written {
  const glyphs: (Glyph & { at: number })[] = [];
  const sentenceOf: EditedSentence[] = [];
  let text = '';
  for (const sentence of sentences) {
    for (const glyph of [...sentence.glyphs, ...sentence.after]) {
      glyphs.push({ ...glyph, at: text.length });
      sentenceOf.push(sentence);
      text += glyph.text;
    }
  }
  return { text, glyphs, sentenceOf };
}
