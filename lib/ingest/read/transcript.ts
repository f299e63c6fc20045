import type { CanonicalText } from '#lib/platform/canonical.ts';
import type { Place } from './types.ts';

/*
 * Transcripts: WebVTT, SubRip, and plain text whose lines begin with times. Each stretch knows its second in the recording.
 */

type Timed = { readonly text: CanonicalText; readonly places: readonly Place[] };

const CLOCK = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?`;

/** Hours, minutes and seconds as seconds. */
const secondsOf = (hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number =>
  Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);

/** "12:05", "1:02:05" or "01:02:05.250" as seconds; null for what is no time. */
export function clockSeconds(words: string): number | null {
  const match = new RegExp(`^${CLOCK}$`).exec(words.trim());
  return match ? secondsOf(match[1], match[2], match[3]) : null;
}

const TIMING = new RegExp(`^\\s*${CLOCK}\\s+-->\\s+[\\d:.,]+`);
/** Who speaks, as WebVTT marks it; every other tag is only how it looks. */
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]{1,120})>/g;
const TAG = /<\/?[a-z][^<>]{0,200}>|<[\d:.]{4,20}>|\{\\[^{}]{0,60}\}/gi;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', lrm: '', rlm: '' };

/** The words of cues, each on a line of its own with its second; a voice as "Name: ". */
export function readCues(source: CanonicalText): Timed {
  const lines: string[] = [];
  const places: Place[] = [];
  let length = 0;
  let voice = '';
  for (const block of source.split(/\n[ \t]*\n/)) {
    const rows = block.split('\n');
    const at = rows.findIndex((row) => TIMING.test(row));
    const match = at === -1 ? null : TIMING.exec(rows[at] ?? '');
    if (!match) continue;
    const said = cueWords(rows.slice(at + 1).join(' '), voice);
    voice = said.voice;
    if (said.words === '') continue;
    if (length > 0) length += 1;
    const start = length;
    lines.push(said.words);
    length += said.words.length;
    places.push({ start, end: length, kind: 'time', seconds: secondsOf(match[1], match[2], match[3]) });
  }
  // Lines of a canonical text, put together with line ends.
  return { text: lines.join('\n') as CanonicalText, places };
}

/** A cue's words. Who speaks is named where somebody else begins. */
function cueWords(said: string, before: string): { readonly words: string; readonly voice: string } {
  let voice = before;
  const named = said.replace(VOICE, (_, name: string) => {
    const begins = name.trim() !== voice;
    voice = name.trim();
    return begins ? `${voice}: ` : '';
  });
  const plain = named.replace(TAG, '').replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, sign: string) => SIGNS[sign] ?? '');
  return { words: plain.replace(/\s+/g, ' ').trim(), voice };
}

/** A time at the beginning of a line, in brackets or not, perhaps behind a name: "[00:12:05] Holt:", "Holt (12:05):". */
const STAMPED = new RegExp(
  `^\\s*(?:[\\p{L}][\\p{L}\\p{M}.’' -]{0,60}\\s)?(?:\\[\\s*${CLOCK}\\s*\\]|\\(\\s*${CLOCK}\\s*\\)|${CLOCK}(?=\\s*(?:[-–—:|\\t]|\\s\\S)))`,
  'u',
);
/** So many lines with times at least, so many of all lines that hold words, and hardly any time before the one ahead of it: else they are times of day. */
const LEAST = { lines: 3, share: 0.25, ordered: 0.9 };

/** The places of a plain text that is a transcript: from each line with a time to the next. Null where it is none. */
export function timedPlaces(text: string): Place[] | null {
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index + (line.length - line.trimStart().length),
    end: index + line.trimEnd().length,
    seconds: stampOf(line),
  }));
  const stamped = lines.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  const ordered = stamped.filter((seconds, i) => i === 0 || seconds >= (stamped[i - 1] ?? 0)).length;
  const isTimed =
    stamped.length >= LEAST.lines &&
    stamped.length >= lines.length * LEAST.share &&
    ordered >= stamped.length * LEAST.ordered;
  if (!isTimed) return null;
  const places: { start: number; end: number; kind: 'time'; seconds: number }[] = [];
  for (const { start, end, seconds } of lines) {
    const open = places.at(-1);
    if (seconds !== null) places.push({ start, end, kind: 'time', seconds });
    else if (open) open.end = end;
  }
  return places;
}

function stampOf(line: string): number | null {
  const match = STAMPED.exec(line.slice(0, 120));
  if (!match) return null;
  const [, ...groups] = match;
  for (let i = 0; i < groups.length; i += 3)
    if (groups[i + 1] !== undefined) return secondsOf(groups[i], groups[i + 1], groups[i + 2]);
  return null;
}
