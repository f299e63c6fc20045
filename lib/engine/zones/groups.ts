import { ADVICE_HEADINGS, INSTRUCTION_VERBS } from '../lexicon/boilerplate.ts';
import type { TextView } from '../text/text.ts';
import type { BlockRole } from '../types.ts';
import type { Line, LineMark } from './lines.ts';

type Roles = (BlockRole | null)[];
type Marks = readonly (LineMark | null)[];

const BULLET = /^(?:[•●▪◦‣⁃*·]\s*|(?:—|-)\s+)\S/;
const NUMBERED = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]+\s+\S/;

/** Lists need two items of a kind side by side, unless a real bullet says so; tables two rows with the same cells. */
export function readListsAndTables(view: TextView, lines: readonly Line[], marks: Marks, roles: Roles): void {
  const kinds = lines.map((line) => (BULLET.test(line.text) ? 'bullet' : NUMBERED.test(line.text) ? 'number' : null));
  const cells = lines.map((line) => cellCount(view.raw.slice(line.start, Math.min(line.end, line.start + 2000))));
  lines.forEach((line, i) => {
    const kind = kinds[i] ?? null;
    const beside = kind !== null && (kinds[i - 1] === kind || kinds[i + 1] === kind);
    const sure = /^[•●▪◦‣⁃]/.test(line.text);
    if ((beside || sure) && marks[i] === null) roles[i] = 'list-item';
    const count = cells[i] ?? 1;
    const rows = count > 1 && ((cells[i - 1] ?? 1) > 1 || (cells[i + 1] ?? 1) > 1);
    if (rows && !line.prose) roles[i] = 'table';
    // "Most read" and what is listed under it
    const led = marks[i - 1] === 'navigation' || (roles[i - 1] === 'boilerplate' && kinds[i - 1] === kind);
    if (roles[i] === 'list-item' && led && !line.prose) roles[i] = 'boilerplate';
  });
}

/** Cells of a row: parted by tabs, bars or wide gaps. */
function cellCount(raw: string): number {
  if (raw.includes('\t')) return raw.split('\t').filter((cell) => cell.trim() !== '').length;
  if (/ \| |^\|/.test(raw)) return raw.split('|').filter((cell) => cell.trim() !== '').length;
  return raw.split(/ {3,}/).filter((cell) => cell.trim() !== '').length;
}

/** Instructions to readers: those under a heading that announces them, and any two side by side. */
export function readAdvice(lines: readonly Line[], marks: Marks, roles: Roles, body: number): void {
  let under = false;
  for (let i = body; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || (marks[i] !== null && !(under && marks[i] === 'house'))) continue;
    if (!line.prose && line.words <= 14 && ADVICE_HEADINGS.test(line.text) && isHeadingLike(line)) {
      under = true;
      roles[i] = 'advice';
      continue;
    }
    if (isUnderBody(lines, i)) continue;
    const told = instructs(line);
    const beside = told && [lines[i - 1], lines[i + 1]].some((other) => other !== undefined && instructs(other));
    if ((under && (told || speaksToReader(line))) || beside) roles[i] = 'advice';
    else if (line.prose) under = false;
  }
}

/** "The council will also:" and the items below it: what somebody is to do is no advice to the reader. */
function isUnderBody(lines: readonly Line[], at: number): boolean {
  let lead = at - 1;
  while (lead >= 0 && lead > at - LONGEST_LIST && isItem(lines[lead])) lead -= 1;
  return (
    isItem(lines[at]) &&
    /\b(?:will|would|to|must|should|shall)(?: also| then| now)?:$/i.test(lines[lead]?.text.slice(-40) ?? '')
  );
}

const LONGEST_LIST = 12;
const isItem = (line: Line | undefined): boolean =>
  line !== undefined && (BULLET.test(line.text) || NUMBERED.test(line.text));

function isHeadingLike(line: Line): boolean {
  return !line.stops || /[?]["']?$/.test(line.text);
}

/** Opens with a bare verb: "Keep windows closed." */
function instructs(line: Line): boolean {
  const words = line.text.replace(BULLET, (mark) => mark.slice(-1)).replace(NUMBERED, (mark) => mark.slice(-1));
  const first = /^[\p{L}']+/u.exec(words)?.[0] ?? '';
  return line.words >= 2 && line.words <= 60 && INSTRUCTION_VERBS.has(first.toLowerCase());
}

function speaksToReader(line: Line): boolean {
  return /\b(?:you|your|you're|you'll|you've)\b/i.test(line.text) && !line.text.includes('"');
}

/** A quotation set apart, with its speaker on a line below: "“…”" and "— Name". */
export function readPullQuotes(lines: readonly Line[], roles: Roles): void {
  lines.forEach((line, i) => {
    if (roles[i] === null && /^>/.test(line.text)) roles[i] = 'quote';
    const next = lines[i + 1];
    if (roles[i] !== null || next === undefined) return;
    if (/^".*"$/.test(line.text) && /^(?:—|--?) ?\p{Lu}/u.test(next.text) && next.words <= 14) {
      roles[i] = 'quote';
      roles[i + 1] = 'byline';
    }
  });
}
