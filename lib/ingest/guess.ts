/**
 * What the head of a text says of the article it belongs to: headline, byline, outlet, day. Each line is taken apart at its bars and dots, and each part
 * is asked what it is; what may be one thing or another is left empty, for a person to fill.
 */
import { readText } from '#lib/engine/text/text.ts';
import { findTimes } from '#lib/engine/times/times.ts';
import { datelineLength } from '#lib/engine/zones/head.ts';
import { type Line, markLine, readLines } from '#lib/engine/zones/lines.ts';
import { isDay } from '#lib/platform/days.ts';
import { bylineIn, IS_NAME, isAuthor, NAME_AND_PLACE, namedAbove } from './bylines.ts';
import { outletIn } from './outlets.ts';

/** A person sees and mends it before anything is saved. */
export type Guess = {
  /** Empty where no line of the head is sure to be one. */
  readonly headline: string;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** Local date, YYYY-MM-DD. */
  readonly publishedOn: string | null;
};

const HEAD_CHARACTERS = 6000;
const HEAD_LINES = 16;
const MAX_HEADLINE = 300;
const HEADLINE_WORDS = { least: 3, most: 30 };
/** Prose this long is the body's, and what stands below a second such line is no head. */
const BODY_WORDS = 18;
const SHORT = 160;

/** Reads headline, byline, outlet and date off the first lines of a text. Only the head of a long text is looked at. */
export function guessDetails(text: string): Guess {
  const head = text.slice(0, HEAD_CHARACTERS);
  const lines = headOf(readLines(readText(head)));
  const words = (line: Line): string => plain(wholeLine(head, line));
  const furniture = new Set(captionsIn(lines));
  const short = lines.filter((line) => line.text.length <= SHORT && !furniture.has(line));
  const parts = short.map((line) => partsOf(words(line)));
  const titled = headlineOf(lines, furniture, words);
  const { headline, outlet } = titled === null ? { headline: '', outlet: null } : withoutOutlet(titled);
  const byline = first(parts.flat(), bylineIn) ?? namedAbove(parts);
  return {
    headline: (headline || onlyLine(text)).slice(0, MAX_HEADLINE),
    byline,
    outlet:
      outlet ??
      first(parts.flat(), (part) => (part === headline ? null : outletOf(part))) ??
      first(lines.map(words), agencyIn),
    publishedOn: publishedIn(parts.filter((all) => all.length > 1 || all[0] !== titled)) ?? first(lines, datelineDay),
  };
}

const first = <T, U>(items: readonly T[], of: (item: T) => U | null): U | null => {
  for (const item of items) {
    const found = of(item);
    if (found !== null) return found;
  }
  return null;
};

/** The lines above the second one that is plainly prose. */
function headOf(lines: readonly Line[]): Line[] {
  const head: Line[] = [];
  let prose = 0;
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (line.prose && line.words >= BODY_WORDS) prose += 1;
    if (prose > 2) break;
    head.push(line);
  }
  return head;
}

/** Picture credits, and what stands right beside them. */
function captionsIn(lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => {
    const beside = (at: number): boolean => {
      const other = lines[at];
      return other !== undefined && markLine(other) === 'photo-credit';
    };
    return beside(i) || (line.close && beside(i - 1)) || (lines[i + 1]?.close === true && beside(i + 1) && line.stops);
  });
}

/** A line to both its ends: marks of Markdown that open or end it are blanks to whoever reads lines. */
function wholeLine(head: string, { start, end }: Line): string {
  const next = head.indexOf('\n', end);
  return head.slice(head.lastIndexOf('\n', start - 1) + 1, next === -1 ? head.length : next);
}

/** As a reader sees it: without the marks of Markdown and HTML, spaces single. */
function plain(words: string): string {
  return words
    .replace(/<[^<>]{1,200}>/g, ' ')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\[\^[^[\]]{1,20}\]/g, '')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/\*{1,3}|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A line's parts: "By Ines Marek | The Estuary Post | 12 March 2026". */
const partsOf = (line: string): string[] =>
  line
    .split(/\s*[|·•]\s*|\s+[–—>›»-]\s+|\s{3,}|\t/)
    .map((part) => part.trim().replace(/[,;]$/, ''))
    .filter(Boolean)
    .flatMap((part) => {
      const at = part.indexOf(', ');
      const halves = [part.slice(0, Math.max(0, at)), part.slice(at + 2)];
      // "Tom Hill, The Guardian"
      const isSplit =
        outletIn(halves[0] ?? '') !== null || (IS_NAME.test(halves[0] ?? '') && outletIn(halves[1] ?? '') !== null);
      return at > 0 && isSplit ? halves : part;
    });

/** "Opinion | Council doubles the budget". */
const SECTION =
  /^(?:opinion|analysis|comment|editorial|explainer|exclusive|live|news|politics|business|review|interview|letter|feature|fact check|investigation) \| /i;

/** "Council doubles the budget | The Estuary Post", as the window of a browser is titled. */
function withoutOutlet(title: string): { headline: string; outlet: string | null } {
  const at = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
  );
  const outlet = at < 0 ? null : outletIn(title.slice(at + 3));
  const whole = outlet === null ? title : title.slice(0, at).trim();
  return { headline: whole.replace(SECTION, ''), outlet };
}

/** A text of one line and no more has that for its headline: there is nothing else that could be. */
const onlyLine = (text: string): string => (text.trim().includes('\n') ? '' : text.trim());

/** The first line that reads like a headline, above all prose. */
function headlineOf(
  lines: readonly Line[],
  furniture: ReadonlySet<Line>,
  words: (line: Line) => string,
): string | null {
  for (const line of lines) {
    const label = /^(?:title|headline|subject|hed)\s*:\s*(.{3,})$/i.exec(words(line));
    if (label?.[1] !== undefined) return label[1];
  }
  for (const line of lines) {
    if (furniture.has(line)) continue;
    const said = words(line);
    if (isHeadline(line, said)) return said;
    if (line.prose) return null;
  }
  return null;
}

const LABEL =
  /^(?:(?:for immediate release|(?:press|news|media) release|breaking|exclusive|updated?)$|embargoed\b|contact\b|\((?:updates?|adds|recasts|corrects)\b|(?:author|date|published|source|tags?|category|section|type|slug|layout|draft|url|image|description|summary)\s*:)/i;

function isHeadline(line: Line, said: string): boolean {
  const count = said.split(' ').length;
  if (count < HEADLINE_WORDS.least || count > HEADLINE_WORDS.most || /[,;:]$/.test(said) || endsLikeSentence(said))
    return false;
  // "The Estuary Post > News > Local"
  if (/\S [>›»] \S/.test(said) || NAME_AND_PLACE.test(said)) return false;
  if (markLine(line) !== null || LABEL.test(said) || datelineLength(line.text) > 0) return false;
  const whole = withoutOutlet(said).headline;
  const parts = partsOf(whole);
  if (parts.length > 1 && parts.every((part) => part.split(' ').length <= 2)) return false;
  return !(isAuthor(said) || isAuthor(parts[0] ?? '') || dayIn(whole) !== null || outletIn(said) !== null);
}

/** "He left." but not "talks with the U.S." */
const endsLikeSentence = (said: string): boolean =>
  /[^.\s]{2}[.…]["”’')]*$/.test(said) && !/\b(?:Inc|Co|Corp|Ltd|Jr|Sr|etc)\.$/.test(said);

/** The paper that a part is, or that its author is named with: "By Ines Marek for The Estuary Post". */
const outletOf = (part: string): string | null =>
  isAuthor(part) ? first(part.split(/, | for | of | at |\/|\(|\)/).slice(1), outletIn) : outletIn(part);

/** "LONDON, March 12 (Reuters) -": the agency whose report it is. */
function agencyIn(line: string): string | null {
  const found = /^[^()]{2,60}\((Reuters|AP|AFP|PA|dpa|Bloomberg|Xinhua|Thomson Reuters Foundation)\)\s*[—–-]/.exec(
    line.slice(0, 110),
  );
  return found?.[1] ?? null;
}

const WHEN = /\b(?:published|posted|first published|date|issued|filed|created)\b/i;
const LATER = /\b(?:updated|modified|amended|corrected)\b/i;

/** The day of publication: the one a line calls so, else the first day that stands alone, else the day of an update. */
function publishedIn(lines: readonly (readonly string[])[]): string | null {
  const dated = lines.flat().flatMap((part) => {
    const day = dayIn(part);
    return day === null ? [] : [{ part, day }];
  });
  const called =
    dated.find(({ part }) => WHEN.test(part) && !LATER.test(part)) ?? dated.find(({ part }) => !LATER.test(part));
  return (called ?? dated.at(0))?.day ?? null;
}

/** "LEEDS, 12 March 2026 (Reuters) —": the day of a dateline that tells its year. */
function datelineDay({ text }: Line): string | null {
  const dateline = text.slice(0, datelineLength(text));
  if (!/\b\d{4}\b/.test(dateline)) return null;
  const day = findTimes(dateline, { start: 0, end: dateline.length }, {}).find(
    ({ from, to }) => from !== null && from === to,
  );
  return wholeDay(day?.from);
}

const wholeDay = (day: string | null | undefined): string | null => (day && isDay(day) ? day : null);

const AROUND =
  /\b(?:first|last|originally|published|posted|updated|modified|amended|issued|filed|created|date|on|at|of|the|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|a\.?m\.?|p\.?m\.?|gmt|bst|utc|est|edt|et|cst|cdt|ct|pst|pdt|pt|cet|cest|ist|z|hrs?|noon|midnight|am|pm)(?![\p{L}])|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:am|pm)?|T\d{2}:\d{2}.*|[+-]\d{2}:?\d{2}|\b\d{1,2}\s*(?:am|pm)\b|[(),;:.|/@—–-]/giu;

/** The day that a line's part is about, where it holds nothing else: a date with its year, the only kind that is sure without knowing when it appeared. */
export function dayIn(part: string): string | null {
  if (!/\d{4}/.test(part) || part.length > 80) return null;
  const clean = part
    .replace(/(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?/, '$1')
    .replace(/^\s*by\b.*?,(?=[^,]*,[^,]*\d{4})/i, '');
  const time = findTimes(clean, { start: 0, end: clean.length }, {}).find(
    ({ from, to }) => from !== null && from === to,
  );
  if (time === undefined) return null;
  const rest = (clean.slice(0, time.start) + clean.slice(time.end)).replace(AROUND, ' ').trim();
  return rest === '' ? wholeDay(time.from) : null;
}
