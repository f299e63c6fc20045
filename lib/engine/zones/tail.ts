import type { BlockRole } from '../types.ts';
import { addresses, capitals, type Line, type LineMark, longWords } from './lines.ts';

/** Marks after which an article is likely over. A lone "Advertisement" or picture credit is not among them. */
const CLOSING = new Set<LineMark>(['house', 'credit', 'contributors', 'navigation']);

/** How many longer words, and what share of them, a paragraph has in common with the body to be of it. */
const LEAST_SHARED = 3;
const SHARE = 0.3;

/** Paragraphs an article has at least: before that nothing is its end. */
const LEAST_BODY = 2;

/**
 * What comes after the article: from the first closing line behind which nothing reads as this article's news any more,
 * everything is boilerplate, notes excepted. Between a closing line and news that follows it (an advertisement in the
 * middle), only what sells or does not stop goes. Changes `roles`.
 */
export function readTail(
  lines: readonly Line[],
  marks: readonly (LineMark | null)[],
  roles: (BlockRole | null)[],
  first: number,
): void {
  const body = vocabularyOf();
  let pending: number[] = [];
  let closed = false;
  let strict = false;
  let told = 0;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const mark = marks[i] ?? null;
    if (mark !== null) {
      // "Source: the ministry" under a table is the table's
      const under = /^sources?\s?:/i.test(line.text) && /^(?:table|list-item|caption)$/.test(roles[i - 1] ?? '');
      if (CLOSING.has(mark) && told >= LEAST_BODY && !under) {
        closed = true;
        strict ||= mark !== 'navigation';
      }
      continue;
    }
    const tabular = roles[i] === 'table' || roles[i] === 'list-item' || roles[i] === 'advice' || roles[i] === 'caption';
    if (closed && !isNews(line, body.known(), strict) && !(roles[i] === 'table' && /\d/.test(line.text))) {
      pending.push(i);
      continue;
    }
    if (closed) {
      reopen(lines, roles, pending);
      pending = [];
      closed = false;
      strict = false;
    }
    if (line.prose) told++;
    if (!line.prose && !tabular) continue;
    body.add(line);
  }
  for (const i of pending) roles[i] = 'boilerplate';
}

type Vocabulary = { readonly names: ReadonlySet<string>; readonly words: ReadonlySet<string> };

/** What the article has spoken of, line by line; its words are read when somebody asks for them, which few articles give cause to. */
function vocabularyOf(): { readonly add: (line: Line) => void; readonly known: () => Vocabulary } {
  const names = new Set<string>();
  const words = new Set<string>();
  const unread: Line[] = [];
  return {
    add: (line) => unread.push(line),
    known: () => {
      for (const line of unread.splice(0)) {
        for (const name of capitals(line)) names.add(name);
        for (const word of longWords(line)) words.add(word);
      }
      return { names, words };
    },
  };
}

/** Prose that speaks of what the article has spoken of, and not to the reader; after an advertisement or a credit it must share a name. */
function isNews(line: Line, body: Vocabulary, strict: boolean): boolean {
  if (!line.prose) return false;
  const shared = new Set(capitals(line).filter((name) => body.names.has(name))).size;
  const address = addresses(line);
  if (address > 0) return shared >= 2 && address <= 2;
  if (shared >= 1 || strict) return shared >= 1;
  const words = [...new Set(longWords(line))];
  const known = words.filter((word) => body.words.has(word)).length;
  return known >= LEAST_SHARED && known >= SHARE * words.length;
}

/** News goes on after an interruption: of the lines between, those that stop or are part of a list belong to it. */
function reopen(lines: readonly Line[], roles: (BlockRole | null)[], pending: readonly number[]): void {
  for (const [order, i] of pending.entries()) {
    const line = lines[i];
    if (line === undefined) continue;
    const sells = addresses(line) >= 2;
    const residue = !line.stops && order === 0 && roles[i] === null;
    if (sells || (residue && pending.length > 1)) roles[i] = 'boilerplate';
  }
}
