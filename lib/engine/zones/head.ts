import { withoutTail } from '../text/text.ts';
import type { BlockRole } from '../types.ts';
import type { Line, LineMark } from './lines.ts';

/** How many lines from the top may still belong to the head of the page. */
const HEAD_LINES = 40;
const JOB =
  /\b(?:correspondent|editor|reporter|writer|columnist|contributor|journalist|critic|producer|bureau chief|photographer|analyst|staff|agencies|agency|desk|team|newsroom|news|times|post|reuters|afp|associated press)\b/i;
const NAME = String.raw`\p{Lu}[\p{L}.'-]+(?: (?:de|van|von|der|den|bin|al|da|di|la|le|el|ibn|y))*(?: (?:\p{Lu}[\p{L}.'-]*)){1,3}`;
const NAMES_ONLY = new RegExp(`^${NAME}(?:(?:,| and| &) ${NAME}){0,4}$`, 'u');
const BY = /^(?:by|words by|written by|story by|text by|reported by|from|posted by)(?:\s*:)?\s+\p{Lu}/iu;

/** A line that says who wrote it: "By Jane Doe", "Jane Doe, health correspondent", "Jane Doe in Paris". */
export function isByline(line: Line): boolean {
  const text = withoutTail(line.text, ',|·•—-').trim();
  if (line.words > 24 || line.text.length > 300) return false;
  if (/^by\b/i.test(text) && BY.test(text) && !/[.!?]$/.test(text.replace(/\b(?:Jr|Sr|[A-Z])\.$/, '')))
    return line.words <= 18;
  if (line.stops || line.words > 14) return false;
  if (BY.test(text) && !/^from/i.test(text)) return true;
  const [name = '', ...rest] = text.split(/,| [|·•] | in (?=\p{Lu})| at (?=\p{Lu})| for (?=\p{Lu})|, and /u);
  if (new RegExp(`^${NAME} in \\p{Lu}[\\p{L}.' -]+(?:,|,? and|;) ${NAME} in \\p{Lu}`, 'u').test(text)) return true;
  if (!NAMES_ONLY.test(name.trim())) return false;
  if (
    /^\p{Lu}[\p{L} ,-]+$/u.test(text.split(/ in (?=\p{Lu})/u).at(-1) ?? '') &&
    rest.length === 1 &&
    line.words <= 8 &&
    !/\b(?:war|crisis|deal)\b/i.test(text)
  )
    return true;
  return rest.length > 0 && JOB.test(rest.join(' '));
}

/**
 * Roles of the lines above the body: headline, byline, standfirst, labels. `marks` says what is known already; lines
 * with a mark or a role are left as they are. Returns the index of the first line of the body.
 */
export function readHead(
  lines: readonly Line[],
  marks: readonly (LineMark | null)[],
  roles: (BlockRole | null)[],
): number {
  const limit = Math.min(lines.length, HEAD_LINES);
  const free = (i: number): boolean => marks[i] === null && roles[i] === null;
  const indices = Array.from({ length: limit }, (_, i) => i);
  const firstProse = indices.find((i) => free(i) && lines[i]?.prose) ?? limit;
  const headline = headlineIndex(
    lines,
    indices.filter((i) => i < firstProse && free(i)),
  );
  const headEnd = firstProse < limit ? firstProse : headline + 1;
  const last = lastHeadMark(lines, marks, indices, firstProse, headline);
  for (const i of indices) {
    const line = lines[i];
    if (line !== undefined && marks[i] === 'credit' && isByline(line)) roles[i] = 'byline';
    if (line === undefined || !free(i) || i > Math.max(last, headEnd - 1)) continue;
    if (i === headline) roles[i] = 'headline';
    else if (isByline(line) || (i > headline && i < firstProse && isBareName(line))) roles[i] = 'byline';
    else if (headline >= 0 && i < headline) roles[i] = 'boilerplate';
    else if (line.prose) roles[i] = 'standfirst';
    else if (/\d/.test(line.text) && line.words > 1) roles[i] = 'list-item';
    else if (line.words <= 3) roles[i] = 'boilerplate';
    else if (i > headline)
      roles[i] = headline >= 0 && line.words >= 6 ? 'standfirst' : line.stops ? 'standfirst' : 'boilerplate';
  }
  return Math.max(last + 1, headEnd);
}

function isBareName(line: Line): boolean {
  return line.words >= 2 && line.words <= 5 && NAMES_ONLY.test(line.text);
}

/** The first line of at least four words that is no byline; else the first longer label. */
function headlineIndex(lines: readonly Line[], candidates: readonly number[]): number {
  const fits = (least: number) => (i: number) => {
    const line = lines[i];
    return line !== undefined && line.words >= least && line.words <= 30 && !isByline(line);
  };
  return candidates.find(fits(4)) ?? candidates.find(fits(3)) ?? -1;
}

/**
 * The last byline, stamp or picture credit that still belongs to the head: at most three lines of prose above it, which
 * are then a standfirst. -1 where the article begins at once.
 */
function lastHeadMark(
  lines: readonly Line[],
  marks: readonly (LineMark | null)[],
  indices: readonly number[],
  firstProse: number,
  headline: number,
): number {
  let last = -1;
  let prose = 0;
  for (const i of indices) {
    const line = lines[i];
    if (line === undefined) break;
    const mark = marks[i] ?? null;
    if (mark === null && line.prose) prose++;
    if (prose > 2) break;
    const below = i > firstProse;
    const standfirst = headline >= 0 && prose === 1 && i === firstProse + 1 && (lines[firstProse]?.words ?? 0) <= 60;
    if (mark === 'stamp' || isByline(line) || (mark === 'photo-credit' && standfirst)) last = i;
    else if (!below && mark !== null) last = i;
  }
  return last;
}

const PLACE = String.raw`(?:\p{Lu}[\p{Lu}.'’-]+|\p{Lu}\.\p{Lu}\.?)(?:[ /-](?:\p{Lu}[\p{Lu}.'’-]*|and|of|de|la|AND)){0,4}`;
const REGION = String.raw`(?:, (?:\p{Lu}[\p{L}.]*)(?: (?:\p{Lu}[\p{L}.]*|of|and)){0,3}){0,2}`;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const DAY = String.raw`(?:,? (?:${MONTH} \d{1,2}(?:, \d{4})?|\d{1,2} ${MONTH}(?: \d{4})?))?`;
const AGENCY = String.raw`(?: ?\((?:[^()]{2,40})\))`;
const DASH = String.raw`\s?(?:—|--+|-(?= ))\s*`;
const DATELINES: readonly RegExp[] = [
  new RegExp(`^${PLACE}${REGION}${DAY}${AGENCY}?${DASH}`, 'u'),
  new RegExp(String.raw`^(?:\p{Lu}[\p{L}.'-]+)(?: \p{Lu}[\p{L}.'-]+){0,3}${REGION}${DAY}${AGENCY}${DASH}`, 'u'),
  new RegExp(String.raw`^\((?:\p{Lu}[\p{L}. ]{1,24})\)${DASH}`, 'u'),
  new RegExp(String.raw`^(?:\p{Lu}{4,}(?: \p{Lu}{3,}){0,2})${DAY}: `, 'u'),
];

/** Length of the dateline a line opens with, the dash and the space after it left out; 0 where it has none. */
export function datelineLength(text: string): number {
  const opening = text.slice(0, 110);
  for (const pattern of DATELINES) {
    const match = pattern.exec(opening);
    if (match !== null && match[0].length < text.length) return match[0].trimEnd().length;
  }
  return 0;
}
