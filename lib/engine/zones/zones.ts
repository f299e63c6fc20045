import { CREDITS_AT_END } from '../lexicon/boilerplate.ts';
import type { TextView } from '../text/text.ts';
import type { Block, BlockRole } from '../types.ts';
import { readAdvice, readListsAndTables, readPullQuotes } from './groups.ts';
import { datelineLength, readHead } from './head.ts';
import { type Line, markLine, readLines, roleOfMark } from './lines.ts';
import { readTail } from './tail.ts';

/** Paragraphs from the top among which a dateline may open one. */
const DATELINE_WITHIN = 6;

/**
 * Says what every line of an article is. One block per logical line, in order, never overlapping; a dateline is a block
 * of its own before its paragraph's, a picture credit at the end of a caption one after it. Linear in the text.
 */
export function findZones(view: TextView): Block[] {
  const lines = readLines(view);
  const marks = lines.map(markLine);
  const roles: (BlockRole | null)[] = lines.map(() => null);
  readListsAndTables(view, lines, marks, roles);
  const body = readHead(lines, marks, roles);
  readAdvice(lines, marks, roles, body);
  readCaptions(lines, marks, roles);
  readBiographies(lines, roles, body);
  readTail(lines, marks, roles, body);
  readPullQuotes(lines, roles);
  let paragraphs = 0;
  return lines.flatMap((line, i) => {
    const mark = marks[i] ?? null;
    const role = roles[i] ?? (mark === null ? roleOfRest(line, i, body) : roleOfMark(mark));
    if (role === 'paragraph' || role === 'standfirst') paragraphs++;
    return blocksOf(line, role, paragraphs <= DATELINE_WITHIN);
  });
}

/** A short line that does not stop is a heading, inside the body as above it. */
function roleOfRest(line: Line, index: number, body: number): BlockRole {
  return !line.stops && line.words <= 12 && index >= body && !/[",;:—]$/.test(line.text) ? 'headline' : 'paragraph';
}

const NAMES = /(?<![\p{L}'-])\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){1,3}/gu;
const LIFE = /^ (?:is|was|has|covers|writes|reports|joined|edits|teaches|worked|can be)\b/;
const AUTHOR = /^the (?:author|writer|authors|writers) (?:is|are|was|were|has|have|teaches|writes)\b/i;

/** "Ann Bell has covered Harwick since 2011", where Ann Bell wrote the article: about its author, not part of it. */
function readBiographies(lines: readonly Line[], roles: (BlockRole | null)[], body: number): void {
  const authors = lines.flatMap(({ text }, i) =>
    roles[i] === 'byline' ? (text.replace(/^by /i, '').match(NAMES) ?? []) : [],
  );
  lines.forEach((line, i) => {
    if (roles[i] !== null || i <= body || line.words > 60 || line.text.includes('"')) return;
    const author = authors.find((name) => line.text.startsWith(name));
    const own = author !== undefined && LIFE.test(line.text.slice(author.length));
    // Anywhere but near the end an author may be one the article is about.
    if (own || (i > 0.6 * lines.length && AUTHOR.test(line.text))) roles[i] = 'boilerplate';
  });
}

/** A line right beside a picture credit, with no blank line between, is its caption; so is one that ends in a credit. */
function readCaptions(lines: readonly Line[], marks: readonly unknown[], roles: (BlockRole | null)[]): void {
  lines.forEach((line, i) => {
    if (marks[i] === 'photo-credit') {
      const next = lines[i + 1];
      const before = lines[i - 1];
      if (next?.close && marks[i + 1] === null && next.stops) roles[i + 1] = 'caption';
      else if (
        line.close &&
        before !== undefined &&
        marks[i - 1] === null &&
        roles[i - 1] !== 'headline' &&
        before.words <= 60
      )
        roles[i - 1] = 'caption';
    }
    if (marks[i] === null && line.words <= 80 && creditAt(line.text) >= 0) roles[i] = 'caption';
  });
}

/** Where a picture credit at the end of a line begins; -1 where there is none. */
function creditAt(text: string): number {
  for (const pattern of CREDITS_AT_END) {
    const found = pattern.exec(text);
    if (found !== null) return found.index + (/^[.!?"') ]*/.exec(found[0])?.[0].length ?? 0);
  }
  return -1;
}

function blocksOf(line: Line, role: BlockRole, mayOpenWithDateline: boolean): Block[] {
  const { start, end } = line;
  if ((role === 'paragraph' || role === 'standfirst') && mayOpenWithDateline) {
    const length = datelineLength(line.text);
    if (length > 0) {
      const rest = start + length + (/^\s*/.exec(line.text.slice(length))?.[0].length ?? 0);
      return [
        { start, end: start + length, role: 'dateline' },
        { start: rest, end, role },
      ];
    }
  }
  if (role === 'caption') {
    const at = creditAt(line.text);
    if (at > 0) {
      const kept = line.text.slice(0, at).trimEnd().length;
      return [
        { start, end: start + kept, role },
        { start: start + at, end, role: 'boilerplate' },
      ];
    }
  }
  return [{ start, end, role }];
}
