/** A half-open stretch in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** A folded stretch with the way back to the raw text it stands for. */
export type Folded = {
  readonly text: string;
  /** For every code unit of `text`, where the raw text it stands for begins; never falling. */
  readonly starts: Int32Array;
  /** For every code unit of `text`, where the raw text it stands for ends; never falling. */
  readonly ends: Int32Array;
};

const DROPPED = new Set('\u00AD\u200B\u2060\uFEFF');
const SPACE = /\s/;
const SAME: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'\u2018\u2019\u201A\u201B\u2032'].map((mark) => [mark, "'"]),
  ...[...'\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB'].map((mark) => [mark, '"']),
  ...[...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212'].map((mark) => [mark, '-']),
]);

/** One character with the marks that combine with it, or a run of Hangul jamo: what canonical composition may join. */
const CLUSTER = /[\uAC00-\uD7A3]?[\u1100-\u11FF]+|.\p{M}*/gsu;
/** What folding would change, or might: anything but printable ASCII, spaces next to one another or at an end. */
const NOT_PLAIN = /[^ -~]| {2}|^ | $/;

/**
 * The form in which two wordings count as typographically equal: curly and straight quotes, all dashes, all spaces and
 * line breaks (a run counts as one, none at the ends), canonical composition, soft hyphens and marks of no width dropped.
 * Letters, digits, case and every other mark stay: a changed number, name or negation is never folded away.
 * Linear; plain ASCII is handed back as it is.
 */
export const fold = (text: string): string => (NOT_PLAIN.test(text) ? foldWithMap(text).text : text);

/** Folds a stretch of text, keeping the way back to it. Linear; offsets are UTF-16 code units of the whole raw text. */
export function foldWithMap(raw: string, start = 0, end = raw.length): Folded {
  const stretch = raw.slice(start, end);
  if (!NOT_PLAIN.test(stretch)) {
    const starts = Int32Array.from(stretch, (_, i) => start + i);
    return { text: stretch, starts, ends: starts.map((at) => at + 1) };
  }
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  // Where a run of spaces began and ended that has not been written yet; -1 where there is none.
  let spaceStart = -1;
  let spaceEnd = -1;
  const push = (text: string, from: number, to: number) => {
    parts.push(text);
    for (let i = 0; i < text.length; i++) {
      starts.push(from);
      ends.push(to);
    }
  };
  for (const match of stretch.matchAll(CLUSTER)) {
    const cluster = match[0];
    const from = start + match.index;
    const to = from + cluster.length;
    if (DROPPED.has(cluster)) continue;
    if (cluster.length === 1 && SPACE.test(cluster)) {
      if (starts.length === 0) continue;
      if (spaceStart === -1) spaceStart = from;
      spaceEnd = to;
      continue;
    }
    if (spaceStart !== -1) push(' ', spaceStart, spaceEnd);
    spaceStart = -1;
    push(SAME[cluster] ?? cluster.normalize('NFC'), from, to);
  }
  return { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
