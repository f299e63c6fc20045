import { diffArrays } from 'diff';

export type DiffPart = { readonly text: string; readonly kind: 'same' | 'inserted' | 'deleted' };

const words = new Intl.Segmenter('en', { granularity: 'word' });
/** A text as its words and what stands between them; put together they are the text. */
export const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

/**
 * Two wordings as one row of stretches, what went before what came. A word or a figure is never split: “4.5” that became
 * “5.4” reads as the one struck out and the other put in its place.
 */
export function wordParts(before: string, after: string): DiffPart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (!changes) return joined([part(before, 'deleted'), part(after, 'inserted')]);
  return joined(
    changes.map(({ value, added, removed }) => part(value.join(''), added ? 'inserted' : removed ? 'deleted' : 'same')),
  );
}

/** Beyond so many changed words two wordings are two: to find what little they share takes the square of it. */
const MOST_EDITS = 300;
const part = (text: string, kind: DiffPart['kind']): DiffPart => ({ text, kind });

/** Changed words with nothing but a space between them are one change. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const rows: DiffPart[] = [];
  let deleted = '';
  let inserted = '';
  const flush = () => {
    if (deleted) rows.push({ text: deleted, kind: 'deleted' });
    if (inserted) rows.push({ text: inserted, kind: 'inserted' });
    deleted = '';
    inserted = '';
  };
  for (const [i, part] of parts.entries()) {
    const bridges = part.kind === 'same' && /^\s+$/.test(part.text) && i < parts.length - 1;
    if (part.kind === 'same' && !(bridges && deleted && inserted)) {
      flush();
      rows.push(part);
      continue;
    }
    if (part.kind !== 'inserted') deleted += part.text;
    if (part.kind !== 'deleted') inserted += part.text;
  }
  flush();
  return rows;
}

/** Letters of a stretch that is the same which stand next to a change. */
const BESIDE = 70;

/** A long stretch that is the same without its middle: what follows a change, and what a change follows. */
export function shortened(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  if (text.length <= 2 * BESIDE + 20) return text;
  const head = isAfterChange ? text.slice(0, BESIDE).replace(/\S*$/, '') : '';
  const tail = isBeforeChange ? text.slice(-BESIDE).replace(/^\S*/, '') : '';
  return `${head}…${tail}`;
}
