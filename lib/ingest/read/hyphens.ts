import { WORD_CLASSES } from '#lib/engine/weights/word-classes.ts';

/** What stands between two lines of a paragraph: how many signs of the first are dropped at its end, and what is put in. */
export type Join = { readonly drop: number; readonly between: '' | ' ' };

const SPACE: Join = { drop: 0, between: ' ' };
const CLOSE: Join = { drop: 0, between: '' };
const DROP: Join = { drop: 1, between: '' };

/** First parts of compounds that are hardly a syllable of another word. */
const FIRST_PARTS = new Set(
  'self well non low high long short ex anti semi multi mid vice cross half all ever much so part full two three four five six seven eight nine ten first second third off on co pre post pro un'.split(
    ' ',
  ),
);

/** Short last parts of compounds. */
const LAST_PARTS = new Set('up in out off on down by to of and the law old day man men'.split(' '));
/** What lists of words take for words, and what only ends them. */
const ENDINGS = new Set(
  'able ably ance ence ings ions tion tions ment ments ness less ship ships ward wards ings ical ally ists isms ious eous tive tual'.split(
    ' ',
  ),
);

const TAIL = /(\p{L}+)[-\u2010\u00AD]$/u;
const HEAD = /^(\p{L}+)/u;
const NO_SPACE_SCRIPT = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F]/;

/** What a document's own lines tell of its hyphens. */
export type Hyphens = {
  /** All words that it writes within its lines, in small letters, with their hyphens. */
  readonly words: ReadonlySet<string>;
  /** Whether setting its lines puts hyphens in: words that are known stand divided. */
  readonly areSetIn: boolean;
};

/** Takes the lines of all paragraphs in their order. */
export function hyphensOf(lines: readonly string[]): Hyphens {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*(?=[^-\u2010\u00AD\p{L}]|$)/gu))
      words.add(word.toLowerCase().replaceAll('\u2010', '-'));
  let divided = 0;
  let known = 0;
  lines.forEach((line, i) => {
    const [before, after] = [TAIL.exec(line)?.[1]?.toLowerCase() ?? '', HEAD.exec(lines[i + 1] ?? '')?.[1] ?? ''];
    if (before.length < 2 || after.length < 2) return;
    divided += 1;
    if (isKnown(before + after) && !words.has(`${before}-${after}`)) known += 1;
  });
  return { words, areSetIn: known >= 2 && known > 0.3 * divided };
}

/**
 * How a line goes on in the next. A hyphen at its end is dropped where it is one that the setting of the line put in: a soft one, or one within a word
 * that the document writes whole elsewhere, or where one of the halves is no word by itself. Where the document writes the two with a hyphen, or
 * both halves are words and the whole is none that is known, it stays. Where nothing shows that hyphens are put in, all stay.
 */
export function joinOf(line: string, next: string, hyphens: Hyphens): Join {
  const last = line.at(-1) ?? '';
  const first = next.at(0) ?? '';
  if (last === '\u00AD') return DROP;
  if (NO_SPACE_SCRIPT.test(last) && NO_SPACE_SCRIPT.test(first)) return CLOSE;
  if (/[\p{L}\p{N}][—/]$/u.test(line) || /\d[-\u2010]$/.test(line) || (/\d–$/.test(line) && /^\d/.test(next)))
    return CLOSE;
  const before = TAIL.exec(line)?.[1];
  if (before === undefined) return SPACE;
  const after = HEAD.exec(next)?.[1];
  if (after === undefined) return /^\d/.test(next) ? CLOSE : SPACE;
  return hyphens.areSetIn && isSetIn(before, after, hyphens.words) ? DROP : CLOSE;
}

function isSetIn(before: string, after: string, words: ReadonlySet<string>): boolean {
  // "Lindqvist-Brandt"
  if (/^\p{Lu}/u.test(after) && !/^\p{Lu}{2,}$/u.test(before)) return false;
  const [one, two] = [before.toLowerCase(), after.toLowerCase()];
  if (words.has(`${one}-${two}`)) return false;
  // No word is broken behind its first letter: "e-mail", whatever the document writes elsewhere.
  if (one.length === 1) return false;
  if (words.has(one + two) || isKnown(one + two)) return true;
  if (FIRST_PARTS.has(one)) return false;
  const isWord = (word: string): boolean =>
    LAST_PARTS.has(word) || (word.length > 2 && (isKnown(word) || words.has(word)));
  return !(isWord(one) && (LAST_PARTS.has(two) || (two.length > 3 && !ENDINGS.has(two) && isWord(two))));
}

const isKnown = (word: string): boolean => WORD_CLASSES.has(word);
